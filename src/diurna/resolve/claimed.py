"""Claimed: the event that a claim is made of ("the third attack since the ceasefire": the attack)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from diurna.code.grammar import Grammar
from diurna.records import Claim, Document, Event
from diurna.resolve.counts.belonging import outward, triggers_of

SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
END = re.compile(r"[,;:.—–]|$")


def linked(claim: Claim, events: Sequence[Event], document: Document) -> Claim:
    """Return the claim with the event it is about: one told in its words, else the nearest by the tree; None where the
    sentence tells no other than what the claim looks back to ("since the strike began") or ahead to ("ahead of talks").
    """
    index = document.index_at(claim.span.start)
    if index is None:
        return replace(claim, event=None)
    own = _end_of_own(claim)
    grammar = Grammar(document.sentences[index])
    compared = _compared(claim, grammar, own, document.article.text)
    triggers = {at: told for at, told in triggers_of(grammar, events).items() if at not in compared}
    about = _inside(claim, grammar, triggers, own) or _nearest(claim, grammar, triggers, document.article.text)
    return replace(claim, event=about.id if about else None)


def _end_of_own(claim: Claim) -> int:
    """Return where a claim's words for its own event end; those for what it compares with begin there."""
    since = SINCE.search(claim.span.text)
    if claim.kind == "ahead_of":
        return claim.span.start
    return claim.span.end if since is None else claim.span.start + since.start()


def _compared(claim: Claim, grammar: Grammar, own: int, text: str) -> set[int]:
    """Return the words of what the claim compares with: those behind "since" up to a comma, or below it in the tree."""
    if own == claim.span.end:
        return set()
    comma = END.search(text, claim.span.end, grammar.sentence.end)
    stop = claim.span.end if claim.kind == "ahead_of" or comma is None else comma.start()
    found = {token.index for token in grammar.tokens if own <= token.start < stop}
    since = min(found, default=-1)
    if since >= 0 and grammar.tokens[since].deprel in ("case", "mark"):
        found |= {at for at in grammar.subtree(grammar.tokens[since].head) if at > since}
    return found


def _inside(claim: Claim, grammar: Grammar, triggers: Mapping[int, Sequence[Event]], own: int) -> Event | None:
    """Return the first event told in the claim's own words."""
    words = (token.index for token in grammar.tokens if token.start < own and claim.span.start < token.end)
    return next((triggers[at][0] for at in words if at in triggers), None)


def _nearest(claim: Claim, grammar: Grammar, triggers: Mapping[int, Sequence[Event]], text: str) -> Event | None:
    """Return the event whose trigger is nearest in the tree to the head of the claim's words.

    What the tree hangs below the claim behind a comma comes last: parsers hang "hours after clashes" on any verb.
    """
    words = {token.index for token in grammar.tokens if claim.span.start <= token.start < claim.span.end}
    head = next((at for at in sorted(words) if grammar.tokens[at].head not in words), None)
    if head is None:
        return None
    comma = END.search(text, claim.span.end, grammar.sentence.end)
    loose = {at for at in grammar.subtree(head) if comma and grammar.tokens[at].start > comma.start()}
    for fitting in (triggers.keys() - loose, triggers.keys() & loose):
        at = next(outward(grammar, head, fitting), None)
        if at is not None:
            return triggers[at][0]
    return None
