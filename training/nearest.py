"""Keep what the model makes of the corpus's triggers: `python -m training.nearest` writes src/diurna/code/nearest.npz.

Vectors of each trigger of the corpus's training part with its type and passage, so that an event's `why` can name the
coded sentences it is most like; and vectors of other words, the background of the probes of users' own types.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

import numpy as np

from diurna.annotate import annotate
from diurna.read import article_of
from training.coded import passages
from training.sources import CORPUS

FILE = Path(__file__).parent.parent / "src/diurna/code/nearest.npz"
TRIGGERS, OTHERS = 4500, 600  # that are kept, by chance; both are the background of the probes
LONGEST = 160  # characters of a passage's sentence that are kept


def main() -> None:
    """Read the corpus with the shipped model and write the file."""
    rng = random.Random(1)
    triggers, background, told = [], [], []
    coded = list(passages(CORPUS, "train"))
    for passage, document in zip(coded, annotate(article_of(p["text"], id=p["id"]) for p in coded), strict=True):
        for sentence in document.sentences:
            assert sentence.vectors is not None
            taken: set[int] = set()
            for event in passage["events"]:
                words = [
                    t.index
                    for t in sentence.tokens
                    if t.start < event["trigger"]["end"] and event["trigger"]["start"] < t.end
                ]
                if words:
                    taken.update(words)
                    triggers.append(sentence.vectors[words].mean(0))
                    text = " ".join(document.article.text[sentence.start : sentence.end].split())
                    told.append((passage["id"], event["type"], text[:LONGEST]))
            background += [sentence.vectors[t.index] for t in sentence.tokens if t.index not in taken]
    kept = sorted(rng.sample(range(len(triggers)), min(TRIGGERS, len(triggers))))
    triggers, told = [triggers[n] for n in kept], [told[n] for n in kept]
    background = rng.sample(background, min(OTHERS, len(background))) + triggers
    step = max(float(np.abs(np.array(background)).max()), 1e-6) / 127
    np.savez_compressed(
        FILE,
        triggers=_small(np.array(triggers), step),
        background=_small(np.array(background), step),
        step=step,
        told=np.frombuffer(json.dumps(told, ensure_ascii=False).encode(), np.uint8),
    )
    print(f"{len(triggers)} triggers, {len(background)} words in all, {FILE.stat().st_size / 1e6:.1f} MB")


def _small(vectors: np.ndarray, step: float) -> np.ndarray:
    return np.round(vectors / step).clip(-127, 127).astype(np.int8)


if __name__ == "__main__":
    main()
