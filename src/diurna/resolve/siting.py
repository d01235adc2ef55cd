"""The places of a document, and the countries it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from diurna.records import Document, Entity, Name, Place, Sentence
from diurna.resolve.countries import country_named, country_of_demonym
from diurna.resolve.toponyms import toponyms_of, without_strays
from diurna.resolve.where import resolve_places
from diurna.resolve.where.outlets import home_of
from diurna.resolve.who import state_of

# How many times as often as the next country an article names the one it is about.
LEAD = 1.3
_OPENING = 2  # sentences that set the scene


def places_of(document: Document, entities: Sequence[Entity]) -> tuple[Place, ...]:
    """Return the places that the article names, in text order, each resolved by the company it keeps."""
    home = home_of(document.article)
    places = resolve_places(toponyms_of(document, entities), document.article.text, home=home)
    return tuple(without_strays(document, places))


class Scene(NamedTuple):
    """The countries (PLOVER codes) an article speaks of more than in passing, and the one it is about, if any."""

    countries: frozenset[str]
    home: str | None


def scene_of(document: Document, places: tuple[Place, ...]) -> Scene:
    """Return which countries the article speaks of: at most five, and its home.

    Home is the one it tells clearly most; where two are told alike, the one that its first sentences tell clearly
    most, else the one of the two that it was filed from.
    """
    told = _counted(document.sentences, places).most_common(5)
    opening = [s for s in document.sentences if any(token.upos == "VERB" for token in s.tokens)][:_OPENING]
    home = _leading(told) or _leading(_counted(opening, places).most_common(2)) or _filed_from(document, places, told)
    return Scene(frozenset(code for code, count in told if count * 4 >= told[0][1]), home)


def _leading(told: Sequence[tuple[str, int]]) -> str | None:
    second = told[1][1] if len(told) > 1 else 0
    return told[0][0] if told and told[0][1] >= LEAD * second else None


def _filed_from(document: Document, places: Sequence[Place], told: Sequence[tuple[str, int]]) -> str | None:
    """Return the country of the dateline where the article tells it about as often as any other."""
    lines = [line.place for line in document.article.layout.datelines if line.place is not None]
    filed = {state_of(p.country) for p in places if p.country and any(line.overlaps(p.span) for line in lines)}
    alike = {code for code, count in told if count * LEAD > told[0][1]}
    return next(iter(filed)) if len(filed) == 1 and filed <= alike else None


def _counted(sentences: Sequence[Sentence], places: Sequence[Place]) -> Counter[str]:
    """Return how often the sentences name each country, by its places, its people and its adjective."""
    end = sentences[-1].end if sentences else 0
    counts = Counter(state_of(place.country) for place in places if place.country and place.span.start < end)
    counts.update(
        state_of(code)
        for sentence in sentences
        for name in sentence.names
        if (code := _of_body(sentence, name, places))
    )
    listed = {place.span.start for place in places}
    for sentence in sentences:
        for token in sentence.tokens:
            if token.upos in ("ADJ", "PROPN") and token.text[:1].isupper() and token.start not in listed:
                code = country_of_demonym(token.text)
                if code:
                    counts[state_of(code)] += 1
    return counts


def _of_body(sentence: Sentence, name: Name, places: Sequence[Place]) -> str | None:
    """Return the country that a body's name begins with where no place says so: "United States House"."""
    start = sentence.tokens[name.first].start
    if name.type != "organization" or any(place.span.start == start for place in places):
        return None
    words = [token.text for token in sentence.tokens[name.first : name.last + 1]]
    return next((code for count in (3, 2, 1) if (code := country_named(" ".join(words[:count])))), None)
