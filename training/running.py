"""A run of training: a network, a plan of batches, and the loop; on a GPU where there is one, else on the cores."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from diurna.annotate.pieces import Pieces, batched
from training.example import Coded, Taught
from training.losses import annotated_loss, taught_loss
from training.network import Network
from training.prepared import Row, sentence_key
from training.targets import Index, Targets

# Shares of sentences whose words' shapes are those of lower-cased and of all-capital text.
LOWERED, RAISED = 0.12, 0.03
# Of the coded sentences half have so many of their word pieces covered, so that none is learnt by heart.
COVERED = 0.15
# The student's mask piece. MPNet has its own (30526), which the teachers' encoder does not map this one to.
MASK = 103
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
# The encoder's products in bfloat16: nearly twice as fast where the processor has the instructions (AVX512-BF16, AMX).
HALF = DEVICE == "cuda" or torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported()
EVERY_S = 240  # between checkpoints

Batch = tuple[str, dict[str, Tensor], Targets, Targets | None]


@dataclass(frozen=True, slots=True)
class Stage:
    """A run's name, the steepest learning rates of encoder and heads, the steps up to them, and the seed."""

    name: str
    encoder: float
    heads: float
    warming: int
    seed: int


class Plan:
    """The batches of a run in order, made ready one at a time."""

    def __init__(self, rows: Sequence[list[Row]], index: Index, taught: dict[int, Taught], seed: int) -> None:
        self.rows, self.index, self.taught, self.seed = rows, index, taught, seed

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, step: int) -> Batch:
        rows = self.rows[step]
        rng = random.Random(self.seed + step)
        cased = [_cased(pieces, rng) for pieces, _ in rows]
        if isinstance(rows[0][1], Coded):
            cased = [_covered(pieces, rng) if rng.random() < 0.5 else pieces for pieces in cased]
        arrays = batched(cased)
        inputs = dict(zip(("pieces", "mask", "first", "shape"), map(torch.from_numpy, arrays), strict=True))
        width = inputs["first"].shape[1]
        lengths = np.array([len(example.words) for _, example in rows])
        inputs["words"] = torch.from_numpy((np.arange(width)[None] < lengths[:, None]).astype(np.float32))
        examples = [example for _, example in rows]
        read = [self.taught.get(sentence_key(e.words)) for e in examples]
        kind = type(examples[0])
        taught = self.index.taught(read, width, events=kind is not Coded) if any(read) else None
        return kind.__name__, inputs, self.index.targets(examples, width), taught


def run(stage: Stage, network: Network, plan: Plan, work: Path) -> None:
    """Train the network by the plan, going on from WORK/NAME.checkpoint.pt; writes WORK/NAME.pt."""
    torch.manual_seed(stage.seed)
    network.to(DEVICE).train()
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
    totals: dict[str, list[Tensor]] = {}
    for kind, inputs, targets, taught in _batches(plan, step):
        torch.manual_seed(stage.seed + step)
        loss = _loss(network, inputs, targets, taught)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        slope.step()
        step += 1
        totals.setdefault(kind, []).append(loss.detach())
        if step % 100 == 0:
            shown = " ".join(f"{name} {torch.stack(losses).mean():.3f}" for name, losses in sorted(totals.items()))
            print(f"{step} {time.monotonic() - began:.0f}s {shown}", flush=True)
            totals = {}
        if time.monotonic() - saved > EVERY_S:
            saved = time.monotonic()
            _save(kept, network, optimizer, slope, step)
    torch.save({name: value.cpu() for name, value in network.state_dict().items()}, work / f"{stage.name}.pt")


def _batches(plan: Plan, begin: int) -> Iterator[Batch]:
    # A batch is ready in 2 ms; processes that made them ahead took longer to hand over their thirty tensors.
    for step in range(begin, len(plan)):
        kind, *parts = plan[step]
        inputs, targets, taught = ({n: t.to(DEVICE) for n, t in (p or {}).items()} for p in parts)
        yield kind, inputs, targets, taught or None


def _loss(network: Network, inputs: dict[str, Tensor], targets: Targets, taught: Targets | None) -> Tensor:
    with torch.autocast(DEVICE, torch.bfloat16, enabled=HALF):
        read = network.vectors(inputs["pieces"], inputs["mask"], inputs["first"], inputs["shape"])
    words = read.float()
    loss = annotated_loss(network, words, inputs["words"], targets)
    return loss if taught is None else loss + taught_loss(network, words, inputs["words"], taught)


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


def _covered(pieces: Pieces, rng: random.Random) -> Pieces:
    """Return the sentence with some of its word pieces covered, but for the two at its ends."""
    ids = pieces.ids.copy()
    for place in range(1, len(ids) - 1):
        if rng.random() < COVERED:
            ids[place] = MASK
    return replace(pieces, ids=ids)


def _resume(
    path: Path, network: Network, optimizer: torch.optim.Optimizer, slope: torch.optim.lr_scheduler.LRScheduler
) -> int:
    if not path.exists():
        return 0
    kept = torch.load(path, map_location=DEVICE)
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
