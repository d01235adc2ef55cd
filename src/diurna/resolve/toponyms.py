"""Which words of a document are toponyms: names of places, places in the names of bodies, adjectives of countries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from diurna.records import Document, Entity, Name, Sentence, Span
from diurna.resolve.countries import country_named, country_of_demonym
from diurna.resolve.where import candidates
from diurna.resolve.where.tables import division_called, regions_called, rows
from diurna.resolve.who.names import is_acronym

_DASHES = frozenset(("-", "–", "—", "--", "/"))
_BEFORE_BODY = frozenset(("of", "in", "for", "at"))
_LOCATES = frozenset(("in", "at", "near", "outside", "inside", "across", "around", "throughout", "from"))
_POSSESSIVE = ("'s", "’s", "'", "’")
# "Tbilisi-based", "Cypriot-flagged"; "D-Oakland", "R-Florence": the parties of members of Congress.
_HYPHENED = re.compile(r"(?:[DR]-)?([A-Z][\w.’']+)(?:-[a-z]+)?")
_ACRONYM = 5  # letters; headlines write longer names of towns in capitals ("BEIRUT: Gunmen")
_LONGEST = 4  # words of a place before a body: "Prince William County Circuit Court"


def toponyms_of(document: Document, entities: Sequence[Entity]) -> list[Span]:
    """Return the toponyms of a document in text order, none overlapping another.

    Besides the names of places: the place in a body's name ("Laurel County Fiscal Court"), a name that is a place
    elsewhere in the article, what is written with a hyphen ("Tbilisi-based"), and the adjective of a country where it
    means the country ("the Syrian port", "Russian officials"), not its people ("the Syrians").
    """
    text = document.article.text
    surnames = {e.name.split()[-1] for e in entities if e.type == "person" and " " in e.name}
    typed = {
        m.span.start: "person" if m.span.text in surnames else e.type
        for e in entities
        for m in e.mentions
        if m.kind == "name"
    }
    datelines = [line.place for line in document.article.layout.datelines if line.place]
    found: list[Span] = []
    for sentence in document.sentences:
        spans = [span for name in sentence.names for span in _named(text, sentence, name, typed)]
        spans = [s for n, s in enumerate(spans) if not any(s.overlaps(other) for other in spans[:n])]
        spans += [s for s in _other(text, sentence) if not any(s.overlaps(other) for other in spans)]
        found += [
            span
            for span in spans
            if span.text.lower() not in _listed("no_places.csv") and not _is_acronym(sentence, span)
        ]
    return sorted(datelines + [s for s in found if not any(line.overlaps(s) for line in datelines)])


def _is_acronym(sentence: Sentence, span: Span) -> bool:
    """Return whether a name in capitals among words that are not is a body's acronym: "CUT" is not the town Cut.

    Short forms of countries and divisions ("US", "NSW") stay, and a town that opens its sentence ("PARIS - Police").
    """
    if not is_acronym(span.text) or len(span.text) > _ACRONYM:
        return False
    if country_named(span.text) or division_called(span.text) or regions_called(span.text):
        return False
    words = [
        token.text for token in sentence.tokens if token.text.isalpha() and not span.start <= token.start < span.end
    ]
    first = next((token for token in sentence.tokens if token.text[:1].isalnum()), None)
    after = next((token.text for token in sentence.tokens if token.start >= span.end), "")
    opens = first is not None and first.start == span.start and after in (*_DASHES, "(", ",")
    return not opens and sum(map(str.isupper, words)) * 2 < len(words)


def _named(text: str, sentence: Sentence, name: Name, typed: Mapping[int, str]) -> Iterator[Span]:
    whole = _span(text, sentence, name.first, name.last)
    kind = typed.get(whole.start, name.type)
    if name.type == "place" and (kind != "person" or _is_located(sentence, name)):
        yield from (span for span in _runs(text, sentence, name) if not span.text.islower() or candidates(span.text))
    elif candidates(whole.text) and (kind == "place" or _is_located(sentence, name) or _heads(sentence, name)):
        yield whole
    elif name.type == "organization":
        yield from _of_body(text, sentence, name)


def _other(text: str, sentence: Sentence) -> Iterator[Span]:
    """Yield the adjectives of countries, and places written with a hyphen to another word."""
    for token in sentence.tokens:
        if token.upos == "ADJ" and country_of_demonym(token.text):
            before = sentence.tokens[token.index - 1] if token.index else None
            whole = before is not None and country_of_demonym(f"{before.text} {token.text}")
            yield Span.of(text, before.start if before is not None and whole else token.start, token.end)
        elif "-" in token.text and (match := _HYPHENED.fullmatch(token.text)):
            if match[1] != token.text and (country_of_demonym(match[1]) or candidates(match[1])):
                yield Span.of(text, token.start + match.start(1), token.start + match.end(1))
        elif (
            token.text[:1].isupper()
            and (_is_hyphened(sentence, token.index) or _is_seat(sentence, token.index))
            and candidates(token.text)
        ):
            yield Span.of(text, token.start, token.end)


def _is_hyphened(sentence: Sentence, index: int) -> bool:
    """Return whether "-based", "-flagged", "-led" or the like follows, the hyphen a word of its own."""
    after = sentence.tokens[index + 1 : index + 3]
    return (
        len(after) == 2
        and after[0].text == "-"
        and after[0].start == sentence.tokens[index].end
        and after[1].start == after[0].end
        and after[1].text.endswith("ed")
    )


def _is_seat(sentence: Sentence, index: int) -> bool:
    """Return whether "D-" or "R-" stands before, as three words: "Rep. Barbara Lee, D-Oakland"."""
    before = sentence.tokens[max(0, index - 2) : index]
    return [token.text for token in before] in (["D", "-"], ["R", "-"])


def _is_located(sentence: Sentence, name: Name) -> bool:
    """Return whether a preposition of place stands before the name: "in Minnesota", "from Ohio"."""
    before = sentence.tokens[name.first - 1] if name.first else None
    return before is not None and before.text.lower() in _LOCATES


def _heads(sentence: Sentence, name: Name) -> bool:
    """Return whether the name opens the sentence in capitals, a dash behind it: "MANASSAS -- A man"."""
    after = sentence.tokens[name.last + 1] if name.last + 1 < len(sentence.tokens) else None
    capitals = all(token.text.isupper() for token in sentence.tokens[name.first : name.last + 1])
    return name.first == 0 and capitals and after is not None and after.text in _DASHES


def _of_body(text: str, sentence: Sentence, name: Name) -> Iterator[Span]:
    """Yield the place that a body's name begins with, or that follows "of": the longest that a gazetteer has."""
    words = range(name.first, name.last + 1)
    bodies = [i for i in words if sentence.tokens[i].text.lower() in _listed("bodies.csv")]
    if not bodies:
        return
    for end in range(min(bodies[-1], name.first + _LONGEST) - 1, name.first - 1, -1):
        span = _span(text, sentence, name.first, end)
        if _is_place(span.text):
            yield span
            break
    for index in words:
        if sentence.tokens[index].text in _BEFORE_BODY and index > bodies[0]:
            for end in range(min(name.last, index + _LONGEST), index, -1):
                span = _span(text, sentence, index + 1, end)
                if _is_place(span.text):
                    yield span
                    break


