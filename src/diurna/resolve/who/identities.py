"""Who a name means: actors of that name, weighed by the article's countries, the date and prominence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from diurna.records import PossibleActor
from diurna.resolve.countries import country, country_named
from diurna.resolve.who.known import Known, Spell, actors_called
from diurna.resolve.who.names import is_short, name_key
from diurna.resolve.who.own import own_actors
from diurna.resolve.who.states import state_of
from diurna.resolve.who.tables import SPECIAL

# Weights of a candidate's score, set by hand on wikinews_plover_train.jsonl: a full name mostly settles who
# is meant; one that many share needs either a country that fits or great prominence.
FULL_NAME, ONE_WORD, SHORT_NAME = 0.55, 0.3, 0.15
PROMINENCE, FITS, MISFITS, IN_OFFICE, ALONE = 0.3, 0.25, -0.15, 0.05, 0.12
# A person of a country that the article does not speak of is likely a namesake, unless a prominent one.
NAMESAKE = -0.35
# So is a lesser party, or one whose name several share: every other country has a Progressive Party. One that ended
# years ago is seldom news.
WELL_KNOWN, FEW, ENDED, LONG_OVER = 80, 2, -0.35, timedelta(days=5 * 365)
ENOUGH = 0.5
# Names with what their article says of them, whose answers are kept: an article asks the same again and again, two
# articles seldom do, and each answer holds a kilobyte.
ASKED = 4096
# Who fits so much worse than the best had no chance; of the others the first five are told.
NEARLY, MOST = 0.3, 5
# Who leaves such an office is a former official; a cleric or rebel stays one.
OFFICIAL = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "SPY"})
# Reports of a resignation or a death still speak of the office.
GRACE = timedelta(days=30)
# Entity types of the record, and the types of known actors that each may be.
KINDS = {
    "person": ("person", "other"),
    "organization": ("organization", "group", "metonym", "country", "other"),
    "group": ("group", "organization", "other"),
    "place": ("metonym", "country"),
    "other": ("organization", "group", "other"),
}


class Identity(NamedTuple):
    """Whom a name means.

    `type` is person, organization, group, metonym (a place named for its government), country or other;
    `sector` and `office` are those of the day asked for, or, where `past`, the last before it; `score` is 0 to 1, and
    `candidates` counts the actors of that name.
    """

    name: str
    type: str
    country: str | None
    sector: tuple[str, ...]
    wikidata: str | None
    office: str | None
    score: float
    candidates: int
    past: bool = False


@lru_cache(ASKED)
def identity_of(
    name: str,
    *,
    countries: frozenset[str] = frozenset(),
    on: date | None = None,
    kind: str | None = None,
    offices: frozenset[str] = frozenset(),
) -> Identity | None:
    """Return whom `name` means, or None where nobody is known by it or nothing says which of several it is.

    `countries` are the alpha-3 codes the article speaks of, `on` the day of the article, `kind` the record's
    entity type, `offices` the titles that it gives the name ("Secretary"). Case, accents and punctuation are free,
    but an acronym keeps its capitals. A name of one word that others share ("SP", "Johnson") needs a country or an
    office that fits. Without `on` the latest office counts.
    """
    weighed = _weighed(name, countries, on, kind, offices)
    if weighed and weighed[0][1].users:
        return _identity(weighed[0][1], on, 1.0, len(weighed))
    if weighed and weighed[0][0] >= ENOUGH and not _tied(weighed):
        score, best = weighed[0]
        return _identity(best, on, min(1.0, score), len(weighed))
    return _country(name) if kind in (None, "place", "organization") else None


@lru_cache(ASKED)
def possible_actors(
    name: str,
    *,
    countries: frozenset[str] = frozenset(),
    on: date | None = None,
    kind: str | None = None,
    offices: frozenset[str] = frozenset(),
) -> tuple[PossibleActor, ...]:
    """Return whom `name` can mean where that is in doubt, the likeliest first, five at most; else nobody.

    It is in doubt where nobody of the name was fit enough, or where another fits nearly as well as the one that
    `identity_of` returns. Arguments are those of `identity_of`.
    """
    weighed = _weighed(name, countries, on, kind, offices)
    if not weighed or weighed[0][1].users:
        return ()
    best = weighed[0][0]
    told = [(score, one) for score, one in weighed if score > 0 and score >= best - NEARLY][:MOST]
    if len(told) == 1 and best >= ENOUGH:
        return ()
    found = [_identity(one, on, min(1.0, score), len(weighed)) for score, one in told]
    return tuple(PossibleActor(i.name, i.country, i.sector, i.wikidata, round(i.score, 2)) for i in found)


@lru_cache(ASKED)  # the two above ask the same of each entity
def _weighed(
    name: str, countries: frozenset[str], on: date | None, kind: str | None, offices: frozenset[str]
) -> tuple[tuple[float, Known], ...]:
    """Return the known actors of a name with how well each fits, the best first; a user's own before all."""
    found = [one for one in _called(name) if kind is None or one.type in KINDS.get(kind, (one.type,))]
    there = frozenset(state_of(code) for code in countries)
    weighed = [(_score(one, name, there, on, len(found), offices), one) for one in found]
    return tuple(sorted(weighed, key=lambda each: (each[1].users, each[0]), reverse=True))


