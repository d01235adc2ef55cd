"""Who a noun phrase without a name of its own means: country and sectors from its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from diurna.resolve.countries import country_named, country_of_demonym
from diurna.resolve.who.identities import identity_of
from diurna.resolve.who.nouns import LONGEST, Noun, modifier_called, noun_called, noun_there
from diurna.resolve.who.states import state_of
from diurna.resolve.who.tables import SPECIAL

LINKS = frozenset({"of", "for", "in", "from", "at", "on", "by", "with", "to", "who", "that", "which", "against", ","})
# No country or actor is called by one of these alone, however it is capitalized.
PLAIN = frozenset(
    {"the", "a", "an", "of", "and", "some", "his", "her", "their", "our", "my", "its", "he", "she", "they"}
)
# What a body's name runs on over: "Assembly of First Nations", "Tren de Aragua".
WITHIN = frozenset(("for", "of", "and", "de", "del", "da", "do", "al", "el"))
OWNERS = frozenset(("his", "her", "its", "their", "my", "our"))
LONGEST_NAME = 5
# What another country does for one is not where one is from.
FOREIGN = ("-backed", "-linked", "-aligned", "-allied", "-funded", "-sponsored", "-supported", "-trained", "-armed",
           "-affiliated", "-inspired")  # fmt: skip
# What one holds an office in; a former priest or rebel is no former official.
OFFICES = frozenset(("GOV", "LEG", "MIL", "JUD", "COP", "SPY", "PTY", "OPP", "PRM", "BUS", "UNK"))
# Units and those who serve in them are of the force that they are "of"; a firm is of none.
_FORCES = (("MIL",), ("COP",), ("PRM",))
_SERVE = (*_FORCES, ("BUS",))
RegionCountry = Callable[[str], str | None]


class ActorCode(NamedTuple):
    """PLOVER's code of an actor: country (None where the words tell none) and sectors, primary first."""

    country: str | None = None
    sector: tuple[str, ...] = ()


def actor_of(
    words: Sequence[str],
    head: str,
    *,
    countries: frozenset[str] = frozenset(),
    region_country: RegionCountry | None = None,
    at_home: bool = True,
) -> ActorCode:
    """Return the code of a noun phrase: ("the", "Turkish", "police"), head "police", is TUR COP.

    The head's agent noun decides; where it has none, a title before or behind it ("Foreign Minister" before a
    name). The country comes from a name or demonym in the phrase, from `region_country` ("Uttar Pradesh" to
    "IND"), or from a known actor named in it ("Trump administration"); else, for a sector, from `countries`
    where these, the countries the article speaks of, are a single one (not so unless `at_home`). Codes are PLOVER's
    (manual 2021, "Actors").
    """
    plain = [part for word in words if word not in ("'s", "’s", "'", "’") for part in _bare(word)]
    heads = _bare(head)[-1:]
    at = next((i for i in range(len(plain) - 1, -1, -1) if (plain[i],) == heads), len(plain) - 1)
    if not plain:
        return ActorCode()
    noun, start, end = _agent(plain, at)
    country, used = _country(plain, start if noun else at, end if noun else len(plain), region_country)
    name_country, name_sector, named = _named_inside(plain, used, countries)
    name_sector = name_sector or _linked_to(words, countries)
    if start < at and start in named:  # a "Union official" of the European Union is of no trade union
        noun, start, end = noun_called([plain[at]]), at, at + 1
    noun = noun and (noun_there(plain[start:end], country or name_country, countries) or noun)
    owned = _is_owned(words)
    if noun is None and owned and plain[at][:1].islower():
        sector = name_sector or _modified((), True, plain[:at])  # "her house" is no chamber
    else:
        apart = 0 if noun and _is_second_title(plain, start) else start
        before = [word for i, word in enumerate(plain[:apart]) if i not in named and i not in used]
        sector = _sector(plain, noun, before, end, name_sector, owned) or _people_or_state(plain, at)
    by_adjective = any(country_of_demonym(plain[i]) for i in used)
    if name_country in SPECIAL and noun is not None and not by_adjective and "'s" in words[:-1]:
        country = name_country  # "UNICEF's Sudan representative" is UNICEF's, "NATO's Turkish ambassador" Turkey's
    country = country or name_country
    if at_home and country is None and sector and len(countries) == 1:
        country = next(iter(countries))
    return ActorCode(state_of(country) if country else None, sector)


