"""What a page says of its unnamed sources: of which body they are, on what terms and why they are not named.

How many they are is counted in the resolve step, which knows numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from diurna.code.grammar import Grammar
from diurna.code.sayings import Saying
from diurna.code.sources import listed_kind, source_words
from diurna.code.table import LexiconError, rows
from diurna.records import Span, Token

_AS = ("terms", "barred", "reason", "with", "within")
_BODIES = ("organization", "outlet")
_NAMES = ("organization", "group", "place")
_BEFORE = frozenset(("compound", "amod", "nmod:poss", "nmod:desc", "nmod"))

NEAR = 3
"""How many sentences after the sources spoke the page may say why they are unnamed."""

Phrases = tuple[tuple[str, ...], ...]


def load_unnamed(folder: Traversable | None = None) -> dict[str, Phrases]:
    """Return the words of unnamed.csv in `folder` by what they stand as; by default the package's own, read once.

    Raises LexiconError, with the file, the line and the remedy, where a row is wrong.
    """
    return _packaged() if folder is None else _read(folder)


@cache
def _packaged() -> dict[str, Phrases]:
    return _read(files("diurna.code"))


def _read(folder: Traversable) -> dict[str, Phrases]:
    found: dict[str, list[tuple[str, ...]]] = {kind: [] for kind in _AS}
    for line, (words, kind, example) in rows(folder / "unnamed.csv", "words,as,example"):
        phrase = tuple(words.split())
        if kind not in _AS or not phrase or not example or phrase in found[kind]:
            raise LexiconError(f"unnamed.csv:{line}: {words!r} as {kind!r}; write words once, one of {', '.join(_AS)}")
        found[kind].append(phrase)
    return {kind: tuple(sorted(phrases, key=len, reverse=True)) for kind, phrases in found.items()}


def told_of_unnamed(text: str, grammars: Sequence[Grammar], sayings: Sequence[Saying]) -> list[Saying]:
    """Return the sayings, those of unnamed sources with the body they are of and the words on why they are unnamed."""
    made = [one._replace(of_body=_body(text, *at)) if (at := _place(grammars, one)) else one for one in sayings]
    terms: list[Span] = []
    by_sentence: dict[int, list[int]] = {}
    for place, one in enumerate(made):
        if one.key is not None and _place(grammars, one):
            by_sentence.setdefault(one.key[0], []).append(place)
    for number, grammar in enumerate(grammars):
        why = _why(text, grammar) if by_sentence else None
        if why is None:
            continue
        terms.append(why)
        for place in _whose(grammars, made, by_sentence, number, why):
            made[place] = made[place]._replace(why_unnamed=why)
    # "Asked not to be named" is no demand that anybody would report.
    return [one for one in made if not any(why.start <= one.start and one.end <= why.end for why in terms)]


def _place(grammars: Sequence[Grammar], one: Saying) -> tuple[Grammar, int] | None:
    """Return the sentence and head word of an unnamed source."""
    if one.kind != "anonymous" or one.source is None or one.key is None:
        return None
    for grammar in (grammars[one.key[0]], grammars[max(one.key[0] - 1, 0)]):
        inside = [t for t in grammar.tokens if one.source.start <= t.start < one.source.end]
        if inside:
            first, last = inside[0].index, inside[-1].index
            return grammar, next((t.index for t in inside if not first <= t.head <= last), last)
    return None


def _body(text: str, grammar: Grammar, head: int) -> Span | None:
    """Return the body or state whose people a noun names: what stands behind it, else before it."""
    phrases = load_unnamed()
    for child in grammar.children[head]:
        case = (grammar.case(child.index),)
        if child.deprel == "nmod" and child.index > head and case in (*phrases["with"], *phrases["within"]):
            places = case not in phrases["within"]
            if _is_body(grammar, child, places=places):
                words = source_words(grammar, child.index)
                return Span.of(text, grammar.tokens[words[0]].start, grammar.tokens[words[-1]].end)
    words = []
    for child in grammar.children[head]:
        if child.deprel in _BEFORE and child.index < head and _is_body(grammar, child, places=True):
            words += grammar.subtree(child.index)
    words = [i for i in words if grammar.tokens[i].upos not in ("DET", "PUNCT", "PART", "NUM")]
    return Span.of(text, grammar.tokens[min(words)].start, grammar.tokens[max(words)].end) if words else None


def _is_body(grammar: Grammar, token: Token, *, places: bool) -> bool:
    if token.upos == "PRON":
        return False
    name = next((n for n in grammar.sentence.names if n.first <= token.index <= n.last), None)
    if name is not None:
        return name.type in _NAMES and (places or name.type != "place")
    if token.upos == "ADJ":
        return False
    return listed_kind(token) in _BODIES or (token.upos == "PROPN" and token.text.isupper())


def _why(text: str, grammar: Grammar) -> Span | None:
    """Return the words of a sentence that say on what terms, and for what reason, somebody is not named."""
    terms = _found(grammar, "terms") or _found(grammar, "barred")
    if terms is None:
        return None
    tokens = grammar.tokens
    first, last = terms
    following = last + 1
    while following < len(tokens) and (tokens[following].text == "," or tokens[following].upos == "ADV"):
        following += 1
    reason = next((p for p in load_unnamed()["reason"] if _stands(grammar, p, following)), None)
    if _found(grammar, "terms") is None:
        last = _clause_end(grammar, last, last + 1)
    elif reason is not None:
        last = _clause_end(grammar, following, following + len(reason))
    return Span.of(text, tokens[first].start, tokens[last].end)


def _clause_end(grammar: Grammar, start: int, after: int) -> int:
    """Return the last word of the clause or phrase that begins at a word, before a mark that closes it."""
    tokens = grammar.tokens
    top = min(after, len(tokens) - 1)
    while start <= tokens[top].head < len(tokens) and tokens[top].head != top:
        top = tokens[top].head
    end = max(word for word in grammar.subtree(top) if word >= start) if tokens[top].head >= 0 else len(tokens) - 1
    within = tokens[start : end + 1]
    stop = next((t.index for t in within if t.text in ("”", '"', ";", ".") or _new_clause(grammar, t, start)), end + 1)
    return stop - 1


def _new_clause(grammar: Grammar, token: Token, start: int) -> bool:
    """Return whether a comma ends the reason: the words after it hang on none of the reason's words."""
    if token.text != "," or token.index + 1 >= len(grammar.tokens):
        return False
    following = grammar.tokens[token.index + 1]
    return following.upos != "CCONJ" and not any(
        start <= t.head < token.index for t in grammar.tokens[token.index + 1 :] if t.upos != "PUNCT"
    )


