"""What a person chooses from who corrects on whose word an event stands, and its contexts: pairs of value and words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from diurna.code.ontology import load_ontology
from diurna.records import Form, SourceKind, Stance

Choices = Mapping[str, list[tuple[str, str]]]


def choices_of(record: Mapping[str, Any]) -> Choices:
    """Return the lists to choose from, of which the entities are the record's own."""
    known = {
        "contexts": tuple(load_ontology().contexts), "stances": get_args(Stance), "kinds": get_args(SourceKind),
        "forms": get_args(Form),
    }  # fmt: skip
    entities = [(one["id"], one["name"]) for one in record.get("entities", ())]
    return {name: [(one, one) for one in values] for name, values in known.items()} | {"entities": entities}
