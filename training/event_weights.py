"""Fit how the lexicon and the event head are weighed: `python -m training.event_weights DATA [--write]`.

A logistic regression on every candidate and every type that it may tell, in texts that never train the model (the dev
parts of the coded VOA sentences and of the corpus, the last codings of corpus/news and the last articles of
corpus/articles) and in PLOVER's gold dev sentences (which code one event each): is it a coded event of that type, at
that trigger? Each type has a bias of its own. Prints the weights, and the best limit with its F1 (PLOVER's sentences
left out, since a second event that is right counts as wrong there), and with `--write` puts them into
src/diurna/code/weights.toml; weights set by hand (SET) stay as they are.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from diurna.annotate import annotate
from diurna.code.candidates import candidates
from diurna.code.events import evidence_by_type
from diurna.code.grammar import Grammar
from diurna.code.lexicon import load_lexicon
from diurna.code.ontology import load_ontology
from diurna.code.topic import mean_vector, politics
from diurna.code.weights import Score, weights
from diurna.read import article_of
from training.coded import held_out, news_texts, passages, unread_articles
from training.logistic import fit
from training.sources import ARTICLES, CORPUS, NEWS, UNREAD

WEIGHTS = Path(__file__).parent.parent / "src/diurna/code/weights.toml"
NAMES = tuple(field.name for field in fields(Score))
TYPES = tuple(load_ontology().types)
# Set by hand: these texts are all about politics (`politics`) and have few accidents (`nature`); `main` and `under`
# put a sentence's main event first, as codebook sentences ask for.
SET = ("politics", "nature", "main", "under")
# How strongly each weight is drawn to 0 (log odds squared): a few hundred events decide little more.
RIDGE = 3.0


@dataclass(frozen=True, slots=True)
class Told:
    """A candidate and a type that it may tell: which candidate, its evidence and type, and whether that is right."""

    candidate: int
    row: list[float]
    right: bool


def coded_of(data: Path) -> list[dict[str, Any]]:
    """Return the sentences and articles, coded in full, that weights are fitted on."""
    lines = (data / "events/voa_plover.jsonl").read_text("utf-8").splitlines()
    coded = [c for c in map(json.loads, lines) if held_out(c["id"])]
    last = [{**coding, "id": f"news-{n}"} for n, coding in enumerate(news_texts(NEWS, data))][-UNREAD:]
    return [*coded, *passages(CORPUS, "dev"), *last, *unread_articles(ARTICLES, data)]


def examples(coded: list[dict[str, Any]]) -> list[Told]:
    """Return every candidate with every type that it may tell."""
    lexicon, made, number = load_lexicon(), [], 0
    documents = annotate(article_of({"id": c["id"], "text": c["text"]}) for c in coded)
    for coding, document in zip(coded, documents, strict=True):
        about = politics(mean_vector(document))
        for sentence in document.sentences:
            grammar = Grammar(sentence, lexicon.light)
            for candidate in candidates(grammar, lexicon, document.article.text):
                number += 1
                start = sentence.tokens[candidate.words.start].start
                end = sentence.tokens[candidate.words.stop - 1].end
                for kind, told in evidence_by_type(candidate, grammar, lexicon, about).items():
                    row = [*(told.get(name, 0.0) for name in NAMES), *(float(kind == one) for one in TYPES)]
                    made.append(Told(number, row, any(tells(e, kind, start, end) for e in coding["events"])))
    return made


def tells(event: dict[str, Any], kind: str, start: int, end: int) -> bool:
    """Return whether a coded event is of the type and told by the words; PLOVER's gold events have no places."""
    if "type" not in event:
        return bool(event["event"] == kind)
    told = (event["trigger"], *event.get("mentions", ()))
    return bool(event["type"] == kind and any(start < one["end"] and one["start"] < end for one in told))


def fitted(told: list[Told]) -> NDArray[np.float64]:
    """Return the weights of NAMES and TYPES, those of SET as they are in weights.toml."""
    rows, right = np.array([one.row for one in told]), np.array([float(one.right) for one in told])
    given = np.array([getattr(weights().score, name) if name in SET else 0.0 for name in NAMES] + [0.0] * len(TYPES))
    free = [place for place, name in enumerate((*NAMES, *TYPES)) if name not in SET]
    found = given.copy()
    found[free] = fit(rows[:, free], right, RIDGE, rows @ given)
    return found


def best_limit(told: list[Told], found: NDArray[np.float64], coded: int) -> tuple[float, float]:
    """Return the best F1 and its limit, where every candidate tells its likeliest type."""
    chances = 1 / (1 + np.exp(-np.array([one.row for one in told]) @ found))
    likeliest: dict[int, tuple[float, bool]] = {}
    for one, chance in zip(told, chances.tolist(), strict=True):
        likeliest[one.candidate] = max(likeliest.get(one.candidate, (0.0, False)), (chance, one.right))
    p, right = np.array([c for c, _ in likeliest.values()]), np.array([r for _, r in likeliest.values()])
    limits = np.arange(0.2, 0.7, 0.02)
    return max((float(2 * right[p >= limit].sum() / ((p >= limit).sum() + coded)), float(limit)) for limit in limits)


def main() -> None:
    """Fit, print, and write where asked to."""
    data = Path(next((a for a in sys.argv[1:] if a[0] != "-"), "../shared/data"))
    coded = coded_of(data)
    gold = [json.loads(x) for x in (data / "events/plover_gold_dev.jsonl").read_text("utf-8").splitlines()]
    told = examples(coded)
    found = fitted([*told, *examples(gold)])
    events = sum(1 + len(event.get("mentions", ())) for c in coded for event in c["events"])
    f1, limit = best_limit(told, found, events)
    print(f"{len(told)} candidates and types, {sum(t.right for t in told)} right, {events} events coded; ", end="")
    print(f"F1 {f1:.3f} at limit {limit:.2f}")
    text = WEIGHTS.read_text("utf-8")
    for name, value in (*zip(NAMES, found.tolist(), strict=False), ("event", limit)):
        print(f"{name:14} {value:.2f}")
        text = re.sub(rf"(?m)^{name} = [-\d.]+", f"{name} = {value:.2f}", text, count=1)  # [confidence] comes later
    biases = dict(zip(TYPES, found[len(NAMES) :].tolist(), strict=True))
    print(" ".join(f"{kind} {value:.2f}" for kind, value in biases.items()))
    table = "\n".join(f"{kind} = {value:.2f}" for kind, value in biases.items())
    text = re.sub(r"(?s)\n\[types\]\n.*?(?=\n\[|$)", "", text).rstrip() + f"\n\n[types]\n{table}\n"
    if "--write" in sys.argv:
        WEIGHTS.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
