"""How a place stands to an event's words: where one goes, what is taken, where somebody speaks and of what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from diurna.records import Event, Place, Sentence, Token
from diurna.resolve.when.attach import path_up
from diurna.resolve.where.tables import rows

# Events that are words: they happen where somebody speaks, and what is spoken of elsewhere.
SAID = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE"))
_TAKES = frozenset(("ASSAULT", "COERCE", "MOBILIZE"))
# By the kind of a word of motion: the types that are where it leads or comes from, and the prepositions that say so.
_MOTIONS = {
    "travel": (frozenset(("AGREE", "CONSULT")), frozenset(("to", "in", "at", "into"))),
    "sending": (frozenset(("MOBILIZE", "AID")), frozenset(("to", "into", "in", "at", "onto"))),
    "leaving": (frozenset(("RETREAT", "CONCEDE")), frozenset(("from", "in"))),
}
_OCCASION = frozenset(("at", "in", "during", "after"))
_JOINED = 3  # words joined by "and" that one looks back along
_OF_BODY = frozenset(("compound", "nmod:poss", "flat", "nmod:desc"))
_BEFORE_OPENING = frozenset(("ADP", "DET", "ADV", "PUNCT", "CCONJ", "ADJ"))


def bearings(
    event: Event,
    place: Place,
    sentence: Sentence,
    trigger: int,
    head: int,
    said: Sequence[int],
    others: Sequence[int] = (),
) -> dict[str, float]:
    """Return which of the bearings a place of the event's own sentence has, 1 or 0 each.

    `trigger` and `head` are the words of the event and of the place, `said` those of the sentence's events of words,
    `others` those that head its other places.
    """
    head = named_by(sentence, head)
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
                (_is_told(place, sentence, head) and (_speaks(sentence, between) or _in_which(sentence, head, trigger)))
                or _is_of_speaker(event, place, sentence, head)
                or _is_visiting(sentence, head, trigger)
            )
        ),
        "spoken_of": float(_is_spoken_of(sentence, trigger, up, said)),
        "of_another": float(is_of_another(sentence, head, trigger, others) and not _opens(sentence, head, trigger)),
        "origin": float(_is_origin(sentence, head) or _is_actor_s(event, sentence, head)),
        "local": float(
            _acts_at_home(event, place, sentence, head, trigger)
            and not (
                place.name == place.admin1
                and any(one != head and _is_told_of(sentence, one, trigger) for one in others)
            )
        ),
        "deed": float(_is_deed(sentence, trigger) and _case(sentence, head) in ("in", "at", "before")),
    }


def named_by(sentence: Sentence, head: int) -> int:
    """Return the word of kind that a place's name stands under, else the name's own: "the Israeli port of Haifa"."""
    own, over = sentence.tokens[head], sentence.tokens[head].head
    if over >= 0 and own.deprel.startswith("nmod") and _is(sentence, over, "kind") and _case(sentence, head) == "of":
        return over
    return head


def _is_destination(event: Event, place: Place, sentence: Sentence, head: int) -> bool:
    """Return whether the event's own word of motion leads to the place, or from it where it is a retreat.

    "Visited Mandera", "fly to Honiara"; "sent troops to Goma"; "left Iraq", "withdrew from Kherson".
    """
    over = sentence.tokens[head].head
    types, prepositions = _MOTIONS.get(_words().get(sentence.tokens[over].lemma.lower(), ""), ((), ()))
    if over < 0 or event.type not in types or any(place.span.overlaps(p.span) for p in event.actors):
        return False
    own = sentence.tokens[over]
    if not (own.start < event.trigger.end and event.trigger.start < own.end):
        return False
    case = _case(sentence, head)
    object_of = sentence.tokens[head].deprel == "obj" and own.upos == "VERB"
    return case in prepositions or (object_of and case is None)


def _is_taken(event: Event, place: Place, sentence: Sentence, head: int, trigger: int) -> bool:
    """Return whether the place is what is done something to: "captured Bara", "shelled the port of Kherson".

    A country may be told to do something or be punished; it is a place where it is attacked.
    """
    known = place.admin1 is not None or place.country is None or event.type == "ASSAULT"
    over = sentence.tokens[head]
    return known and over.head == trigger and over.deprel in ("obj", "nsubj:pass") and _takes_part(event, over)


def _takes_part(event: Event, word: Token) -> bool:
    """Return whether a recipient is or ends in a word, so that the place is one ("the mayor of Kherson" is none)."""
    return any(p.span.start <= word.start < p.span.end for p in event.recipients)


def _opens(sentence: Sentence, head: int, trigger: int) -> bool:
    """Return whether the place opens the sentence and belongs to the event's word or one that it is joined to.

    "In Lagos, Amnesty accused"; "On Friday in Lyon, police arrested six men and fined two"; "At a base in Gao".
    """
    first = head
    if sentence.tokens[head].deprel == "nmod" and _case(sentence, sentence.tokens[head].head) in ("in", "at"):
        first = sentence.tokens[head].head
    over = sentence.tokens[first].head
    before = sentence.tokens[:head]
    opening = all(
        t.upos in _BEFORE_OPENING
        or (t.head in (first, over) and t.deprel.startswith("obl"))
        or first in (t.head, t.index)
        or t.head == head
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
    if own.head == head and own.upos == "NOUN" and _case(sentence, clause) == "for":
        return True  # "in Riyadh for a summit"
    if own.deprel not in ("acl:relcl", "acl") or own.head not in (head, sentence.tokens[head].head):
        return False
    return any(t.head == clause and t.lemma.lower() == "where" for t in sentence.tokens)


def _is_of_speaker(event: Event, place: Place, sentence: Sentence, head: int) -> bool:
    """Return whether who speaks is told to be there: "The premier, in Kingston, said", "Prosecutors in Suwon said"."""
    over = sentence.tokens[head].head
    if over < 0 or place.admin1 is None or not _is_told(place, sentence, head):
        return False
    own = sentence.tokens[over]
    if any(t.head == head and t.deprel == "cop" for t in sentence.tokens):
        return any(p.span.start <= own.start < p.span.end for p in event.actors)  # "who is in Accra for a summit"
    speakers = (
        (own, sentence.tokens[own.head]) if own.deprel == "nmod" else (own,)
    )  # "an assembly of ministers in Cairo"
    if not any(p.span.start <= one.start < p.span.end for p in event.actors for one in speakers):
        return False
    first = next((t.index for t in sentence.tokens if t.head == head and t.deprel == "case"), head)
    aside = first > 0 and sentence.tokens[first - 1].text == ","
    return aside or own.upos == "NOUN"


def _is_visiting(sentence: Sentence, head: int, trigger: int) -> bool:
    """Return whether who speaks visits the place or is there for something besides.

    "The minister, visiting Minsk, accused the West", "condemned it on a visit to Minsk", "while campaigning in Ohio".
    """
    own, over = sentence.tokens[head], sentence.tokens[head].head
    if over < 0:
        return False
    doing = sentence.tokens[over]
    if doing.deprel in ("acl", "advcl") and doing.text.endswith("ing"):
        there = _is(sentence, over, "presence") and _case(sentence, head) in ("in", "at", "across")
        return there or (own.deprel == "obj" and _is(sentence, over, "travel"))
    journey = _is(sentence, over, "travel") and doing.upos == "NOUN" and doing.head == trigger
    return journey and _case(sentence, over) in ("during", "on") and _case(sentence, head) in ("to", "in")


def _in_which(sentence: Sentence, head: int, trigger: int) -> bool:
    """Return whether the event is told of a speech held at the place: "a speech in Suva in which he urged talks"."""
    clause = [trigger, *_joined_to(sentence, trigger)][-1]
    over = sentence.tokens[head].head
    own = sentence.tokens[clause]
    return own.deprel in ("acl:relcl", "acl") and own.head == over and _is(sentence, over, "speaking")


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


def is_of_another(sentence: Sentence, head: int, trigger: int, others: Sequence[int]) -> bool:
    """Return whether the place belongs to a verb joined to the event's, and not to both.

    It is that verb's subject or object ("invaded X and recognized Y"), or the later verb has a subject or, among the
    heads of the sentence's other places (`others`), a place of its own: "recalled its envoy from X and shut Y".
    """
    own, mine, theirs = sentence.tokens[head], _verb(sentence, trigger), _verb(sentence, sentence.tokens[head].head)
    if mine is None or theirs is None or mine == theirs:
        return False
    after, before = mine in _joined_to(sentence, theirs), theirs in _joined_to(sentence, mine)
    if not after and not before:
        return False
    if after and own.head == theirs and own.deprel in ("obj", "nsubj", "nsubj:pass"):
        return True
    later = theirs if after else mine
    if any(t.head == later and t.deprel.startswith("nsubj") for t in sentence.tokens):
        return True
    return before and any(_verb(sentence, sentence.tokens[one].head) == mine for one in others if one != head)


def _verb(sentence: Sentence, word: int) -> int | None:
    """Return the verb of a word's clause, the main one of "offered to send"."""
    up = path_up(sentence, word) if word >= 0 else []
    verb = next((one for one in up if sentence.tokens[one].upos == "VERB"), None)
    while verb is not None and sentence.tokens[verb].deprel == "xcomp":
        verb = sentence.tokens[verb].head
    return verb


