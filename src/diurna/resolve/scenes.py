"""Where an event took place: the likeliest of the places named in its sentence or shortly before, or none.

What speaks for a place is added up with the weights of scenes.toml (`python -m training.scene_weights`): how it stands
to the event's words in the tree, how far back it was named, and what kind of event it is (a speech is seldom placed).
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from diurna.records import Document, Event, Place, Sentence
from diurna.resolve.fitted import chance, fitted_weights
from diurna.resolve.when.attach import head_word, path_up

EVIDENCE = (
    "constant", "here", "back", "opening", "dateline", "located", "below", "above", "words", "takes_part",
    "subject", "modifier", "country", "unknown", "times",
)  # fmt: skip

_LOCATES = frozenset(
    ("in", "at", "near", "outside", "inside", "across", "on", "around", "into", "from", "to", "throughout")
)
_CLAUSES = frozenset(("advcl", "acl", "acl:relcl", "ccomp", "parataxis", "csubj"))
_INTO = frozenset(("compound", "flat", "appos", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "conj"))
_BACK = 3  # sentences before the event's in which its place may stand
_OPENING = 2  # sentences that set the scene of the whole article


@dataclass(frozen=True, slots=True)
class Places:
    """The places of an article by the sentence that names them, and how often each is named."""

    document: Document
    by_sentence: Mapping[int, tuple[Place, ...]]
    times: Mapping[str, int]


def places_by_sentence(document: Document, places: Sequence[Place]) -> Places:
    """Return the article's places by sentence."""
    starts = [sentence.start for sentence in document.sentences]
    found: dict[int, tuple[Place, ...]] = {}
    for place in places:
        index = max(0, bisect_right(starts, place.span.start) - 1)
        found[index] = (*found.get(index, ()), place)
    return Places(document, found, Counter(place.name for place in places))


def place_of(event: Event, index: int, places: Places, by: Mapping[str, float] | None = None) -> Place | None:
    """Return where an event of the sentence `index` took place, or None where no named place is likely enough."""
    by = by or weights()
    scored = [(chance(told, event.type, by), place) for place, told in candidates(event, index, places)]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is None or best[0] < by["likely"]:
        return None
    # What else it could have been stands in the record's list of places, once.
    return replace(best[1], decided=None, candidates=())


def candidates(event: Event, index: int, places: Places) -> Iterator[tuple[Place, dict[str, float]]]:
    """Yield the places that may be an event's, with the evidence of EVIDENCE; of one name the nearest before it."""
    opening = [i for i in range(min(_OPENING, index)) if i < index - _BACK]
    seen: set[str] = set()
    for number in (index, *range(index - 1, max(-1, index - _BACK - 1), -1), *opening):
        for place in places.by_sentence.get(number, ()):
            if place.name not in seen or number == index:
                seen.add(place.name)
                yield place, _evidence(event, index, place, number, places)


def _evidence(event: Event, index: int, place: Place, number: int, places: Places) -> dict[str, float]:
    sentence = places.document.sentences[number]
    lines = places.document.article.layout.datelines
    told = {
        "constant": 1.0,
        "here": float(number == index),
        "back": math.log1p(index - number),
        "opening": float(number < _OPENING),
        "dateline": float(any(line.place is not None and line.place.overlaps(place.span) for line in lines)),
        "country": float(place.latitude is not None and place.admin1 is None),
        "unknown": float(place.latitude is None),
        "times": math.log(places.times[place.name]),
    }
    head = head_word(sentence, place.span)
    if head is None:
        return told
    relation = sentence.tokens[head].deprel
    told |= {
        "located": float(_located(sentence, head)),
        "subject": float(relation.startswith("nsubj")),
        "modifier": float(relation in ("compound", "nmod:poss", "amod")),
    }
    if number == index:
        trigger = next((t.index for t in sentence.tokens if t.end > event.trigger.start), 0)
        above, below = _clauses_between(sentence, trigger, head)
        taking = (p.span for p in (*event.actors, *event.recipients))
        told |= {
            "above": float(above),
            "below": float(below),
            "words": math.log1p(abs(head - trigger)),
            "takes_part": float(any(place.span.overlaps(span) for span in taking)),
        }
    return told


def _located(sentence: Sentence, head: int) -> bool:
    """Return whether a place stands behind "in", "at" or the like, by itself or with what names it more closely."""
    for _ in range(3):
        if any(t.head == head and t.deprel == "case" and t.lemma.lower() in _LOCATES for t in sentence.tokens):
            return True
        token = sentence.tokens[head]
        if token.deprel not in _INTO or token.head < 0:
            return False
        head = token.head
    return False


def _clauses_between(sentence: Sentence, one: int, other: int) -> tuple[int, int]:
    """Return how many clause borders lead up from one word to where both meet, and how many down to the other."""
    above, below = path_up(sentence, one), path_up(sentence, other)
    meet = next((word for word in above if word in below), None)
    up = above[: above.index(meet)] if meet is not None else above
    down = below[: below.index(meet)] if meet is not None else below
    ups, downs = (sum(sentence.tokens[word].deprel in _CLAUSES for word in way) for way in (up, down))
    return ups, downs


@cache
def weights() -> Mapping[str, float]:
    """Return the weights of scenes.toml by name; raises ValueError naming the one that is missing."""
    return fitted_weights("diurna.resolve", "scenes.toml", (*EVIDENCE, "likely"))
