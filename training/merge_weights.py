"""Fit when two tellings are one event: `python -m training.merge_weights [DATA] [--write]`.

Pairs of events of one type that diurna finds in the coded articles that train and tell which tellings are one (the 52
of the data folder, and those of corpus/articles, the ones that no model reads among them), each matched to the coded
event whose trigger or mention it meets (else one of its type in its sentence): one event, or two? With them go the
pairs of corpus/stories' training half, which are short and tell look-alikes. A ridge logistic regression; a pair counts
the less, the more earlier tellings its later one is compared with. Weights set by hand (SET) stay as they are. Prints
event F1 on articles held out in five folds, for each limit.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from corpus.stories import told_stories
from numpy.typing import NDArray

from diurna.annotate import annotate
from diurna.code.attributions import find_attributions
from diurna.code.claims import find_claims
from diurna.code.events import find_events
from diurna.code.ontology import load_ontology
from diurna.merge import merge_events
from diurna.merge.alike import EVIDENCE, evidence, weights
from diurna.merge.within import tellings_of
from diurna.records import Document, Event, Record, Span
from diurna.resolve import resolve
from training.coded import told_documents
from training.logistic import fit
from training.sources import ARTICLES

WEIGHTS = Path(__file__).parent.parent / "src/diurna/merge/weights.toml"
RIDGE = 1.5
FOLDS = 5
# Set by hand, as weights.toml says why.
SET = ("others_act", "others_suffer", "long_past", "opposed", "when_told", "days_apart", "far_apart", "all_apart",
       "modes_apart", "elapsed", "scenes_apart", "unlike", "counts_apart", "ASSAULT")  # fmt: skip


class Pairs(NamedTuple):
    """The evidence of each pair of tellings, whether they are one event, and how much the pair counts."""

    rows: NDArray[np.float64]
    same: NDArray[np.float64]
    counts: NDArray[np.float64]


class Told:
    """An article's events before merging, with the places of the coded events that each may tell."""

    def __init__(self, record: Record, coded: list[dict[str, Any]]) -> None:
        (self.events, self.page), self.coded = tellings_of(record), coded

    def matches(self, event: Event) -> set[Any]:
        """Return the coded events of the type that the telling meets, or else of its sentence."""
        spots = [
            (index, spot)
            for index, coding in enumerate(self.coded)
            if coding["type"] == event.type
            for spot in (coding["trigger"], *coding["mentions"])
        ]
        near = {i for i, s in spots if s["start"] < event.trigger.end and event.trigger.start < s["end"]}
        mine = self.page.sentence(event.trigger.start)
        return near or {i for i, s in spots if self.page.sentence(s["start"]) == mine}

    def score(self, by: Mapping[str, float]) -> tuple[int, int, int]:
        """Return right, found and coded events after merging, each used once."""
        merged = merge_events(self.events, self.page, by)
        left, right = list(range(len(self.coded))), 0
        for event in merged:
            mine = {self.page.sentence(m.start) for m in (event.trigger, *event.mentions)}
            for index in left:
                coding = self.coded[index]
                spots = {self.page.sentence(s["start"]) for s in (coding["trigger"], *coding["mentions"])}
                if coding["type"] == event.type and mine & spots:
                    left.remove(index)
                    right += 1
                    break
        return right, len(merged), len(self.coded)


class Labelled(Told):
    """An article of corpus/stories, whose labels say which of its tellings are one."""

    def __init__(self, record: Record, labels: Sequence[tuple[Span, str]]) -> None:
        super().__init__(record, [])
        self.labels = labels

    def matches(self, event: Event) -> set[Any]:
        """Return the labels that the telling's trigger meets."""
        return {label for span, label in self.labels if event.trigger.overlaps(span)}


def told_in(data: Path) -> list[Told]:
    """Return the coded articles that train, with the events that diurna finds in them."""
    return [Told(_unmerged(document), coding["events"]) for coding, document in told_documents(ARTICLES, data)]


def stories_told() -> list[Told]:
    """Return the articles of corpus/stories' training half, with the events that diurna finds in them."""
    told = [one for one in told_stories() if one.trains]
    documents = annotate([one.article for one in told])
    return [Labelled(_unmerged(document), one.labels) for one, document in zip(told, documents, strict=True)]


def _unmerged(document: Document) -> Record:
    return resolve(document, find_events(document), find_attributions(document), find_claims(document))


def pairs(articles: list[Told], names: tuple[str, ...]) -> Pairs:
    """Return every pair of tellings of one type of which it is known whether they are one event."""
    rows, same, counts = [], [], []
    for told in articles:
        matched = [(event, one) for event in told.events if (one := told.matches(event))]
        for later, (event, ours) in enumerate(matched):
            others = [pair for pair in matched[:later] if pair[0].type == event.type]
            for other, theirs in others:
                found = evidence(other, event, told.page) | {event.type: 1.0}
                rows.append([found.get(name, 0.0) for name in names])
                same.append(bool(ours & theirs))
                counts.append(len(others) ** -0.5)
    return Pairs(np.array(rows, float), np.array(same, float), np.array(counts, float))


def fitted(articles: list[Told], names: tuple[str, ...]) -> dict[str, float]:
    """Return the weights of names, those of SET as they are shipped."""
    given, free = weights(), [place for place, name in enumerate(names) if name not in SET]
    found = np.array([given[name] if name in SET else 0.0 for name in names])
    known = pairs(articles, names)
    found[free] = fit(known.rows[:, free], known.same, RIDGE, known.rows @ found, known.counts)
    return dict(zip(names, found.tolist(), strict=True))


def main() -> None:
    """Fit, print, and write where asked to."""
    data = Path(next((a for a in sys.argv[1:] if a[0] != "-"), "../shared/data"))
    names = (*EVIDENCE, *load_ontology().types)
    articles, stories = told_in(data), stories_told()
    totals = {limit: np.zeros(3) for limit in np.arange(0.35, 0.7, 0.05)}
    for fold in range(FOLDS):
        by = fitted([a for i, a in enumerate(articles) if i % FOLDS != fold] + stories, names)
        for limit, total in totals.items():
            for told in articles[fold::FOLDS]:
                total += told.score({**by, "same": limit})
    for limit, (right, found, coded) in totals.items():
        print(
            f"limit {limit:.2f}: event F1 {2 * right / (found + coded):.3f} P {right / found:.2f} R {right / coded:.2f}"
        )
    known = pairs([*articles, *stories], names)
    print(f"{len(known.same)} pairs, {int(known.same.sum())} of them one event")
    text = WEIGHTS.read_text("utf-8")
    for name, value in fitted([*articles, *stories], names).items():
        print(f"{name:18} {value:.2f}")
        text = re.sub(rf"(?m)^{name} = [-\d.]+", f"{name} = {value:.2f}", text)
    if "--write" in sys.argv:
        WEIGHTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
