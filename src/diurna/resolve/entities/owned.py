"""Whose office it is: the owner before a title, once pronouns and nominals are read ("Its chairman, Ali Bello")."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from diurna.records import Role
from diurna.resolve.entities.phrases import without_article
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.roles import fullest_name_of
from diurna.resolve.entities.scene import Scene

OWNERS = ("organization", "group", "place", "person")


def with_owners(scene: Scene, referent: Referent) -> Iterator[Role]:
    """Yield the roles of a referent, those "of" nothing with the one owner that stands before their title.

    "The group's Nigeria director" is a director of the group: a place says only where he is it.
    """
    for role in referent.roles:
        owner = _owner(scene, referent, role)
        yield replace(role, of=_name(scene, owner)) if owner is not None else role


def _owner(scene: Scene, referent: Referent, role: Role) -> Referent | None:
    number = bisect_right(scene.page.sentences, role.span.start, key=lambda one: one.start) - 1
    tokens, below = scene.page.sentences[number].tokens, scene.page.below[number]
    inside = [token.index for token in tokens if role.span.start <= token.start < role.span.end]
    owners = [one for head in inside for one in below[head] if tokens[one].deprel == "nmod:poss" and one not in inside]
    if len(owners) != 1:
        return None
    bound = scene.bound(number, owners[0])
    if len(bound) != 1 or bound[0] is referent or bound[0].type not in OWNERS:
        return None
    return bound[0] if role.of is None or bound[0].type in ("organization", "group") else None


def _name(scene: Scene, owner: Referent) -> str:
    """Return an owner's name, or else the noun by which he is spoken of."""
    if owner.named or owner.country:
        return fullest_name_of(owner)
    first = min(owner.mentions, key=lambda one: one.span)
    return without_article(first.span.text)