def use_actors(path: Path | None) -> None:
    """Let the actors of a user's CSV go before the package's own in this process; None: only those again.

    Raises LexiconError, naming the file, the line and the remedy.
    """
    global _users
    _users = own_actors(path) if path else {}
    identity_of.cache_clear()
    possible_actors.cache_clear()
    _weighed.cache_clear()


_users: dict[str, tuple[Known, ...]] = {}


def _identity(known: Known, on: date | None, score: float, among: int) -> Identity:
    """Return whom a known actor is on a day."""
    spell, past = spell_on(known.spells, on)
    sector = spell.sector if spell else ()
    if past and known.type == "person" and OFFICIAL & set(sector):
        sector = ("ELI",)
    home = spell.country if spell else known.spells[0].country if known.spells else None
    office = spell.office if spell and not past else None
    return Identity(known.name, known.type, home, sector, known.wikidata, office, score, among, past)


def spell_on(spells: tuple[Spell, ...], on: date | None) -> tuple[Spell | None, bool]:
    """Return what an actor was on a day (None: not yet anything known), and whether that was over by then."""
    if not spells:
        return None, False
    if on is None:
        latest = spells[0] if not spells[0].until else max(spells, key=lambda one: one.until)
        return latest, bool(latest.until)
    day = on.isoformat()
    held = [one for one in spells if one.since <= day and day <= (one.until or day)[:10] + "~"]
    if held:
        return held[0], False
    gone = [one for one in spells if one.until and one.until < day]
    if not gone:
        return None, False
    last = max(gone, key=lambda one: one.until)
    return last, last.until < (on - GRACE).isoformat()


def _called(name: str) -> tuple[Known, ...]:
    key = name_key(name)
    if users := _users.get(key) or _users.get(key.removeprefix("the ")):
        return users
    found = actors_called(key)
    # "The Kremlin" begins a sentence; "PUTIN" stands in a headline.
    return found or actors_called(key.removeprefix("the ").casefold())


def _score(
    one: Known, name: str, countries: frozenset[str], on: date | None, among: int, offices: frozenset[str]
) -> float:
    """Return how well a candidate fits, 0 to about 1.2."""
    score = (ONE_WORD if is_short(name) else FULL_NAME) if one.own else SHORT_NAME
    score += PROMINENCE * one.prominence / 100
    homes = {spell.country for spell in one.spells if spell.country}
    misfit = bool(countries and homes) and not homes & (countries | SPECIAL)
    namesake = misfit and _has_namesakes(one, among)
    # "Xinhua" and "BJP" mean one body anywhere; a surname of one known person has other bearers.
    alone = among == 1 and (one.own or one.type != "person") and not (namesake and one.type != "person")
    spell, past = spell_on(one.spells, on)
    titled = among <= FEW and one.prominence >= WELL_KNOWN and not past and _holds(spell, offices)
    if homes & countries or titled:
        score += FITS
    elif misfit:
        score += NAMESAKE if namesake else 0.0 if alone else MISFITS
    if on and spell and not past:
        score += IN_OFFICE
    if on and _is_lesser_party(one) and spell and past and spell.until < (on - LONG_OVER).isoformat():
        score += ENDED
    return score + (ALONE if alone else 0.0)


def _holds(spell: Spell | None, offices: frozenset[str]) -> bool:
    """Return whether one of the titles is that of the office: "Secretary Rubio" is the Secretary of State."""
    held = (spell.office or "").casefold().split() if spell else []
    return any(held[: len(words)] == words for title in offices if (words := title.casefold().split()))


def _has_namesakes(one: Known, among: int) -> bool:
    """Return whether others abroad likely bear the name: a person's, a lesser party's, or that of many parties, and
    the short name of a country's force: the RAF of Britain, and India's Rapid Action Force.
    """
    force = not one.own and any(spell.sector[:1] in (("MIL",), ("COP",)) for spell in one.spells)
    return one.type == "person" or force or _is_lesser_party(one) or (_is_party(one) and among > FEW)


def _is_lesser_party(one: Known) -> bool:
    return _is_party(one) and one.prominence < WELL_KNOWN


def _is_party(one: Known) -> bool:
    return one.type == "organization" and any("PTY" in spell.sector for spell in one.spells)


def _tied(weighed: Sequence[tuple[float, Known]]) -> bool:
    """Return whether two candidates of different countries fit equally well."""
    if len(weighed) < 2 or weighed[0][0] - weighed[1][0] > 1e-9:
        return False
    return {spell.country for spell in weighed[0][1].spells} != {spell.country for spell in weighed[1][1].spells}


def _country(name: str) -> Identity | None:
    """Return the state of that name: in reports "Iran" acts for its government."""
    code = country_named(name)
    if code is None:
        return None
    return Identity(country(code).name, "country", state_of(code), ("GOV",), None, None, 1.0, 1)
