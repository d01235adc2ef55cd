"""The codebook page names every type, mode, context and status that is coded."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from diurna.code.ontology import load_ontology
from diurna.records.record import Status

PAGE = (Path(__file__).parents[2] / "docs/codebook.md").read_text("utf-8")


def test_every_type_with_its_meaning_and_modes() -> None:
    for kind in load_ontology().types.values():
        (section,) = [part for part in PAGE.split("\n### ") if part.startswith(f"{kind.name}\n")]
        assert kind.description in section
        assert [mode for mode in kind.modes if f"`{mode}`" not in section] == []


def test_every_context_and_status() -> None:
    assert [name for name in load_ontology().contexts if f"| `{name}` |" not in PAGE] == []
    assert [status for status in get_args(Status) if f"| `{status}` |" not in PAGE] == []
