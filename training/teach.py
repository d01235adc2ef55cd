"""Train teachers and let them read the training sentences: `python -m training.teach DATA WORK` (made for a GPU).

Writes training/taught.bin, which `python -m training.train` learns from besides the annotation. The chances of several
teachers are averaged. Trees and tags are read by teachers that saw treebanks alone: those that had also learnt
triggers called one event noun in fifteen a clause ("violence", `ccomp`), and the student learnt it from them.

`python -m training.teach DATA WORK NAME...` only trains the teachers named (all-1, all-2 ..., trees-1 ...), so that a
GPU can train several at once; a teacher that WORK holds is not trained again.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from diurna.annotate.pieces import batched
from training.example import CodedEvent, Taught
from training.labels import Labels
from training.losses import arc_scores
from training.network import Network
from training.prepared import Prepared, Row, batches, prepared, sentence_key
from training.running import DEVICE, HALF, Plan, Stage, run
from training.targets import PARTS, Index
from training.taught import write_taught
from training.teacher import TeacherEncoder, mpnet_weights

ALL, TREES = ("all-1", "all-2", "all-3"), ("trees-1", "trees-2")
BATCH_PIECES, READ_PIECES = 4800, 16000
LIKELY = 0.5  # a trigger, a mode or a context that is likelier than not


def teach(data: Path, work: Path, only: Sequence[str] = ()) -> None:
    """Train the teachers that `work` lacks, or only those named, and write what all of them read."""
    ready = prepared(data, work)
    for name in only or (*ALL, *TREES):
        if not (work / f"{name}.pt").exists():
            _trained(ready, work, name)
    if not only:
        teachers, trees = ([_read_back(ready, work, name) for name in names] for names in (ALL, TREES))
        write_taught(readings(teachers, trees, ready))


def _trained(ready: Prepared, work: Path, name: str) -> None:
    kind, seed = name.split("-")
    torch.manual_seed(int(seed))
    encoder = TeacherEncoder()
    encoder.load(mpnet_weights())
    network = Network(ready.labels, encoder)
    sources = [(passes, rows) for source, _, passes, rows in ready.sources if kind == "all" or source == kind]
    rows = batches(sources, BATCH_PIECES, int(seed))
    stage = Stage(name, encoder=6e-5, heads=1e-3, warming=100, seed=int(seed))
    run(stage, network, Plan(rows, Index(ready.labels), {}, int(seed)), work)


def _read_back(ready: Prepared, work: Path, name: str) -> Network:
    network = Network(ready.labels, TeacherEncoder())
    network.load_state_dict(torch.load(work / f"{name}.pt", weights_only=True))
    network.to(DEVICE).eval()
    return network


def readings(teachers: Sequence[Network], trees: Sequence[Network], ready: Prepared) -> Iterator[tuple[int, Taught]]:
    """Yield what the teachers read in each sentence of the sources, once, by the sentence's key."""
    rows = {sentence_key(row[1].words): row for _, _, _, source in ready.sources for row in source}
    for batch in batches([(1, tuple(rows.values()))], READ_PIECES, 0):
        with torch.inference_mode():
            yield from zip(
                [sentence_key(example.words) for _, example in batch],
                _read(teachers, trees, batch, ready.labels),
                strict=True,
            )


def _read(
    teachers: Sequence[Network], trees: Sequence[Network], batch: Sequence[Row], labels: Labels
) -> Iterator[Taught]:
    arrays = [torch.from_numpy(array).to(DEVICE) for array in batched([pieces for pieces, _ in batch])]
    lengths = [len(example.words) for _, example in batch]
    with torch.autocast(DEVICE, torch.bfloat16, enabled=HALF):
        halves = [teacher.vectors(*arrays) for teacher in (*teachers, *trees)]
    vectors = [half.float() for half in halves]
    width = vectors[0].shape[1]
    mask = (torch.arange(width)[None] < torch.tensor(lengths)[:, None]).float().to(DEVICE)
    chances = _wordwise(list(zip(teachers, vectors[: len(teachers)], strict=True)))
    chances |= _grown(list(zip(trees, vectors[len(teachers) :], strict=True)), mask)
    both = {name: chance.topk(2, -1) for name, chance in chances.items()}
    found = {n: (b.indices.cpu().numpy(), (b.values * 255).round().cpu().numpy()) for n, b in both.items()}
    triggers = found["triggers"][0][..., 0]
    told = _events(
        teachers, vectors[: len(teachers)], [_runs(triggers[row, :n]) for row, n in enumerate(lengths)], labels, lengths
    )
    for row, length in enumerate(lengths):
        yield Taught(
            {name: index[row, :length].astype(np.int16) for name, (index, _) in found.items()},
            {name: chance[row, :length].astype(np.uint8) for name, (_, chance) in found.items()},
            tuple(told[row]),
        )


