"""How alike two tellings are: evidence for their being one event, and its weights (weights.toml)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from diurna.merge.across.telling import Telling, Who
from diurna.merge.across.words import STEM, alike
from diurna.merge.alike import MUTUAL
from diurna.resolve.fitted import fitted_weights

EVIDENCE = (
    "constant", "one_article", "copies", "type_apart", "modes_shared", "modes_apart", "status_apart", "trigger_shared",
    "actors_shared", "actors_apart", "recipients_shared", "recipients_apart", "all_shared", "crossed",
    "countries_shared", "countries_apart", "names_shared", "names_apart", "story_names", "story_words",
    "sentence_words", "days_shared", "days_near", "days_apart", "told_apart", "told_far", "year_shared", "year_apart",
    "place_shared", "place_near", "place_apart", "counts_shared", "counts_apart", "published_apart",
)  # fmt: skip

_COMPATIBLE = frozenset(("happened", "historical"))
_NEAR = 30.0  # kilometres: the same city and what lies round it


def evidence(one: Telling, other: Telling) -> dict[str, float]:
    """Return what speaks for two tellings being one event, by the names of EVIDENCE; 0 where nothing is known."""
    found = {
        "constant": 1.0,
        "one_article": float(one.article_key == other.article_key),
        "copies": float(one.copies == other.copies and one.article_key != other.article_key),
        "type_apart": float(one.type != other.type),
        "status_apart": float(one.status != other.status and not {one.status, other.status} <= _COMPATIBLE),
        "trigger_shared": float(one.trigger[:STEM].lower() == other.trigger[:STEM].lower()),
        "story_names": _share(one.story_names, other.story_names),
        "story_words": math.sqrt(alike(one.story_terms, other.story_terms)),
        "sentence_words": math.sqrt(alike(one.terms, other.terms)),
    }
    found |= _compared("modes", set(one.modes), set(other.modes))
    found |= _participants(one, other)
    if one.names and other.names:
        found["names_shared"] = _share(one.names, other.names)
        found["names_apart"] = float(not one.names & other.names)
    return found | _days(one, other) | _places(one, other) | _counts(one, other)


def log_odds(one: Telling, other: Telling, by: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that two tellings are one event, by the weights."""
    return sum(by[name] * value for name, value in evidence(one, other).items() if value)


@cache
def weights() -> Mapping[str, float]:
    """Return the weights by name and the limits; raises ValueError naming the one that is missing."""
    return fitted_weights("diurna.merge.across", "weights.toml", (*EVIDENCE, "same"))


def _compared(of: str, ours: set[str], theirs: set[str]) -> dict[str, float]:
    if not ours or not theirs:
        return {}
    return {f"{of}_shared" if ours & theirs else f"{of}_apart": 1.0}


def _share(ours: frozenset[str], theirs: frozenset[str]) -> float:
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def _keys(group: tuple[Who, ...]) -> set[str]:
    return {key for who in group for key in who.keys}


def _participants(one: Telling, other: Telling) -> dict[str, float]:
    ours, theirs = _keys(one.actors), _keys(other.actors)
    onto, unto = _keys(one.recipients), _keys(other.recipients)
    if MUTUAL & {one.type, other.type}:
        # Who of those that meet is called the actor depends on the sentence.
        found = _compared("actors", ours | onto, theirs | unto)
        found["all_shared"] = float(len((ours | onto) & (theirs | unto)) > 1)
    else:
        found = _compared("actors", ours, theirs) | _compared("recipients", onto, unto)
        found["all_shared"] = found.get("actors_shared", 0.0) * found.get("recipients_shared", 0.0)
        found["crossed"] = float(bool(ours & unto or onto & theirs))
    countries = [{w.country for w in (*t.actors, *t.recipients) if w.country} for t in (one, other)]
    return found | _compared("countries", *countries)


def _days(one: Telling, other: Telling) -> dict[str, float]:
    found = {}
    if one.published and other.published:
        found["published_apart"] = math.log1p(abs(one.published - other.published))
    if not (one.first_day and one.last_day and other.first_day and other.last_day):
        return found
    apart = max(one.first_day - other.last_day, other.first_day - one.last_day, 0)
    if max(one.last_day - one.first_day, other.last_day - other.first_day) > 7:  # a month or a year is told
        return found | {"year_apart" if apart else "year_shared": 1.0}
    if apart == 0:
        return found | {"days_shared": 1.0}
    # A day off is often the day of the report; four and more are another day, whether five or fifteen.
    if apart == 1:
        return found | {"days_near": 1.0}
    if one.own_date and other.own_date:
        return found | {"told_apart": 1.0, "told_far": float(apart > 3)}
    return found | {"days_apart": 1.0 if apart > 3 else 0.5}


def _places(one: Telling, other: Telling) -> dict[str, float]:
    if not one.place or not other.place:
        return {}
    same = one.geonames == other.geonames if one.geonames and other.geonames else one.place == other.place
    if same:
        return {"place_shared": 1.0}
    far = kilometres(one, other)
    if far is None:
        apart = one.place_country and other.place_country and one.place_country != other.place_country
        return {"place_apart": 1.0} if apart else {}
    return {"place_near": 1.0} if far <= _NEAR else {"place_apart": 1.0}


def kilometres(one: Telling, other: Telling) -> float | None:
    """Return how far apart the places of two tellings are, or None where that is not known."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    across = math.sin((north - south) / 2) ** 2
    along = math.cos(north) * math.cos(south) * math.sin(math.radians(one.longitude - other.longitude) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, across + along)))


def _counts(one: Telling, other: Telling) -> dict[str, float]:
    shared = [_close(one.counts[what], other.counts[what]) for what in one.counts.keys() & other.counts.keys()]
    return {"counts_shared" if any(shared) else "counts_apart": 1.0} if shared else {}


def _close(ours: tuple[int | None, int | None], theirs: tuple[int | None, int | None]) -> bool:
    """Return whether two tolls may be one that rose: the larger is at most half as large again, or one more."""
    one, other = ours[0] or ours[1] or 0, theirs[0] or theirs[1] or 0
    return max(one, other) <= max(1.5 * min(one, other), min(one, other) + 1)
