"""Who only answers to what another did, or brings it about: "the bishops condemned the abduction"."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon


def bystanders(grammar: Grammar, trigger: range) -> set[int]:
    """Return the words that can be no actor of a noun of action: those around the verb that answers to it.

    They are the verb's subject and what stands in its prepositional phrases; an agent ("by") is left. Who brokers a
    deal between others is none of its sides, and who grants another's request does not ask.
    """
    owning = _brokering(grammar, trigger) or _of_another(grammar, trigger)
    if owning is not None:
        return _subject(grammar, owning)
    verb = _answering(grammar, trigger)
    if verb is None:
        return set()
    around = _subject(grammar, verb)
    for child in grammar.children[verb]:
        if child.deprel == "obl" and grammar.case(child.index) not in ("by", "against"):
            around.update(grammar.subtree(child.index))
    return around


def _subject(grammar: Grammar, verb: int) -> set[int]:
    """Return the words of a verb's subjects; of "the riots that followed the killing" not those of the clause."""
    own = set(grammar.subtree(verb))
    subjects = [set(grammar.subtree(subject)) for subject in grammar.slot(verb, "subj")]
    return {word for words in subjects for word in (words - own if verb in words else words)}


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


def _of_another(grammar: Grammar, trigger: range) -> int | None:
    """Return the verb whose object the trigger is, where a name or noun owns the act: "granted the paper's plea"."""
    noun = grammar.tokens[trigger.stop - 1]
    if noun.upos != "NOUN" or noun.deprel not in ("obj", "nsubj:pass") or noun.head < 0 or noun.head in trigger:
        return None
    owner = grammar.child(noun.index, "nmod:poss")
    if owner is None:
        return None
    gets = grammar.tokens[noun.head].lemma.lower() in load_lexicon().lists["gets"]  # "accepted her resignation"
    return noun.head if owner.upos != "PRON" or gets else None
