"""Words that put a whole clause on somebody's word: "according to the ministry", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.code.cues import Cue, Cues
from diurna.code.grammar import Grammar
from diurna.code.said import clause
from diurna.code.sayings import CITING, Saying, spans_of
from diurna.code.sources import can_speak, source_kind, source_words
from diurna.records import Span

_CLAUSE_ROOTS = frozenset(
    ("root", "ccomp", "advcl", "parataxis", "acl:relcl", "conj", "csubj", "xcomp", "acl", "advcl:relcl")
)
_LINKS = frozenset(("mark", "cc", "punct"))


def asides(text: str, number: int, grammar: Grammar, cues: Cues, quoted: frozenset[int]) -> Iterator[Saying]:
    """Yield the clauses that a phrase or adverb of cues.csv puts on somebody's word."""
    for token in grammar.tokens:
        cue = cues.of(token).get("clause") if token.upos == "ADV" else None
        if cue is not None and token.head >= 0 and token.deprel == "advmod":
            yield from _adverb(text, number, grammar, cue, token.index)
    for cue, first, last in _phrases(grammar, cues):
        yield from _phrase(text, number, grammar, cues, cue, first, last, quoted)
    for cue, noun, owner in _owned(grammar, cues):
        yield from _in_view(text, number, grammar, cue, noun, owner, quoted)


def _adverb(text: str, number: int, grammar: Grammar, cue: Cue, word: int) -> Iterator[Saying]:
    governor = grammar.tokens[word].head
    links = {c.index for c in grammar.children[governor] if c.deprel in _LINKS and c.index < word}
    content = [i for i in grammar.subtree(governor) if i != word and i not in links]
    # What is coordinated before the adverb, or stands apart from its clause, is not the adverb's.
    parts = spans_of(text, grammar, content)
    token = grammar.tokens[word]
    if parts:
        yield Saying(
            None, Span.of(text, token.start, token.end), parts, "indirect", "anonymous", cue.stance, (number, word)
        )


def _phrases(grammar: Grammar, cues: Cues) -> Iterator[tuple[Cue, int, int]]:
    """Yield each phrase with the indices of its first and last word."""
    texts = [token.text.lower() for token in grammar.tokens]
    for phrase, cue in cues.phrases.items():
        if phrase[0] not in texts or cue.frame == "owned":
            continue
        for first in range(len(texts) - len(phrase)):
            if texts[first] == phrase[0] and tuple(texts[first : first + len(phrase)]) == phrase:
                yield cue, first, first + len(phrase) - 1


def _phrase(
    text: str, number: int, grammar: Grammar, cues: Cues, cue: Cue, first: int, last: int, quoted: frozenset[int]
) -> Iterator[Saying]:
    head = _head_after(grammar, first, last)
    if head is None or (grammar.tokens[first].text.lower() in CITING and not can_speak(grammar, head)):
        return
    verb = grammar.tokens[first]
    of_noun = verb.deprel == "acl" and grammar.tokens[verb.head].upos in ("NOUN", "PROPN")
    if verb.upos == "VERB" and of_noun and verb.text.lower() not in CITING:
        return  # "a figure based on reports": no clause is
    words = [i for i in source_words(grammar, head) if i > last]
    top = _phrase_top(grammar, first, head)
    governor = grammar.tokens[top].head
    while governor >= 0 and grammar.tokens[governor].deprel not in _CLAUSE_ROOTS:
        governor = grammar.tokens[governor].head
    if governor < 0 or not words:
        return
    own = set(grammar.subtree(top)) | set(range(first, last + 1))
    own = {i for i in own if i >= first} if top >= first else own
    links = {c.index for c in grammar.children[governor] if c.deprel in _LINKS and c.index < governor}
    told = clause(grammar, grammar.tokens[governor]) if _cites(grammar, cues, first, governor) else []
    said = told or grammar.subtree(governor)
    parts = spans_of(text, grammar, (i for i in said if i not in own and i not in links))
    source = spans_of(text, grammar, words)
    if parts and source:
        span = Span.of(text, grammar.tokens[first].start, grammar.tokens[last].end)
        kind = source_kind(grammar, head, head in quoted)
        yield Saying(source[0], span, parts, "indirect", kind, cue.stance, (number, first))


def _owned(grammar: Grammar, cues: Cues) -> Iterator[tuple[Cue, int, int]]:
    """Yield each phrase that somebody owns, its noun and its owner: "in [the mayor]'s view", "by [his] own account"."""
    for token in grammar.tokens:
        owner = grammar.child(token.index, "nmod:poss") if token.upos == "NOUN" else None
        case = grammar.child(token.index, "case") if owner is not None else None
        cue = cues.phrases.get((case.text.lower(), token.lemma.lower())) if case is not None else None
        if owner is not None and cue is not None and cue.frame == "owned":
            yield cue, token.index, owner.index


def _in_view(
    text: str, number: int, grammar: Grammar, cue: Cue, noun: int, owner: int, quoted: frozenset[int]
) -> Iterator[Saying]:
    own = grammar.subtree(noun)
    governor = grammar.tokens[noun].head
    while governor >= 0 and grammar.tokens[governor].deprel not in _CLAUSE_ROOTS:
        governor = grammar.tokens[governor].head
    # "Opposed in his view by few", "a hero in his own words": a clause must stand beside the phrase.
    if governor < 0 or not grammar.child(governor, "nsubj", "nsubj:pass", "nsubj:outer", "expl"):
        return
    links = {c.index for c in grammar.children[governor] if c.deprel in _LINKS and c.index < governor}
    parts = spans_of(text, grammar, (i for i in grammar.subtree(governor) if i not in own and i not in links))
    source = spans_of(text, grammar, source_words(grammar, owner))
    if parts and source:
        span = Span.of(text, grammar.tokens[noun].start, grammar.tokens[noun].end)
        kind = source_kind(grammar, owner, owner in quoted)
        yield Saying(source[0], span, parts, "indirect", kind, cue.stance, (number, noun))


def _cites(grammar: Grammar, cues: Cues, first: int, governor: int) -> bool:
    """Return whether who is cited said what another reports: "the agency reported, citing two officials, that"."""
    return grammar.tokens[first].text.lower() in CITING and "clause" in cues.of(grammar.tokens[governor])


def _head_after(grammar: Grammar, first: int, last: int) -> int | None:
    """Return the head of the noun phrase that begins after the phrase."""
    if last + 1 >= len(grammar.tokens):
        return None
    word = last + 1
    for _ in range(len(grammar.tokens)):
        head = grammar.tokens[word].head
        nominal = grammar.tokens[word].upos in ("NOUN", "PROPN", "PRON")
        outside = head <= last or grammar.tokens[word].deprel not in (
            "det", "amod", "compound", "nmod:poss", "nummod", "flat", "nmod:desc", "advmod", "punct", "case", "nmod",
        )  # fmt: skip
        if outside:
            return word if nominal or grammar.tokens[word].upos in ("ADJ", "NUM", "DET", "X", "SYM") else None
        word = head
    return None


def _phrase_top(grammar: Grammar, first: int, head: int) -> int:
    """Return the word under which phrase and source hang together: the source, or "according" above it."""
    above = grammar.tokens[head].head
    return above if first <= above < head else head
