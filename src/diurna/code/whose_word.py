"""Whose word a cue puts something on, read off the tree: "the king's claim", "rebels said", "said by the mayor"."""

from __future__ import annotations

from diurna.code.carriers import load_carriers
from diurna.code.cues import load_cues
from diurna.code.grammar import Grammar
from diurna.code.own_saying import speaks_above
from diurna.code.sources import can_speak, listed_kind, source_kind
from diurna.code.voice import passive
from diurna.records import Token


def source_of(grammar: Grammar, token: Token) -> int | None:
    """Return the head of the words that name whose word a cue puts something on, or None where none do."""
    word = token.index
    if token.upos == "NOUN":
        owner = grammar.child(word, "nmod:poss")
        if owner is not None:
            return owner.index
        if (before := _owner_before(grammar, word)) is not None:
            return before
        if (speaker := _compounded(grammar, word)) is not None:
            return speaker
        by = next(
            (c for c in grammar.children[word] if c.deprel == "nmod" and grammar.case(c.index) in ("by", "from")), None
        )
        if by is not None:
            return by.index
        if (of := claimed_by(grammar, word)) is not None:
            return of
        # "Rwanda denied reports that": who rejects, hears or investigates a claim does not make it.
        carrier = grammar.tokens[token.head] if token.head >= 0 and token.deprel == "obj" else None
        carries = carrier is not None and carrier.lemma.lower() in load_carriers()
        return _person(grammar, grammar.surface_subject(carrier.index)) if carrier and carries else None
    if passive(grammar, word):
        agents = [c.index for c in grammar.children[word] if c.deprel == "obl:agent" or _is_agent(grammar, c)]
        return agents[0] if agents else None
    if token.upos == "VERB" and word and grammar.child(word, "expl") is grammar.tokens[word - 1]:
        # "It recommended that they leave": the parser takes any "it" before "that" for nobody.
        return word - 1 if grammar.tokens[word - 1].text.lower() == "it" else None
    above = speaks_above(grammar, token)
    if above is None and (torn := _torn_off(grammar, token)) is not None:
        return torn
    return _person(grammar, grammar.surface_subject(word if above is None else above))


def _torn_off(grammar: Grammar, verb: Token) -> int | None:
    """Return the subject of a finite clause that the parser hung elsewhere: "while [Russia], which ..., said it"."""
    mark = grammar.child(verb.index, "mark") if verb.deprel == "advcl" and verb.feats.get("VerbForm") == "Fin" else None
    if mark is None or mark.index > verb.index or grammar.child(verb.index, "nsubj", "nsubj:pass", "expl"):
        return None
    between = grammar.tokens[mark.index + 1 : verb.index]
    return next((t.index for t in between if t.deprel == "nsubj" and t.upos in ("NOUN", "PROPN", "PRON")), None)


def _is_agent(grammar: Grammar, token: Token) -> bool:
    """Return whether a phrase with "by" under a passive verb, which the parser has no agent, is one nevertheless."""
    return token.deprel == "obl" and token.upos in ("NOUN", "PROPN", "PRON") and grammar.case(token.index) == "by"


def claimed_by(grammar: Grammar, noun: int) -> int | None:
    """Return who a claim is said to be of: "the claims of either side", but no "reports of soldiers in the town"."""
    for child in grammar.children[noun]:
        if child.deprel != "nmod" or grammar.case(child.index) != "of" or grammar.child(child.index, "nmod", "acl"):
            continue
        sure = grammar.child(child.index, "det")
        definite = child.upos == "PROPN" or (sure is not None and sure.lemma.lower() in ("the", "either", "both"))
        if definite and source_kind(grammar, child.index) in ("named", "organization", "anonymous"):
            # "the criticism of the minister" is of what he does: such nouns have no clause of their own.
            clausal = load_cues().of(grammar.tokens[noun])
            return child.index if "clause" in clausal and can_speak(grammar, child.index) else None
    return None


def _owner_before(grammar: Grammar, word: int) -> int | None:
    """Return the word before the "'s" that a noun and its modifiers follow, where the tree does not join them."""
    place = word - 1
    while (
        place > 0 and grammar.tokens[place].upos in ("ADJ", "NOUN") and grammar.tokens[place].head in (word, place + 1)
    ):
        place -= 1
    possessive = (
        place > 0 and grammar.tokens[place].text in ("'s", "’s", "'", "’") and grammar.tokens[place].upos == "PART"
    )
    return place - 1 if possessive else None


def _compounded(grammar: Grammar, word: int) -> int | None:
    """Return the word right before a noun that names whose word it is: "[rebel] claims that", "[police] reports"."""
    before = grammar.tokens[word - 1] if word else None
    if before is None or before.head != word or before.deprel not in ("compound", "amod", "nmod:desc", "nmod"):
        return None
    return before.index if listed_kind(before) in ("anonymous", "organization", "outlet") else None


def _person(grammar: Grammar, word: int | None) -> int | None:
    """Return the word unless it is a subject that stands for nobody ("it is said", "there are fears")."""
    if word is None:
        return None
    token = grammar.tokens[word]
    if token.deprel == "expl" or token.lemma.lower() == "there" or token.upos in ("VERB", "AUX"):
        return None
    # "Early opponent MP Tanya Davies said": where the parser sees two subjects side by side, the name is who speaks.
    named = grammar.child(token.head, "nsubj") if token.deprel == "nsubj:outer" else None
    beside_it = named is not None and named.upos == "PROPN" and grammar.subtree(named.index)[0] == word + 1
    return named.index if named is not None and beside_it else word
