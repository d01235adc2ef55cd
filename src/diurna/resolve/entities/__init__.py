"""Who: the entities of an article, with every name, nominal and pronoun that speaks of them."""

from diurna.resolve.entities.find import Entities, find_entities
from diurna.resolve.entities.phrases import dependents_of, head_of, noun_phrase
from diurna.resolve.entities.speakers import resolve_speakers

__all__ = ["Entities", "dependents_of", "find_entities", "head_of", "noun_phrase", "resolve_speakers"]