@lru_cache(1 << 14)
def _bare(word: str) -> tuple[str, ...]:
    """Return a word without what hangs on it: "Iran's", "U.S.-led"; "ex-minister" makes two, "Iran-backed" none."""
    if word.endswith(FOREIGN) and modifier_called(word) is None:
        return ()
    for ending in ("'s", "’s", "'", "’", "-led", "-based"):
        word = word.removesuffix(ending)
    word = word.strip('"“”()')
    word = word[:-1] if word.find(".") == len(word) - 1 > 1 else word  # "Rep.", but not "U.S."
    if word[:3].casefold() == "ex-" and len(word) > 3:
        return "ex-", word[3:]
    return (word,) if word else ()


def _country(
    plain: list[str], at: int, behind: int, region_country: RegionCountry | None
) -> tuple[str | None, frozenset[int]]:
    """Return the country told nearest before word `at`, else behind it, and the words that tell one.

    The longest name counts: "New Jersey" is a region before "Jersey" is an island. From word `behind` on,
    only what follows a preposition counts: "Minister Danish Azad" is no Dane.
    """
    found: list[tuple[bool, bool, int, str]] = []
    used: set[int] = set()
    for start in range(len(plain)):
        if start in used or not plain[start][:1].isupper():
            continue
        if start >= behind and plain[start - 1] not in LINKS and plain[start - 1] != "the":
            continue
        for end in range(min(len(plain), start + LONGEST_NAME), start, -1):
            name = " ".join(plain[start:end])
            if name.casefold() in PLAIN:
                continue
            code, sure = _country_word(name), True
            if code is None and region_country and not _opens_noun(plain, start, end):
                code, sure = region_country(name), False
            if code:
                found.append((sure, start <= at, start if start <= at else -start, code))
                used.update(range(start, end))
                break
    return (max(found)[3] if found else None), frozenset(used)


def _opens_noun(plain: list[str], start: int, end: int) -> bool:
    """Return whether words are an agent noun, or open one: "Bar" of "Bar association" is no town."""
    return any(noun_called(plain[start:last]) for last in range(end, min(len(plain), start + LONGEST) + 1))


def _country_word(name: str) -> str | None:
    return country_named(name) or country_of_demonym(name)


def _named_inside(
    plain: list[str], used: frozenset[int], countries: frozenset[str]
) -> tuple[str | None, tuple[str, ...], range]:
    """Return country and sectors of a known actor named in the phrase ("BJP leaders"), and the words of a name that
    tells a sector; of a person no sector.

    A name is a whole run of capitalized words, less a title or country before it: "National Coalition" is not
    named in "National Coalition for Men". It may run on over "of" ("Assembly of First Nations leaders").
    """
    start = 0
    while start < len(plain):
        end = start
        while end < len(plain) and plain[end][:1].isupper() and end not in used:
            end += 1
        after = end
        if end > start and _goes_on(plain, end):
            end = _end_of_name(plain, start, end, countries)
        if end > start:
            for first in range(start, end):
                name = " ".join(plain[first:end])
                noun = noun_called(plain[first:end]) and not name.isupper()
                if name.casefold() in PLAIN or (noun and not (first and _is_party_of(name, countries))):
                    continue
                if not all(_is_title(word) for word in plain[start:first]):
                    break  # "Tablighi Jamaat" is no party that others call Jamaat
                known = identity_of(name, countries=countries)
                if known and known.type not in ("metonym", "country"):
                    sector = () if known.type == "person" else known.sector
                    return known.country, sector, range(first, end if sector else first)
        start = max(after, end) + 1
    return None, (), range(0)


def _linked_to(words: Sequence[str], countries: frozenset[str]) -> tuple[str, ...]:
    """Return REB where the phrase tells of rebels as a backer: "an al-Qaeda-linked group"."""
    for i, word in enumerate(words):
        ending = next((one for one in FOREIGN if word.endswith(one)), None)
        if ending is not None:
            first = i
            while first and words[first - 1][:1].isupper() and words[first - 1].casefold() not in PLAIN:
                first -= 1
            known = identity_of(" ".join((*words[first:i], word.removesuffix(ending))), countries=countries)
            if known and known.sector[:1] == ("REB",):
                return ("REB",)
    return ()


