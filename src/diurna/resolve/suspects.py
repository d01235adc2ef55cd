"""Who "the accused", "the attacker", "the suspect" is: the one named person of the page who is charged or did it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from diurna.code.table import packaged_list
from diurna.records import Entity, Event, Mention, Span
from diurna.resolve.entities import Entities, head_of

# "A 19-year-old man", as one is told of who is not known yet.
_SOMEBODY = re.compile(r"an? (?:[\w-]+ )*?(?:man|woman|youth|teenager|boy|girl)\b", re.IGNORECASE)


def suspects_named(events: Sequence[Event], entities: Entities, struck: frozenset[str]) -> Entities:
    """Return the entities, a participant that suspects.csv lists bound to the one named person among `struck`.

    `struck` are the ids of those who are charged, arrested, convicted or who assault; who the page calls the attacker
    is one of them ("the attacker, named as Paul Moyo"). Where they are several named persons or none, and where the
    word is a plural or already somebody's, nothing is bound; once he is named, "a gunman" is another. Where the named
    person is so called, the one nameless person who does an assault is that one too: "A man stabbed ... The attacker".
    """
    accused = struck | {one.id for one in entities.entities if is_called_suspect(one)}
    named = [one for one in map(entities.entity, sorted(accused)) if one.named and one.type == "person"]
    if len(named) != 1:
        return entities
    first = min(mention.span.start for mention in named[0].mentions if mention.kind == "name")
    called = {span: start for span, start in _suspects(events, entities) if not _is_another(span, first)}
    nameless = {id for start in called.values() for id in entities.words.get(start, ())}
    nameless = {id for id in nameless if not entities.entity(id).named}
    loose = {span: start for span, start in called.items() if start not in entities.words}
    if called or is_called_suspect(named[0]):
        nameless |= _assailant(events, entities)
    return _bound(entities, named[0].id, nameless, loose)


def _bound(entities: Entities, who: str, others: set[str], loose: Mapping[Span, int]) -> Entities:
    """Return the entities with all that is said of `others`, and the phrases of nobody yet, said of `who`."""
    if not others and not loose:
        return entities
    words = {start: tuple(who if id in others else id for id in ids) for start, ids in entities.words.items()}
    words |= {start: (who,) for start in loose.values()}
    mentions = [mention for id in others for mention in entities.entity(id).mentions]
    mentions += [Mention(span, "nominal") for span in loose]
    made = [
        replace(one, mentions=tuple(sorted((*one.mentions, *mentions), key=lambda mention: mention.span)))
        if one.id == who
        else one
        for one in entities.entities
        if one.id not in others
    ]
    return replace(entities, entities=tuple(made), words=words)


def _suspects(events: Sequence[Event], entities: Entities) -> Iterator[tuple[Span, int]]:
    """Yield the participants that mean whoever did it, each with where its head word begins."""
    for span in sorted({p.span for event in events for p in (*event.actors, *event.recipients)}):
        start = _suspect(entities, span)
        if start is not None and not any(entities.entity(id).named for id in entities.words.get(start, ())):
            yield span, start


def _is_another(span: Span, first: int) -> bool:
    """Return whether a phrase tells of somebody new: "a gunman", once the page has named him, from `first` on."""
    return span.start > first and span.text.split()[0].lower() in ("a", "an", "another")


def _assailant(events: Sequence[Event], entities: Entities) -> set[str]:
    """Return the nameless person who is told to have done an assault, where there is one only: "a man stabbed"."""
    told = (event for event in events if event.type == "ASSAULT" and event.status == "happened")
    spans = {p.span for event in told for p in event.actors if _SOMEBODY.match(p.span.text)}
    found = {id for span in spans for id in entities.at(span)}
    return found if len(spans) == len(found) == 1 and not entities.entity(*found).named else set()


def is_called_suspect(one: Entity) -> bool:
    """Return whether a mention of somebody only says that he did it: "the attacker", but not "the militant"."""
    return any(m.kind == "nominal" and m.span.text.split()[-1].lower() in _words() for m in one.mentions)


def _words() -> frozenset[str]:
    return packaged_list("diurna.resolve", "suspects.csv", "word")


def _suspect(entities: Entities, span: Span) -> int | None:
    """Return where the head word of a phrase begins that means whoever did it, else None."""
    sentence = entities.sentences[max(bisect_right(entities.sentences, span.start, key=lambda one: one.start) - 1, 0)]
    inside = [t.index for t in sentence.tokens if t.start < span.end and span.start < t.end]
    if not inside:
        return None
    head = sentence.tokens[head_of(sentence, inside[0], inside[-1])]
    return head.start if head.text.lower() in _words() else None
