"""Belonging: the event whose killed, wounded or arrested a number tells."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from diurna.code.grammar import Grammar
from diurna.records import Event
from diurna.resolve.counts.tables import kinds

REASONS = frozenset(("after", "over", "follow", "against", "about", "because", "since", "for", "at"))
CLAUSES = ("acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "conj", "parataxis")


def triggers_of(grammar: Grammar, events: Sequence[Event]) -> dict[int, list[Event]]:
    """Return the events whose trigger covers each word of the sentence."""
    found: dict[int, list[Event]] = {}
    for token in grammar.tokens:
        here = [e for e in events if e.trigger.start < token.end and token.start < e.trigger.end]
        if here:
            found[token.index] = here
    return found


def event_of(
    grammar: Grammar, word: int, kind: str, triggers: Mapping[int, Sequence[Event]], before: Sequence[Event]
) -> Event | None:
    """Return the event that a number told at `word` belongs to; None where there is none.

    First the types of the kind, then those that stand in for them; for each of the two the words below `word`,
    then those below the word it hangs on, and so on up; what is told in the same clause goes before other clauses,
    and the nearer word first. Last the latest event of the sentence before, which goes before what stands in for it in
    a clause of its own: "Police fired on the crowd. Twelve people were hurt and three were arrested."
    """
    own = _nearest(grammar, word, kinds()[kind].types, triggers)
    if own is not None:
        return own[1]
    earlier = next((e for e in reversed(before) if e.type in kinds()[kind].types), None)
    other = _nearest(grammar, word, kinds()[kind].otherwise, triggers)
    if other is None:
        return earlier
    if _is_reason(grammar, word, other[0]):
        return None
    return earlier if earlier is not None and _is_beside(grammar, word, other[0]) else other[1]


def _nearest(
    grammar: Grammar, word: int, types: frozenset[str], triggers: Mapping[int, Sequence[Event]]
) -> tuple[int, Event] | None:
    fitting = {at: e for at, events in triggers.items() if (e := _first(events, types))}
    return next(((at, fitting[at]) for at in outward(grammar, word, fitting)), None)


def _is_beside(grammar: Grammar, word: int, trigger: int) -> bool:
    """Return whether word and trigger head two clauses joined by "and": "12 were hurt and three were arrested"."""
    one, other = grammar.tokens[word], grammar.tokens[trigger]
    return (one.deprel == "conj" and one.head == trigger) or (other.deprel == "conj" and other.head == word)


def _is_reason(grammar: Grammar, word: int, trigger: int) -> bool:
    """Return whether a number tells what came before an event: "marched over the deaths of two", "after two died"."""
    at = word
    while at >= 0 and at != trigger:
        if any(c.deprel in ("case", "mark") and c.lemma.lower() in REASONS for c in grammar.children[at]):
            return True
        at = grammar.tokens[at].head
    return False


def _first(events: Sequence[Event], types: frozenset[str]) -> Event | None:
    return next((event for event in events if event.type in types), None)


def outward(grammar: Grammar, word: int, fitting: Container[int]) -> Iterator[int]:
    """Yield the words of `fitting` from `word` outward, each word of the sentence looked at once or twice.

    What stands in the same clause goes before what stands in others, and the nearer word first.
    """
    at, seen = word, -1
    while at >= 0:
        for same_clause in (True, False):
            below = [each for each in _below(grammar, at, seen, same_clause) if each in fitting]
            yield from sorted(below, key=lambda each: abs(each - word))
        at, seen = grammar.tokens[at].head, at


def _below(grammar: Grammar, top: int, seen: int, same_clause: bool) -> Iterator[int]:
    waiting = [top]
    while waiting:
        at = waiting.pop()
        yield at
        for child in grammar.children[at]:
            if child.index != seen and not (same_clause and child.deprel in CLAUSES):
                waiting.append(child.index)
