"""Types of one's own beside or in place of PLOVER's: a TOML file, a probe learnt from its examples, their events."""

from diurna.code.own.coder import OwnCoder, own_coder, with_own
from diurna.code.own.file import OwnOntology, read_own

__all__ = ["OwnCoder", "OwnOntology", "own_coder", "read_own", "with_own"]
