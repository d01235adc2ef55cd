"""What a verdict or a word of blame looks back to: "was jailed on Tuesday for the murder of a priest" says not when."""

from __future__ import annotations

from diurna.records import DateMention, Sentence, Token
from diurna.resolve.when.attach import hangs_from, head_word, path_up, relation
from diurna.resolve.when.long_after import set_back
from diurna.resolve.when.rules import rules

# What tells what somebody is charged or blamed for, and what an event may stand in there.
BEHIND = frozenset({"for", "of", "over", "with", "in", "against"})
INSIDE = frozenset({"obj", "nmod", "conj", "compound", "amod", "xcomp"})


def looks_back(sentence: Sentence, trigger: int, one: DateMention | None) -> bool:
    """Return whether an event lies before the day at `one`, or before today, and how long is not told.

    It is what somebody is charged with or blamed for ("the murder"), what has become of somebody ("the jailed
    editor"), had been before ("who had been jailed") or came first ("freed on Monday after being granted bail"); a date
    told of itself ("the murder of a priest in 2019") is its own.
    """
    if one is not None and hangs_from(sentence, one.span, trigger):
        return False
    if one is not None and _came_before(sentence, trigger) and set_back(sentence, trigger, one) is None:
        return True
    token = sentence.tokens[trigger]
    if _is_of_before(sentence, trigger, one):
        return True
    if token.deprel == "amod" and token.feats.get("Tense") == "Past":
        return True
    if _behind(sentence, trigger, rules().cues["judging"]):
        return True
    if one is None or one.start != one.end:
        return False
    return _behind(sentence, trigger, rules().cues["reacting"], objects=True) or _answered(sentence, trigger)


def _is_of_before(sentence: Sentence, trigger: int, one: DateMention | None) -> bool:
    """Return whether a relative clause tells what had been before: "freed two officers who had been jailed".

    Or what the day's subject is known for: "a lawyer who was twice jailed died on Monday".
    """
    day = head_word(sentence, one.span) if one is not None else None
    for node in path_up(sentence, trigger):
        role = relation(sentence, node)
        if role == "acl":
            helping = [t for t in sentence.tokens if t.head == node and t.deprel == "aux" and t.lemma == "have"]
            own = day is not None and node in path_up(sentence, day)
            known = day is not None and sentence.tokens[node].feats.get("Tense") == "Past" and _tells(sentence, node)
            return not own and (known or any(t.feats.get("Tense") == "Past" for t in helping))
        if role not in INSIDE:
            return False
    return False


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


def _tells(sentence: Sentence, clause: int) -> bool:
    """Return whether a clause says who the subject of the one above is, or a participle what somebody has suffered."""
    if sentence.tokens[clause].deprel == "acl":
        return True  # "ordered the release of an editor jailed for a cartoon"
    noun = sentence.tokens[sentence.tokens[clause].head]
    while noun.deprel == "appos" and noun.head >= 0:
        noun = sentence.tokens[noun.head]
    return noun.deprel.startswith("nsubj")


def _answered(sentence: Sentence, trigger: int) -> bool:
    """Return whether an event is what a crowd is for or against: "marched on Monday in support of the coup"."""
    marks = {one.lemma.lower() for one in sentence.tokens if one.head == trigger and one.deprel == "case"}
    above = sentence.tokens[sentence.tokens[trigger].head].lemma.lower() if sentence.tokens[trigger].head >= 0 else ""
    return bool(marks & {"against", "over", "of"}) and above in rules().cues["answering"]


def _is_told_of(token: Token) -> bool:
    """Return whether a clause in the past says more of a noun: "the attack in which gunmen killed four"."""
    return token.deprel.startswith("acl") and token.feats.get("Tense") == "Past"


def _stands_behind(sentence: Sentence, token: Token) -> bool:
    """Return whether a phrase or clause tells what for: "for the murder", "of kidnapping", "over the killing"."""
    marks = [one.lemma.lower() for one in sentence.tokens if one.head == token.index and one.deprel in ("case", "mark")]
    return bool(BEHIND.intersection(marks))
