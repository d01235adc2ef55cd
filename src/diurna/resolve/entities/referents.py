"""Someone or something the article speaks of, while its mentions are being gathered."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from diurna.records import EntityType, Role
from diurna.resolve.entities.found import Found
from diurna.resolve.entities.tables import Gender


@dataclass(slots=True, eq=False)
class Referent:
    """What mentions are bound to. Mutable: it grows as the article is read.

    `type` is None for a thing that is neither an actor nor a place ("the plan"): it can answer "it", but is
    not kept.
    """

    type: EntityType | None
    gender: Gender | None = None
    plural: bool = False
    words: tuple[str, ...] = ()
    country: str | None = None
    noun: str | None = None
    modifiers: frozenset[str] = frozenset()
    number: str | None = None
    owner: Referent | None = None
    definite: bool = False
    names: Counter[str] = field(default_factory=Counter)
    mentions: list[Found] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    offices: dict[Office, None] = field(default_factory=dict)

    @property
    def named(self) -> bool:
        """Return whether the article names it."""
        return bool(self.names)


@dataclass(frozen=True, slots=True)
class Office:
    """A role as nominals ask for it: all words of the title, those of the bare title, and of whom or what it
    is.
    """

    words: frozenset[str]
    means: tuple[str, ...]
    of: Referent | None
