"""An army told of without its country is the one told of with it: "the army" after "Israeli troops"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from diurna.records import Entity
from diurna.resolve.identity import phrase_code
from diurna.resolve.nearby import ANYWHERE
from diurna.resolve.siting import Scene


def of_told_forces(entities: Mapping[str, Entity], scene: Scene) -> dict[str, Entity]:
    """Return the entities, unnamed forces with the country of the others of their sector where all are of one.

    Armies and secret services act in the lands of others: where they stand tells nothing of whose they are.
    """
    nowhere = scene._replace(home=None, countries=frozenset())
    forces = {id: one for id, one in entities.items() if one.sector[:1] and one.sector[0] in ANYWHERE}
    own = {id: one.identifiers or phrase_code(one.name, nowhere).country for id, one in forces.items()}
    told: dict[str, set[str | None]] = defaultdict(set)
    for id, one in forces.items():
        if own[id]:
            told[one.sector[0]].add(one.country)
    made = dict(entities)
    for id, one in forces.items():
        if not own[id] and not one.named and len(told[one.sector[0]]) == 1:
            made[id] = replace(one, country=next(iter(told[one.sector[0]])))
    return made
