"""Other outlets as sources: "the BBC reported", "according to the Oban Herald", "local media", "the newspaper said"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from diurna.code.grammar import Grammar
from diurna.code.table import LexiconError, rows
from diurna.read.tables import words_in
from diurna.records import Token

_AS = ("noun", "phrase", "ending", "piece", "name", "never")
_ARTICLES = ("the", "The")
_OWNED = frozenset(("compound", "nmod:poss", "nmod:desc", "amod"))
_OF = frozenset(("by", "in", "on", "from", "of"))
_LONGEST = 3


class Outlets(NamedTuple):
    """The names of outlets without "The", and the words of outlet_words.csv by what they stand as."""

    names: frozenset[str]
    words: dict[str, frozenset[str]]


def load_outlets(folder: Traversable | None = None) -> Outlets:
    """Return the outlets of outlet_names.csv and outlet_words.csv in `folder`; by default the package's own, read once.

    The agencies of read/agencies.csv are outlets too. Raises LexiconError, with the file, the line and the remedy,
    where a row is wrong.
    """
    return _packaged() if folder is None else _read(folder)


@cache
def _packaged() -> Outlets:
    return _read(files("diurna.code"))


def _read(folder: Traversable) -> Outlets:
    names: set[str] = set()
    for line, (name,) in rows(folder / "outlet_names.csv", "name"):
        if not name or name in names or name.startswith("The "):
            raise LexiconError(f"outlet_names.csv:{line}: {name!r}; write each name once, without 'The'")
        names.add(name)
    words: dict[str, set[str]] = {kind: set() for kind in _AS}
    for line, (phrase, kind, example) in rows(folder / "outlet_words.csv", "words,as,example"):
        if kind not in _AS or not phrase or phrase != phrase.lower() or not example or phrase in words[kind]:
            raise LexiconError(
                f"outlet_words.csv:{line}: {phrase!r} as {kind!r}; write lower-case words once, one of "
                f"{', '.join(_AS)}, and an example"
            )
        words[kind].add(phrase)
    known = names | {name.removeprefix("The ") for name in words_in("agencies.csv", "agency")}
    return Outlets(frozenset(known), {kind: frozenset(found) for kind, found in words.items()})


def names_outlet(name: str) -> bool:
    """Return whether a name is an outlet's.

    It is listed, begins with a listed one in capitals ("BBC Persian"), or has words before an ending ("Oban Herald").
    """
    outlets = load_outlets()
    bare = name.removeprefix("The ").removeprefix("the ")
    if bare in outlets.names or name in outlets.names:
        return True
    words = bare.split()
    if len(words) < 2 or not all(word[:1].isupper() or not word.isalpha() for word in words):
        return False
    if words[0].isupper() and len(words[0]) > 1 and words[0] in outlets.names:
        return True
    tails = (" ".join(words[-n:]).lower() for n in range(1, min(_LONGEST, len(words) - 1) + 1))
    return any(tail in outlets.words["ending"] for tail in tails)


def is_outlet(grammar: Grammar, head: int) -> bool:
    """Return whether the word heads the name of an outlet, a noun for one, or a document of one ("media reports")."""
    token = grammar.tokens[head]
    if token.upos in ("NOUN", "ADJ", "PROPN") and _is_noun(grammar, token):
        return True
    if token.lemma.lower() in load_outlets().words["piece"]:
        return any(is_outlet(grammar, child.index) for child in grammar.children[head] if _has_piece(grammar, child))
    return token.upos in ("PROPN", "NOUN", "X") and _is_name(grammar, head)


def _has_piece(grammar: Grammar, child: Token) -> bool:
    return child.deprel in _OWNED or (child.deprel == "nmod" and grammar.case(child.index) in _OF)


def _is_noun(grammar: Grammar, token: Token) -> bool:
    words = load_outlets().words
    forms = {token.text.lower(), token.lemma.lower()}
    phrases = {
        " ".join((*(t.text.lower() for t in grammar.tokens[first : token.index]), form))
        for first in range(max(0, token.index - _LONGEST), token.index)
        for form in forms
    }
    if phrases & words["never"]:
        return False
    return bool(phrases & words["phrase"] or (forms & words["noun"] and not token.text[:1].isupper())) or (
        bool(forms & words["noun"]) and token.index == 0
    )


def _is_name(grammar: Grammar, head: int) -> bool:
    """Return whether the name that the head stands in is an outlet's and nobody's own."""
    name = next((n for n in grammar.sentence.names if n.first <= head <= n.last), None)
    if name is not None and name.type == "person":
        return False
    runs = [(name.first, name.last)] if name is not None else []
    first = last = head
    while first > 0 and grammar.tokens[first - 1].upos == "PROPN":
        first -= 1
    while last + 1 < len(grammar.tokens) and grammar.tokens[last + 1].upos == "PROPN":
        last += 1
    runs.append((first, last))
    if any(names_outlet(_text(grammar.tokens[a : b + 1])) for a, b in runs):
        return True
    token, before = grammar.tokens[head], grammar.tokens[head - 1].text if head else ""
    alone = all(grammar.tokens[a].text in _ARTICLES or a == head for a, b in runs[-1:] for a in range(a, b + 1))
    return (
        alone and before in _ARTICLES and token.text[:1].isupper() and not token.text.isupper()
        and token.text.lower() in load_outlets().words["name"]
    )  # fmt: skip


def _text(tokens: Iterable[Token]) -> str:
    made, end = "", -1
    for token in tokens:
        made += (" " if made and token.start > end else "") + token.text
        end = token.end
    return made
