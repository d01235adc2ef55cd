"""Fit where an event took place: `python -m training.scene_weights [DATA] [--write]`.

Every place that stands in an event's sentence or shortly before, in the 52 coded Wikinews articles that train: is it
where the coded event took place? A ridge logistic regression, its figures on articles held out in five folds. The limit
is set by hand (scenes.toml), a little above where F1 is best on the articles held out: a wrong place is worse than
none. `--test` scores the places that the records of the 40 articles that only test give.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.events import paired
from numpy.typing import NDArray

from diurna.code.ontology import load_ontology
from diurna.pipeline import record_of
from diurna.records import Event
from diurna.resolve.scenes import EVIDENCE, Places, candidates, place_of, places_by_sentence
from diurna.resolve.siting import scene_of
from training.coded import coded_documents
from training.logistic import fit

WEIGHTS = Path(__file__).parent.parent / "src/diurna/resolve/scenes.toml"
BEARINGS = ("destination", "taken", "opens", "where", "speaking", "spoken_of", "of_another", "origin", "local", "deed")
BY_HAND = ("dateline", "below", "site", "right_under", "finer", "abroad", *BEARINGS)  # see scenes.toml
RIDGE = 3.0
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Placed:
    """An event that diurna found, its sentence, its article's places, and the coded event's place in small words."""

    event: Event
    index: int
    places: Places
    coded: frozenset[str]

    def is_right(self, name: str) -> bool:
        """Return whether a place's name shares a word with the coded one."""
        return bool(self.coded & _words(name))


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.lower())) - {"the", "of", "city", "in"}


def placed(data: Path, name: str) -> list[list[Placed]]:
    """Return, for each coded article, the events found that are coded too."""
    made = []
    for coding, document in coded_documents(data, name):
        record = record_of(document)
        starts = [s.start for s in document.sentences]
        places = places_by_sentence(document, record.places, scene_of(document, record.places).home, record.events)
        made.append(
            [
                Placed(
                    event,
                    bisect_right(starts, event.trigger.start) - 1,
                    places,
                    _words((told["place"] or {}).get("text", "")),
                )
                for event, told in paired(record.events, coding["events"], partial(_tells, starts))
            ]
        )
    return made


def _tells(starts: list[int], event: Event, told: dict[str, Any]) -> bool:
    """Return whether an event is of a coded one's type and told in one of its sentences."""
    mine = {bisect_right(starts, spot.start) for spot in (event.trigger, *event.mentions)}
    theirs = {bisect_right(starts, spot["start"]) for spot in (told["trigger"], *told["mentions"])}
    return bool(told["type"] == event.type and mine & theirs)


def rows(events: list[Placed], names: tuple[str, ...]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the evidence of every candidate of every event, and whether it is the event's place."""
    made, right = [], []
    for one in events:
        for place, told in candidates(one.event, one.index, one.places):
            found = {**told, one.event.type: 1.0}
            made.append([found.get(name, 0.0) for name in names])
            right.append(one.is_right(place.name) or one.is_right(place.span.text))
    return np.array(made, float), np.array(right, float)


def score(events: list[Placed], by: Mapping[str, float] | None) -> NDArray[np.float64]:
    """Return how many events get the right place, how many get one, how many have one, and how many have and get one.

    `by` are weights to place each event with, by the sentence of its trigger; None: the place that the record gives it.
    """
    totals = np.zeros(4)
    for one in events:
        place = one.event.place if by is None else place_of(one.event, one.index, one.places, by)
        right = place is not None and (one.is_right(place.name) or one.is_right(place.span.text))
        totals += (right, place is not None, bool(one.coded), place is not None and bool(one.coded))
    return totals


def shown(totals: NDArray[np.float64]) -> str:
    """Return the figures as text."""
    right, found, coded, both = totals
    f1 = 2 * right / max(found + coded, 1)
    return (
        f"F1 {f1:.3f} P {right / max(found, 1):.2f} R {right / max(coded, 1):.2f} ({coded:.0f} coded), "
        f"{right:.0f} right of {both:.0f} that have both"
    )


def main() -> None:
    """Fit, print, and write where asked to; or score."""
    data = Path(next((a for a in sys.argv[1:] if a[0] != "-"), "../shared/data"))
    if "--test" in sys.argv:
        print(
            "event places, 40 articles:",
            shown(np.sum([score(a, None) for a in placed(data, "wikinews_plover")], axis=0)),
        )
        return
    names = (*EVIDENCE, *load_ontology().types)
    articles = placed(data, "wikinews_plover_train")
    limits = np.arange(0.1, 0.75, 0.05)
    totals = {limit: np.zeros(4) for limit in limits}
    for fold in range(FOLDS):
        train = [one for i, a in enumerate(articles) if i % FOLDS != fold for one in a]
        fitted = dict(zip(names, fit(*rows(train, names), RIDGE), strict=True))
        for limit in limits:
            for article in articles[fold::FOLDS]:
                totals[limit] += score(article, {**fitted, "likely": limit})
    for limit, total in totals.items():
        print(f"limit {limit:.2f}: {shown(total)}")
    text = WEIGHTS.read_text("utf-8")
    everything = rows([one for a in articles for one in a], names)
    for name, value in zip(names, fit(*everything, RIDGE), strict=True):
        print(f"{name:18} {value:.2f}")
        if name not in BY_HAND:
            text = re.sub(rf"(?m)^{name} = [-\d.]+", f"{name} = {value:.2f}", text)
    if "--write" in sys.argv:
        WEIGHTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
