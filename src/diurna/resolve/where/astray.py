"""Names that no place of the gazetteer fits: small places of lands that the article does not speak of, and villages
that the gazetteer lacks, of which the article says the division they lie in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from diurna.records import Place, Span
from diurna.resolve.where.gazetteer import Candidate, kilometres, name_key

# Of seven places of fewer people, of no country that another of three or more names is of and so far from each, one
# was meant (LGL and GeoVirus).
KNOWN, NAMES, FAR_KM = 100_000, 3, 400.0
# States whose first-level divisions are too large to say where a village is.
VAST = frozenset(
    ("ARG", "AUS", "BRA", "CAN", "CHN", "DZA", "IND", "KAZ", "LBY", "MLI", "NER", "RUS", "SAU", "TCD", "USA")
)
LIST = re.compile(r",? and [A-Z]")  # "Datu Hoffer, Maguindanao and Sulu" may be three places of one kind
CALLED = re.compile(r"\b(?:village|town|hamlet|settlement|district|suburb|city) of $")
BESIDE = "its state or county stands beside it, and no place of this name is known there"


def is_astray(one: Candidate, others: Sequence[Candidate]) -> bool:
    """Return whether a place is hardly the one meant: small, and far from all that the article names besides."""
    if one.kind not in ("city", "admin2") or one.population >= KNOWN or len(others) < NAMES:
        return False
    return not any(other.country == one.country or kilometres(other, one) <= FAR_KM for other in others)


def in_their_divisions(toponyms: Sequence[Span], article_text: str, told: Mapping[str, Candidate]) -> dict[str, Place]:
    """Return by name the unknown places that a county, state or country stands right behind: "Akom, Enga Province".

    So does "in Katsina State" behind a village that the text calls one ("the village of Gidan Dawa").
    They have its country and division, and the coordinates of its middle unless it is a country or vast.
    """
    found: dict[str, Place] = {}
    for span, after in pairwise(toponyms):
        key, area = name_key(span.text), told.get(name_key(after.text))
        if key in told or area is None or area.kind == "city" or area.country is None:
            continue
        between = article_text[span.end : after.start]
        told_in = between in (" in ", ", in ") and CALLED.search(article_text, max(0, span.start - 30), span.start)
        if not (between in (", ", " (") or told_in) or LIST.match(article_text, after.end):
            continue
        near = area.kind != "country" and not (area.kind == "admin1" and area.country in VAST)
        at = (area.latitude, area.longitude) if near else (None, None)
        found.setdefault(key, Place(span, span.text, *at, area.country, area.admin1, decided=BESIDE if near else None))
    return found
