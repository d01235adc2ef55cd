"""An answer as a table of pyarrow, pandas or polars."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Literal

from diurna.show.answers.questions import Answer

As = Literal["arrow", "pandas", "polars"]

_PACKAGES = {"arrow": ("pyarrow",), "pandas": ("pandas",), "polars": ("polars", "pyarrow")}


def framed(answer: Answer, as_: As = "arrow") -> Any:
    """Return a pyarrow.Table, a pandas.DataFrame or a polars.DataFrame of the answer.

    Raises ImportError, naming the package, where it is not installed; ValueError for another `as_`.
    """
    if as_ not in _PACKAGES:
        raise ValueError(f"as_ is {as_!r}; it must be one of {', '.join(_PACKAGES)}")
    for package in _PACKAGES[as_]:
        try:
            import_module(package)
        except ImportError as missing:
            raise ImportError(f"as_={as_!r} needs the package {package}: pip install {package}") from missing
    asked = answer.connection.cursor().sql(answer.sql, params=answer.parameters)
    if as_ == "pandas":
        return asked.df()
    table = asked.to_arrow_table()
    return import_module("polars").from_arrow(table) if as_ == "polars" else table
