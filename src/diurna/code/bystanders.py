"""Who only answers to what another did, or brings it about: "the bishops condemned the abduction"."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon


def bystanders(grammar: Grammar, trigger: range) -> set[int]:
    """Return the words that can be no actor of a noun of action: those around the verb that answers to it.

    They are the verb's subject and what stands in its prepositional phrases; an agent ("by") is left. Who brokers a
    deal between others is none of its sides.
    """
    broker = _brokering(grammar, trigger)
    if broker is not None:
        return {word for subject in grammar.slot(broker, "subj") for word in grammar.subtree(subject)}
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
    if noun.upos != "NOUN" or noun.deprel not in ("obj", "iobj") or noun.head < 0 or noun.head in trigger:
        return None
    verb = grammar.tokens[noun.head].lemma.lower()
    answers = verb in lists["answers"] or (verb in lists["rebuffs"] and noun.lemma.lower() in lists["said-to-it"])
    meets = noun.lemma.lower() in lists["talks"] | lists["visit"]
    answers = answers or (meets and verb in lists["lets-meet"])
    return noun.head if answers else None


def _brokering(grammar: Grammar, trigger: range) -> int | None:
    """Return the verb of bringing others together whose object the trigger is, where that names them (lists.csv)."""
    noun = grammar.tokens[trigger.stop - 1]
    if noun.upos != "NOUN" or noun.deprel not in ("obj", "nsubj:pass") or noun.head < 0 or noun.head in trigger:
        return None
    sides = any(
        t.deprel in ("nmod", "obl") and grammar.case(t.index) == "between" for t in grammar.tokens[noun.index :]
    )
    brokers = grammar.tokens[noun.head].lemma.lower() in load_lexicon().lists["brokers"]
    return noun.head if brokers and sides else None
