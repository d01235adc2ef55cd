"""Turn words into what the encoder takes: word pieces, where each word begins among them, and its shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

# The encoder knows 512 positions; a sentence's pieces beyond them are dropped and its last words share one vector.
MOST_PIECES = 500

_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "`": "'", "–": "-", "—": "-"}
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence for the encoder: piece ids with end marks, each word's first piece and shape (words, 5)."""

    ids: NDArray[np.int64]
    first: NDArray[np.int64]
    shape: NDArray[np.float32]


def pieces_of(tokenizer: Tokenizer, sentences: Sequence[Sequence[str]]) -> list[Pieces]:
    """Return the pieces of each sentence, given as words. Quotes and dashes of every style look alike in them."""
    plain = [[word.translate(_PLAIN) for word in words] for words in sentences]
    encoded = tokenizer.encode_batch(plain, is_pretokenized=True)
    return [_pieces(e.ids, e.word_ids, words) for e, words in zip(encoded, sentences, strict=True)]


def _pieces(ids: list[int], word_ids: list[int | None], words: Sequence[str]) -> Pieces:
    first = [0] * len(words)
    for position in range(min(len(ids), MOST_PIECES) - 1, -1, -1):
        word = word_ids[position]
        if word is not None:
            first[word] = position
    for index in range(1, len(first)):
        # A word with no piece of its own (an unknown mark, or beyond the limit) is read with the word before it.
        first[index] = first[index] or first[index - 1] or 1
    return Pieces(
        ids=np.array(ids[:MOST_PIECES], np.int64),
        first=np.array(first, np.int64),
        shape=np.array([shape_of(word) for word in words], np.float32).reshape(len(words), 5),
    )


@lru_cache(1 << 14)
def shape_of(word: str) -> tuple[bool, bool, bool, bool, bool]:
    """Return what uncased pieces lose: first letter upper, all upper, has a digit, upper inside, begins with a sign."""
    return (
        word[:1].isupper(),
        len(word) > 1 and word.isupper(),
        any(map(str.isdigit, word)),
        any(map(str.isupper, word[1:])),
        not word[:1].isalnum(),
    )


def batched(
    pieces: Sequence[Pieces],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float32]]:
    """Return the arrays of one batch, padded: ids, mask (both (n, pieces)), first (n, words), shape (n, words, 5)."""
    rows, longest, most = len(pieces), max(len(p.ids) for p in pieces), max(len(p.first) for p in pieces)
    ids, mask = np.zeros((rows, longest), np.int64), np.zeros((rows, longest), np.int64)
    first, shape = np.zeros((rows, most), np.int64), np.zeros((rows, most, 5), np.float32)
    for row, p in enumerate(pieces):
        ids[row, : len(p.ids)] = p.ids
        mask[row, : len(p.ids)] = 1
        first[row, : len(p.first)] = p.first
        shape[row, : len(p.first)] = p.shape
    return ids, mask, first, shape
