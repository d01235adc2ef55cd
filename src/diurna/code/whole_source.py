"""The source in full, where the parser tears an office from its name: "[Campaign spokesman] Brian Fallon said"."""

from __future__ import annotations

from collections.abc import Sequence

from diurna.code.grammar import Grammar
from diurna.code.sayings import Saying
from diurna.code.sources import source_kind
from diurna.records import Span

_LIKELY = 0.5
"""How probable the head must find each further word of a source."""

_BEFORE_NAME = frozenset(("NOUN", "PROPN", "ADJ", "DET", "NUM", "PART"))


def whole_source(text: str, grammars: Sequence[Grammar], one: Saying) -> Saying:
    """Return the saying, its source with the office or name beside it that the attribution head counts to it.

    "Campaign spokesman [Brian Fallon] said", "according to [radio host] Rush Limbaugh,", "attorneys for [the family]
    said": the words in brackets are what the tree has.
    """
    if one.key is None or one.source is None or one.cue is None:
        return one
    grammar, cue, source = grammars[one.key[0]], one.cue, one.source
    if source.start < cue.start < source.end:  # a name that the recognizer draws on over the verb
        source = _trimmed(text, source, cue)
        one = one._replace(source=source)
    own = [t.index for t in grammar.tokens if source.start <= t.start < source.end]
    likely = grammar.sentence.attribution.source
    if not own or not likely:
        return one
    first, last = _first(grammar, own[0], likely, cue), _last(grammar, own[-1], likely, cue)
    if (first, last) == (own[0], own[-1]):
        return one
    whole = Span.of(text, grammar.tokens[first].start, grammar.tokens[last].end)
    parts = tuple(piece for part in one.parts if (piece := _apart(text, part, whole)) is not None)
    if not parts:
        return one
    phrase = any(grammar.tokens[i].upos == "ADP" for i in range(first, own[0]))
    kind = "named" if last > own[-1] else source_kind(grammar, first) if phrase else one.kind
    return one._replace(source=whole, parts=parts, kind=kind)


def _first(grammar: Grammar, word: int, likely: Sequence[float], cue: Span) -> int:
    """Return where a source begins whose name begins with the word: at its office, or at "attorneys for"."""
    tokens, first = grammar.tokens, word
    named = any(name.type == "person" and name.first == word for name in grammar.sentence.names)
    with_case = first > 1 and tokens[first - 1].text.lower() in ("for", "of") and tokens[first - 2].upos == "NOUN"
    if with_case and likely[first - 1] > _LIKELY and likely[first - 2] > _LIKELY:
        first -= 2
    elif not named:
        return word
    while first and tokens[first - 1].upos in _BEFORE_NAME and likely[first - 1] > _LIKELY:
        if cue.start <= tokens[first - 1].start < cue.end:
            break
        first -= 1
    return first


def _last(grammar: Grammar, word: int, likely: Sequence[float], cue: Span) -> int:
    """Return where a source ends that ends with an office whose name follows at once."""
    office = grammar.tokens[word].upos == "NOUN" or grammar.tokens[word].deprel in ("nmod:desc", "compound")
    if not office or word + 1 >= len(likely) or likely[word + 1] < _LIKELY:
        return word
    after = next((n for n in grammar.sentence.names if n.type == "person" and n.first == word + 1), None)
    met = after is not None and grammar.tokens[after.first].start <= cue.start < grammar.tokens[after.last].end
    return word if after is None or met else after.last


def _trimmed(text: str, source: Span, cue: Span) -> Span:
    before = text[source.start : cue.start].rstrip(" ,")
    return Span.of(text, source.start, source.start + len(before))


def _apart(text: str, part: Span, source: Span) -> Span | None:
    """Return the part without the source at its beginning, or None where nothing is left."""
    if not part.overlaps(source):
        return part
    rest = text[source.end : part.end].lstrip(" ,")
    return Span.of(text, part.end - len(rest), part.end) if rest and source.end < part.end else None
