"""Read the shipped model back into a network: `python -m training.shipped WORK` writes WORK/model.pt from it.

So that training can go on from the model the package carries (`training.train DATA WORK WORK/model.pt SHARE`) where
the network it was shipped from is not at hand. Its weights have seven bits: that is what the file holds of them.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.labels import read_labels
from training.network import Network
from training.ship import MODEL

# What the exporter left unnamed because no module holds it: a vector that is added, a matrix outside a layer.
LOOSE = {"/MatMul_quant": "arc"}
# Products with int8 weights, as exported and as fused with what comes before or after.
PRODUCTS = ("MatMulInteger", "MatMulIntegerToFloat", "DynamicQuantizeMatMul")


def read_shipped(folder: Path = MODEL) -> dict[str, Tensor]:
    """Return the parameters of the network that `folder` was shipped from, as far as int8 weights tell them."""
    graph = onnx.load(str(folder / "model.onnx")).graph
    stored = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    read = {name.removeprefix("network."): value for name, value in stored.items() if name.startswith("network.")}
    for table in ("encoder.words.weight", "encoder.positions.weight"):
        read[table] = _plain(stored, f"network.{table}")
    for node in graph.node:
        if node.op_type in PRODUCTS:
            weight = _plain(stored, node.input[1].removesuffix("_quantized"))
            if node.name in LOOSE:
                read["arc"] = weight
            else:
                read[_parameter(node.name)] = weight.T
    # The exporter folded the type of every piece, and the last row of the arcs' matrix, into sums.
    sizes = {value.shape[0]: value for name, value in stored.items() if re.fullmatch(r"onnx::Add_\d+", name)}
    read["arc"] = np.concatenate([read["arc"], sizes[read["arc"].shape[1]][None]])
    state = Network(read_labels(folder / "labels.json")).state_dict()
    types = sizes[state["encoder.types.weight"].shape[1]]
    read["encoder.types.weight"] = np.stack([types, *[np.zeros_like(types)] * (len(state["encoder.types.weight"]) - 1)])
    with np.load(folder / "heads.npz") as pairs:
        for name in set(pairs.files) - {"role_distance"}:
            read[re.sub(r"_(weight|bias)$", r".\1", name)] = pairs[name]
        read["role_distance.weight"] = pairs["role_distance"]
    return {
        name: torch.from_numpy(np.array(read[name], np.float32)).reshape(value.shape) for name, value in state.items()
    }


def _plain(stored: dict[str, np.ndarray], name: str) -> np.ndarray:
    """Return int8 weights as numbers: of one scale, or of one for each column."""
    levels = stored[f"{name}_quantized"].astype(np.float32) - stored[f"{name}_zero_point"].astype(np.float32)
    return np.asarray(levels * stored[f"{name}_scale"])


def _parameter(node: str) -> str:
    """Return the parameter of a product: "/encoder/layers.0/query/MatMul_quant" is "encoder.layers.0.query.weight"."""
    parts = node.split("/")[1:-1]
    # A member of a sequence is named with its sequence: "/triggers/triggers.0".
    if len(parts) > 1 and parts[-1].startswith(f"{parts[-2]}."):
        del parts[-2]
    return ".".join([*parts, "weight"])


if __name__ == "__main__":
    work = Path(sys.argv[1])
    work.mkdir(parents=True, exist_ok=True)
    torch.save(read_shipped(), work / "model.pt")
