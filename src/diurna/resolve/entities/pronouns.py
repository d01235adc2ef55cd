"""Pronouns to referents: agreement first, then how near and how prominent."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from diurna.records import Token
from diurna.resolve.entities.found import SUBJECTS, Found
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.scene import Candidate, Scene
from diurna.resolve.entities.tables import Pronoun, pronouns

WITHIN_PHRASE = frozenset({"nmod:poss", "nmod", "compound", "nmod:desc", "appos", "flat"})
PHRASE_DEPTH = 5
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nsubj:outer"})
# Weights of the rule, one at a time tried on GUM train (benchmarks/entities.py --train); SPEAKER, FAR_WORD and
# OUTSIDE made no clear difference there and are set by hand.
BACK = 1.3  # a sentence back
SUBJECT_OR_OBJECT = 0.3  # a step of prominence
SPOKEN_OF = 0.35  # times the logarithm of how often it was mentioned
PARALLEL = 0.4  # pronoun and antecedent both are subjects
KNOWN_GENDER = 1.0
NAMED = 0.8
SPEAKER = 1.0  # "he said" right after a quotation
FAR_WORD = 0.02  # a word of distance within the sentence
OUTSIDE = 0.6  # a pronoun in a quotation, its antecedent outside
SAID_BEFORE = 0.8  # ... and that of one who spoke before (no difference on GUM; set by hand)
DOUBTFUL_PLURAL = 0.4  # "they" for one organization


def pronoun_of(token: Token) -> Pronoun | None:
    """Return what pronouns.csv says of a word, None where it is no pronoun or an empty "it"."""
    if token.upos != "PRON" or token.deprel == "expl":
        return None
    return pronouns().get(token.text.casefold())


def pronoun_referents(scene: Scene, found: Found, pronoun: Pronoun) -> tuple[Referent, ...]:
    """Return who or what a third-person pronoun stands for; empty where nothing within the window agrees."""
    best: tuple[float, Candidate] | None = None
    quoted = scene.page.quoted[found.sentence][found.head]
    speaks = scene.page.says(found.sentence, scene.page.token(found))
    own = _speakers_words(scene, found.sentence) if quoted else frozenset()
    below = _named_below(scene, found) if pronoun.refers == "human" else frozenset()
    for back, candidate in scene.candidates():
        if candidate.referents[0] in below:
            continue
        fit = _agreement(candidate, pronoun)
        if fit is None or (back == 0 and _barred(scene, found, candidate)):
            continue
        # Whom a quotation speaks of is not who speaks it, however many sentences it has.
        if speaks and scene.page.quoted[candidate.at.sentence][candidate.at.head]:
            continue
        # Who is quoted says "I" of himself.
        if quoted and (candidate.referents[0] in scene.quoting or own & _called(scene, candidate)):
            continue
        score = fit + _salience(scene, found, candidate, back)
        if best is None or score > best[0]:
            best = score, candidate
    if best is None:
        return ()
    referents = best[1].referents
    if len(referents) == 1 and pronoun.gender and referents[0].gender is None:
        # Consistent use: once "she", always "she".
        referents[0].gender = pronoun.gender
    return referents


def _speakers_words(scene: Scene, sentence: int) -> frozenset[str]:
    """Return the nouns in the phrases of who speaks: of his own body he says "we" ("the union's leader said")."""
    page = scene.page
    tokens = page.sentences[sentence].tokens
    words = set()
    for token in tokens:
        top = token
        for _ in range(PHRASE_DEPTH):
            if top.head < 0 or top.deprel not in WITHIN_PHRASE:
                break
            top = tokens[top.head]
        if token.upos in ("NOUN", "PROPN") and not page.quoted[sentence][token.index] and page.says(sentence, top):
            words.add(token.lemma.lower())
    return frozenset(words)


def _named_below(scene: Scene, found: Found) -> frozenset[Referent]:
    """Return who is named behind a subject within its clause: "he praised Soleimani" is not Soleimani's word."""
    tokens = scene.page.sentences[found.sentence].tokens
    subject = tokens[found.head]
    if subject.deprel not in SUBJECTS or subject.head < 0:
        return frozenset()
    named = scene.named[found.sentence].items()
    return frozenset(who for index, who in named if index > found.head and _under(tokens, index, subject.head))


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


def _called(scene: Scene, candidate: Candidate) -> set[str]:
    """Return the words by which the only referent of a candidate has been called."""
    found = candidate.referents[0].mentions if len(candidate.referents) == 1 else []
    return {scene.page.token(one).lemma.lower() for one in found}


def _agreement(candidate: Candidate, pronoun: Pronoun) -> float | None:
    """Return how well number, animacy and gender agree, None where they do not."""
    referents = candidate.referents
    first = referents[0]
    if pronoun.refers == "plural":
        if len(referents) > 1:
            return 0.5
        if first.plural:
            return 0.3
        if first.country:
            return -2 * DOUBTFUL_PLURAL
        return -DOUBTFUL_PLURAL if first.type in ("organization", "group") else None
    if len(referents) > 1 or (first.plural and first.type != "organization"):
        return None
    if pronoun.refers == "human":
        if first.type != "person" or first.gender not in (None, pronoun.gender):
            return None
        return KNOWN_GENDER if first.gender else 0.0
    return None if first.type == "person" else 0.0


def _salience(scene: Scene, found: Found, candidate: Candidate, back: int) -> float:
    page = scene.page
    score = -BACK * back + SUBJECT_OR_OBJECT * candidate.prominence
    score += SPOKEN_OF * log(1 + max(len(one.mentions) for one in candidate.referents))
    score += NAMED * candidate.referents[0].named
    token = page.token(found)
    subject = token.deprel in SUBJECTS
    score += PARALLEL * (subject and candidate.prominence == 2)
    at = candidate.at
    if page.quoted[found.sentence][found.head] and not page.quoted[at.sentence][at.head]:
        score -= OUTSIDE + SAID_BEFORE * scene.page.says(at.sentence, scene.page.token(at))
    if back == 0:
        score -= FAR_WORD * (found.head - candidate.at.head)
    if subject and candidate.referents[0] is scene.speaker and scene.page.says(found.sentence, token):
        score += SPEAKER
    return score


def _barred(scene: Scene, found: Found, candidate: Candidate) -> bool:
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
