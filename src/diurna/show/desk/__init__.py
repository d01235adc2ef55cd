"""The desk: the record in a browser, and as JSON under /api (docs/desk.md, docs/desk-api.md)."""

from diurna.show.desk.app import desk

__all__ = ["desk"]
