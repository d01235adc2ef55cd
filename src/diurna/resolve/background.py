"""Which sentences go on telling of a time gone by: "In 1974 he was freed. He led an army of peasants."."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from diurna.records import DateMention, Document, Participant, Sentence
from diurna.resolve.when import follows, head_word, names_occasion, relation, says, speaks_of_now

LONG_AGO = timedelta(days=365)


def told_as_past(document: Document, days: Mapping[int, Sequence[DateMention]], day: date | None) -> frozenset[int]:
    """Return the indices of the sentences whose main clause lies a year or more back, and of those that go on from it.

    Only within the paragraph, and only while verbs in the past go on telling: what somebody says of it, a present or a
    perfect, or a newer date brings the page back to its own days.
    """
    if day is None:
        return frozenset()
    blocks = [block.start for block in document.article.layout.blocks]
    found, back, paragraph = set(), False, -1
    for index, sentence in enumerate(document.sentences):
        here = bisect_right(blocks, sentence.start)
        back, paragraph = back and here == paragraph, here
        told = [one for one in days.get(index, ()) if one.start is not None]
        limit = (day - LONG_AGO).isoformat()
        back = _goes_back(sentence, told, limit, back) if told else back and _narrates(sentence)
        if back:
            found.add(index)
    return frozenset(found)


def days_gone_on(document: Document, days: Mapping[int, Sequence[DateMention]]) -> dict[int, DateMention]:
    """Return the day of the undated sentences that go on, in its paragraph, from one whose main clause tells it.

    "On 4 June rebels attacked Ntoyo. They burned 16 houses." As with years ago, only while verbs in the past tell what
    was done.
    """
    blocks = [block.start for block in document.article.layout.blocks]
    found: dict[int, DateMention] = {}
    day: DateMention | None = None
    paragraph = -1
    for index, sentence in enumerate(document.sentences):
        here = bisect_right(blocks, sentence.start)
        day, paragraph = day if here == paragraph else None, here
        told = days.get(index, ())
        if told:
            one = told[0] if len(told) == 1 and told[0].start is not None and told[0].start == told[0].end else None
            day = one if one is not None and _dates_main_clause(sentence, one) and _narrates(sentence) else None
        elif day is not None and _narrates(sentence):
            found[index] = day
        else:
            day = None
    return found


def is_news(kind: str, actors: Sequence[Participant], news: Mapping[str, set[str | None]]) -> bool:
    """Return whether an event may be what the page's head tells as news, though it stands among what is long past.

    After "Moss pardoned six men", "she was jailed in 2009. Her term was cut" speaks of his; of others it is past.
    """
    return kind in news and (not actors or any(p.entity in news[kind] for p in actors))


def _goes_back(sentence: Sentence, told: Sequence[DateMention], limit: str, back: bool) -> bool:
    """Return whether the page tells of years ago after a sentence of these dates."""
    if any((one.end or "") >= limit for one in told):
        return False
    return (back or any(_dates_main_clause(sentence, one) for one in told)) and _narrates(sentence)


def _dates_main_clause(sentence: Sentence, one: DateMention) -> bool:
    word = head_word(sentence, one.span)
    if word is None or follows(sentence, word, "since"):
        return False  # "has led the party since 2017" reaches up to today
    above = sentence.tokens[word].head
    if above >= 0 and names_occasion(sentence, above):
        above = sentence.tokens[above].head  # "in the 2021 election, police raided the offices"
    while above >= 0 and relation(sentence, above) in ("conj", "xcomp"):
        above = sentence.tokens[above].head
    return above >= 0 and sentence.tokens[above].head < 0


def _narrates(sentence: Sentence) -> bool:
    """Return whether the main clause tells, in the past tense, what was done; not what somebody says."""
    root = next((token for token in sentence.tokens if token.head < 0), None)
    if root is None or says(root) or any(speaks_of_now(token) for token in sentence.tokens):
        return False
    helping = [t for t in sentence.tokens if t.head == root.index and t.deprel.split(":")[0] in ("aux", "cop")]
    finite = next((t for t in (*helping, root) if t.feats.get("VerbForm") == "Fin"), None)
    return finite is not None and finite.feats.get("Tense") == "Past"
