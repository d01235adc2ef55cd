"""A long article takes time in proportion to its length."""

from __future__ import annotations

from tests.counting import steps_of
from written_sentences import document

from diurna.records import Document
from diurna.resolve.entities import find_entities

ROUND = (
    "President/PROPN/2/nmod:desc [person Aline/PROPN/4/nsubj Mukasa{n}/PROPN/2/flat ] met/VERB/0/root/meet"
    " the/DET/6/det rebels/NOUN/4/obj/rebel _./PUNCT/4/punct",
    "She/PRON/2/nsubj warned/VERB/0/root/warn the/DET/4/det rebels/NOUN/2/obj/rebel _./PUNCT/2/punct",
    "The/DET/2/det president/NOUN/3/nsubj left/VERB/0/root/leave _./PUNCT/3/punct",
)


def page(sentences: int) -> Document:
    """Return an article of so many sentences, with a new name in every ten."""
    return document(*(ROUND[n % 3].format(n=n // 10) for n in range(sentences)))


def test_eight_times_the_sentences_take_about_eight_times_the_steps() -> None:
    find_entities(page(100))  # reads the word lists
    short, long = page(200), page(1_600)
    # Quadratic work would be 64 times.
    assert steps_of(lambda: find_entities(long)) < 10 * steps_of(lambda: find_entities(short))
