"""Words of acts that here tell none: who listens at a rally, who is "hostage to" another, who says nothing."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.lexicon import named_list

_SPEAKING = frozenset(("tell", "address", "inform", "assure"))
_OWN = frozenset(("i", "we"))


def is_audience(grammar: Grammar, word: int) -> bool:
    """Return whether a rally is only whom somebody speaks to: "told a rally in Rangpur"; not "a protest rally"."""
    token = grammar.tokens[word]
    if token.lemma.lower() not in named_list("audiences") or token.deprel not in ("obj", "iobj") or token.head < 0:
        return False
    protest = any(child.deprel == "compound" and child.lemma == "protest" for child in grammar.children[word])
    return grammar.tokens[token.head].lemma.lower() in _SPEAKING and not protest


def is_silent(grammar: Grammar, word: int) -> bool:
    """Return whether somebody only says nothing: "declined to comment on the report"."""
    verb = grammar.tokens[word]
    said = verb if verb.lemma.lower() in named_list("speaks-up") else grammar.child(word, "xcomp")
    if said is None or said.deprel != "xcomp" or said.lemma.lower() not in named_list("speaks-up"):
        return False
    return grammar.tokens[said.head].lemma.lower() in named_list("declines")


def is_figure(grammar: Grammar, word: int) -> bool:
    """Return whether nobody is taken hostage: "held the state hostage", "is hostage to its allies"."""
    token = grammar.tokens[word]
    held = token if token.lemma.lower() == "hostage" else grammar.child(word, "xcomp")
    if held is None or held.lemma.lower() != "hostage":
        return False
    if grammar.child(held.index, "cop") is not None:
        return any(grammar.case(child.index) == "to" for child in grammar.children[held.index])
    verb = held.head if held.deprel == "xcomp" else -1
    taken = [grammar.tokens[one].lemma.lower() for one in grammar.slot(verb, "obj")] if verb >= 0 else []
    return any(lemma in named_list("no-captives") for lemma in taken)


def is_needed(grammar: Grammar, word: int) -> bool:
    """Return whether onlookers say what somebody needs, who asks for nothing: "Analysts say the RJD needs the vote"."""
    token = grammar.tokens[word]
    if (
        token.lemma.lower() != "need"
        or token.upos != "VERB"
        or token.deprel != "ccomp"
        or not grammar.child(word, "obj")
    ):
        return False
    saying = {grammar.tokens[who].lemma.lower() for who in grammar.slot(token.head, "subj")}
    needing = {grammar.tokens[who].lemma.lower() for who in grammar.slot(word, "subj")}
    return bool(saying & named_list("onlooking")) and needing.isdisjoint(_OWN)
