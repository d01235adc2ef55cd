"""Which place each toponym of an article means: one decision for each name, by the company it keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from math import exp
from typing import NamedTuple

from diurna.records import Place, Span
from diurna.resolve.where.astray import LIST, in_their_divisions, is_astray
from diurna.resolve.where.candidates import bears, candidates
from diurna.resolve.where.doubt import Weighed, decided_by, possible
from diurna.resolve.where.gazetteer import Candidate, kilometres, name_key
from diurna.resolve.where.score import Context, Square, features_alone, score, squares_of, weights, with_others
from diurna.resolve.where.tables import country_called, division_called, is_capital

# What stands right after a toponym and says where it lies: "Paris, Texas", "Rampur (Uttar Pradesh)".
AFTER = re.compile(r"(?:,\s{1,2}|\s\()((?:[A-Z][\w.'’-]{0,30})(?:\s[A-Z][\w.'’-]{0,30}){0,2})")
# What stands right after a toponym and says that it is a division: "Washington state", "Kano State".
KIND = re.compile(r" (?:[Ss]tate|[Pp]rovince|[Rr]egion)(?![\w-])(?! [A-Z])")
# What stands around a division's name and says that it is no town's: "Idlib province", "New York's governor".
DIVISION = re.compile(
    r"(?:'s|’s)? (?:state|province|district|county|region|oblast|governorate|prefecture|department|"
    r"border|gov|governor|attorney general|legislature|lawmakers)(?!\w)",
    re.I,
)
PART = re.compile(
    r"\b(?:(?:state|province|district|region|governorate|department) of|upstate|"
    r"north|south|east|west|(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)ern) $",
    re.I,
)
DIVISIONS = ("admin1", "region")
# A town stands before it ("Buffalo, New York"), unless both stand in a list ("London, New York and Paris").
OF = re.compile(r"((?:[A-Z][\w.'’-]{0,30} ){0,2}[A-Z][\w.'’-]{0,30})(?:, | \()$")
ENDS = re.compile(r"[,.;)]")
# A county's name; "Durham" and "Clinton" are towns too, and may stand in a list of towns.
COUNTY = re.compile(r"(?:shire| (?:County|Parish|District|Regency))$|^(?:County|Co\.?) ")
COUNTY_KM = 100.0  # a town lies no farther from the middle of its county
CAPITAL = 200_000  # people of a capital whose bare name is no county's
REACH = 60  # characters before a name that are looked at for these
# After the first look, at each name alone, as many are taken that know of the others.
LOOKS = 3
# What a name means with less of a chance than this says nothing about the others.
LEAST = 0.1
# As many other places are weighed at most, so that the work stays in line with the article's length.
MOST_OTHERS = 40


# What each name of an article means, with the chances.
Likely = Mapping[str, tuple[tuple[Candidate, float], ...]]


class Group(NamedTuple):
    """The toponyms of one name: what they can mean, what stands right after any of them, whether it is a division's.

    `beside` are those that lie by a county or region that stands right after any: "Richmond, North Yorkshire".
    """

    key: str
    spans: tuple[Span, ...]
    candidates: tuple[Candidate, ...]
    stated: frozenset[tuple[str, str | None]]
    is_division: bool
    beside: tuple[Candidate, ...] = ()


def resolve_places(
    toponyms: Sequence[Span],
    article_text: str,
    *,
    home: str | None = None,
    by: Mapping[str, float] | None = None,
) -> list[Place]:
    """Return one Place for each toponym, in the order given; an unknown one keeps null coordinates.

    `home` is the country (alpha-3) the outlet writes for, where known. `by` gives other weights than
    weights.toml, for fitting. A name means one place throughout an article (one sense per discourse; Gale and
    others 1992).
    """
    groups = grouped(toponyms, article_text)
    by = weights() if by is None else by
    told = weighed(groups, home, by)
    stated = {group.key for group in groups if group.stated}
    for key in list(told):
        others = [ranked[0].place for other, ranked in told.items() if other != key]
        if key not in stated and is_astray(told[key][0].place, others):
            del told[key]
    chosen = [ranked[0].place for ranked in told.values()]
    places = {key: _place(_somewhere(ranked[0].place, chosen), ranked, by) for key, ranked in told.items()}
    places |= in_their_divisions(toponyms, article_text, {key: ranked[0].place for key, ranked in told.items()})
    made = []
    for span in toponyms:
        key = name_key(span.text)
        place = places.get(key, Place(span, span.text))
        made.append(replace(place, span=span))
        places[key] = replace(place, candidates=())  # what else the name can mean is told once
    return made


def grouped(toponyms: Sequence[Span], article_text: str) -> list[Group]:
    """Return the toponyms by name, in order of first mention."""
    spans: dict[str, list[Span]] = {}
    for span in toponyms:
        spans.setdefault(name_key(span.text), []).append(span)
    groups = []
    for key, same in spans.items():
        name, inside = _split(same[0].text)
        stated = inside | {pair for span in same for pair in _stated(article_text, span)}
        found = _of_kind(candidates(name), same, article_text)
        divisions = {(one.country, one.admin1) for one in found if one.namesake}
        said = any(_is_division(span, divisions, article_text) for span in same)
        if said:
            found = tuple(_without_their_towns(found))
        else:
            # "Washington" is none of the Washington Counties.
            lands = {one.country for one in found if is_capital(one) and one.exact and one.population >= CAPITAL}
            found = tuple(one for one in found if one.kind != "admin2" or one.exact or one.country not in lands)
        beside = tuple(_beside(found, [area for span in same for area in _area(article_text, span)]))
        groups.append(Group(key, tuple(same), found, frozenset(stated), said, beside))
    return groups


def _without_their_towns(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates but for the towns that divisions are named after; such a division has the town's name."""
    divisions = [one for one in found if one.namesake]
    for one in found:
        if any(one is division for division in divisions):
            yield one._replace(exact=one.exact or any(bears(town, one) and town.exact for town in found))
        elif not any(bears(one, division) for division in divisions):
            yield one


