"""What belongs to the content of a saying, and what beside it does not: listeners, days, what others say."""

from __future__ import annotations

from diurna.code.addressees import told_without_article
from diurna.code.cues import load_cues
from diurna.code.grammar import Grammar
from diurna.code.sayings import is_day
from diurna.code.sources import WITHIN_NAME
from diurna.records import Token


def set_against(grammar: Grammar, clause: int) -> bool:
    """Return whether a clause sets what another did against what is said: "while the mayor urged restraint"."""
    mark = grammar.child(clause, "mark")
    return mark is not None and mark.lemma.lower() in ("while", "whereas")


def without_others(grammar: Grammar, words: list[int]) -> list[int]:
    """Return the words up to a "while" or "whereas" behind which somebody else says something, to the end."""
    for verb in (grammar.tokens[word] for word in words):
        if verb.deprel not in ("advcl", "conj") or not set_against(grammar, verb.index) or not load_cues().of(verb):
            continue
        speaker, below = grammar.child(verb.index, "nsubj"), grammar.subtree(verb.index)
        other = speaker is not None and speaker.upos in ("NOUN", "PROPN") and below[0] > words[0]
        if other and verb.feats.get("Tense") == "Past" and below[-1] >= words[-1]:
            return [word for word in words if word < below[0]]
    return words


def without_source_behind(grammar: Grammar, words: list[int]) -> list[int]:
    """Return the words said up to a comma and "according to", behind which the page says where it has it from.

    "Told colleagues that he would go, [according to two who were there]". Amid what is said it is the speaker's own.
    """
    for word in words[1:-2]:
        first, to = grammar.tokens[word], grammar.tokens[word + 1]
        if first.text != "according" or to.text != "to" or grammar.tokens[word - 1].text != ",":
            continue
        head = next((t for t in grammar.tokens[word + 2 :] if t.upos in ("NOUN", "PROPN", "PRON")), None)
        while head is not None and head.head > word + 1 and head.deprel in WITHIN_NAME:
            head = grammar.tokens[head.head]
        if head is not None and grammar.subtree(head.index)[-1] >= words[-1]:
            return [each for each in words if each < word]
    return words


def stated(grammar: Grammar, verb: Token) -> list[int]:
    """Return the clauses that hang on the document in which something is said: "said in a statement that"."""
    below = [c for c in grammar.children[verb.index] if verb.upos == "VERB" and in_document(grammar, c)]
    return [c for noun in below for c in _that_clauses(grammar, noun.index) if c > noun.index]


def in_document(grammar: Grammar, noun: Token) -> bool:
    """Return whether a noun names that in which something is said: "in a statement", "through a spokesman"."""
    return noun.deprel == "obl" and noun.upos == "NOUN" and grammar.case(noun.index) in ("in", "through", "via")


def _that_clauses(grammar: Grammar, noun: int) -> list[int]:
    marked = [(c, grammar.child(c.index, "mark")) for c in grammar.children[noun] if c.deprel in ("acl", "ccomp")]
    return [c.index for c, mark in marked if mark is not None and mark.lemma.lower() == "that"]


def without_listener(grammar: Grammar, cue: Token, words: list[int]) -> list[int]:
    """Return the words without the pronoun right behind the cue: in "told us police had fled" "us" only listens."""
    first = grammar.tokens[words[0]]
    if len(words) > 1 and told_without_article(grammar, cue.index) == first.index:
        return words[1:]
    listens = first.text.lower() in ("me", "us", "him", "them") and first.index == cue.index + 1 and len(words) > 1
    return words[1:] if listens else words


def without_time(grammar: Grammar, cue: Token, head: int, words: list[int]) -> list[int]:
    """Return the words without when it was said: "said [on Tuesday] it had fled", "saying [last week] that".

    What stands before "that", and a weekday right behind the cue, tell of the saying, wherever the parser hangs them.
    """
    mark = grammar.child(head, "mark")
    opening = grammar.tokens[words[0]].text.lower(), grammar.tokens[words[0] + 1].text.lower() if len(words) > 1 else ""
    if opening == ("before", "that"):
        return words[1:]  # "predicted the night before that it would pass"
    if mark is not None and mark.lemma.lower() == "that" and cue.index < words[0] < mark.index:
        return [word for word in words if word >= mark.index]
    day = grammar.tokens[words[1]] if len(words) > 2 else None
    on = grammar.tokens[words[0]].text.lower() == "on" and words[0] == cue.index + 1
    if day is not None and on and is_day(day) and grammar.tokens[day.index + 1].text != ",":
        return words[2:]
    return words
