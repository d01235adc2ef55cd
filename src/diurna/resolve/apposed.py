"""What stands beside a phrase and says who it is: "Jacob Lee, a German backpacker", "a delegation of students"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diurna.records import Document, Entity, Sentence, Span, Token
from diurna.resolve.entities.phrases import noun_phrase
from diurna.resolve.when.attach import head_word
from diurna.resolve.who.nouns import noun_called

# What a description goes on with up to the next comma: "the UN special rapporteur on the rights of migrants".
_GOES_ON = frozenset(("of", "for", "at", "in", "on", "from"))
_FOR = {True: "for", False: "of"}


def told_beside(entity: Entity, document: Document) -> list[str]:
    """Return the descriptions right before a name ("Wrestler Ali Sow", "the watchdog RTUK") or apposed to it, in order.

    With what follows a preposition where the noun is an agent's (agents.csv): "head of a farmers' union", but of "the
    son of a banker" no more than "the son".
    """
    if entity.type not in ("person", "organization", "group"):
        return []
    found = []
    for span in sorted(mention.span for mention in entity.mentions if mention.kind == "name"):
        index = document.index_at(span.start)
        sentence = document.sentences[index] if index is not None else None
        if sentence is not None and (head := head_word(sentence, span)) is not None:
            found += _before(sentence, span)
            found += [_words(sentence, one) for one in _apposed(sentence, head, span.end)]
    return found


def with_of(span: Span, document: Document) -> str:
    """Return a noun phrase with the "of" phrase right behind it: "a delegation" of "a delegation of students".

    With the "for" phrase too where the noun is a mere role: "a spokeswoman for the company".
    """
    index = document.index_at(span.start)
    if index is None:
        return span.text
    sentence = document.sentences[index]
    inside = [t.index for t in sentence.tokens if t.start < span.end]
    noun = noun_called([sentence.tokens[inside[-1]].text]) if inside else None
    if noun is None:
        return span.text
    after = sentence.tokens[inside[-1] + 1 :]
    if not after or after[0].text.lower() not in ("of", _FOR[noun.role]):
        return span.text
    return " ".join((span.text, *(token.text for token in after[: _end(after)])))


def _before(sentence: Sentence, name: Span) -> list[str]:
    """Return the noun phrase that ends right before a name where its last word is an agent's."""
    before = [token for token in sentence.tokens if token.end <= name.start]
    first = len(before)
    while first and before[first - 1].upos in ("NOUN", "ADJ", "PROPN", "NUM"):
        first -= 1
    words = [token.text for token in before[first:]]
    return [" ".join(words)] if words and before[-1].upos != "ADJ" and noun_called(words[-1:]) else []


def _end(after: Sequence[Token]) -> int:
    return next((i for i, token in enumerate(after) if token.upos in ("PUNCT", "VERB", "AUX")), len(after))


def _apposed(sentence: Sentence, head: int, end: int) -> Iterator[int]:
    """Yield the common nouns in apposition to a word that begin right behind the comma after its name."""
    for token in sentence.tokens:
        if token.head == head and token.deprel == "appos" and token.upos == "NOUN" and token.start >= end:
            first, _ = noun_phrase(sentence, token.index)
            if [t.text for t in sentence.tokens[:first] if t.start >= end] == [","]:
                yield token.index


def _words(sentence: Sentence, noun: int) -> str:
    first, last = noun_phrase(sentence, noun)
    after = sentence.tokens[last + 1 :]
    if noun_called([sentence.tokens[noun].text]) and after and after[0].text.lower() in _GOES_ON:
        last += _end(after)
    return " ".join(token.text for token in sentence.tokens[first : last + 1])
