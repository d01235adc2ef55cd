"""Score sentence and word splitting, tags, lemmas and trees from raw text: `python -m benchmarks.trees DATA`.

DATA is the folder of the treebanks' parent (`ud/pud-test.conllu` ...). Scored as in the CoNLL 2018 shared task: the
F1 of words whose characters, and whose head's characters, are those of the gold tree; relation subtypes are
stripped ("obl:agent" counts as "obl"), and UAS/LAS count all words, punctuation too. `--forms` scores GUM dev in the
forms that news has (FORMS), each made from its text character by character, and what each costs against the plain one.
`--genres` scores PUD, GUM dev and EWT dev by kind of text.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import combining, normalize

from diurna.annotate import annotate
from diurna.read import article_of
from diurna.records import Article, Sentence


@dataclass(frozen=True, slots=True)
class Word:
    """A gold or found word by its characters."""

    span: tuple[int, int]
    head: tuple[int, int] | None
    deprel: str
    upos: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A document's kind of text, its text, the spans of its sentences and its words."""

    genre: str
    text: str
    sentences: list[tuple[int, int]]
    words: list[Word]


def read_gold(path: Path) -> Iterator[Gold]:
    """Yield the treebank's documents; sentences are joined with a space, paragraphs with an empty line."""
    genre = text = ""
    sentences: list[tuple[int, int]] = []
    words: list[Word] = []
    rows: list[list[str]] = []
    joint = ""
    for line in [*path.read_text("utf-8").splitlines(), "# newdoc"]:
        if line.startswith("# newdoc"):
            if text:
                yield Gold(genre, text, sentences, words)
            genre, text, sentences, words, joint = _genre(line), "", [], [], ""
        elif line.startswith("# newpar"):
            joint = "\n\n"
        elif line.startswith("# text = "):
            start = len(text) + len(joint if text else "")
            text += (joint if text else "") + line[9:]
            joint = " "
            sentences.append((start, len(text)))
        elif line[:1].isdigit():
            rows.append(line.split("\t"))
        elif not line.strip() and rows:
            words += _words(rows, text, sentences[-1][0])
            rows = []


def _genre(line: str) -> str:
    """Return the kind of text that a document's id names: PUD's n and w, GUM_academic_..., EWT's weblog-..."""
    name = line.partition("id = ")[2].removeprefix("GUM_")
    kind = name.replace("_", "-").partition("-")[0]
    return {"n": "news", "w": "Wikipedia"}.get(name[:1], kind) if name[1:].isdigit() else kind


def _words(rows: list[list[str]], text: str, start: int) -> list[Word]:
    spans: dict[int, tuple[int, int]] = {}
    place = start
    for row in rows:
        if row[0].isdigit():
            found = text.find(row[1], place)
            if found < 0 or text[place:found].strip():
                # A word that its contraction does not spell out ("wo" of "wont"): give it what is left.
                found = place + len(text[place:]) - len(text[place:].lstrip())
            spans[int(row[0])] = (found, found + len(row[1]))
            place = found + len(row[1])
    return [
        Word(spans[int(row[0])], spans.get(int(row[6])), row[7].split(":")[0], row[3], row[2])
        for row in rows
        if row[0].isdigit()
    ]


def found_words(sentence: Sentence) -> list[Word]:
    """Return what the annotator found, in the same form."""
    spans = [(t.start, t.end) for t in sentence.tokens]
    return [
        Word(spans[t.index], spans[t.head] if t.head >= 0 else None, t.deprel.split(":")[0], t.upos, t.lemma)
        for t in sentence.tokens
    ]


def _each(change: Callable[[str], str]) -> Callable[[str], str]:
    """Return the change made to each character by itself, where it gives one character, so that offsets hold."""
    return lambda text: "".join(new if len(new := change(c)) == 1 else c for c in text)


def _bare(character: str) -> str:
    return "".join(c for c in normalize("NFD", character) if not combining(c))


