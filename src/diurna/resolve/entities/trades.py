"""Who "the reporter" and "the tycoon" are: the one person near who was told to be a journalist, a businessman."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from diurna.resolve.entities.nominal import Nominal
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.scene import Scene
from diurna.resolve.who.tables import parts, rows


def by_trade(scene: Scene, nominal: Nominal) -> Referent | None:
    """Return the one named person near whose trade trades.csv gives for the noun, None where several have it."""
    bare = not (nominal.of or nominal.demonym or nominal.modifiers or nominal.possessed or nominal.plural)
    told_as = _trades().get(nominal.noun) if bare else None
    if told_as is None:
        return None
    gender = nominal.kind.gender
    fitting = {
        one
        for _, candidate in scene.candidates()
        for one in candidate.referents
        if one.named and one.type == "person" and not one.plural
        if gender is None or one.gender in (None, gender)
        if any(role.title.split()[-1].casefold() in told_as for role in one.roles)
    }
    return fitting.pop() if len(fitting) == 1 else None


@cache
def _trades() -> dict[str, frozenset[str]]:
    """Return by noun what its person is told as, and the noun itself; raises ValueError with line and remedy."""
    text = files("diurna.resolve.entities").joinpath("trades.csv").read_text("utf-8")
    table = rows(text.splitlines(), "trades.csv", ["noun", "told_as", "example"])
    return {noun: frozenset((noun, *parts(told_as))) for _, (noun, told_as, _) in table}
