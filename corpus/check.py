"""Check the corpus: `python -m corpus.check [FILE...]`. Every line must be a passage whose spans stand in its text.

Prints each fault with file and line and exits with 1 where there is one; then counts of types, modes, statuses and
forms, the near misses, and what is too much alike (near-duplicates, openings and frames that come too often).
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from diurna.code.ontology import load_ontology

FOLDER = Path(__file__).parent / "passages"
FORMS = ("prose", "headline", "post", "transcript")
STATUSES = ("happened", "future", "hypothetical", "negated", "historical")
REPEATED = re.compile(r"^(.*)#(\d+)$", re.DOTALL)  # "the army#2": the second place where these words stand


def span_of(text: str, words: str) -> tuple[int, int]:
    """Return where the words of a coding stand in the text; raises ValueError where they do not."""
    found = REPEATED.match(words)
    wanted, nth = (found[1], int(found[2])) if found else (words, 1)
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(wanted)}(?!\w)", text)]
    if not wanted or len(places) < nth:
        raise ValueError(f"{words!r} does not stand in the text; copy it letter for letter")
    return places[nth - 1], places[nth - 1] + len(wanted)


def faults(line: str) -> Iterator[str]:
    """Yield what is wrong with a line of a passage file."""
    try:
        passage: dict[str, Any] = json.loads(line)
    except json.JSONDecodeError as error:
        yield f"is no JSON: {error}"
        return
    if missing := {"id", "text", "form", "region", "near_miss", "events"} - passage.keys():
        yield f"lacks {', '.join(sorted(missing))}"
        return
    if passage["form"] not in FORMS:
        yield f"form {passage['form']!r} is none of {', '.join(FORMS)}"
    types, contexts = load_ontology().types, load_ontology().contexts
    for event in passage["events"]:
        kind = types.get(event.get("type", ""))
        if kind is None:
            yield f"{event.get('type')!r} is no type"
            continue
        for mode in event.get("mode", []):
            if mode not in kind.modes:
                yield f"{mode!r} is no mode of {event['type']}"
        for context in event.get("context", []):
            if context not in contexts:
                yield f"{context!r} is no context"
        if event.get("status") not in STATUSES:
            yield f"status {event.get('status')!r} is none of {', '.join(STATUSES)}"
        for words in (event.get("trigger", ""), *event.get("actor", []), *event.get("recipient", [])):
            try:
                span_of(passage["text"], words)
            except ValueError as error:
                yield str(error)


def read(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the number and text of each line that is not empty."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            yield number, line


def _alike(texts: list[str]) -> int:
    """Return how many passages share half of their word triples with an earlier one."""
    seen: dict[tuple[str, ...], list[int]] = {}
    count = 0
    for index, text in enumerate(texts):
        words = re.findall(r"\w+", text.lower())
        triples = set(zip(words, words[1:], words[2:], strict=False))
        shared = Counter(i for t in triples for i in seen.get(t, ()))
        count += bool(shared) and shared.most_common(1)[0][1] > len(triples) / 2
        for t in triples:
            seen.setdefault(t, []).append(index)
    return count


def main() -> None:
    """Check and count."""
    paths = [Path(a) for a in sys.argv[1:]] or sorted(FOLDER.glob("*.jsonl"))
    bad, passages, ids = 0, [], Counter[str]()
    for path in paths:
        for number, line in read(path):
            for fault in faults(line):
                print(f"{path.name}:{number}: {fault}")
                bad += 1
            try:
                passages.append(json.loads(line))
                ids[passages[-1].get("id", "")] += 1
            except json.JSONDecodeError:
                continue
    bad += sum(n > 1 for n in ids.values())
    for repeated in (i for i, n in ids.items() if n > 1):
        print(f"the id {repeated!r} stands more than once")
    events = [e for p in passages for e in p.get("events", [])]
    print(f"{len(passages)} passages, {len(events)} events, {sum(bool(p['near_miss']) for p in passages)} near misses")
    for name, counts in (
        ("types", Counter(e["type"] for e in events)),
        ("modes", Counter(f"{e['type']}:{m}" for e in events for m in e.get("mode", []))),
        ("status", Counter(e["status"] for e in events)),
        ("forms", Counter(p["form"] for p in passages)),
    ):
        print(f"{name}: " + ", ".join(f"{key} {n}" for key, n in counts.most_common()))
    openings = Counter(" ".join(p["text"].lower().split()[:3]) for p in passages)
    print(f"near-duplicates: {_alike([p['text'] for p in passages])}; commonest openings: {openings.most_common(3)}")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()
