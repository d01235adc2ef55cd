"""Load carriers.csv: the verbs whose subject speaks the claim, call or plan that is their object."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from diurna.code.table import listed


def load_carriers(file: Traversable | None = None) -> frozenset[str]:
    """Return the verbs of `file`; by default the package's carriers.csv, read once.

    Raises LexiconError, with the file, the line and the remedy, where a row is wrong or stands twice.
    """
    return _packaged() if file is None else listed(file, "verb")


@cache
def _packaged() -> frozenset[str]:
    return listed(files("diurna.code") / "carriers.csv", "verb")
