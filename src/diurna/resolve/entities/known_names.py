"""Bodies whose names the tagger cut: "Doctors Without Borders", "Law and Justice", "JD(U)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from diurna.records import Name, Sentence, Token
from diurna.resolve.who.known import actors_called
from diurna.resolve.who.names import name_key

# What may stand within a name between words written large.
_SMALL = frozenset(("of", "for", "and", "without", "the", "to", "in", "on", "against", "de", "du", "des", "la", "del"))
_WITHIN = _SMALL | frozenset(("-", "–", "'", "’", "'s", "’s", "&"))
_ARTICLES = frozenset(("The", "A", "An"))
# Such a name is known, not read: as sure as a clear reading.
_SCORE = 0.9
_LONGEST = 9  # words
_IN_BRACKETS = 4  # words


def with_known_bodies(sentence: Sentence) -> Sentence:
    """Return the sentence with the known bodies of several words that the tagger read in pieces or not at all."""
    found: list[Name] = list(_bracketed(sentence))
    for first, last in _stretches(sentence.tokens):
        read = any(one.first <= first and last <= one.last for one in sentence.names)
        if not read and (whole := _longest(sentence, first, last)) is not None:
            found.append(whole)
    if not found:
        return sentence
    kept = [one for one in sentence.names if not any(f.first <= one.first and one.last <= f.last for f in found)]
    return replace(sentence, names=tuple(sorted([*kept, *found], key=lambda name: name.first)))


def _bracketed(sentence: Sentence) -> Iterator[Name]:
    """Yield the known bodies whose names end in brackets: "JD(U)", "CPN (Maoist Centre)", the wings of a party."""
    tokens = sentence.tokens
    for sign in tokens[1:]:
        close = next((t.index for t in tokens[sign.index + 1 : sign.index + _IN_BRACKETS + 2] if t.text == ")"), None)
        if sign.text != "(" or close is None:
            continue
        words = [token.text for token in tokens[: close + 1]]
        starts = range(max(0, sign.index - _LONGEST), sign.index)
        first = next((at for at in starts if words[at][:1].isupper() and is_known_body(" ".join(words[at:]))), None)
        if first is not None:
            yield Name(first, close, "organization", _SCORE)


def _stretches(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of each run of three words and more, written large or small words between such."""
    first = last = -1
    for token in tokens:
        if token.text[:1].isupper():
            first, last = (first if first >= 0 else token.index), token.index
        elif first >= 0 and token.text not in _WITHIN:
            yield from _run(tokens, first, last)
            first = -1
    if first >= 0:
        yield from _run(tokens, first, last)


def _run(tokens: Sequence[Token], first: int, last: int) -> Iterator[tuple[int, int]]:
    first += tokens[first].text in _ARTICLES
    if last - first >= 2:
        yield first, last


def _longest(sentence: Sentence, first: int, last: int) -> Name | None:
    """Return the longest known body within a run, None where the tagger has it or more."""
    texts = [token.text for token in sentence.tokens[first : last + 1]]
    for length in range(min(len(texts), _LONGEST), 2, -1):
        for start in range(len(texts) - length + 1):
            words = texts[start : start + length]
            if words[0][:1].isupper() and words[-1][:1].isupper() and is_known_body(" ".join(words)):
                return _free(sentence, first + start, first + start + length - 1)
    return None


def _free(sentence: Sentence, first: int, last: int) -> Name | None:
    """Return the name over these words where no name of the tagger's holds them or crosses their bounds."""
    for one in sentence.names:
        apart = one.last < first or last < one.first
        within = first <= one.first and one.last <= last and (one.first, one.last) != (first, last)
        if not apart and not within:
            return None
    return Name(first, last, "organization", _SCORE)


@lru_cache(1 << 14)
def is_known_body(name: str) -> bool:
    """Return whether a body is known by this name, which is no short one that others share."""
    return any(one.own and one.type in ("organization", "group") for one in actors_called(name_key(name)))
