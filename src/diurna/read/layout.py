"""How a page is laid out: the text cut into paragraphs, headings, embedded posts and datelines."""

from __future__ import annotations

from collections.abc import Sequence

from diurna.read.datelines import datelines_among
from diurna.read.headings import headings_among
from diurna.read.lines import Passage, passages_of
from diurna.read.posts import post_of, signatures_in
from diurna.records import Block, BlockKind, Dateline, Layout, Post

Piece = tuple[Passage, BlockKind]


def layout_of(text: str) -> Layout:
    """Return the blocks of `text` in order, with the posts and datelines among them.

    Blocks do not overlap and hold every character that is not white space. A post's signature is a block of
    its own. The time taken grows in proportion to the text.
    """
    passages = passages_of(text)
    pieces, posts = _cut_at_posts(text, passages)
    pieces, datelines = _cut_at_datelines(text, pieces)
    plain = [passage for passage, kind in pieces if kind == "paragraph"]
    headings = {plain[index].start for index in headings_among(text, plain)}
    blocks = tuple(
        Block(piece.start, piece.end, "heading" if piece.start in headings else kind) for piece, kind in pieces
    )
    return Layout(blocks, posts, datelines)


def _cut_at_posts(text: str, passages: list[Passage]) -> tuple[list[Piece], tuple[Post, ...]]:
    """Return the passages with every post's body and signature as pieces of kind "post", and the posts."""
    signatures = signatures_in(text, passages)
    posts: list[Post] = []
    for signature in signatures:
        posts.append(post_of(text, passages, signature, posts[-1].span.end if posts else 0))
    marks: list[tuple[int, int]] = []
    for signature, post in zip(signatures, posts, strict=True):
        marks += [(post.span.start, signature.start), (signature.start, signature.end)]
    return _pieces(text, passages, marks, "post"), tuple(posts)


def _cut_at_datelines(text: str, pieces: list[Piece]) -> tuple[list[Piece], tuple[Dateline, ...]]:
    """Return the pieces with every dateline as one of its own, and the datelines."""
    plain = [passage for passage, kind in pieces if kind == "paragraph"]
    found = datelines_among(text, plain)
    lines = tuple(found[index] for index in sorted(found))
    cut = iter(_pieces(text, plain, [(line.span.start, line.span.end) for line in lines], "dateline"))
    posts = [piece for piece in pieces if piece[1] != "paragraph"]
    return sorted([*cut, *posts], key=lambda piece: piece[0].start), lines


def _pieces(text: str, passages: Sequence[Passage], marks: list[tuple[int, int]], kind: BlockKind) -> list[Piece]:
    """Return `passages` cut at the ends of `marks`; what lies in a mark is of `kind`, all else a paragraph.

    The marks stand in order and do not overlap; each may reach over several passages.
    """
    pieces: list[Piece] = []
    at = 0
    for passage in passages:
        if at == len(marks) or marks[at][0] >= passage.end:
            pieces.append((passage, "paragraph"))
            continue
        start, gap = passage.start, passage.gap
        while at < len(marks) and marks[at][0] < passage.end:
            mark_start, mark_end = max(marks[at][0], passage.start), min(marks[at][1], passage.end)
            _add(text, pieces, start, mark_start, gap, "paragraph")
            _add(text, pieces, mark_start, mark_end, gap, kind)
            start, gap = max(start, mark_end), 0
            if marks[at][1] > passage.end:
                break
            at += 1
        _add(text, pieces, start, passage.end, gap, "paragraph")
    return pieces


def _add(text: str, pieces: list[Piece], start: int, end: int, gap: int, kind: BlockKind) -> None:
    """Append `text[start:end]` without the white space around it, unless it is blank."""
    words = text[start:end]
    bare = words.strip()
    if bare:
        start += len(words) - len(words.lstrip())
        pieces.append((Passage(start, start + len(bare), gap), kind))