def _found(grammar: Grammar, kind: str) -> tuple[int, int] | None:
    begin = _by_first_word(kind)
    for token in grammar.tokens:
        text, lemma = token.text.lower(), token.lemma.lower()
        if text not in begin and lemma not in begin:
            continue
        for word in {text, lemma} & begin.keys():
            for phrase in begin[word]:
                if _stands(grammar, phrase, token.index):
                    return token.index, token.index + len(phrase) - 1
    return None


@cache
def _by_first_word(kind: str) -> dict[str, list[tuple[str, ...]]]:
    begin: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load_unnamed()[kind]:
        begin.setdefault(phrase[0], []).append(phrase)
    return begin


def _stands(grammar: Grammar, phrase: tuple[str, ...], first: int) -> bool:
    if first + len(phrase) > len(grammar.tokens):
        return False
    return all(
        word == "N" or word in (token.text.lower(), token.lemma.lower())
        for word, token in zip(phrase, grammar.tokens[first:], strict=False)
    )


def _whose(
    grammars: Sequence[Grammar], sayings: Sequence[Saying], by_sentence: dict[int, list[int]], number: int, why: Span
) -> Iterator[int]:
    """Yield the places of the sayings whose source the words on why are of.

    In its own sentence that is the last source before the words, else the first; where none speaks there ("The
    officials spoke on condition of anonymity"), those who spoke shortly before.
    """
    here = [p for p in by_sentence.get(number, []) if sayings[p].start < why.start or why.end < sayings[p].end]
    if here:
        before = [p for p in here if (source := sayings[p].source) and source.start < why.start]
        yield before[-1] if before else here[0]
        return
    grammar = grammars[number]
    subject = next((t for t in grammar.tokens if t.deprel == "nsubj" and t.end <= why.start), None)
    if subject is None:
        return
    for back in range(number - 1, max(number - 1 - NEAR, -1), -1):
        same = [p for p in by_sentence.get(back, []) if subject.upos == "PRON" or _alike(grammars, sayings[p], subject)]
        if same:
            yield from same
            return


def _alike(grammars: Sequence[Grammar], one: Saying, subject: Token) -> bool:
    at = _place(grammars, one)
    return at is not None and at[0].tokens[at[1]].lemma.lower() == subject.lemma.lower()
