"""Fit what an event's score is worth: `python -m training.confidence DATA [--write]`.

Confidence is the logistic function of slope times the score's log odds plus shift, fitted on the events that diurna
finds in the dev parts of the coded VOA sentences and of the corpus (PLOVER's gold sentences code one event each, so
that a second one that is right counts as wrong there; they are left out). With `--write` into code/weights.toml.
"""

from __future__ import annotations

import json
import math
import re
import sys
from pathlib import Path

import numpy as np
from benchmarks.calibration import cases

from diurna.code.weights import weights
from training.coded import held_out, passages
from training.event_weights import WEIGHTS
from training.logistic import fit
from training.sources import CORPUS


def main() -> None:
    """Fit, print, and write where asked to."""
    data = Path(next((a for a in sys.argv[1:] if a[0] != "-"), "../shared/data"))
    lines = (data / "events/voa_plover.jsonl").read_text("utf-8").splitlines()
    coded = [c for c in map(json.loads, lines) if held_out(c["id"])] + list(passages(CORPUS, "dev"))
    by = weights().confidence
    found = cases(coded)
    odds = [(math.log(c / (1 - c)) - by.shift) / by.slope for c, _ in found]
    rows = np.array([[value, 1.0] for value in odds])
    slope, shift = fit(rows, np.array([float(right) for _, right in found]), 0.01)
    print(f"{len(found)} events: slope {slope:.2f}, shift {shift:.2f}")
    if "--write" in sys.argv:
        text = WEIGHTS.read_text("utf-8")
        for name, value in (("slope", slope), ("shift", shift)):
            text = re.sub(rf"(?m)^{name} = [-\d.]+", f"{name} = {value:.2f}", text)
        WEIGHTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
