"""Blocks: what two tellings must share to be compared at all, as numbers that an index finds at once.

A block is a kind of event, a name, place or pair of countries, and some days. A telling stands in the blocks of
its own days, and looks also in those before and after; one dated to a month or a year stands in, and looks in, the
blocks of its year.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from hashlib import blake2b

from diurna.merge.across.telling import Telling

DAYS = 8
"""How many days a block spans."""

FULL = 32
"""How many joined events a block holds at most: a fuller one tells nothing, and the others must find the event."""

TOKENS = 14
_STORY_TOKENS = 6
_KINDS = {1: "peace", 2: "peace", 3: "words", 4: "deeds"}


def kind(telling: Telling) -> str:
    """Return the kind of events that the telling's type may be taken for: hostile words, hostile deeds, or peaceful."""
    return _KINDS.get(telling.quad or 0, telling.type)


def stands_in(telling: Telling) -> list[int]:
    """Return the blocks that the telling is found by."""
    return [_number(telling, span, token) for span in _spans(telling, 0) for token in _tokens(telling, span)]


def looks_in(telling: Telling) -> list[int]:
    """Return the blocks in which the same event may stand."""
    return [_number(telling, span, token) for span in _spans(telling, 1) for token in _tokens(telling, span)]


def _spans(telling: Telling, around: int) -> Iterator[str]:
    day = telling.day
    if day is not None:
        for step in range(-around, around + 1):
            yield f"w{day // DAYS + step}"
    if telling.first_day is not None and telling.last_day is not None:
        coarse = telling.last_day - telling.first_day > 7
        if coarse or (telling.own_date and around == 0) or telling.status == "historical":
            first, last = date.fromordinal(telling.first_day).year, date.fromordinal(telling.last_day).year
            yield from (f"y{year}" for year in range(first, min(last, first + 1) + 1))


def _tokens(telling: Telling, span: str) -> list[str]:
    """Return the names, places and countries to look by; of a year only those of the event itself."""
    who = (*telling.actors, *telling.recipients)
    tokens = [p.wikidata for p in who if p.wikidata]
    tokens += sorted({word for p in who for word in p.words if len(word) > 3})
    if telling.geonames or telling.place:
        tokens.append(f"@{telling.geonames or telling.place}".lower())
    countries = sorted({c for c in (*(p.country for p in who), telling.place_country) if c})
    tokens += ["+".join(countries[:3])] if countries else []
    if span[0] == "w":
        tokens += sorted(telling.names)[:_STORY_TOKENS]
        tokens += sorted(telling.story_names)[:_STORY_TOKENS]
        tokens += sorted(telling.story_countries)[:2]
    return list(dict.fromkeys(tokens))[:TOKENS]


def _number(telling: Telling, span: str, token: str) -> int:
    return _hashed(f"{kind(telling)} {span} {token}")


@lru_cache(maxsize=1 << 17)
def _hashed(words: str) -> int:
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
