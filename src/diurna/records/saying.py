"""Who says an event, in words: the names of its sources, and the page's author among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from diurna.records.record import Attribution, Event

THE_AUTHOR = "the author"
"""How the page's author is called beside others who tell an event."""


def source_name(attribution: Attribution, names: Mapping[str, str]) -> str:
    """Return the source's fullest name (`names` maps entity ids to names), else its words, else "unnamed"."""
    if attribution.entity is not None and attribution.entity in names:
        return names[attribution.entity]
    return attribution.source.text if attribution.source else "unnamed"


def sayings(event: Event, by_id: Mapping[str, Attribution], names: Mapping[str, str]) -> tuple[str, ...]:
    """Return on whose words an event stands, each once, those of its trigger first; THE_AUTHOR where nobody is named.

    Each is innermost first: "A < B" is what B says that A said. `by_id` are the record's attributions by their ids.
    """
    said = (" < ".join(source_name(by_id[id], names) for id in ids if id in by_id) for ids in event.chains)
    return tuple(dict.fromkeys(one or THE_AUTHOR for one in said))


def told_by(said: Iterable[str]) -> str | None:
    """Return the sources with "; " between them; None where the author alone tells it, or nobody is known to."""
    listed = list(said)
    return None if listed in ([], [THE_AUTHOR]) else "; ".join(listed)