def _is_place(words: str) -> bool:
    known = words[:1].isupper() and len(words) > 2 and words.lower() not in _listed("no_places.csv")
    return known and bool(country_named(words) or candidates(words))


def _runs(text: str, sentence: Sentence, name: Name) -> Iterator[Span]:
    """Yield the toponyms in the words of a place's name.

    Dashes part two ("HARTFORD — Connecticut"). Of a name that no gazetteer has, the longest run of its words that one
    has is taken, the first of equals: "Cottonport" of "Cottonport Fire Station".
    """
    runs: list[list[int]] = [[]]
    for index in range(name.first, name.last + 1):
        if sentence.tokens[index].text in _DASHES:
            runs.append([])
        else:
            runs[-1].append(index)
    for run in filter(None, runs):
        yield from _known(text, sentence, run)


def _known(text: str, sentence: Sentence, run: list[int]) -> list[Span]:
    whole = _span(text, sentence, run[0], run[-1])
    if len(run) == 1 or candidates(whole.text):
        return [whole]
    for length in range(len(run) - 1, 0, -1):
        for start in range(len(run) - length + 1):
            span = _span(text, sentence, run[start], run[start + length - 1])
            if span.text[:1].isupper() and len(span.text) > 2 and candidates(span.text):
                return [span]
    return [whole]


def _span(text: str, sentence: Sentence, first: int, last: int) -> Span:
    token = sentence.tokens[last]
    end = sentence.tokens[last - 1].end if last > first and token.text.lower() in _POSSESSIVE else token.end
    return Span.of(text, sentence.tokens[first].start, end)


@cache
def _listed(name: str) -> frozenset[str]:
    """Return the words of bodies.csv or no_places.csv."""
    table = files("diurna.resolve.where").joinpath(name).read_text("utf-8").splitlines()
    return frozenset(cells[0] for _, cells in rows(table, name, ["word"]))
