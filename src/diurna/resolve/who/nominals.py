"""Who a noun phrase without a name of its own means: country and sectors from its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from diurna.resolve.countries import country_named, country_of_demonym
from diurna.resolve.who.identities import identity_of
from diurna.resolve.who.nouns import LONGEST, Noun, modifier_called, noun_called
from diurna.resolve.who.states import state_of

LINKS = frozenset({"of", "for", "in", "from", "at", "on", "by", "with", "to", "who", "that", "which", "against", ","})
# No country or actor is called by one of these alone, however it is capitalized.
PLAIN = frozenset({"the", "a", "an", "of", "and", "some", "his", "her", "their", "our", "my", "its", "he", "she", "they"})
LONGEST_NAME = 5
RegionCountry = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class ActorCode:
    """PLOVER's code of an actor: country (None where the words tell none) and sectors, the primary one first."""

    country: str | None = None
    sector: tuple[str, ...] = ()


def actor_of(
    words: Sequence[str],
    head: str,
    *,
    countries: frozenset[str] = frozenset(),
    region_country: RegionCountry | None = None,
) -> ActorCode:
    """Return the code of a noun phrase: ("the", "Turkish", "police"), head "police", is TUR COP.

    The head's agent noun decides; where it has none, a title before or behind it ("Foreign Minister" before a
    name). The country comes from a name or demonym in the phrase, from `region_country` ("Uttar Pradesh" to "IND"),
    or from a known actor named in it ("Trump administration"); else, for a sector, from `countries` where these,
    the countries the article speaks of, are a single one. Codes are PLOVER's (manual 2021, "Actors").
    """
    # "Iran's" and "U.S.-led" name what their first part names.
    plain = [_bare(word) for word in words if word not in ("'s", "’s", "'", "’") and _bare(word)]
    at = next((i for i in range(len(plain) - 1, -1, -1) if plain[i] == _bare(head)), len(plain) - 1)
    if not plain:
        return ActorCode()
    country, used = _country(plain, at, region_country)
    name_country, name_sector = _named_inside(plain, used, countries)
    sector = _sector(plain, at, name_sector) or _people_or_state(plain, at)
    country = country or name_country
    if country is None and sector and len(countries) == 1:
        country = next(iter(countries))
    return ActorCode(state_of(country) if country else None, sector)


def _bare(word: str) -> str:
    for ending in ("'s", "’s", "'", "’", "-led", "-backed", "-based"):
        word = word.removesuffix(ending)
    return word.strip("\"“”()")


def _country(plain: list[str], at: int, region_country: RegionCountry | None) -> tuple[str | None, frozenset[int]]:
    """Return the country told nearest before the head, else behind it, and the words that tell one."""
    found: list[tuple[int, str]] = []
    used: set[int] = set()
    lookups = [_country_word] if region_country is None else [_country_word, region_country]
    for lookup in lookups:
        for start in range(len(plain)):
            for end in range(min(len(plain), start + LONGEST_NAME), start, -1):
                name = " ".join(plain[start:end])
                if start in used or not name[:1].isupper() or name.casefold() in PLAIN:
                    continue
                code = lookup(name)
                if code:
                    found.append((start, code))
                    used.update(range(start, end))
                    break
        if found:
            before = [code for start, code in found if start <= at]
            return (before[-1] if before else found[0][1]), frozenset(used)
    return None, frozenset()


def _country_word(name: str) -> str | None:
    return country_named(name) or country_of_demonym(name)


def _named_inside(
    plain: list[str], used: frozenset[int], countries: frozenset[str]
) -> tuple[str | None, tuple[str, ...]]:
    """Return country and sectors of a known actor that the phrase names ("BJP leaders"); a person tells no sector."""
    for start in range(len(plain)):
        for end in range(min(len(plain), start + LONGEST_NAME), start, -1):
            name = " ".join(plain[start:end])
            if used & set(range(start, end)) or not name[:1].isupper() or name.casefold() in PLAIN:
                continue
            if noun_called(plain[start:end]) and not name.isupper():
                continue
            known = identity_of(name, countries=countries)
            if known and known.type != "metonym":
                return known.country, () if known.type == "person" else known.sector
    return None, ()


def _sector(plain: list[str], at: int, name_sector: tuple[str, ...]) -> tuple[str, ...]:
    """Return the sectors of the phrase: the head's noun with its modifiers, or the longest noun elsewhere in it."""
    noun, start, end = _noun_over(plain, at)
    if noun is None:
        elsewhere = [found for i in range(len(plain)) if (found := _noun_over(plain, i))[0]]
        if not elsewhere:
            return name_sector or _modified((), True, plain)
        noun, start, end = max(elsewhere, key=lambda one: (not _role(one[0]), one[2] - one[1], -one[1]))
    assert noun is not None
    before = plain[:start]
    told = _modified(noun.sector, noun.role, before)
    if noun.role and told == noun.sector:
        told = _beyond(plain, end) or name_sector or noun.sector
    elif name_sector:
        told = _joined(told, name_sector)
    return told


def _role(noun: Noun | None) -> bool:
    return noun is not None and noun.role


def _noun_over(plain: list[str], at: int) -> tuple[Noun | None, int, int]:
    """Return the agent noun of the longest phrase over word `at`, with the phrase's ends."""
    for length in range(min(LONGEST, len(plain)), 0, -1):
        for start in range(max(0, at - length + 1), min(at, len(plain) - length) + 1):
            noun = noun_called(plain[start : start + length])
            if noun:
                return noun, start, start + length
    return None, at, at + 1


def _beyond(plain: list[str], end: int) -> tuple[str, ...]:
    """Return what the phrase behind a role tells: "spokesman for the army", "thousands of people"."""
    for i in range(end, len(plain)):
        noun, start, _ = _noun_over(plain, i)
        if noun and noun.sector and any(word.casefold() in LINKS for word in plain[end:i]):
            return _modified(noun.sector, noun.role, plain[end:start])
    return ()


def _modified(sector: tuple[str, ...], role: bool, before: list[str]) -> tuple[str, ...]:
    """Return the sectors with what the words before the noun add to them; the word nearest to it counts first."""
    told = sector
    replaced = False
    for word in reversed(before):
        found = modifier_called(word)
        if found is None:
            noun = noun_called([word]) if role and not replaced else None
            if noun and not noun.role:
                told, replaced = noun.sector, True
        elif found.effect == "first":
            told = _joined(found.sector, told)
        elif found.effect == "replace" and role and not replaced:
            told, replaced = found.sector, True
        elif found.effect == "add" or role:
            told = _joined(told, found.sector)
    return told


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return (*one, *(sector for sector in other if sector not in one))


def _people_or_state(plain: list[str], at: int) -> tuple[str, ...]:
    """Return civilians for a people ("Kenyans", "an Israeli") and a government for a state ("Iran", "the British")."""
    word = plain[at]
    if country_of_demonym(word) and not country_named(word):
        people = (word.endswith("s") and not word.endswith("ss")) or plain[0].casefold() in ("a", "an")
        return ("CVL",) if people or word[:1].islower() else ("GOV",)
    for start in range(len(plain)):
        if start <= at and country_named(" ".join(plain[start : at + 1])):
            return ("GOV",)
    return ()
