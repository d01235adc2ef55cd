"""What the trained attribution head adds to the rules: a second opinion on weak cues, and what the rules miss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diurna.code.background import background
from diurna.code.cues import load_cues
from diurna.code.grammar import Grammar
from diurna.code.own_saying import next_saying
from diurna.code.sayings import CITES, CITING, Saying, spans_of
from diurna.code.sources import source_kind
from diurna.code.voice import bare, passive
from diurna.records import Sentence, Span, Stance

UNLIKELY = 0.15
"""A source that the head finds less probable than this gives way to the one that it finds."""

FOUND = 0.5
"""How probable source, cue and content must be where no rule speaks."""

CUE_FOUND = 0.6
"""How probable the likeliest word of a cue must be that only the head has found (tuned on PolNeAR dev)."""

_EMPTY = frozenset(("PRON", "DET", "ADV", "ADP", "PART", "SCONJ", "PUNCT"))
"""Kinds of words that are no content by themselves: "aired [what] it said was"."""

REACH = 12
"""How many words may lie between a cue and its source or content that only the head has found."""


def agrees(sentence: Sentence, one: Saying) -> bool:
    """Return whether the head, where there is a reading, finds the saying's cue and content probable enough."""
    reading = sentence.attribution
    if not reading.cue or one.cue is None or not one.least:
        return True
    cue = max((p for t, p in zip(sentence.tokens, reading.cue, strict=True) if _in(t.start, (one.cue,))), default=0.0)
    inside = [p for t, p in zip(sentence.tokens, reading.content, strict=True) if _in(t.start, one.parts)]
    return cue > one.least and bool(inside) and sum(inside) / len(inside) > one.least


def settled(text: str, grammar: Grammar, one: Saying, quoted: frozenset[int]) -> Saying:
    """Return the saying, its content as far as tree or head see it, its source the head's where the tree's is unlikely.

    Inside another's content the head sees only the outer one; a cue that stands in a content keeps the tree's.
    """
    reading, tokens = grammar.sentence.attribution, grammar.tokens
    cue = [t.index for t in tokens if one.cue and one.cue.start <= t.start < one.cue.end]
    contents = _joined(_runs(reading.content))
    if not cue or not reading.content or any(first <= cue[0] <= last for first, last in contents):
        return one
    one = _with_source(text, grammar, one, cue, quoted)
    own = [t.index for t in tokens if _in(t.start, one.parts)]
    words = set(own)
    met = [run for run in contents if any(word in words for word in range(run[0], run[1] + 1))]
    words.update(word for first, last in met for word in range(first, last + 1))
    # Only the end away from the cue moves: between cue and content stand addressees ("told reporters that").
    if own and own[0] > cue[-1]:
        words = {word for word in words if word >= own[0]}
    elif own and own[-1] < cue[0]:
        behind = {
            w for first, last in contents if _goes_on(grammar, cue[-1], first, last) for w in range(first + 1, last + 1)
        }
        words = {word for word in words if word <= own[-1]} | behind
    end, kept = _end(grammar, cue[0], own), set(own)
    words = {word for word in words if word in kept or word < end}
    apart = [span for span in (one.source, one.cue) if span is not None]
    words -= {t.index for t in tokens if _in(t.start, apart)}
    parts = spans_of(text, grammar, words)
    return one._replace(parts=parts) if parts else one


def _goes_on(grammar: Grammar, cue: int, first: int, last: int) -> bool:
    """Return whether a content behind the cue goes on with a clause of its own: "X paid, he said, [and Y did not]"."""
    tokens = grammar.tokens
    if first <= cue or tokens[first].upos != "CCONJ" or tokens[first - 1].text != ",":
        return False
    verb = tokens[_head(grammar, (first, last))]
    own = verb.upos in ("VERB", "ADJ", "NOUN") and grammar.child(verb.index, "nsubj", "nsubj:pass", "expl")
    return bool(own) and not load_cues().of(verb)


def _end(grammar: Grammar, cue: int, own: list[int]) -> int:
    """Return the word that no content of the cue reaches: the speaker's next cue, or what the author adds."""
    if not own or own[-1] < cue:
        return len(grammar.tokens)
    added = background(grammar, grammar.tokens[cue], own)
    if added is not None:
        return added
    # "Marko, who declined to give his name, said": what another clause says of him is not said.
    relative = grammar.tokens[cue].deprel == "acl:relcl"
    return min(next_saying(grammar, cue, own), grammar.subtree(cue)[-1] + 1 if relative else len(grammar.tokens))


