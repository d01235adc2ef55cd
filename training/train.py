"""Train the model: `python -m training.train DATA WORK`. It goes on from WORK where it was stopped.

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


def train(data: Path, work: Path) -> None:
    """Train on the sources under `data`; writes labels.json and model.pt into `work`."""
    work.mkdir(parents=True, exist_ok=True)
    torch.set_flush_denormal(True)
    ready = prepared(data, work)
    ready.labels.write(work / "labels.json")
    torch.manual_seed(STUDENT.seed)
    network = Network(ready.labels)
    network.encoder.load()
    rows = batches([(passes, rows) for _, passes, _, rows in ready.sources], BATCH_PIECES, STUDENT.seed)
    run(STUDENT, network, Plan(rows, Index(ready.labels), read_taught(), STUDENT.seed), work)


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]))