def _is_title(word: str) -> bool:
    """Return whether a word can stand before a name and be no part of it: "Senator", "Former", "The"."""
    return word.casefold() in PLAIN or noun_called([word]) is not None or modifier_called(word) is not None


def _goes_on(plain: list[str], end: int) -> bool:
    return end + 1 < len(plain) and plain[end] in WITHIN and plain[end + 1][:1].isupper()


def _end_of_name(plain: list[str], start: int, end: int, countries: frozenset[str]) -> int:
    """Return the end of the body's name that goes on behind a link: "Assembly of First Nations"; `start` if none is."""
    while _goes_on(plain, end):
        end += 1
        while end < len(plain) and plain[end][:1].isupper():
            end += 1
    known = identity_of(" ".join(plain[start:end]), countries=countries, kind="organization")
    return end if known else start


def _is_party_of(name: str, countries: frozenset[str]) -> bool:
    """Return whether a noun written large is a party of the article's country: "the Radicals" in Serbia."""
    known = identity_of(name, countries=countries, kind="organization") if countries else None
    return known is not None and known.country in countries and "PTY" in known.sector


def _agent(plain: list[str], at: int) -> tuple[Noun | None, int, int]:
    """Return the agent noun of the head, or else of a title in the phrase, with the ends of its words."""
    found = _noun_over(plain, at)
    return found if found[0] else _title(plain)


def _is_second_title(plain: list[str], start: int) -> bool:
    """Return whether a title begins behind another description: "former presidential candidate Senator Ann Lee"."""
    described = start > 0 and plain[start - 1].islower() and plain[start][:1].isupper()
    return described and noun_called([plain[start - 1]]) is not None and modifier_called(plain[start - 1]) is None


def _is_owned(words: Sequence[str]) -> bool:
    """Return whether the phrase says whose it is, a country aside: "two of his", "Sadr's", but not "Kenya's"."""
    if words[0].casefold() in OWNERS or any(of == "of" and word in OWNERS for of, word in pairwise(words)):
        return True
    owners = [one for one, mark in pairwise(words) if mark in ("'s", "’s")]
    return bool(owners) and _country_word(owners[-1]) is None


def _sector(
    plain: list[str], noun: Noun | None, before: list[str], end: int, name_sector: tuple[str, ...], owned: bool
) -> tuple[str, ...]:
    """Return the sectors of the phrase: its agent noun's, with what stands `before` it and from word `end` on."""
    if noun is None:
        return name_sector or _modified((), True, plain)
    told = _modified(noun.sector, noun.role, before)
    if noun.role and told == noun.sector:
        counts = noun.number and "of" in plain[end : end + 1]
        own = () if counts or (noun.relation and owned) else noun.sector
        party = name_sector if "PTY" in name_sector else ()
        return party or _beyond(plain, end) or name_sector or _body_before(before) or own
    if told[:1] in _SERVE and "of" in plain[end : end + 1]:
        force = name_sector or _beyond(plain, end)  # "two companies of the CRPF", "jawans of the border police"
        told = force if force[:1] in _FORCES else told
    # A party's lawmakers are of the party; the United Nations' soldiers are no government.
    return _joined(told, name_sector) if "PTY" in name_sector else told


def _title(plain: list[str]) -> tuple[Noun | None, int, int]:
    """Return the first agent noun of a phrase whose head is none: the title before a name.

    Of nouns that stand side by side the last counts ("Republican state representative"); a mere role only
    where there is no other.
    """
    best: tuple[Noun | None, int, int] = (None, 0, 0)
    i = 0
    while i < len(plain):
        noun, start, end = _noun_over(plain, i) if not _is_beside_noun(plain, i) else (None, i, i + 1)
        if noun is not None and (best[0] is None or start == best[2] or (best[0].role and not noun.role)):
            best = noun, start, end
        elif noun is not None and not best[0].role:  # type: ignore[union-attr]
            break
        i = max(end, i + 1)
    return best


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
        linked = any(word.casefold() in LINKS for word in plain[end:i])
        if _is_beside_noun(plain, i):
            continue  # "director of National Intelligence" is of no national
        if noun and noun.sector and not noun.number and linked:
            return _modified(noun.sector, noun.role, plain[end:start])
        if linked and _is_people(plain[i]):
            return ("CVL",)  # "thousands of Georgians"
    return ()


