"""Whom something is said to: "told [Parliament] that", "wrote to [the governor]"."""

from __future__ import annotations

from collections.abc import Sequence

from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon
from diurna.code.phrases import phrase
from diurna.code.sayings import CITES, Saying, called_on
from diurna.code.sources import NOMINAL
from diurna.code.voice import passive
from diurna.records import Span

# Slots of a word of saying that name a listener; its object does where what is said stands elsewhere.
_SLOTS = ("iobj", "obj", "to")
# "In a statement to reporters": the listener hangs on what is issued.
_ISSUED = ("in", "obj")
# Verbs whose object listens whoever it is, where what is said stands elsewhere.
_TOLD = frozenset(("tell", "inform", "assure", "remind", "notify"))
_LISTS = ("listener", "people", "leader", "force", "state")  # of lexicon/lists.csv


def addressee_of(text: str, grammars: Sequence[Grammar], saying: Saying) -> Span | None:
    """Return the noun phrase of the listener in the clause of the cue, or None where none is told.

    A phrase that is part of what is said, the source itself, and a thing ("issued a statement") are no listeners.
    """
    if saying.key is None or saying.cue is None:
        return None
    grammar, cue = grammars[saying.key[0]], saying.key[1]
    # "He is believed to", "quoted an official as saying": nobody listens.
    slots = ("to",) if grammar.passive(cue) or grammar.tokens[cue].lemma in CITES else _SLOTS
    found = [head for name in slots for slot, head in grammar.arguments(cue) if slot == name]
    if saying.stance == "asks" and passive(grammar, cue) and (asked := grammar.surface_subject(cue)) is not None:
        found.append(asked)
    for slot, head in grammar.arguments(cue):
        if slot in _ISSUED:
            found += [inner for name, inner in grammar.arguments(head) if name == "to"]
    if saying.stance == "demands" and (on := called_on(grammar, cue)) is not None:
        found += [c.index for c in grammar.children[cue] if c.deprel in ("obj", "obl") and c.index > on]
    if (headline := told_without_article(grammar, cue)) is not None:
        found.append(headline)
    for head in found:
        token = grammar.tokens[head]
        first, last = (head, head) if head == headline else phrase(grammar, head)
        span = Span.of(text, grammar.tokens[first].start, grammar.tokens[last].end)
        own = saying.source is not None and (span.overlaps(saying.source) or span.end == saying.source.start - 1)
        by = grammar.child(head, "case")
        if by is not None and by.lemma.lower() in ("according", "accord"):
            continue  # "According to a diplomat, he told the generals"
        told = grammar.tokens[cue].lemma.lower() in _TOLD and token.deprel in ("obj", "iobj") and token.head == cue
        if token.upos in NOMINAL and (told or _listens(grammar, head)) and not own and not _said(saying, span):
            return span
    return None


def told_without_article(grammar: Grammar, cue: int) -> int | None:
    """Return the listener that the parser takes for a part of what is said: "Widow tells [court] soldiers took him"."""
    after = grammar.tokens[cue + 1] if cue + 1 < len(grammar.tokens) else None
    if after is None or grammar.tokens[cue].lemma.lower() != "tell" or after.deprel != "compound":
        return None
    subject = grammar.tokens[after.head].deprel in ("nsubj", "nsubj:pass")
    return after.index if after.upos == "NOUN" and subject and _listens(grammar, after.index) else None


def _said(saying: Saying, span: Span) -> bool:
    return any(part.overlaps(span) for part in saying.parts)


def _listens(grammar: Grammar, head: int) -> bool:
    """Return whether a word can name somebody: a name, a pronoun of persons, a noun of agents."""
    token = grammar.tokens[head]
    if token.upos == "PRON":
        return token.lemma.lower() not in ("it", "this", "that", "what", "which", "itself")
    return token.upos == "PROPN" or any(token.lemma.lower() in load_lexicon().lists[name] for name in _LISTS)
