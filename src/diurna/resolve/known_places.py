"""Places that are known by name where the page's names are cut otherwise, or are none: "the Sea of Japan" is no sea and
Japan, "Middle Juba" is not Juba, and in "Kigali denied it" there is a town."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from functools import cache

from diurna.records import Sentence, Span, Token
from diurna.resolve.entities.tables import given_names
from diurna.resolve.where import candidates
from diurna.resolve.where.gazetteer import gazetteer
from diurna.resolve.where.tables import division_called, is_capital, names_of_regions, place_of_adjective

# Prepositions behind which a town's name is a town's.
LOCATES = frozenset(("in", "at", "near", "outside", "inside", "across", "around", "throughout", "from"))
TOWN = 15_000  # people of a town that is known by its name there
CAPITAL = 200_000  # of a capital that is known anywhere


def known_in(text: str, sentence: Sentence) -> Iterator[Span]:
    """Yield the places of regions.csv by a name of several words, and two names that are one place's together."""
    for token in sentence.tokens:
        for words in _by_first_word().get(token.text, ()):
            span = Span(token.start, token.start + len(words), words)
            if text.startswith(words, token.start) and not _goes_on(text, span) and not _is_part(text, sentence, span):
                yield span
                break
    for before, token in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if token.upos == "ADJ" and place_of_adjective(f"{before.text} {token.text}"):
            yield Span.of(text, before.start, token.end)  # "South American" is not American
    for one, other in zip(sentence.names, sentence.names[1:], strict=False):
        if one.type == other.type == "place" and other.first == one.last + 1:
            span = _span(text, sentence, one.first, other.last)
            if any(place.exact for place in gazetteer().called(span.text)):
                yield span


def unnamed_in(text: str, sentence: Sentence, surnames: Container[str]) -> Iterator[Span]:
    """Yield the towns among the words that are in no name: "In Tours, police ...", "Kigali denied it", "Mass. voters".

    A town stands behind a preposition of place, or beside another place ("near Haifa and Safed"); a capital anywhere.
    """
    named = {index for name in sentence.names for index in range(name.first, name.last + 1)}
    last = len(sentence.tokens) - 1
    for token in sentence.tokens:
        if token.index in named or not token.text[:1].isupper() or token.text in surnames:
            continue
        if token.text.endswith("."):
            if token.index < last and token.upos == "PROPN" and division_called(token.text):
                yield Span.of(text, token.start, token.end)
        elif _is_town(sentence, token):
            yield Span.of(text, token.start, token.end)


def is_known_capital(words: str) -> bool:
    """Return whether words are a large capital's name, and nobody's: "Kigali", not "Victoria" or "Sofia"."""
    if words.lower() in given_names():
        return False
    return any(one.exact and one.population >= CAPITAL and is_capital(one) for one in candidates(words))


def _is_town(sentence: Sentence, token: Token) -> bool:
    """Return whether a word that is no name's, nor part of a longer name, is a town here."""
    around = (token.index - 1, token.index + 1)
    if any(0 <= i < len(sentence.tokens) and sentence.tokens[i].upos == "PROPN" for i in around):
        return False
    before = sentence.tokens[token.index - 1].text.lower() if token.index else ""
    if before in LOCATES or (before in ("and", "or", ",") and _is_beside_place(sentence, token)):
        towns = (one for one in candidates(token.text) if one.kind == "city" and one.exact)
        return token.upos in ("PROPN", "NOUN") and any(one.population >= TOWN for one in towns)
    return token.upos == "PROPN" and is_known_capital(token.text)


def _is_beside_place(sentence: Sentence, token: Token) -> bool:
    """Return whether a word is joined to the last word of a place's name."""
    return token.deprel == "conj" and any(
        name.type == "place" and name.first <= token.head <= name.last for name in sentence.names
    )


def _goes_on(text: str, span: Span) -> bool:
    """Return whether the last word of a name goes on: "Wall Streeter"."""
    return text[span.end : span.end + 1].isalnum()


def _is_part(text: str, sentence: Sentence, span: Span) -> bool:
    """Return whether a place is a body here or only begins or ends a longer name: "Black Sea Fleet"."""
    for name in sentence.names:
        whole = _span(text, sentence, name.first, name.last)
        if whole.holds(span) and (name.type != "place" or (whole != span and candidates(whole.text))):
            return True
    return False


def _span(text: str, sentence: Sentence, first: int, last: int) -> Span:
    return Span.of(text, sentence.tokens[first].start, sentence.tokens[last].end)


@cache
def _by_first_word() -> Mapping[str, tuple[str, ...]]:
    """Return the names of several words in capitals by the first word as it is cut from a text, the longest first."""
    found: dict[str, list[str]] = {}
    for name in names_of_regions():
        words = name.removeprefix("the ")
        if " " in words and words[:1].isupper() and words.rpartition(" ")[2][:1].isupper():
            found.setdefault(words.split()[0].split("-")[0].split("'")[0].split("’")[0], []).append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}
