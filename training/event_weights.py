"""Fit how the lexicon and the event head are weighed: `python -m training.event_weights DATA [--write]`.

A logistic regression on every candidate of the dev parts of the coded VOA sentences and of the corpus, which never
train the model, and of PLOVER's gold dev sentences (which code one event each, and count GOLD times, so that a
sentence's main event comes first): is it a coded event of that type, at that trigger? Prints the weights, the best
limit and the F1 there, and with `--write` puts them into src/diurna/code/weights.toml.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diurna.annotate import annotate
from diurna.code.events import candidates, evidence, type_of
from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon
from diurna.code.topic import politics
from diurna.code.weights import Score
from diurna.read import article_of
from training.coded import held_out, passages
from training.logistic import fit
from training.sources import CORPUS

WEIGHTS = Path(__file__).parent.parent / "src/diurna/code/weights.toml"
NAMES = tuple(field.name for field in fields(Score))
# How strongly each weight is drawn to 0 (log odds squared): a few hundred events decide little more.
RIDGE = 1.0
GOLD = 2


def examples(data: Path) -> tuple[NDArray[np.float64], NDArray[np.float64], int]:
    """Return the evidence (candidates, weights), whether each is right, and how many events are coded."""
    lines = (data / "events/voa_plover.jsonl").read_text("utf-8").splitlines()
    coded: list[dict[str, Any]] = [c for c in map(json.loads, lines) if held_out(c["id"])]
    lexicon = load_lexicon()
    rows, right = [], []
    gold = [json.loads(x) for x in (data / "events/plover_gold_dev.jsonl").read_text("utf-8").splitlines()]
    coded += gold * GOLD + list(passages(CORPUS, "dev"))
    for coding, document in zip(coded, annotate(article_of(c) for c in coded), strict=True):
        about = politics(document)
        for sentence in document.sentences:
            grammar = Grammar(sentence, lexicon.light)
            for candidate in candidates(grammar, lexicon):
                start = sentence.tokens[candidate.words.start].start
                end = sentence.tokens[candidate.words.stop - 1].end
                told = evidence(candidate, grammar, lexicon, about)
                rows.append([told.get(name, 0.0) for name in NAMES])
                right.append(any(_tells(e, type_of(candidate), start, end) for e in coding["events"]))
    return np.array(rows, float), np.array(right, float), sum(len(c["events"]) for c in coded)


def _tells(event: dict[str, Any], kind: str, start: int, end: int) -> bool:
    """Return whether a coded event is of the type and meets the words; PLOVER's gold events have no places."""
    if "type" not in event:
        return bool(event["event"] == kind)
    return bool(event["type"] == kind and start < event["trigger"]["end"] and event["trigger"]["start"] < end)


def main() -> None:
    """Fit, print, and write where asked to."""
    rows, right, coded = examples(Path(next((a for a in sys.argv[1:] if a[0] != "-"), "../shared/data")))
    weights = fit(rows, right, RIDGE)
    p = 1 / (1 + np.exp(-rows @ weights))
    limits = np.arange(0.2, 0.7, 0.02)
    scored = [(2 * right[p >= limit].sum() / ((p >= limit).sum() + coded), limit) for limit in limits]
    f1, limit = max(scored)
    print(f"{len(rows)} candidates, {int(right.sum())} right, {coded} coded; F1 {f1:.3f} at limit {limit:.2f}")
    text = WEIGHTS.read_text("utf-8")
    for name, value in (*zip(NAMES, weights, strict=True), ("event", limit)):
        print(f"{name:14} {value:.2f}")
        text = re.sub(rf"(?m)^{name} = [-\d.]+", f"{name} = {value:.2f}", text)
    if "--write" in sys.argv:
        WEIGHTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
