"""A long article takes time in proportion to its length."""

from __future__ import annotations

from time import perf_counter

from written_sentences import document

from diurna.resolve.entities import find_entities

ROUND = (
    "President/PROPN/2/nmod:desc [person Aline/PROPN/4/nsubj Mukasa{n}/PROPN/2/flat ] met/VERB/0/root/meet"
    " the/DET/6/det"
    " rebels/NOUN/4/obj/rebel _./PUNCT/4/punct",
    "She/PRON/2/nsubj warned/VERB/0/root/warn the/DET/4/det rebels/NOUN/2/obj/rebel _./PUNCT/2/punct",
    "The/DET/2/det president/NOUN/3/nsubj left/VERB/0/root/leave _./PUNCT/3/punct",
)


def seconds(sentences: int) -> float:
    """Return how long an article of so many sentences takes, with a new name in every ten."""
    page = document(*(ROUND[n % 3].format(n=n // 10) for n in range(sentences)))
    begin = perf_counter()
    find_entities(page)
    return perf_counter() - begin


def test_ten_thousand_sentences_take_seconds() -> None:
    assert seconds(10_000) < 10
