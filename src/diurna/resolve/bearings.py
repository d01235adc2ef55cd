"""How a place stands to an event's words: where one goes, what is taken, where somebody speaks and of what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from diurna.records import Event, Place, Sentence
from diurna.resolve.when.attach import path_up
from diurna.resolve.where.tables import rows

# Events that are words: they happen where somebody speaks, and what is spoken of elsewhere.
SAID = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE"))
_TAKES = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
_GOES = frozenset(("AGREE", "CONSULT"))
_TOWARD = frozenset(("to", "in", "at", "into"))
_OCCASION = frozenset(("at", "in", "during", "after"))
_JOINED = 3  # words joined by "and" that one looks back along
_BEFORE_OPENING = frozenset(("ADP", "DET", "ADV", "PUNCT", "CCONJ", "ADJ"))


def bearings(
    event: Event, place: Place, sentence: Sentence, trigger: int, head: int, said: Sequence[int]
) -> dict[str, float]:
    """Return which of the bearings a place of the event's own sentence has, 1 or 0 each.

    `trigger` and `head` are the words of the event and of the place, `said` those of the sentence's events of words.
    """
    up = path_up(sentence, head)
    between = up[1 : up.index(trigger)] if trigger in up else up[1:]
    words = event.type in SAID
    return {
        "destination": float(_is_destination(event, place, sentence, head)),
        "taken": float(event.type in _TAKES and _is_taken(event, place, sentence, head, trigger)),
        "opens": float(_opens(sentence, head, trigger)),
        "where": float(_is_where(sentence, head, trigger)),
        "speaking": float(
            words
            and (
                (_is_told(place, sentence, head) and _speaks(sentence, between))
                or _is_of_speaker(event, place, sentence, head)
                or _is_visiting(sentence, head)
            )
        ),
        "spoken_of": float(_is_spoken_of(sentence, trigger, up, said)),
        "of_another": float(_is_of_another(sentence, head, trigger)),
        "origin": float(_is_origin(sentence, head) or _is_actor_s(event, sentence, head)),
    }


def _is_destination(event: Event, place: Place, sentence: Sentence, head: int) -> bool:
    """Return whether the event's own word of travel leads to the place: "visited Mandera", "fly to Honiara"."""
    over = sentence.tokens[head].head
    if event.type not in _GOES or over < 0 or not _is(sentence, over, "travel"):
        return False
    if any(place.span.overlaps(p.span) for p in event.actors):
        return False
    own = sentence.tokens[over]
    if not (own.start < event.trigger.end and event.trigger.start < own.end):
        return False
    case = _case(sentence, head)
    object_of = sentence.tokens[head].deprel == "obj" and own.upos == "VERB"
    return case in _TOWARD or (object_of and case is None)


def _is_taken(event: Event, place: Place, sentence: Sentence, head: int, trigger: int) -> bool:
    """Return whether a place that is no country is what is done something to: "captured Bara", "shelled Kherson"."""
    known = place.admin1 is not None or place.country is None
    over = sentence.tokens[head]
    return known and over.head == trigger and over.deprel in ("obj", "nsubj:pass") and _takes_part(event, place)


def _takes_part(event: Event, place: Place) -> bool:
    """Return whether the place is itself a recipient, not only named in one ("the mayor of Kherson")."""
    return any(p.span.start == place.span.start and p.span.end == place.span.end for p in event.recipients)


def _opens(sentence: Sentence, head: int, trigger: int) -> bool:
    """Return whether the place opens the sentence and belongs to the event's word or one that it is joined to.

    "In Lagos, Amnesty accused"; "On Friday in Lyon, police arrested six men and fined two."
    """
    over = sentence.tokens[head].head
    before = sentence.tokens[:head]
    opening = all(
        t.upos in _BEFORE_OPENING or (t.head in (head, over) and t.deprel.startswith("obl")) or t.head == head
        for t in before
    )
    return opening and _case(sentence, head) in ("in", "at") and over in (trigger, *_joined_to(sentence, trigger))


def _joined_to(sentence: Sentence, trigger: int) -> list[int]:
    """Return the words that a word is joined to by "and", the nearest first."""
    words: list[int] = []
    while sentence.tokens[trigger].deprel == "conj" and len(words) < _JOINED:
        trigger = sentence.tokens[trigger].head
        words.append(trigger)
    return words


def _is_where(sentence: Sentence, head: int, trigger: int) -> bool:
    """Return whether the event is told in a clause with "where" on the place: "Jos, where gunmen killed two"."""
    clause = [trigger, *_joined_to(sentence, trigger)][-1]
    own = sentence.tokens[clause]
    if own.deprel not in ("acl:relcl", "acl") or own.head not in (head, sentence.tokens[head].head):
        return False
    return any(t.head == clause and t.lemma.lower() == "where" for t in sentence.tokens)


