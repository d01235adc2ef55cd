"""The training data cut into word pieces, with the label sets: made once, read by the teacher and by the student."""

from __future__ import annotations

import pickle
import random
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from diurna.annotate.pieces import Pieces, pieces_of
from training.coded import read_coded_sentences
from training.encoder import tokenizer
from training.example import Coded, Example, Tree
from training.labels import Labels, labels_of
from training.sources import training_sources

Row = tuple[Pieces, Example]


@dataclass(frozen=True, slots=True)
class Prepared:
    """The label sets, and of each source its name, the student's and the teacher's passes, and its rows."""

    labels: Labels
    sources: tuple[tuple[str, float, float, tuple[Row, ...]], ...]


def prepared(data: Path, work: Path) -> Prepared:
    """Return the prepared data kept in WORK/prepared.pkl, made from `data` where it is not there."""
    kept = work / "prepared.pkl"
    if not kept.exists():
        made = _prepare(data)
        kept.write_bytes(pickle.dumps(made))
    found: Prepared = pickle.loads(kept.read_bytes())  # our own file, written above
    return found


def _prepare(data: Path) -> Prepared:
    sources = training_sources(data)
    cutter = tokenizer()
    trees = [e for s in sources for e in s.examples if isinstance(e, Tree)]
    coded = [e for s in sources for e in s.examples if isinstance(e, Coded)]
    dev = read_coded_sentences(data / "events/voa_plover.jsonl", dev=True)
    events = [event for sentence in (*coded, *dev) for event in sentence.events]
    labels = labels_of(trees, {m for e in events for m in e.modes}, {c for e in events for c in e.contexts})
    cut = [pieces_of(cutter, [e.words for e in s.examples]) for s in sources]
    return Prepared(
        labels,
        tuple(
            (s.name, s.passes, s.taught, tuple(zip(pieces, s.examples, strict=True)))
            for s, pieces in zip(sources, cut, strict=True)
        ),
    )


def batches(rows_of: list[tuple[float, tuple[Row, ...]]], pieces: int, seed: int) -> list[list[Row]]:
    """Return a whole training in order: the passes over every source, in batches of like length, shuffled.

    A batch holds examples of one kind and at most `pieces` word pieces; of 2.5 passes the last is a random half.
    """
    rng = random.Random(seed)
    made: list[list[Row]] = []
    for passes, rows in rows_of:
        rounds = [list(rows)] * int(passes)
        if passes % 1:
            rounds.append(rng.sample(rows, int(len(rows) * (passes % 1))))
        for one in rounds:
            ordered = sorted(one, key=lambda row: len(row[0].ids) + rng.random() * 4)
            made += _cut(ordered, pieces)
    rng.shuffle(made)
    return made


def _cut(rows: list[Row], pieces: int) -> list[list[Row]]:
    cut: list[list[Row]] = [[]]
    for row in rows:
        if cut[-1] and (len(cut[-1]) + 1) * len(row[0].ids) > pieces:
            cut.append([])
        cut[-1].append(row)
    return [batch for batch in cut if batch]


def sentence_key(words: tuple[str, ...]) -> int:
    """Return what a sentence is known by among the taught ones: 63 bits of a hash of its words."""
    return int.from_bytes(blake2b("\n".join(words).encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1
