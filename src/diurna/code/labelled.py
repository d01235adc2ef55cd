"""Words that stand under a speaker's label: "Minister: talks failed", "Talks failed: minister", "SMITH: I see."."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from diurna.code.grammar import Grammar
from diurna.code.quotations import Quotation
from diurna.code.sayings import Saying, spans_of
from diurna.code.sources import listed_kind, source_kind
from diurna.code.transcripts import is_usual_label
from diurna.records import Block, Document, Form, SourceKind, Span, Token

LABEL_WORDS = 6
"""Longest label of a speaker in words ("Uttar Pradesh minister Danish Ansari")."""

_LABEL_POS = frozenset(("NOUN", "PROPN", "ADJ", "DET", "ADP", "PUNCT", "NUM", "PART"))


def labelled(
    document: Document, grammars: list[Grammar], quotations: tuple[Quotation, ...], turns: list[Saying]
) -> Iterator[Saying]:
    """Yield what headings, and single labels in capitals, put on the word of the one named before a colon.

    In headings the name may stand after it. Blocks with `turns` of a transcript are left out.
    """
    spoken = [part for one in turns for part in one.parts]
    starts = [grammar.sentence.start for grammar in grammars]
    for block in document.article.layout.blocks:
        number = bisect_right(starts, block.start) - 1
        if number < 0 or block.kind not in ("heading", "paragraph"):
            continue
        if any(block.start <= part.start < block.end for part in spoken):
            continue
        grammar = grammars[number]
        if grammar.sentence.start < block.start - 1:
            continue
        colons = [t.index for t in grammar.tokens[: LABEL_WORDS + 1] if t.text == ":"]
        if colons and (saying := _before(document, grammar, block, colons[0], quotations)):
            yield saying
        elif block.kind == "heading" and grammar.sentence.end >= block.end - 2:
            yield from _after(document, grammar, quotations)


def _before(
    document: Document, grammar: Grammar, block: Block, colon: int, quotations: tuple[Quotation, ...]
) -> Saying | None:
    label = [*grammar.tokens[:colon]]
    rest = grammar.tokens[colon + 1 :]
    kind = _speaker(grammar, label, capitals=block.kind == "paragraph")
    if kind is None or len(rest) < 2:
        return None
    text = document.article.text
    content = Span.of(text, rest[0].start, block.end if block.kind == "paragraph" else grammar.sentence.end)
    return _saying(text, grammar, label, grammar.tokens[colon], content, kind, quotations, block.kind == "paragraph")


def _after(document: Document, grammar: Grammar, quotations: tuple[Quotation, ...]) -> Iterator[Saying]:
    colons = [t.index for t in grammar.tokens if t.text == ":"]
    if not colons or len(grammar.tokens) - colons[-1] - 1 > LABEL_WORDS or colons[-1] < LABEL_WORDS // 2:
        return
    label, text = [*grammar.tokens[colons[-1] + 1 :]], document.article.text
    kind = _speaker(grammar, label, capitals=False)
    if kind is not None:
        content = Span.of(text, grammar.sentence.start, grammar.tokens[colons[-1] - 1].end)
        saying = _saying(text, grammar, label, grammar.tokens[colons[-1]], content, kind, quotations, False)
        if saying is not None:
            yield saying


def _speaker(grammar: Grammar, label: list[Token], *, capitals: bool) -> SourceKind | None:
    """Return the kind of source that a label names, or None where it names no speaker.

    In running text only a transcript's label counts, which is in capitals.
    """
    words = [token for token in label if token.upos != "PUNCT"]
    if not words or any(token.upos not in _LABEL_POS for token in label):
        return None
    if listed_kind(words[-1]) != "anonymous" and is_usual_label(" ".join(token.text for token in label)):
        return None  # "Transcript: ...", "Editorial: ...", but "Source: deal is near"
    if capitals:
        shouted = all(token.text.isupper() for token in words) and len(words) <= 3
        speaks = not _is_place(grammar, words[-1])
        return "named" if shouted and speaks and len(words[0].text) > 2 else None
    inside = range(label[0].index, label[-1].index + 1)
    for name in grammar.sentence.names:
        if name.first in inside and name.last == words[-1].index and name.type in ("person", "organization"):
            return "named" if name.type == "person" else "organization"
    known = listed_kind(words[-1])
    return source_kind(grammar, words[-1].index) if known == "anonymous" else known


def _is_place(grammar: Grammar, word: Token) -> bool:
    return any(name.type == "place" and name.first <= word.index <= name.last for name in grammar.sentence.names)


def _saying(
    text: str, grammar: Grammar, label: list[Token], colon: Token, content: Span, kind: SourceKind,
    quotations: tuple[Quotation, ...], transcript: bool,
) -> Saying | None:  # fmt: skip
    source = spans_of(text, grammar, (token.index for token in label))
    if not source:
        return None
    inside = [one for one in quotations if one.depth == 0 and content.holds(one.span)]
    whole = next((q for q in inside if q.span.start == content.start and q.span.end >= content.end - 1), None)
    parts = whole.parts if whole else (content,)
    form: Form = "direct" if whole or transcript else "mixed" if inside else "indirect"
    return Saying(source[0], Span.of(text, colon.start, colon.end), parts, form, kind, "asserts")
