"""The network: one encoder, one vector a word, a light head for each thing that is read from it."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.dropout import Dropout
from training.encoder import Encoder
from training.labels import Labels

SHAPES = 5  # features of a word's shape, see diurna.annotate.pieces.shape_of
ARC, LABEL, ROLE, FURTHEST = 256, 128, 128, 32


class Network(nn.Module):
    """Heads over a word's first piece joined with its shape.

    Arcs are a biaffine product (Dozat and Manning 2017). Labels of arcs and roles of triggers are scored by a
    small network over two projections, added and passed through GELU, so that only pairs that matter are scored.
    """

    def __init__(self, labels: Labels, encoder: nn.Module | None = None, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = encoder or Encoder()
        self.shape = nn.Linear(SHAPES, 32)
        size = self.encoder.norm.normalized_shape[0] + 32
        self.dropout = Dropout(dropout)
        self.upos = nn.Linear(size, len(labels.upos))
        self.feats = nn.Linear(size, len(labels.feats))
        self.dependent, self.governor = nn.Linear(size, ARC), nn.Linear(size, ARC)
        self.arc = nn.Parameter(torch.randn(ARC + 1, ARC) * 0.02)
        self.root = nn.Parameter(torch.randn(ARC) * 0.02)
        self.label_dependent, self.label_governor = nn.Linear(size, LABEL), nn.Linear(size, LABEL)
        self.label_root = nn.Parameter(torch.randn(LABEL) * 0.02)
        self.deprels = nn.Linear(LABEL, len(labels.deprels))
        self.names = _perceptron(size, 256, len(labels.names), dropout)
        self.triggers = _perceptron(size, 256, len(labels.types), dropout)
        self.statuses = _perceptron(size, 128, len(labels.statuses), dropout)
        self.modes = _perceptron(size, 128, len(labels.modes), dropout)
        self.contexts = _perceptron(size, 128, len(labels.contexts), dropout)
        self.role_trigger, self.role_word = nn.Linear(size, ROLE), nn.Linear(size, ROLE)
        self.role_distance = nn.Embedding(2 * FURTHEST + 1, ROLE)
        self.roles = nn.Linear(ROLE, len(labels.roles))
        self.parts = _perceptron(size, 256, 3 * len(labels.parts), dropout)

    def vectors(self, pieces: Tensor, mask: Tensor, first: Tensor, shape: Tensor) -> Tensor:
        """Return a vector for each word, (batch, words, size); `first` is the index of each word's first piece."""
        states = self.encoder(pieces, mask)
        gathered = torch.gather(states, 1, first[:, :, None].expand(-1, -1, states.shape[-1]))
        return self.dropout(torch.cat([gathered, self.shape(shape)], -1))

    def arcs(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return what the arc scores are a product of: (batch, words, 256) and (batch, 1 + words, 256), root first."""
        dependent = nn.functional.gelu(self.dependent(words))
        dependent = dependent @ self.arc[:-1] + self.arc[-1]
        governor = nn.functional.gelu(self.governor(words))
        root = self.root.expand(words.shape[0], 1, -1)
        return dependent, torch.cat([root, governor], 1)

    def label_parts(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return the two projections that arc labels are scored from; the second has the root first."""
        root = self.label_root.expand(words.shape[0], 1, -1)
        return self.label_dependent(words), torch.cat([root, self.label_governor(words)], 1)

    def label_scores(self, dependent: Tensor, governor: Tensor) -> Tensor:
        """Return label logits for pairs of projected words."""
        return self.deprels(self.dropout(nn.functional.gelu(dependent + governor)))

    def role_scores(self, trigger: Tensor, words: Tensor, distance: Tensor) -> Tensor:
        """Return role logits for pairs of a projected trigger and a projected word, `distance` words apart."""
        apart = self.role_distance(distance.clamp(-FURTHEST, FURTHEST) + FURTHEST)
        return self.roles(self.dropout(nn.functional.gelu(trigger + words + apart)))


def _perceptron(size: int, inner: int, out: int, dropout: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(size, inner), nn.GELU(), Dropout(dropout), nn.Linear(inner, out))
