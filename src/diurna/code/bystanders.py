"""Who only answers to what another did: "the bishops condemned the abduction", "a judge blocked the deportation"."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon


def bystanders(grammar: Grammar, trigger: range) -> set[int]:
    """Return the words that can be no actor of a noun of action: those around the verb that answers to it.

    They are the verb's subject and what stands in its prepositional phrases; an agent ("by") is left.
    """
    verb = _answering(grammar, trigger)
    if verb is None:
        return set()
    around = {word for subject in grammar.slot(verb, "subj") for word in grammar.subtree(subject)}
    for child in grammar.children[verb]:
        if child.deprel == "obl" and grammar.case(child.index) not in ("by", "against"):
            around.update(grammar.subtree(child.index))
    return around


def _answering(grammar: Grammar, trigger: range) -> int | None:
    """Return the verb whose object the trigger is and whose subject only answers to it (lists.csv)."""
    lists = load_lexicon().lists
    noun = grammar.tokens[trigger.stop - 1]
    if noun.upos != "NOUN" or noun.deprel != "obj" or noun.head < 0 or noun.head in trigger:
        return None
    verb = grammar.tokens[noun.head].lemma.lower()
    answers = verb in lists["answers"] or (verb in lists["rebuffs"] and noun.lemma.lower() in lists["said-to-it"])
    return noun.head if answers else None
