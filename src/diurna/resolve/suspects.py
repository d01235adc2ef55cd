"""Who "the accused", "the attacker", "the suspect" is: the one named person of the page who is charged or did it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from diurna.code.table import packaged_list
from diurna.records import Event, Mention, Span
from diurna.resolve.entities import Entities, head_of


def suspects_named(events: Sequence[Event], entities: Entities, struck: frozenset[str]) -> Entities:
    """Return the entities, a participant that suspects.csv lists bound to the one named person among `struck`.

    `struck` are the ids of those who are charged, arrested, convicted or who assault. Where they are several named
    persons or none, and where the word is a plural or already somebody's, nothing is bound; once he is named, "a
    gunman" is another.
    """
    named = [one for one in map(entities.entity, sorted(struck)) if one.named and one.type == "person"]
    if len(named) != 1:
        return entities
    who, words = named[0], dict(entities.words)
    first = min(mention.span.start for mention in who.mentions if mention.kind == "name")
    spans = {p.span for event in events for p in (*event.actors, *event.recipients)}
    added = []
    for span in sorted(spans):
        start = _suspect(entities, span)
        another = span.start > first and span.text.split()[0].lower() in ("a", "an", "another")
        if start is not None and not another and not any(entities.entity(id).named for id in words.get(start, ())):
            words[start] = (who.id,)
            added.append(Mention(span, "nominal"))
    if not added:
        return entities
    taken = {mention.span for mention in added}
    made = []
    for one in entities.entities:
        if one.id == who.id:
            one = replace(one, mentions=tuple(sorted((*one.mentions, *added), key=lambda mention: mention.span)))
        elif any(mention.span not in taken for mention in one.mentions):
            one = replace(one, mentions=tuple(m for m in one.mentions if m.span not in taken))
        made.append(one)
    return replace(entities, entities=tuple(made), words=words)


def _suspect(entities: Entities, span: Span) -> int | None:
    """Return where the head word of a phrase begins that means whoever did it, else None."""
    sentence = entities.sentences[max(bisect_right(entities.sentences, span.start, key=lambda one: one.start) - 1, 0)]
    inside = [t.index for t in sentence.tokens if t.start < span.end and span.start < t.end]
    if not inside:
        return None
    head = sentence.tokens[head_of(sentence, inside[0], inside[-1])]
    return head.start if head.text.lower() in packaged_list("diurna.resolve", "suspects.csv", "word") else None
