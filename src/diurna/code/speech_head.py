"""What the trained attribution head adds to the rules: a second opinion on weak cues, and what the rules miss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diurna.code.cues import load_cues
from diurna.code.grammar import Grammar
from diurna.code.sayings import Saying, spans_of
from diurna.code.sources import source_kind
from diurna.records import Sentence, Span, Stance

AGREEMENT = 0.15
"""How probable the head must find a weak rule's cue (an object, an infinitive) for the rule to count."""

FOUND = 0.5
"""How probable source, cue and content must be where no rule speaks."""

REACH = 12
"""How many words may lie between a cue and its source or content that only the head has found."""


def agrees(sentence: Sentence, one: Saying) -> bool:
    """Return whether the head, where there is a reading, finds the saying's cue and content probable enough."""
    reading = sentence.attribution
    if not reading.cue or one.cue is None:
        return True
    cue = max((p for t, p in zip(sentence.tokens, reading.cue, strict=True) if _in(t.start, (one.cue,))), default=0.0)
    inside = [p for t, p in zip(sentence.tokens, reading.content, strict=True) if _in(t.start, one.parts)]
    return cue > AGREEMENT and bool(inside) and sum(inside) / len(inside) > AGREEMENT


def missed(text: str, number: int, grammar: Grammar, known: Sequence[Saying], quoted: frozenset[int]) -> Iterator[Saying]:
    """Yield what the head finds and no rule does: a cue with a content near it, and its source."""
    reading = grammar.sentence.attribution
    if not reading.cue:
        return
    contents, sources = _runs(reading.content), _runs(reading.source)
    for first, last in _runs(reading.cue):
        cue = Span.of(text, grammar.tokens[first].start, grammar.tokens[last].end)
        if any(one.cue and one.cue.overlaps(cue) for one in known):
            continue
        content = _nearest(contents, first, last, after=True)
        source = _nearest(sources, first, last, after=False)
        if content is None or source is None:
            continue
        parts = spans_of(text, grammar, range(content[0], content[1] + 1))
        who = spans_of(text, grammar, range(source[0], source[1] + 1))
        if not parts or not who or any(_same(parts, one.parts) for one in known):
            continue
        head = _head(grammar, source)
        yield Saying(
            who[0], cue, parts, "indirect", source_kind(grammar, head, head in quoted), _stance(grammar, first, last),
            (number, first),
        )  # fmt: skip


def _in(place: int, spans: Sequence[Span]) -> bool:
    return any(span.start <= place < span.end for span in spans)


def _runs(probabilities: Sequence[float]) -> list[tuple[int, int]]:
    """Return the first and last word of each run of words that are probable enough."""
    runs: list[tuple[int, int]] = []
    for word, probability in enumerate(probabilities):
        if probability <= FOUND:
            continue
        if runs and runs[-1][1] == word - 1:
            runs[-1] = (runs[-1][0], word)
        else:
            runs.append((word, word))
    return runs


def _nearest(runs: list[tuple[int, int]], first: int, last: int, *, after: bool) -> tuple[int, int] | None:
    """Return the run nearest to the words `first..last`, of two as near the one after or before them."""
    best: tuple[int, tuple[int, int]] | None = None
    for run in runs:
        if run[0] <= last and first <= run[1]:
            continue
        gap = run[0] - last if run[0] > last else first - run[1]
        rank = 2 * gap + ((run[0] > last) != after)
        if gap <= REACH and (best is None or rank < best[0]):
            best = (rank, run)
    return best[1] if best else None


def _same(parts: Sequence[Span], others: Sequence[Span]) -> bool:
    """Return whether one content covers at least half of the other."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in parts for b in others)
    return 2 * shared >= max(sum(a.end - a.start for a in parts), sum(b.end - b.start for b in others))


def _head(grammar: Grammar, run: tuple[int, int]) -> int:
    """Return the word of the run that hangs outside it."""
    return next((i for i in range(run[0], run[1] + 1) if not run[0] <= grammar.tokens[i].head <= run[1]), run[1])


def _stance(grammar: Grammar, first: int, last: int) -> Stance:
    """Return the stance of the first listed cue among the words, or "asserts"."""
    cues = load_cues()
    frames = (cues.of(grammar.tokens[i].lemma, grammar.tokens[i].upos) for i in range(first, last + 1))
    return next((cue.stance for found in frames for cue in found.values()), "asserts")
