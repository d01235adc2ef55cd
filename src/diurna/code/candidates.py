"""The places of a sentence that may tell an event: what the head reads there, and which entries match."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from diurna.code.festive import is_festive
from diurna.code.grammar import Grammar
from diurna.code.lexicon import Lexicon
from diurna.code.match import Match, matches
from diurna.code.no_acts import is_audience, is_figure, is_needed, is_silent
from diurna.code.settled import is_barred, is_feared, is_unplanned, settled
from diurna.code.status import is_plain
from diurna.code.unheld import is_general, is_idle, is_missed, is_relaxed, unheld
from diurna.records import Status, TriggerReading

LEAST = 0.05  # a type less likely to the head than this is none that its trigger may tell
_NO_EVENT = (is_general, is_idle, is_relaxed, is_audience, is_figure, is_needed, is_silent)


class Candidate(NamedTuple):
    """A place that may tell an event: its words, what the head reads there, and by type which entry matches there.

    `under` says that another candidate's trigger stands above it in the tree, `settled` which status the form of the
    sentence gives it, if any, and `unplanned` that no plan was made for it.
    """

    words: range
    reading: TriggerReading | None
    entries: Mapping[str, Match] = {}
    under: bool = False
    settled: Status | None = None
    unplanned: bool = False

    @property
    def types(self) -> list[str]:
        """Return the types that it may tell: those of its entries, and those that the head finds at all likely.

        A sure entry leaves only its own type.
        """
        sure = [t for t, m in self.entries.items() if m.entry.plain or (m.entry.sure and self.reading is not None)]
        if sure:
            return sure
        read = {} if self.reading is None else self.reading.types
        return list(dict.fromkeys((*self.entries, *(t for t, p in read.items() if p >= LEAST or len(read) == 1))))


def candidates(grammar: Grammar, lexicon: Lexicon, text: str) -> list[Candidate]:
    """Return every candidate of a sentence: the head's readings with the entries at their words, then entries alone.

    `text` is the whole article's.
    """
    matched = matches(grammar, lexicon)
    made: list[Candidate] = []
    used: set[int] = set()
    for reading in grammar.sentence.triggers:
        words = range(reading.first, reading.last + 1)
        used.update(words)
        made.append(
            Candidate(words, reading, _by_type(_plainly(grammar, m, words) for m in matched if m.word in words))
        )
    alone = dict.fromkeys(m.word for m in matched if m.word not in used)
    made += [Candidate(_with_particle(grammar, w), None, _by_type(m for m in matched if m.word == w)) for w in alone]
    named = ("bans", "punishments", "agreement")
    bans, punishments, agreements = (lexicon.lists.get(name, frozenset()) for name in named)
    kept: list[tuple[Candidate, int]] = []
    for one in made:
        top = top_of(grammar, one.words)
        barred = is_barred(grammar, top, bans) or is_missed(grammar, top, agreements)
        none = barred or is_festive(grammar, top, lexicon.lists) or any(no(grammar, top) for no in _NO_EVENT)
        if one.types and not none and not _is_fear(grammar, one, top):
            kept.append((one, top))
    triggers = {word for one, _ in kept for word in one.words}
    return [
        one._replace(
            under=_is_under(grammar, one.words, triggers),
            settled=unheld(grammar, top, lexicon.lists) or settled(grammar, top, text, punishments),
            unplanned=is_unplanned(grammar, top),
        )
        for one, top in kept
    ]


def _with_particle(grammar: Grammar, word: int) -> range:
    """Return the place of a word, and of the particle right behind it: "reached out"."""
    particle = any(c.deprel == "compound:prt" and c.index == word + 1 for c in grammar.children[word])
    return range(word, word + 1 + particle)


def _plainly(grammar: Grammar, match: Match, words: range) -> Match:
    """Return a match, no longer sure where more is said than its word: "refused to lift", "must lift the curfew"."""
    top = top_of(grammar, words)
    if not match.entry.sure or (is_plain(grammar, match.word) and top in (match.word, grammar.carrier(match.word))):
        return match
    return match._replace(entry=replace(match.entry, sure=False))


def _is_fear(grammar: Grammar, candidate: Candidate, top: int) -> bool:
    """Return whether what reads like a threat only warns of what others may do or suffer."""
    return _likeliest_type(candidate) == "THREATEN" and is_feared(grammar, top)


def _likeliest_type(candidate: Candidate) -> str:
    """Return the type that the head finds likeliest, without a reading that of the first entry."""
    return likeliest(candidate.reading.types) if candidate.reading else next(iter(candidate.entries))


def _by_type(matched: Iterable[Match]) -> dict[str, Match]:
    """Return the entry of each type that asks for most."""
    best: dict[str, Match] = {}
    for match in matched:
        if match.entry.type not in best or match.slots > best[match.entry.type].slots:
            best[match.entry.type] = match
    return best


def top_of(grammar: Grammar, words: range) -> int:
    """Return the highest of a trigger's words in the tree."""
    return next((word for word in words if grammar.tokens[word].head not in words), words.start)


def _is_under(grammar: Grammar, words: range, triggers: set[int]) -> bool:
    """Return whether another candidate's trigger stands above these words in the tree: "rejected calls"."""
    above, seen = grammar.tokens[words.start].head, 0
    while above >= 0 and seen < len(grammar.tokens):
        if above in triggers and above not in words:
            return True
        above, seen = grammar.tokens[above].head, seen + 1
    return False


def likeliest(labels: Mapping[str, float]) -> str:
    """Return the label with the highest probability."""
    return max(labels, key=labels.__getitem__)
