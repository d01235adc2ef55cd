"""The cells of the terminal's table: what was coded and, beneath it and dimmed, the words it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rich.text import Text

from diurna.records import Attribution, Event, Participant, When
from diurna.show.display_text import quoted, shown
from diurna.show.lookup import name_of, number_told
from diurna.store.rows import source_name

# PLOVER's quad classes: verbal and material cooperation, verbal and material conflict.
_QUAD_STYLE = {1: "bold green", 2: "bold green", 3: "bold yellow", 4: "bold red"}
_WORDS = "dim"


def what(event: Event) -> Text:
    """Return the type and modes, the trigger's words, and the status of what has not simply happened."""
    lines = [Text(shown(event.type), style=_QUAD_STYLE.get(event.quad or 0, "bold"))]
    if event.modes:
        lines.append(Text(shown(", ".join(event.modes))))
    lines.append(Text(quoted(event.trigger.text), style=_WORDS))
    if event.status != "happened":
        lines.append(Text(event.status, style="magenta"))
    return _lines(lines)


def who(event: Event) -> Text:
    """Return the actors."""
    return _participants(event.actors)


def whom(event: Event, before: str = "") -> Text:
    """Return the recipients, each with `before` before it."""
    return _participants(event.recipients, before)


def how_many(event: Event) -> Text:
    """Return the numbers that are told: "arrested: 14+"."""
    lines = []
    for counted, count in event.counts.items():
        lines.append(Text(f"{shown(counted)}: {number_told(count)}"))
        lines.append(Text(quoted(count.span.text), style=_WORDS))
    return _lines(lines)


def when(event: Event) -> Text:
    """Return the ISO date or interval, and its words or where else it was taken from."""
    if event.date is None:
        return Text("")
    if event.date.span is not None:
        words = quoted(event.date.span.text)
    else:
        words = "day of publication" if event.date.basis == "published" else f"from the {event.date.basis}"
    return _lines([Text(_interval(event.date)), Text(words, style=_WORDS)])


def where(event: Event) -> Text:
    """Return the place with its country, and its words where they are others than its name."""
    if event.place is None:
        return Text("")
    name = shown(event.place.name)
    country = f", {shown(event.place.country)}" if event.place.country else ""
    return _with_words(name, name + country, event.place.span.text)


def on_whose_word(said: Sequence[Attribution], names: Mapping[str, str]) -> Text:
    """Return who says it, innermost first, "<" before each it was heard through; the stance and the cue."""
    if not said:
        return Text("the author", style=_WORDS)
    lines = [
        Text(("< " if depth else "") + shown(source_name(attribution, names))) for depth, attribution in enumerate(said)
    ]
    if said[0].stance != "asserts":
        lines[0].append(f" {said[0].stance}", style="magenta")
    if said[0].cue is not None:
        lines.insert(1, Text(quoted(said[0].cue.text), style=_WORDS))
    return _lines(lines)


def _participants(participants: Sequence[Participant], before: str = "") -> Text:
    cells = []
    for participant in participants:
        name = shown(name_of(participant))
        cells.append(_with_words(name, before + name, participant.span.text))
    return _lines(cells)


def _with_words(name: str, shown_as: str, words: str) -> Text:
    lines = [Text(shown_as)]
    if shown(words) != name:
        lines.append(Text(quoted(words), style=_WORDS))
    return _lines(lines)


def _interval(date: When) -> str:
    """Return the interval as short as it can be said: "2025", "2025-03", one day, or first and last day."""
    if date.precision == "year":
        return date.start[:4]
    if date.precision == "month":
        return date.start[:7]
    return date.start if date.start == date.end else f"{date.start} to {date.end}"


def _lines(lines: Iterable[Text]) -> Text:
    return Text("\n").join(lines)
