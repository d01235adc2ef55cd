"""Names that the tagger cut in two or passed over, mended by what it read elsewhere in the article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from diurna.records import Document, Name, NameType, Sentence
from diurna.resolve.countries import country_named, country_of_demonym
from diurna.resolve.entities.found import title_before
from diurna.resolve.entities.known_names import with_known_bodies
from diurna.resolve.entities.tables import noun_types

# A name that is only known from another place is half as sure as one the tagger read there.
KNOWN_ELSEWHERE = 0.5
HYPHENS = frozenset("-‐–")
# Longest name that is looked for again, in words.
LONGEST = 8

Known = Mapping[tuple[str, ...], NameType]


def mended(document: Document) -> Document:
    """Return the document with split names joined ("Azam", "Khan") and untagged repeats of its names added.

    A repeat is the same words written alike; a surname alone is one
    too. A single word counts only where it is read or written as a name.
    """
    whole = map(with_known_bodies, document.sentences)
    sentences = [_as_written(one) if one.names else one for one in whole]
    people = set(_people(sentences))
    surnames = {words[-1] for words in people if len(words) > 1}
    sentences = [_without_pieces(one, surnames) if one.names else one for one in sentences]
    sentences = [_named(one, _parted(one, people)) if one.names else one for one in sentences]
    known = _known(sentences)
    beginnings = {words[0] for words in known}
    return replace(document, sentences=tuple(_with_repeats(one, known, beginnings) for one in sentences))


def _as_written(sentence: Sentence) -> Sentence:
    whole = [_titled(sentence, _of_body(sentence, _whole(sentence, name))) for name in sentence.names]
    return _named(sentence, _joined(sentence, whole))


def _named(sentence: Sentence, names: Iterable[Name]) -> Sentence:
    """Return the sentence with these names, itself where it has them already."""
    names = tuple(names)
    return sentence if names == sentence.names else replace(sentence, names=names)


def _without_pieces(sentence: Sentence, surnames: Set[str]) -> Sentence:
    """Return the sentence without names that are one letter or a piece of a title ("Prime" of "Prime Minister")."""
    return _named(sentence, (one for one in sentence.names if not _is_piece(sentence, one, surnames)))


def _is_piece(sentence: Sentence, name: Name, surnames: Set[str]) -> bool:
    words = _words(sentence, name)
    if sum(c.isalpha() for word in words for c in word) < 2 or _is_rank(sentence, name):
        return True
    ends = range(name.last + 1, min(name.last + 3, len(sentence.tokens)) + 1)
    titles_over = [one for end in ends if (one := title_before(sentence, end)) is not None and one[0] <= name.first]
    # "King" may be somebody's surname; "Prime" before "Minister" is not.
    longer = bool(titles_over) and len(titles_over[-1][1]) > len(words)
    return name.type == "person" and (longer or (bool(titles_over) and words[-1] not in surnames))


def _is_rank(sentence: Sentence, name: Name) -> bool:
    """Return whether a name is only the letters of a rank before a person's name: "SSP" of "SSP Mohit Garg"."""
    ranked = any(other.type == "person" and other.first == name.last + 1 for other in sentence.names)
    words = _words(sentence, name)
    return ranked and len(words) == 1 and words[0].isupper() and title_before(sentence, name.last + 1) is not None


def _whole(sentence: Sentence, name: Name) -> Name:
    """Return the name with the word before it where the two are a country ("South" of "South Sudanese").

    So too where it begins with a possessive sign: "' association" of "traders' association".
    """
    taken = {i for other in sentence.names for i in range(other.first, other.last + 1)}
    if name.first and name.first - 1 not in taken and sentence.tokens[name.first].text in ("'", "’", "'s", "’s"):
        return replace(name, first=name.first - 1)
    if name.first == 0 or name.first - 1 in taken or name.first != name.last:
        return name
    return replace(name, first=name.first - 1) if _is_country(sentence, name.first - 1) else name


def _of_body(sentence: Sentence, name: Name) -> Name:
    """Return the name, a body's where its last word or the noun before it says so.

    "Uttar Pradesh Assembly" is no place, Confemin in "their federation, Confemin, said" no person.
    """
    if name.type == "person" and name.first == name.last and _is_apposed_to_body(sentence, name.first):
        return replace(name, type="organization")
    if name.type != "place" or name.first == name.last:
        return name
    kind = noun_types().get(sentence.tokens[name.last].text.casefold())
    word = kind is not None and kind.type == "organization" and kind.answers == "word"
    return replace(name, type="organization") if word else name