def decide(groups: Sequence[Group], home: str | None, by: Mapping[str, float]) -> dict[str, Candidate]:
    """Return the place decided on for each name that has candidates."""
    return {key: ranked[0].place for key, ranked in weighed(groups, home, by).items()}


def weighed(groups: Sequence[Group], home: str | None, by: Mapping[str, float]) -> dict[str, list[Weighed]]:
    """Return for each name that has candidates all of these, the one decided on first."""
    told: dict[str, list[Weighed]] = {}
    squares = squares_of((group.key, group.candidates) for group in groups)
    alone = {group.key: _alone(group, groups, home, squares) for group in groups if group.candidates}
    plain = {
        group.key: [features_alone(one, alone[group.key][0], group.stated, group.beside) for one in group.candidates]
        for group in groups
        if group.candidates
    }
    seen: dict[str, Context] = {}
    likely: Likely = {}
    for _ in range(LOOKS + 1):
        before, told = told, {}
        for group in groups:
            if group.candidates:
                context = _among(*alone[group.key], likely)
                if group.key in seen and seen[group.key].others == context.others:
                    told[group.key] = before[group.key]
                    continue
                seen[group.key] = context
                pairs = zip(group.candidates, plain[group.key], strict=True)
                found = [(one, with_others(values, one, context)) for one, values in pairs]
                ranked = [Weighed(one, values, score(values, by)) for one, values in found]
                ranked = sorted(ranked, key=lambda each: -each.score)
                told[group.key] = ranked if group.is_division else _towns_for(ranked)
        likely = {key: likely_of(ranked) for key, ranked in told.items()}
        if [ranked[0].place for ranked in before.values()] == [ranked[0].place for ranked in told.values()]:
            break  # nothing moves any more
    return told


