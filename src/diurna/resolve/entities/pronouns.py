"""Pronouns to referents: agreement first, then how near and how prominent."""

from __future__ import annotations

from math import log

from diurna.records import Token
from diurna.resolve.entities.barred import barred, forbidden, named_below, own_subject
from diurna.resolve.entities.found import SUBJECTS, Found, title_before
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.scene import Candidate, Scene
from diurna.resolve.entities.tables import Pronoun, custody_verbs, noun_types, pronouns, titles
from diurna.resolve.who.nouns import noun_called

WITHIN_PHRASE = frozenset({"nmod:poss", "nmod", "compound", "nmod:desc", "appos", "flat"})
PHRASE_DEPTH = 5
TOWN_OFFICES = frozenset({"mayor", "governor", "sheriff", "councillor", "senator"})
STATE_ROLES = frozenset({"leader", "ruler"})
FORCES = frozenset({"COP", "MIL", "JUD", "REB"})
ACCUSING = frozenset({"accuse", "charge", "blame", "sue", "indict", "implicate"})
ACCUSED = frozenset({"obj", "nsubj:pass"})
DENYING = frozenset({"deny", "plead", "reject", "dismiss", "refute"})
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
OWN_SUBJECT = 1.2  # "Lee defended his son": his is the subject's
ANSWERS = 2.0  # who denies is who has been accused (set by hand)
NO_OFFICES = 1.0  # "its chief": a town has a mayor, a state a minister, a body a chief (set by hand)
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
    others = forbidden(scene, found) | (_sayers(scene, found.sentence) if quoted else frozenset())
    others |= named_below(scene, found) if pronoun.refers == "human" else frozenset()
    parted = _is_parted(scene, found)
    taken, rivals = _is_taken(scene, found), _rivals(scene, found) if pronoun.refers == "plural" else frozenset()
    denies = _under(scene, found, SUBJECTS, DENYING)
    for back, candidate in scene.candidates():
        if others.intersection(candidate.referents) or _labels_turn(scene, candidate):
            continue
        fit = _agreement(scene, candidate, pronoun)
        if fit is None or (back == 0 and barred(scene, found, candidate)):
            continue
        # Whom a quotation speaks of is not who speaks it, however many sentences it has.
        if speaks and scene.page.quoted[candidate.at.sentence][candidate.at.head]:
            continue
        # "They turned him down": he is none of them.
        if len(candidate.referents) > 1 and _leaves_none(scene, found, candidate):
            continue
        if rivals and _force(candidate.referents[0]) in rivals:
            continue
        # "Police arrested two of them": a body is not told by twos.
        if parted and len(candidate.referents) == 1 and not candidate.referents[0].plural:
            continue
        if taken and _is_taking(scene, candidate):
            continue
        # Who is quoted says "I" of himself.
        if quoted and (candidate.referents[0] in scene.quoting or (own and own & _called(scene, candidate))):
            continue
        score = fit + _salience(scene, found, candidate, back) + ANSWERS * (denies and _accused(scene, candidate))
        if best is None or score > best[0]:
            best = score, candidate
    if best is None:
        return ()
    referents = best[1].referents
    if len(referents) == 1 and pronoun.gender and referents[0].gender is None:
        # Consistent use: once "she", always "she".
        referents[0].gender = pronoun.gender
    return referents


def _labels_turn(scene: Scene, candidate: Candidate) -> bool:
    """Return whether a mention only says whose turn begins: of himself a speaker says "I", and others say "you"."""
    tokens, at = scene.page.sentences[candidate.at.sentence].tokens, candidate.at
    return at.first == 0 and at.last + 1 < len(tokens) and tokens[at.last + 1].text == ":"


def _is_taken(scene: Scene, found: Found) -> bool:
    """Return whether a verb of custody.csv is done to a pronoun or to some of it: "Two of them were arrested"."""
    tokens = scene.page.sentences[found.sentence].tokens
    token = _part_of(scene, found) or tokens[found.head]
    done_to = token.deprel in ("nsubj:pass", "obj") and token.head >= 0
    return done_to and tokens[token.head].lemma.casefold() in custody_verbs()


