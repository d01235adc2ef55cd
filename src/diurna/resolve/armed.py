"""What armed bodies burn, wreck or loot is no protest: "The rebels set fire to a clinic" is an attack."""

from __future__ import annotations

from dataclasses import replace

from diurna.code.ontology import load_ontology
from diurna.records import Event

ARMED = frozenset(("MIL", "PRM", "REB", "UAF"))
_WRECKING = frozenset(("riot", "vandalize"))
_BURNING = ("burn", "torch")  # so such words begin, where the event has no mode


def as_attack(event: Event) -> Event:
    """Return a protest of wreckers who are all armed as what it is: ASSAULT destroy."""
    wrecks = _WRECKING.issuperset(event.modes) if event.modes else event.trigger.text.lower().startswith(_BURNING)
    if (
        event.type != "PROTEST"
        or not wrecks
        or not event.actors
        or any(ARMED.isdisjoint(one.sector) for one in event.actors)
    ):
        return event
    plover, modes = load_ontology(), ("destroy",)
    cameo, score = plover.cameo("ASSAULT", modes), plover.score("ASSAULT", modes)
    return replace(event, type="ASSAULT", modes=modes, cameo=cameo, quad=plover.types["ASSAULT"].quad, score=score)
