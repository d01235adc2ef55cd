"""All places that a name can mean."""

from __future__ import annotations

import re
from functools import lru_cache

from diurna.resolve.countries import country_named
from diurna.resolve.where.gazetteer import Candidate, gazetteer, kilometres, name_key
from diurna.resolve.where.tables import (
    country_called,
    division_called,
    is_capital,
    middle_of,
    place_of_adjective,
    regions_called,
)

# How many towns of one name are weighed: beyond these they are hamlets. "San Antonio" has some 160.
MOST = 60
# A division is the namesake of a town of so many people so near, or of one in it where so much of its people lives
# (New York, not Quebec): the bare name then means the town.
LARGE, NEAR_KM, SHARE = 50_000, 150.0, 0.1
# "Rampur district", "the city of Mosul", "downtown Lagos", "northern Mali" lie where the name in them does.
BEFORE = re.compile(
    r"(?:the )?(?:(?:city|town|village|state|province|district|county|republic|port|island) of |"
    r"(?:downtown|central|greater|upstate|north|south|east|west|northern|southern|eastern|western|"
    r"northeast(?:ern)?|northwest(?:ern)?|southeast(?:ern)?|southwest(?:ern)?)[ -]|(?:[nsew]\.){1,2} ?)",
    re.I,
)
COUNTY = re.compile(r"^Co\.? (?=[A-Z])")  # "Co. Westmeath"
AFTER = re.compile(
    r" (?:city|town|village|state|province|district|county|parish|region|oblast|governorate|prefecture|"
    r"municipality|township|department|valley|airport|international airport)$",
    re.I,
)


@lru_cache(maxsize=4096)
def candidates(name: str) -> tuple[Candidate, ...]:
    """Return the places that `name` can mean: country, regions, then divisions and towns by population.

    Where nothing bears the whole name, a word of kind is taken off ("Rampur district", "downtown Lagos").
    Empty for an unknown name.
    """
    for form in _forms(name):
        if found := _called(form):
            return found
    return ()


def _forms(name: str) -> list[str]:
    plain = name.strip().removesuffix("'s").removesuffix("’s")
    if name.strip().isalnum():
        return [name.strip()]  # a single word has no word of kind to take off
    plain = COUNTY.sub("County ", plain)
    forms = [name.strip(), plain, AFTER.sub("", plain), BEFORE.sub("", plain, count=1)]
    return [form for number, form in enumerate(forms) if form and form not in forms[:number]]


def _called(name: str) -> tuple[Candidate, ...]:
    if (meant := place_of_adjective(name)) is not None:
        return tuple(one for one in _called(meant[0]) if one.country == meant[1])[:1]
    country = country_called(name)
    if country is not None and country_named(name) is None:
        return (country,)  # "Somali" and "Cuban" are adjectives, whatever towns and divisions bear such a name
    found = [one for one in (country, *regions_called(name)) if one is not None]
    short = division_called(name)
    # "MS" and "OK" are no towns' names, nor is "us".
    towns = [] if name.islower() or (name.isupper() and len(name) <= 2) else gazetteer().called(name)
    if short is not None:
        named = gazetteer().called(short[0])
        towns = [one for one in named if one.kind == "admin1" and one.country == short[1]] + [
            one for one in towns if one.kind != "admin1" or one.country != short[1]
        ]
    if country is not None:
        # "Mexico" is the country, whatever else also goes by it; towns whose own name it is stay ("Lebanon, Ohio").
        towns = [one for one in towns if one.exact and (one.kind != "admin1" or one.country != country.country)]
    if any(one.country is None for one in found):
        # "Middle East" is no neighbourhood of Baltimore, "Sahel" no region of Burkina Faso.
        towns = [one for one in towns if one.population >= LARGE and one.kind == "city"]
    regions = {(one.country, one.admin1) for one in found if one.kind == "region"}
    if regions:  # "Gaza" is no province of Mozambique; "Gaza Province" is
        lands = {country for country, _ in regions}
        towns = [one for one in towns if one.kind != "admin1" or one.exact or one.country in lands]
    if any(one.exact and one.population >= LARGE and (one.country, one.admin1) in regions for one in towns):
        # "Gaza" is the strip with its city, no district of Israel.
        towns = [one for one in towns if one.kind == "city" or (one.country, one.admin1) in regions]
    towns = [_in_the_middle(one) for one in towns if not _doubled(one, regions)][:MOST]
    # "Wash." is the state alone, "Washington" the state and the town.
    own = short is None or name_key(name) == name_key(short[0])
    large = [one for one in towns if own and one.kind == "city" and one.population >= LARGE]
    return (*found, *(_marked(one, large) for one in towns))


def _marked(one: Candidate, large: list[Candidate]) -> Candidate:
    """Return a division marked as the namesake of a large town near or in it, or of its country's capital."""
    if one.kind != "admin1" or not any(bears(town, one) for town in large):
        return one
    return one._replace(namesake=True)


def bears(town: Candidate, division: Candidate) -> bool:
    """Return whether the bare name of a division means this town."""
    if town.kind != "city" or town.country != division.country or town.population < LARGE:
        return False
    # "Oklahoma" is hardly Oklahoma City, "New York" New York City.
    most = town.population >= (SHARE if town.exact else 0.25) * division.population
    near = kilometres(town, division) <= NEAR_KM and town.exact
    return (most and town.admin1 == division.admin1) or near or is_capital(town)


def _doubled(one: Candidate, regions: set[tuple[str | None, str | None]]) -> bool:
    """Return whether a division stands in regions.csv too, which knows its middle better."""
    return one.kind == "admin1" and (one.country, one.name) in regions


def _in_the_middle(one: Candidate) -> Candidate:
    lacking = one.kind == "admin2" and one.latitude is None
    of = one.name if one.kind == "admin1" else one.admin1 if lacking else None
    middle = middle_of(of, one.country or "") if of else None
    if middle is None and lacking and of:
        middle = _towns_middle(of, one.country)
    return one if middle is None else one._replace(latitude=middle[0], longitude=middle[1], approximate=lacking)


def _towns_middle(division: str, code: str | None) -> tuple[float, float] | None:
    """Return the middle of the towns of a first-level division, which the gazetteer gives it, or None."""
    same = (one for one in gazetteer().called(division) if one.kind == "admin1" and one.country == code)
    one = next((one for one in same if one.admin1 == division), None)
    return (one.latitude, one.longitude) if one and one.latitude is not None and one.longitude is not None else None
