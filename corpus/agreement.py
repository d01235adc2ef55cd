"""How far two codings of the same passages agree: `python -m corpus.agreement [SECOND]`.

SECOND is a file of blind codings (`id`, `events`; default corpus/second/codings.jsonl), held against corpus/passages.
Two events match where their triggers overlap, events of the same type first. Modes, contexts, statuses, actors and
recipients are compared on events that match in type too; a span agrees with one that it overlaps.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.check import FOLDER, read, span_of

SECOND = Path(__file__).parent / "second/codings.jsonl"
COMMONEST = 20
Event = dict[str, Any]
Pair = tuple[Event, Event]


@dataclass(frozen=True)
class Compared:
    """A passage as two coders coded it, and the pairs of events whose triggers overlap."""

    text: str
    near_miss: bool
    first: list[Event]
    second: list[Event]
    pairs: list[Pair]

    @property
    def alike(self) -> list[Pair]:
        """The matched events of the same type."""
        return [(a, b) for a, b in self.pairs if a["type"] == b["type"]]


def f1(right: int, first: int, second: int) -> float:
    """Return the harmonic mean of right/first and right/second; 1.0 where neither coder has any."""
    return 2 * right / (first + second) if first + second else 1.0


def share(found: Iterable[bool]) -> float:
    """Return the part that is true; 1.0 of none."""
    answers = list(found)
    return sum(answers) / len(answers) if answers else 1.0


def kappa(pairs: Sequence[tuple[Any, Any]]) -> float:
    """Return Cohen's kappa of two coders' labels; 1.0 where both know but one label, or there are no pairs."""
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[label] * right[label] for label in left) / len(pairs) ** 2 if pairs else 1.0
    return (share(a == b for a, b in pairs) - chance) / (1 - chance) if chance < 1 else 1.0


def _overlap(text: str, a: str, b: str) -> bool:
    (start, end), (other_start, other_end) = span_of(text, a), span_of(text, b)
    return start < other_end and other_start < end


def spans_alike(text: str, first: list[str], second: list[str]) -> int:
    """Return how many spans of the first overlap one of the second, each used once."""
    left = list(second)
    for words in first:
        if found := next((other for other in left if _overlap(text, words, other)), None):
            left.remove(found)
    return len(second) - len(left)


def matched(text: str, first: list[Event], second: list[Event]) -> list[Pair]:
    """Return the pairs of events whose triggers overlap, each event once, same types first."""
    near = [
        (a["type"] != b["type"], i, j)
        for i, a in enumerate(first)
        for j, b in enumerate(second)
        if _overlap(text, a["trigger"], b["trigger"])
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(near):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(first[i], second[j]) for i, j in pairs.items()]


def compare(passages: dict[str, dict[str, Any]], second: dict[str, list[Event]]) -> list[Compared]:
    """Return each passage of the second coding beside the first; KeyError names an id that is no passage's."""
    found = []
    for key, events in second.items():
        if key not in passages:
            raise KeyError(f"the second coding has {key!r}, which stands in no file of corpus/passages; mend the id")
        text, first = passages[key]["text"], passages[key]["events"]
        found.append(Compared(text, passages[key]["near_miss"], first, events, matched(text, first, events)))
    return found


def disagreements(compared: list[Compared]) -> Counter[str]:
    """Return how often two types stand on one trigger, and how often only one coder has an event of a type."""
    found: Counter[str] = Counter()
    for one in compared:
        found.update(f"{a['type']} / {b['type']}" for a, b in one.pairs if a["type"] != b["type"])
        found.update(f"{e['type']} / none" for e in one.first if not any(e is a for a, _ in one.pairs))
        found.update(f"none / {e['type']}" for e in one.second if not any(e is b for _, b in one.pairs))
    return found


def lines(compared: list[Compared]) -> list[str]:
    """Return the lines that tell how far the codings agree."""
    first, second = [e for c in compared for e in c.first], [e for c in compared for e in c.second]
    alike = [pair for c in compared for pair in c.alike]
    told = [f"{len(compared)} passages; {len(first)} events in the first coding, {len(second)} in the second"]

    def scored(name: str, right: int, a: int, b: int) -> None:
        told.append(f"{name}: F1 {f1(right, a, b):.3f} ({right} of {a} and {b})")

    scored("events (trigger and type)", len(alike), len(first), len(second))
    scored("triggers alone", sum(len(c.pairs) for c in compared), len(first), len(second))
    both = [Counter(e["type"] for e in c.first) & Counter(e["type"] for e in c.second) for c in compared]
    scored("types in the passage, wherever the trigger", sum(c.total() for c in both), len(first), len(second))
    for name in ("mode", "context"):
        told.append(f"{name}: the same in {share(set(a[name]) == set(b[name]) for a, b in alike):.3f} of {len(alike)}")
    statuses = [(a["status"], b["status"]) for a, b in alike]
    told.append(f"status: the same in {share(a == b for a, b in statuses):.3f}, kappa {kappa(statuses):.3f}")
    for name in ("actor", "recipient"):
        right = sum(spans_alike(c.text, a[name], b[name]) for c in compared for a, b in c.alike)
        scored(name, right, sum(len(a[name]) for a, _ in alike), sum(len(b[name]) for _, b in alike))
    any_event = [(bool(c.first), bool(c.second)) for c in compared]
    told.append(f"no event or any: the same in {share(a == b for a, b in any_event):.3f}, kappa {kappa(any_event):.3f}")
    quiet = [not c.second for c in compared if c.near_miss and not c.first]
    told.append(f"near misses without an event: {sum(quiet)} of {len(quiet)} have none in the second coding either")
    for kind, _ in Counter(e["type"] for e in first + second).most_common():
        a, b = (sum(e["type"] == kind for e in events) for events in (first, second))
        scored(f"  {kind}", sum(x["type"] == kind for x, _ in alike), a, b)
    told.append("commonest disagreements, first / second:")
    return told + [f"  {count:3} {what}" for what, count in disagreements(compared).most_common(COMMONEST)]


def main() -> None:
    """Print how far the codings agree."""
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else SECOND
    passages = {p["id"]: p for path in sorted(FOLDER.glob("*.jsonl")) for p in (json.loads(x) for _, x in read(path))}
    second = {c["id"]: c["events"] for c in (json.loads(line) for _, line in read(source))}
    print("\n".join(lines(compare(passages, second))))


if __name__ == "__main__":
    main()