def _curled(text: str) -> str:
    """Return the text with curly quotes for straight ones: opening after a space or at the start, else closing."""
    made = []
    for i, c in enumerate(text):
        opens = i == 0 or text[i - 1].isspace() or text[i - 1] in "(["
        made.append({'"': "“" if opens else "”", "'": "‘" if opens else "’"}.get(c, c))
    return "".join(made)


FORMS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "lower-cased": _each(str.lower),
    "capitals": _each(str.upper),
    "curly quotes": _curled,
    "ASCII quotes": _each(lambda c: {"“": '"', "”": '"', "‘": "'", "’": "'"}.get(c, c)),
    "no diacritics": _each(_bare),
    "long dashes": _each(lambda c: "—" if c == "–" else "–" if c == "-" else c),
}


def score(path: Path, form: str = "plain", genre: str = "") -> dict[str, float]:
    """Return F1, in per cent, of sentences, words, UPOS, lemmas, UAS and LAS on one treebank, its text in a form.

    With a `genre`, on the treebank's documents of that kind.
    """
    documents = [gold for gold in read_gold(path) if genre in ("", gold.genre)]
    articles: list[Article] = [article_of(FORMS[form](gold.text)) for gold in documents]
    right = dict.fromkeys(("sentences", "words", "UPOS", "lemmas", "UAS", "LAS"), 0)
    gold_count, found_count, gold_sentences, found_sentences = 0, 0, 0, 0
    for gold, document in zip(documents, annotate(articles), strict=True):
        found = {word.span: word for s in document.sentences for word in found_words(s)}
        right["sentences"] += len({(s.start, s.end) for s in document.sentences} & set(gold.sentences))
        gold_sentences += len(gold.sentences)
        found_sentences += len(document.sentences)
        gold_count += len(gold.words)
        found_count += len(found)
        for word in gold.words:
            mine = found.get(word.span)
            if mine is not None:
                right["words"] += 1
                right["UPOS"] += mine.upos == word.upos
                right["lemmas"] += mine.lemma.lower() == word.lemma.lower()
                right["UAS"] += mine.head == word.head
                right["LAS"] += mine.head == word.head and mine.deprel == word.deprel
    totals = {name: gold_count + found_count for name in right} | {"sentences": gold_sentences + found_sentences}
    return {name: 200 * count / totals[name] for name, count in right.items()}


def by_genre(data: Path) -> Iterator[tuple[str, str, dict[str, float]]]:
    """Yield a treebank's name, a kind of text and its scores, for each kind in PUD, GUM dev and EWT dev."""
    for name in ("pud-test", "gum-dev", "ewt-dev"):
        path = data / f"{name}.conllu"
        for genre in sorted({gold.genre for gold in read_gold(path)}):
            yield name, genre, score(path, genre=genre)


def main() -> None:
    """Print a line a treebank."""
    arguments = [a for a in sys.argv[1:] if a[0] != "-"]
    data = Path(arguments[0] if arguments else "../shared/data") / "ud"
    if "--genres" in sys.argv:
        for name, genre, found in by_genre(data):
            shown = "  ".join(f"{k} {v:.1f}" for k, v in found.items())
            print(f"{name:9} {genre:12} {shown}", flush=True)
        return
    if "--forms" in sys.argv:
        plain = 0.0
        for form in FORMS:
            found = score(data / "gum-dev.conllu", form)
            plain = plain or found["LAS"]
            print(f"gum-dev {form:14} LAS {found['LAS']:.1f} ({found['LAS'] - plain:+.1f})", flush=True)
        return
    for name in ("pud-test", "gum-dev", "ewt-dev"):
        for form in ("plain", "lower-cased"):
            shown = "  ".join(f"{k} {v:.1f}" for k, v in score(data / f"{name}.conllu", form).items())
            print(f"{name:9}{' ' + form if form != 'plain' else '            '}  {shown}", flush=True)


if __name__ == "__main__":
    main()
