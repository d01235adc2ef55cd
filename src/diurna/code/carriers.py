"""Load carriers.csv: the verbs whose subject speaks the claim, call or plan that is their object."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from diurna.code.table import LexiconError, rows


def load_carriers(file: Traversable | None = None) -> frozenset[str]:
    """Return the verbs of `file`; by default the package's carriers.csv, read once.

    Raises LexiconError, with the file, the line and the remedy, where a row is wrong or stands twice.
    """
    return _packaged() if file is None else _read(file)


@cache
def _packaged() -> frozenset[str]:
    return _read(files("diurna.code") / "carriers.csv")


def _read(file: Traversable) -> frozenset[str]:
    verbs: set[str] = set()
    for line, (verb, example) in rows(file, "verb,example"):
        if not verb or verb != verb.lower() or not example or verb in verbs:
            raise LexiconError(f"{file.name}:{line}: {verb!r}; write a lower-case verb once, with an example")
        verbs.add(verb)
    return frozenset(verbs)
