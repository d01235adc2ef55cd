"""Who says it, put amid what is said: "The rebels, [the colonel said on Monday], killed nine soldiers"."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.sources import source_words
from diurna.records import Token

_MARKS = frozenset(('"', "“", "”", "''", "``", "‘", "’", "'", "«", "»"))
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "expl")
_CLAUSES = ("ccomp", "csubj", "csubj:pass")
_LONGEST = 8
"""How many words may stand between the cue and the comma after it ("said in a statement on Monday")."""


def inserted(grammar: Grammar, cue: Token) -> range | None:
    """Return the words from one comma to the other, where nothing but the cue, its source and its time stands there.

    Quotation marks before the first comma leave direct speech to its own rules.
    """
    subject = grammar.child(cue.index, "nsubj") if cue.upos == "VERB" else None
    if subject is None or subject.feats.get("PronType") == "Rel":
        return None
    words = source_words(grammar, subject.index)
    first, last = min(words[0], cue.index), max(words[-1], cue.index)
    tokens = grammar.tokens
    if first < 2 or tokens[first - 1].text != "," or tokens[first - 2].text in _MARKS:
        return None
    own = set(grammar.subtree(cue.index))
    for word in range(last + 1, min(last + 2 + _LONGEST, len(tokens))):
        if tokens[word].text == ",":
            return range(first, word)
        if word not in own or tokens[word].upos in ("VERB", "AUX", "SCONJ", "CCONJ"):
            return None
    return None


def split_clause(grammar: Grammar, cue: Token, around: range) -> list[int]:
    """Return the words of the clause that an insertion splits, or nothing where what it stands amid is no one clause.

    Its subject stands before the insertion and its verb behind, or a clause before goes on behind ("It was not true, he
    said, that"). Where the parser hangs the cue on neither does not matter.
    """
    outside = [t.index for t in grammar.tokens if t.index not in around]
    for head in (word for word in outside if word >= around.stop):
        subject = grammar.child(head, *_SUBJECTS)
        if subject is not None and subject.index < around.start:
            return _said(grammar, head, around)
    for clause in grammar.children[cue.index]:
        words = grammar.subtree(clause.index)
        goes_on = any(grammar.tokens[w].upos in ("VERB", "AUX") for w in words if w >= around.stop)
        if clause.deprel in _CLAUSES and clause.index < around.start and goes_on:
            return _said(grammar, clause.index, around)
    return []


def _said(grammar: Grammar, head: int, around: range) -> list[int]:
    words = [word for word in grammar.subtree(head) if word not in around]
    while words and grammar.tokens[words[0]].upos in ("CCONJ", "PUNCT"):
        words = words[1:]
    return words
