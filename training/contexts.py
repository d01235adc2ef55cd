"""Fit the second head of contexts: `python -m training.contexts DATA` writes src/diurna/code/contexts.npz.

A perceptron on the vectors of trigger, sentence and article and on the event's type, trained on every coded event of
the texts that train the model; then how much its log odds, those of the model's own head and a word of contexts.csv
are worth, by a regression on the texts that the model has not read (those of training.event_weights). Prints F1 on
these with the best limit, which stands in weights.toml, and on the corpus's test passages. Needs the extra `train`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from diurna.annotate import annotate
from diurna.code.context_head import ContextHead, first_odds, one_of, perceived
from diurna.code.manner import contexts_near, runs, spoken_contexts
from diurna.code.ontology import load_ontology
from diurna.code.topic import mean_vector
from diurna.read import article_of
from diurna.records import Sentence
from training.coded import held_out, indices, news_texts, own_articles, passages
from training.event_weights import coded_of
from training.logistic import fit
from training.sources import CORPUS, NEWS, UNREAD
from training.texts import wikinews_articles

FILE = Path(__file__).parent.parent / "src/diurna/code/contexts.npz"
CONTEXTS, TYPES = tuple(load_ontology().contexts), tuple(load_ontology().types)
UNITS, EPOCHS, BATCH = 256, 6, 128
UNSEEN, UNUSED = 0.2, 0.4  # shares of inputs and hidden units left out while training
RIDGE = 1.0

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Seen:
    """A coded event: vectors of trigger, sentence and article in one, its type, what first head and words say.

    `spoken` are the contexts that words of its sentence speak for, `near` those of the sentences around it too.
    """

    vectors: NDArray[np.float32]
    type: str
    first: dict[str, float]
    spoken: frozenset[str]
    near: frozenset[str]
    coded: frozenset[str]


def trained_on(data: Path) -> list[dict[str, Any]]:
    """Return the coded sentences, passages and articles that train the model and tell an event."""
    coded = [*_lines(data / "events/voa_plover.jsonl"), *[{**c, "id": ""} for c in news_texts(NEWS, data)][:-UNREAD]]
    articles = wikinews_articles(data)
    whole = _lines(data / "events/wikinews_plover_train.jsonl")
    texts = [
        *(one for one in coded if not held_out(one["id"]) or not one["id"]),
        *passages(CORPUS, "train"),
        *({**one, "text": articles[one["id"]]["text"]} for one in whole),
        *own_articles(CORPUS.parent / "articles/codings.jsonl", data),
    ]
    return [text for text in texts if text["events"]]


def seen(coded: Iterable[dict[str, Any]]) -> list[Seen]:
    """Return the coded events whose triggers the texts hold, as the model reads them."""
    texts = list(coded)
    found = []
    documents = annotate(article_of(text["text"], id=str(number)) for number, text in enumerate(texts))
    for text, document in zip(texts, documents, strict=True):
        article, near = mean_vector(document), contexts_near(document.sentences)
        for event in text["events"]:
            trigger = event["trigger"]
            for place, sentence in enumerate(document.sentences):
                words = indices([(t.start, t.end) for t in sentence.tokens], trigger["start"], trigger["end"])
                if words and article is not None:
                    found.append(_seen(sentence, words, article, near(place).near, event))
                    break
    return found


def _seen(
    sentence: Sentence, words: Sequence[int], article: NDArray[np.float32], near: frozenset[str], event: dict[str, Any]
) -> Seen:
    assert sentence.vectors is not None
    readings = (one for one in sentence.triggers if one.first <= words[-1] and words[0] <= one.last)
    reading = next(readings, None)
    return Seen(
        np.concatenate((sentence.vectors[list(words)].mean(0), sentence.vectors.mean(0), article)),
        event["type"],
        {} if reading is None else dict(reading.contexts),
        spoken_contexts(runs(token.lemma for token in sentence.tokens)),
        near,
        frozenset(event["context"]),
    )


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def rows_of(events: Sequence[Seen]) -> Floats:
    """Return (events, 3 * 416 + types): what the perceptron sees."""
    return np.array([np.concatenate((event.vectors, one_of(TYPES, event.type))) for event in events], float)


def coded_contexts(events: Sequence[Seen]) -> Floats:
    """Return (events, contexts): 1 where a context is coded."""
    return np.array([[context in event.coded for context in CONTEXTS] for event in events], float)


def perceptron(events: Sequence[Seen]) -> list[NDArray[np.float32]]:
    """Return the trained weights and constants of both layers, for what is seen as it comes."""
    torch.manual_seed(1)
    rows = rows_of(events)
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    given = torch.tensor((rows - mean) / spread, dtype=torch.float32)
    told = torch.tensor(coded_contexts(events), dtype=torch.float32)
    hidden, out = nn.Linear(given.shape[1], UNITS), nn.Linear(UNITS, len(CONTEXTS))
    network = nn.Sequential(nn.Dropout(UNSEEN), hidden, nn.ReLU(), nn.Dropout(UNUSED), out)
    steps = torch.optim.AdamW(network.parameters(), lr=1e-3, weight_decay=1e-3)
    loss = nn.BCEWithLogitsLoss(reduction="sum")
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(given)).split(BATCH):
            steps.zero_grad()
            (loss(network(given[batch]), told[batch]) / len(batch)).backward()
            steps.step()
    weights = hidden.weight.detach().numpy().T / spread[:, None]
    constants = hidden.bias.detach().numpy() - mean @ weights
    layers = (weights, constants, out.weight.detach().numpy().T, out.bias.detach().numpy())
    return [np.asarray(layer, np.float32) for layer in layers]


def evidence(layers: Sequence[NDArray[np.float32]], events: Sequence[Seen]) -> Floats:
    """Return (events * contexts, 5): 1, the log odds of first and second head, whether a word speaks, or one near."""
    second = perceived(layers, np.asarray(rows_of(events), np.float32)).astype(float)
    first = np.array([first_odds(event.first, CONTEXTS) for event in events], float)
    spoken = np.array([[context in event.spoken for context in CONTEXTS] for event in events], float)
    near = np.array([[context in event.near for context in CONTEXTS] for event in events], float) * (1 - spoken)
    return np.stack((np.ones_like(second), first, second, spoken, near), -1).reshape(-1, 5)


def f1(found: Floats, coded: Floats, limit: float) -> float:
    """Return F1 over all contexts where log odds `found` over the limit's count."""
    said = found > np.log(limit / (1 - limit))
    return float(2 * (said * coded).sum() / max(said.sum() + coded.sum(), 1))


