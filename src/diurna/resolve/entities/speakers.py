"""Bind "I" and "we" inside a quotation to whoever is quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from diurna.records import Attribution, Mention, Span, Token
from diurna.resolve.entities.find import Entities
from diurna.resolve.entities.tables import pronouns


def resolve_speakers(entities: Entities, attributions: Sequence[Attribution]) -> Entities:
    """Return `entities` with the first-person pronouns of each direct or mixed content bound to its source.

    Where contents lie one in the other, the innermost speaks. A content without a source, or whose source is
    no entity, leaves its pronouns open.
    """
    quoted = [one for one in attributions if one.form != "indirect" and one.source is not None]
    if not quoted:
        return entities
    tokens = [token for sentence in entities.sentences for token in sentence.tokens]
    starts = [token.start for token in tokens]
    words = dict(entities.words)
    added: dict[str, list[Mention]] = {}
    for attribution in sorted(quoted, key=lambda one: one.content.end - one.content.start):
        assert attribution.source is not None
        ids = entities.at(attribution.source)
        for part in attribution.parts or (attribution.content,):
            for token in tokens[bisect_left(starts, part.start) : bisect_left(starts, part.end)]:
                if ids and token.start not in words and _first_person(token):
                    words[token.start] = ids
                    for id in ids:
                        added.setdefault(id, []).append(Mention(Span(token.start, token.end, token.text), "pronoun"))
    grown = tuple(
        replace(one, mentions=tuple(sorted((*one.mentions, *added[one.id]), key=lambda mention: mention.span)))
        if one.id in added
        else one
        for one in entities.entities
    )
    return replace(entities, entities=grown, words=words)


def _first_person(token: Token) -> bool:
    if token.upos not in ("PRON", "DET") or token.text == "US":  # the country is no pronoun
        return False
    pronoun = pronouns().get(token.text.casefold())
    return pronoun is not None and pronoun.person == 1