def likely_of(ranked: Sequence[Weighed]) -> tuple[tuple[Candidate, float], ...]:
    """Return the places that a name means with some likelihood, each with it."""
    pull = [exp(one.score - ranked[0].score) for one in ranked]
    shares = zip(ranked, (each / sum(pull) for each in pull), strict=True)
    return tuple((one.place, share) for one, share in shares if share >= LEAST)


def context_of(
    group: Group,
    groups: Iterable[Group],
    likely: Likely,
    home: str | None,
    squares: Mapping[Square, frozenset[tuple[str, float]]],
) -> Context:
    """Return what the article's other toponyms, and what is stated after any, say about `group`."""
    return _among(*_alone(group, groups, home, squares), likely)


def _alone(
    group: Group, groups: Iterable[Group], home: str | None, squares: Mapping[Square, frozenset[tuple[str, float]]]
) -> tuple[Context, list[str]]:
    """Return the same without what the others mean, and which others those are."""
    named: set[str] = set()
    divisions: set[tuple[str, str]] = set()
    others: list[str] = []
    own: set[str] = set()
    for other in groups:
        for code, division in other.stated:
            named.add(code)
            if division is not None:
                divisions.add((code, division))
        if other.key == group.key or _is_variant(group, other):
            own.add(other.key)
            continue
        first = other.candidates[0] if other.candidates else None
        if first is not None and first.kind == "country":
            named.add(first.country or "")
        for one in other.candidates:
            if one.kind == "admin1" and one.exact and one.admin1 is not None:
                divisions.add((one.country or "", one.admin1))
        others.append(other.key)
    return Context(frozenset(named), frozenset(divisions), home, own=frozenset(own), squares=squares), others


def _among(alone: Context, others: Iterable[str], likely: Likely) -> Context:
    """Return the context with what the others mean, as far as that is known."""
    known = [likely[key] for key in others if key in likely][:MOST_OTHERS]
    return alone._replace(others=tuple(one for meant in known for one in meant), names=len(known))


def _is_variant(one: Group, other: Group) -> bool:
    """Return whether two names are of one place: "Leeds", "Leeds Airport"; "Paris, Texas" says more than "Paris"."""
    longer, shorter = (one, other) if len(one.key) > len(other.key) else (other, one)
    return longer.key.startswith(f"{shorter.key} ") and not longer.stated and longer.candidates == shorter.candidates


def _somewhere(one: Candidate, others: Iterable[Candidate]) -> Candidate:
    """Return a county without coordinates of its own with those of the article's towns of its division, if any.

    GeoNames' list of second-level divisions has no coordinates, and the towns no county: what the article speaks of
    near it is the best guess there is.
    """
    if not one.approximate:
        return one
    near = [o for o in others if o.kind == "city" and (o.country, o.admin1) == (one.country, one.admin1)]
    known = [(o.latitude, o.longitude) for o in near if o.latitude is not None and o.longitude is not None]
    if not known:
        return one
    from statistics import median  # here, since it loads decimal numbers and fractions, and few articles come here

    latitudes, longitudes = zip(*known, strict=True)
    return one._replace(latitude=median(latitudes), longitude=median(longitudes))


def _split(text: str) -> tuple[str, set[tuple[str, str | None]]]:
    """Return a toponym's name and what its words say after a comma: "Paris, Texas" is "Paris" in Texas."""
    name, comma, rest = text.partition(", ")
    told = _means(rest) if comma and name_key(text) not in ("washington d c", "washington dc") else set()
    return (name, told) if told else (text, set())


def _of_kind(found: tuple[Candidate, ...], same: Iterable[Span], article_text: str) -> tuple[Candidate, ...]:
    """Return the first-level divisions among the candidates where the text says so ("Washington state"), else all."""
    said = next((match for span in same if (match := KIND.match(article_text, span.end))), None)
    if said is None:
        return found
    whole = candidates(f"{next(iter(same)).text}{said[0]}")  # "Niger State", not Niger the country
    kept = (tuple(one for one in those if one.kind in DIVISIONS) for those in (whole, found))
    return next(filter(None, kept), found)


