"""Keeping records: one DuckDB file (`open_store`), and the JSON form in which each record is kept there."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from diurna.store.keeping import Kept
    from diurna.store.opening import StoreError
    from diurna.store.record_json import as_json, to_json_line
    from diurna.store.record_read import from_json
    from diurna.store.store import Store, open_store

__all__ = ["Kept", "Store", "StoreError", "as_json", "from_json", "open_store", "to_json_line"]

# Loaded when asked for: who writes JSON needs no store.
_FOUND_IN = {
    "Kept": "keeping", "Store": "store", "StoreError": "opening", "as_json": "record_json", "from_json": "record_read",
    "open_store": "store", "to_json_line": "record_json",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _FOUND_IN:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_FOUND_IN[name]}"), name)
