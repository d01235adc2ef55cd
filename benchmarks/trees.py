"""Score sentence and word splitting, tags, lemmas and trees from raw text: `python -m benchmarks.trees DATA`.

DATA is the folder of the treebanks' parent (`ud/pud-test.conllu` ...). Scored as in the CoNLL 2018 shared task: the
F1 of words whose characters, and whose head's characters, are those of the gold tree; relation subtypes are
stripped ("obl:agent" counts as "obl"), and UAS/LAS count all words, punctuation too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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
    """A document's text, the spans of its sentences and its words."""

    text: str
    sentences: list[tuple[int, int]]
    words: list[Word]


def read_gold(path: Path) -> Iterator[Gold]:
    """Yield the treebank's documents; sentences are joined with a space, paragraphs with an empty line."""
    text = ""
    sentences: list[tuple[int, int]] = []
    words: list[Word] = []
    rows: list[list[str]] = []
    joint = ""
    for line in [*path.read_text("utf-8").splitlines(), "# newdoc"]:
        if line.startswith("# newdoc") and text:
            yield Gold(text, sentences, words)
            text, sentences, words, joint = "", [], [], ""
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


def score(path: Path, lowered: bool = False) -> dict[str, float]:
    """Return F1, in per cent, of sentences, words, UPOS, lemmas, UAS and LAS on one treebank."""
    documents = list(read_gold(path))
    articles: list[Article] = [
        article_of(gold.text.lower() if lowered and len(gold.text.lower()) == len(gold.text) else gold.text)
        for gold in documents
    ]
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


def main() -> None:
    """Print a line a treebank."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data") / "ud"
    for name in ("pud-test", "gum-dev", "ewt-dev"):
        for form in (False, True):
            shown = "  ".join(f"{k} {v:.1f}" for k, v in score(data / f"{name}.conllu", form).items())
            print(f"{name:9}{' lower-cased' if form else '            '}  {shown}", flush=True)


if __name__ == "__main__":
    main()
