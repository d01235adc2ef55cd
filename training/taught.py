"""The teacher's readings of the training sentences, kept stand-off in one file: no word of a sentence is in it."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.example import CodedEvent, Taught
from training.targets import WORDWISE

FILE = Path(__file__).parent / "taught.bin"
SURE, UNLIKELY, STEP = 242, 12, 17  # of 255: what counts as certain, as not worth keeping, and the steps between


def write_taught(taught: Iterable[tuple[int, Taught]], path: Path = FILE) -> None:
    """Write readings by the key of their sentence (training/prepared.py)."""
    rows = list(taught)
    head = {
        "keys": [key for key, _ in rows],
        "lengths": [len(one.labels["upos"]) for _, one in rows],
        "events": [[_plain(event) for event in one.events] for _, one in rows],
    }
    blocks = [json.dumps(head, separators=(",", ":")).encode()]
    for name in WORDWISE:
        chances = np.concatenate([one.chances[name] for _, one in rows])
        labels = np.concatenate([one.labels[name] for _, one in rows]).astype("<i2")  # no head has more labels
        sure = chances[:, 0] >= SURE
        chances[sure, 0], chances[sure, 1] = 255, 0
        chances[chances[:, 1] < UNLIKELY, 1] = 0
        chances = ((chances.astype(int) + STEP // 2) // STEP * STEP).astype(np.uint8)
        labels[chances[:, 1] == 0, 1] = 0
        blocks += [labels.T.tobytes(), chances.T.tobytes()]
    sizes = json.dumps([len(block) for block in blocks]).encode().ljust(512)
    path.write_bytes(lzma.compress(sizes + b"".join(blocks)))


def read_taught(path: Path = FILE) -> dict[int, Taught]:
    """Return the readings by the key of their sentence; empty where there is no file."""
    if not path.exists():
        return {}
    data = lzma.decompress(path.read_bytes())
    blocks, at = [], 512
    for size in json.loads(data[:512]):
        blocks.append(data[at : at + size])
        at += size
    head = json.loads(blocks[0])
    ends = np.cumsum(head["lengths"])
    labels = {name: _halves(blocks[1 + 2 * i], "<i2") for i, name in enumerate(WORDWISE)}
    chances = {name: _halves(blocks[2 + 2 * i], "u1") for i, name in enumerate(WORDWISE)}
    made = {}
    for key, end, length, events in zip(head["keys"], ends, head["lengths"], head["events"], strict=True):
        part = slice(end - length, end)
        made[key] = Taught(
            {name: array[part] for name, array in labels.items()},
            {name: array[part] for name, array in chances.items()},
            tuple(_event(event) for event in events),
        )
    return made


def _halves(block: bytes, kind: str) -> NDArray[Any]:
    return np.frombuffer(block, kind).reshape(2, -1).T


def _plain(event: CodedEvent) -> list[Any]:
    return list(asdict(event).values())


def _event(plain: list[Any]) -> CodedEvent:
    trigger, kind, status, modes, contexts, roles = plain
    told = None if roles is None else tuple((word, role) for word, role in roles)
    return CodedEvent(tuple(trigger), kind, status, tuple(modes), tuple(contexts), told)