def _is_apposed_to_body(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    if token.deprel != "appos" or token.head != index - 2 or sentence.tokens[index - 1].text != ",":
        return False
    kind = noun_types().get(sentence.tokens[token.head].text.casefold())
    return kind is not None and kind.type == "organization" and sentence.tokens[token.head].upos == "NOUN"


def _titled(sentence: Sentence, name: Name) -> Name:
    """Return the name, a person's where a title in small letters stands right before it: "convener Nahid Islam"."""
    if name.type != "organization" or not 1 <= name.last - name.first <= 2 or not name.first:
        return name
    tokens = sentence.tokens
    title, last = tokens[name.first - 1], tokens[name.last].text
    small = title.text.islower() and title.upos == "NOUN" and title_before(sentence, name.first) is not None
    plain = all(token.text.istitle() for token in tokens[name.first : name.last + 1])
    named = name.first + 1 <= name.last and tokens[name.first].deprel in (
        "flat",
        "nsubj",
        "obj",
        "obl",
        "appos",
        "nmod",
    )
    return replace(name, type="person") if small and plain and named and last.casefold() not in noun_types() else name


def _is_country(sentence: Sentence, first: int) -> bool:
    """Return whether two words are the name of a country or of its people: "South Sudanese"."""
    words = f"{sentence.tokens[first].text} {sentence.tokens[first + 1].text}"
    return words[:1].isupper() and bool(country_named(words) or country_of_demonym(words))


def _are_country(sentence: Sentence, one: Name, other: Name) -> bool:
    return one.first == one.last and other.first == other.last and _is_country(sentence, one.first)


def _joined(sentence: Sentence, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the names, two of one type that stand side by side as one, and the two words of a country."""
    last: Name | None = None
    for name in names:
        if (
            last is not None
            and last.last + 1 == name.first
            and ((last.type == name.type and _proper(sentence, last, name)) or _are_country(sentence, last, name))
        ):
            last = Name(last.first, name.last, name.type, min(last.score, name.score))
            continue
        if last is not None:
            yield last
        last = name
    if last is not None:
        yield last


def _words(sentence: Sentence, name: Name) -> tuple[str, ...]:
    return tuple(token.text for token in sentence.tokens[name.first : name.last + 1])


def _people(sentences: Sequence[Sentence]) -> Iterator[tuple[str, ...]]:
    """Yield the words of each person's name, and the first and the last of them, by which he may be called too."""
    for sentence in sentences:
        for name in sentence.names:
            words = _words(sentence, name)
            if name.type == "person" and HYPHENS.isdisjoint(words):
                yield from (words, words[:1], words[-1:])


def _parted(sentence: Sentence, people: Set[tuple[str, ...]]) -> Iterator[Name]:
    """Yield the names, two persons as two that a hyphen joins and that are read apart elsewhere ("Yadav-Khan")."""
    for name in sentence.names:
        words = _words(sentence, name)
        cut = next((i for i, w in enumerate(words) if w in HYPHENS and {words[:i], words[i + 1 :]} <= people), None)
        if cut is None:
            yield name
        else:
            yield replace(name, last=name.first + cut - 1, type="person")
            yield replace(name, first=name.first + cut + 1, type="person")


def _proper(sentence: Sentence, one: Name, other: Name) -> bool:
    return all(sentence.tokens[index].upos == "PROPN" for index in (one.last, other.first))


def _known(sentences: Sequence[Sentence]) -> Known:
    """Return the names of the article, as written, with the type read most."""
    votes: dict[tuple[str, ...], dict[NameType, float]] = defaultdict(lambda: defaultdict(float))
    for sentence in sentences:
        for name in sentence.names:
            words = _words(sentence, name)
            if words[0][:1].isupper() and len(words) <= LONGEST and sentence.tokens[name.first].upos != "ADJ":
                votes[words][name.type] += name.score
    for words in [one for one in votes if len(one) > 1 and "person" in votes[one]]:
        # A surname may come alone without the tagger's notice.
        if words[-1][:1].isupper() and len(words[-1]) > 2 and words[-1:] not in votes:
            votes[words[-1:]]["person"] += KNOWN_ELSEWHERE
    return {words: max(kinds, key=lambda kind: kinds[kind]) for words, kinds in votes.items()}


def _with_repeats(sentence: Sentence, known: Known, beginnings: Set[str]) -> Sentence:
    texts = tuple([token.text for token in sentence.tokens])
    if beginnings.isdisjoint(texts):
        return sentence
    names = list(sentence.names)
    added: list[Name] = []
    place = 0
    while place < len(texts):
        again = _repeat(sentence, texts, place, known) if texts[place] in beginnings else None
        if again is not None:
            added.append(again)
            place = again.last
        place += 1
    if not added:
        return sentence
    kept = [name for name in names if not any(one.first <= name.first and name.last <= one.last for one in added)]
    return replace(sentence, names=tuple(sorted([*kept, *added], key=lambda name: name.first)))


def _repeat(sentence: Sentence, texts: tuple[str, ...], place: int, known: Known) -> Name | None:
    """Return the longest known name that begins at a word no name covers wholly or crosses the start or end of."""
    for last in range(min(place + LONGEST, len(texts)) - 1, place - 1, -1):
        kind = known.get(texts[place : last + 1])
        if kind is None or any(one.first <= place and last <= one.last for one in sentence.names):
            continue
        if last == place and not _alone(sentence, place):
            continue
        # A name that the tagger read goes before one that is guessed.
        if not any(one.first < place <= one.last or one.first <= last < one.last for one in sentence.names):
            return Name(place, last, kind, KNOWN_ELSEWHERE)
    return None


def _alone(sentence: Sentence, place: int) -> bool:
    """Return whether a single word can be a name here: written as one, and no month beside a number."""
    token = sentence.tokens[place]
    beside = sentence.tokens[max(0, place - 1) : place + 2]
    written = token.upos == "PROPN" or (place > 0 and token.upos == "NOUN" and token.text[:1].isupper())
    return written and not any(one.upos == "NUM" for one in beside)
