"""The lists of words.toml, read once, and the patterns made from them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class WordRules(NamedTuple):
    """The lists that sentence and word splitting go by, and the one pattern that cuts a text into pieces."""

    titles: frozenset[str]
    abbreviations: frozenset[str]
    starters: frozenset[str]
    contractions: dict[str, int]
    piece: re.Pattern[str]


@cache
def word_rules() -> WordRules:
    """Return the rules of words.toml.

    Raises ValueError naming the file when a list is missing or is not a string of words.
    """
    source = files("diurna.annotate") / "words.toml"
    lists = tomllib.loads(source.read_text("utf-8"))
    for name in ("titles", "abbreviations", "starters", "prefixes", "contractions", "domains"):
        if not isinstance(lists.get(name), str):
            raise ValueError(f'words.toml: {name} is missing; write {name} = """word word ..."""')
    split = {whole.replace("|", ""): whole.index("|") for whole in lists["contractions"].split()}
    stopped = sorted((*lists["titles"].split(), *lists["abbreviations"].split()), key=len, reverse=True)
    return WordRules(
        titles=frozenset(lists["titles"].split()),
        abbreviations=frozenset(lists["abbreviations"].split()),
        starters=frozenset(lists["starters"].split()),
        contractions=split,
        piece=_piece_pattern(stopped, lists["prefixes"].split(), lists["domains"].split()),
    )


def _piece_pattern(stopped: list[str], prefixes: list[str], domains: list[str]) -> re.Pattern[str]:
    """Return the pattern whose matches, in order, are the pieces of a text (contractions not yet cut)."""
    letter, mark = r"[^\W\d_]", r"[\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0e31-\u0e4e\u200c\u200d]"
    word = rf"(?:{letter}{mark}*)"
    known = "|".join(map(re.escape, stopped))
    hosts = "|".join(map(re.escape, domains))
    before = "|".join(map(re.escape, prefixes))
    alternatives = (
        # Most words: letters before a space or a comma are whole whatever the rest says, which takes far longer.
        rf"{letter}+(?=[\s,])",
        r"(?:https?://|www\.)[^\s<>\"”]*[\w/=#]",  # addresses
        rf"(?:[\w-]{{1,63}}\.){{1,6}}(?:{hosts})(?:/[^\s<>\"”)]*[\w/])?(?![\w@.-]*\w)",
        r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+",  # e-mail
        r"[#@]\w+",
        rf"(?<!\w)(?:{known})\.(?!\w)",
        rf"(?<!\w)(?:{letter}\.){{2,}}",  # U.S., p.m.
        rf"(?<!\w){letter}\.(?=\s?[A-Z])",  # initials
        rf"(?<![\w-])(?:{before})-(?=\w)(?:{word}+|\d+s?)(?!\w)",
        r"[A-Z]+&[A-Z]+\b",
        r"\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)\b",
        r"\d+(?:[.,:/]\d+)*(?=(?:am|pm|km|kg|cm|mm|m|bn|mn|k|ft|mph|kph|tn)\b)",
        r"(?:am|pm|km|kg|cm|mm|m|bn|mn|k|ft|mph|kph|tn)\b(?<=\d..)",
        rf"{word}+\d\w*|\d+{letter}\w*",
        r"\d+(?:[.,:/]\d+)*",
        rf"{word}+(?:['’]{word}+)*",
        r"\.{2,}|-{2,}|[!?]{2,}|\$(?=\d)",
        rf"\S{mark}*",
    )
    return re.compile("|".join(alternatives), re.IGNORECASE)
