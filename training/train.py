"""Train the model: `python -m training.train DATA WORK [FROM SHARE]`. It goes on from WORK where it was stopped.

With FROM (a model.pt) and SHARE (of the passes, such as 0.35), it trains that model further, on data that have grown.

The student learns from people's annotation and from the teacher's reading of the same sentences (training/taught.bin,
made by `python -m training.teach`).
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch

from training.network import Network
from training.prepared import batches, prepared
from training.running import Plan, Stage, run
from training.targets import Index
from training.taught import read_taught

STUDENT = Stage("model", encoder=2.5e-4, heads=1e-3, warming=200, seed=20261126)
BATCH_PIECES = 1600


def train(data: Path, work: Path, before: Path | None = None, share: float = 1.0) -> None:
    """Train on the sources under `data`, from `before` where it is given; writes labels.json and model.pt."""
    work.mkdir(parents=True, exist_ok=True)
    torch.set_flush_denormal(True)
    ready = prepared(data, work)
    ready.labels.write(work / "labels.json")
    torch.manual_seed(STUDENT.seed)
    network = Network(ready.labels)
    if before:
        network.load_state_dict(torch.load(before, weights_only=True))
    else:
        network.encoder.load()
    rows = batches([(passes * share, rows) for _, passes, _, rows in ready.sources], BATCH_PIECES, STUDENT.seed)
    run(STUDENT, network, Plan(rows, Index(ready.labels), read_taught(), STUDENT.seed), work)


if __name__ == "__main__":
    given = sys.argv[1:]
    train(Path(given[0]), Path(given[1]), *((Path(given[2]), float(given[3])) if len(given) == 4 else ()))
