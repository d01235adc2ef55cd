"""Whom the sentence before is about, told of anew: "Ann Lee criticised the judge. The former mayor ..."."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from diurna.resolve.entities.nominal import Nominal
from diurna.resolve.entities.referents import Office, Referent
from diurna.resolve.entities.scene import Scene
from diurna.resolve.entities.tables import titles
from diurna.resolve.who.nouns import modifier_called, noun_called
from diurna.resolve.who.tables import rows

# What is said of somebody's life, so that the phrase is no office that another holds.
_PAST_LIFE = frozenset(
    {"former", "ex", "retired", "retire", "veteran", "erstwhile", "onetime", "outgoing", "incumbent"}
)
_ANYBODY = frozenset({"man", "woman", "boy", "girl", "teenager"})
_OFFICIAL = frozenset({"GOV", "COP", "MIL", "JUD"})


def of_sentence_before(scene: Scene, nominal: Nominal) -> Referent | None:
    """Return the one person whom a phrase for somebody known can mean that nobody was told by before, else None.

    "The former mayor", "the laureate" (characters.csv) is the one person named in the sentence before, or of several
    its subject, where he does not hold the office himself; "the man" the one person near who has no office.
    """
    if nominal.possessed or nominal.demonym or any(one.type == "person" for one in nominal.of):
        return None
    if _is_of_somebody(scene, nominal):
        return None
    past = bool(nominal.modifiers & _PAST_LIFE)
    if (past or nominal.noun in _characters()) and scene.page.prominence(nominal.found) == 2:
        return _told_before(scene, nominal, past or _characters()[nominal.noun])
    if nominal.noun in _ANYBODY and nominal.modifiers <= _ANYBODY and not nominal.of:
        return _anybody(scene, nominal)
    return None


def _is_of_somebody(scene: Scene, nominal: Nominal) -> bool:
    """Return whether an "of" says of what: "the author of the report", but not "the mother of two"."""
    number, head = nominal.found.sentence, nominal.found.head
    tokens, below = scene.page.sentences[number].tokens, scene.page.below[number]
    behind = (tokens[one] for one in below[head] if one > head and tokens[one].deprel == "nmod")
    return any(token.upos != "NUM" for token in behind)


def _told_before(scene: Scene, nominal: Nominal, official: bool) -> Referent | None:
    people: dict[Referent, int] = {}
    for back, candidate in scene.candidates():
        for one in candidate.referents if back == 1 else ():
            if one.type == "person" and one.named and not one.plural:
                people[one] = max(people.get(one, 0), candidate.prominence)
    subjects = [one for one, prominence in people.items() if prominence == 2] if len(people) > 1 else list(people)
    if len(subjects) != 1 or nominal.kind.gender not in (None, subjects[0].gender or nominal.kind.gender):
        return None
    title = titles()[nominal.title].means if nominal.title else (nominal.noun,)
    if nominal.noun == "leader" and not any(_leads(office, nominal) for office in subjects[0].offices):
        return None
    holds = any(office.means == title or (not official and _is_of_state(office)) for office in subjects[0].offices)
    return None if holds else subjects[0]


def _leads(office: Office, nominal: Nominal) -> bool:
    """Return whether an office makes one such a leader: a rebel commander a "guerrilla leader", else one of a state."""
    told = [modifier for word in nominal.modifiers if (modifier := modifier_called(word) or noun_called((word,)))]
    wanted = {modifier.sector[0] for modifier in told if modifier.sector} - {"ELI"} or {"GOV"}
    words = [*(one for word in office.words if (one := modifier_called(word))), noun_called(office.means)]
    return any(one is not None and not wanted.isdisjoint(one.sector) for one in words)


def _is_of_state(office: Office) -> bool:
    agent = noun_called(office.means)
    body = office.of is not None and office.of.type in ("organization", "group")
    return agent is not None and not body and not _OFFICIAL.isdisjoint(agent.sector[:1])


def _anybody(scene: Scene, nominal: Nominal) -> Referent | None:
    near: dict[int, set[Referent]] = {}
    for back, candidate in scene.candidates():
        for one in candidate.referents:
            fits = one.type == "person" and not one.plural and one.gender in (None, nominal.kind.gender)
            if fits and not one.offices and one not in scene.quoting and one is not scene.speaker:
                near.setdefault(back, set()).add(one)
    nearest = near[min(near)] if near else set()
    return nearest.pop() if len(nearest) == 1 else None


@cache
def _characters() -> dict[str, bool]:
    """Return the nouns of characters.csv, True where an official may be meant; raises ValueError with the remedy."""
    text = files("diurna.resolve.entities").joinpath("characters.csv").read_text("utf-8")
    table = rows(text.splitlines(), "characters.csv", ["noun", "official", "example"])
    return {noun: official == "yes" for _, (noun, official, _) in table}
