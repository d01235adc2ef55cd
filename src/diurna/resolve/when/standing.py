"""What stands and did not begin that day: "when he was in jail", "serves six years", "long-standing displeasure"."""

from __future__ import annotations

from diurna.records import DateMention, Sentence
from diurna.resolve.when.attach import CLAUSES, head_word, path_up, relation
from diurna.resolve.when.rules import rules

_HIGHEST = 4  # words gone up from the event's own to who is or stays: "is serving a [six]-year sentence"
_BEFORE = 4  # words before an event's own in which it is said to be old: "long-standing public displeasure"


def stands(sentence: Sentence, trigger: int, one: DateMention | None) -> bool:
    """Return whether an event is told as a state that goes on, and the date `one` does not say since when.

    It is a confinement, told by where somebody is or stays or by the sentence that he serves, or a feeling or a quarrel
    that is said to be old. No day of the story is that on which it came about.
    """
    state = _state(sentence, trigger)
    if state is None or one is None:
        return state is not None
    word = head_word(sentence, one.span)
    above = path_up(sentence, word) if word is not None else []
    if state not in above:
        return True
    return any(relation(sentence, node) in CLAUSES for node in above[: above.index(state)])


def _state(sentence: Sentence, trigger: int) -> int | None:
    """Return the word that tells the state in which an event stands, or None where it tells of none."""
    cues = rules().cues
    for node in path_up(sentence, trigger)[:_HIGHEST]:
        lemma = sentence.tokens[node].lemma.lower()
        if lemma in cues["staying"] and _holds_one_of(sentence, node, cues["confining"]):
            return node
        if lemma in cues["confining"] and any(t.head == node and t.deprel == "cop" for t in sentence.tokens):
            return node
        if relation(sentence, node) in CLAUSES:
            break
    words = sentence.tokens[max(0, trigger - _BEFORE) : trigger]
    said = " ".join(token.text.lower() for token in words).replace(" - ", "-").split()
    return None if cues["old"].isdisjoint(said) else trigger


def _holds_one_of(sentence: Sentence, verb: int, nouns: frozenset[str]) -> bool:
    """Return whether one of the nouns hangs on a verb, or on what hangs on it: "served a sentence in Kajang Prison"."""
    named = (token.index for token in sentence.tokens if token.lemma.lower() in nouns and token.upos != "VERB")
    return any(verb in path_up(sentence, noun)[1:3] for noun in named)
