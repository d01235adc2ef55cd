"""Match the lexicon on a sentence's tree."""

from __future__ import annotations

from typing import NamedTuple

from diurna.code.grammar import Grammar
from diurna.code.lexicon import Entry, Lexicon, Roles, Slot
from diurna.records import Token


class Match(NamedTuple):
    """An entry that holds at a word: the heads of its actors and recipients, how many slots it asked for."""

    entry: Entry
    word: int
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    slots: int


def matches(grammar: Grammar, lexicon: Lexicon) -> list[Match]:
    """Return the best entry of each type at each word that has any, in text order, at a word the best of all first.

    The best is a sure one, then the one with most slots, of equals the earliest.
    """
    found = []
    for token in grammar.tokens:
        if token.deprel == "compound" and token.upos == "NOUN":
            continue  # "attack helicopters", "assassination attempt": the noun tells no event of its own
        entries = lexicon.of(token.lemma.lower(), _upos(token))
        if not entries:
            continue
        holding = [e for e in entries if _all_hold(grammar, token.index, e.slots)]
        if not holding:
            continue
        best: dict[str, Entry] = {}
        for entry in sorted(holding, key=lambda entry: (entry.sure, _asked(entry)), reverse=True):
            best.setdefault(entry.type, entry)
        found += [_match(grammar, token.index, entry) for entry in best.values()]
    return found


def entry_matches(grammar: Grammar, entry: Entry) -> list[Match]:
    """Return where one entry holds in a sentence, whatever other entries do there."""
    return [
        _match(grammar, token.index, entry)
        for token in grammar.tokens
        if _upos(token) == entry.upos
        and token.lemma.lower() in entry.lemmas
        and _all_hold(grammar, token.index, entry.slots)
    ]


def _upos(token: Token) -> str:
    """Return a word's part of speech; one in lower case is no name, whatever the tagger says: "held a rasta roko"."""
    return "NOUN" if token.upos == "PROPN" and token.text.islower() else token.upos


def _asked(entry: Entry) -> int:
    return sum(not slot.negated for slot in entry.slots)


def _match(grammar: Grammar, word: int, entry: Entry) -> Match:
    actors, recipients = (participants(grammar, word, roles) for roles in (entry.actor, entry.recipient))
    return Match(entry, word, actors, recipients, _asked(entry))


def _all_hold(grammar: Grammar, word: int, slots: tuple[Slot, ...]) -> bool:
    for slot in slots:  # noqa: SIM110, for this is asked for each entry at each word
        if not _holds(grammar, word, slot):
            return False
    return True


def _holds(grammar: Grammar, word: int, slot: Slot) -> bool:
    for dependent in grammar.slot(word, slot.name):
        if _fits(grammar, dependent, slot):
            return not slot.negated
    return slot.negated


def _fits(grammar: Grammar, dependent: int, slot: Slot) -> bool:
    if not (slot.any or _is(grammar, dependent, slot)):
        return False
    return slot.nested is None or _holds(grammar, dependent, slot.nested)


def _is(grammar: Grammar, dependent: int, slot: Slot) -> bool:
    token = grammar.tokens[dependent]
    lemma = token.lemma.lower()
    if lemma in slot.values or token.text.lower() in slot.values:
        return True
    if slot.classes and any(n.first <= dependent <= n.last and n.type in slot.classes for n in grammar.sentence.names):
        return True
    before = grammar.tokens[dependent - 1].lemma.lower() if dependent else ""
    return f"{before} {lemma}" in slot.values


def participants(grammar: Grammar, word: int, roles: Roles) -> tuple[int, ...]:
    """Return the words that a role expression finds at a trigger: the first alternative that finds any."""
    for alternative in roles:
        heads: dict[int, None] = {}
        for path in alternative:
            reached = [word]
            for name in path:
                reached = [d for r in reached for d in grammar.slot(r, name)]
            heads.update(dict.fromkeys(r for r in reached if r != word))
        if heads:
            return tuple(heads)
    return ()