def _towns_for(ranked: Sequence[Weighed]) -> list[Weighed]:
    """Return the places that a name can mean with the town for the division that bears its name, the best first.

    The town has what speaks for either: a bare "Lagos", "New York" or "Washington" is the town.
    """
    divisions = [one for one in ranked if one.place.namesake]
    if not divisions:
        return list(ranked)
    towns = [next(t for t in ranked if t.place.kind == "city" and bears(t.place, one.place)) for one in divisions]
    scores = {id(town): max(town.score, one.score) for town, one in zip(towns, divisions, strict=True)}
    kept = (one._replace(score=scores.get(id(one), one.score)) for one in ranked if not one.place.namesake)
    return sorted(kept, key=lambda one: -one.score)


def _is_division(span: Span, divisions: Set[tuple[str | None, str | None]], article_text: str) -> bool:
    """Return whether a word of kind, or a town of one of the divisions that the name can mean, says it is one."""
    before = article_text[max(0, span.start - REACH) : span.start]
    if DIVISION.search(span.text) or DIVISION.match(article_text, span.end) or PART.search(before):
        return True
    town = OF.search(before)
    if town is None:
        return False
    words = town[1].split()
    if span.text in (" ".join(words[first:]) for first in range(len(words))):
        return False  # "New York, New York" tells of the town
    named = [one for first in range(max(1, len(words) - 1)) for one in candidates(" ".join(words[first:]))]
    if named and named[0].kind == "admin1" and not named[0].namesake:
        return True  # a list of divisions: "Missouri, New York, North Carolina"
    if LIST.match(article_text, span.end):
        return False
    # A place that no gazetteer has: "Rego Park, New York, will", not "On Monday, New York will".
    if not named:
        return ENDS.match(article_text, span.end) is not None
    named += candidates(words[-1])
    return any((one.country, one.admin1) in divisions for one in named if one.kind == "city")


def _stated(article_text: str, span: Span) -> set[tuple[str, str | None]]:
    match = AFTER.match(article_text, span.end)
    if match is None:
        return set()
    words = match[1].split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if told := _means(name):
            # "China, Japan and Ukraine" is a list of countries; "Georgia, USA" says where Georgia lies.
            listed = country_called(span.text) is not None and country_called(name) is not None
            return set() if listed and not name.isupper() else told
    return set()


def _area(article_text: str, span: Span) -> list[Candidate]:
    """Return the county or region of a country that stands right after a toponym, in all that its name can mean."""
    match = AFTER.match(article_text, span.end)
    if match is None:
        return []
    words = match[1].split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        kinds = ("region", "admin2") if COUNTY.search(name) else ("region",)
        if found := [one for one in candidates(name) if one.kind in kinds and one.country and not one.approximate]:
            return found
    return []


def _beside(found: Sequence[Candidate], areas: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the candidates that lie in one of the counties or regions, as far as their middles tell."""
    for one in found:
        if one.kind != "country" and any(a.country == one.country and kilometres(a, one) <= COUNTY_KM for a in areas):
            yield one


def _means(name: str) -> set[tuple[str, str | None]]:
    """Return the divisions and the country that `name` can mean, as (country, division or None)."""
    told: set[tuple[str, str | None]] = set()
    if (country := country_called(name)) is not None:
        told.add((country.country or "", None))
    if (division := division_called(name)) is not None:
        told.add((division[1], division[0]))
    told |= {
        (one.country or "", one.admin1) for one in candidates(name.rstrip(".")) if one.kind in ("admin1", "region")
    }
    return {pair for pair in told if pair[0]}


def _place(one: Candidate, ranked: Sequence[Weighed], by: Mapping[str, float]) -> Place:
    where = one.latitude, one.longitude, one.country, one.admin1, one.geonames
    return Place(Span(0, 0, ""), one.name, *where, decided_by(ranked, by), possible(ranked))
