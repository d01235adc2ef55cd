"""Write documents as CoNLL-U, with each word's offsets in the last column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diurna.records import Document, Sentence, Token


def conllu(documents: Iterable[Document]) -> Iterator[str]:
    """Yield each sentence as a CoNLL-U block that ends in an empty line; an article's first names its `article_id`.

    The last column holds `TokenRange=start:end` into the article's text, `SpaceAfter=No` where no white space follows,
    and on the words of a name `Entity=` its type.
    """
    for document in documents:
        for number, sentence in enumerate(document.sentences, 1):
            head = [f"# article_id = {' '.join(document.article.id.split())}"] if number == 1 else []
            text = " ".join(document.article.text[sentence.start : sentence.end].split())
            head += [f"# sent_id = {' '.join(document.article.id.split())}-{number}", f"# text = {text}"]
            yield "\n".join([*head, *_rows(sentence), "", ""])


def _rows(sentence: Sentence) -> Iterator[str]:
    names = {i: name for name in sentence.names for i in range(name.first, name.last + 1)}
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        last = _joined(tokens, index)
        if last > index:
            whole = "".join(token.text for token in tokens[index : last + 1])
            span = f"TokenRange={tokens[index].start}:{tokens[last].end}"
            yield "\t".join([f"{index + 1}-{last + 1}", whole, *("_" * 7), span])
        for token in tokens[index : last + 1]:
            notes = [f"TokenRange={token.start}:{token.end}"]
            if index == last and index + 1 < len(tokens) and tokens[index + 1].start == token.end:
                notes.append("SpaceAfter=No")
            if token.index in names:
                name = names[token.index]
                notes.append(f"Entity={'B' if token.index == name.first else 'I'}-{name.type}")
            yield _row(token, "|".join(notes))
        index = last + 1


def _row(token: Token, notes: str) -> str:
    feats = "|".join(f"{name}={value}" for name, value in token.feats.items()) or "_"
    return "\t".join([
        str(token.index + 1), token.text, token.lemma, token.upos, "_", feats,
        str(token.head + 1), token.deprel, "_", notes,
    ])  # fmt: skip


def _joined(tokens: tuple[Token, ...], index: int) -> int:
    """Return the last word of the contraction that begins here ("do" + "n't"), or the word itself."""
    last = index
    while (
        last + 1 < len(tokens)
        and tokens[last + 1].start == tokens[last].end
        and tokens[index].text[-1:].isalnum()
        and (tokens[last + 1].text[:1] in "'’" or tokens[last + 1].text.lower() in ("n't", "n’t", "not", "na", "ta"))
        and len(tokens[last + 1].text) > 1
    ):
        last += 1
    return last
