"""Is confidence what it says? `python -m benchmarks.calibration DATA [--plot FILE.svg]`.

Of the events that get 0.8, four in five should be right. Events are binned by confidence in tenths; the expected
calibration error is the mean distance of share right from mean confidence, weighed by the bins' sizes. On the dev part
of the coded VOA sentences, where the weights were fitted too, and on the corpus's test part, where nothing was. Right:
a coded event has the type, and its trigger meets the event's. The plot needs matplotlib.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from training.coded import held_out, passages
from training.sources import CORPUS

from diurna.annotate import annotate
from diurna.code.events import find_events
from diurna.read import article_of

Case = tuple[float, bool]


def cases(coded: list[dict[str, Any]]) -> list[Case]:
    """Return each found event's confidence and whether it is right."""
    made: list[Case] = []
    documents = annotate(article_of({"id": c["id"], "text": c["text"]}) for c in coded)
    for coding, document in zip(coded, documents, strict=True):
        for event in find_events(document):
            right = any(
                event.type == c["type"]
                and event.trigger.start < c["trigger"]["end"]
                and c["trigger"]["start"] < event.trigger.end
                for c in coding["events"]
            )
            made.append((event.confidence, right))
    return made


def bins(found: list[Case]) -> list[tuple[float, float, int]]:
    """Return mean confidence, share right and size of each tenth that holds any event."""
    tenths: dict[int, list[Case]] = {}
    for confidence, right in found:
        tenths.setdefault(min(int(confidence * 10), 9), []).append((confidence, right))
    return [
        (sum(c for c, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside), len(inside))
        for _, inside in sorted(tenths.items())
    ]


def main() -> None:
    """Print the bins and the error of both sets; draw them where asked for."""
    data = Path(next((a for a in sys.argv[1:] if a[0] != "-" and not a.endswith(".svg")), "../shared/data"))
    lines = (data / "events/voa_plover.jsonl").read_text("utf-8").splitlines()
    sets = {
        "VOA dev": [c for c in map(json.loads, lines) if held_out(c["id"])],
        "corpus test": list(passages(CORPUS, "test")),
    }
    shown = {}
    for name, coded in sets.items():
        found = cases(coded)
        shown[name] = bins(found)
        error = sum(size * abs(mean - share) for mean, share, size in shown[name]) / len(found)
        print(f"{name}: {len(found)} events, expected calibration error {error:.3f}")
        print("  " + "  ".join(f"{mean:.2f}: {share:.2f} ({size})" for mean, share, size in shown[name]))
    if "--plot" in sys.argv:
        _draw(shown, Path(sys.argv[sys.argv.index("--plot") + 1]))


def _draw(shown: dict[str, list[tuple[float, float, int]]], path: Path) -> None:
    from matplotlib import pyplot  # type: ignore[import-not-found,unused-ignore]

    figure, axes = pyplot.subplots(figsize=(4.5, 4.5))
    axes.plot([0, 1], [0, 1], color="0.7", linewidth=1)
    for name, points in shown.items():
        axes.plot([p[0] for p in points], [p[1] for p in points], marker="o", label=name)
    axes.set(xlabel="confidence", ylabel="share right", xlim=(0, 1), ylim=(0, 1))
    axes.legend()
    figure.savefig(path, bbox_inches="tight")


if __name__ == "__main__":
    main()
