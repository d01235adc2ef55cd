"""Which words of a document are toponyms: names of places, places in the names of bodies, adjectives of countries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from diurna.code.transcripts import turns_of
from diurna.records import Document, Entity, Name, Place, Sentence, Span
from diurna.resolve.countries import country_named, country_of_demonym
from diurna.resolve.entities.tables import given_names
from diurna.resolve.known_places import LOCATES, is_known_capital, known_in, unnamed_in
from diurna.resolve.local_names import is_division_word, is_road, means_place, with_street
from diurna.resolve.where import candidates
from diurna.resolve.where.gazetteer import name_key
from diurna.resolve.where.tables import division_called, place_of_adjective, regions_called, rows
from diurna.resolve.who.names import is_acronym

_DASHES = frozenset(("-", "–", "—", "--", "/"))
_BEFORE_BODY = frozenset(("of", "in", "for", "at"))
_POSSESSIVE = ("'s", "’s", "'", "’")
# "Tbilisi-based", "Cypriot-flagged"; "D-Oakland", "R-Florence": the parties of members of Congress.
_HYPHENED = re.compile(r"(?:[DR]-)?([A-Z][\w.’']+)(?:-[a-z]+)?")
_ACRONYM = 5  # letters; headlines write longer names of towns in capitals ("BEIRUT: Gunmen")
_ARTICLE = 3  # letters of "El", "Al", "Ash", "Abu" and the like, which a hyphen joins to the rest of a name
_SURNAME = "surname"  # of somebody whom the page names in full, beside the types of entities
_LONGEST = 4  # words of a place before a body: "Prince William County Circuit Court"


def toponyms_of(document: Document, entities: Sequence[Entity]) -> list[Span]:
    """Return the toponyms of a document in text order, none overlapping another.

    Besides the names of places: the place in a body's name ("Laurel County Fiscal Court"), a name that is a place
    elsewhere in the article, what is written with a hyphen ("Tbilisi-based"), and the adjective of a country where it
    means the country ("the Syrian port", "Russian officials"), not its people ("the Syrians").
    """
    text = document.article.text
    # "Tusk" is a surname beside "Donald Tusk"; "Windsor" is none beside "the mayor of Windsor".
    named = (m.span.text for e in entities if e.type == "person" for m in e.mentions if m.kind == "name")
    surnames = {words.split()[-1] for words in named if " " in words and " of " not in words}
    typed = {
        m.span.start: _SURNAME if m.span.text in surnames else e.type
        for e in entities
        for m in e.mentions
        if m.kind == "name"
    }
    datelines = [one for line in document.article.layout.datelines if line.place for one in _dated(text, line.place)]
    labels = [turn.label for turn in turns_of(text, document.article.layout.blocks)]  # "PETROVA: A strike"
    found: list[Span] = []
    for sentence in document.sentences:
        known = list(known_in(text, sentence))
        spans = known + [
            with_street(text, span) for name in sentence.names for span in _named(text, sentence, name, typed)
        ]
        spans = [s for n, s in enumerate(spans) if not any(s.overlaps(other) for other in spans[:n])]
        spans += [s for s in _other(text, sentence) if not any(s.overlaps(other) for other in spans)]
        unnamed = unnamed_in(text, sentence, surnames)
        spans += [s for s in unnamed if not any(s.overlaps(other) for other in spans)]
        found += [
            span
            for span in spans
            if _is_word(span.text)
            and not is_road(text, span)
            and not _is_acronym(sentence, span)
            and not any(label.holds(span) for label in labels)
        ]
    return sorted(datelines + [s for s in found if not any(line.overlaps(s) for line in datelines)])


def _dated(text: str, line: Span) -> list[Span]:
    """Return the toponyms of a dateline's place: "NAIROBI, Kenya" names two."""
    town, comma, land = line.text.partition(", ")
    if not comma or not (country_named(land) or division_called(land)) or candidates(line.text):
        return [line]
    end = line.start + len(town)
    return [Span.of(text, line.start, end), Span.of(text, end + len(comma), line.end)]


def _is_word(words: str) -> bool:
    """Return whether a name has two letters and more, and is none of the words of no_places.csv."""
    return sum(map(str.isalpha, words)) > 1 and words.lower() not in _listed("no_places.csv")


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
    if name.type == "place" and (kind not in ("person", _SURNAME) or _is_located(sentence, name)):
        body = [] if candidates(whole.text) else list(_of_body(text, sentence, name))  # "University of Cincinnati"
        # A place that no gazetteer has is no body elsewhere in the article, unless it is a building: "Gandhi Hospital".
        new = kind == "place" or sentence.tokens[name.last].text.lower() in _kinds()
        runs = _runs(text, sentence, name)
        yield from body or (r for r in runs if candidates(r.text) or (new and _may_be_place(r.text)))
    elif candidates(whole.text) and (
        kind == "place"
        or _is_located(sentence, name)
        or _heads(sentence, name)
        or means_place(sentence, name, kind)
        or (kind != _SURNAME and is_known_capital(whole.text))
    ):
        yield whole
    elif name.type == "organization":
        yield from _of_body(text, sentence, name)


def _may_be_place(words: str) -> bool:
    """Return whether words that no gazetteer has can be a place: in capitals, and no person's ("Bernardo Arévalo")."""
    first, *rest = name_key(words).split()
    person = bool(rest) and first in given_names() and rest[-1] not in _kinds()
    return not words.islower() and not person


def _other(text: str, sentence: Sentence) -> Iterator[Span]:
    """Yield the adjectives of countries, and places written with a hyphen to another word."""
    for token in sentence.tokens:
        if token.upos == "ADJ" and _is_adjective(token.text):
            before = sentence.tokens[token.index - 1] if token.index else None
            whole = before is not None and _is_adjective(f"{before.text} {token.text}")
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


