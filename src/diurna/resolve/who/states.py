"""The state that PLOVER counts a territory to."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from diurna.resolve.who.tables import rows


def state_of(alpha3: str) -> str:
    """Return PLOVER's code of a state or territory (ISO alpha-3): PRI is USA, XKX is KOS, FRA is FRA."""
    return _states().get(alpha3, alpha3)


@cache
def _states() -> dict[str, str]:
    text = files("diurna.resolve.who").joinpath("states.csv").read_text(encoding="utf-8")
    table = rows(text.splitlines(), "states.csv", ["code", "state"])
    return {code: state for _, (code, state) in table}
