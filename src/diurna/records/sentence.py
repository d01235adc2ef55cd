"""What the annotator hands on: words with tags and a tree, names, and what the model's heads made of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from diurna.records.article import Article

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NameType = Literal["person", "organization", "place", "group", "event"]


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word (UD). `head` is the index of its head in the sentence, -1 at the root.

    `start:end` are offsets into the article's text. The parts of a contraction ("do" + "n't") tile it.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    feats: Mapping[str, str]
    head: int
    deprel: str


@dataclass(frozen=True, slots=True)
class Name:
    """A named mention: words `first..last` (inclusive indices), its type and the model's probability."""

    first: int
    last: int
    type: NameType
    score: float


@dataclass(frozen=True, slots=True)
class TriggerReading:
    """What the event head makes of words `first..last`.

    `types`, `statuses`, `modes`, `contexts` map labels to probabilities (those above 0.02; modes and contexts are
    independent of each other). `actor` and `recipient` hold one probability for each word of the sentence.
    """

    first: int
    last: int
    types: Mapping[str, float]
    statuses: Mapping[str, float]
    modes: Mapping[str, float]
    contexts: Mapping[str, float]
    actor: tuple[float, ...]
    recipient: tuple[float, ...]

    @property
    def score(self) -> float:
        """Return the probability that this is an event of any type."""
        return sum(self.types.values())


@dataclass(frozen=True, slots=True)
class AttributionReading:
    """What the attribution head makes of a sentence: for each word the probability of standing in each part."""

    source: tuple[float, ...] = ()
    cue: tuple[float, ...] = ()
    content: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: offsets into the article's text, its words (a tree), and what the heads read in it.

    `vectors` (words, 416) are the encoder's own, None where no model read the sentence; they are no part of what
    makes two sentences equal.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    triggers: tuple[TriggerReading, ...] = ()
    attribution: AttributionReading = AttributionReading()
    vectors: NDArray[np.float32] | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its sentences, in text order."""

    article: Article
    sentences: tuple[Sentence, ...]

    def index_at(self, offset: int) -> int | None:
        """Return the index of the sentence that a character stands in, None between sentences."""
        index = bisect_right(self.sentences, offset, key=lambda one: one.start) - 1
        return index if index >= 0 and offset < self.sentences[index].end else None
