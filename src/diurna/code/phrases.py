"""The words of a participant: a noun phrase as it stands, without what only describes it further."""

from __future__ import annotations

from diurna.code.grammar import Grammar

_BEFORE = frozenset((
    "det", "det:predet", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "advmod", "nmod:unmarked", "flat",
))  # fmt: skip
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
    while first < head and (tokens[first].upos in ("PUNCT", "CCONJ", "ADP") and tokens[first].deprel != "amod"):
        first += 1
    return first, last


def _named_after(grammar: Grammar, head: int, last: int) -> int:
    """Return the last word of the person's name that follows a description at once: "former staffer Ana Reid".

    The tree has it as an apposition without a comma, or as a second object or subject of the same verb.
    """
    tokens = grammar.tokens
    if tokens[head].upos not in ("NOUN", "ADJ") or last + 1 >= len(tokens):
        return last
    name = next((n for n in grammar.sentence.names if n.type == "person" and n.first > last), None)
    if name is None:
        return last
    inside = set(range(name.first, name.last + 1))
    top = next((w for w in inside if tokens[w].head not in inside), name.first)
    under = tokens[top].head == head and tokens[top].deprel in ("appos", "nmod:desc")
    beside = tokens[top].head == tokens[head].head and tokens[top].deprel in ("obj", "iobj", "nsubj", "nsubj:pass")
    title = all(tokens[w].upos in ("NOUN", "PROPN", "ADJ") for w in range(last + 1, name.first))
    between = {w for w in range(last + 1, name.first)}
    return name.last if title and (under or beside) and between <= set(grammar.subtree(top)) else last


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
