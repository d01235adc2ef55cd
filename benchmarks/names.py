"""Score names: `python -m benchmarks.names DATA`.

CrossNER politics test (person, organization, place, event) and Universal NER's EWT test (person, organization, place):
F1 of exact spans with types, each sentence's words joined with spaces and read as raw text; and the same lower-cased.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.example import Named
from training.names import read_crossner, read_uner

from diurna.annotate import annotate
from diurna.read import article_of

Mark = tuple[int, int, str]


def gold_names(example: Named) -> set[Mark]:
    """Return the gold names (start, end, type) in the joined text; words with more than one allowed label are none."""
    marks: list[Mark] = []
    place = 0
    for word, allowed in zip(example.words, example.allowed, strict=True):
        label = allowed[0] if len(allowed) == 1 else "O"
        if label[0] == "I" and marks and marks[-1][1] == place - 1:
            marks[-1] = (marks[-1][0], place + len(word), marks[-1][2])
        elif label != "O":
            marks.append((place, place + len(word), label[2:]))
        place += len(word) + 1
    return set(marks)


def f1(examples: Iterable[Named], kinds: frozenset[str], lowered: bool) -> float:
    """Return F1 in per cent over names of `kinds`."""
    gold = [(e, gold_names(e)) for e in examples]
    texts = [" ".join(e.words) for e, _ in gold]
    articles = [article_of(t.lower() if lowered and len(t.lower()) == len(t) else t) for t in texts]
    right = total = 0
    for (_, marks), document in zip(gold, annotate(articles), strict=True):
        found = {
            (s.tokens[name.first].start, s.tokens[name.last].end, name.type)
            for s in document.sentences
            for name in s.names
        }
        wanted = {m for m in marks if m[2] in kinds}
        mine = {m for m in found if m[2] in kinds}
        right += len(wanted & mine)
        total += len(wanted) + len(mine)
    return 200 * right / max(total, 1)


def scores(data: Path) -> Iterator[tuple[str, float, float]]:
    """Yield each set's name, its F1 and its F1 lower-cased."""
    politics = frozenset(("person", "organization", "place", "event"))
    for name, examples, kinds in (
        ("CrossNER politics test", list(read_crossner(data / "crossner_politics_test.txt")), politics),
        ("UNER EWT test", list(read_uner(data / "uner_ewt_test.iob2")), politics - {"event"}),
    ):
        yield name, f1(examples, kinds, False), f1(examples, kinds, True)


def main() -> None:
    """Print a line a set."""
    for name, plain, lowered in scores(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data") / "ner"):
        print(f"{name:24} F1 {plain:.1f}  lower-cased {lowered:.1f}", flush=True)


if __name__ == "__main__":
    main()
