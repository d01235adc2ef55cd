"""What each kind of example teaches: a loss for a batch of trees, names, codings or attributions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.example import Coded, CodedEvent, Named, Spoken, Tree
from training.labels import Labels
from training.network import Network
from training.penn import feats_allowed, upos_allowed

IGNORED = -100


class Losses:
    """Losses by kind of example; holds the label indices."""

    def __init__(self, labels: Labels) -> None:
        self.index = {
            field: {label: i for i, label in enumerate(getattr(labels, field))}
            for field in (
                "upos",
                "feats",
                "deprels",
                "names",
                "types",
                "statuses",
                "modes",
                "contexts",
                "roles",
            )
        }
        self.of: dict[type, Callable[[Network, Tensor, Sequence[Any]], Tensor]] = {
            Tree: self.tree, Named: self.named, Coded: self.coded, Spoken: self.spoken,
        }  # fmt: skip

    def padded(self, field: str, rows: Sequence[Sequence[str]], width: int) -> Tensor:
        """Return label indices (rows, width); labels that are not in the set, and padding, are ignored."""
        index = self.index[field]
        made = torch.full((len(rows), width), IGNORED)
        for row, labels in enumerate(rows):
            made[row, : len(labels)] = torch.tensor([index.get(label, IGNORED) for label in labels])
        return made

    def tree(self, network: Network, words: Tensor, trees: Sequence[Tree]) -> Tensor:
        """Tags, features, arcs and labels, each a cross entropy."""
        width = words.shape[1]
        loss = _cross(network.upos(words), self.padded("upos", [t.upos for t in trees], width))
        loss = loss + 0.5 * _cross(network.feats(words), self.padded("feats", [t.feats for t in trees], width))
        heads = torch.full((len(trees), width), IGNORED)
        there = torch.zeros(len(trees), width + 1, dtype=torch.bool)
        for row, tree in enumerate(trees):
            heads[row, : len(tree.heads)] = torch.tensor(tree.heads) + 1
            there[row, : len(tree.heads) + 1] = True
        dependent, governor = network.arcs(words)
        scores = (dependent @ governor.transpose(1, 2)).masked_fill(~there[:, None, :], -1e4)
        loss = loss + _cross(scores, heads)
        rows, columns = (heads != IGNORED).nonzero(as_tuple=True)
        low, high = network.label_parts(words)
        labels = self.padded("deprels", [t.deprels for t in trees], width)
        return loss + _cross(
            network.label_scores(low[rows, columns], high[rows, heads[rows, columns]]), labels[rows, columns]
        )

    def named(self, network: Network, words: Tensor, sentences: Sequence[Named]) -> Tensor:
        """The probability of the allowed labels together (a partial annotation's marginal likelihood)."""
        loss = self._allowed("names", network.names(words), [s.allowed for s in sentences])
        if not any(s.penn for s in sentences):
            return loss
        bundles = tuple(self.index["feats"])
        upos = [[upos_allowed(w, tag) for w, tag in zip(s.words, s.penn, strict=True)] for s in sentences]
        feats = [[feats_allowed(tag, bundles) for tag in s.penn] for s in sentences]
        return (
            loss
            + 0.5 * self._allowed("upos", network.upos(words), upos)
            + 0.2 * self._allowed("feats", network.feats(words), feats)
        )

    def _allowed(self, field: str, logits: Tensor, rows: Sequence[Sequence[Sequence[str]]]) -> Tensor:
        index = self.index[field]
        allowed = torch.zeros(logits.shape, dtype=torch.bool)
        for row, sentence in enumerate(rows):
            for column, labels in enumerate(sentence):
                allowed[row, column, [index[label] for label in labels if label in index]] = True
        there = allowed.any(-1)
        scores = torch.log_softmax(logits, -1)[there]
        return -scores.masked_fill(~allowed[there], -1e4).logsumexp(-1).mean()

    def coded(self, network: Network, words: Tensor, sentences: Sequence[Coded]) -> Tensor:
        """Triggers with types at every word; status, modes, contexts and roles at each trigger."""
        targets = torch.full(words.shape[:2], IGNORED)
        for row, sentence in enumerate(sentences):
            targets[row, : len(sentence.words)] = 0
            for event in sentence.events:
                targets[row, list(event.trigger)] = self.index["types"][event.type]
        loss = 3 * _cross(network.triggers(words), targets)
        events = [(row, event) for row, s in enumerate(sentences) for event in s.events]
        if events:
            loss = loss + self._triggered(network, words, events)
        told = [(row, event) for row, event in events if event.roles is not None]
        if told:
            loss = loss + self._roles(network, words, told, [len(s.words) for s in sentences])
        return loss

    def _triggered(self, network: Network, words: Tensor, events: list[tuple[int, CodedEvent]]) -> Tensor:
        mean = _means(events)
        statuses = mean(network.statuses(words))
        loss = 0.3 * cross_entropy(statuses, torch.tensor([self.index["statuses"][e.status] for _, e in events]))
        for field, weight in (("modes", 20.0), ("contexts", 10.0)):
            index = self.index[field]
            wanted = torch.zeros(len(events), len(index))
            for row, (_, event) in enumerate(events):
                wanted[row, [index[label] for label in getattr(event, field) if label in index]] = 1
            loss = loss + weight * binary_cross_entropy_with_logits(mean(getattr(network, field)(words)), wanted)
        return loss

    def _roles(
        self, network: Network, words: Tensor, events: list[tuple[int, CodedEvent]], lengths: list[int]
    ) -> Tensor:
        rows = torch.tensor([row for row, _ in events])
        triggers = _means(events)(network.role_trigger(words))[:, None]
        firsts = torch.tensor([event.trigger[0] for _, event in events])
        distance = torch.arange(words.shape[1])[None] - firsts[:, None]
        scores = network.role_scores(triggers, network.role_word(words)[rows], distance)
        targets = torch.full(scores.shape[:2], IGNORED)
        for place, (row, event) in enumerate(events):
            targets[place, : lengths[row]] = 0
            for word, role in event.roles or ():
                targets[place, word] = self.index["roles"][role]
        return 2 * _cross(scores, targets)

    def spoken(self, network: Network, words: Tensor, sentences: Sequence[Spoken]) -> Tensor:
        """Source, cue and content, each a B, I or O at every word."""
        targets = torch.full((*words.shape[:2], 3), IGNORED)
        for row, sentence in enumerate(sentences):
            for part, labels in enumerate(sentence.parts):
                targets[row, : len(labels), part] = torch.tensor(["OBI".index(label) for label in labels])
        return 3 * _cross(network.parts(words).unflatten(-1, (3, 3)), targets)


def _cross(scores: Tensor, targets: Tensor) -> Tensor:
    return cross_entropy(scores.flatten(0, -2), targets.flatten(), ignore_index=IGNORED)


def _means(events: list[tuple[int, CodedEvent]]) -> Callable[[Tensor], Tensor]:
    """Return the function that averages a word tensor over each event's trigger."""
    return lambda words: torch.stack([words[row, list(event.trigger)].mean(0) for row, event in events])
