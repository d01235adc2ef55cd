"""Who takes part in an event: its noun phrases with their entities, countries and sectors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from diurna.records import Document, Entity, Event, Participant
from diurna.resolve.apposed import with_of
from diurna.resolve.entities import Entities
from diurna.resolve.identity import body_seated, is_homely, phrase_code
from diurna.resolve.nearby import scene_at
from diurna.resolve.scenes import Places
from diurna.resolve.siting import Scene
from diurna.resolve.who import ActorCode

_POSSESSIVES = frozenset(("his", "her", "its", "their"))
# What is done to a town itself; by all else "Brussels" takes part as whom it stands for.
BODILY = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "PROTEST"))


def phrases_of(events: Sequence[Event], found: Entities, document: Document) -> dict[str, list[str]]:
    """Return the noun phrases by which each entity takes part in events, where the phrase means it alone."""
    phrases: dict[str, list[str]] = {}
    for event in events:
        for participant in (*event.actors, *event.recipients):
            meant = found.at(participant.span)
            words = with_of(participant.span, document)
            if len(meant) == 1 and " " in words and words not in phrases.setdefault(meant[0], []):
                phrases[meant[0]].append(words)
    return phrases


def participants(
    event: Event,
    given: tuple[Participant, ...],
    found: Entities,
    entities: Mapping[str, Entity],
    scene: Scene,
    sited: Places,
) -> tuple[Participant, ...]:
    """Return the participants with their entities; "the two leaders" become two, one entity named twice one."""
    made: dict[str, Participant] = {}
    for participant in given:
        known = [entities[id] for id in found.at(participant.span)]
        # The words' own code is asked for only where no entity says it all.
        whole = bool(known) and all(entity.country and entity.sector for entity in known)
        words = participant.span.text if known else with_of(participant.span, sited.document)
        code = ActorCode() if whole else phrase_code(words, scene)
        here = scene if known else scene_at(participant.span, code.sector, scene, sited)
        code = code if here == scene else phrase_code(words, here)
        if not known and not code.sector and (whole_group := _part_of(participant, found, sited.document)):
            group = entities[whole_group]
            code = ActorCode(group.country or code.country, group.sector)
        for entity in known:
            # "Jeff Van Drew" is not of Van: a person's name alone tells no country.
            said = code.country if code.sector or entity.type != "person" else None
            country, sector = entity.country or said, entity.sector or code.sector
            if event.type not in BODILY and (body := body_seated(entity, scene)):
                country, sector = body.country, body.sector
            if not sector and given is event.actors and entity.type == "place" and event.type != "PROTEST":
                sector = ("GOV",)  # "Seattle cleared the square": a town that acts is its government
            told = replace(participant, entity=entity.id, name=entity.name, country=country, sector=sector)
            made.setdefault(entity.id, told)
        if not known:
            country = code.country or (here.home if is_homely(participant.span.text) else None)
            alone = replace(participant, name=participant.span.text, country=country, sector=code.sector)
            made.setdefault(participant.span.text.lower(), alone)
    return tuple(made.values())


def _part_of(participant: Participant, found: Entities, document: Document) -> str | None:
    """Return of whom some are told: the teachers in "two of them", "many of the teachers"."""
    index = document.index_at(participant.span.start)
    tokens = document.sentences[index].tokens if index is not None else ()
    within = [t.index for t in tokens if participant.span.start <= t.start < participant.span.end]
    of = next((t for t in tokens if t.text == "of" and within and within[0] < t.index <= within[-1] + 1), None)
    if of is None or of.deprel != "case" or tokens[of.index - 1].upos not in ("NUM", "PRON", "DET", "ADJ"):
        return None
    ids = found.words.get(tokens[of.head].start, ()) if tokens[of.head].head == of.index - 1 else ()
    return ids[0] if len(ids) == 1 else None


def abroad(event: Event, entities: Mapping[str, Entity]) -> tuple[Participant, ...]:
    """Return the recipients of an event without an actor's own: "she defended [her] plan" is of nobody else.

    Of a visit and of moved troops also without places of an actor's own country: a president's visit to a town at home
    is to nobody, and an army that moves to its own border moves against nobody that the words tell.
    """
    acting = {actor.entity for actor in event.actors if actor.entity}
    others = tuple(one for one in event.recipients if one.entity not in acting or not _is_possessive(one))
    if event.type != "MOBILIZE" and "visit" not in event.modes:
        return others
    home = {actor.country for actor in event.actors if actor.country}
    return tuple(one for one in others if one.country not in home or not _is_place(one, entities))


def _is_possessive(participant: Participant) -> bool:
    return participant.span.text.lower() in _POSSESSIVES


def _is_place(participant: Participant, entities: Mapping[str, Entity]) -> bool:
    return participant.entity is not None and entities[participant.entity].type == "place"
