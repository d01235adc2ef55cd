"""All places that a name can mean."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from diurna.resolve.where.gazetteer import Candidate, gazetteer
from diurna.resolve.where.tables import country_called, division_called, division_place, regions_called

# How many towns of one name are weighed: beyond these they are hamlets. "San Antonio" has some 160.
MOST = 60
# "Rampur district", "the city of Mosul", "downtown Lagos", "northern Mali" lie where the name inside them does.
BEFORE = re.compile(
    r"(?:the )?(?:(?:city|town|village|state|province|district|county|republic|port|island) of |"
    r"(?:downtown|central|greater|upstate|north|south|east|west|northern|southern|eastern|western|"
    r"northeast(?:ern)?|northwest(?:ern)?|southeast(?:ern)?|southwest(?:ern)?)[ -])",
    re.I,
)
AFTER = re.compile(
    r" (?:city|town|village|state|province|district|county|parish|region|oblast|governorate|prefecture|"
    r"municipality|township|department|valley|airport|international airport)$",
    re.I,
)


@lru_cache(maxsize=4096)
def candidates(name: str) -> tuple[Candidate, ...]:
    """Return the places that `name` can mean: countries, regions, divisions and towns, the most populous first.

    Where nothing bears the whole name, a word of kind is taken off ("Rampur district", "downtown Lagos"). Empty for
    an unknown name.
    """
    for form in _forms(name):
        found = _called(form)
        if any(one.latitude is not None for one in found):
            return found
    return _called(name)


def _forms(name: str) -> list[str]:
    plain = name.strip().removesuffix("'s").removesuffix("’s")
    forms = [plain, AFTER.sub("", plain), BEFORE.sub("", plain, count=1)]
    return [form for number, form in enumerate(forms) if form and form not in forms[:number]]


def _called(name: str) -> tuple[Candidate, ...]:
    country = country_called(name)
    short = division_called(name)
    division = division_place(*short) if short else None
    found = [one for one in (country, *regions_called(name)) if one is not None]
    towns = gazetteer().called(name)
    if division is not None:
        towns = [division, *(one for one in towns if one != replace(division, exact=one.exact))]
    elif name.isupper() and len(name) <= 2:  # "MS" and "OK" are no towns' names
        towns = []
    # GeoNames lists some divisions twice over as towns; a region of regions.csv that is a division stays one.
    held: Callable[[Candidate], bool] = lambda one: one.kind != "admin1" or all(  # noqa: E731
        (region.country, region.admin1) != (one.country, one.name) for region in found
    )
    return (*found, *[one for one in towns if held(one)][:MOST])
