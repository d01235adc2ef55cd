"""Whom grammar forbids a pronoun to stand for, in its own sentence and wherever else he was named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diurna.records import Token
from diurna.resolve.entities.found import SUBJECTS, Found
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.scene import Candidate, Scene

REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nsubj:outer"})
# "He took his son with him", "he had a copy made for him": beside an object only these tell of another person.
TOWARDS = frozenset({"to", "by", "from", "against", "of"})
# Before the other one of a call, a meeting, a letter: "in a call with Trump, he asked".
OTHER_SIDE = frozenset({"with", "to", "against"})
# Behind a noun, these tell of another than the subject: "made claims about him", "in solidarity with them".
OF_ANOTHER = frozenset({"against", "about", "of", "with", "for", "on", "towards", "to"})
# Steps up from a verb to the one whose subject it shares.
SHARING_DEPTH = 6


def forbidden(scene: Scene, found: Found) -> frozenset[Referent]:
    """Return those whom a pronoun cannot mean, in whichever sentence they are named.

    They are who does to another what its verb tells ("Pradhan asked him", "Mésidor refused to pay him") and the other
    side of a subject ("in a call with Trump, he asked").
    """
    tokens = scene.page.sentences[found.sentence].tokens
    token = tokens[found.head]
    top = scene.page.top(found.sentence, found.head)
    mine = _argument(scene, found.sentence, top)
    if token.deprel == "nmod:poss" or token.text.casefold() in REFLEXIVE or mine.deprel not in ARGUMENTS:
        return frozenset()
    if mine.deprel in SUBJECTS:
        return frozenset(_opposite(scene, found, mine))
    if mine is top and mine.deprel == "obl" and not _towards_another(scene, found.sentence, mine):
        return frozenset()
    subject = _subject(scene, found.sentence, mine.head)
    return frozenset(scene.bound(found.sentence, subject)) if subject is not None else frozenset()


def _argument(scene: Scene, sentence: int, word: Token) -> Token:
    """Return a verb's argument in which a word complements a noun of nobody's: "staged a sit-in against [them]"."""
    tokens, below = scene.page.sentences[sentence].tokens, scene.page.below[sentence]
    start = word
    while word.deprel == "nmod" and word.head >= 0:
        cases = {tokens[one].text.lower() for one in below[word.index] if tokens[one].deprel == "case"}
        owned = any(tokens[one].deprel == "nmod:poss" for one in below[word.head])
        if owned or (word is start and not cases & OF_ANOTHER):
            return start
        word = tokens[word.head]
    return word if word is not start and word.deprel in ("obj", "obl") else start


def barred(scene: Scene, found: Found, candidate: Candidate) -> bool:
    """Return whether grammar forbids it: an argument of the same verb, or a phrase around the pronoun."""
    tokens = scene.page.sentences[found.sentence].tokens
    token = tokens[found.head]
    if candidate.at.first <= found.head <= candidate.at.last:
        return True
    top = tokens[candidate.top]
    if token.deprel == "nmod:poss" or token.text.casefold() in REFLEXIVE:
        return False
    mine = scene.page.top(found.sentence, found.head)
    same_clause = mine.head == top.head and mine.deprel in ARGUMENTS and top.deprel in ARGUMENTS
    # "Speaking to Smith, he said": who he speaks to is another.
    aside = tokens[top.head] if top.head >= 0 else None
    if aside is not None and aside.deprel == "advcl" and aside.head == mine.head and mine.deprel in SUBJECTS:
        own = any(one.head == aside.index and one.deprel in SUBJECTS for one in tokens)
        same_clause = same_clause or (not own and top.deprel in ARGUMENTS)
    # Who is spoken of inside a quotation is not who speaks it: "Biden has lost," he said.
    quoted = scene.page.says(found.sentence, token) and _below(scene, found.sentence, candidate.at.head, token.head)
    return same_clause or quoted


def named_below(scene: Scene, found: Found) -> frozenset[Referent]:
    """Return who is named behind a subject within its clause: "he praised Soleimani" is not Soleimani's word."""
    tokens = scene.page.sentences[found.sentence].tokens
    subject = tokens[found.head]
    if subject.deprel not in SUBJECTS or subject.head < 0:
        return frozenset()
    named = scene.named[found.sentence].items()
    return frozenset(who for index, who in named if index > found.head and _under(tokens, index, subject.head))


