"""What one rule finds: something said, whose it is, and by what word. Attributions are made of these."""

from __future__ import annotations

from calendar import day_name, month_name
from collections.abc import Iterable
from typing import NamedTuple

from diurna.code.grammar import Grammar
from diurna.records import Form, Posted, SourceKind, Span, Stance, Token

NEGATED: dict[Stance, Stance] = {
    "asserts": "doubts", "believes": "doubts", "predicts": "doubts", "denies": "asserts", "doubts": "believes",
    "asks": "asks", "demands": "demands",
}  # fmt: skip
"""The stance of a negated cue: "does not believe" doubts, "did not deny" lets stand."""

CITES = frozenset(("cite", "quote"))
"""Verbs whose object speaks and is not spoken to: "quoted an official as saying"."""

CITING = frozenset(("citing", "quoting"))
"""Words before whoever said what another reports; they may lead to a reason too: "citing a rise in crime"."""

_NAMED_DAYS = frozenset((*day_name, *month_name[1:]))
_DAYS = frozenset(("today", "tomorrow", "yesterday", "day", "morning", "afternoon", "evening", "night", "weekend"))
_EDGES = frozenset((",", ".", ";", ":", "-", "–", "—", "--", "―", "?", "!"))
_QUOTES = frozenset(('"', "“", "”", "''", "``", "‘", "’", "'", "«", "»"))
_PAIRS = {"“": "”", "‘": "’", "«": "»", '"': '"', "''": "''", "'": "'"}


class Saying(NamedTuple):
    """An attribution before it has its place and number; `key` is (sentence, word) of the cue where it has one.

    `least` is how probable the model's attribution head must find its cue and content for it to count.
    """

    source: Span | None
    cue: Span | None
    parts: tuple[Span, ...]
    form: Form
    kind: SourceKind
    stance: Stance
    key: tuple[int, int] | None = None
    least: float = 0.0
    of_body: Span | None = None
    why_unnamed: Span | None = None
    post: Posted | None = None

    @property
    def start(self) -> int:
        """Return where the content begins."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Return where the content ends."""
        return self.parts[-1].end


def particle_of(grammar: Grammar, word: int) -> str:
    """Return the particle of a verb: "out" of "pointed out", "back" of "shot back"; "" where it has none."""
    particle = grammar.child(word, "compound:prt")
    if particle is not None:
        return particle.text.lower()
    after = grammar.tokens[word + 1] if word + 1 < len(grammar.tokens) else None
    back = after is not None and after.text.lower() == "back" and after.deprel == "advmod" and after.head == word
    return "back" if back else ""


def called_on(grammar: Grammar, verb: int) -> int | None:
    """Return the "on" right behind a verb, wherever the parser hangs it: "called [on] the minister to resign".

    "Demanded on Friday" and "urged on the same day" call on nobody.
    """
    if grammar.tokens[verb].upos != "VERB" or verb + 2 >= len(grammar.tokens):
        return None
    on, day = grammar.tokens[verb + 1], verb + 2
    while day + 1 < len(grammar.tokens) and grammar.tokens[day].upos in ("DET", "ADJ"):
        day += 1
    called = on.lemma.lower() in ("on", "upon") and not is_day(grammar.tokens[day])
    return verb + 1 if called else None


def is_day(word: Token) -> bool:
    """Return whether a word is that of a day, which nobody says or asks for: "called a strike for May 20"."""
    dated = word.text in _NAMED_DAYS or word.text.lower() in _DAYS
    return dated or (word.upos == "NUM" and word.text.isdigit())


def spans_of(text: str, grammar: Grammar, words: Iterable[int]) -> tuple[Span, ...]:
    """Return the words as spans, one for each run of neighbours, without punctuation at the runs' edges.

    Punctuation alone between two runs joins them. Quotation marks stay where both of a pair are inside.
    """
    runs: list[list[int]] = []
    tokens = grammar.tokens
    for word in sorted(set(words)):
        if runs and runs[-1][-1] == word - 1:
            runs[-1].append(word)
            continue
        gap = range(runs[-1][-1] + 1, word) if runs else range(0)
        if runs and all(tokens[i].upos == "PUNCT" and tokens[i].text not in _QUOTES for i in gap):
            runs[-1].extend((*gap, word))
        else:
            runs.append([word])
    trimmed = (_trimmed(grammar, run) for run in runs)
    return tuple(Span.of(text, tokens[run[0]].start, tokens[run[-1]].end) for run in trimmed if run)


def _trimmed(grammar: Grammar, run: list[int]) -> list[int]:
    tokens = grammar.tokens
    while run and tokens[run[0]].text in _EDGES:
        run = run[1:]
    while run and tokens[run[-1]].text in _EDGES:
        run = run[:-1]
    if run and tokens[run[0]].text in _QUOTES:
        closing = _PAIRS.get(tokens[run[0]].text)
        if not any(tokens[i].text == closing for i in run[1:]):
            return _trimmed(grammar, run[1:])
    if run and tokens[run[-1]].text in _QUOTES and len([i for i in run if tokens[i].text in _QUOTES]) % 2:
        return _trimmed(grammar, run[:-1])
    return run
