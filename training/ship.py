"""Export the trained network to the file the package carries: `python -m training.ship WORK`.

Writes model.onnx (int8 weights, its graph fused: training/fused.py), heads.npz (the pair scorers, small enough for
numpy), labels.json and tokenizer.json into src/diurna/annotate/model/.
"""

from __future__ import annotations

import json
import shutil
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.encoder import weights_folder
from training.fused import fuse
from training.labels import read_labels
from training.network import Network

MODEL = Path(__file__).parent.parent / "src/diurna/annotate/model"
OUTPUTS = (
    "upos", "feats", "dependent", "governor", "label_dependent", "label_governor",
    "names", "triggers", "statuses", "modes", "contexts", "role_trigger", "role_word", "parts", "words",
)  # fmt: skip


class Shipped(nn.Module):
    """The network as it is run: from pieces to everything that is computed once for each word."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor, mask: Tensor, first: Tensor, shape: Tensor) -> tuple[Tensor, ...]:
        n = self.network
        words = n.vectors(pieces, mask, first, shape)
        dependent, governor = n.arcs(words)
        low, high = n.label_parts(words)
        return (
            n.upos(words), n.feats(words), dependent, governor, low, high,
            n.names(words), n.triggers(words), n.statuses(words), n.modes(words), n.contexts(words),
            n.role_trigger(words), n.role_word(words), n.parts(words), words,
        )  # fmt: skip


def ship(work: Path, state: dict[str, Tensor]) -> None:
    """Write the shipped files from a network's parameters."""
    labels = read_labels(work / "labels.json")
    network = Network(labels)
    network.load_state_dict(state)
    network.eval()
    MODEL.mkdir(parents=True, exist_ok=True)
    plain = work / "model.fp32.onnx"
    _export(network, plain)
    # Seven bits for each weight: eight overflow in the sums of processors without VNNI.
    small = MODEL / "model.onnx"
    quantize_dynamic(str(plain), str(small), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    fuse(small)
    arrays: dict[str, Any] = {
        "deprels_weight": network.deprels.weight, "deprels_bias": network.deprels.bias,
        "roles_weight": network.roles.weight, "roles_bias": network.roles.bias,
        "role_distance": network.role_distance.weight,
    }  # fmt: skip
    np.savez(MODEL / "heads.npz", **{name: a.detach().numpy().astype(np.float32) for name, a in arrays.items()})
    (MODEL / "labels.json").write_text(json.dumps(asdict(labels), ensure_ascii=False, indent=0), "utf-8")
    shutil.copy(weights_folder() / "tokenizer.json", MODEL / "tokenizer.json")


def _export(network: Network, path: Path) -> None:
    batch = (
        torch.ones(2, 9, dtype=torch.int64),
        torch.ones(2, 9, dtype=torch.int64),
        torch.ones(2, 5, dtype=torch.int64),
    )
    inputs = ("pieces", "mask", "first", "shape")
    axes = {name: {0: "rows", 1: "pieces" if name in ("pieces", "mask") else "words"} for name in inputs}
    axes |= {name: {0: "rows", 1: "rooted" if "governor" in name else "words"} for name in OUTPUTS}
    torch.onnx.export(
        Shipped(network), (*batch, torch.zeros(2, 5, 5)), str(path), input_names=list(inputs),
        output_names=list(OUTPUTS), dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    onnx.checker.check_model(str(path))


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    ship(folder, torch.load(folder / "model.pt"))
