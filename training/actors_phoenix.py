"""Actors of the Phoenix dictionaries (Open Event Data Alliance, MIT), their CAMEO codes put into PLOVER's.

An entry is a name with its codes in brackets, some with the days they hold (`[USAGOV >090120]`, `[DEUELI
731003-790101]`); `+` lines are other names. Names stand in capitals with underscores; `#` begins a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from diurna.resolve.countries import countries
from diurna.resolve.who.known import Spell
from diurna.resolve.who.states import state_of
from diurna.resolve.who.tables import rows

FILES = ("Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt", "Phoenix.MilNonState.actors.txt")
# The dictionaries end in 2014: an office that was open then is not known to have gone on.
LAST_YEAR = 14
CODE = re.compile(r"\[([A-Z]*)\s*([<>]?)\s*([0-9]*)-?([0-9]*)[^\]]*\]")
TITLES = frozenset({
    "president", "prime", "minister", "foreign", "premier", "chancellor", "king", "queen", "prince",
    "general", "mr", "mrs", "dr", "sir", "secretary", "senator", "defense", "defence", "interior", "finance",
    "vice", "deputy", "former", "ex", "sheikh", "emir", "pm", "presient", "secy", "leader", "rebel", "col",
    "gen",
})  # fmt: skip
BESIDE_GOVERNMENT = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "OPP", "PTY"})
SMALL = frozenset({
    "of", "the", "and", "for", "in", "on", "de", "la", "le", "du", "des", "del", "da", "dos", "bin", "ibn",
    "al", "el", "van", "von", "der", "den", "y", "e", "et", "und",
})  # fmt: skip


def phoenix_actors(folder: Path) -> Iterator[tuple[str, list[str], str, list[Spell]]]:
    """Yield name, other names, type (person, group or other) and spells of each entry that tells a sector."""
    for file in FILES:
        for names, codes in _entries((folder / file).read_text(encoding="utf-8", errors="replace")):
            kept = [name for name in map(written, names) if _usable(name)]
            spells = _spells(codes)
            if kept and spells:
                dated = any(one.since or one.until for one in spells)
                kind = "person" if dated else "group" if "MilNonState" in file else "other"
                yield kept[0], kept[1:], kind, spells


def _entries(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """Yield the names and the bracketed codes of each entry."""
    names: list[str] = []
    codes: list[str] = []
    for raw in text.splitlines():
        line = raw.split("#")[0].rstrip()
        name, bracket, rest = line.partition("[")
        if name.strip() and not name.startswith(("+", "\t", " ")):
            if names:
                yield names, codes
            names, codes = [name.strip()], []
        elif name.startswith("+"):
            names.append(name[1:].strip())
        if bracket:
            codes += re.findall(r"\[[^\]]*\]", bracket + rest)
    if names:
        yield names, codes


def written(name: str) -> str:
    """Return a dictionary's name as English writes it: KOFI_ANNAN_ is Kofi Annan; acronyms cannot be told."""
    words = name.strip("_ ").replace("_", " ").split()
    return " ".join(
        word.lower() if i and word.lower() in SMALL else "-".join(part.capitalize() for part in word.split("-"))
        for i, word in enumerate(words)
    )


def _usable(name: str) -> bool:
    words = name.lower().removeprefix("the ").split()
    return len(words) >= 2 and words[0] not in TITLES and not re.search(r"[{}\[\]!;=*0-9(),/]", name)


def _spells(codes: list[str]) -> list[Spell]:
    """Return what an entry's codes tell, the latest first; to be of the elite, and no more, tells nothing."""
    found = []
    for code in codes:
        match = CODE.match(code)
        if not match:
            continue
        country, sector = plover(match[1])
        since, until = _days(match[2], match[3], match[4])
        if sector and sector != ("ELI",):
            found.append(Spell(country, sector, None, since, until))
    return sorted(found, key=lambda one: (one.until or "9", one.since), reverse=True)


def _days(mark: str, one: str, other: str) -> tuple[str, str]:
    if mark == ">":
        return _day(one), ""
    if mark == "<":
        return "", _day(one)
    return _day(one), _day(other)


def _day(digits: str) -> str:
    """Return an ISO day: 6 digits of this century to 2014, else the last; 8 digits in full; else empty."""
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= LAST_YEAR else "19") + digits
    if len(digits) != 8 or not "1800" < digits[:4] < "2016":
        return ""
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"


def plover(code: str) -> tuple[str | None, tuple[str, ...]]:
    """Return PLOVER's country and sectors of a chained CAMEO code: USAGOVMIL is USA, (GOV, MIL)."""
    home: str | None = None
    special: str | None = None
    sector: list[str] = []
    for part in re.findall("...", code):
        country, told = _codes().get(part, (None, None))
        if country in ("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"):
            special = country if special in (None, "IGO", "NGO") else special
        else:
            home = home or country
        if told and told not in sector:
            sector.append(told)
    if special in ("IGO", "UNO", "EUR") and len(sector) > 1 and sector[0] == "GOV":
        sector = sector[1:]
    if sector[:1] == ["GOV"]:
        # A minister's field (GOVMED, GOVBUS) is no sector that he belongs to.
        sector = [one for one in sector if one in BESIDE_GOVERNMENT]
    return (special if special in ("IGO", "UNO", "EUR", "IMG") else home or special), tuple(sector)


@cache
def _codes() -> dict[str, tuple[str | None, str | None]]:
    at = Path(__file__).parent / "cameo_actors.csv"
    table: dict[str, tuple[str | None, str | None]] = {one.alpha3: (state_of(one.alpha3), None) for one in countries()}
    for _, (code, country, sector, _) in rows(
        at.read_text(encoding="utf-8").splitlines(), at.name, ["code", "country", "sector", "comment"]
    ):
        table[code] = (country or None, sector or None)
    return table
