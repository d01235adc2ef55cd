"""Where an event took place: the likeliest of the places named in its sentence or shortly before, or none.

What speaks for a place is added up with the weights of scenes.toml (`python -m training.scene_weights`): how it stands
to the event's words in the tree, how far back it was named, and what kind of event it is (a speech is seldom placed).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from diurna.records import Document, Event, Place, Sentence, Span
from diurna.resolve.bearings import SAID, bearings
from diurna.resolve.fitted import chance, fitted_weights
from diurna.resolve.sites import is_located, sites_of
from diurna.resolve.when.attach import head_word, path_up
from diurna.resolve.where import candidates as named

EVIDENCE = (
    "constant", "here", "back", "opening", "dateline", "located", "below", "above", "words", "takes_part",
    "subject", "modifier", "country", "unknown", "site", "right_under", "finer",
    "destination", "taken", "opens", "where", "speaking", "spoken_of", "of_another", "origin",
    "local", "deed", "abroad",
)  # fmt: skip

_CLAUSES = frozenset(("advcl", "acl", "acl:relcl", "ccomp", "parataxis", "csubj"))
_NAMING = frozenset(("compound", "flat", "nmod:desc"))
_NOMINAL = _NAMING | {"nmod", "nmod:poss", "appos", "nmod:unmarked"}
_UNDER = 3  # steps down the tree from a town to the division it is said to lie in
_BACK = 3  # sentences before the event's in which its place may stand
_BESIDE = 6  # characters between a place and the wider one that holds it
# What stands between a town and what holds it: ", ", ", in ", ", in the Thai province of ".
_HELD = re.compile(r",(?: in| of)?(?: the)?(?: (?:[A-Z][a-z]+ )?(?:province|state|region|district|county) of)? ")
_OPENING = 2  # sentences that set the scene of the whole article


@dataclass(frozen=True, slots=True)
class Places:
    """The places of an article by the sentence that names them, where those start that are sites (sites.py), and where
    the events of words."""

    document: Document
    by_sentence: Mapping[int, tuple[Place, ...]]
    sites: frozenset[int] = frozenset()
    said: frozenset[int] = frozenset()
    _told: dict[tuple[int, int], tuple[bool, int | None, Mapping[str, float]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def told(self, number: int, position: int) -> tuple[bool, int | None, Mapping[str, float]]:
        """Return of a place of a sentence whether it says only where the one before it is, the word that heads it, and
        the evidence that it has for whatever event.
        """
        if (number, position) not in self._told:  # many events ask
            place = self.by_sentence[number][position]
            head = head_word(self.document.sentences[number], place.span)
            self._told[number, position] = _is_wider(place, number, self), head, _alone(place, head, number, self)
        return self._told[number, position]


def places_by_sentence(
    document: Document, places: Sequence[Place], home: str | None = None, events: Sequence[Event] = ()
) -> Places:
    """Return the article's places by sentence with its sites (sites.py); a place in a site's name is no other.

    `events` are those of the article: what is spoken of does not happen where somebody speaks of it.
    """
    starts = [sentence.start for sentence in document.sentences]
    found: dict[int, tuple[Place, ...]] = {}
    sites = list(sites_of(document, places, home))
    held = {place for site in sites for place in places if site.span.holds(place.span)}
    sites_at = frozenset(site.span.start for site in sites)
    for place in sorted((*sites, *(p for p in places if p not in held)), key=lambda place: place.span):
        index = max(0, bisect_right(starts, place.span.start) - 1)
        found[index] = (*found.get(index, ()), place)
    return Places(document, found, sites_at, frozenset(e.trigger.start for e in events if e.type in SAID))


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
        for position, place in enumerate(places.by_sentence.get(number, ())):
            if places.told(number, position)[0]:
                continue  # "In Austin, Texas" is in Austin
            if place.name not in seen or number == index:
                seen.add(place.name)
                yield place, _evidence(event, index, place, number, position, places)


def _alone(place: Place, head: int | None, number: int, places: Places) -> Mapping[str, float]:
    """Return the evidence that does not depend on the event; "here" and "back", which do, are 0."""
    sentence = places.document.sentences[number]
    lines = places.document.article.layout.datelines
    told = {
        "constant": 1.0,
        "here": 0.0,
        "back": 0.0,
        "opening": float(number < _OPENING),
        "dateline": float(any(line.place is not None and line.place.overlaps(place.span) for line in lines)),
        "country": float(place.latitude is not None and place.admin1 is None),
        "unknown": float(place.latitude is None),
        "site": float(place.span.start in places.sites),
        "abroad": 0.0,
    }
    if head is None:
        return told
    relation = sentence.tokens[head].deprel
    return told | {
        "located": float(is_located(sentence, head)),
        "finer": float(_holds_wider(place, number, places)),
        "subject": float(relation.startswith("nsubj")),
        "modifier": float(relation in ("compound", "nmod:poss", "amod")),
    }


def _evidence(event: Event, index: int, place: Place, number: int, position: int, places: Places) -> dict[str, float]:
    sentence = places.document.sentences[number]
    _, head, alone = places.told(number, position)
    told = {**alone, "here": float(number == index), "back": math.log1p(index - number)}
    if number == index and head is not None:
        trigger = next((t.index for t in sentence.tokens if t.end > event.trigger.start), 0)
        above, below = _clauses_between(sentence, trigger, head)
        taking = (p.span for p in (*event.actors, *event.recipients))
        told |= {
            "above": float(above),
            "below": float(below),
            "right_under": float(sentence.tokens[head].head == trigger),
            "words": math.log1p(abs(head - trigger)),
            "takes_part": float(any(_is_part_of(sentence, place, head, span) for span in taking)),
        }
        said = [t.index for t in sentence.tokens if t.start in places.said and t.index != trigger]
        others = [
            other for n in range(len(places.by_sentence[number])) if (other := places.told(number, n)[1]) is not None
        ]
        told |= bearings(event, place, sentence, trigger, head, said, others)
        if told["destination"] or told["taken"] or told["local"]:
            told["takes_part"] = 0.0  # it is where the event is, not only whom it concerns
    if number != index:
        here = places.by_sentence.get(index, ())
        told["abroad"] = float(_is_abroad(place, here))
        if told["dateline"] and any(
            one.latitude is not None and places.told(index, n)[2].get("located") for n, one in enumerate(here)
        ):
            told["dateline"] = 0.0  # the event's own sentence says where things are
    return told


def _is_part_of(sentence: Sentence, place: Place, head: int, side: Span) -> bool:
    """Return whether a place says who takes part: "Iran's Quds Force" behind "Soleimani, head of"."""
    if place.span.overlaps(side):
        return True
    up = path_up(sentence, head)
    met = next((n for n, word in enumerate(up) if side.start <= sentence.tokens[word].start < side.end), None)
    return met is not None and all(
        sentence.tokens[word].deprel in _NOMINAL and not _stands_in(sentence, word) for word in up[:met]
    )


def _stands_in(sentence: Sentence, word: int) -> bool:
    return any(
        t.head == word and t.deprel == "case" and t.lemma.lower() in ("in", "at", "near") for t in sentence.tokens
    )


def _is_abroad(place: Place, here: Sequence[Place]) -> bool:
    """Return whether the event's own sentence names places in other countries, and none in the place's."""
    lands = {other.country for other in here if other.country}
    return place.country is not None and bool(lands) and place.country not in lands


def _holds_wider(place: Place, number: int, places: Places) -> bool:
    """Return whether its country or division follows: "Paris, France"."""
    after = (p for p in places.by_sentence.get(number, ()) if 0 < p.span.start - place.span.end <= _BESIDE)
    return any(p.country == place.country and p.admin1 in (None, place.admin1) for p in after)


def _is_wider(place: Place, number: int, places: Places) -> bool:
    """Return whether a place is the country or division that a town of it names: "Paris, France", "Beed in Bihar"."""
    if place.admin1 is not None and not _is_division(place):
        return False
    finer = [p for p in places.by_sentence.get(number, ()) if _lies_in(p, place)]
    text, sentence = places.document.article.text, places.document.sentences[number]
    beside = [p for p in finer if _HELD.fullmatch(text, p.span.end, max(p.span.end, place.span.start))]
    return bool(beside) or any(_is_under(place, p, sentence) or _is_before(place, p, sentence) for p in finer)


def _is_division(place: Place) -> bool:
    """Return whether a place is a division or region by its name or by what the gazetteer knows it as."""
    if place.admin1 == place.name:
        return True
    meant = (one for one in named(place.span.text) if one.name == place.name and one.admin1 == place.admin1)
    one = next(meant, None)
    return one is not None and one.kind in ("admin1", "region")


def _lies_in(one: Place, wider: Place) -> bool:
    """Return whether a known place lies in a country or division."""
    same = one.country == wider.country and wider.admin1 in (None, one.admin1)
    return same and one.name != wider.name and one.latitude is not None


def _is_before(wider: Place, finer: Place, sentence: Sentence) -> bool:
    """Return whether one place stands before another on the same word: "In Kenya, police arrested a man in Mombasa"."""
    first, second = head_word(sentence, wider.span), head_word(sentence, finer.span)
    if first is None or second is None or first > second:
        return False
    same = sentence.tokens[first].head == sentence.tokens[second].head
    return same and is_located(sentence, first) and is_located(sentence, second)


def _is_under(wider: Place, finer: Place, sentence: Sentence) -> bool:
    """Return whether one place hangs on another's name or its word of kind: "Beed district of Maharashtra"."""
    below, over = head_word(sentence, wider.span), head_word(sentence, finer.span)
    if below is None or over is None:
        return False
    own = sentence.tokens[over]
    anchors = (over, own.head) if own.deprel in _NAMING else (over,)
    up = path_up(sentence, below)[: _UNDER + 1]
    met = next((n for n, word in enumerate(up) if n and word in anchors), None)
    return met is not None and all(sentence.tokens[word].deprel in _NOMINAL for word in up[:met])


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
