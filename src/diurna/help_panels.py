"""How `diurna --help` orders the commands: by what somebody wants to do, what comes first first."""

from __future__ import annotations

from collections.abc import Sequence

import typer
from typer.models import CommandInfo, TyperInfo

PANELS = {
    "Read and code": ("code", "quotes", "annotate", "watch"),
    "Look at what was found": ("events", "timeline", "dyad", "network", "actor", "claims", "compare", "serve"),
    "Correct, and learn from it": ("correct", "corrections", "evaluate", "learn"),
    "Many reports, one event": ("merge", "join", "split"),
    "Give to others": ("export", "release", "import"),
    "Your own types and people": ("ontology", "user"),
}
_PLACES = {name: (panel, place) for panel, names in PANELS.items() for place, name in enumerate(names)}
_ORDER = list(PANELS)

BEGIN = """[bold]To begin[/]

diurna code story.txt[dim]                        what one article says, as a table[/]

diurna code news/ --db news.duckdb[dim]           keep what a folder of articles says[/]

diurna events news.duckdb --actor Kenya[dim]      who did what to whom, when, where[/]

diurna serve news.duckdb[dim]                     read, check and correct it in the browser[/]

[dim]Each command has a --help of its own. docs/tutorial.md goes from here to a figure for a paper.[/]
"""


def in_panels(app: typer.Typer) -> None:
    """Put each command, and each group of commands, into its panel; one that has none comes last."""
    last = ("Commands", 0)

    def place(each: CommandInfo | TyperInfo) -> tuple[int, int]:
        panel, at = _PLACES.get(name_of(each), last)
        return (_ORDER.index(panel) if panel in _ORDER else len(_ORDER)), at

    for command in app.registered_commands:
        command.rich_help_panel = _PLACES.get(name_of(command), last)[0]
    for group in app.registered_groups:
        group.rich_help_panel = _PLACES.get(name_of(group), last)[0]
    app.registered_commands.sort(key=place)
    app.registered_groups.sort(key=place)


def only(app: typer.Typer, words: Sequence[str]) -> None:
    """Leave in the program the command that these words begin with, if it is one: each that is there costs its time."""
    commands = [each for each in app.registered_commands if name_of(each) in words]
    groups = [each for each in app.registered_groups if name_of(each) in words]
    if commands or groups:
        app.registered_commands, app.registered_groups = commands, groups


def name_of(each: CommandInfo | TyperInfo) -> str:
    """Return what a registered command or group is called on the command line."""
    given = getattr(each, "name", None)
    if isinstance(given, str):
        return given
    inner = getattr(each, "typer_instance", None)
    if inner is not None:
        return str(inner.info.name)
    return str(getattr(getattr(each, "callback", None), "__name__", "")).replace("_", "-")