def write(layers: Sequence[NDArray[np.float32]], worth: Floats) -> None:
    """Write the head as the package keeps it."""
    small = dict(zip(ContextHead._fields[:4], (layer.astype(np.float16) for layer in layers), strict=True))
    kept: dict[str, Any] = {**small, "contexts": np.array(CONTEXTS), "types": np.array(TYPES), "worth": worth}
    np.savez_compressed(FILE, **kept)


def main() -> None:
    """Train, weigh, print and write."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    train(seen(trained_on(data)), seen(coded_of(data)), seen(passages(CORPUS, "test")))


def train(events: Sequence[Seen], unread: Sequence[Seen], test: Sequence[Seen]) -> None:
    """Train on events, weigh on those of unread texts, print the scores there and on the test's, and write."""
    layers = perceptron(events)
    known, coded = evidence(layers, unread), coded_contexts(unread).ravel()
    worth = fit(known, coded, RIDGE)
    limits = np.arange(0.16, 0.5, 0.02)
    best, limit = max((f1(known @ worth, coded, limit), float(limit)) for limit in limits)
    print(f"{len(events)} events trained on, {len(unread)} weighed on; worth {worth.round(2).tolist()}")
    tested = f1(evidence(layers, test) @ worth, coded_contexts(test).ravel(), limit)
    print(f"contexts F1 {best:.3f} at limit {limit:.2f}; on the corpus's test passages {tested:.3f}")
    write(layers, worth)


if __name__ == "__main__":
    main()
