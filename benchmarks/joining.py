"""How well events of different articles are joined: `python -m benchmarks.joining [--dense] [--errors]`.

The 60 stories of corpus/stories are coded and merged as one collection. Counted are the events that the machine found
and that are labelled, B-cubed: for each, how many of those joined with it are its own (precision), and how many of its
own are joined with it (recall). The families that the weights were not fitted on test; with `--dense` all stories are
told in the same weeks, so that they crowd each other.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.stories import Told, told_stories

from diurna.merge.across import Joining, Telling, copy_groups, tellings_of
from diurna.pipeline import code_articles
from diurna.records import Event


@dataclass(frozen=True, slots=True)
class Labelled:
    """A telling that the machine found, and the event that it tells where its trigger is labelled."""

    telling: Telling
    told: Told
    label: str | None


def labelled_tellings(dense: bool = False) -> list[Labelled]:
    """Return the machine's tellings of all stories by day of publication; `dense`: all begin on one day."""
    told = told_stories()
    records = list(code_articles(one.article for one in told))
    copies = copy_groups({one.article.id: one.article.text for one in told})
    made = []
    for one, record in zip(told, records, strict=True):
        events = {event.id: event for event in record.events}
        for telling in tellings_of(record, one.article.id, copies[one.article.id]):
            made.append(Labelled(telling, one, _label(events[telling.event_id], one)))
    if dense:
        made = _crowded(made)
    return sorted(made, key=lambda one: (one.telling.published or 0, one.telling.article_key, one.telling.start))


def _label(event: Event, told: Told) -> str | None:
    for spot in (event.trigger, *event.mentions):
        for span, label in told.labels:
            if spot.overlaps(span):
                return label
    return None


def _crowded(made: list[Labelled]) -> list[Labelled]:
    first: dict[str, int] = {}
    for one in made:
        day = one.telling.published or 0
        first[one.told.family] = min(first.get(one.told.family, day), day)
    begin = min(first.values())
    return [replace(one, telling=moved(one.telling, begin - first[one.told.family])) for one in made]


def moved(telling: Telling, days: int) -> Telling:
    """Return the telling with all its days moved by a number of days."""
    later = {name: day + days for name in ("published", "first_day", "last_day") if (day := getattr(telling, name))}
    return replace(telling, **later)


def joined(tellings: Iterable[Labelled], by: Mapping[str, float] | None = None) -> dict[tuple[str, str], str]:
    """Return the joined event of each telling, by its key; `by` are the package's weights unless given."""
    joining = Joining(by=by)
    keys = []
    for one in tellings:
        joining.add(one.telling)
        keys.append(one.telling.key)
    return {key: joining.event_of(key) or "" for key in keys}


def bcubed(tellings: Sequence[Labelled], events: Mapping[tuple[str, str], str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 over the labelled tellings; (0, 0, 0) where there are none."""
    ours: dict[str, set[tuple[str, str]]] = defaultdict(set)
    theirs: dict[str, set[tuple[str, str]]] = defaultdict(set)
    labels = {one.telling.key: one.label for one in tellings if one.label}
    for key, label in labels.items():
        ours[events[key]].add(key)
        theirs[label].add(key)
    right = {key: len(ours[events[key]] & theirs[label]) for key, label in labels.items()}
    if not labels:
        return 0.0, 0.0, 0.0
    precision = sum(right[key] / len(ours[events[key]]) for key in labels) / len(labels)
    recall = sum(right[key] / len(theirs[label]) for key, label in labels.items()) / len(labels)
    return precision, recall, 2 * precision * recall / (precision + recall)


def main() -> None:
    """Print the figures, and with `--errors` what was joined wrongly."""
    tellings = labelled_tellings("--dense" in sys.argv)
    events = joined(tellings)
    parts = {
        "test half": [one for one in tellings if not one.told.trains],
        "  its look-alikes": [one for one in tellings if not one.told.trains and one.told.lookalike],
        "training half": [one for one in tellings if one.told.trains],
    }
    for name, part in parts.items():
        precision, recall, f1 = bcubed(part, events)
        count = sum(one.label is not None for one in part)
        print(f"{name:18} {count:4} events: B-cubed precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
    _print_copies(tellings)
    if "--errors" in sys.argv:
        _print_errors(parts["training half"], events)


def _print_copies(tellings: Sequence[Labelled]) -> None:
    """Print how many pairs of copied articles are found as copies, and how many others are taken for some."""
    articles = {one.told.article.id: (one.told.copy, one.telling.copies) for one in tellings}
    marked = list(articles.values())
    pairs = [(a, b) for place, a in enumerate(marked) for b in marked[:place]]
    both = sum(a[0] is not None and a[0] == b[0] and a[1] == b[1] for a, b in pairs)
    copied = sum(a[0] is not None and a[0] == b[0] for a, b in pairs)
    wrong = sum(a[1] == b[1] and (a[0] is None or a[0] != b[0]) for a, b in pairs)
    print(f"copies: {both} of {copied} pairs found, {wrong} others taken for copies")


def _print_errors(part: Sequence[Labelled], events: Mapping[tuple[str, str], str]) -> None:
    by_event: dict[str, list[Labelled]] = defaultdict(list)
    for one in part:
        if one.label:
            by_event[events[one.telling.key]].append(one)
    for id, members in by_event.items():
        if len({one.label for one in members}) > 1:
            print(id, [(one.label, one.telling.article_key, one.telling.type, one.telling.trigger) for one in members])


if __name__ == "__main__":
    main()
