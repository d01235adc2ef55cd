"""Fit when two tellings are one event: `python -m training.merge_weights [DATA] [--write]`.

Pairs of events of one type that diurna finds in the coded articles that train and tell which tellings are one (the 52
of the data folder, and those of corpus/articles), each matched to the coded event whose trigger or mention it meets
(else one of its type in its sentence): one event, or two? A ridge logistic regression; the limit is the one with the
best event F1 on articles held out in five folds. The shipped weights are those of the 52 articles; what keeps tellings
apart (merge/apart.py) is rare in them, so that its weights are fitted on all of the articles, the others as shipped.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diurna.code.attributions import find_attributions
from diurna.code.claims import find_claims
from diurna.code.events import find_events
from diurna.code.ontology import load_ontology
from diurna.merge import merge_events
from diurna.merge.alike import EVIDENCE, evidence, weights
from diurna.merge.apart import KEEPS_APART
from diurna.records import Event, Record
from diurna.resolve import resolve
from training.coded import told_documents
from training.logistic import fit
from training.sources import ARTICLES

WEIGHTS = Path(__file__).parent.parent / "src/diurna/merge/weights.toml"
RIDGE = 1.5
FOLDS = 5


class Told:
    """An article's events before merging, with the places of the coded events that each may tell."""

    def __init__(self, record: Record, coded: list[dict[str, Any]]) -> None:
        self.text, self.events, self.coded = record.article.text, record.events, coded
        self.starts = [start for start, _ in record.sentences]
        self.people = {entity.id for entity in record.entities if entity.type == "person"}

    def sentence(self, start: int) -> int:
        """Return the index of the sentence that holds a character."""
        return bisect_right(self.starts, start) - 1

    def matches(self, event: Event) -> set[int]:
        """Return the coded events of the type that the telling meets, or else of its sentence."""
        spots = [
            (index, spot)
            for index, coding in enumerate(self.coded)
            if coding["type"] == event.type
            for spot in (coding["trigger"], *coding["mentions"])
        ]
        near = {i for i, s in spots if s["start"] < event.trigger.end and event.trigger.start < s["end"]}
        mine = self.sentence(event.trigger.start)
        return near or {i for i, s in spots if self.sentence(s["start"]) == mine}

    def score(self, by: Mapping[str, float]) -> tuple[int, int, int]:
        """Return right, found and coded events after merging, each used once."""
        merged = merge_events(self.events, self.text, by, self.people)
        left, right = list(range(len(self.coded))), 0
        for event in merged:
            mine = {self.sentence(m.start) for m in (event.trigger, *event.mentions)}
            for index in left:
                coding = self.coded[index]
                spots = {self.sentence(s["start"]) for s in (coding["trigger"], *coding["mentions"])}
                if coding["type"] == event.type and mine & spots:
                    left.remove(index)
                    right += 1
                    break
        return right, len(merged), len(self.coded)


def told_in(data: Path) -> list[Told]:
    """Return the coded articles that train, with the events that diurna finds in them."""
    made = []
    for coding, document in told_documents(ARTICLES, data):
        record = resolve(document, find_events(document), find_attributions(document), find_claims(document))
        made.append(Told(record, coding["events"]))
    return made


def pairs(articles: list[Told], names: tuple[str, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the evidence of every pair of tellings that match coded events, and whether they are one."""
    rows, same = [], []
    for told in articles:
        matched = [(event, told.matches(event)) for event in told.events]
        for later, (event, ours) in enumerate(matched):
            for other, theirs in matched[:later]:
                if other.type != event.type or not ours or not theirs:
                    continue
                found = evidence(other, event, told.text, told.people) | {event.type: 1.0}
                rows.append([found.get(name, 0.0) for name in names])
                same.append(bool(ours & theirs))
    return np.array(rows, float), np.array(same, float)


def apart_weights(articles: list[Told], names: tuple[str, ...]) -> dict[str, float]:
    """Return the weights of KEEPS_APART, fitted with the shipped ones of the other evidence given."""
    rows, same = pairs(articles, (*KEEPS_APART, *names))
    given = rows @ np.array([0.0 if n in KEEPS_APART else weights().get(n, 0.0) for n in (*KEEPS_APART, *names)])
    fitted = fit(rows[:, : len(KEEPS_APART)], same, RIDGE, given)
    return dict(zip(KEEPS_APART, map(float, fitted), strict=True))


def main() -> None:
    """Fit, print, and write where asked to."""
    data = Path(next((a for a in sys.argv[1:] if a[0] != "-"), "../shared/data"))
    names = (*EVIDENCE, *load_ontology().types)
    articles = told_in(data)
    limits = np.arange(0.2, 0.85, 0.05)
    totals = {limit: np.zeros(3) for limit in limits}
    for fold in range(FOLDS):
        train = [a for i, a in enumerate(articles) if i % FOLDS != fold]
        fitted = dict(zip(names, fit(*pairs(train, names), RIDGE), strict=True))
        for limit in limits:
            for told in articles[fold::FOLDS]:
                totals[limit] += told.score({**fitted, "same": limit})
    for limit, (right, found, coded) in totals.items():
        print(
            f"limit {limit:.2f}: event F1 {2 * right / (found + coded):.3f} P {right / found:.2f} R {right / coded:.2f}"
        )
    best = max(limits, key=lambda one: 2 * totals[one][0] / (totals[one][1] + totals[one][2]))
    rows, same = pairs(articles, names)
    print(f"{len(rows)} pairs, {int(same.sum())} of them one event")
    print("with the others as shipped:", {n: round(v, 2) for n, v in apart_weights(articles, names).items()})
    text = WEIGHTS.read_text("utf-8")
    for name, value in (*zip(names, fit(rows, same, RIDGE), strict=True), ("same", best)):
        print(f"{name:18} {value:.2f}")
        text = re.sub(rf"(?m)^{name} = [-\d.]+", f"{name} = {value:.2f}", text)
    if "--write" in sys.argv:
        WEIGHTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
