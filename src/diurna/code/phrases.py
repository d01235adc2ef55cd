"""The words of a participant: a noun phrase as it stands, without what only describes it further."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon, named_list
from diurna.code.table import packaged_list
from diurna.records import Token

_BEFORE = frozenset((
    "det", "det:predet", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "advmod", "nmod:unmarked", "flat",
))  # fmt: skip
# Parts of speech of a title before a name, and of what an office is of; relations that tell nothing of a name.
_TITLES, _OF_WHAT = frozenset(("NOUN", "PROPN", "ADJ")), frozenset(("ADP", "DET", "CCONJ"))
_LOOSE = frozenset(("appos", "nmod:desc", "vocative", "nmod", "obl", "conj", "nmod:unmarked", "obl:unmarked", "dep"))
_EACH_OTHER = (("each", "other"), ("one", "another"))
_YEAR = re.compile(r"(?:19|20)\d\d")
_WITHIN = frozenset(("flat", "compound", "goeswith", "fixed", "nmod:desc", "nummod"))

# "hundreds of protesters", "a group of gunmen": the noun behind "of" is who is meant (GUIDE: "of" phrases of the name).
_QUANTITIES = frozenset(
    [
        "number",
        "ten",
        "hundred",
        "thousand",
        "million",
        "dozen",
        "score",
        "group",
        "crowd",
        "team",
        "member",
        "majority",
        "handful",
        "couple",
        "pair",
        "series",
        "coalition",
        "union",
        "leader",
        "head",
        "chief",
        "spokesman",
        "spokeswoman",
        "people",
        "some",
        "many",
        "most",
        "all",
        "one",
        "two",
        "three",
        "several",
        "each",
        "none",
        "rest",
    ]
)


def phrase(grammar: Grammar, head: int) -> tuple[int, int]:
    """Return the first and last word of the noun phrase of `head`: its modifiers before it and its whole name.

    Relative clauses, appositions, conjuncts and the preposition before it are left out; an "of" phrase is kept where
    it belongs to the name ("Ministry of Defence") or says who is counted ("hundreds of protesters").
    """
    tokens = grammar.tokens
    first = last = head
    for child in grammar.children[head]:
        if child.index < head and child.deprel in _BEFORE and child.index >= first - 60:
            inner = grammar.subtree(child.index)
            if inner[-1] < head:
                first = min(first, inner[0])
        elif child.index > head and child.deprel in _WITHIN:
            last = max(last, _last_of_name(grammar, child.index))
        elif child.index > head and child.deprel == "nmod" and grammar.case(child.index) == "of":
            of_name = any(n.first <= head and child.index <= n.last for n in grammar.sentence.names)
            capital = tokens[head].text[:1].isupper() and tokens[child.index].text[:1].isupper()
            if of_name or (capital and tokens[head].upos == "PROPN") or tokens[head].lemma.lower() in _QUANTITIES:
                last = max(last, phrase(grammar, child.index)[1])
    last = max(last, _named_after(grammar, head, last))
    # A comma or "and" before the head joins another participant, unless it stands in the head's own name.
    name = next((n for n in grammar.sentence.names if n.first <= head <= n.last), None)
    inside = name.first if name else head
    cut = [i for i in range(first, inside) if tokens[i].upos == "CCONJ" or tokens[i].text in ",;:"]
    first = cut[-1] + 1 if cut else first
    if name is not None:
        first, last = min(first, name.first), max(last, name.last)
    if first + 1 < head and tokens[first].upos == "ADV" and tokens[first + 1].upos == "ADP":
        first += tokens[first + 1].deprel != "fixed"  # "then with the president", and not "more than a hundred"
    while first < head and _begins_none(grammar, first, head):
        first += 1
    return first, last


def _begins_none(grammar: Grammar, first: int, head: int) -> bool:
    """Return whether a word can stand first in no phrase; the preposition of a number's own can: "at least six"."""
    token = grammar.tokens[first]
    return (
        token.upos in ("PUNCT", "CCONJ", "ADP")
        and token.deprel != "amod"
        and not is_of_number(grammar.tokens, first, head)
    )


