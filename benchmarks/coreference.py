"""Score whole chains: python -m benchmarks.coreference [--test]

CoNLL score on GUM (dev, or with --test its test part) from raw text: the mean of the F1 of MUC (Vilain and others
1995), B-cubed (Bagga and Baldwin 1998) and CEAF-e (Luo 2005), as in the CoNLL 2012 task. The scorer is this file. Two
mentions are one where their head words begin at the same character (as in CorefUD's head matching); singletons are left
out on both sides. GUM chains abstract things, events and first and second persons too, which diurna does not look for,
so the score is also printed for chains of persons, organizations, places and groups that have a name.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import mean

from benchmarks.entities import DATA, GoldMention, gum
from diurna.annotate import annotate
from diurna.read import article_of
from diurna.records import Document
from diurna.resolve.entities import find_entities
from diurna.resolve.when.attach import head_word

Chains = list[frozenset[int]]


@dataclass
class Tally:
    """Numerators and denominators of recall and precision, summed over documents."""

    right_key: float = 0.0
    key: float = 0.0
    right_response: float = 0.0
    response: float = 0.0

    @property
    def f1(self) -> float:
        recall, precision = self.right_key / (self.key or 1), self.right_response / (self.response or 1)
        return 2 * recall * precision / ((recall + precision) or 1)


def key_of(document: Document, mentions: Iterable[GoldMention], named: bool) -> Chains:
    """Return the annotated chains as places of their heads; `named`: only those of actors and places with a name."""
    mentions = list(mentions)
    kept = {m.chain for m in mentions if m.named}
    chains: dict[str, set[int]] = defaultdict(set)
    for one in mentions:
        if not named or one.chain in kept:
            chains[one.chain].add(document.sentences[one.sentence].tokens[one.head].start)
    return [frozenset(places) for places in chains.values() if len(places) > 1]


def response_of(document: Document) -> Chains:
    """Return the entities of the whole line as places of the heads of their mentions."""
    read = next(iter(annotate([article_of(document.article.text, language="en")])))
    chains = []
    for entity in find_entities(read).entities:
        places = set()
        for mention in entity.mentions:
            sentence = next((s for s in read.sentences if s.start <= mention.span.start < s.end), None)
            head = head_word(sentence, mention.span) if sentence else None
            if sentence is not None and head is not None:
                places.add(sentence.tokens[head].start)
        if len(places) > 1:
            chains.append(frozenset(places))
    return chains


def muc(key: Chains, response: Chains) -> tuple[float, float]:
    """Return the links of `key` that `response` keeps, and all of them."""
    where = {place: n for n, chain in enumerate(response) for place in chain}
    kept = sum(len(c) - len({where.get(place, -1 - place) for place in c}) for c in key)
    return kept, sum(len(c) - 1 for c in key)


def b_cubed(key: Chains, response: Chains) -> tuple[float, float]:
    """Return the share of its chain that each mention of `key` keeps, summed, and the number of mentions."""
    where = {place: chain for chain in response for place in chain}
    kept = sum(len(c & where.get(place, frozenset((place,)))) / len(c) for c in key for place in c)
    return kept, sum(map(len, key))


def ceaf(key: Chains, response: Chains) -> float:
    """Return the likeness of the best pairing of chains: 2 |K and R| / (|K| + |R|), summed."""
    likeness = [[2 * len(k & r) / (len(k) + len(r)) for r in response] for k in key]
    return best_pairing(likeness)


def best_pairing(worth: list[list[float]]) -> float:
    """Return the greatest sum of `worth` over pairs of a row and a column (Kuhn 1955, the Hungarian method)."""
    if not worth or not worth[0]:
        return 0.0
    if len(worth) > len(worth[0]):
        worth = [list(column) for column in zip(*worth, strict=True)]
    rows, columns = len(worth), len(worth[0])
    by_row, by_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)
    for row in range(1, rows + 1):
        taken[0], at = row, 0
        least, way, used = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while taken[at]:
            used[at], best, following = True, float("inf"), 0
            for column in range(1, columns + 1):
                if used[column]:
                    continue
                cost = -worth[taken[at] - 1][column - 1] - by_row[taken[at]] - by_column[column]
                if cost < least[column]:
                    least[column], way[column] = cost, at
                if least[column] < best:
                    best, following = least[column], column
            for column in range(columns + 1):
                if used[column]:
                    by_row[taken[column]] += best
                    by_column[column] -= best
                else:
                    least[column] -= best
            at = following
        while at:
            taken[at], at = taken[way[at]], way[at]
    return sum(worth[taken[c] - 1][c - 1] for c in range(1, columns + 1) if taken[c])


def scores(pairs: Iterable[tuple[Chains, Chains]]) -> Mapping[str, float]:
    """Return MUC, B-cubed, CEAF-e and their mean over documents' (key, response) chains."""
    tallies = {"MUC": Tally(), "B3": Tally(), "CEAFe": Tally()}
    for key, response in pairs:
        for name, measure in (("MUC", muc), ("B3", b_cubed)):
            tally, (kept, of), (right, said) = tallies[name], measure(key, response), measure(response, key)
            tally.right_key += kept
            tally.key += of
            tally.right_response += right
            tally.response += said
        alike, tally = ceaf(key, response), tallies["CEAFe"]
        tally.right_key += alike
        tally.right_response += alike
        tally.key += len(key)
        tally.response += len(response)
    told = {name: tally.f1 for name, tally in tallies.items()}
    return {**told, "CoNLL": mean(told.values())}


def main() -> None:
    """Print the scores for all chains and for those of actors and places with a name."""
    part = "test" if "--test" in sys.argv else "dev"
    read = [(document, mentions, response_of(document)) for document, mentions in gum(DATA / f"ud/gum-{part}.conllu")]
    for label, named in (("all chains", False), ("named actors and places", True)):
        told = scores((key_of(document, mentions, named), response) for document, mentions, response in read)
        print(f"gum-{part}, {label}: " + "  ".join(f"{name} {value:.3f}" for name, value in told.items()))


if __name__ == "__main__":
    main()
