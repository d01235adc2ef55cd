"""What a run that writes a folder was told, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from diurna.code.weights import Weights
from diurna.pipeline import CAMEO
from diurna.store.parted import Block
from diurna.store.parted.blocks import now
from diurna.store.settings import settings_of


@dataclass(frozen=True, slots=True)
class Coding:
    """How articles are read and coded: as the options of `diurna code` of the same names say.

    `learned` is the text of learned weights that `weights` came from.
    """

    published: date | None = None
    columns: Mapping[str, str] | None = None
    ontology: Path | None = None
    actors: Path | None = None
    weights: Weights | None = None
    learned: str = ""

    def absolute(self) -> Coding:
        """Return the same with whole paths, which mean the same in every process."""
        named = self.ontology is None or self.ontology == CAMEO
        ontology = self.ontology if named or self.ontology is None else self.ontology.absolute()
        return replace(self, ontology=ontology, actors=self.actors and self.actors.absolute())

    def settings(self) -> tuple[str, str]:
        """Return the name of the ontology, and the fingerprint of all that a record depends on."""
        return settings_of(self.ontology, self.actors, self.learned)


@dataclass(slots=True)
class Outcome:
    """Articles coded and failed in the blocks written, those of blocks that were there unchanged, and those left out.

    An article is left out where the folder has it, from another source or from this one. `lost` says of each block
    that could not be written why; a later run tries it again.
    """

    coded: int = 0
    failed: int = 0
    unchanged: int = 0
    left_out: int = 0
    lost: list[str] = field(default_factory=list)

    def add(self, block: Block) -> None:
        """Count a block that was written."""
        self.coded += block.coded
        self.failed += block.failed


Report = Callable[[str], None]
"""Takes the reason for which an article failed."""


def begun(coding: Coding, run: int, name: str, sources: list[str], given: str) -> Block:
    """Return what is known of a block when its coding begins."""
    ontology, settings = coding.settings()
    started = now()
    return Block(name, sources, given, run, started, started, version("diurna"), ontology, settings, 0, 0, {})
