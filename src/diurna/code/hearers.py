"""Whom a claim, a demand or an offer is said to: who turns it down, takes it or gets it."""

from __future__ import annotations

from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon


def hearers(grammar: Grammar, trigger: range) -> set[int]:
    """Return the subject of the verb whose object the trigger is: "[the union] spurned the offer" (lists.csv)."""
    lists = load_lexicon().lists
    noun = grammar.tokens[trigger.stop - 1]
    if noun.upos != "NOUN" or noun.deprel not in ("obj", "nsubj:pass") or noun.lemma.lower() not in lists["said-to"]:
        return set()
    if noun.head < 0 or noun.head in trigger or grammar.tokens[noun.head].lemma.lower() not in lists["gets"]:
        return set()
    return set(grammar.slot(noun.head, "subj")) - {noun.index}
