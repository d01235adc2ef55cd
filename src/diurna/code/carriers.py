"""Load carriers.csv: the verbs whose subject speaks the claim, call or plan that is their object."""

from __future__ import annotations

from importlib.resources.abc import Traversable

from diurna.code.table import listed, packaged_list


def load_carriers(file: Traversable | None = None) -> frozenset[str]:
    """Return the verbs of `file`; by default the package's carriers.csv, read once.

    Raises LexiconError, with the file, the line and the remedy, where a row is wrong or stands twice.
    """
    return packaged_list("diurna.code", "carriers.csv", "verb") if file is None else listed(file, "verb")