def _mean(scores: list[Tensor]) -> Tensor:
    return torch.stack([s.float().softmax(-1) for s in scores]).mean(0)


def _wordwise(pairs: Sequence[tuple[Network, Tensor]]) -> dict[str, Tensor]:
    """Return the mean probabilities at every word of names, triggers and the parts of attributions."""
    made = {head: _mean([getattr(t, head)(v) for t, v in pairs]) for head in ("names", "triggers")}
    parts = _mean([t.parts(v).unflatten(-1, (3, 3)) for t, v in pairs])
    return made | {part: parts[..., i, :] for i, part in enumerate(PARTS)}


def _grown(pairs: Sequence[tuple[Network, Tensor]], mask: Tensor) -> dict[str, Tensor]:
    """Return the mean probabilities of tags, governors, and relations to the likeliest governor."""
    made = {head: _mean([getattr(t, head)(v) for t, v in pairs]) for head in ("upos", "feats")}
    made["heads"] = _mean([arc_scores(t, v, mask) for t, v in pairs])
    best = made["heads"].argmax(-1)[..., None]
    relations = []
    for teacher, read in pairs:
        low, high = teacher.label_parts(read)
        relations.append(teacher.label_scores(low, torch.gather(high, 1, best.expand(-1, -1, high.shape[-1]))))
    made["deprels"] = _mean(relations)
    return made


def _runs(types: NDArray[np.int64]) -> list[tuple[int, tuple[int, ...]]]:
    """Return the triggers of a sentence: runs of words of one type (0: none)."""
    made: list[tuple[int, tuple[int, ...]]] = []
    for word, kind in enumerate(types):
        if kind and made and made[-1][0] == kind and made[-1][1][-1] == word - 1:
            made[-1] = (int(kind), (*made[-1][1], word))
        elif kind:
            made.append((int(kind), (word,)))
    return made


def _likely(labels: Sequence[str], chances: NDArray[np.float32]) -> tuple[str, ...]:
    return tuple(label for label, chance in zip(labels, chances, strict=True) if label and chance > LIKELY)


def _events(
    teachers: Sequence[Network],
    vectors: Sequence[Tensor],
    runs: list[list[tuple[int, tuple[int, ...]]]],
    labels: Labels,
    lengths: list[int],
) -> list[list[CodedEvent]]:
    """Return each sentence's events: the likeliest status and role of each word, the likely modes and contexts."""
    flat = [(row, kind, trigger) for row, found in enumerate(runs) for kind, trigger in found]
    told: list[list[CodedEvent]] = [[] for _ in runs]
    if not flat:
        return told
    width = vectors[0].shape[1]
    rows = torch.tensor([row for row, _, _ in flat], device=DEVICE)
    share = torch.zeros(len(flat), width)
    for place, (_, _, trigger) in enumerate(flat):
        share[place, list(trigger)] = 1 / len(trigger)
    share = share.to(DEVICE)[:, None]
    firsts = torch.tensor([trigger[0] for _, _, trigger in flat], device=DEVICE)
    distance = torch.arange(width, device=DEVICE)[None] - firsts[:, None]

    def at_triggers(read: Tensor) -> Tensor:
        return (share @ read[rows].float())[:, 0]

    def mean(made: list[Tensor]) -> NDArray[np.float32]:
        means: NDArray[np.float32] = torch.stack(made).mean(0).cpu().numpy()
        return means

    pairs = list(zip(teachers, vectors, strict=True))
    statuses = mean([at_triggers(t.statuses(v)).softmax(-1) for t, v in pairs])
    modes = mean([at_triggers(t.modes(v)).sigmoid() for t, v in pairs])
    contexts = mean([at_triggers(t.contexts(v)).sigmoid() for t, v in pairs])
    roles = mean(
        [
            t.role_scores(at_triggers(t.role_trigger(v))[:, None], t.role_word(v)[rows], distance).float().softmax(-1)
            for t, v in pairs
        ]
    ).argmax(-1)
    for place, (row, kind, trigger) in enumerate(flat):
        name = labels.types[kind]
        told[row].append(
            CodedEvent(
                trigger,
                name,
                labels.statuses[int(statuses[place].argmax())],
                tuple(
                    m
                    for m, p in zip(labels.modes, modes[place], strict=True)
                    if p > LIKELY and m.startswith(f"{name}:")
                ),
                _likely(labels.contexts, contexts[place]),
                tuple((word, labels.roles[roles[place, word]]) for word in range(lengths[row]) if roles[place, word]),
            )
        )
    return told


if __name__ == "__main__":
    teach(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
