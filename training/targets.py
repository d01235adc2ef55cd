"""What a batch of examples asks of the network: tensors of label indices, made away from the network's device."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from training.example import Coded, CodedEvent, Example, Named, Spoken, Taught, Tree
from training.labels import Labels
from training.penn import feats_allowed, upos_allowed

IGNORED = -100
PARTS = ("source", "cue", "content")
WORDWISE = ("upos", "feats", "names", "triggers", *PARTS, "heads", "deprels")

Targets = dict[str, Tensor]


class Index:
    """The place of each label in its head's outputs."""

    def __init__(self, labels: Labels) -> None:
        fields = ("upos", "feats", "deprels", "names", "types", "statuses", "modes", "contexts", "roles")
        self.of = {field: {label: i for i, label in enumerate(getattr(labels, field))} for field in fields}

    def targets(self, examples: Sequence[Example], width: int) -> Targets:
        """Return the targets of examples of one kind, padded to `width` words."""
        makers: dict[type, Any] = {Tree: self._tree, Named: self._named, Coded: self._coded, Spoken: self._spoken}
        made: Targets = makers[type(examples[0])](examples, width)
        return made

    def taught(self, taught: Sequence[Taught | None], width: int, *, events: bool) -> Targets:
        """Return the teacher's readings, padded: labels (rows, width, 2) and chances; its events where asked for.

        A sentence that the teacher has not read has chances of 0.
        """
        there = [(row, one) for row, one in enumerate(taught) if one is not None]
        made: Targets = {}
        for head in WORDWISE:
            labels = np.zeros((len(taught), width, 2), np.int64)
            chances = np.zeros((len(taught), width, 2), np.float32)
            for row, one in there:
                labels[row, : len(one.labels[head])] = one.labels[head]
                chances[row, : len(one.labels[head])] = one.chances[head]
            made[f"{head} labels"] = torch.from_numpy(labels)
            made[f"{head} chances"] = torch.from_numpy(chances / 255)
        if events:
            lengths = [0 if one is None else len(one.labels["upos"]) for one in taught]
            made |= self._events([(row, event) for row, one in there for event in one.events], lengths, width)
        return made

    def _padded(self, field: str, rows: Sequence[Sequence[str]], width: int) -> Tensor:
        """Return label indices (rows, width); labels that are not in the set, and padding, are ignored."""
        index = self.of[field]
        made = np.full((len(rows), width), IGNORED)
        for row, labels in enumerate(rows):
            made[row, : len(labels)] = [index.get(label, IGNORED) for label in labels]
        return torch.from_numpy(made)

    def _tree(self, trees: Sequence[Tree], width: int) -> Targets:
        heads = np.full((len(trees), width), IGNORED)
        for row, tree in enumerate(trees):
            heads[row, : len(tree.heads)] = np.array(tree.heads) + 1
        return {
            "upos": self._padded("upos", [t.upos for t in trees], width),
            "feats": self._padded("feats", [t.feats for t in trees], width),
            "deprels": self._padded("deprels", [t.deprels for t in trees], width),
            "heads": torch.from_numpy(heads),
        }

    def _named(self, sentences: Sequence[Named], width: int) -> Targets:
        made = {"names allowed": self._allowed("names", [s.allowed for s in sentences], width)}
        if any(s.penn for s in sentences):
            bundles = tuple(self.of["feats"])
            upos = [[upos_allowed(w, tag) for w, tag in zip(s.words, s.penn, strict=True)] for s in sentences]
            feats = [[feats_allowed(tag, bundles) for tag in s.penn] for s in sentences]
            made["upos allowed"] = self._allowed("upos", upos, width)
            made["feats allowed"] = self._allowed("feats", feats, width)
        return made

    def _allowed(self, field: str, rows: Sequence[Sequence[Sequence[str]]], width: int) -> Tensor:
        index = self.of[field]
        allowed = np.zeros((len(rows), width, len(index)), bool)
        for row, sentence in enumerate(rows):
            for column, labels in enumerate(sentence):
                allowed[row, column, [index[label] for label in labels if label in index]] = True
        return torch.from_numpy(allowed)

    def _coded(self, sentences: Sequence[Coded], width: int) -> Targets:
        triggers = np.full((len(sentences), width), IGNORED)
        for row, sentence in enumerate(sentences):
            triggers[row, : len(sentence.words)] = 0
            for event in sentence.events:
                triggers[row, list(event.trigger)] = self.of["types"][event.type]
        events = [(row, event) for row, s in enumerate(sentences) for event in s.events]
        lengths = [len(s.words) for s in sentences]
        return {"triggers": torch.from_numpy(triggers), **self._events(events, lengths, width)}

    def _events(self, events: list[tuple[int, CodedEvent]], lengths: list[int], width: int) -> Targets:
        """Return of each event: its row, its trigger's first word and share of each word, and its labels."""
        count = len(events)
        share = np.zeros((count, len(lengths) * width), np.float32)
        roles = np.full((count, width), IGNORED)
        flags = {field: np.zeros((count, len(self.of[field])), np.float32) for field in ("modes", "contexts")}
        for place, (row, event) in enumerate(events):
            share[place, [row * width + word for word in event.trigger]] = 1 / len(event.trigger)
            for field, wanted in flags.items():
                known = self.of[field]
                wanted[place, [known[label] for label in getattr(event, field) if label in known]] = 1
            if event.roles is not None:
                roles[place, : lengths[row]] = 0
                for word, role in event.roles:
                    roles[place, word] = self.of["roles"][role]
        return {
            "event rows": torch.tensor([row for row, _ in events], dtype=torch.int64),
            "event firsts": torch.tensor([event.trigger[0] for _, event in events], dtype=torch.int64),
            "event shares": torch.from_numpy(share),
            "statuses": torch.tensor([self.of["statuses"][e.status] for _, e in events], dtype=torch.int64),
            "modes": torch.from_numpy(flags["modes"]),
            "contexts": torch.from_numpy(flags["contexts"]),
            "roles": torch.from_numpy(roles),
        }

    def _spoken(self, sentences: Sequence[Spoken], width: int) -> Targets:
        parts = np.full((len(sentences), width, 3), IGNORED)
        for row, sentence in enumerate(sentences):
            for part, labels in enumerate(sentence.parts):
                parts[row, : len(labels), part] = ["OBI".index(label) for label in labels]
        return {"parts": torch.from_numpy(parts)}
