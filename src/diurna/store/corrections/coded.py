"""An event's codes by its type: what of its modes it can have, and its CAMEO code, quad class and score."""

from __future__ import annotations

from dataclasses import replace

from diurna.code.cameo import cameo_codes, cameo_roots
from diurna.code.ontology import load_ontology
from diurna.records import Event


def coded(event: Event) -> Event:
    """Return the event with the modes that its type has, and the codes that follow from both.

    An event of a user's own type keeps its modes, quad class and score; PLOVER and CAMEO do not know them.
    """
    ontology = load_ontology()
    if event.type in ontology.types:
        kind = ontology.types[event.type]
        modes = tuple(mode for mode in event.modes if mode in kind.modes)
        return replace(
            event, modes=modes, cameo=ontology.cameo(event.type, modes), quad=kind.quad,
            score=ontology.score(event.type, modes),
        )  # fmt: skip
    root = next((digits for digits, root in cameo_roots().items() if root.name == event.type), None)
    if root is None:
        return event
    codes = {code.code for code in cameo_codes() if code.code.startswith(root)}
    modes = tuple(mode for mode in event.modes if mode in codes)
    told = cameo_roots()[root]
    return replace(event, modes=modes, cameo=modes[0] if modes else f"{root}0", quad=told.quad, score=told.score)


def modes_of(type: str) -> frozenset[str] | None:
    """Return the modes that a type can have; None for a type that neither PLOVER nor CAMEO knows."""
    if type in load_ontology().types:
        return frozenset(load_ontology().types[type].modes)
    root = next((digits for digits, root in cameo_roots().items() if root.name == type), None)
    return None if root is None else frozenset(code.code for code in cameo_codes() if code.code.startswith(root))