def _is_of_speaker(event: Event, place: Place, sentence: Sentence, head: int) -> bool:
    """Return whether who speaks is told to be there: "The premier, in Kingston, said", "Prosecutors in Suwon said"."""
    over = sentence.tokens[head].head
    if over < 0 or place.admin1 is None or not _is_told(place, sentence, head):
        return False
    own = sentence.tokens[over]
    if not any(p.span.start <= own.start < p.span.end for p in event.actors):
        return False
    first = next((t.index for t in sentence.tokens if t.head == head and t.deprel == "case"), head)
    aside = first > 0 and sentence.tokens[first - 1].text == ","
    return aside or own.upos == "NOUN"


def _is_visiting(sentence: Sentence, head: int) -> bool:
    """Return whether who speaks visits the place: "The minister, visiting Minsk, accused the West"."""
    own, over = sentence.tokens[head], sentence.tokens[head].head
    return (
        own.deprel == "obj"
        and _is(sentence, over, "travel")
        and sentence.tokens[over].deprel in ("acl", "advcl")
        and sentence.tokens[over].text.endswith("ing")
    )


def _is_told(place: Place, sentence: Sentence, head: int) -> bool:
    """Return whether a known place stands behind "in" or "at": not "a statement to the Australian council"."""
    return place.latitude is not None and _case(sentence, head) in ("in", "at")


def _speaks(sentence: Sentence, words: Sequence[int]) -> bool:
    """Return whether one of the words is a speaking or an occasion for it: "at a rally", not "urged a meeting"."""
    return any(
        _is(sentence, word, "speaking") and (sentence.tokens[word].upos == "VERB" or _case(sentence, word) in _OCCASION)
        for word in words
    )


def _is_spoken_of(sentence: Sentence, trigger: int, up: Sequence[int], said: Sequence[int]) -> bool:
    """Return whether the event is told in words that were said at the place: "In Geneva, he condemned the attack".

    A place of another verb is that verb's: "warned that the army could strike inside Bara".
    """
    over = path_up(sentence, trigger)[1:]
    meet = next((word for word in said if word in over and word in up), None)
    return trigger not in up and meet is not None and not _has_verb(sentence, up[1 : up.index(meet)])


def _has_verb(sentence: Sentence, words: Sequence[int]) -> bool:
    return any(sentence.tokens[word].upos == "VERB" for word in words)


def _is_of_another(sentence: Sentence, head: int, trigger: int) -> bool:
    """Return whether the place is subject or object of a verb joined to the event's: "invaded X and recognized Y"."""
    own, verb = sentence.tokens[head], sentence.tokens[sentence.tokens[head].head]
    joined = verb.deprel == "conj" and verb.head == trigger
    return joined and verb.upos == "VERB" and own.deprel in ("obj", "nsubj", "nsubj:pass")


def _is_origin(sentence: Sentence, head: int) -> bool:
    """Return whether somebody comes from there or lives there: "Ohio man", "senator from Maine", "based in Lagos"."""
    own, over = sentence.tokens[head], sentence.tokens[head].head
    if over < 0:
        return False
    if _is(sentence, over, "home"):
        return True
    return _is(sentence, over, "person") and (own.deprel == "compound" or _case(sentence, head) == "from")


def _is_actor_s(event: Event, sentence: Sentence, head: int) -> bool:
    """Return whether who acts comes from there ("Farmers from Creuse") or sits there in a house ("D-Bellevue")."""
    if [token.text for token in sentence.tokens[max(0, head - 2) : head]] in (["D", "-"], ["R", "-"]):
        return True
    head = [head, *_joined_to(sentence, head)][-1]  # "from Dallas and Waco"
    over = sentence.tokens[head].head
    inside = over >= 0 and any(p.span.start <= sentence.tokens[over].start < p.span.end for p in event.actors)
    return inside and _case(sentence, head) == "from"


def _case(sentence: Sentence, head: int) -> str | None:
    return next((t.lemma.lower() for t in sentence.tokens if t.head == head and t.deprel == "case"), None)


def _is(sentence: Sentence, index: int, kind: str) -> bool:
    return _words().get(sentence.tokens[index].lemma.lower()) == kind


@cache
def _words() -> Mapping[str, str]:
    """Return the words of bearings.csv with what they are."""
    table = files("diurna.resolve").joinpath("bearings.csv").read_text("utf-8").splitlines()
    return {lemma: kind for _, (lemma, kind, _) in rows(table, "bearings.csv", ["lemma", "as", "example"])}
