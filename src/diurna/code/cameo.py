"""Events said in CAMEO: a root for the type, a code for the mode, by the crosswalk of the PLOVER manual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from diurna.code.ontology import load_ontology
from diurna.code.table import LexiconError, rows
from diurna.records import Event


class Root(NamedTuple):
    """One of CAMEO's twenty roots: its name, quad class (1-4) and Goldstein's score (-10 ... +10)."""

    name: str
    quad: int
    score: float


class Code(NamedTuple):
    """A 3- or 4-digit code with the PLOVER type, mode and context that lead to it ("" where none does)."""

    code: str
    type: str
    mode: str
    context: str
    description: str


@cache
def cameo_roots() -> Mapping[str, Root]:
    """Return the roots by their two digits; raises LexiconError, with file and line, for a number that is none."""
    made: dict[str, Root] = {}
    for line, (root, name, quad, score) in rows(files("diurna.code") / "cameo_roots.csv", "root,name,quad,score"):
        try:
            made[root] = Root(name, int(quad), float(score))
        except ValueError as error:
            raise LexiconError(f"cameo_roots.csv:{line}: {error}; write quad and score as numbers") from error
    return made


@cache
def cameo_codes() -> tuple[Code, ...]:
    """Return every code of the crosswalk, in its order; raises LexiconError, with file and line, where one is wrong."""
    types, roots = load_ontology().types, cameo_roots()
    made = []
    for line, cells in rows(files("diurna.code") / "cameo_codes.csv", "code,type,mode,context,description"):
        code = Code(*cells)
        if code.code[:2] not in roots or code.type not in types:
            raise LexiconError(
                f"cameo_codes.csv:{line}: {code.code} {code.type} is unknown; correct the code or the type"
            )
        made.append(code)
    return tuple(made)


def in_cameo(event: Event) -> Event:
    """Return a PLOVER event as CAMEO has it: type the root's name, mode the code, quad and score the root's.

    Of the codes that the crosswalk leads to from the event's type and mode, the one whose context the event has is
    taken, else the general one that every event carries (`cameo`). An event of another ontology stays as it is.
    """
    if event.cameo is None:
        return event
    code = next((c.code for c in cameo_codes() if _fits(c, event)), event.cameo)
    root = cameo_roots()[code[:2]]
    return replace(event, type=root.name, modes=(code,), cameo=code, quad=root.quad, score=root.score)


def _fits(code: Code, event: Event) -> bool:
    modes = event.modes or ("",)
    return code.type == event.type and code.mode in modes and bool(code.context) and code.context in event.contexts