def _is_parted(scene: Scene, found: Found) -> bool:
    """Return whether so many of those that a pronoun means are told of: "two of them"."""
    part = _part_of(scene, found)
    return part is not None and part.upos == "NUM"


def _part_of(scene: Scene, found: Found) -> Token | None:
    """Return the word for a part of what a pronoun means: the "two" of "two of them"; None where all are meant."""
    tokens, below = scene.page.sentences[found.sentence].tokens, scene.page.below[found.sentence]
    token = tokens[found.head]
    part = token.deprel == "nmod" and any(tokens[one].text == "of" for one in below[token.index])
    return tokens[token.head] if part and token.head >= 0 else None


def _is_taking(scene: Scene, candidate: Candidate) -> bool:
    """Return whether somebody is of the police or a court, or has just been told to take others into custody."""
    tokens = scene.page.sentences[candidate.at.sentence].tokens
    top = tokens[candidate.top]
    verbs = (t for t in tokens if t.index == top.head or (t.head == top.head and t.deprel == "conj"))
    takes = top.deprel == "nsubj" and any(custody_verbs().get(verb.lemma.casefold()) for verb in verbs)
    return takes or _force(candidate.referents[0]) in ("COP", "JUD")


def _under(scene: Scene, at: Found, relations: frozenset[str], verbs: frozenset[str]) -> bool:
    """Return whether somebody stands in one of some relations to one of some verbs."""
    top = scene.page.top(at.sentence, at.head)
    tokens = scene.page.sentences[at.sentence].tokens
    return top.deprel in relations and top.head >= 0 and tokens[top.head].lemma.casefold() in verbs


def _accused(scene: Scene, candidate: Candidate) -> bool:
    """Return whether somebody is told to be accused: in "Lee accused Moyo. He denied it" he is Moyo."""
    return _under(scene, candidate.at, ACCUSED, ACCUSING)


def _force(referent: Referent) -> str | None:
    """Return the sector that somebody's own noun tells: "officers" are police."""
    agent = noun_called((referent.noun,)) if referent.noun else noun_called(referent.words[-1:] or ("",))
    return agent.sector[0] if agent and agent.sector else None


def _rivals(scene: Scene, found: Found) -> frozenset[str]:
    """Return the forces that a plural subject does something to: in "They sued the police" they are none of these."""
    tokens = scene.page.sentences[found.sentence].tokens
    subject = tokens[found.head]
    if subject.deprel not in SUBJECTS:
        return frozenset()
    verbs = {subject.head} | {t.index for t in tokens if t.head == subject.head and t.deprel == "xcomp"}
    objects = [t for t in tokens if t.deprel == "obj" and t.head in verbs and t.upos == "NOUN"]
    agents = filter(None, (noun_called((t.lemma.casefold(),)) for t in objects))
    return frozenset(agent.sector[0] for agent in agents if agent.sector) & FORCES


def _leaves_none(scene: Scene, found: Found, candidate: Candidate) -> bool:
    """Return whether a "him" or "her" of the same verb can only mean one of those that a plural subject would mean."""
    tokens = scene.page.sentences[found.sentence].tokens
    token = tokens[found.head]
    if token.deprel not in SUBJECTS:
        return False
    others = [pronoun_of(one) for one in tokens if one.head == token.head and one.deprel in ("obj", "iobj", "obl")]
    one = next((other for other in others if other and other.refers == "human"), None)
    if one is None:
        return False
    near = {who for _, other in scene.candidates() for who in other.referents}
    meant = {who for who in near if who.type == "person" and not who.plural and who.gender in (None, one.gender)}
    return meant <= set(candidate.referents)


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


