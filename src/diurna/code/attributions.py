"""Who says what: every passage of a document that stands on somebody's word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from diurna.code.addressees import addressee_of
from diurna.code.asides import asides
from diurna.code.cues import load_cues
from diurna.code.grammar import Grammar
from diurna.code.labelled import labelled
from diurna.code.no_sayings import says_nothing
from diurna.code.posting import posted
from diurna.code.quotations import Quotation, find_quotations
from diurna.code.quoted import Quoting
from diurna.code.reported import reported
from diurna.code.sayings import Saying
from diurna.code.speech_head import agrees, missed, settled
from diurna.code.transcripts import transcribed
from diurna.code.unnamed import told_of_unnamed
from diurna.code.whole_source import whole_source
from diurna.records import Attribution, Document, Post, Posted, Span


def find_attributions(document: Document) -> tuple[Attribution, ...]:
    """Return the attributions of the document, in the order in which their contents begin, the outer first.

    Ids are "a1", "a2", ... in that order; `entity` is None: the resolve step fills it in. The content of indirect
    speech is its clause, with "that"; that of a quotation the words between the marks. An attribution inside
    another's content is one of its own.
    """
    text = document.article.text
    quotations = find_quotations(document.article)
    grammars = [Grammar(sentence) for sentence in document.sentences]
    sayings = _carried(text, [posted(text, grammars, one) for one in _said(document, grammars, quotations)])
    sayings = told_of_unnamed(text, grammars, [whole_source(text, grammars, one) for one in sayings])
    sayings.sort(key=lambda one: (one.start, -one.end))
    return tuple(
        Attribution(
            f"a{number}", one.source, None, one.cue, Span.of(text, one.start, one.end), one.parts, one.form, one.kind,
            one.stance, addressee_of(text, grammars, one), None, one.of_body, one.why_unnamed, one.post,
        )
        for number, one in enumerate(sayings, start=1)
    )  # fmt: skip


def _carried(text: str, sayings: list[Saying]) -> list[Saying]:
    """Return the sayings, those without a source on the unnamed one of the sentence before.

    "According to party sources, X came. Y had reportedly refused": the sources go on telling. A named source, or one
    of another paragraph, does not.
    """
    told = {one.key[0]: one for one in sayings if one.key and one.source and one.kind == "anonymous"}
    made = []
    for one in sayings:
        before = told.get(one.key[0] - 1) if one.key and one.source is None and one.form == "indirect" else None
        if before is not None and "\n" not in text[before.end : one.start]:
            one = one._replace(source=before.source)
        made.append(one)
    return made


def _said(document: Document, grammars: list[Grammar], quotations: tuple[Quotation, ...]) -> Iterator[Saying]:
    text, cues = document.article.text, load_cues()
    posts = document.article.layout.posts
    yield from (_posted(text, post) for post in posts)
    turns = transcribed(document)
    labels = sorted([*turns, *labelled(document, grammars, quotations, turns)], key=lambda one: one.start)
    yield from labels
    outer = _uncovered(Quoting(document, grammars, quotations, cues).gather(), labels)
    inner = Quoting(document, grammars, quotations, cues, depth=1).gather()
    direct = [*outer, *inner]
    by_cue = {one.key: one for one in direct if one.key}
    by_sentence: dict[int, list[Saying]] = defaultdict(list)
    for (number, _), one in by_cue.items():
        by_sentence[number].append(one)
    turned = [*(part for one in labels for part in one.parts), *(Span.of(text, *post.body) for post in posts)]
    indirect: list[Saying] = []
    for number, (grammar, (quoted, pieces)) in enumerate(zip(grammars, _Marks(quotations).of(grammars), strict=True)):
        found = [*reported(text, number, grammar, cues, quoted), *asides(text, number, grammar, cues, quoted)]
        led = [one for one in labels if one.cue and grammar.sentence.start <= one.cue.start < grammar.sentence.end]
        kept = [
            _within(text, settled(text, grammar, one, quoted), pieces)
            for one in found
            if agrees(grammar.sentence, one)
            and not says_nothing(grammar, one)
            and not _shares(one, by_cue.get(one.key or (-1, -1)))
        ]
        indirect += [_relaying(one, by_sentence[number]) for one in kept]
        others = missed(text, number, grammar, [*kept, *by_sentence[number], *led], quoted)
        indirect += [_within(text, one, pieces) for one in others if not says_nothing(grammar, one)]
    yield from _joined(text, direct, [_in_turn(text, one, turned) for one in indirect])


def _in_turn(text: str, one: Saying, turned: list[Span]) -> Saying:
    """Return the saying; within a transcript's turn or a post "I" is whoever has it, and no label is in a source."""
    source = one.source
    turn = next((each for each in turned if source is not None and each.overlaps(source)), None)
    if source is None or turn is None:
        return one
    inside = Span.of(text, max(source.start, turn.start), source.end)
    return one._replace(source=inside, kind="named" if one.kind == "author" else one.kind)


