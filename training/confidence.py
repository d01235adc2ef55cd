"""Fit what an event's score is worth: `python -m training.confidence DATA [--write]`.

Confidence is the logistic function of slope times the score's log odds plus shift, both fitted on the events that
diurna finds in the dev parts of the coded VOA sentences and of the corpus, and of `main` where the trigger heads its
sentence and `under` where another one stands above it: these two are set by hand, so that the surest of a sentence's
events is the one that it is about, which PLOVER's gold sentences code alone. With `--write` into code/weights.toml.
"""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path
from typing import Any

import numpy as np

from diurna.annotate import annotate
from diurna.code.events import weighed
from diurna.code.weights import weights
from diurna.read import article_of
from training.coded import held_out, passages
from training.event_weights import WEIGHTS, tells
from training.logistic import fit
from training.sources import CORPUS

Row = tuple[list[float], bool]


def rows(coded: list[dict[str, Any]]) -> list[Row]:
    """Return the log odds and the place in its sentence of each event found, and whether it is right."""
    made: list[Row] = []
    documents = annotate(article_of({"id": c["id"], "text": c["text"]}) for c in coded)
    for coding, document in zip(coded, documents, strict=True):
        for one in weighed(document):
            if one.score >= weights().limits.event:
                event, odds = one.event(), math.log(one.score / (1 - one.score))
                right = any(tells(e, one.type, event.trigger.start, event.trigger.end) for e in coding["events"])
                made.append(([odds, 1.0, one.evidence["main"], one.evidence["under"]], right))
    return made


def main() -> None:
    """Fit, print, and write where asked to."""
    data = Path(next((a for a in sys.argv[1:] if a[0] != "-"), "../shared/data"))
    lines = (data / "events/voa_plover.jsonl").read_text("utf-8").splitlines()
    coded = [c for c in map(json.loads, lines) if held_out(c["id"])] + list(passages(CORPUS, "dev"))
    by, found = weights().confidence, rows(coded)
    table, right = np.array([row for row, _ in found]), np.array([float(right) for _, right in found])
    slope, shift = fit(table[:, :2], right, 0.01, table[:, 2:] @ np.array([by.main, by.under]))
    print(f"{len(found)} events: slope {slope:.2f}, shift {shift:.2f}")
    if "--write" in sys.argv:
        text = WEIGHTS.read_text("utf-8")
        for name, value in (("slope", slope), ("shift", shift)):
            text = re.sub(rf"(?m)^{name} = [-\d.]+", f"{name} = {value:.2f}", text)
        WEIGHTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