def _is_deed(sentence: Sentence, trigger: int) -> bool:
    """Return whether the event's word is one of law or treaties: "signed", "was charged"; not "the charges"."""
    own = sentence.tokens[trigger]
    return _is(sentence, trigger, "deed") and (own.upos == "VERB" or own.text.endswith("ing"))


def _is_told_of(sentence: Sentence, head: int, trigger: int) -> bool:
    """Return whether a place stands behind "in" or the like on the event's word: "police arrested her in Newtown"."""
    return sentence.tokens[head].head == trigger and _case(sentence, head) in ("in", "at", "near", "outside")


def _acts_at_home(event: Event, place: Place, sentence: Sentence, head: int, trigger: int) -> bool:
    """Return whether who acts is a body of the place: "An Ankara court acquitted him", "fined by a court in Multan".

    A town that acts is one: "the city of Seattle cleared the camp".
    """
    body = next((one for one in (head, sentence.tokens[head].head) if one >= 0 and _is(sentence, one, "body")), None)
    if body is None and _is(sentence, head, "kind") and sentence.tokens[head].end <= place.span.start:
        body = head  # "the city of Seattle cleared the camp"
    if body is None or place.admin1 is None:
        return False
    own = sentence.tokens[body]
    if body != head and not (sentence.tokens[head].deprel in _OF_BODY or _case(sentence, head) in ("in", "of", "at")):
        return False
    acts = any(p.span.start <= own.start < p.span.end for p in event.actors)
    under = own.head in (trigger, *_joined_to(sentence, trigger))
    return acts or (under and (own.deprel == "nsubj" or _case(sentence, body) == "by"))


def _is_origin(sentence: Sentence, head: int) -> bool:
    """Return whether somebody comes from there or lives there: "Ohio man", "senator from Maine", "based in Lagos"."""
    own, over = sentence.tokens[head], sentence.tokens[head].head
    if over < 0:
        return False
    if _is(sentence, over, "home"):
        return True
    if _is(sentence, over, "border") and _case(sentence, head) in ("with", "to"):
        return True  # what lies beyond it: "near the border with Niger"
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