def _is_beside_noun(plain: list[str], at: int) -> bool:
    """Return whether a word tells nothing since another goes on with the phrase: "public" of "public trust"."""
    found = modifier_called(plain[at])
    goes_on = at + 1 < len(plain) and plain[at + 1].casefold() not in LINKS
    return found is not None and not found.sector and goes_on and noun_called(plain[at : at + 2]) is None


def _modified(sector: tuple[str, ...], role: bool, before: list[str]) -> tuple[str, ...]:
    """Return the sectors with what the words before the noun add to them, the nearest word first."""
    told = sector
    replaced = False
    left = list(before)
    while left:
        noun, length = _nouns_last(left) if role and not replaced else (None, 1)
        if noun is not None:
            told, replaced = noun.sector, True
            del left[-length:]
            continue
        word = left.pop()
        found = modifier_called(word)
        if found is None:
            noun = noun_called([word]) if role and not replaced else None
            if noun and not noun.role:
                told, replaced = noun.sector, True
        elif found.effect == "first":
            if found.sector == ("REB",) and told[:1] in (("PTY",), ("LEG",)):
                told = _joined(told, found.sector)  # a separatist party sits in parliament
            elif _can_leave(found.sector, told):
                told = _joined(found.sector, told)
        elif found.effect == "replace" and role and not replaced and not _sits_for(found.sector, sector):
            told, replaced = found.sector, True
        else:
            told = _joined(told, found.sector)
    return told


def _can_leave(past: tuple[str, ...], told: tuple[str, ...]) -> bool:
    """Return whether one who is no longer what is told of him is of the elite: a former mayor is, no former nurse."""
    return past != ("ELI",) or not told or told[0] in OFFICES


def _nouns_last(words: list[str]) -> tuple[Noun | None, int]:
    """Return the agent noun of several words that the words end with ("rebel group"), and how many they are."""
    for length in range(min(LONGEST, len(words)), 1, -1):
        noun = noun_called(words[-length:])
        if noun and not noun.role:
            return noun, length
    return None, 1


def _sits_for(party: tuple[str, ...], sector: tuple[str, ...]) -> bool:
    """Return whether a word tells the party of one who sits in a chamber: "Republican representatives" LEG PTY."""
    return party == ("PTY",) and sector == ("LEG",)


def _body_before(before: list[str]) -> tuple[str, ...]:
    """Return the sector of the body right before a role that nothing else tells: "the commission's chairman"."""
    noun = noun_called(before[-1:]) if before and modifier_called(before[-1]) is None else None
    return noun.sector if noun else ()


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return (*one, *(sector for sector in other if sector not in one))


def _people_or_state(plain: list[str], at: int) -> tuple[str, ...]:
    """Return CVL for a people ("Kenyans", "an Israeli", "the 45-year-old"), GOV for a state ("Iran", "the British")."""
    word = plain[at]
    if word.removesuffix("s").endswith("-year-old"):
        return ("CVL",)
    if country_of_demonym(word) and not country_named(word):
        people = _is_people(word) or plain[0].casefold() in ("a", "an")
        return ("CVL",) if people or word[:1].islower() else ("GOV",)
    for start in range(at + 1):
        if country_named(" ".join(plain[start : at + 1])):
            return () if _is_branch(plain, start) else ("GOV",)
    return ()


def _is_people(word: str) -> bool:
    """Return whether a word is a people's name in the plural: "Kenyans", but not "the Swiss" or "Honduras"."""
    plural = word.endswith("s") and not word.endswith("ss")
    return plural and country_of_demonym(word) is not None and country_named(word) is None


def _is_branch(plain: list[str], start: int) -> bool:
    """Return whether a country's name ends that of a body: "Transparency International Kenya", "Coalition Taiwan"."""
    before = [word for word in plain[:start] if word[:1].isupper() and word.casefold() not in PLAIN]
    return bool(before) and plain[start - 1] == before[-1] and (len(before) > 1 or noun_called(before) is not None)
