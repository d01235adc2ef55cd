"""What a cue says, read off the tree by its frames: a clause, "to" with a verb, an object, "of" with a noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diurna.code.contents import (
    in_document,
    set_against,
    stated,
    without_listener,
    without_others,
    without_source_behind,
    without_time,
)
from diurna.code.cues import Cue, load_cues
from diurna.code.grammar import Grammar
from diurna.code.inserted import inserted, split_clause
from diurna.code.own_saying import without_next_saying
from diurna.code.sayings import CITES, called_on, is_day
from diurna.code.sources import can_speak
from diurna.code.voice import bare, passive
from diurna.code.whose_word import claimed_by, source_of
from diurna.records import Token

_OBLIQUE = ("obl", "nmod", "advcl", "obl:unmarked")
_QUESTIONS = ("that", "whether", "if", "when", "why", "how", "where", "who", "what")
_SECOND = {"as": "as", "pair": "to", "level": "at"}
"""Frames of two objects, with what stands before the second."""

_CLAUSES = ("ccomp", "csubj", "csubj:pass")


def contents(grammar: Grammar, token: Token, frames: Mapping[str, Cue]) -> Iterator[tuple[Cue, list[int]]]:
    """Yield the frame that holds at the cue, with the words of its content; the clause comes before all others."""
    for frame, cue in sorted(frames.items(), key=lambda item: item[0] != "clause"):
        if frame == "clause" and token.upos != "ADV":
            content = _noun_clause(grammar, token) if token.upos == "NOUN" else clause(grammar, token)
        elif frame == "to":
            content = _infinitive(grammar, token, cue)
        elif frame == "object":
            content = [] if _names_its_source(grammar, token) else _object(grammar, token, cue)
        elif frame in _SECOND:
            content = _second_object(grammar, token, _SECOND[frame])
        elif token.upos in ("ADV", "ADP"):
            continue
        else:
            content = _oblique(grammar, token, frame)
        if content:
            yield cue, content
            return


def _names_its_source(grammar: Grammar, token: Token) -> bool:
    """Return whether what is cited says itself what is said: "the agency reported, citing two officials"."""
    cited = grammar.child(token.index, "obj")
    return token.lemma in CITES and cited is not None and can_speak(grammar, cited.index)


def clause(grammar: Grammar, token: Token) -> list[int]:
    """Return the words of the clause said: below the cue, or above it ("The plan, he said, is dead")."""
    if (around := inserted(grammar, token)) is not None and (split := split_clause(grammar, token, around)):
        return split
    children = grammar.children[token.index]
    clauses = [c.index for c in children if c.deprel in _CLAUSES or _is_that_clause(grammar, token, c)]
    # "Asked about the raid, the general said he knew nothing": what opens the sentence is not what he said.
    clauses = [each for each in clauses if not (each < token.index and bare(grammar, each))]
    # "Said it would, while the other minister urged restraint": what another says beside it is not said.
    clauses = [each for each in clauses if each < token.index or not set_against(grammar, each)] or stated(
        grammar, token
    )
    if clauses:
        words = [word for each in clauses for word in grammar.subtree(each)]
        said = without_listener(grammar, token, _beyond(token.index, clauses[0], words))
        said = without_next_saying(grammar, token, without_time(grammar, token, clauses[0], said))
        return without_source_behind(grammar, without_others(grammar, said))
    own = set(grammar.subtree(token.index))
    if token.head >= 0 and _is_aside(grammar, token):
        return [i for i in grammar.subtree(token.head) if i not in own]
    beside = [c for c in children if c.deprel == "parataxis" and c.index > token.index]
    colon = {i.text for i in grammar.tokens[token.index + 1 : beside[0].index]} if beside else set()
    if beside and (":" in colon or (token.upos == "VERB" and not grammar.child(token.index, "obj"))):
        return grammar.subtree(beside[0].index)
    return []


def _beyond(cue: int, head: int, words: list[int]) -> list[int]:
    """Return the words on the head's side of the cue, and all between them: a clause said is not broken up.

    (Trees of crossing arcs are mostly the parser's slips.)
    """
    side = [i for i in words if i != cue and (i > cue) == (head > cue)]
    return list(range(min(side), max(side) + 1))


def _is_that_clause(grammar: Grammar, token: Token, child: Token) -> bool:
    """Return whether a clause that the parser took for some other kind is what is said: it begins with "that"."""
    mark = grammar.child(child.index, "mark") or grammar.tokens[grammar.subtree(child.index)[0]]
    cue = load_cues().of(token).get("clause")
    opening = _QUESTIONS if cue is not None and cue.stance == "asks" else ("that", "whether")
    return child.deprel in ("advcl", "xcomp") and mark.index > token.index and mark.lemma.lower() in opening


def _is_aside(grammar: Grammar, token: Token) -> bool:
    """Return whether the cue's clause is put into or after what was said, not said itself."""
    if token.deprel == "parataxis":
        first = grammar.subtree(token.index)[0]
        if any(grammar.tokens[each].text in (":", ";") for each in (first, first - 1)):
            return False  # "Police say 4,000 came; organisers claim ten times that number"
        return bool(grammar.child(token.index, "nsubj", "nsubj:pass")) and token.index > token.head - 40
    mark = grammar.child(token.index, "mark")
    return token.deprel == "advcl" and mark is not None and mark.lemma.lower() == "as"


def _noun_clause(grammar: Grammar, token: Token) -> list[int]:
    above = grammar.tokens[token.head] if token.head >= 0 and in_document(grammar, token) else None
    if above is not None and "clause" in load_cues().of(above) and stated(grammar, above):
        return []  # "said in a statement that": whoever says so, by the verb
    owner = claimed_by(grammar, token.index)
    # "The claims of the opposition that": the parser often hangs the clause on who makes the claim.
    for child in [*grammar.children[token.index], *(grammar.children[owner] if owner is not None else ())]:
        mark = grammar.child(child.index, "mark")
        if (
            child.deprel in ("acl", "acl:relcl", "ccomp")
            and mark is not None
            and mark.lemma.lower() in ("that", "whether", "if")
        ):
            return grammar.subtree(child.index)
    return _predicated(grammar, token)


def _predicated(grammar: Grammar, noun: Token) -> list[int]:
    """Return the clause that a noun is said to be: "the minister's argument is [that nobody was hurt]"."""
    above = noun.head if noun.deprel in ("nsubj", "nsubj:outer") else -1
    clause = next((c.index for c in grammar.children[above] if c.deprel in _CLAUSES), above) if above >= 0 else -1
    mark = grammar.child(clause, "mark") if clause > noun.index else None
    if mark is None or mark.lemma.lower() not in ("that", "whether") or not mark.index > noun.index:
        return []
    be = grammar.tokens[mark.index - 1]
    return [i for i in grammar.subtree(clause) if i >= mark.index] if be.lemma.lower() == "be" else []


def _infinitive(grammar: Grammar, token: Token, cue: Cue) -> list[int]:
    """Return "to fight" of "vowed to fight"; with its subject where somebody is said to do it ("expects him to go")."""
    children = grammar.children[token.index]
    wanted = ("acl",) if token.upos == "NOUN" else ("xcomp", "advcl")
    for child in children:
        marks = [m for m in grammar.children[child.index] if m.deprel == "mark"]
        mark = next((m for m in marks if m.lemma.lower() == "to"), marks[0] if marks else None)
        if child.deprel not in wanted or child.index < token.index:
            continue
        if child.deprel != "xcomp" and (mark is None or mark.lemma.lower() != "to"):
            continue
        if child.deprel == "advcl" and cue.stance != "demands" and mark and mark.index != token.index + 1:
            continue
        words = grammar.subtree(child.index)
        if (called := called_on(grammar, token.index)) is not None:
            words = [word for word in words if word > called]
        held = grammar.child(token.index, "obj")
        if held is not None and held.index > token.index and cue.stance in ("believes", "predicts", "asserts"):
            words = sorted((*grammar.subtree(held.index), *words))
        return words
    return []


def _object(grammar: Grammar, token: Token, cue: Cue) -> list[int]:
    if token.upos != "VERB":
        return []
    before = passive(grammar, token.index)
    held = grammar.child(token.index, "nsubj:pass" if before else "obj")
    if held is None or (held.upos == "PRON" and not _takes_up(held, cue)) or (held.index < token.index) != before:
        return []
    return [i for i in grammar.subtree(held.index) if (i < token.index) == before]


def _takes_up(held: Token, cue: Cue) -> bool:
    """Return whether a pronoun stands for what was said before: "denied it"."""
    return cue.stance == "denies" and held.lemma.lower() in ("it", "this", "that")


def _second_object(grammar: Grammar, token: Token, preposition: str) -> list[int]:
    """Return what something is called, seen as or linked to, with that something where both stand after the cue."""
    if passive(grammar, token.index) and source_of(grammar, token) is None:
        participle = token.deprel == "acl" and not grammar.child(token.index, "aux:pass", "aux")
        if preposition in ("to", "at") or participle:
            return []  # "which is linked to the state", "a stream called Long Run": nobody says so
    after = [child for child in grammar.children[token.index] if child.index > token.index]
    held = next((c for c in after if c.deprel == "obj"), None)
    for child in after:
        marks = [
            m.index for m in grammar.children[child.index] if m.text.lower() == preposition and m.index < child.index
        ]
        told_to = any(m.deprel == "mark" and m.lemma.lower() == "to" for m in grammar.children[child.index])
        second = preposition == "as" and not told_to and child.deprel in ("xcomp", "iobj", "obj")
        if child is held or not (second or (marks and child.deprel in (*_OBLIQUE, "ccomp", "obj"))):
            continue
        words = grammar.subtree(child.index)
        if held is not None and not passive(grammar, token.index):
            return sorted((*grammar.subtree(held.index), *words))
        return list(range(marks[0] + 1, words[-1] + 1)) if marks else words
    return []


def _oblique(grammar: Grammar, token: Token, frame: str) -> list[int]:
    """Return what follows the preposition; it may hang on the object too ("accused the party of fraud")."""
    below = [c for c in grammar.children[token.index] if c.index > token.index]
    below += [c for held in below if held.deprel == "obj" for c in grammar.children[held.index] if c.index > held.index]
    for child in below:
        marks = [
            c.index
            for c in grammar.children[child.index]
            if c.deprel in ("case", "mark") and c.text.lower() == frame and c.index < child.index
        ]
        if is_day(child):
            continue  # "called a strike for May 20"
        owner = frame == "of" and token.upos == "NOUN" and claimed_by(grammar, token.index) == child.index
        if marks and not owner and child.deprel in (*_OBLIQUE, "obj", "acl", "ccomp"):
            return list(range(marks[0] + 1, grammar.subtree(child.index)[-1] + 1))
    return []
