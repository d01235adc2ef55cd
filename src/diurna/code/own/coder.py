"""Code a user's types: the probe and the entries find the words, the marks of the examples say who does what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from diurna.code.events import find_events
from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon
from diurna.code.match import entry_matches
from diurna.code.own.file import Example, OwnOntology, read_own
from diurna.code.own.probe import Probe, fit_probe
from diurna.code.phrases import is_nominal, phrase
from diurna.code.status import status_of
from diurna.records import Document, Event, Participant, Sentence, Span

LIKELY = 0.5  # least probability of a word that only the probe finds
CONTENT = ("VERB", "NOUN", "ADJ", "PROPN")

# For each type and role, how often the examples' marks stand at each logical relation of the trigger.
Slots = Mapping[tuple[str, str], Counter[str]]


@dataclass(frozen=True, slots=True)
class OwnCoder:
    """A user's ontology, ready to code: its probe, and at which relations his actors and recipients stand."""

    ontology: OwnOntology
    probe: Probe
    slots: Slots

    def events(self, document: Document) -> Iterator[Event]:
        """Yield the events of the user's types in text order, without ids, dates or entities."""
        for sentence in document.sentences:
            grammar = Grammar(sentence, load_lexicon().light)
            yield from self._of_sentence(grammar, document.article.text)

    def _of_sentence(self, grammar: Grammar, text: str) -> Iterator[Event]:
        entries = {m.word: m for entry in self.ontology.entries for m in entry_matches(grammar, entry)}
        chances = self._chances(grammar.sentence)
        done: set[int] = set()
        for word, token in enumerate(grammar.tokens):
            best = int(chances[word].argmax())
            chance, kind = float(chances[word, best]), self.probe.types[best]
            match = entries.get(word)
            if match is not None:
                kind, chance = match.entry.type, max(chance, 0.8)
            elif chance < LIKELY or token.upos not in CONTENT or {word - 1, token.head} & done:
                continue
            done.add(word)
            entry = f"entry of {match.entry.file}:{match.entry.line}" if match else None
            why = entry or f"probe of {self.ontology.name}: {chance:.2f}"
            yield self._event(grammar, word, kind, chance, why, text)

    def _chances(self, sentence: Sentence) -> NDArray[np.float64]:
        if sentence.vectors is None:
            return np.zeros((len(sentence.tokens), len(self.probe.types)))
        return self.probe.chances(sentence.vectors)

    def _event(self, grammar: Grammar, word: int, kind: str, chance: float, why: str, text: str) -> Event:
        token, event_type = grammar.tokens[word], self.ontology.types[kind]
        taken: dict[str, tuple[Participant, ...]] = {}
        for role, other in (("actor", "recipient"), ("recipient", "actor")):
            mine, theirs = self.slots[kind, role], self.slots[kind, other]
            there = {slot for slot, _ in grammar.arguments(word) if mine[slot] > theirs[slot]}
            best = max(there, key=lambda slot: mine[slot], default=None)
            heads = [w for slot, w in grammar.arguments(word) if slot == best and is_nominal(grammar, w)]
            taken[role] = tuple(_participant(grammar, head, text) for head in heads)
        return Event(
            id="", type=kind, trigger=Span.of(text, token.start, token.end), status=status_of(grammar, word),
            confidence=round(chance, 3), quad=event_type.quad, score=event_type.score, actors=taken["actor"],
            recipients=taken["recipient"], why=(why,),
        )  # fmt: skip


def with_own(document: Document, own: OwnCoder) -> tuple[Event, ...]:
    """Return the events of the user's types, and PLOVER's where the ontology is based on it, as find_events does."""
    plover = find_events(document) if own.ontology.base == "plover" else ()
    found = sorted((*plover, *own.events(document)), key=lambda event: event.trigger)
    return tuple(replace(event, id=f"ev{number}") for number, event in enumerate(found, 1))


@cache
def own_coder(path: Path) -> OwnCoder:
    """Return the coder of the ontology in a TOML file; the probe is fitted in a few seconds, once a process.

    Raises LexiconError, naming the file, the line and the remedy.
    """
    from diurna.annotate import annotate
    from diurna.read import article_of

    ontology = read_own(path)
    examples = ontology.examples
    texts = [*(e.text for e in examples), *ontology.near]
    vectors, told = [], []
    slots: Slots = {(kind, role): Counter() for kind in ontology.types for role in ("actor", "recipient")}
    for place, document in enumerate(annotate(article_of(text, id=str(i)) for i, text in enumerate(texts))):
        example = examples[place] if place < len(examples) else None
        for sentence in document.sentences:
            assert sentence.vectors is not None  # the model has just read it
            vectors.append(sentence.vectors)
            told += [_told(t.start, t.end, example) for t in sentence.tokens]
            if example is not None:
                _count(Grammar(sentence, load_lexicon().light), example, slots)
    return OwnCoder(ontology, fit_probe(tuple(ontology.types), np.concatenate(vectors), told), slots)


def _told(start: int, end: int, example: Example | None) -> str:
    return example.type if example is not None and start < example.trigger[1] and example.trigger[0] < end else ""


def _count(grammar: Grammar, example: Example, slots: Slots) -> None:
    """Count the logical relations at which an example's marked participants stand to its trigger."""
    tokens = grammar.tokens
    triggers = [t.index for t in tokens if _told(t.start, t.end, example)]
    for role, spans in (("actor", example.actors), ("recipient", example.recipients)):
        for trigger in triggers:
            for slot, word in grammar.arguments(trigger):
                slots[example.type, role][slot] += any(a <= tokens[word].start < b for a, b in spans)


def _participant(grammar: Grammar, head: int, text: str) -> Participant:
    first, last = phrase(grammar, head)
    return Participant(Span.of(text, grammar.tokens[first].start, grammar.tokens[last].end))
