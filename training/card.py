"""Write the model card: `python -m training.card DATA`, after the model was shipped.

It is training/card.md with the data, their licences (training/licences.csv) and the shipped scores by genre.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.names import scores as name_scores
from benchmarks.trees import by_genre

from training.sources import Source, training_sources

HERE = Path(__file__).parent
MODEL = HERE.parent / "src/diurna/annotate/model"
SCORES = ("sentences", "UPOS", "lemmas", "UAS", "LAS")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def data_rows(sources: Iterable[Source], licences: Path) -> Iterator[tuple[str, ...]]:
    """Yield for each source: what it is, its sentences, words, passes and licence.

    Raises KeyError where a source has no line in `licences`.
    """
    with licences.open(encoding="utf-8", newline="") as file:
        told = {line["source"]: line for line in csv.DictReader(file)}
    for source in sources:
        line = told[source.name]
        words = sum(len(example.words) for example in source.examples)
        yield line["data"], f"{len(source.examples):,}", f"{words:,}", f"{source.passes:g}", line["licence"]


def card(data: Path) -> str:
    """Return the card of the shipped model, scored on the sets under `data`."""
    return (
        (HERE / "card.md")
        .read_text("utf-8")
        .format(
            megabytes=round((MODEL / "model.onnx").stat().st_size / 1e6),
            data=table(
                ("data", "sentences", "words", "passes", "licence"),
                data_rows(training_sources(data), HERE / "licences.csv"),
            ),
            scores=table(
                ("treebank", "genre", *SCORES),
                ((name, genre, *(f"{found[s]:.1f}" for s in SCORES)) for name, genre, found in by_genre(data / "ud")),
            ),
            names=table(
                ("set", "F1", "lower-cased"),
                ((name, f"{plain:.1f}", f"{lowered:.1f}") for name, plain, lowered in name_scores(data / "ner")),
            ),
        )
    )


if __name__ == "__main__":
    made = card(Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data"))
    (MODEL / "MODEL_CARD.md").write_text(made, "utf-8")
