"""Days of occasions: "at a rally held on Sunday he urged", "in a Monday statement", "speaking on Tuesday, she accused".

The date stands in a clause or a name of its own, yet what is said or done on the occasion is of its day.
"""

from __future__ import annotations

from diurna.records import Sentence, Token
from diurna.resolve.when.rules import rules


def same_day(sentence: Sentence, node: int, trigger: int) -> bool:
    """Return whether the clause at `node` only says when that was from which it hangs.

    "The lawsuit filed on Sunday", "in a statement issued on Monday", "speaking on Tuesday", "they said on Sunday".
    """
    token = sentence.tokens[node]
    role = token.deprel.split(":")[0]
    if role == "acl":
        held = token.lemma.lower() in rules().cues["holding"]
        return held and (token.head == trigger or is_occasion(sentence, token.head, rules().cues["within"]))
    if role == "parataxis":
        return token.lemma.lower() in rules().cues["saying"]
    return role == "advcl" and _is_meanwhile(sentence, token)


def names_occasion(sentence: Sentence, noun: int) -> bool:
    """Return whether a date before a noun is that of what is said there: "in a Monday statement", "on a 2018 trip"."""
    named = sentence.tokens[noun].lemma.lower() in rules().cues["occasions"]
    return named and is_occasion(sentence, noun, rules().cues["within"])


def is_occasion(sentence: Sentence, noun: int, within: frozenset[str]) -> bool:
    """Return whether a noun tells where or in what words something is done: "at a rally", "in a letter"."""
    token = sentence.tokens[noun]
    if token.deprel.split(":")[0] != "obl":
        return False
    return any(one.head == noun and one.deprel == "case" and one.lemma.lower() in within for one in sentence.tokens)


def _is_meanwhile(sentence: Sentence, verb: Token) -> bool:
    """Return whether a participle without a subject tells what the same one does at the time: "speaking on Tuesday".

    Not "having taken office in 2017", nor "beginning in 2019", which says when a series began.
    """
    present = verb.feats.get("VerbForm") in ("Part", "Ger") and verb.feats.get("Tense") != "Past"
    if not present or verb.lemma.lower() in rules().cues["bounding"]:
        return False
    below = [one for one in sentence.tokens if one.head == verb.index]
    if any(one.deprel.split(":")[0] in ("nsubj", "aux") for one in below):
        return False
    return all(one.lemma.lower() in rules().cues["meanwhile"] for one in below if one.deprel in ("mark", "case"))
