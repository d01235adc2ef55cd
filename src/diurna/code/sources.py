"""Whose word it is: the words of a source, and what kind of source they name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from diurna.code.grammar import Grammar
from diurna.code.outlets import is_outlet, load_outlets
from diurna.code.table import LexiconError, rows
from diurna.records import Name, SourceKind, Token

_KINDS: tuple[tuple[str, SourceKind], ...] = (
    ("anonymous.csv", "anonymous"),
    ("documents.csv", "document"),
    ("posts.csv", "post"),
    ("organizations.csv", "organization"),
    ("offices.csv", "named"),
)
_AUTHOR = frozenset(("i", "we", "my", "our"))
_APART = frozenset((
    "acl:relcl", "acl", "appos", "parataxis", "punct", "advcl", "dep", "cc", "orphan", "discourse",
    "cop", "nsubj", "aux", "mark", "expl",
))  # fmt: skip
NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))
WITHIN_NAME = frozenset(("compound", "flat", "det", "amod", "nmod:poss", "nmod:desc", "nummod"))

FAR = 14
"""How many words the head of a source may stand from its cue ("said the minister of the interior")."""

_BODIES = ("organization", "outlet", "document", "post")

_PARTS = frozenset(("part", "excerpt", "extract", "passage", "copy", "version", "draft", "summary", "section"))
"""What is a document where it is of one: "part of the judge's statement"."""

_NAMING = frozenset(("flat", "appos", "compound", "nmod:desc"))


def load_sources(folder: Traversable | None = None) -> Mapping[str, SourceKind]:
    """Return the kind of source of each noun listed in `folder`; by default the package's own lists, read once.

    Raises LexiconError, with the file, the line and the remedy, where a noun is wrong or stands twice.
    """
    return _packaged() if folder is None else _read(folder)


@cache
def _packaged() -> Mapping[str, SourceKind]:
    return _read(files("diurna.code"))


def _read(folder: Traversable) -> Mapping[str, SourceKind]:
    kinds: dict[str, SourceKind] = {}
    for name, kind in _KINDS:
        for line, (noun, example) in rows(folder / name, "noun,example"):
            if not noun or noun != noun.lower() or not example:
                raise LexiconError(f"{name}:{line}: {noun!r}; write a lower-case noun and an example")
            if noun in kinds:
                raise LexiconError(f"{name}:{line}: {noun!r} is listed as {kinds[noun]} before; remove one")
            kinds[noun] = kind
    return kinds


def listed_kind(token: Token) -> SourceKind | None:
    """Return the kind that the lists give the word, by its lemma or by its form without the plural's "s"."""
    kinds, form = load_sources(), token.text.lower()
    forms = (token.lemma.lower(), form, form.removesuffix("s"))
    found = next((kinds[word] for word in forms if word in kinds), None)
    if found is None and any(word in load_outlets().words["noun"] for word in forms):
        return "outlet"
    return found


def source_words(grammar: Grammar, head: int) -> list[int]:
    """Return the words of the source whose head is `head`, in order, without what only describes it further.

    Relative clauses, appositions and asides are left out; coordinated sources ("the king and the queen") are one. But
    the name that tells who an office is belongs to it: "the mayor of Lund, Eva Strand".
    """
    first = last = head
    for child in grammar.children[head]:
        if child.deprel == "case" or (child.deprel in _APART and not _tells_name(grammar, head, child)):
            continue
        if child.deprel == "conj" and child.upos not in ("NOUN", "PROPN", "PRON"):
            continue
        words = source_words(grammar, child.index)
        first, last = min(first, words[0]), max(last, words[-1])
    for name in grammar.sentence.names:
        if name.first <= head <= name.last:
            first, last = min(first, name.first), max(last, name.last)
    last = _called(grammar, last)
    while last > head and grammar.tokens[last].lemma.lower() in ("'s", "’s", "'", "’"):
        last -= 1
    return list(range(first, _before_open(grammar, head, last) + 1))


def _before_open(grammar: Grammar, head: int, last: int) -> int:
    """Return the end of a source without a bracket that it only opens: "the Coast Guard [(PCG]"."""
    texts = [grammar.tokens[i].text for i in range(head, last + 1)]
    if texts.count("(") > texts.count(")"):
        return head + max(i for i, text in enumerate(texts) if text == "(") - 1
    return last


def _called(grammar: Grammar, last: int) -> int:
    """Return the end of the name right behind a source's last word, which the parser took for who is spoken to.

    "State news agency [BelTA] quoted him", "Security Adviser [Ramon Dizon] told reporters".
    """
    name = grammar.tokens[last + 1] if last + 1 < len(grammar.tokens) else None
    behind = name is not None and name.upos == "PROPN" and name.deprel == "vocative"
    return grammar.subtree(name.index)[-1] if name is not None and behind else last


def _tells_name(grammar: Grammar, head: int, child: Token) -> bool:
    """Return whether an apposition names the person or body that a common noun before it speaks of."""
    return (
        child.deprel == "appos" and child.index > head
        and child.upos == "PROPN" and grammar.tokens[head].upos in ("NOUN", "PROPN")
        and not _in_person(grammar, head)
    )  # fmt: skip


