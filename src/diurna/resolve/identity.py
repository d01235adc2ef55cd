"""Give each entity its identity, country and sectors, by what the package knows and what the article says of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from diurna.records import Entity, Place
from diurna.resolve.where import candidates
from diurna.resolve.who import actor_of, identity_of, state_of


def identified(entity: Entity, countries: frozenset[str], places: tuple[Place, ...], on: date | None) -> Entity:
    """Return the entity with country, sectors and identifiers, each left empty where nothing tells it.

    A known name comes first; then the words of office the article gives it ("Uttar Pradesh Minister"), then the noun
    phrase itself ("Turkish police"). A place has the country it was resolved to.
    """
    if entity.type == "place":
        home = next((p.country for p in places for m in entity.mentions if p.span.overlaps(m.span)), None)
        known = identity_of(entity.name, countries=countries, on=on, kind="place")
        country = state_of(home) if home else (known.country if known else None)
        return replace(entity, country=country, sector=known.sector if known and known.country == country else ())
    known = identity_of(entity.name, countries=countries, on=on, kind=entity.type)
    said = _said_of(entity, countries)
    if known is not None:
        return replace(
            entity,
            country=known.country or said.country,
            sector=known.sector or said.sector,
            identifiers={"wikidata": known.wikidata} if known.wikidata else {},
        )
    return replace(entity, country=said.country, sector=said.sector)


def _said_of(entity: Entity, countries: frozenset[str]) -> Entity:
    """Return the entity coded by its own words: the offices it is given, then its fullest mentions."""
    country: str | None = None
    sector: tuple[str, ...] = ()
    phrases = [f"{role.of or ''} {role.title}".split() for role in entity.roles]
    phrases += [m.span.text.split() for m in entity.mentions if m.kind != "pronoun"][:6]
    for words in phrases:
        if not words:
            continue
        code = actor_of(words, words[-1], countries=countries, region_country=region_country)
        country = country or code.country
        sector = sector or code.sector
        if country and sector:
            break
    return replace(entity, country=country, sector=sector)


@lru_cache(maxsize=8192)
def region_country(name: str) -> str | None:
    """Return the country of a first-level division ("Uttar Pradesh" is IND) or large city, None where it is neither."""
    found = [c for c in candidates(name) if c.exact and (c.kind in ("admin1", "region") or c.population > 500_000)]
    return found[0].country if found and len({c.country for c in found}) == 1 else None