def _opposite(scene: Scene, found: Found, subject: Token) -> Iterator[Referent]:
    """Yield the other side of what a phrase before the subject names: Trump in "in a call with Trump, he asked"."""
    tokens, below = scene.page.sentences[found.sentence].tokens, scene.page.below[found.sentence]
    for phrase in (one for one in below[subject.head] if one < subject.index and tokens[one].deprel == "obl"):
        for other in below[phrase]:
            cases = {tokens[one].lemma.casefold() for one in below[other] if tokens[one].deprel == "case"}
            if tokens[other].deprel == "nmod" and cases & OTHER_SIDE:
                yield from scene.bound(found.sentence, other)


def own_subject(scene: Scene, found: Found) -> int | None:
    """Return the subject of the clause in whose object or phrase a possessive stands: "[Lee] defended his son"."""
    tokens = scene.page.sentences[found.sentence].tokens
    token = tokens[found.head]
    for _ in range(SHARING_DEPTH):
        if token.head < 0 or token.deprel in SUBJECTS:
            return None
        token = tokens[token.head]
        if token.upos in ("VERB", "AUX"):
            return _subject(scene, found.sentence, token.index)
    return None


def _towards_another(scene: Scene, sentence: int, phrase: Token) -> bool:
    tokens, below = scene.page.sentences[sentence].tokens, scene.page.below[sentence]
    cases = {tokens[one].lemma.casefold() for one in below[phrase.index] if tokens[one].deprel == "case"}
    has_object = any(tokens[one].deprel == "obj" for one in below[phrase.head])
    return bool(cases & TOWARDS) or not has_object


def _subject(scene: Scene, sentence: int, verb: int) -> int | None:
    """Return the word that does what a verb tells, from a verb above where it is shared; None where none is told."""
    tokens, below = scene.page.sentences[sentence].tokens, scene.page.below[sentence]
    for _ in range(SHARING_DEPTH):
        own = [one for one in below[verb] if tokens[one].deprel in SUBJECTS]
        relative = tokens[verb].deprel == "acl:relcl"
        if own:
            who = tokens[own[0]].upos == "PRON" and tokens[own[0]].lemma.casefold() in ("who", "that", "which")
            return tokens[verb].head if relative and who else own[0]
        if tokens[verb].deprel not in ("conj", "xcomp", "advcl") or tokens[verb].head < 0:
            return None
        above = tokens[verb].head
        # "The court told Khan to pay him": Khan pays.
        told = [one for one in below[above] if tokens[one].deprel in ("obj", "iobj") and one < verb]
        if tokens[verb].deprel == "xcomp" and told:
            return told[0]
        verb = above
    return None


def _under(tokens: Sequence[Token], index: int, verb: int) -> bool:
    """Return whether a word hangs below a verb, and not in another clause beside it."""
    for _ in tokens:
        token = tokens[index]
        if token.head == verb:
            return token.deprel not in ("conj", "parataxis", "advcl")
        if token.head < 0:
            return False
        index = token.head
    return False


def _below(scene: Scene, number: int, index: int, verb: int) -> bool:
    """Return whether a word lies in the complement of a verb of saying."""
    tokens = scene.page.sentences[number].tokens
    steps = 0
    while index >= 0 and steps < len(tokens):
        if tokens[index].head == verb:
            return tokens[index].deprel in ("ccomp", "parataxis") and tokens[index].index < verb
        index = tokens[index].head
        steps += 1
    return False
