"""The span of a nominal: from its leftmost modifier to its head and the rest of its name."""

from __future__ import annotations

from collections.abc import Sequence

from diurna.code.phrases import is_of_number
from diurna.records import Name, Sentence
from diurna.resolve.entities.tables import noun_of, noun_types

# UD relations (English) of what stands before a noun and is part of its phrase.
BEFORE = frozenset(
    {
        "det",
        "det:predet",
        "amod",
        "compound",
        "nummod",
        "nmod:poss",
        "nmod:desc",
        "nmod:unmarked",
        "flat",
        "advmod",
    }
    | {"punct", "cc:preconj", "goeswith"}
)
# What stands after a noun and is still its name: "Khan" after "Azam", "9" after "Gate".
AFTER = frozenset({"flat", "compound", "nummod", "goeswith", "nmod:desc"})
# No phrase runs over these before its head.
BREAKS = frozenset(':;“”"—')
# A head that is only part of a name is found by climbing these.
INSIDE_NAME = frozenset({"flat", "goeswith"})

Dependents = Sequence[Sequence[int]]


def dependents_of(sentence: Sentence) -> list[list[int]]:
    """Return for each word of the sentence the indices of the words that depend on it, in order."""
    below: list[list[int]] = [[] for _ in sentence.tokens]
    for token in sentence.tokens:
        if token.head >= 0:
            below[token.head].append(token.index)
    return below


def noun_phrase(sentence: Sentence, token_index: int, dependents: Dependents | None = None) -> tuple[int, int]:
    """Return first and last word (inclusive indices) of the nominal that the word at `token_index` heads.

    It runs from the leftmost modifier before the head to the head and the flat and compound parts of its
    name. Left out: a leading preposition, relative clauses, appositions, conjuncts, and phrases with a
    preposition, unless they stand inside the name ("Ministry of Defence") or the head is a noun of quantity
    ("hundreds of people"). Pass `dependents` (of `dependents_of`) where many phrases of one sentence are
    asked for.
    """
    below = dependents if dependents is not None else dependents_of(sentence)
    head = name_head(sentence, token_index)
    first, last = _lead(sentence, head, below), head
    waiting = [head]
    while waiting:
        one = waiting.pop()
        inside = name_over(sentence, one)
        last = max(last, one, inside.last if inside else one)
        waiting += [child for child in below[one] if child > one and _continues(sentence, one, child, inside)]
    return first, last


def _lead(sentence: Sentence, head: int, below: Dependents) -> int:
    """Return the leftmost word of the modifiers before a head."""
    first = head
    for child in _before(sentence, head, below):
        left = _leftmost(child, below)
        # A clause between would be a misreading of the tree.
        if any([token.upos == "AUX" or token.text in BREAKS for token in sentence.tokens[left:head]]):
            break
        first = min(first, left)
    while first < head and sentence.tokens[first].deprel in ("case", "cc", "punct", "mark"):
        if is_of_number(sentence.tokens, first, head):
            break
        first += 1
    return first


def name_over(sentence: Sentence, index: int) -> Name | None:
    """Return the name that covers the word at `index`, or None."""
    for name in sentence.names:
        if name.first <= index <= name.last:
            return name
    return None


def name_head(sentence: Sentence, index: int) -> int:
    """Return the word that heads the flat name or word to which `index` belongs."""
    token = sentence.tokens[index]
    while token.deprel in INSIDE_NAME and token.head >= 0:
        token = sentence.tokens[token.head]
    return token.index


DESCRIBING = frozenset(("amod", "advmod", "compound", "det", "nmod:desc", "flat"))


def head_of(sentence: Sentence, first: int, last: int) -> int:
    """Return the word of `first..last` that heads it: the leftmost noun whose own head lies outside, else any such.

    One that only describes a word outside ("Minister Danish Azad Ansari" read as two phrases) comes last.
    """
    outside = [t for t in sentence.tokens[first : last + 1] if not first <= t.head <= last and t.upos != "PUNCT"]
    nouns = [t for t in outside if t.upos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")]
    found = [t for t in nouns if t.deprel not in DESCRIBING] or nouns or outside
    return found[0].index if found else last


def _before(sentence: Sentence, head: int, below: Dependents) -> list[int]:
    """Return the dependents before the head that join it without a gap, nearest first."""
    joined: list[int] = []
    for child in reversed([one for one in below[head] if one < head]):
        token = sentence.tokens[child]
        if token.deprel not in BEFORE or (token.deprel == "punct" and not joined and token.text not in "-–'\"“”‘’"):
            break
        joined.append(child)
    while joined and sentence.tokens[joined[-1]].deprel == "punct":
        joined.pop()
    return joined


def _leftmost(index: int, below: Dependents) -> int:
    """Return the leftmost word at or below `index`."""
    first = index
    waiting = [index]
    while waiting:
        one = waiting.pop()
        first = min(first, one)
        waiting += below[one]
    return first


def _continues(sentence: Sentence, head: int, child: int, inside: Name | None) -> bool:
    """Return whether a dependent after the head belongs to the nominal."""
    token = sentence.tokens[child]
    relation = token.deprel
    if relation in AFTER:
        return True
    if inside is not None and child <= inside.last:
        return relation not in ("punct", "case")
    gap = sentence.tokens[head + 1 : child]
    if relation == "appos":
        # "leader Azam Khan", read as an apposition but written as one phrase.
        return token.upos == "PROPN" and not any(one.upos == "PUNCT" for one in gap)
    if relation == "nmod":
        noun = noun_types().get(noun_of(sentence.tokens[head]))
        return noun is not None and noun.quantity and any(one.lemma == "of" for one in gap[:1])
    return False


def without_article(words: str) -> str:
    """Return the words of a phrase without an article before them."""
    head, _, rest = words.partition(" ")
    return rest if head.casefold() in ("the", "a", "an") and rest else words
