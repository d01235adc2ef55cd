"""How far the network is from what a batch asks of it: from people's annotation, and from the teacher's reading."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.network import Network
from training.targets import IGNORED, PARTS, Targets


def annotated_loss(network: Network, words: Tensor, mask: Tensor, wanted: Targets) -> Tensor:
    """Return the loss on annotation: whichever heads the targets speak of. `mask` marks words, (rows, words)."""
    loss = words.new_zeros(())
    if "heads" in wanted:
        loss = loss + _tree(network, words, mask, wanted)
    for field, weight in (("names", 1.0), ("upos", 0.5), ("feats", 0.2)):
        if f"{field} allowed" in wanted:
            loss = loss + weight * _allowed(getattr(network, field)(words), wanted[f"{field} allowed"])
    if "triggers" in wanted:
        loss = loss + 3 * _cross(network.triggers(words), wanted["triggers"]) + _events(network, words, wanted)
    if "parts" in wanted:
        loss = loss + 3 * _cross(network.parts(words).unflatten(-1, (3, 3)), wanted["parts"])
    return loss


def taught_loss(network: Network, words: Tensor, mask: Tensor, taught: Targets) -> Tensor:
    """Return the loss on the teacher's reading: every head at every word, and the events it found if they are there."""
    parts = network.parts(words).unflatten(-1, (3, 3))
    logits = {
        "upos": network.upos(words), "feats": network.feats(words), "names": network.names(words),
        "triggers": network.triggers(words), **{part: parts[..., i, :] for i, part in enumerate(PARTS)},
        "heads": arc_scores(network, words, mask),
    }  # fmt: skip
    weights = {"feats": 0.5, "triggers": 3.0}
    loss = words.new_zeros(())
    for head, scores in logits.items():
        loss = loss + weights.get(head, 1.0) * _soft(scores, taught, head)
    low, high = network.label_parts(words)
    governors = taught["heads labels"][..., :1].expand(-1, -1, high.shape[-1])
    loss = loss + _soft(network.label_scores(low, torch.gather(high, 1, governors)), taught, "deprels")
    return loss + 0.5 * _events(network, words, taught) if "roles" in taught else loss


def _tree(network: Network, words: Tensor, mask: Tensor, wanted: Targets) -> Tensor:
    """Tags, features, arcs and labels, each a cross entropy."""
    heads, labels = wanted["heads"], wanted["deprels"]
    loss = _cross(network.upos(words), wanted["upos"]) + 0.5 * _cross(network.feats(words), wanted["feats"])
    loss = loss + _cross(arc_scores(network, words, mask), heads)
    low, high = network.label_parts(words)
    governors = torch.gather(high, 1, heads.clamp_min(0)[..., None].expand(-1, -1, high.shape[-1]))
    return loss + _cross(network.label_scores(low, governors), labels)


def arc_scores(network: Network, words: Tensor, mask: Tensor) -> Tensor:
    """Return the scores of every governor (root first) for every word, (rows, words, 1 + words)."""
    dependent, governor = network.arcs(words)
    there = torch.cat([mask.new_ones(mask.shape[0], 1), mask], 1).bool()
    return (dependent @ governor.transpose(1, 2)).masked_fill(~there[:, None, :], -1e4)


def _allowed(logits: Tensor, allowed: Tensor) -> Tensor:
    """Return the loss of the allowed labels together (a partial annotation's marginal likelihood)."""
    there = allowed.any(-1)
    scores = torch.log_softmax(logits, -1).masked_fill(~allowed, -1e4).logsumexp(-1)
    return -(scores * there).sum() / there.sum().clamp_min(1)


def _events(network: Network, words: Tensor, wanted: Targets) -> Tensor:
    """Status, modes, contexts and roles at each trigger, whose words' readings are averaged."""
    if not len(wanted["event rows"]):
        return words.new_zeros(())

    def at_triggers(read: Tensor) -> Tensor:
        return wanted["event shares"].to(read.dtype) @ read.flatten(0, 1)

    loss = 0.3 * cross_entropy(at_triggers(network.statuses(words)), wanted["statuses"])
    for field, weight in (("modes", 20.0), ("contexts", 10.0)):
        read = at_triggers(getattr(network, field)(words))
        loss = loss + weight * binary_cross_entropy_with_logits(read, wanted[field])
    triggers = at_triggers(network.role_trigger(words))[:, None]
    places = torch.arange(words.shape[1], device=words.device)
    distance = places[None] - wanted["event firsts"][:, None]
    scores = network.role_scores(triggers, network.role_word(words)[wanted["event rows"]], distance)
    return loss + 2 * _cross(scores, wanted["roles"])


def _cross(scores: Tensor, targets: Tensor) -> Tensor:
    """Return the mean cross entropy; nothing where every target is ignored."""
    summed = cross_entropy(scores.flatten(0, -2), targets.flatten(), ignore_index=IGNORED, reduction="sum")
    return summed / (targets != IGNORED).sum().clamp_min(1)


def _soft(scores: Tensor, taught: Targets, head: str) -> Tensor:
    """Return the cross entropy against the teacher's two likeliest labels, each weighing what it thinks of it."""
    chances = taught[f"{head} chances"]
    logs = torch.log_softmax(scores, -1).gather(-1, taught[f"{head} labels"])
    there = chances[..., 0] > 0
    return -(logs * chances).sum() / there.sum().clamp_min(1)
