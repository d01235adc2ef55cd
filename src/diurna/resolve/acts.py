"""Whom a judgement of an act is aimed at: "Togo closed the border. Ghana criticized [the move]." is of Togo.

And whom a refusal is: "Togo asked Ghana for fuel. Ghana declined [the request]." is of Togo.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from diurna.code.grammar import Grammar
from diurna.code.ontology import load_ontology
from diurna.code.table import LexiconError, packaged_list, rows
from diurna.records import Event, Participant, Sentence, meet

JUDGED = frozenset(("ACCUSE", "SUPPORT"))
NEAR = 1
"""How many sentences before a judgement an act may be told that it speaks of only as "the move"."""

_DONE = ("happened", "future")
_SLOTS = ("obj", "against", "of")
_THESE = frozenset(("the", "this", "that", "these", "those", "such"))
_STEM = 4


def load_acts() -> frozenset[str]:
    """Return the nouns of acts.csv that take up an act; raises LexiconError, with the line, where a row is wrong."""
    return packaged_list("diurna.resolve", "acts.csv", "noun")


@cache
def load_answered() -> Mapping[str, str]:
    """Return the nouns of answered.csv with the types they are of; raises LexiconError where a row is wrong."""
    file = files("diurna.resolve") / "answered.csv"
    found: dict[str, str] = {}
    for line, (noun, kind, example) in rows(file, "noun,type,example"):
        if not noun.isalpha() or noun != noun.lower() or kind not in load_ontology().types or not example:
            raise LexiconError(f"{file.name}:{line}: write a lower-case noun, a PLOVER type and an example")
        found[noun] = kind
    return found


def with_whose_act(events: Sequence[Event], sentences: Sequence[Sentence]) -> list[Event]:
    """Return the events, a judgement or refusal that names nobody with whoever did what it answers as its recipients.

    The act is an event that the judgement's object tells or takes up: the noun's own event, else one whose word it
    shares ("commuted", "the commutation"); "the move" takes up the last act of somebody else in the sentence or the one
    before, and is all that who welcomes it can mean.
    """
    made = list(events)
    starts = [sentence.start for sentence in sentences]
    for place, event in enumerate(events):
        if event.type in JUDGED and event.actors and not event.recipients:
            whose = _whose(event, events, sentences, starts)
            if whose:
                made[place] = replace(event, recipients=whose)
        if event.type == "REJECT" and event.actors and not event.recipients:
            made[place] = replace(event, recipients=_turned_down(event, events, sentences, starts))
    return made


def _turned_down(
    event: Event, events: Sequence[Event], sentences: Sequence[Sentence], starts: Sequence[int]
) -> tuple[Participant, ...]:
    """Return who asked, offered or accused, where a refusal names only "the request" of this sentence or the last.

    It is the last of the kind by somebody else; where that was said to somebody, it is he who refuses.
    """
    here = bisect_right(starts, event.trigger.start) - 1
    kinds = {
        load_answered().get(sentences[here].tokens[word].lemma.lower()) for word in _judged(sentences[here], event)
    }
    since = starts[max(here - NEAR, 0)]
    for one in reversed(events):
        if one.type in kinds and one.actors and since <= one.trigger.start < event.trigger.start:
            said_to_another = bool(one.recipients) and not meet(one.recipients, event.actors)
            return () if said_to_another or meet(one.actors, event.actors) else one.actors
    return ()


def _whose(
    event: Event, events: Sequence[Event], sentences: Sequence[Sentence], starts: Sequence[int]
) -> tuple[Participant, ...]:
    here = bisect_right(starts, event.trigger.start) - 1
    sentence = sentences[here]
    for word in _judged(sentence, event):
        token = sentence.tokens[word]
        before = [one for one in events if one.trigger.start < event.trigger.start]
        own = [one for one in events if one.trigger.start <= token.start < one.trigger.end and one is not event]
        alike = [one for one in before if one.trigger.text[:_STEM].lower() == token.text[:_STEM].lower()]
        since = starts[max(here - NEAR, 0)]
        near = [one for one in before if one.trigger.start >= since and one.status in _DONE]
        near = near[::-1] if token.lemma.lower() in load_acts() else []
        told = [*own, *reversed(alike)] if event.type == "ACCUSE" else []
        for one in [*told, *near]:
            if one.actors and not meet(one.actors, event.actors):
                return one.actors
    return ()


def _judged(sentence: Sentence, event: Event) -> Iterator[int]:
    """Yield the definite nouns that say what is judged."""
    grammar = Grammar(sentence)
    inside = [t.index for t in sentence.tokens if event.trigger.start <= t.start < event.trigger.end]
    for word in inside:
        for slot, head in grammar.arguments(word):
            token = sentence.tokens[head]
            if slot not in _SLOTS or head in inside:
                continue
            definite = any(c.lemma.lower() in _THESE for c in grammar.children[head] if c.deprel == "det")
            if token.upos == "NOUN" and definite:
                yield head
