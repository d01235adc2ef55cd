"""The commonest mistakes of the coder: `python -m benchmarks.confusions DATA`.

On the dev parts of the coded VOA sentences and of the corpus: which type is found where another is coded, what is
missed, and what is found where nothing is coded, with an example of each.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training.coded import held_out, passages
from training.sources import CORPUS

from benchmarks.events import meet
from diurna.annotate import annotate
from diurna.code.events import find_events
from diurna.read import article_of
from diurna.records import Event

MOST = 20
Mistake = tuple[str, str]


def mistakes(found: Sequence[Event], coded: Sequence[dict[str, Any]]) -> Iterator[tuple[Mistake, int, int]]:
    """Yield (coded type, found type) with the words' place: "-" where nothing is coded, or nothing found."""
    for one in coded:
        here = [e for e in found if meet(e.trigger.start, e.trigger.end, one["trigger"])]
        if not any(e.type == one["type"] for e in here):
            yield (one["type"], here[0].type if here else "-"), one["trigger"]["start"], one["trigger"]["end"]
    for event in found:
        if not any(meet(event.trigger.start, event.trigger.end, one["trigger"]) for one in coded):
            yield ("-", event.type), event.trigger.start, event.trigger.end


def main() -> None:
    """Print the commonest mistakes of each set, one example beside each."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    lines = (data / "events/voa_plover.jsonl").read_text("utf-8").splitlines()
    sets = {
        "voa dev": [c for c in map(json.loads, lines) if held_out(c["id"])],
        "corpus dev": list(passages(CORPUS, "dev")),
    }
    for label, coded in sets.items():
        counts: Counter[Mistake] = Counter()
        examples: dict[Mistake, str] = {}
        for one, document in zip(coded, annotate(article_of(c) for c in coded), strict=True):
            for mistake, start, end in mistakes(find_events(document), one["events"]):
                counts[mistake] += 1
                examples.setdefault(mistake, one["text"][max(0, start - 40) : end + 30].replace("\n", " "))
        print(f"-- {label}: {sum(counts.values())} mistakes")
        for (wanted, got), count in counts.most_common(MOST):
            shown = f"  ... {examples[wanted, got]} ..." if label != "voa dev" else ""
            print(f"{count:4} coded {wanted:9} found {got:9}{shown}")


if __name__ == "__main__":
    main()
