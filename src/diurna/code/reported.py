"""Indirect speech on the tree: verbs, nouns and adjectives of cues.csv, with whose word and what content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diurna.code.cues import Cue, Cues
from diurna.code.grammar import Grammar
from diurna.code.sayings import NEGATED, Saying, spans_of
from diurna.code.sources import beside, source_kind, source_words
from diurna.records import Span, Token

WEAK_FRAMES = frozenset(("object", "to", "through"))
"""Frames that cue words often stand in without speaking for anybody ("plans a trip"): the model's word decides."""

_OBLIQUE = ("obl", "nmod", "advcl", "obl:unmarked")
_CLAUSES = ("ccomp", "csubj", "csubj:pass")


def reported(text: str, number: int, grammar: Grammar, cues: Cues, quoted: frozenset[int]) -> Iterator[Saying]:
    """Yield what the sentence's cue words put on somebody's word; `quoted` are its words between marks."""
    for token in grammar.tokens:
        particle = grammar.child(token.index, "compound:prt")
        frames = cues.of(token, particle.text.lower() if particle else "")
        if not frames and token.upos == "PROPN":
            continue
        for cue, content in _contents(grammar, token, frames):
            parts = spans_of(text, grammar, content)
            head = source_of(grammar, token)
            if head is None and token.upos == "VERB" and content[-1] < token.index and not grammar.passive(token.index):
                # "The plan is dead, retorted the senator": the parser often hangs such a source elsewhere.
                head = beside(grammar, token.index)
                own = set(source_words(grammar, head)) if head is not None else set()
                content = [i for i in content if i not in own]
                parts = spans_of(text, grammar, content)
            words = [i for i in source_words(grammar, head) if i not in set(content)] if head is not None else []
            source = spans_of(text, grammar, words)
            if not parts:
                continue
            kind = source_kind(grammar, head, head in quoted) if head is not None and source else "anonymous"
            stance = NEGATED[cue.stance] if _negated(grammar, token.index) else cue.stance
            yield Saying(
                source[0] if source else None, _cue_span(text, grammar, token, cue.frame), parts, "indirect",
                kind, stance, (number, token.index), WK(cue, token),
            )  # fmt: skip


def _cue_span(text: str, grammar: Grammar, token: Token, frame: str) -> Span:
    """Return the span of the cue: its word, with the particle or preposition that follows at once."""
    last = token
    following = grammar.tokens[token.index + 1] if token.index + 1 < len(grammar.tokens) else None
    joins = following is not None and (following.deprel == "compound:prt" or following.lemma.lower() == frame)
    if following and joins and frame != "to":
        last = following
    return Span.of(text, token.start, last.end)


def _negated(grammar: Grammar, word: int) -> bool:
    negative = ("not", "n't", "n’t", "never", "no", "nobody", "none", "neither")
    return any(
        (child.text.lower() in negative and child.deprel in ("advmod", "nsubj", "det"))
        or (child.deprel == "nsubj" and any(g.text.lower() == "no" for g in grammar.children[child.index]))
        for child in grammar.children[word]
    )  # fmt: skip


def source_of(grammar: Grammar, token: Token) -> int | None:
    """Return the head of the words that name whose word a cue puts something on, or None where none do."""
    word = token.index
    if token.upos == "NOUN":
        owner = grammar.child(word, "nmod:poss")
        if owner is not None:
            return owner.index
        if (before := _owner_before(grammar, word)) is not None:
            return before
        by = next(
            (c for c in grammar.children[word] if c.deprel == "nmod" and grammar.case(c.index) in ("by", "from")), None
        )
        if by is not None:
            return by.index
        carrier = grammar.tokens[token.head] if token.head >= 0 and token.deprel == "obj" else None
        return _person(grammar, grammar.surface_subject(carrier.index)) if carrier else None
    if grammar.passive(word):
        agent = grammar.child(word, "obl:agent")
        return agent.index if agent is not None else None
    return _person(grammar, grammar.surface_subject(word))


def _owner_before(grammar: Grammar, word: int) -> int | None:
    """Return the word before the "'s" that a noun and its modifiers follow, where the tree does not join them."""
    place = word - 1
    while place > 0 and grammar.tokens[place].upos in ("ADJ", "NOUN") and grammar.tokens[place].head in (word, place + 1):
        place -= 1
    possessive = place > 0 and grammar.tokens[place].text in ("'s", "’s", "'", "’") and grammar.tokens[place].upos == "PART"
    return place - 1 if possessive else None


def _person(grammar: Grammar, word: int | None) -> int | None:
    """Return the word unless it is a subject that stands for nobody ("it is said", "there are fears")."""
    if word is None:
        return None
    token = grammar.tokens[word]
    if token.deprel == "expl" or token.lemma.lower() == "there" or token.upos in ("VERB", "AUX"):
        return None
    return word


def WK(cue, token):
    W=__import__("os").environ.get("W","0")
    if W=="0": return cue.frame in WEAK_FRAMES
    if W=="1": return cue.frame !="clause"
    if W=="2": return cue.frame !="clause" or cue.stance in ("believes",)
    if W=="3": return cue.frame !="clause" or cue.stance !="asserts"
    if W=="4": return True


