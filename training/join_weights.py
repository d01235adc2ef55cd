"""Fit when two tellings of different articles are one event: `python -m training.join_weights [DATA] [--write]`.

Pairs of labelled tellings of the families of corpus/stories that train: those that share a block as dated, those that
share one when all stories begin on one day, and some at random. Beside them stand tellings of 294 Wikinews articles,
all moved to the same ten days: two of one article, which the step within an article kept apart, and two of articles
that were published more than six weeks apart, are two events. A ridge logistic regression; evidence whose weight comes
out against its meaning ("place_shared" speaking against) is left out. The limit is the strictest whose B-cubed F1 is
within 0.01 of the best, on families held out in five folds, as dated and crowded into the same weeks.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from benchmarks.joining import Labelled, bcubed, joined, labelled_tellings, moved

from diurna.merge.across import Telling, tellings_of
from diurna.merge.across.blocks import kind, looks_in, stands_in
from diurna.merge.across.likeness import EVIDENCE, evidence
from diurna.pipeline import code_articles
from diurna.read import read_articles
from training.logistic import fit

WEIGHTS = Path(__file__).parent.parent / "src/diurna/merge/across/weights.toml"
RIDGE = 1.5
FOLDS = 5
AT_RANDOM = 300
LATER = (2, 2, 3, 3, 4, 7)  # days by which an event told again is another; most look-alikes are near
ALIKE = 3  # how many times a pair of one family counts: there only day, place and number tell events apart
STRANGERS = 1500
IN_ARTICLE = 400
DAYS, WEEKS_APART = 10, 45
NEARLY = 0.01
LIMITS = np.arange(-1.75, 0.3, 0.25)

Pair = tuple[Labelled, Labelled]
Evidence = dict[str, float]


def meeting(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Return the pairs of places in the list of which one telling looks where the other stands."""
    standing: dict[int, list[int]] = {}
    for place, telling in enumerate(tellings):
        for block in stands_in(telling):
            standing.setdefault(block, []).append(place)
    met = {
        (min(place, other), max(place, other))
        for place, telling in enumerate(tellings)
        for block in looks_in(telling)
        for other in standing.get(block, ())
        if other != place
    }
    return sorted(met)


def in_blocks(tellings: Sequence[Labelled]) -> list[Pair]:
    """Return the pairs of tellings of which one looks where the other stands."""
    return [(tellings[a], tellings[b]) for a, b in meeting([one.telling for one in tellings])]


def crossing(tellings: Sequence[Labelled]) -> list[Pair]:
    """Return the pairs of one kind that are of different families."""
    return [
        (one, other)
        for place, one in enumerate(tellings)
        for other in tellings[:place]
        if one.told.family != other.told.family and kind(one.telling) == kind(other.telling)
    ]


def two_events(data: Path) -> list[Evidence]:
    """Return the evidence of pairs of tellings in Wikinews that are two events."""
    made, begun = [], random.Random(3)
    for record in code_articles(read_articles([data / "news/wikinews-2019-2020.jsonl"])):
        day = record.article.published.toordinal() if record.article.published else 0
        crowd = 737000 + begun.randrange(DAYS) - day
        made += [(day, moved(telling, crowd)) for telling in tellings_of(record, record.article.id, record.article.id)]
    met = meeting([telling for _, telling in made])
    strange = [(a, b) for a, b in met if abs(made[a][0] - made[b][0]) > WEEKS_APART]
    inside = [(a, b) for a, b in met if made[a][1].article_key == made[b][1].article_key]
    chosen = begun.sample(strange, STRANGERS) + begun.sample(inside, IN_ARTICLE)
    return [evidence(made[a][1], made[b][1]) for a, b in chosen]


def a_few_days_later(one: Labelled, other: Labelled) -> list[Evidence]:
    """Return the evidence of an event told again with all its words, but for its day: that is another event.

    Of pairs of one event where both tell a day of their own; the other's report and day are moved.
    """
    if one.label != other.label or not (one.telling.own_date and other.telling.own_date):
        return []
    return [evidence(one.telling, moved(other.telling, days)) for days in LATER]


def fitted(dated: Sequence[Labelled], crowded: Sequence[Labelled], two: Sequence[Evidence]) -> dict[str, float]:
    """Return the weights fitted on labelled tellings, as dated and crowded, and on pairs that are `two` events."""
    strange = crossing(crowded)
    met = in_blocks(dated)
    alike = [pair for pair in met if pair[0].told.family == pair[1].told.family]
    pairs = met + (ALIKE - 1) * alike
    pairs += [pair for pair in in_blocks(crowded) if pair[0].told.family != pair[1].told.family]
    pairs += random.Random(8).sample(strange, min(AT_RANDOM, len(strange)))
    again = [later for pair in met for later in a_few_days_later(*pair)]
    same = np.array([one.label == other.label for one, other in pairs] + [False] * (len(again) + len(two)), float)
    found = [*(evidence(one.telling, other.telling) for one, other in pairs), *again, *two]
    names = list(EVIDENCE)
    while True:
        rows = np.array([[each.get(name, 0.0) for name in names] for each in found], float)
        by = dict(zip(names, map(float, fit(rows, same, RIDGE)), strict=True))
        wrong = [name for name in names if name != "constant" and by[name] * _sign(name) < 0]
        if not wrong:
            print(f"{len(found)} pairs, {int(same.sum())} of them one event")
            return dict.fromkeys(EVIDENCE, 0.0) | by
        names.remove(max(wrong, key=lambda name: abs(by[name])))


def _sign(name: str) -> int:
    return -1 if name.endswith("_apart") or name in ("one_article", "crossed", "told_far") else 1


def _only(tellings: Iterable[Labelled], families: set[str]) -> list[Labelled]:
    return [one for one in tellings if one.told.family in families]


def main() -> None:
    """Fit, print, and write where asked to."""
    dated, crowded = ([one for one in labelled_tellings(dense) if one.told.trains] for dense in (False, True))
    known, near = ([one for one in part if one.label] for part in (dated, crowded))
    families = sorted({one.told.family for one in dated})
    two = two_events(Path(next((a for a in sys.argv[1:] if a[0] != "-"), "../shared/data")))
    totals = dict.fromkeys(map(float, LIMITS), 0.0)
    for fold in range(FOLDS):
        out = set(families[fold::FOLDS])
        by = fitted(_only(known, set(families) - out), _only(near, set(families) - out), two)
        for limit in totals:
            for part in (dated, crowded):
                totals[limit] += bcubed(_only(part, out), joined(part, by | {"same": limit}))[2] / (2 * FOLDS)
    for limit, f1 in totals.items():
        print(f"limit {limit:5.2f}: B-cubed F1 {f1:.3f}")
    # A wrong join costs a reader more than a missed one: the strictest limit that is nearly the best.
    limit = max(limit for limit, f1 in totals.items() if f1 >= max(totals.values()) - NEARLY)
    best = fitted(known, near, two) | {"same": limit}
    text = WEIGHTS.read_text("utf-8")
    for name, value in best.items():
        print(f"{name:18} {value:.2f}")
        text = re.sub(rf"(?m)^{name} = [-\d.]+", f"{name} = {value + 0.0:.2f}", text)
    if "--write" in sys.argv:
        WEIGHTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
