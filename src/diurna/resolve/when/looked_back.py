"""What a verdict or a word of blame looks back to: "was jailed on Tuesday for the murder of a priest" says not when."""

from __future__ import annotations

from diurna.records import DateMention, Sentence, Token
from diurna.resolve.when.attach import head_word, path_up, relation
from diurna.resolve.when.long_after import set_back
from diurna.resolve.when.rules import rules

# What tells what somebody is charged or blamed for, and what an event may stand in there.
BEHIND = frozenset({"for", "of", "over", "with", "in", "against"})
INSIDE = frozenset({"obj", "nmod", "conj", "compound", "amod", "xcomp"})


def looks_back(sentence: Sentence, trigger: int, one: DateMention | None) -> bool:
    """Return whether an event lies before the day at `one`, or before today, and how long is not told.

    It is what somebody is charged with or blamed for ("the murder"), what has become of somebody ("the jailed
    editor"), or what came first ("freed on Monday after being granted bail"); a date told of itself ("for the murder
    of a priest in 2019") is its own.
    """
    if one is not None and _inside(sentence, trigger, one):
        return False
    if one is not None and _came_before(sentence, trigger) and set_back(sentence, trigger, one) is None:
        return True
    token = sentence.tokens[trigger]
    if token.deprel == "amod" and token.feats.get("Tense") == "Past":
        return True
    if _behind(sentence, trigger, rules().cues["judging"]):
        return True
    day = one is not None and one.start == one.end
    return day and _behind(sentence, trigger, rules().cues["reacting"], objects=True)


def is_pluperfect(sentence: Sentence, trigger: int) -> bool:
    """Return whether "had" puts an event before what the page tells: "earlier, he had refused to meet her"."""
    return any(
        one.head == trigger and one.deprel.startswith("aux") and one.text.lower() in ("had", "'d")
        for one in sentence.tokens
    )


def _came_before(sentence: Sentence, trigger: int) -> bool:
    """Return whether a clause behind "after" tells it: "was freed on Monday after being granted bail"."""
    if relation(sentence, trigger) != "advcl":
        return False
    below = [one for one in sentence.tokens if one.head == trigger and one.index < trigger]
    return any(one.lemma == "after" and one.deprel == "mark" for one in below) and not any(
        one.deprel.startswith("nsubj") for one in below
    )


def _inside(sentence: Sentence, trigger: int, one: DateMention) -> bool:
    """Return whether a date hangs from the event's own word or below it."""
    word = head_word(sentence, one.span)
    return word is not None and trigger in path_up(sentence, word)


def _behind(sentence: Sentence, trigger: int, verbs: frozenset[str], objects: bool = False) -> bool:
    """Return whether an event stands in what one of the verbs is about: behind "for" or "of", or as its object."""
    for node in path_up(sentence, trigger):
        token = sentence.tokens[node]
        if token.head < 0:
            return False
        if sentence.tokens[token.head].lemma.lower() in verbs:
            return (objects and token.deprel == "obj") or _stands_behind(sentence, token)
        if relation(sentence, node) not in INSIDE and not (objects and _is_told_of(token)):
            return False
    return False


def _is_told_of(token: Token) -> bool:
    """Return whether a clause in the past says more of a noun: "the attack in which gunmen killed four"."""
    return token.deprel.startswith("acl") and token.feats.get("Tense") == "Past"


def _stands_behind(sentence: Sentence, token: Token) -> bool:
    """Return whether a phrase or clause tells what for: "for the murder", "of kidnapping", "over the killing"."""
    marks = [one.lemma.lower() for one in sentence.tokens if one.head == token.index and one.deprel in ("case", "mark")]
    return bool(BEHIND.intersection(marks))
