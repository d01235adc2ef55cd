"""Interviews and transcripts: "Q: Did he go? A: He went.", "MODERATOR: ...", "SMITH: ...", turn by turn.

A turn ends where the next begins. Paragraphs without a label belong to the turn before only if another turn follows
soon, so that the last turn never swallows the rest of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from diurna.code.outlets import names_outlet
from diurna.code.sayings import Saying
from diurna.code.table import LexiconError, rows
from diurna.read.tables import labels
from diurna.records import Block, Document, SourceKind, Span, Stance

_AS = ("asks", "answers", "chairs", "with", "no")
_LABEL = re.compile(r"(?P<label>(?:[^\W\d_][\w.'’-]*)(?: [^\W\d_][\w.'’-]*| \([\w-]+\)){0,4})(?P<colon>:)\s+(?=\S)")
_BRACKETED = re.compile(r"\(\((?P<label>[^()\n]{1,40}?)(?P<colon>\)\))(?:\s*:)?\s+(?=\S)")
_INITIALS = re.compile(r"[A-Z]{2,4}")
_SHORT = re.compile(r"(?P<label>[QA])\d{0,2}(?P<colon>[:.])\s+(?=\S)")
# A reporter's question as briefings print it, without a sign: "Q    Who is right?".
_BARE = re.compile(r"(?P<label>Q)(?P<colon>)\s{1,8}(?=[\"“A-Z])")

WITHIN = 3
"""How many paragraphs without a label a turn may go on for, where another turn follows."""

REACH = 8
"""How many words behind "interview with" the name may end ("with the mayor of Lund, Eva Strand")."""


class Turn(NamedTuple):
    """What one person says at a time: `label` and `colon` before it, its paragraphs, a `role` where one is known."""

    label: Span
    colon: Span
    parts: tuple[Span, ...]
    role: str | None = None


class _Start(NamedTuple):
    """A label at the head of a paragraph; the words behind it are `start:end`."""

    label: Span
    colon: Span
    start: int
    end: int


def load_transcript_words(folder: Traversable | None = None) -> dict[str, frozenset[str]]:
    """Return the words of transcript_words.csv in `folder` by what they stand as; by default the package's own.

    Raises LexiconError, with the file, the line and the remedy, where a row is wrong.
    """
    return _packaged() if folder is None else _read(folder)


@cache
def _packaged() -> dict[str, frozenset[str]]:
    return _read(files("diurna.code"))


def _read(folder: Traversable) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {kind: set() for kind in _AS}
    for line, (words, kind, example) in rows(folder / "transcript_words.csv", "words,as,example"):
        if kind not in _AS or not words or words != words.lower() or not example or words in found[kind]:
            raise LexiconError(
                f"transcript_words.csv:{line}: {words!r} as {kind!r}; write lower-case words once, one of "
                f"{', '.join(_AS)}, and an example"
            )
        found[kind].add(words)
    return {kind: frozenset(words) for kind, words in found.items()}


def transcribed(document: Document) -> list[Saying]:
    """Return what is said in the turns of an interview or transcript, each on the word of who has the turn."""
    text = document.article.text
    turns = turns_of(text, document.article.layout.blocks)
    asked = None
    if any(turn.role == "answers" for turn in turns):
        asked = _interviewed(document, turns[0].label.start)
    made = []
    for turn in turns:
        source = asked if turn.role == "answers" and asked is not None else turn.label
        cue = turn.colon if source is turn.label else Span.of(text, turn.label.start, turn.colon.end)
        asks = turn.role == "asks" or (turn.role == "chairs" and turn.parts[-1].text.endswith("?"))
        stance: Stance = "asks" if asks else "asserts"
        made.append(Saying(source, cue if cue.text else None, turn.parts, "direct", _kind(turn, asked), stance))
    return made


def turns_of(text: str, blocks: Sequence[Block]) -> list[Turn]:
    """Return the turns of a page, in order; none where its labels do not show that people speak in turn.

    There are at least two labels, each in capitals, of a role or there twice; Q needs an A. A question that ends its
    paragraph ends the turn.
    """
    starts = [start for block in blocks if block.kind != "post" for start in _starts(text, block)]
    roles = _roles(text, starts)
    starts = [start for start in starts if start.label.text in roles]
    made = []
    for place, one in enumerate(starts):
        after = starts[place + 1].label.start if place + 1 < len(starts) else None
        parts = [_bare(text, one.start, min(one.end, after) if after else one.end)]
        role = roles[one.label.text]
        more = [b for b in blocks if after is not None and b.start >= one.end and b.end <= after]
        asked = role == "asks" and parts[0].text.endswith("?")
        if not asked and len(more) <= WITHIN and all(block.kind == "paragraph" for block in more):
            parts += [Span.of(text, block.start, block.end) for block in more]
        made.append(Turn(one.label, one.colon, tuple(parts), role))
    return made


def _starts(text: str, block: Block) -> Iterator[_Start]:
    """Yield the turns that begin in a paragraph: "Q: Why? A: Because."."""
    end = block.end
    if block.kind == "dateline":  # "SEN. MARY JONES (D-OH):" may look like one; its paragraph goes on in the line
        end = text.find("\n", block.end)
        end = len(text) if end < 0 else end
    tried = (pattern.match(text, block.start, end) for pattern in (_SHORT, _LABEL, _BRACKETED, _BARE))
    match = next(filter(None, tried), None)
    while match:
        yield _Start(Span.of(text, *match.span("label")), Span.of(text, *match.span("colon")), match.end(), end)
        if match.re is not _SHORT:
            return
        other = "A" if match["label"] == "Q" else "Q"
        inside = re.compile(rf"(?<=[.?!”\"] ){other}(?={re.escape(match['colon'])})")
        found = inside.search(text, match.end(), end)
        match = _SHORT.match(text, found.start(), end) if found else None


def _roles(text: str, starts: Sequence[_Start]) -> dict[str, str | None]:
    """Return the labels that people speak under, each with its role where one is known."""
    counts = Counter(start.label.text for start in starts)
    asking = Counter(start.label.text for start in starts if text[start.start : start.end].rstrip().endswith("?"))
    roles = {label: _role_of(label) for label in counts if _role_of(label) or not is_usual_label(label)}
    for label in roles:
        # The interviewer's initials: "WN: Why did you leave?".
        if roles[label] is None and _INITIALS.fullmatch(label) and 1 < counts[label] < 2 * asking[label]:
            roles[label] = "asks"
    kept = {
        label
        for label, role in roles.items()
        if role
        or (label.isupper() and len(label) > 2)
        or (counts[label] > 1 and all(word[:1].isupper() for word in label.split()))
    }
    known = {roles[label] for label in kept}
    kept -= {label for label in kept if roles[label] == "answers" and "asks" not in known}
    # A briefing's questions stand under Q, its answers under a name: "Q Who is right?", "MS. WHITLOCK: Nobody."
    briefing = counts["Q"] > 1 and any(label.isupper() and len(label) > 2 for label in kept)
    kept -= {
        label for label in kept if label in ("Q", "A") and "answers" not in known and not (briefing and label == "Q")
    }
    return {label: roles[label] for label in kept} if len(kept) > 1 else {}


def is_usual_label(label: str) -> bool:
    """Return whether a label stands before paragraphs of any kind ("WATCH:", "UPDATE:") and names nobody."""
    usual = labels("label") | labels("date") | labels("byline") | load_transcript_words()["no"]
    return label.lower() in usual


def _role_of(label: str) -> str | None:
    words = load_transcript_words()
    return next((role for role in ("asks", "answers", "chairs") if label.lower() in words[role]), None)


def _kind(turn: Turn, asked: Span | None) -> SourceKind:
    label = turn.label.text
    if turn.role == "asks":
        return (
            "author"
            if (turn.colon.text and label.lower() in ("q", "question", "interviewer")) or _INITIALS.fullmatch(label)
            else "anonymous"
        )
    if turn.role == "answers":
        return "named" if asked is not None else "anonymous"
    if turn.role == "chairs":
        return "anonymous"
    return "outlet" if names_outlet(label) else "named"


def _interviewed(document: Document, before: int) -> Span | None:
    """Return the name of whoever is interviewed, from what stands before the first turn.

    That is the person behind such words as "interview with", else the only person named there.
    """
    people: list[Span] = []
    for sentence in document.sentences:
        if sentence.start >= before:
            break
        texts = [token.text.lower() for token in sentence.tokens]
        names = [name for name in sentence.names if name.type == "person"]
        for name in names:
            first, last = sentence.tokens[name.first], sentence.tokens[name.last]
            span = Span.of(document.article.text, first.start, last.end)
            lead = " ".join(texts[max(0, name.first - REACH) : name.first])
            led = next((found for words in load_transcript_words()["with"] if (found := _led(words, lead))), None)
            if led is None:
                people.append(span)
            elif led[1] not in ("he", "she", "they"):  # "she spoke to Anna Berg": of the two Berg asks
                return span
    surnames = {span.text.split()[-1] for span in people}
    return max(people, key=lambda span: len(span.text)) if len(surnames) == 1 else None


def _led(words: str, lead: str) -> re.Match[str] | None:
    """Return the match of words in what leads to a name, the word before them as its group."""
    return re.search(rf"(?:^|(\S+)\s|\s){re.escape(words)}(?:\s|$)", lead)


def _bare(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span.of(text, start, start + len(words.strip()))
