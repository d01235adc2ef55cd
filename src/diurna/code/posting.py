"""What is told to have been posted: "wrote on X", "in a Facebook post", "tweeted", "@ANI said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from diurna.code.grammar import Grammar
from diurna.code.sayings import Saying
from diurna.code.table import LexiconError, rows
from diurna.read.tables import platforms
from diurna.records import Posted, Span, Token

_AS = ("noun", "named", "place", "verb", "medium", "platform")
_ON = frozenset(("on", "via", "through", "over", "to"))
_IN = frozenset(("in", "via", "with", "through", "on"))
_WITHIN = frozenset(("compound", "nmod", "nmod:desc", "amod", "nmod:poss", "flat"))


class PostWords(NamedTuple):
    """The words of posted.csv by what they stand as, each with the platform that it tells, or ""."""

    words: dict[str, dict[str, str]]


def load_posted(folder: Traversable | None = None) -> PostWords:
    """Return the words of posted.csv in `folder`; by default the package's own, read once.

    The names of read/platforms.csv are platforms too. Raises LexiconError, with the file, the line and the remedy,
    where a row is wrong.
    """
    return _packaged() if folder is None else _read(folder)


@cache
def _packaged() -> PostWords:
    return _read(files("diurna.code"))


def _read(folder: Traversable) -> PostWords:
    words: dict[str, dict[str, str]] = {kind: {} for kind in _AS}
    for line, (word, kind, platform, example) in rows(folder / "posted.csv", "word,as,platform,example"):
        lower = kind == "platform" or word == word.lower()
        if kind not in _AS or not word or not lower or not example or word in words[kind]:
            raise LexiconError(f"posted.csv:{line}: {word!r} as {kind!r}; write a word once, one of {', '.join(_AS)}")
        if kind == "platform" and not platform:
            raise LexiconError(f"posted.csv:{line}: {word!r} has no platform; write how records call it")
        words[kind][word] = platform
    for platform, sign in platforms("name"):
        if sign[0].isupper():
            words["platform"].setdefault(sign, platform)
    return PostWords(words)


def posted(text: str, grammars: Sequence[Grammar], one: Saying) -> Saying:
    """Return the saying, with where it was posted if the words around its cue tell that it was.

    A source that is a handle or a post itself is of kind "post".
    """
    if one.post is not None or one.key is None or one.cue is None:
        return one
    grammar = grammars[one.key[0]]
    source = [t for t in grammar.tokens if one.source and one.source.start <= t.start < one.source.end]
    inside = {t.index for t in source}
    near = [t for t in _around(grammar, one.key[1]) if t.index not in inside and not _said(one, t)]
    head = next((t for t in source if not source[0].index <= t.head <= source[-1].index), None)
    itself = _as_post(grammar, head) if head is not None else None
    where = itself if itself is not None else _told(grammar, near, one)
    handle = _handle(text, one, grammar)
    own = handle is not None and one.source == handle
    if where is None and not own:
        return one
    if handle is not None and not own and one.source is not None and one.source.holds(handle):
        # "The minister (@AnnaBerg)": the handle is no part of who speaks.
        bare = text[one.source.start : handle.start].rstrip(" (,")
        one = one._replace(source=Span(one.source.start, one.source.start + len(bare), bare))
    author = None if one.kind == "document" else one.source
    if own or itself is not None:
        author = _owner(text, grammar, head) if itself is not None and head is not None else None
        one = one._replace(kind="post")
    return one._replace(post=Posted(author, handle, platform=where or None))


def _around(grammar: Grammar, cue: int) -> list[Token]:
    """Return the words of the cue's clause and of the clause that it is part of ("took to X to say")."""
    token = grammar.tokens[cue]
    top = cue
    if token.deprel in ("advcl", "xcomp", "conj", "acl") and token.head >= 0 and token.head < cue:
        top = token.head
    return [grammar.tokens[i] for i in grammar.subtree(top)]


def _said(one: Saying, token: Token) -> bool:
    for part in one.parts:  # noqa: SIM110, for this is asked of every word near every cue
        if part.start <= token.start < part.end:
            return True
    return False


def _told(grammar: Grammar, near: Sequence[Token], one: Saying) -> str | None:
    """Return the platform that the words near a cue name, "" where they tell of a post alone, else None."""
    words = load_posted().words
    assert one.key is not None
    cue = grammar.tokens[one.key[1]]
    found = words["verb"].get(cue.lemma.lower())
    for token in near:
        case = grammar.case(token.index)
        if case not in _ON and case not in _IN:
            continue
        platform = _platform(grammar, token)
        if platform is not None and case in _ON:
            return platform
        if case in _IN and (itself := _as_post(grammar, token)) is not None:
            found = found or itself
        if case in _ON and token.lemma.lower() in words["place"]:
            found = next((p for p in _platforms_in(grammar, token)), found)
        if _is_medium(grammar, token):
            found = found or ""
    return found


def _as_post(grammar: Grammar, token: Token) -> str | None:
    """Return the platform of a noun that is a post ("" where it tells none), or None for other words."""
    words, lemma = load_posted().words, token.lemma.lower()
    if token.upos != "NOUN":
        return None
    named = next(iter(_platforms_in(grammar, token)), None)
    if lemma in words["noun"]:
        return named or words["noun"][lemma]
    if lemma in words["named"]:
        below = (c for c in grammar.children[token.index] if c.deprel in _WITHIN)
        return named or ("" if any(_is_medium(grammar, child) for child in below) else None)
    return None


def _platforms_in(grammar: Grammar, token: Token) -> Iterator[str]:
    for child in grammar.children[token.index]:
        case = grammar.case(child.index)
        if child.deprel in _WITHIN and case in ("", "on", "to", "'s") and (name := _platform(grammar, child)):
            yield name


def _platform(grammar: Grammar, token: Token) -> str | None:
    known = load_posted().words["platform"]
    after = grammar.tokens[token.index + 1].text if token.index + 1 < len(grammar.tokens) else ""
    before = grammar.tokens[token.index - 1].text if token.index else ""
    return next((known[n] for n in (f"{before} {token.text}", f"{token.text} {after}", token.text) if n in known), None)


def _is_medium(grammar: Grammar, token: Token) -> bool:
    before = grammar.tokens[token.index - 1].text.lower() if token.index else ""
    return f"{before} {token.text.lower()}" in load_posted().words["medium"]


def _handle(text: str, one: Saying, grammar: Grammar) -> Span | None:
    """Return the handle in the source's words, or in brackets or after a comma right behind them."""
    if one.source is None:
        return None
    end = one.source.end
    for token in grammar.tokens:
        if not token.text.startswith("@") or len(token.text) == 1:
            continue
        inside = one.source.start <= token.start < end
        behind = end <= token.start <= end + 2 and text[end : token.start].strip() in ("", "(", ",")
        if inside or behind:
            return Span.of(text, token.start, token.end)
    return None


def _owner(text: str, grammar: Grammar, head: Token) -> Span | None:
    """Return whose post it is: "the senator's tweet", "a post by the senator"."""
    for child in grammar.children[head.index]:
        by = child.deprel == "nmod" and grammar.case(child.index) in ("by", "from")
        if (child.deprel == "nmod:poss" or by) and child.upos in ("NOUN", "PROPN") and not _platform(grammar, child):
            last = grammar.tokens[child.index]
            words = [grammar.tokens[i] for i in grammar.subtree(child.index) if grammar.tokens[i].deprel != "case"]
            return Span.of(text, words[0].start, max(last.end, words[-1].end))
    return None
