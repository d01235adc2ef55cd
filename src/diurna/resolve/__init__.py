"""The resolve step: who, when and where; from what was found in an article to its record."""

from diurna.resolve.article import resolve

__all__ = ["resolve"]
