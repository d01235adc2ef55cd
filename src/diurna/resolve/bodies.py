"""Who has no sector of his own has that of his body or of whose he is: "its head, Ann Lee", "the mayor's deputy"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from diurna.records import Document, Entity, Token
from diurna.resolve.entities import Entities
from diurna.resolve.when.attach import head_word
from diurna.resolve.who.nouns import Noun, noun_called
from diurna.resolve.who.tables import SPECIAL

# What stands between a person's name and his body's.
_LINKS = frozenset(("of", "from", "with", "at", "for"))
_BODIES = ("organization", "group")
_LANDS = ("country", "nation", "homeland")
_OWNED = (*_BODIES, "person")
# What a leader, a chairman or a colleague is for want of more; workers stay workers, whosever they are.
_OFFICES = ("GOV", "BUS", "UNK")
# Who has left the body is told by the title itself.
_PAST = frozenset(("former", "ex", "late", "retired", "then"))


def coded_by_body(
    entities: Mapping[str, Entity], homes: Mapping[str, str | None], found: Entities, document: Document
) -> dict[str, Entity]:
    """Return the entities, persons with the sector, and of an international body the country, of the body they are of.

    A title that tells a sector itself ("senator") goes before the body's; a mere role ("director") does not. `homes`
    are the countries that entities have for want of one of their own.
    """
    bodies = (one for one in entities.values() if one.type in _BODIES or not one.named)
    by_name = {one.name: one for one in bodies if one.sector}
    made = {id: _coded(one, homes.get(id), by_name, entities, found, document) for id, one in entities.items()}
    return {id: _as_owner(one, homes.get(id), made.get(found.owners.get(id, ""))) for id, one in made.items()}


def _coded(
    person: Entity, home: str | None, by_name: Mapping[str, Entity], entities: Mapping[str, Entity], found: Entities,
    document: Document,
) -> Entity:  # fmt: skip
    if person.type != "person" or not person.named or person.identifiers:
        return person
    body = next(_bodies_of_roles(person, by_name), None)
    if body is None and not person.sector and not person.roles:
        body = next(_bodies_behind(person, entities, found, document), None) or _one_of(
            person, entities, found, document
        )
    if body is None:
        return person
    abroad = body.country in SPECIAL and person.country in (None, home)
    return replace(person, sector=body.sector, country=body.country if abroad else person.country)


def _as_owner(one: Entity, home: str | None, owner: Entity | None) -> Entity:
    """Return somebody whose words tell no sector, or a mere role's, with that of whose he is: "Petro's spokesman"."""
    if owner and one.type == "place" and one.name.split()[-1] in _LANDS and owner.country:
        return replace(one, country=owner.country, sector=("GOV",))
    if owner is None or one.identifiers or one.type not in _OWNED or owner.type not in _OWNED:
        return one
    if owner.sector[:1] in ((), ("ELI",)):
        return one
    role = noun_called(one.name.split()[-1:]) if not one.named else _last_role(one)
    if one.sector and not (role and role.role and one.sector == role.sector and one.sector[0] in _OFFICES):
        return one
    return replace(one, sector=owner.sector, country=owner.country if one.country in (None, home) else one.country)


def _last_role(person: Entity) -> Noun | None:
    return noun_called(person.roles[-1].title.split()[-1:]) if person.roles else None


def _bodies_of_roles(person: Entity, by_name: Mapping[str, Entity]) -> Iterator[Entity]:
    """Yield the bodies in which the person has a role that tells no other sector than the person now has."""
    for role in person.roles:
        words = role.title.casefold().split()
        nouns = (noun_called(words[first:]) for first in range(len(words)))
        noun = next(filter(None, nouns), None) or Noun((), role=True)
        mere = words[-1:] == ["president"] or (noun.role and person.sector in ((), noun.sector))
        if mere and not _PAST & set(words) and (body := by_name.get(role.of or "")):
            yield body


def _one_of(person: Entity, entities: Mapping[str, Entity], found: Entities, document: Document) -> Entity | None:
    """Return the people of whom somebody is told to be one: "Ann Lee, one of them", "one of the lawyers, Ann Lee"."""
    for mention in person.mentions:
        index = document.index_at(mention.span.start)
        if mention.kind != "name" or index is None:
            continue
        tokens, head = document.sentences[index].tokens, head_word(document.sentences[index], mention.span)
        ones = [t for t in tokens if t.text.lower() == "one" and head is not None and _apposed(tokens, t.index, head)]
        for token in (t for one in ones for t in tokens if t.head == one.index and t.deprel == "nmod"):
            if len(ids := found.words.get(token.start, ())) == 1 and entities[ids[0]].sector:
                return entities[ids[0]]
    return None


def _apposed(tokens: Sequence[Token], one: int, other: int) -> bool:
    return any(tokens[a].deprel == "appos" and tokens[a].head == b for a, b in ((one, other), (other, one)))


def _bodies_behind(
    person: Entity, entities: Mapping[str, Entity], found: Entities, document: Document
) -> Iterator[Entity]:
    """Yield the bodies whose names hang on the person's by "of" or the like."""
    for mention in person.mentions:
        index = document.index_at(mention.span.start)
        if mention.kind != "name" or index is None:
            continue
        tokens = document.sentences[index].tokens
        head = head_word(document.sentences[index], mention.span)
        linked = {t.head for t in tokens if t.deprel == "case" and t.lemma.lower() in _LINKS}
        behind = [t for t in tokens if t.head == head and t.deprel == "nmod" and t.start > mention.span.end]
        for token in behind:
            if token.index in linked:
                bound = [entities[id] for id in found.words.get(token.start, ())]
                yield from (one for one in bound if one.named and one.sector and _is_body(one))


def _is_body(one: Entity) -> bool:
    """Return whether it is a body, or was read as a place but is known as one: "Oxfam"."""
    return one.type in _BODIES or (one.type == "place" and one.country in SPECIAL)
