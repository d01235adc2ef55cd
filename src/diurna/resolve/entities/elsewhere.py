"""Whether an office that is told with a country is another than that of somebody who was told without one."""

from __future__ import annotations

from diurna.resolve.entities.nominal import Nominal
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.roles import fullest_name_of
from diurna.resolve.entities.scene import Scene
from diurna.resolve.who.known import actors_called
from diurna.resolve.who.names import name_key


def is_of_elsewhere(scene: Scene, nominal: Nominal, holder: Referent) -> bool:
    """Return whether "Estonia's prime minister" is another than "Prime Minister Ilze Kalnberga" of a page on Latvia.

    Who is known is of the countries where he held office. Others are of one that the page has named by the time
    that it tells of them, if it has named any; and "Hallett met the Russian president" tells of two persons.
    """
    told = {one.country for one in nominal.of if one.country} | ({nominal.demonym} if nominal.demonym else set())
    if not told:
        return False
    known = {
        spell.country
        for actor in actors_called(name_key(fullest_name_of(holder)))
        if actor.own and actor.type == "person"
        for spell in actor.spells
    }
    if known:
        return told.isdisjoint(known)
    if any(one.sentence == scene.sentence for one in holder.mentions):
        return True
    latest = max((one.sentence for one in holder.mentions), default=scene.sentence)
    before = {one.country for names in scene.named[: latest + 1] for one in names.values() if one.country}
    return bool(before) and told.isdisjoint(before)