def named_after(grammar: Grammar, head: int, words: list[int], cue: int) -> list[int]:
    """Return the words of a person's name at the end of or right behind one person's office, where the tree errs.

    "The club's spokesman, Ivo Marek, said": nothing but a comma or a title may stand between. Only for sources of
    verbs: after "according to the spokesman," the clause itself begins.
    """
    tokens = grammar.tokens
    last = tokens[words[-1]]
    role = last if last.upos == "NOUN" else tokens[head]
    office = role.upos == "PROPN" and load_sources().get(role.lemma.lower()) == "named"  # "Former Ambassador to Lund"
    if not (role.upos == "NOUN" or office) or role.feats.get("Number") == "Plur" or listed_kind(role) in _BODIES:
        return []
    if last.index != head and (name := _person_over(grammar, last.index)) is not None:
        own = list(range(name.first, name.last + 1))
        # "A lawyer of President Moss" speaks for himself.
        of_another = any(t.deprel == "case" and t.head in own for t in tokens)
        before = tokens[name.first - 1].upos if name.first else ""
        return own if before in ("NOUN", "PROPN") and head < name.first and not of_another else []
    place = last.index + 1
    if place < len(tokens) and tokens[place].text == ",":
        place += 1
    first = place
    while place < min(len(tokens), first + 3) and tokens[place].upos == "PROPN":
        name = _person_over(grammar, place)
        if name is not None:
            return list(range(words[-1] + 1, name.last + 1)) if not head < cue <= name.last else []
        place += 1
    return []


def _person_over(grammar: Grammar, word: int) -> Name | None:
    return next((n for n in grammar.sentence.names if n.type == "person" and n.first <= word <= n.last), None)


def _in_person(grammar: Grammar, word: int) -> bool:
    return _person_over(grammar, word) is not None


def beside(grammar: Grammar, cue: int, free: Callable[[Token], bool] = lambda token: True) -> int | None:
    """Return the head of the noun phrase right before or right after a cue, for trees that show no subject.

    Only words of which `free` holds count (those outside quotation marks).
    """
    tokens = grammar.tokens
    before = cue - 1
    while before >= 0 and tokens[before].upos in ("AUX", "ADV"):
        before -= 1
    before = _before_bracket(grammar, before)
    for word in (before, cue + 1):
        if not 0 <= word < len(tokens) or not free(tokens[word]):
            continue
        while 0 <= tokens[word].head != cue and (
            tokens[word].deprel in WITHIN_NAME or (tokens[word].deprel == "nmod" and tokens[word].head < word < cue)
        ):
            word = tokens[word].head
        if tokens[word].upos in NOMINAL and abs(word - cue) < FAR:
            return word
    return None


def _before_bracket(grammar: Grammar, word: int) -> int:
    """Return the word before a bracket that ends with the word: "the Coast [Guard] (PCG) said"."""
    opening = word
    while grammar.tokens[word].text == ")" and opening > max(0, word - 6) and grammar.tokens[opening].text != "(":
        opening -= 1
    return opening - 1 if opening < word and grammar.tokens[opening].text == "(" else word


def source_kind(grammar: Grammar, head: int, quoted: bool = False) -> SourceKind:
    """Return what kind of source the word names; `quoted` says that it stands between quotation marks.

    "I" and "we" outside quotation marks are the author's. A definite singular noun that no list knows
    ("the minister") stands for one person, who is named elsewhere; an indefinite or plural one names nobody.
    """
    token = grammar.tokens[head]
    lemma = token.lemma.lower()
    if token.upos == "PRON" and lemma in _AUTHOR and not quoted:
        return "author"
    named = _named(grammar, head)
    if named != "named" and is_outlet(grammar, head):
        return "outlet"
    if named:
        return named
    listed = listed_kind(token)
    if listed == "outlet" and token.upos == "NOUN":
        return "anonymous"  # "social media"
    if listed is not None and listed != "named":
        return listed
    if token.upos == "PROPN":
        return "organization" if token.text.isupper() and len(token.text) > 1 else "named"
    if token.upos == "PRON":
        return "named" if token.feats.get("PronType", "Prs") in ("Prs", "Rel") else "anonymous"
    if lemma in _PARTS:
        whole = next((c for c in grammar.children[head] if c.deprel == "nmod" and grammar.case(c.index) == "of"), None)
        if whole is not None and listed_kind(whole) == "document":
            return "document"
    definite = any(_definite(child) for child in grammar.children[head])
    return "named" if definite and token.feats.get("Number") != "Plur" else "anonymous"


def can_speak(grammar: Grammar, head: int) -> bool:
    """Return whether a word names somebody, or something written, by a name, a pronoun or a noun of the lists."""
    token = grammar.tokens[head]
    listed = listed_kind(token) is not None or token.lemma.lower() in _PARTS
    return listed or token.upos in ("PROPN", "PRON") or _named(grammar, head) is not None


def _definite(child: Token) -> bool:
    return child.deprel == "nmod:poss" or (child.deprel == "det" and child.lemma.lower() in ("the", "this", "that"))


def _named(grammar: Grammar, head: int) -> SourceKind | None:
    """Return the kind of the name that the head stands in, or that names the head ("Minister Ansari")."""
    by_word = {i: name.type for name in grammar.sentence.names for i in range(name.first, name.last + 1)}
    for word in (head, *(c.index for c in grammar.children[head] if c.deprel in _NAMING and c.index > head)):
        if by_word.get(word) == "person":
            return "named"
    if by_word.get(head) in ("organization", "place", "group", "event"):
        known = listed_kind(grammar.tokens[head]) if grammar.tokens[head].upos == "NOUN" else None
        return known or "organization"
    return None
