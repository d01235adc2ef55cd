"""Count: the numbers of people that a sentence tells of its events."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diurna.code.grammar import Grammar
from diurna.records import Count, Event, Sentence, Span
from diurna.resolve.counts.belonging import event_of, triggers_of
from diurna.resolve.counts.mended import mended
from diurna.resolve.counts.phrases import Quantity
from diurna.resolve.counts.tables import kinds
from diurna.resolve.counts.tellings import Telling, by_nature, tellings_of
from diurna.resolve.counts.unreal import holds


def counts_of(
    sentence: Sentence, events: Sequence[Event], before: Sequence[Event], text: str
) -> dict[str, dict[str, Count]]:
    """Return, for each event id, the counts told of it in the sentence, by kind: killed, wounded, arrested,
    displaced, abducted, released, participants.

    `events` are those of the sentence, `before` those of the sentence before, `text` is the article's. A count
    belongs to the event whose trigger tells it ("killed 12"); else to the nearest that kinds.csv allows, in the
    clause, the sentence, the sentence before, but for totals "since" a day. Of two numbers of one kind the trigger's
    own goes first, then the one told first. Numbers of what did not or might not take place ("could have killed 200")
    and events that no number is told of are left out.
    """
    if not events and not before:
        return {}
    grammar = Grammar(mended(sentence))
    triggers = triggers_of(grammar, events)
    told = _without_victims(tellings_of(grammar))
    placed = [(telling, _own_event(telling, triggers)) for telling in told]
    found: dict[str, dict[str, Count]] = {}
    used: set[tuple[str, int]] = set()
    for telling, event in sorted(placed, key=lambda pair: pair[1] is None):
        if (telling.kind, telling.quantity.first) in used:
            continue  # one number told by two words: "the deaths of ten soldiers killed"
        own = event is not None
        if event is None and _may_be_elsewhere(telling, told, triggers) and not by_nature(grammar, telling.word):
            earlier = () if _is_total(grammar, telling.word) else before
            event = event_of(grammar, telling.word, telling.kind, triggers, earlier)
        if event is not None and not _is_undone(telling, event) and holds(grammar, telling, event, own):
            used.add((telling.kind, telling.quantity.first))
            found.setdefault(event.id, {}).setdefault(telling.kind, _count(telling.quantity, sentence, text))
    return found


def _without_victims(told: Sequence[Telling]) -> list[Telling]:
    """Return the tellings without those that take the hurt or arrested for a crowd: "police held 30 protesters"."""
    suffered = {telling.quantity.first for telling in told if telling.kind != "participants"}
    return [each for each in told if each.kind != "participants" or each.quantity.first not in suffered]


def _own_event(telling: Telling, triggers: Mapping[int, Sequence[Event]]) -> Event | None:
    """Return the event that the telling word itself triggers, if its type can have such a number."""
    here = triggers.get(telling.word, ())
    kind = kinds()[telling.kind]
    types = kind.types if telling.as_trigger else kind.types | kind.otherwise
    return next((event for event in here if event.type in types), None)


def _may_be_elsewhere(telling: Telling, told: Sequence[Telling], triggers: Mapping[int, Sequence[Event]]) -> bool:
    """Return whether the number may belong to an event that another word triggers.

    Not where the word triggers one that has another of its readings: rebels who "captured two soldiers" in an
    ASSAULT abducted and did not arrest them.
    """
    rivals = [other for other in told if other.word == telling.word and other.kind != telling.kind]
    return not telling.as_trigger and all(_own_event(other, triggers) is None for other in rivals)


def _is_undone(telling: Telling, event: Event) -> bool:
    """Return whether one stands for anybody, to whom it did not happen: "yet to make a single arrest"."""
    return event.status == "negated" and telling.quantity.max == 1 and telling.kind not in ("released", "participants")


def _is_total(grammar: Grammar, word: int) -> bool:
    """Return whether a number adds up what happened "since" a day: it is of no one event told before."""
    return any(slot == "since" for slot, _ in grammar.arguments(word))


def _count(quantity: Quantity, sentence: Sentence, text: str) -> Count:
    start, end = sentence.tokens[quantity.first].start, sentence.tokens[quantity.last].end
    return Count(quantity.min, quantity.max, quantity.of, Span.of(text, start, end))
