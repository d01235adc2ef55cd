"""The places of a document, and the place of each event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from diurna.records import Document, Entity, Event, Place, Sentence
from diurna.resolve.countries import country_of_demonym
from diurna.resolve.toponyms import toponyms_of
from diurna.resolve.when.attach import head_word, path_up
from diurna.resolve.where import resolve_places
from diurna.resolve.who import state_of

_LOCATES = frozenset(
    ("in", "at", "near", "outside", "inside", "across", "on", "around", "into", "from", "to", "throughout")
)
# How many times as often as the next country an article names the one it is about.
LEAD = 1.3
_CLAUSES = frozenset(("advcl", "acl", "acl:relcl", "ccomp", "parataxis", "csubj"))


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


def place_of(event: Event, sentence: Sentence, places: tuple[Place, ...]) -> Place | None:
    """Return where an event took place: the place named with "in", "at" or the like nearest above or below its trigger.

    A place that takes part in the event is not its scene. None where the sentence names no scene.
    """
    trigger = next((t.index for t in sentence.tokens if t.end > event.trigger.start), 0)
    taken = [p.span for p in (*event.actors, *event.recipients)]
    ranked: list[tuple[tuple[int, int], Place]] = []
    for place in places:
        if not sentence.start <= place.span.start < sentence.end or any(place.span.overlaps(s) for s in taken):
            continue
        head = head_word(sentence, place.span)
        if head is None:
            continue
        case = next((t.lemma.lower() for t in sentence.tokens if t.head == head and t.deprel == "case"), "")
        if case in _LOCATES:
            ranked.append(((_clauses_between(sentence, trigger, head), abs(head - trigger)), place))
    # What else it could have been stands in the record's list of places, once.
    return replace(min(ranked, key=lambda pair: pair[0])[1], decided=None, candidates=()) if ranked else None


def _clauses_between(sentence: Sentence, one: int, other: int) -> int:
    """Return how many clause borders part two words of a tree."""
    above, below = path_up(sentence, one), path_up(sentence, other)
    meet = next((word for word in above if word in below), -1)
    way = [*above[: above.index(meet)], *below[: below.index(meet)]] if meet >= 0 else above + below
    return sum(sentence.tokens[word].deprel in _CLAUSES for word in way)
