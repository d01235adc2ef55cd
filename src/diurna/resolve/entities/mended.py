"""Names that the tagger cut in two or passed over, mended by what it read elsewhere in the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from diurna.records import Document, Name, NameType, Sentence

# A name that is only known from another place is half as sure as one the tagger read there.
KNOWN_ELSEWHERE = 0.5
# Longest name that is looked for again, in words.
LONGEST = 8

Known = Mapping[str, Sequence[tuple[tuple[str, ...], NameType]]]


def mended(document: Document) -> Document:
    """Return the document with split names joined ("Azam", "Khan") and untagged repeats of its names added.

    A repeat is the same words written alike; one of a single word counts only where it is read as a proper noun.
    """
    sentences = [replace(one, names=tuple(_joined(one))) if one.names else one for one in document.sentences]
    known = _known(sentences)
    return replace(document, sentences=tuple(_with_repeats(one, known) for one in sentences))


def _joined(sentence: Sentence) -> Iterator[Name]:
    """Yield the names, two of one type that stand side by side as one."""
    last: Name | None = None
    for name in sentence.names:
        if (
            last is not None
            and last.last + 1 == name.first
            and last.type == name.type
            and _proper(sentence, last, name)
        ):
            last = Name(last.first, name.last, name.type, min(last.score, name.score))
            continue
        if last is not None:
            yield last
        last = name
    if last is not None:
        yield last


def _proper(sentence: Sentence, one: Name, other: Name) -> bool:
    return all(sentence.tokens[index].upos == "PROPN" for index in (one.last, other.first))


def _known(sentences: Sequence[Sentence]) -> Known:
    """Return the names of the article by their first word, the longest first, with the type read most."""
    votes: dict[tuple[str, ...], dict[NameType, float]] = defaultdict(lambda: defaultdict(float))
    for sentence in sentences:
        for name in sentence.names:
            words = tuple(token.text for token in sentence.tokens[name.first : name.last + 1])
            if words[0][:1].isupper() and len(words) <= LONGEST and sentence.tokens[name.first].upos != "ADJ":
                votes[words][name.type] += name.score
    known: dict[str, list[tuple[tuple[str, ...], NameType]]] = defaultdict(list)
    for words in sorted(votes, key=len, reverse=True):
        known[words[0]].append((words, max(votes[words], key=lambda kind: votes[words][kind])))
    return known


def _with_repeats(sentence: Sentence, known: Known) -> Sentence:
    names = list(sentence.names)
    covered = {index for name in names for index in range(name.first, name.last + 1)}
    added: list[Name] = []
    texts = tuple(token.text for token in sentence.tokens)
    place = 0
    while place < len(texts):
        again = _repeat(sentence, texts, place, known, covered)
        if again is not None:
            added.append(again)
            place = again.last
        place += 1
    if not added:
        return sentence
    kept = [name for name in names if not any(one.first <= name.first and name.last <= one.last for one in added)]
    return replace(sentence, names=tuple(sorted([*kept, *added], key=lambda name: name.first)))


def _repeat(sentence: Sentence, texts: tuple[str, ...], place: int, known: Known, covered: set[int]) -> Name | None:
    """Return the longest known name that begins at a word no name covers wholly or crosses the start or end of."""
    for words, kind in known.get(texts[place], ()):
        last = place + len(words) - 1
        if texts[place : last + 1] != words or all(index in covered for index in range(place, last + 1)):
            continue
        if len(words) == 1 and sentence.tokens[place].upos != "PROPN":
            continue
        # A name that the tagger read goes before one that is guessed.
        if not any(one.first < place <= one.last or one.first <= last < one.last for one in sentence.names):
            return Name(place, last, kind, KNOWN_ELSEWHERE)
    return None
