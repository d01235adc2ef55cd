"""The record of one article: the fields of docs/record.md as plain frozen dataclasses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from diurna.records.article import Article
from diurna.records.span import Span

Status = Literal["happened", "future", "hypothetical", "negated", "historical"]
EntityType = Literal["person", "organization", "place", "group", "other"]
MentionKind = Literal["name", "nominal", "pronoun"]
Form = Literal["direct", "indirect", "mixed"]
SourceKind = Literal["named", "anonymous", "organization", "outlet", "document", "post", "author"]
Stance = Literal["asserts", "denies", "doubts", "asks", "predicts", "demands", "believes"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that names an entity."""

    span: Span
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Role:
    """An office or position that the text gives an entity ("SP chief"): title, of what body or place, since when."""

    title: str
    of: str | None
    since: str | None
    until: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class PossibleActor:
    """A known actor that an entity's name can mean, as of the article's day; `score` (0 to 1) is how well it fits."""

    name: str
    country: str | None
    sector: tuple[str, ...]
    wikidata: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something the article speaks of, with every mention of it in text order.

    `candidates` are the known actors of its name, the best first, where it was chosen among several or left open.
    """

    id: str
    name: str
    type: EntityType
    country: str | None = None
    sector: tuple[str, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()
    candidates: tuple[PossibleActor, ...] = ()

    @property
    def named(self) -> bool:
        """Return whether the article names it, and does not only speak of it by nouns and pronouns."""
        return any(mention.kind == "name" for mention in self.mentions)


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor or recipient of an event: the words, and the entity they were resolved to."""

    span: Span
    entity: str | None = None
    name: str | None = None
    country: str | None = None
    sector: tuple[str, ...] = ()


def meet(ours: Iterable[Participant], theirs: Iterable[Participant]) -> bool:
    """Return whether anybody is of both groups: by the words, or as the same entity."""
    others = tuple(theirs)
    return any(p.span.overlaps(q.span) or p.entity == q.entity is not None for p in ours for q in others)


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days (ISO, both ends included), how exact it is, and the words it was taken from.

    `basis` says where it came from: "clause", "sentence", "discourse", "post", "dateline", "headline" or "published".
    """

    start: str
    end: str
    precision: Literal["day", "week", "month", "season", "quarter", "year", "decade", "century"]
    span: Span | None
    basis: str


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression and its TIMEX3 value; `start` and `end` are the ISO days it covers, where it has any."""

    span: Span
    value: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class PossiblePlace:
    """A place that a toponym can mean; `score` is its share, 0 to 1, among all that can be meant."""

    name: str
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None
    geonames: int | None
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym and the place it was resolved to; the resolved fields are None where it could not be.

    `decided` says what spoke most for it. `candidates`, the one chosen first, stand at the first mention of a name,
    and only where another than the chosen one had a chance.
    """

    span: Span
    name: str
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    geonames: int | None = None
    decided: str | None = None
    candidates: tuple[PossiblePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many, of whom: "at least 14 civilians" is min 14, max None, of "civilian"."""

    min: int | None
    max: int | None
    of: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Posted:
    """Where something was posted: who posted it, under which handle, when (`day` ISO), on which platform ("X")."""

    author: Span | None = None
    handle: Span | None = None
    date: Span | None = None
    day: str | None = None
    platform: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A passage that stands on somebody's word: source, cue and content.

    `source` is None where the page names none ("reportedly"). `content` may be discontinuous: `span` is
    its whole extent and `parts` its pieces in order. `addressee` is whom it is said to ("told Parliament").
    Of unnamed sources the page may say `how_many` they are, `of_body` whose people, and `why_unnamed`.
    """

    id: str
    source: Span | None
    entity: str | None
    cue: Span | None
    content: Span
    parts: tuple[Span, ...]
    form: Form
    kind: SourceKind
    stance: Stance = "asserts"
    addressee: Span | None = None
    how_many: Count | None = None
    of_body: Span | None = None
    why_unnamed: Span | None = None
    post: Posted | None = None

    def holds(self, span: Span) -> bool:
        """Return whether words stand in what is said."""
        return any(part.holds(span) for part in self.parts or (self.content,))

    @property
    def length(self) -> int:
        """Return how many characters are said."""
        return sum(len(part.text) for part in self.parts or (self.content,))


def holding(span: Span, attributions: Iterable[Attribution]) -> tuple[str, ...]:
    """Return the ids of the attributions in whose contents the words stand, innermost first."""
    # Of two with the same content the later is the inner one: "the agency reported, citing two officials, that".
    held = sorted((one.length, -place, one.id) for place, one in enumerate(attributions) if one.holds(span))
    return tuple(id for _, _, id in held)


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement about other events ("their first meeting in two years") that a store can check."""

    kind: str
    span: Span
    event: str | None = None
    interval: str | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom. Built by the code step; when, where and who are filled in by the resolve step.

    `attribution` holds the ids of the attributions that hold the trigger, innermost first; none: the author's own word.
    `held` says the same of each mention that does not stand on the trigger's word.
    """

    id: str
    type: str
    trigger: Span
    status: Status
    confidence: float
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: int | None = None
    score: float | None = None
    mentions: tuple[Span, ...] = ()
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    date: When | None = None
    place: Place | None = None
    counts: Mapping[str, Count] = field(default_factory=dict)
    attribution: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    held: Mapping[Span, tuple[str, ...]] = field(default_factory=dict)

    @property
    def tellings(self) -> tuple[tuple[Span, tuple[str, ...]], ...]:
        """Return each place that tells the event, in text order, with the ids of the attributions that hold it."""
        mentions = ((mention, self.held.get(mention, self.attribution)) for mention in self.mentions)
        return tuple(sorted(((self.trigger, self.attribution), *mentions)))

    @property
    def chains(self) -> tuple[tuple[str, ...], ...]:
        """Return on whose words it stands, each once: the trigger's first, then in text order."""
        return tuple(dict.fromkeys((self.attribution, *(ids for _, ids in self.tellings))))

    @property
    def vouched(self) -> bool:
        """Return whether the page's author tells it in a voice of their own, whoever else tells it there."""
        return () in self.chains


@dataclass(frozen=True, slots=True)
class Record:
    """All that one article says. Events, attributions, claims, places and dates stand in text order."""

    article: Article
    sentences: tuple[tuple[int, int], ...] = ()
    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
