"""Which of the nouns that the head finds likely the event's own clause and phrase speak for, and which against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from diurna.code.bystanders import bystanders
from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon, named_list
from diurna.code.phrases import is_nominal, phrase
from diurna.records import TriggerReading

DOUBTED, SURE = 0.3, 0.9  # a noun less likely than the one is left where another is likelier than the other
ALONE = 0.4  # probability from which a noun counts that nobody else is likelier than
_WITHIN = frozenset(("amod", "nummod", "nmod:poss", "compound", "flat"))  # words that head no phrase of their own
_INTO = frozenset((
    "det", "det:predet", "amod", "compound", "flat", "nummod", "nmod:desc", "case", "goeswith", "nmod:unmarked",
))  # fmt: skip


def of_the_clause(
    grammar: Grammar,
    trigger: range,
    heads: set[int],
    likely: Sequence[float],
    role: str,
    named: set[int],
    recipients: set[int],
) -> set[int]:
    """Return the heads that the trigger's own clause has in the role, where it has any that the head believes.

    Whom one clashes with does so too, unless the entry has them for a recipient ("met with reporters"). A subject that
    the head hardly believes, beside another that it is sure of, is the subject of the verb above: "The court rebuked
    the police for detaining students".
    """
    own = _own(grammar, trigger, "subj" if role == "actor" else "obj")
    mine = heads & own
    if not mine:
        return heads - _of_the_next(grammar, trigger)
    best = {head: max(likely[words_of(grammar, head)], default=0.0) for head in heads}
    if max(best[head] for head in mine) < DOUBTED and max(best.values()) > SURE:
        return heads - mine
    beside = _own(grammar, trigger, "with") - recipients if role == "actor" else set()
    return heads & (own | named | beside)


def _of_the_next(grammar: Grammar, trigger: range) -> set[int]:
    """Return the objects of verbs joined to one with an object of its own: "mocked the truce and urged [the board]"."""
    verbs = [word for word in trigger if grammar.tokens[word].upos == "VERB" and grammar.child(word, "obj")]
    later = [c.index for verb in verbs for c in grammar.children[verb] if c.deprel == "conj" and c.upos == "VERB"]
    return {head for verb in later for head in grammar.slot(verb, "obj")}


def beside_its_own(
    grammar: Grammar, trigger: range, heads: set[int], likely: Sequence[float], named: set[int]
) -> set[int]:
    """Return the heads without those that the head doubts and the tree has elsewhere, where it has others here.

    "The coalition suspended protests at the request of the mediators": they alone asked.
    """
    own = named | _arguments(grammar, trigger)
    if heads.isdisjoint(own):
        return heads
    return {head for head in heads if head in own or max(likely[words_of(grammar, head)], default=0.0) > SURE}


def alone(grammar: Grammar, trigger: range, reading: TriggerReading, role: str) -> set[int]:
    """Return the noun that the head finds likeliest in a role that nobody has, where the tree gives a reason for it.

    The reason is that a verb has it for an argument, and for whom it is done to also that a noun tells the event, that
    another clause has it for its subject ("Kano had asked for tents, but was turned down") or the verb joined to the
    event's for an argument ("wooed the governor and promised a bridge"). A noun's actor is left to its other tellings,
    which a wrong one keeps apart ("the protests"), and of a passive verb only "by" names one.
    """
    likely, other = (reading.actor, reading.recipient) if role == "actor" else (reading.recipient, reading.actor)
    word = max(range(len(likely)), key=likely.__getitem__)
    head = head_above(grammar, word, trigger, likely)
    token = grammar.tokens[head]
    if likely[word] < ALONE or other[word] > likely[word] or token.deprel in _WITHIN:
        return set()
    if not is_nominal(grammar, head) or not may_take_part(grammar, head, trigger):
        return set()
    passive = any(grammar.passive(here) for here in trigger) and grammar.case(head) != "by"
    if role == "actor" and (passive or head in bystanders(grammar, trigger)):
        return set()
    noun = grammar.tokens[trigger.stop - 1].upos in ("NOUN", "PROPN")
    bound = head in _arguments(grammar, trigger) and grammar.case(head) != "for"
    if role == "actor":
        return {head} if bound and not noun else set()
    joined = head in _arguments(grammar, _joined_verbs(grammar, trigger))
    return {head} if bound or noun or joined or token.deprel in ("nsubj", "nsubj:pass") else set()


def head_above(grammar: Grammar, word: int, trigger: range, likely: Sequence[float]) -> int:
    """Return the head of the noun phrase that a likely word stands in, as far up as the head is likely too."""
    for _ in range(8):
        token = grammar.tokens[word]
        if token.deprel not in _INTO or token.head < 0 or token.head in trigger:
            return word
        # "U.S. forces": both words are likely and the phrase is one; in "Israeli strikes" only the modifier is.
        if likely[token.head] < 0.3:
            return word
        word = token.head
    return word


def words_of(grammar: Grammar, word: int) -> slice:
    """Return where the words of a noun's phrase stand in a sentence."""
    first, last = phrase(grammar, word)
    return slice(first, last + 1)


def may_take_part(grammar: Grammar, head: int, trigger: range) -> bool:
    """Return whether a word is not part of what tells the event, or only stands within: "turned him down", "sent two
    students to jail". What is fired, thrown or shouted is nobody: "fired two rounds". A meeting is something done, and
    does nothing itself, though it may be attacked.
    """
    token = grammar.tokens[head]
    lemma = token.lemma.lower()
    if head not in trigger:
        talks = token.upos == "NOUN" and lemma in named_list("talking") and token.head not in trigger
        return not talks and (lemma not in named_list("projected") or token.deprel not in ("obj", "nsubj:pass"))
    person = lemma in _persons() and phrase(grammar, head)[0] < head < trigger.stop - 1
    return (token.upos == "PRON" or person) and token.deprel in ("obj", "iobj")


@cache
def _persons() -> frozenset[str]:
    lists = load_lexicon().lists
    return lists["victims"] | lists["captives"] | lists["crowds"]


def _joined_verbs(grammar: Grammar, trigger: range) -> list[int]:
    """Return the verbs that the trigger's are joined to, where these have neither subject nor partner of their own."""
    alone = (here for here in trigger if not grammar.child(here, "nsubj", "nsubj:pass"))
    verbs = (grammar.tokens[here] for here in alone if not grammar.slot(here, "with") and not grammar.slot(here, "to"))
    return [verb.head for verb in verbs if verb.deprel == "conj" and verb.upos == "VERB" and verb.head >= 0]


def _arguments(grammar: Grammar, trigger: Iterable[int]) -> set[int]:
    return {word for here in trigger for _, head in grammar.arguments(here) for word in grammar.conjuncts(head)}


def _own(grammar: Grammar, trigger: range, slot: str) -> set[int]:
    """Return the logical subjects or objects of the trigger's verbs, with what is coordinated with them.

    Where one of them takes the role, nobody of another clause does: "A fights B, and C has targeted [...]".
    """
    verbs = [word for word in trigger if grammar.tokens[word].upos == "VERB"]
    return {head for word in verbs for head in grammar.slot(word, slot)}
