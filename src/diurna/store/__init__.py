"""Keeping records: one DuckDB file (`open_store`), and the JSON form in which each record is kept there."""

from diurna.store.keeping import Kept
from diurna.store.opening import StoreError
from diurna.store.record_json import as_json, to_json_line
from diurna.store.record_read import from_json
from diurna.store.store import Store, open_store

__all__ = ["Kept", "Store", "StoreError", "as_json", "from_json", "open_store", "to_json_line"]
