"""Tellings: the words of a sentence that say how many were killed, wounded, arrested ... and the number there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon
from diurna.resolve.counts.amounts import Amount, amounts_of
from diurna.resolve.counts.fillers import fillers, gapped
from diurna.resolve.counts.nearby import right_before, right_behind
from diurna.resolve.counts.phrases import Quantity, part_of, quantity_of
from diurna.resolve.counts.spread import spread
from diurna.resolve.counts.tables import CountWord, Place, count_words

NOT = frozenset(("not", "n't", "never"))
CAUSES = ("subj", "by", "of", "from", "in")


class Telling(NamedTuple):
    """Word `word` tells a quantity of a kind ("killed")."""

    word: int
    kind: str
    quantity: Quantity
    as_trigger: bool


def tellings_of(grammar: Grammar) -> list[Telling]:
    """Return all that the words of counts.csv tell in a sentence, in text order; of each word one number a kind."""
    told_by = [(token, count_words().get((token.lemma.lower(), token.upos), ())) for token in grammar.tokens]
    if not any(rows for _, rows in told_by):
        return []
    amounts = amounts_of(grammar.tokens)
    found = []
    for token, rows in told_by:
        told: set[tuple[str, bool]] = set()
        for row in rows:
            if (row.kind, row.as_trigger) in told or (row.asked and not _met(grammar, token.index, row.asked)):
                continue
            quantity = _quantity(grammar, amounts, token.index, row)
            if quantity is None or (row.kind == "participants" and _is_one_body(grammar, quantity)):
                continue
            if not _denied(grammar, token.index, quantity):
                told.add((row.kind, row.as_trigger))
                found.append(Telling(token.index, row.kind, spread(grammar, amounts, quantity), row.as_trigger))
    return found


def _is_one_body(grammar: Grammar, quantity: Quantity) -> bool:
    """Return whether who takes part is one that may be many: "a union marched"."""
    return quantity.max == 1 and grammar.tokens[quantity.first].lemma.lower() in ("a", "an")


def by_nature(grammar: Grammar, word: int) -> bool:
    """Return whether what a word tells was done by a storm, a crash, an illness: no event of the ontology."""
    natural = load_lexicon().lists["natural-causes"]
    token = grammar.tokens[word]
    # "A canopy collapsed, killing 16": whatever the participle is said to hang from, it tells of the verb before it.
    ends = token.deprel == "advcl" and token.text.lower().endswith("ing")
    before = next((t.index for t in reversed(grammar.tokens[:word]) if t.upos == "VERB"), word) if ends else word
    arguments = [argument for verb in {word, before} for argument in grammar.arguments(verb)]
    causes = (grammar.tokens[head] for slot, head in arguments if slot in CAUSES)
    return any(
        cause.upos != "VERB" and cause.lemma.lower() in natural for cause in causes
    )  # not "killed in police firing"


def _quantity(grammar: Grammar, amounts: Mapping[int, Amount], word: int, row: CountWord) -> Quantity | None:
    if row.place.slot == "obj" and not row.place.lemmas and gapped(grammar, word):
        own = right_before(grammar, amounts, word)
        if own is not None:
            return own
    for heads in fillers(grammar, word, row.place):
        if row.place.lemmas and row.place.lemmas.isdisjoint(_said_of(grammar, amounts, head) for head in heads):
            continue
        quantity = quantity_of(grammar, amounts, heads)
        if quantity is not None:
            return quantity
    return None if row.place.lemmas else _beside(grammar, amounts, word, row.place.slot)


def _said_of(grammar: Grammar, amounts: Mapping[int, Amount], head: int) -> str:
    """Return the lemma of whom a noun phrase speaks: "family" of "hundreds of families", "people" of a number alone."""
    amount = amounts.get(head)
    if amount is None:
        return grammar.tokens[head].lemma.lower()
    whole = part_of(grammar, amount, head)
    return "people" if whole is None else grammar.tokens[whole].lemma.lower()


def _beside(grammar: Grammar, amounts: Mapping[int, Amount], word: int, slot: str) -> Quantity | None:
    """Return the number right beside a verb, whatever the tree makes of it."""
    if grammar.tokens[word].upos != "VERB" or slot not in ("subj", "obj"):
        return None
    if slot == "subj":
        return None if _ends_subject(grammar, word) else right_before(grammar, amounts, word)
    if _plainly_passive(grammar, word):
        return right_before(grammar, amounts, word)
    behind = right_behind(grammar, amounts, word)
    return right_before(grammar, amounts, word) if behind is None and grammar.passive(word) else behind


def _ends_subject(grammar: Grammar, word: int) -> bool:
    """Return whether what stands before a verb only ends its plural subject: "workers of two mills struck"."""
    subject = grammar.child(word, "nsubj")
    if subject is None or subject.feats.get("Number") != "Plur":
        return False
    return subject.index < grammar.subtree(subject.index)[-1] < word


def _plainly_passive(grammar: Grammar, word: int) -> bool:
    """Return whether a verb is passive by what stands before it: "be", or a number ("and 15 arrested")."""
    if grammar.tokens[word].text.lower().endswith("ing"):
        return False
    before = grammar.tokens[max(word - 3, 0) : word]
    return any(token.lemma.lower() == "be" for token in before) or (bool(before) and before[-1].upos == "NUM")


def _met(grammar: Grammar, word: int, asked: Place) -> bool:
    here = [head for heads in fillers(grammar, word, asked) for head in heads]
    return any(not asked.lemmas or grammar.tokens[head].lemma.lower() in asked.lemmas for head in here)


def _denied(grammar: Grammar, word: int, quantity: Quantity) -> bool:
    """Return whether the verb is negated, so that its number is none of the dead; "no arrests" tells one itself."""
    return quantity.max != 0 and any(child.lemma.lower() in NOT for child in grammar.children[word])
