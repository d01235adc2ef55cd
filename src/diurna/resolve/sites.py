"""Places without a toponym of their own: "Sitapur Jail", "the council chambers", "the Saudi consulate in Istanbul".

A site is a noun phrase whose head is in sites.csv and stands behind a preposition of place, with an article or a name
("in prison" is a punishment, "in the prison" a place). It lies in the town that its name or a phrase with it names,
else in the only town where the page puts anything; where there is none, it has no coordinates, and the country of all
its towns if they are of one. "His residence in
Rampur" says less than Rampur, and is no site.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from diurna.records import Document, Place, Sentence, Span, Token
from diurna.resolve.countries import countries, country_named, country_of_demonym
from diurna.resolve.entities.phrases import dependents_of, name_over, noun_phrase
from diurna.resolve.when.attach import head_word, path_up
from diurna.resolve.where import candidates
from diurna.resolve.where.tables import is_capital, rows

_INTO = frozenset(("compound", "flat", "appos", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "conj"))
_LOCATES = {
    "place": frozenset(
        ("in", "at", "near", "outside", "inside", "across", "on", "around", "into", "from", "to", "throughout", "off")
    ),
    "capital": frozenset(("in", "outside", "near", "to", "into", "from", "around", "across", "throughout")),
    "country": frozenset(("across", "around", "in", "throughout")),
    "body": frozenset(("in", "at", "inside", "outside", "near")),
    "ground": frozenset(
        ("in", "at", "inside", "outside", "near", "into", "from", "to", "on", "onto", "around", "toward")
    ),
}  # fmt: skip


def sites_of(document: Document, places: Sequence[Place], home: str | None = None) -> Iterator[Place]:
    """Yield the sites of a document in text order, each with the coordinates of the town it lies in, if told.

    "The capital" is a town itself: that of a country which the phrase names, else of `home` (alpha-3); and "the
    country" behind "across" or the like is `home`.
    """
    towns = _towns(document, places)
    only = towns[0] if len(towns) == 1 else None
    lands = {town.country for town in towns}
    land = next(iter(lands)) if len(lands) == 1 else None
    last_words = _last_words()
    for sentence in document.sentences:
        # Hardly any word is one.
        said = [t.index for t in sentence.tokens if t.lemma.lower() in last_words]
        heads = [(index, kind) for index in said if (kind := _kind(sentence, index))]
        if not heads:
            continue
        here = [p for p in places if sentence.start <= p.span.start < sentence.end and (_is_town(p) or _is_spot(p))]
        below = dependents_of(sentence)
        for head, kind in heads:
            if _names_it(sentence, head, below[head], places):
                continue
            first, last = _phrase(sentence, head, below)
            if _stands(sentence, head, below[head], kind) and _is_definite(sentence, first, last):
                span = Span.of(document.article.text, sentence.tokens[first].start, sentence.tokens[last].end)
                name = _name(sentence, first, last, document.article.text)
                if kind == "country":
                    if (
                        first + 1 == last and home and not _goes_on(below[head], head)
                    ):  # "the country", not "our country"
                        yield from _country(span, home)
                elif kind != "capital":
                    yield _in_town(Place(span, name, country=land), sentence, head, here, only)
                elif (town := _capital(span, _country_in(sentence, first, last) or home)) is not None:
                    yield town


def is_located(sentence: Sentence, head: int) -> bool:
    """Return whether a place stands behind "in", "at" or the like, by itself or with what names it more closely."""
    for _ in range(3):
        below = [t for t in sentence.tokens if t.head == head]
        if any(t.deprel == "case" and t.lemma.lower() in _LOCATES["place"] for t in below):
            return True
        token = sentence.tokens[head]
        if token.deprel not in _INTO or token.head < 0:
            return False
        head = token.head
    return False


def _is_town(place: Place) -> bool:
    return place.latitude is not None and place.admin1 is not None


def _is_spot(place: Place) -> bool:
    """Return whether a place is a known spot though no division holds it, as Preah Vihear is."""
    meant = next((one for one in candidates(place.span.text) if one.name == place.name), None)
    return place.latitude is not None and meant is not None and meant.kind == "region" and meant.country is not None


def _towns(document: Document, places: Sequence[Place]) -> list[Place]:
    """Return the towns where the page puts what it tells, by a dateline or a preposition."""
    lines = [line.place for line in document.article.layout.datelines if line.place is not None]
    towns: dict[tuple[str, str | None, str | None], Place] = {}
    starts = [sentence.start for sentence in document.sentences]
    for place in filter(_is_town, places):
        sentence = document.sentences[max(0, bisect_right(starts, place.span.start) - 1)]
        head = head_word(sentence, place.span)
        dated = any(line.overlaps(place.span) for line in lines)
        if dated or (head is not None and is_located(sentence, head)):
            towns.setdefault((place.name, place.admin1, place.country), place)
    return list(towns.values())


def _kind(sentence: Sentence, index: int) -> str | None:
    """Return the kind of site that a word is, with the word before it where sites.csv has both."""
    word = sentence.tokens[index].lemma.lower()
    before = sentence.tokens[index - 1].lemma.lower() if index else ""
    return _kinds().get(f"{before} {word}") or _kinds().get(word)


def _stands(sentence: Sentence, head: int, below: Sequence[int], kind: str) -> bool:
    if sentence.tokens[head].upos not in ("NOUN", "PROPN"):
        return False
    words = {sentence.tokens[i].text.lower() for i in below if sentence.tokens[i].deprel == "case"}
    return bool(words & _LOCATES[kind])


def _names_it(sentence: Sentence, head: int, below: Sequence[int], places: Sequence[Place]) -> bool:
    """Return whether a listed place behind "of" names what a word without a name says: "the streets of Kano".

    So does one behind "in" what only an article stands before: "a mosque in Gao".
    """
    bare = all(sentence.tokens[i].upos in ("DET", "ADP", "PROPN", "PUNCT", "ADJ", "NOUN") for i in below if i < head)
    if not bare or any(sentence.tokens[i].upos == "PROPN" for i in below if i < head):
        return False
    ways = ("of", "in") if any(sentence.tokens[i].text.lower() in ("a", "an") for i in below) else ("of",)
    under = [
        i
        for i in below
        if i > head and any(t.head == i and t.deprel == "case" and t.lemma.lower() in ways for t in sentence.tokens)
    ]
    return any(_covers(place, sentence.tokens[i]) for i in under for place in places)


def _is_definite(sentence: Sentence, first: int, last: int) -> bool:
    """Return whether an article, a possessor who is no pronoun, or a name stands in the phrase."""
    words = sentence.tokens[first : last + 1]
    named = any(word.upos == "PROPN" for word in words) and len(words) > 1
    return named or any(word.deprel in ("det", "nmod:poss") and word.feats.get("Poss") != "Yes" for word in words)


def _phrase(sentence: Sentence, head: int, below: Sequence[Sequence[int]]) -> tuple[int, int]:
    first, last = noun_phrase(sentence, head, below)
    name = name_over(sentence, head)
    return (min(first, name.first), max(last, name.last)) if name else (first, last)


def _name(sentence: Sentence, first: int, last: int, text: str) -> str:
    """Return the phrase without the article before it."""
    if first < last and sentence.tokens[first].deprel == "det":
        first += 1
    return " ".join(text[sentence.tokens[first].start : sentence.tokens[last].end].split())


def _in_town(site: Place, sentence: Sentence, head: int, here: Iterable[Place], only: Place | None) -> Place:
    """Return the site in the town that stands under it in the tree or that its words name, else in `only`."""
    span = site.span
    inside = [p for p in here if span.overlaps(p.span) and not _covers(p, sentence.tokens[head])]
    # "Manchester Airport", which the gazetteer has as Manchester
    itself = [p for p in here if span.holds(p.span) and _covers(p, sentence.tokens[head]) and p.span.text != p.name]
    words = [(head_word(sentence, p.span), p) for p in here if not span.overlaps(p.span)]
    under = [p for word, p in words if word is not None and head in path_up(sentence, word)[1:3]]
    town = next(iter((*under, *inside, *itself)), only)
    if town is None:
        return site
    return replace(town, span=span, name=site.name, geonames=None, decided=None, candidates=())


def _country_in(sentence: Sentence, first: int, last: int) -> str | None:
    """Return the country that a phrase names: "Colombia's capital", "the Kenyan capital"."""
    words = (token.text for token in sentence.tokens[first : last + 1])
    return next((code for word in words if (code := country_named(word) or country_of_demonym(word))), None)


def _capital(span: Span, code: str | None) -> Place | None:
    """Return the capital of a country (alpha-3) as the place at a span, or None where it is not known."""
    name = next((one.capital for one in countries() if one.alpha3 == code), None)
    town = next((one for one in candidates(name) if one.country == code and is_capital(one)), None) if name else None
    if town is None:
        return None
    return Place(span, town.name, town.latitude, town.longitude, town.country, town.admin1, town.geonames)


def _country(span: Span, code: str) -> Iterator[Place]:
    """Yield the country of a code (alpha-3) as the place at a span: "across the country"."""
    name = next((one.name for one in countries() if one.alpha3 == code), "")
    one = next((one for one in candidates(name) if one.kind == "country" and one.country == code), None)
    if one is not None:
        yield Place(span, one.name, one.latitude, one.longitude, one.country, None, one.geonames)


def _goes_on(below: Sequence[int], head: int) -> bool:
    """Return whether more is said of a noun behind it: "in the country that he left"."""
    return any(index > head for index in below)


def _covers(place: Place, token: Token) -> bool:
    return place.span.start < token.end and token.start < place.span.end


@cache
def _kinds() -> Mapping[str, str]:
    """Return the nouns of sites.csv with their kinds; raises ValueError with the line and the remedy."""
    table = files("diurna.resolve").joinpath("sites.csv").read_text("utf-8").splitlines()
    return read_sites(table)


@cache
def _last_words() -> frozenset[str]:
    """Return the words that end a noun of sites.csv."""
    return frozenset(noun.rpartition(" ")[2] for noun in _kinds())


def read_sites(lines: Iterable[str]) -> Mapping[str, str]:
    """Return the nouns of a table of sites with their kinds; raises ValueError with the line and the remedy."""
    kinds: dict[str, str] = {}
    for place, (noun, kind) in rows(lines, "sites.csv", ["noun", "kind"]):
        if kind == "place" or kind not in _LOCATES:
            raise ValueError(f"{place}: kind is {kind!r}; write ground, body, capital or country")
        if noun in kinds:
            raise ValueError(f"{place}: {noun!r} stands there twice; remove one")
        kinds[noun] = kind
    return kinds