def _joined(text: str, direct: list[Saying], indirect: list[Saying]) -> Iterator[Saying]:
    """Yield the sayings, quotations without a cue of their own joined to the saying that they go on with.

    '"I admire the mechanics" of the plan, Eakin said. "They are more detailed."', 'The mechanics were fine, Eakin said.
    "They are more detailed."': one saying, the clause's.
    """
    told = [one for one in [*direct, *indirect] if one.key is not None and one.source]
    follow: dict[int, tuple[Span, ...]] = {}
    joined: set[int] = set()
    for one in direct:
        if one.key is None and one.cue is None and (holder := _gone_on_with(text, one, told)) is not None:
            more = tuple(part for part in one.parts if part.start >= holder.end)
            follow[id(holder)] = (*follow.get(id(holder), ()), *more)
            joined.add(id(one))
    for one in [*direct, *indirect]:
        more, form = follow.get(id(one), ()), one.form
        if id(one) not in joined:
            form = "mixed" if more and form == "indirect" else form
            yield one._replace(parts=(*one.parts, *more), form=form)


def _gone_on_with(text: str, one: Saying, told: list[Saying]) -> Saying | None:
    """Return the saying that holds the first words of a quotation, or whose source goes on in its paragraph with it."""
    if one.source is None:
        held = (m for m in told if m.form == "mixed" and any(part.overlaps(one.parts[0]) for part in m.parts))
        return next(held, None)
    before = [m for m in told if m.source == one.source and m.end <= one.start]
    last = before[-1] if before else None
    return last if last is not None and "\n" not in text[last.start : one.start] else None


def _relaying(one: Saying, direct: list[Saying]) -> Saying:
    """Return the saying, with the quotation whose cue its content holds: '"...," the Herald quoted him as saying'."""
    held = [d for d in direct if d.cue and any(part.holds(d.cue) for part in one.parts)]
    outside = [piece for d in held for piece in d.parts if not any(part.overlaps(piece) for part in one.parts)]
    return one._replace(parts=tuple(sorted((*one.parts, *outside)))) if outside else one


def _shares(one: Saying, direct: Saying | None) -> bool:
    """Return whether what the tree shows at a cue is the quotation that the cue was found to lead to."""
    return direct is not None and any(part.overlaps(piece) for part in one.parts for piece in direct.parts)


def _uncovered(direct: list[Saying], labels: list[Saying]) -> list[Saying]:
    """Return the direct speech that stands in no labelled passage; both are in text order."""
    kept, number = [], 0
    for one in direct:
        while number < len(labels) and labels[number].end < one.end:
            number += 1
        if number == len(labels) or one.start < labels[number].start:
            kept.append(one)
    return kept


def _posted(text: str, post: Post) -> Saying:
    """Return the attribution of an embedded post: its body, on its author's word."""
    source = post.author or post.handle
    day = post.day.isoformat() if post.day else None
    where = Posted(post.author, post.handle, post.date, day, post.platform)
    return Saying(source, None, (Span.of(text, *post.body),), "direct", "post", "asserts", post=where)


class _Marks:
    """The outermost quotations, met sentence by sentence: each sentence looks only at those that reach it."""

    def __init__(self, quotations: tuple[Quotation, ...]) -> None:
        self.quotations = [one for one in quotations if one.depth == 0 and one.kind != "title"]

    def of(self, grammars: list[Grammar]) -> Iterator[tuple[frozenset[int], list[Span]]]:
        """Yield for each sentence its words between marks, and the quotations' contents that reach into it."""
        first = 0
        for grammar in grammars:
            start, end = grammar.sentence.start, grammar.sentence.end
            while first < len(self.quotations) and self.quotations[first].span.end <= start:
                first += 1
            pieces, number = [], first
            while number < len(self.quotations) and self.quotations[number].span.start < end:
                pieces.append(self.quotations[number].content)
                number += 1
            words = [t.index for p in pieces for t in grammar.tokens if p.start <= t.start < p.end]
            yield frozenset(words), pieces


def _within(text: str, one: Saying, pieces: list[Span]) -> Saying:
    """Return the saying, its content cut to the quotation its cue stands in; mixed where it holds a quotation."""
    around = next((p for p in pieces if one.cue and p.start <= one.cue.start and one.cue.end <= p.end), None)
    if around is not None:
        parts = tuple(
            Span.of(text, max(p.start, around.start), min(p.end, around.end)) for p in one.parts if p.overlaps(around)
        )
        return one._replace(parts=parts) if parts else one
    return one._replace(form="mixed") if any(p.overlaps(part) for p in pieces for part in one.parts) else one
