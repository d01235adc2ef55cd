"""A long article takes time in proportion to its length."""

from __future__ import annotations

from time import process_time

from written_sentences import document

from diurna.resolve.entities import find_entities

ROUND = (
    "President/PROPN/2/nmod:desc [person Aline/PROPN/4/nsubj Mukasa{n}/PROPN/2/flat ] met/VERB/0/root/meet"
    " the/DET/6/det rebels/NOUN/4/obj/rebel _./PUNCT/4/punct",
    "She/PRON/2/nsubj warned/VERB/0/root/warn the/DET/4/det rebels/NOUN/2/obj/rebel _./PUNCT/2/punct",
    "The/DET/2/det president/NOUN/3/nsubj left/VERB/0/root/leave _./PUNCT/3/punct",
)


def seconds(sentences: int) -> float:
    """Return the processor time an article of so many sentences takes, with a new name in every ten."""
    page = document(*(ROUND[n % 3].format(n=n // 10) for n in range(sentences)))
    begin = process_time()
    find_entities(page)
    return process_time() - begin


def test_eight_times_the_sentences_take_about_eight_times_as_long() -> None:
    seconds(100)  # reads the word lists
    # Quadratic time would be 64 times; the margin is for a busy machine.
    assert seconds(8_000) < 20 * seconds(1_000)
