"""Names that the page seems to take for a body's or a person's, and that mean a place: "a Chapin man", "the Levy County
sheriff"; and names that begin a street's or a road's, which mean none: "Clinton Street", "US-24"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from diurna.records import Name, Sentence, Span
from diurna.resolve.countries import country_named
from diurna.resolve.where.tables import division_called, rows

DIVISIONS = frozenset(("county", "parish", "township", "borough", "province", "governorate", "oblast", "prefecture"))
# "Clinton Street", "Cumberland St.", "Mahnomen County Road"; a saint's name goes on behind "St. ".
STREET = re.compile(
    r" (?:(?:Street|Road|Avenue|Drive|Lane|Boulevard|Highway|Parkway|Terrace|Crescent)\b|"
    r"(?:Ave|Rd|Blvd|Pkwy)\b\.?|St\b\.?(?! [A-Z][a-z]))"
)
ROAD = re.compile(r"-\d{1,3}\b(?![,.]\d)")  # "US-24", "I-77"
NUMBER = re.compile(r" \d{1,3}\b(?![,.]\d)")  # "KY 52"


def means_place(sentence: Sentence, name: Name, kind: str) -> bool:
    """Return whether a known name of this kind ("organization", "person") means a place by its last or next word."""
    if kind == "organization" and is_division_word(sentence, name.last) and name.last > name.first:
        return True
    after = sentence.tokens[name.last + 1] if name.last + 1 < len(sentence.tokens) else None
    who = _nouns().get(after.lemma.lower().rstrip(".")) if after is not None else None
    return who is not None and (kind == "organization" or who == "person")


def is_division_word(sentence: Sentence, index: int) -> bool:
    """Return whether a word of a name says that the words before it name a division: "Levy County"."""
    return sentence.tokens[index].text.lower() in DIVISIONS


def with_street(text: str, span: Span) -> Span:
    """Return a name with the word for a street behind it, if one stands there: it is no town then."""
    street = STREET.match(text, span.end)
    return Span.of(text, span.start, street.end()) if street else span


def is_road(text: str, span: Span) -> bool:
    """Return whether a number behind a short form makes it a road's: "US-24", "KY 52"; not "in the US 12 died"."""
    if len(span.text.replace(".", "")) > 3:
        return False
    if ROAD.match(text, span.end):
        return True
    return bool(NUMBER.match(text, span.end) and division_called(span.text) and not country_named(span.text))


@cache
def _nouns() -> Mapping[str, str]:
    """Return the nouns of locals.csv with whose name before them is a place's."""
    table = files("diurna.resolve.where").joinpath("locals.csv").read_text("utf-8").splitlines()
    return {noun: who for _, (noun, who, _) in rows(table, "locals.csv", ["noun", "who", "example"])}