def _contents(grammar: Grammar, token: Token, frames: Mapping[str, Cue]) -> Iterator[tuple[Cue, list[int]]]:
    """Yield the frame that holds at the cue, with the words of its content; the clause comes before all others."""
    for frame, cue in sorted(frames.items(), key=lambda item: item[0] != "clause"):
        if frame == "clause" and token.upos != "ADV":
            content = _noun_clause(grammar, token) if token.upos == "NOUN" else _clause(grammar, token)
        elif frame == "to":
            content = _infinitive(grammar, token, cue)
        elif frame == "object":
            content = _object(grammar, token)
        elif frame == "as":
            content = _second_object(grammar, token)
        elif token.upos in ("ADV", "ADP"):
            continue
        else:
            content = _oblique(grammar, token, frame)
        if content:
            yield cue, content
            return


def _clause(grammar: Grammar, token: Token) -> list[int]:
    """Return the words of the clause said: below the cue, or above it ("The plan, he said, is dead")."""
    children = grammar.children[token.index]
    complement = next((c for c in children if c.deprel in _CLAUSES or _is_that_clause(grammar, token, c)), None)
    if complement is not None:
        return _beyond(token.index, complement.index, grammar.subtree(complement.index))
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
    side = [i for i in words if (i > cue) == (head > cue)]
    return list(range(side[0], side[-1] + 1))


def _is_that_clause(grammar: Grammar, token: Token, child: Token) -> bool:
    """Return whether a clause that the parser took for some other kind is what is said: it begins with "that"."""
    mark = grammar.child(child.index, "mark")
    return (
        child.deprel in ("advcl", "xcomp") and mark is not None and mark.index > token.index
        and mark.lemma.lower() in ("that", "whether")
    )  # fmt: skip


def _is_aside(grammar: Grammar, token: Token) -> bool:
    """Return whether the cue's clause is put into or after what was said, not said itself."""
    if token.deprel == "parataxis":
        return bool(grammar.child(token.index, "nsubj", "nsubj:pass")) and token.index > token.head - 40
    mark = grammar.child(token.index, "mark")
    return token.deprel == "advcl" and mark is not None and mark.lemma.lower() == "as"


def _noun_clause(grammar: Grammar, token: Token) -> list[int]:
    for child in grammar.children[token.index]:
        mark = grammar.child(child.index, "mark")
        if child.deprel in ("acl", "ccomp") and mark is not None and mark.lemma.lower() in ("that", "whether", "if"):
            return grammar.subtree(child.index)
    return []


def _infinitive(grammar: Grammar, token: Token, cue: Cue) -> list[int]:
    """Return "to fight" of "vowed to fight"; with its subject where somebody is said to do it ("expects him to go")."""
    children = grammar.children[token.index]
    wanted = ("acl",) if token.upos == "NOUN" else ("xcomp", "advcl")
    for child in children:
        mark = grammar.child(child.index, "mark")
        if child.deprel not in wanted or child.index < token.index:
            continue
        if child.deprel != "xcomp" and (mark is None or mark.lemma.lower() != "to"):
            continue
        if child.deprel == "advcl" and cue.stance != "demands" and mark and mark.index != token.index + 1:
            continue
        words = grammar.subtree(child.index)
        held = grammar.child(token.index, "obj")
        if held is not None and held.index > token.index and cue.stance in ("believes", "predicts", "asserts"):
            words = sorted((*grammar.subtree(held.index), *words))
        return words
    return []


def _object(grammar: Grammar, token: Token) -> list[int]:
    if token.upos != "VERB":
        return []
    passive = grammar.passive(token.index)
    held = grammar.child(token.index, "nsubj:pass" if passive else "obj")
    if held is None or held.upos == "PRON" or (held.index < token.index) != passive:
        return []
    return [i for i in grammar.subtree(held.index) if (i < token.index) == passive]


def _second_object(grammar: Grammar, token: Token) -> list[int]:
    """Return what something is called or seen as, with that something where both stand after the cue."""
    after = [child for child in grammar.children[token.index] if child.index > token.index]
    held = next((c for c in after if c.deprel == "obj"), None)
    for child in after:
        marks = {c.index for c in grammar.children[child.index] if c.lemma.lower() == "as" and c.index < child.index}
        second = child.deprel == "xcomp" or (child.deprel in ("iobj", "obj") and child is not held)
        if child is held or not (second or (marks and child.deprel in (*_OBLIQUE, "ccomp", "obj"))):
            continue
        words = grammar.subtree(child.index)
        if held is not None and not grammar.passive(token.index):
            return sorted((*grammar.subtree(held.index), *words))
        return [i for i in words if i not in marks]
    return []


def _oblique(grammar: Grammar, token: Token, frame: str) -> list[int]:
    for child in grammar.children[token.index]:
        marks = [c for c in grammar.children[child.index] if c.deprel in ("case", "mark") and c.lemma.lower() == frame]
        if child.deprel in (*_OBLIQUE, "obj") and marks and child.index > token.index:
            return [i for i in grammar.subtree(child.index) if i not in {mark.index for mark in marks}]
    return []