def _is_adjective(words: str) -> bool:
    """Return whether words mean a country, region or division as an adjective: "Kenyan", "West African", "Welsh"."""
    return bool(country_of_demonym(words) or place_of_adjective(words))


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
    return before is not None and before.text.lower() in LOCATES


def _heads(sentence: Sentence, name: Name) -> bool:
    """Return whether the name opens the sentence in capitals, a dash behind it: "MANASSAS -- A man"."""
    after = sentence.tokens[name.last + 1] if name.last + 1 < len(sentence.tokens) else None
    capitals = all(token.text.isupper() for token in sentence.tokens[name.first : name.last + 1])
    return name.first == 0 and capitals and after is not None and after.text in _DASHES


def _of_body(text: str, sentence: Sentence, name: Name) -> Iterator[Span]:
    """Yield the place that a body's name begins with, or that follows "of": the longest that a gazetteer has."""
    words = range(name.first, name.last + 1)
    division = next((i for i in words[1:_LONGEST] if is_division_word(sentence, i)), None)
    if division is not None and _is_place((span := _span(text, sentence, name.first, division)).text):
        yield span  # "Lexington County Coroner"
        return
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

    Dashes part two ("HARTFORD — Connecticut"), and hyphens ("Hyderabad-Vijayawada") but within one name ("El-Obeid").
    """
    whole = _span(text, sentence, name.first, name.last)
    if candidates(whole.text):
        yield whole  # "Winston-Salem"
        return
    runs: list[list[int]] = [[]]
    for index in range(name.first, name.last + 1):
        if sentence.tokens[index].text in _DASHES and not _is_inside(sentence, name, index):
            runs.append([])
        else:
            runs[-1].append(index)
    for run in filter(None, runs):
        yield _known(text, sentence, run)


def _is_inside(sentence: Sentence, name: Name, index: int) -> bool:
    """Return whether a hyphen stands within one name: "El-Obeid", "El-Fasher", "Deir al-Balah"."""
    if not name.first < index < name.last:
        return False
    before, hyphen, after = sentence.tokens[index - 1 : index + 2]
    if before.text in ("D", "R") or before.end != hyphen.start or hyphen.end != after.start:
        return False
    return len(before.text) <= _ARTICLE or bool(candidates(f"{before.text}-{after.text}"))


def _known(text: str, sentence: Sentence, run: list[int]) -> Span:
    """Return the toponym that a name is or begins with: "Cottonport" of "Cottonport Fire Station".

    Of a name that no gazetteer has, only the beginning may be a place by itself: "Barangay Ganta" is not Ganta, and not
    before what is mostly named after somebody: "Jefferson Avenue" is not Jefferson.
    """
    whole = _span(text, sentence, run[0], run[-1])
    if len(run) == 1 or candidates(whole.text):
        return whole
    for end in range(len(run) - 1, 0, -1):
        span, after = _span(text, sentence, run[0], run[end - 1]), sentence.tokens[run[end]].text
        # "Lancaster park" is a park in Lancaster, "Lancaster Park" may be anywhere.
        if _kinds().get(after.lower() if after[:1].isupper() else "") != "other" and _is_place(span.text):
            return span
    inside = (_span(text, sentence, i, i) for i in run)
    return next((span for span in inside if country_of_demonym(span.text)), whole)  # "the State Russian Museum"


def without_strays(document: Document, places: Sequence[Place]) -> Iterator[Place]:
    """Yield the places, each that only begins a longer name as the whole name where nothing bears it out.

    What bears it out is another place of its country or, where the article names none, a word of kind at the name's
    end: in Somalia "Bar Sanguni" is not Bar in Montenegro. Where no word of kind ends it, it is one of its division:
    beside China's border "Nam Hpat Kar" is not Nam in Tibet.
    """
    text = document.article.text
    names = [(s, name) for s in document.sentences for name in s.names if name.type == "place"]
    spans = (_span(text, s, name.first, name.last) for s, name in names)
    wholes = {span.start: span for span in spans if not candidates(span.text)}
    begin = {p for p in places if p.span.start in wholes and text[p.span.end : wholes[p.span.start].end].strip(" .")}
    told = {place.country for place in places if place not in begin and place.country}
    divisions = {(place.country, place.admin1) for place in places if place not in begin}
    for place in places:
        whole = wholes[place.span.start] if place in begin else place.span
        rest = text[place.span.end : whole.end]
        kind = _kinds().get(whole.text.split()[-1].lower())
        borne_out = place.country in told if told else kind == "town"
        if told and kind is None and place.admin1 is not None:
            borne_out = (place.country, place.admin1) in divisions
        stays = place not in begin or place.country is None or rest[:1] in _DASHES or borne_out
        yield place if stays else Place(whole, whole.text)


def _span(text: str, sentence: Sentence, first: int, last: int) -> Span:
    token = sentence.tokens[last]
    end = sentence.tokens[last - 1].end if last > first and token.text.lower() in _POSSESSIVE else token.end
    return Span.of(text, sentence.tokens[first].start, end)


@cache
def _kinds() -> Mapping[str, str]:
    """Return the words of kinds.csv with what is named by the words before them."""
    table = files("diurna.resolve.where").joinpath("kinds.csv").read_text("utf-8").splitlines()
    return {word: named for _, (word, named, _) in rows(table, "kinds.csv", ["word", "named", "example"])}


@cache
def _listed(name: str) -> frozenset[str]:
    """Return the words of bodies.csv or no_places.csv."""
    table = files("diurna.resolve.where").joinpath(name).read_text("utf-8").splitlines()
    return frozenset(cells[0] for _, cells in rows(table, name, ["word"]))
