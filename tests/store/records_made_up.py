"""Records made up by hypothesis: any values the dataclasses allow, for the way there and back."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args, get_type_hints

from hypothesis import strategies as st

from diurna.records import (
    Article,
    Attribution,
    Claim,
    Count,
    DateMention,
    Entity,
    Event,
    Form,
    Mention,
    MentionKind,
    Participant,
    Place,
    PossibleActor,
    PossiblePlace,
    Posted,
    Record,
    Role,
    SourceKind,
    Span,
    Stance,
    Status,
    When,
)

_words = st.text(max_size=6)
_maybe = st.none() | _words
_precisions = st.sampled_from(get_args(get_type_hints(When)["precision"]))


def _few(one: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(one, max_size=2).map(tuple)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span.of(text, start, draw(st.integers(start, len(text))))


def _numbered(made: tuple) -> tuple:
    """Give entities, events or attributions ids of their own."""
    return tuple(replace(one, id=f"i{number}") for number, one in enumerate(made))


@st.composite
def records(draw: st.DrawFn) -> Record:
    text = draw(st.text(max_size=40))
    span, ids = spans(text), st.sampled_from(["i0", "i1"])
    lat, lon = st.none() | st.floats(-90, 90), st.none() | st.floats(-180, 180)
    places = st.builds(Place, span, _words, lat, lon, _maybe, _maybe, st.none() | st.integers(0, 10**9))
    days = st.dates().map(str)
    shares = st.floats(0, 1)
    meant = st.builds(PossiblePlace, _words, lat, lon, _maybe, _maybe, st.none() | st.integers(0, 10**9), shares)
    toponyms = st.builds(replace, places, decided=_maybe, candidates=_few(meant))
    possible = st.builds(PossibleActor, _words, _maybe, _few(_words), _maybe, shares)
    participants = st.builds(Participant, span, st.none() | ids, _maybe, _maybe, _few(_words))
    whens = st.builds(
        lambda day, precision, at: When(day, day, precision, at, "clause"),
        days,
        _precisions,
        st.none() | span,
    )
    counts = st.dictionaries(
        st.sampled_from(["killed", "wounded"]),
        st.builds(Count, st.none() | st.integers(0, 9), st.none() | st.integers(9, 99), _maybe, span),
    )
    events = st.builds(
        Event,
        ids,
        _words,
        span,
        st.sampled_from(get_args(Status)),
        st.floats(0, 1),
        _few(_words),
        _few(_words),
        _maybe,
        st.none() | st.integers(1, 4),
        st.none() | st.floats(-10, 10),
        _few(span),
        _few(participants),
        _few(participants),
        st.none() | whens,
        st.none() | places,
        counts,
        _few(ids),
        _few(_words),
    )
    entities = st.builds(
        Entity,
        ids,
        _words,
        st.sampled_from(["person", "other"]),
        _maybe,
        _few(_words),
        st.dictionaries(_words, _words, max_size=2),
        _few(st.builds(Role, _words, _maybe, _maybe, _maybe, span)),
        _few(st.builds(Mention, span, st.sampled_from(get_args(MentionKind)))),
        _few(possible),
    )
    attributions = st.builds(
        Attribution,
        ids,
        st.none() | span,
        st.none() | ids,
        st.none() | span,
        span,
        _few(span),
        st.sampled_from(get_args(Form)),
        st.sampled_from(get_args(SourceKind)),
        st.sampled_from(get_args(Stance)),
        st.none() | span,
        st.none() | st.builds(Count, st.none() | st.integers(0, 99), st.none() | st.integers(0, 99), st.none(), span),
        st.none() | span,
        st.none() | span,
        st.none() | st.builds(Posted, *[st.none() | span] * 3, st.none() | days, _maybe),
    )
    return Record(
        article=Article(
            draw(_words),
            text,
            draw(_maybe),
            draw(_maybe),
            draw(_maybe),
            draw(st.none() | st.dates()),
            draw(_maybe),
            draw(_words),
            draw(_maybe),
        ),
        sentences=draw(_few(span.map(lambda at: (at.start, at.end)))),
        entities=_numbered(draw(_few(entities))),
        events=_numbered(draw(_few(events))),
        attributions=_numbered(draw(_few(attributions))),
        claims=draw(_few(st.builds(Claim, _words, span, st.none() | ids, _maybe, st.none() | st.integers(0, 99)))),
        places=draw(_few(toponyms)),
        dates=draw(_few(st.builds(DateMention, span, _words, st.none() | days, st.none()))),
    )