def is_of_number(tokens: Sequence[Token], word: int, head: int) -> bool:
    """Return whether a word belongs to a number before the phrase's head: the "at" of "at least six"."""
    over = tokens[word].head
    return word < over < head and (tokens[over].upos == "NUM" or tokens[over].lemma in ("least", "most"))


def _named_after(grammar: Grammar, head: int, last: int) -> int:
    """Return the last word of the person's name that follows a description at once: "former staffer Ana Reid".

    The tree has it as an apposition without a comma, or as a second object or subject of the same verb. Behind one
    person's description it may hang anywhere beside it, and what the office is of may stand between ("ambassador to
    Togo Ana Reid"), where it has neither a preposition nor an "and" of its own.
    """
    tokens = grammar.tokens
    if tokens[head].upos not in ("NOUN", "ADJ", "PROPN") or last + 1 >= len(tokens):
        return last
    people = [name for name in grammar.sentence.names if name.type == "person"]
    name = next((name for name in people if name.first > last), None)
    if name is None or any(head <= other.first <= last for other in people):
        return last
    inside = set(range(name.first, name.last + 1))
    top = next((w for w in inside if tokens[w].head not in inside), name.first)
    between = range(last + 1, name.first)
    kinds = {tokens[w].upos for w in between}
    if _loosely_named(grammar, head, top):
        reach = {*grammar.subtree(top), *grammar.subtree(head)}
        return name.last if kinds <= _TITLES | _OF_WHAT and reach.issuperset(between) else last
    under = tokens[top].head == head and tokens[top].deprel in ("appos", "nmod:desc")
    beside = tokens[top].head == tokens[head].head and tokens[top].deprel in ("obj", "iobj", "nsubj", "nsubj:pass")
    plain = tokens[head].upos != "PROPN" and kinds <= _TITLES and (under or beside)
    return name.last if plain and set(grammar.subtree(top)).issuperset(between) else last


def _loosely_named(grammar: Grammar, head: int, name: int) -> bool:
    """Return whether a name that the tree hangs beside a person's description has nothing to hang there by."""
    noun, top = grammar.tokens[head], grammar.tokens[name]
    if noun.lemma.lower() not in _persons() or noun.feats.get("Number") == "Plur" or top.deprel not in _LOOSE:
        return False
    marked = any(child.deprel in ("case", "cc") for child in grammar.children[name])
    return top.head in (head, noun.head) and not marked


@cache
def _persons() -> frozenset[str]:
    lists = load_lexicon().lists
    return lists["people"] | lists["leader"] | lists["described"] | packaged_list("diurna.code", "offices.csv", "noun")


def _last_of_name(grammar: Grammar, word: int) -> int:
    """Return the last word of a name that goes on at `word` through flat and compound parts alone."""
    later = [c.index for c in grammar.children[word] if c.index > word and c.deprel in _WITHIN]
    last: int = max([word, *(_last_of_name(grammar, one) for one in later)])
    return last


def is_nominal(grammar: Grammar, word: int) -> bool:
    """Return whether a word can head a participant."""
    token = grammar.tokens[word]
    return token.upos in ("NOUN", "PROPN", "PRON", "NUM") or (
        token.upos in ("ADJ", "DET")
        and token.deprel in ("nsubj", "obj", "obl", "nmod", "conj", "nsubj:pass", "iobj", "amod")
    )


def is_somebody(grammar: Grammar, word: int) -> bool:
    """Return whether a word names whoever takes part: not "each other", and no time ("the curfew on Saturday")."""
    words = [token.text.lower() for token in grammar.tokens[max(word - 1, 0) : word + 2]]
    mutual = any(pair in _EACH_OTHER for pair in pairwise(words))
    return not mutual and not _is_time(grammar, word)


def _is_time(grammar: Grammar, word: int) -> bool:
    """Return whether a word outside of names tells a time."""
    token = grammar.tokens[word]
    if any(name.first <= word <= name.last for name in grammar.sentence.names):
        return False
    return token.lemma.lower() in named_list("time") or _YEAR.fullmatch(token.text) is not None
