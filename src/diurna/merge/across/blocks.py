"""Blocks: what two tellings must share to be compared at all, as numbers that an index finds at once.

A block is a kind of event, some days, and a name, place or pair of countries. A telling stands in two sorts: of its
type, its very day, and those who take part or the place; and of its kind, eight days, and any name of its sentence or
article. It looks in those of its days and of the days beside them. One that is dated to a month or a year stands in,
and looks in, the blocks of its year.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from hashlib import blake2b

from diurna.merge.across.telling import Telling

DAYS = 8
"""How many days a block of a kind spans."""

FULL = 16
"""How many joined events a block holds at most: a fuller one tells little, and the others must find the event."""

_OWN = 6
_ALL = 10
_NAMES = 6
_KINDS = {1: "peace", 2: "peace", 3: "words", 4: "deeds"}


def kind(telling: Telling) -> str:
    """Return the kind of events that the telling's type may be taken for: hostile words, hostile deeds, or peaceful."""
    return _KINDS.get(telling.quad or 0, telling.type)


def stands_in(telling: Telling) -> list[int]:
    """Return the blocks that the telling is found by."""
    own, day = _own(telling), telling.day
    blocks = [f"{kind(telling)} y{year} {token}" for year in _years(telling, standing=True) for token in own]
    if day is not None:
        blocks += [f"{telling.type} d{day} {token}" for token in own]
        blocks += [f"{kind(telling)} w{day // DAYS} {token}" for token in _all(telling, own)]
    return [_number(words) for words in blocks]


def looks_in(telling: Telling) -> list[int]:
    """Return the blocks in which the same event may stand."""
    own, day = _own(telling), telling.day
    blocks = [f"{kind(telling)} y{year} {token}" for year in _years(telling, standing=False) for token in own]
    if day is not None:
        blocks += [f"{telling.type} d{near} {token}" for near in (day - 1, day, day + 1) for token in own]
        # Of the eight days before and the eight after, those that are nearer.
        week, beside = day // DAYS, 1 if day % DAYS >= DAYS // 2 else -1
        blocks += [f"{kind(telling)} w{span} {token}" for span in (week, week + beside) for token in _all(telling, own)]
    return [_number(words) for words in blocks]


def _years(telling: Telling, *, standing: bool) -> range:
    """Return the years whose blocks the telling stands in, or looks in, where it is dated to a year or recalled."""
    if telling.first_day is None or telling.last_day is None:
        return range(0)
    vague = telling.last_day - telling.first_day > DAYS - 1
    if not (vague or telling.status == "historical" or (standing and telling.own_date)):
        return range(0)
    first, last = date.fromordinal(telling.first_day).year, date.fromordinal(telling.last_day).year
    return range(first, min(last, first + 1) + 1)


def _own(telling: Telling) -> list[str]:
    """Return the event's own tokens: who takes part, where, and of which countries."""
    who = (*telling.actors, *telling.recipients)
    tokens = [p.wikidata for p in who if p.wikidata]
    countries = sorted({c for c in (*(p.country for p in who), telling.place_country) if c})
    tokens += ["+".join(countries[:3])] if countries else []
    if telling.geonames or telling.place:
        tokens.append(f"@{telling.geonames or telling.place}".lower())
    tokens += sorted({word for p in who for word in p.words if len(word) > 3})
    return list(dict.fromkeys(tokens))[:_OWN]


def _all(telling: Telling, own: list[str]) -> list[str]:
    """Return the event's own tokens, then names of its sentence and of its article."""
    names = (*sorted(telling.names)[:_NAMES], *sorted(telling.story_names)[:_NAMES])
    return list(dict.fromkeys((*own, *names, *sorted(telling.story_countries)[:2])))[:_ALL]


@lru_cache(1 << 14)
def _number(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
