"""A nominal, as the words of a phrase tell it."""

from __future__ import annotations

from dataclasses import dataclass

from diurna.resolve.entities.found import Found
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.tables import NounType


@dataclass(frozen=True, slots=True)
class Nominal:
    """A nominal and what its words say of its referent."""

    found: Found
    noun: str
    kind: NounType
    title: tuple[str, ...] | None
    modifiers: frozenset[str]
    of: tuple[Referent, ...]
    demonym: str | None
    definite: bool
    possessed: bool
    plural: bool
    number: str | None
    bare: bool

    @property
    def owner(self) -> Referent | None:
        """Return whose it is, where that is one."""
        return self.of[0] if self.possessed and len(self.of) == 1 else None
