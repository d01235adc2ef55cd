"""The named body or state that answers "the court", "the group", "the country", "his party"."""

from __future__ import annotations

from diurna.records import Token
from diurna.resolve.entities.found import fold
from diurna.resolve.entities.nominal import Nominal
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.scene import REMEMBERED, Scene
from diurna.resolve.entities.tables import noun_types
from diurna.resolve.who.nouns import noun_called

NOT_HOLDING = frozenset({"former", "ex", "late", "then", "candidate", "nominee", "elect"})
# "The group" is no ministry, court or church, but it may be "fighters of the front" or "the miners".
GROUPS = frozenset({"group", "movement", "outfit"})
STATE = frozenset({"GOV", "COP", "JUD", "LEG", "EDU", "REL"})
BANDS = frozenset({"REB", "UAF", "CRM", "PRM", "OPP", "LAB", "AGR"})
# How much nearer a subject is than another word of its sentence, in sentences, and one with a name than one without.
SUBJECT, WITH_NAME = 2.0, 0.5
# Nouns that any body may be called by.
FIRMS = frozenset({"company", "firm", "corporation", "bank", "airline", "broadcaster", "newspaper", "network"})
ANY_BODY = frozenset({"group", "organization", "organisation", "body", "agency", "bloc"})


def by_name(scene: Scene, nominal: Nominal) -> Referent | None:
    """Return the named body or place that answers "the court", "the country", "the company"."""
    if nominal.possessed:
        return None
    kind, answers = nominal.kind.type, nominal.kind.answers
    alone = not (nominal.of or nominal.demonym or nominal.modifiers or nominal.plural)
    if alone and kind == "place" and answers in ("type", "country"):
        return _topic(scene, "country" if answers == "country" else "place", nominal.noun)
    found = _by_word(scene, nominal)
    if found is None and alone and nominal.noun in GROUPS:
        return _group(scene, nominal.noun)
    if found is None and alone and kind == "organization" and answers == "type":
        return scene.latest([one for one in _near(scene, kind) if may_be_called(one, nominal.noun)])
    return found


def of_owners_office(nominal: Nominal) -> Referent | None:
    """Return the body or state whose office its owner holds: of a party's chairman "his party" is that one."""
    kind, owner = nominal.kind, nominal.owner
    if owner is None or owner.type != "person" or nominal.modifiers or kind.answers not in ("type", "country"):
        return None
    held = [office.of for office in owner.offices if office.of and not office.words & NOT_HOLDING]
    held += [owner.owner] if owner.owner and owner.offices else []  # "Its president, Ann Lee, said her party ..."
    if kind.type == "place":
        return next((one for one in held if one.country and kind.answers == "country"), None)
    return next((one for one in held if one.type == kind.type and may_be_called(one, nominal.noun)), None)


def may_be_called(body: Referent, noun: str) -> bool:
    """Return whether a body may be meant by a noun of its kind: no party is the National Assembly."""
    own = [noun_types()[word] for word in body.words[-1:] if word in noun_types()]
    if noun in GROUPS:
        agent = noun_called(body.words[-1:] or ((body.noun,) if body.noun else ()))
        return agent is None or not STATE.intersection(agent.sector)
    if noun in ANY_BODY or noun in body.words[-1:]:
        return True
    firm = noun in FIRMS and FIRMS.isdisjoint(body.words[-1:])
    return not any(one.type == "organization" and (firm or one.answers == "word") for one in own)


def _group(scene: Scene, noun: str) -> Referent | None:
    """Return the body, or the people told of together, that "the group" sums up: a subject before what is nearer."""
    best: tuple[float, Referent] | None = None
    for back, candidate in scene.candidates():
        first = candidate.referents[0]
        told = noun_called((first.noun,)) if first.plural and first.noun else None
        many = told is not None and not BANDS.isdisjoint(told.sector)
        body = first.named and first.type in ("organization", "group") and not first.country
        if len(candidate.referents) > 1 or not (many or body) or not may_be_called(first, noun):
            continue
        score = SUBJECT * (candidate.prominence == 2) + WITH_NAME * first.named - back
        if best is None or score >= best[0]:
            best = score, first
    return best[1] if best else None


def _by_word(scene: Scene, nominal: Nominal) -> Referent | None:
    """Return the latest name that has the noun and its modifiers among its words, as lemmas or as written.

    A modifier may have stood before the name: "the ruling Green Party" is "the ruling party".
    """
    if nominal.kind.type == "person":  # "the teachers" are no Teachers Service Commission
        return None
    form = fold(scene.page.token(nominal.found).text)
    said, written = {*nominal.modifiers, nominal.noun}, {*nominal.modifiers, form}
    fitting = [
        one
        for word in dict.fromkeys((nominal.noun, form))
        for one in scene.bearers(word)
        if one.type != "person" and not one.country
        if said <= (words := {*one.words, *_told_of(scene, one)}) or written <= words
    ]
    if nominal.of:
        fitting = [one for one in fitting if any(set(name.words) <= set(one.words) for name in nominal.of)]
    return scene.latest(fitting)


def _told_of(scene: Scene, one: Referent) -> set[str]:
    """Return the adjectives that have stood before somebody's name."""
    tokens = ((m, scene.page.sentences[m.sentence].tokens) for m in one.mentions[-REMEMBERED:] if m.kind == "name")
    return {
        modifier_of(words[i])
        for m, words in tokens
        for i in scene.page.below[m.sentence][m.head]
        if words[i].deprel == "amod"
    }


def modifier_of(word: Token) -> str:
    """Return a modifier as it is compared: "ruling" and "retired" as written, whether read as a verb or not."""
    return (word.text if word.upos == "VERB" else word.lemma).casefold()


def _near(scene: Scene, kind: str) -> list[Referent]:
    """Return the named states ("country"), or places or bodies that are no states, within the window."""
    near = [one for _, candidate in scene.candidates() for one in candidate.referents if one.named]
    return [one for one in near if kind == ("country" if one.country else one.type)]


def _topic(scene: Scene, kind: str, noun: str) -> Referent | None:
    """Return the state or place of the window that the article speaks of most, else that of the whole article.

    A name with another noun in it ("Main Street") is no answer to "the city".
    """
    near = [
        one
        for one in _near(scene, kind)
        if kind == "country" or not any(word != noun and word in noun_types() for word in one.words)
    ]
    if not near:
        return scene.most.get(kind)
    return max(near, key=lambda one: (len(one.mentions), scene.order[one]))
