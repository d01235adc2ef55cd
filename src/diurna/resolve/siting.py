"""The places of a document, and the countries it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from diurna.records import Document, Entity, Place
from diurna.resolve.countries import country_of_demonym
from diurna.resolve.toponyms import toponyms_of
from diurna.resolve.where import resolve_places
from diurna.resolve.who import state_of

# How many times as often as the next country an article names the one it is about.
LEAD = 1.3


def places_of(document: Document, entities: Sequence[Entity]) -> tuple[Place, ...]:
    """Return the places that the article names, in text order, each resolved by the company it keeps."""
    return tuple(resolve_places(toponyms_of(document, entities), document.article.text))


@dataclass(frozen=True, slots=True)
class Scene:
    """The countries (PLOVER codes) an article speaks of more than in passing, and the one it is about, if any."""

    countries: frozenset[str]
    home: str | None


def scene_of(document: Document, places: tuple[Place, ...]) -> Scene:
    """Return which countries the article speaks of: at most five, and its home, the one it tells clearly most."""
    counts = Counter(state_of(place.country) for place in places if place.country)
    listed = {place.span.start for place in places}
    for sentence in document.sentences:
        for token in sentence.tokens:
            if token.upos in ("ADJ", "PROPN") and token.text[:1].isupper() and token.start not in listed:
                code = country_of_demonym(token.text)
                if code:
                    counts[state_of(code)] += 1
    told = counts.most_common(5)
    second = told[1][1] if len(told) > 1 else 0
    home = told[0][0] if told and told[0][1] >= LEAD * second else None
    return Scene(frozenset(code for code, count in told if count * 4 >= told[0][1]), home)