def _sayers(scene: Scene, sentence: int) -> frozenset[Referent]:
    """Return whom the pronoun means that says a quotation: in "He ignored me," he said, the two are not one."""
    tokens = scene.page.sentences[sentence].tokens
    sayers: set[Referent] = set()
    for token in tokens:
        pronoun = pronoun_of(token)
        if pronoun and pronoun.person == 3 and pronoun.refers == "human" and scene.page.says(sentence, token):
            at = scene.page.found(sentence, token.index, token.index, token.index, "pronoun")
            sayers.update(pronoun_referents(scene, at, pronoun))
    return frozenset(sayers)


def _called(scene: Scene, candidate: Candidate) -> set[str]:
    """Return the words by which the only referent of a candidate has been called."""
    found = candidate.referents[0].mentions if len(candidate.referents) == 1 else []
    return {scene.page.token(one).lemma.lower() for one in found}


def _agreement(scene: Scene, candidate: Candidate, pronoun: Pronoun) -> float | None:
    """Return how well number, animacy and gender agree, None where they do not."""
    referents = candidate.referents
    first = referents[0]
    if pronoun.refers == "plural":
        if len(referents) > 1:
            return 0.5
        if first.plural:
            return 0.3
        if first.country:
            # "Israeli Foreign Minister Gideon Sa'ar" speaks of him, not of Israel.
            if scene.page.token(candidate.at).deprel in ("amod", "compound"):
                return None
            return -2 * DOUBTFUL_PLURAL
        if first.type not in ("organization", "group") or _is_it(scene, first):
            return None
        return -DOUBTFUL_PLURAL
    if len(referents) > 1 or (first.plural and first.type != "organization"):
        return None
    if pronoun.refers == "human":
        if first.type != "person" or first.gender not in (None, pronoun.gender):
            return None
        return KNOWN_GENDER if first.gender else 0.0
    return None if first.type == "person" else 0.0


def _is_it(scene: Scene, body: Referent) -> bool:
    """Return whether this sentence has said "it" of a body: in "It said they had been held" they are others."""
    here = [one for one in body.mentions if one.sentence == scene.sentence and one.kind == "pronoun"]
    return any(told.refers == "thing" for one in here if (told := pronoun_of(scene.page.token(one))))


def _owns_office(scene: Scene, found: Found, state: bool) -> bool:
    """Return whether a pronoun says of what body somebody is chief, chairman or spokesman.

    A town has none of these, but a mayor; a `state` has ministers, and whoever is not merely at the head of something.
    """
    token = scene.page.token(found)
    noun = noun_types().get(scene.page.sentences[found.sentence].tokens[token.head].lemma.casefold())
    title = title_before(scene.page.sentences[found.sentence], token.head + 1) if token.head >= 0 else None
    office = title is not None and titles()[title[1]].kind in ("office", "post") and title[1][-1] not in TOWN_OFFICES
    if office and state and title is not None:
        agent = noun_called(title[1])
        office = title[1][-1] not in STATE_ROLES and agent is not None and agent.role
    return token.deprel == "nmod:poss" and office and noun is not None and noun.type == "person"


def _salience(scene: Scene, found: Found, candidate: Candidate, back: int) -> float:
    page = scene.page
    score = -BACK * back + SUBJECT_OR_OBJECT * candidate.prominence
    score += SPOKEN_OF * log(1 + max(len(one.mentions) for one in candidate.referents))
    score += NAMED * candidate.referents[0].named
    token = page.token(found)
    subject = token.deprel in SUBJECTS
    score += PARALLEL * (subject and candidate.prominence == 2)
    at = candidate.at
    first = candidate.referents[0]
    if first.type == "place" and _owns_office(scene, found, bool(first.country)):
        score -= NO_OFFICES
    if page.quoted[found.sentence][found.head] and not page.quoted[at.sentence][at.head]:
        score -= OUTSIDE + SAID_BEFORE * scene.page.says(at.sentence, scene.page.token(at))
    if back == 0 and token.deprel == "nmod:poss" and at.head == own_subject(scene, found):
        score += OWN_SUBJECT
    if back == 0:
        score -= FAR_WORD * (found.head - candidate.at.head)
    if subject and candidate.referents[0] is scene.speaker and scene.page.says(found.sentence, token):
        score += SPEAKER
    return score
