"""Train the model: `python -m training.train DATA WORK`. It goes on from WORK where it was stopped."""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from diurna.annotate.pieces import Pieces, batched, pieces_of
from training.coded import read_coded_sentences
from training.encoder import tokenizer
from training.example import Coded, Example, Tree
from training.labels import Labels, labels_of, with_modes
from training.losses import Losses
from training.network import Network
from training.sources import Source, finishing_sources, training_sources

SEED = 20261125
BATCH_PIECES = 1600
LOWERED, RAISED = (
    0.12,
    0.03,
)  # shares of sentences whose words' shapes are those of lower-cased and all-capital text
# The encoder's products in bfloat16: nearly twice as fast where the processor has the instructions (AVX512-BF16, AMX).
HALF = torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
EVERY_S = 240  # between checkpoints

Batch = tuple[type, list[tuple[Pieces, Example]]]


def batches(sources: list[Source], seed: int) -> list[Batch]:
    """Return the whole training in order: every pass over every source in batches of like length, shuffled."""
    rng = random.Random(seed)
    made: list[Batch] = []
    cutter = tokenizer()
    for source in sources:
        pieces = pieces_of(cutter, [example.words for example in source.examples])
        rows = list(zip(pieces, source.examples, strict=True))
        passes = [rows] * int(source.passes)
        if source.passes % 1:
            passes.append(rng.sample(rows, int(len(rows) * (source.passes % 1))))
        for one in passes:
            ordered = sorted(one, key=lambda row: len(row[0].ids) + rng.random() * 4)
            made += [(type(batch[0][1]), batch) for batch in _cut(ordered)]
    rng.shuffle(made)
    return made


def _cut(rows: list[tuple[Pieces, Example]]) -> list[list[tuple[Pieces, Example]]]:
    cut: list[list[tuple[Pieces, Example]]] = [[]]
    for row in rows:
        if cut[-1] and (len(cut[-1]) + 1) * len(row[0].ids) > BATCH_PIECES:
            cut.append([])
        cut[-1].append(row)
    return cut


def _cased(pieces: Pieces, rng: random.Random) -> Pieces:
    """Return the sentence as it would look lower-cased or in capitals, now and then."""
    chance = rng.random()
    if chance > LOWERED + RAISED:
        return pieces
    shape = pieces.shape.copy()
    letters = shape[:, 4] == 0
    shape[:, [0, 1, 3]] = 0
    if chance > LOWERED:
        shape[letters & (shape[:, 2] == 0)] = (1, 1, 0, 1, 0)
    return replace(pieces, shape=shape)


@dataclass(frozen=True, slots=True)
class Stage:
    """A run over some sources: its name, and the steepest learning rates of encoder and heads."""

    name: str
    encoder: float
    heads: float
    warming: int


WHOLE, FINISH = Stage("whole", 2e-4, 1e-3, 200), Stage("finish", 8e-5, 4e-4, 50)


def train(data: Path, work: Path) -> None:
    """Train on the sources under `data`, then shortly with the corpus; writes labels.json and model.pt into `work`.

    whole.pt is the network after the first stage; a checkpoint is kept every EVERY_S seconds of either.
    """
    work.mkdir(parents=True, exist_ok=True)
    torch.set_flush_denormal(True)
    torch.manual_seed(SEED)
    sources = training_sources(data)
    first = _labels(sources, data)
    if not (work / "whole.pt").exists():
        network = Network(first)
        network.encoder.load()
        _run(WHOLE, network, first, batches(sources, SEED), work)
    network = Network(first)
    network.load_state_dict(torch.load(work / "whole.pt"))
    last = finishing_sources(data)
    if not any(source.examples for source in last if source.name == "corpus"):
        (work / "whole.pt").rename(work / "model.pt")  # no corpus yet: the first stage is all
        first.write(work / "labels.json")
        return
    labels = with_modes(
        first, {m for s in last for e in s.examples if isinstance(e, Coded) for v in e.events for m in v.modes}
    )
    labels.write(work / "labels.json")
    network.widen_modes(first.modes, labels.modes)
    _run(FINISH, network, labels, batches(last, SEED + 1), work)
    (work / "finish.pt").rename(work / "model.pt")


def _run(stage: Stage, network: Network, labels: Labels, plan: list[Batch], work: Path) -> None:
    losses = Losses(labels)
    encoder = list(network.encoder.parameters())
    heads = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": encoder, "lr": stage.encoder}, {"params": heads, "lr": stage.heads}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    slope = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min((step + 1) / stage.warming, max(0.0, (len(plan) - step) / (len(plan) - stage.warming))),
    )
    kept = work / f"{stage.name}.checkpoint.pt"
    step = _resume(kept, network, optimizer, slope)
    print(f"{stage.name}: {len(plan)} steps, from {step}", flush=True)
    began = saved = time.monotonic()
    network.train()
    totals: dict[str, list[float]] = {}
    while step < len(plan):
        kind, rows = plan[step]
        loss = _loss(network, losses, kind, rows, SEED + step)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        slope.step()
        step += 1
        totals.setdefault(kind.__name__, []).append(loss.item())
        if step % 100 == 0:
            shown = " ".join(f"{name} {np.mean(values):.3f}" for name, values in sorted(totals.items()))
            print(f"{step} {time.monotonic() - began:.0f}s {shown}", flush=True)
            totals = {}
        if time.monotonic() - saved > EVERY_S:
            saved = time.monotonic()
            _save(kept, network, optimizer, slope, step)
    torch.save(network.state_dict(), work / f"{stage.name}.pt")


def _loss(network: Network, losses: Losses, kind: type, rows: list[tuple[Pieces, Example]], seed: int) -> torch.Tensor:
    rng = random.Random(seed)
    torch.manual_seed(seed)
    ids, mask, first, shape = map(torch.from_numpy, batched([_cased(p, rng) for p, _ in rows]))
    with torch.autocast("cpu", torch.bfloat16, enabled=HALF):
        words = network.vectors(ids, mask, first, shape)
    return losses.of[kind](network, words.float(), [e for _, e in rows])


def _labels(sources: list[Source], data: Path) -> Labels:
    trees = [e for s in sources for e in s.examples if isinstance(e, Tree)]
    coded = [e for s in sources for e in s.examples if isinstance(e, Coded)]
    events = [
        event for c in (*coded, *read_coded_sentences(data / "events/voa_plover.jsonl", dev=True)) for event in c.events
    ]
    return labels_of(trees, {m for e in events for m in e.modes}, {c for e in events for c in e.contexts})


def _resume(
    path: Path,
    network: Network,
    optimizer: torch.optim.Optimizer,
    slope: torch.optim.lr_scheduler.LRScheduler,
) -> int:
    if not path.exists():
        return 0
    kept = torch.load(path)
    network.load_state_dict(kept["network"])
    optimizer.load_state_dict(kept["optimizer"])
    slope.load_state_dict(kept["slope"])
    return int(kept["step"])


def _save(
    path: Path,
    network: Network,
    optimizer: torch.optim.Optimizer,
    slope: torch.optim.lr_scheduler.LRScheduler,
    step: int,
) -> None:
    state = {
        "network": network.state_dict(),
        "optimizer": optimizer.state_dict(),
        "slope": slope.state_dict(),
        "step": step,
    }
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").rename(path)


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]))
