"""Whose word a document is: "their statement read", "the judge's ruling says", "a tweet said" after the senator's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from diurna.records import Attribution, Entity
from diurna.resolve.entities import Entities

# Characters after somebody's words within which a document that names nobody is still his.
NEAR = 500
_SPEAKS = ("person", "organization", "group")


def sourced(
    attributions: Sequence[Attribution], found: Entities, entities: Mapping[str, Entity]
) -> tuple[Attribution, ...]:
    """Return the attributions, in their order, with the entity whose word each is.

    A document stands on the word of whoever its phrase names ("the judge's statement"), or, where it names nobody,
    of whoever spoke shortly before.
    """
    made: list[Attribution] = []
    spoke: tuple[str, int] | None = None
    for attribution in attributions:
        ids = found.at(attribution.source) if attribution.source else ()
        entity = ids[0] if len(ids) == 1 else None
        if attribution.kind == "document" and attribution.source is not None and not _speaks(entity, entities):
            inside = next((id for id in _inside(attribution, found) if _speaks(id, entities)), None)
            near = spoke is not None and 0 <= attribution.source.start - spoke[1] <= NEAR
            entity = inside or (spoke[0] if spoke is not None and near else entity)
        if entity is not None and _speaks(entity, entities):
            spoke = entity, attribution.content.end
        made.append(replace(attribution, entity=entity))
    return tuple(made)


def _speaks(id: str | None, entities: Mapping[str, Entity]) -> bool:
    return id is not None and entities[id].type in _SPEAKS


def _inside(attribution: Attribution, found: Entities) -> Iterator[str]:
    """Yield the entities that words of the source stand for, in order, and of what follows it before the cue.

    "A tweet sent from the senator's account said" names the senator between the document and its cue.
    """
    source, cue = attribution.source, attribution.cue
    assert source is not None
    end = cue.start if cue is not None and cue.start > source.end else source.end
    for sentence in found.sentences:
        if sentence.start < source.end and source.start < sentence.end:
            for token in sentence.tokens:
                if source.start <= token.start < end:
                    yield from found.words.get(token.start, ())