def _with_source(text: str, grammar: Grammar, one: Saying, cue: list[int], quoted: frozenset[int]) -> Saying:
    source = grammar.sentence.attribution.source
    if bare(grammar, cue[0]) or (one.source is None and grammar.tokens[cue[0]].upos == "NOUN"):
        return one  # "the judge heard the claim that", "asked if": the head takes who deals with it for who says it
    if one.source is None and grammar.tokens[cue[0]].deprel == "acl:relcl" and passive(grammar, cue[0]):
        return one  # "suspect Gal, who is thought to be in exile": the head takes who speaks above
    if grammar.tokens[cue[0]].text.lower() in CITING:
        return one  # "citing two officials": the head takes who cites
    own = [source[t.index] for t in grammar.tokens if one.source and _in(t.start, (one.source,))]
    if own and max(own) > UNLIKELY:
        return one
    run = _nearest(_runs(source), cue[0], cue[-1], after=False)
    if run is None or any(_in(grammar.tokens[i].start, one.parts) for i in range(run[0], run[1] + 1)):
        return one
    who = spans_of(text, grammar, range(run[0], run[1] + 1))
    head = _head(grammar, run)
    return one._replace(source=who[0], kind=source_kind(grammar, head, head in quoted)) if who else one


def _joined(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the runs, those with at most two words between them as one."""
    joined: list[tuple[int, int]] = []
    for first, last in runs:
        if joined and first - joined[-1][1] <= 3:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def missed(
    text: str, number: int, grammar: Grammar, known: Sequence[Saying], quoted: frozenset[int]
) -> Iterator[Saying]:
    """Yield what the head finds and no rule does: a cue with a content near it, and its source."""
    reading = grammar.sentence.attribution
    if not reading.cue:
        return
    contents, sources = _runs(reading.content), _runs(reading.source)
    for first, last in _runs(reading.cue):
        if max(reading.cue[first : last + 1]) < CUE_FOUND or not _tells(grammar, first, last):
            continue
        cue = Span.of(text, grammar.tokens[first].start, grammar.tokens[last].end)
        if any(one.cue and one.cue.overlaps(cue) for one in known):
            continue
        content = _nearest(contents, first, last, after=True)
        source = _nearest(sources, first, last, after=False)
        if content is None or source is None:
            continue
        if all(t.upos in _EMPTY for t in grammar.tokens[content[0] : content[1] + 1]):
            continue
        parts = spans_of(text, grammar, range(content[0], content[1] + 1))
        who = spans_of(text, grammar, range(source[0], source[1] + 1))
        if not parts or not who or any(_told(parts, who[0], one) for one in known):
            continue
        head = _head(grammar, source)
        yield Saying(
            who[0], cue, parts, "indirect", source_kind(grammar, head, head in quoted), _stance(grammar, first, last),
            (number, first),
        )  # fmt: skip


def _tells(grammar: Grammar, first: int, last: int) -> bool:
    """Return whether the words can be a cue: no lone "did", no "asked" of who is asked, no "cited"."""
    words = grammar.tokens[first : last + 1]
    did = all(t.upos == "AUX" and t.lemma.lower() == "do" for t in words)
    return not (did or bare(grammar, first) or any(t.lemma in CITES for t in words))


def _in(place: int, spans: Sequence[Span]) -> bool:
    for span in spans:  # noqa: SIM110, for this is asked of every word for every cue
        if span.start <= place < span.end:
            return True
    return False


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


def _told(parts: Sequence[Span], source: Span, one: Saying) -> bool:
    """Return whether a content is known: the same one, or part of what the same source says in the sentence."""
    held = sum(1 for part in parts if any(whole.holds(part) or part.holds(whole) for whole in one.parts))
    own = one.source is not None and one.source.overlaps(source) and held == len(parts)
    return own or _same(parts, one.parts)


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
    frames = (cues.of(grammar.tokens[i]) for i in range(first, last + 1))
    return next((cue.stance for found in frames for cue in found.values()), "asserts")
