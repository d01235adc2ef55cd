"""Conditions: who laid down "that the meeting take place in private and that he come alone" asks him for a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon

_CONTENT = frozenset(("acl", "acl:relcl", "ccomp", "advcl", "appos"))


def required(grammar: Grammar, trigger: range) -> tuple[tuple[str, ...], list[int]]:
    """Return the modes of a request that sets a condition, and the persons by name who are to meet it.

    They are told in the clauses that say what the condition is; without such clauses there are none.
    """
    lists = load_lexicon().lists
    verbs = list(_clauses(grammar, trigger))
    people = {name.first for name in grammar.sentence.names if name.type == "person"}
    setting = {who for word in trigger for who in grammar.slot(word, "subj")}
    asked = [who for verb in verbs for who in grammar.slot(verb, "subj") if who in people and who not in setting]
    said = {grammar.tokens[verb].lemma.lower() for verb in verbs}
    held = (grammar.surface_subject(verb) for verb in verbs)
    taking_place = {grammar.tokens[noun].lemma.lower() for noun in held if noun is not None}
    meets = said & lists["meet"] or taking_place & (lists["talks"] | lists["visit"])
    return ("meet",) if meets else (), asked


def _clauses(grammar: Grammar, trigger: range) -> Iterator[int]:
    """Yield the verbs of the clauses with "that" below a condition or behind the verb that sets it."""
    conditions = {word for here in trigger for word in (here, *grammar.slot(here, "obj"))}
    if not any(grammar.tokens[word].lemma.lower() in load_lexicon().lists["conditions"] for word in conditions):
        return
    for word in conditions:
        for child in grammar.children[word]:
            if child.deprel in _CONTENT and _is_that(grammar, child.index):
                yield child.index
                joined = (other.index for other in grammar.children[child.index] if other.deprel == "conj")
                yield from (other for other in joined if _is_that(grammar, other))


def _is_that(grammar: Grammar, verb: int) -> bool:
    return any(child.lemma.lower() == "that" and child.deprel == "mark" for child in grammar.children[verb])
