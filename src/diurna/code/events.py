"""Find the events of a document: candidates of the trained head and of the lexicon, weighed and joined."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import cast

from diurna.code.grammar import Grammar
from diurna.code.lexicon import Lexicon, load_lexicon
from diurna.code.manner import runs, spoken_contexts, spoken_modes
from diurna.code.match import Match, matches
from diurna.code.nearest import nearest
from diurna.code.ontology import Ontology, load_ontology
from diurna.code.participants import actors_and_recipients
from diurna.code.settled import is_barred, is_feared, is_unplanned, lasts, settled
from diurna.code.status import denied, is_told, status_of
from diurna.code.topic import politics
from diurna.code.weights import Weights, weights
from diurna.records import Document, Event, Sentence, Span, Status, TriggerReading

FLOOR = 0.03  # a head's probability below this says no more than this
LEAST = 0.05  # a type less likely to the head than this is none that its trigger may tell
HARM = ("ASSAULT", "COERCE")  # what nature does to people looks like these
SAID = ("REJECT", "THREATEN", "REQUEST", "ACCUSE")  # "the rebels must not be armed" says what it asks for
PAST = 0.9  # the head's least probability of "historical"
NEAR = 8  # words before and after a trigger in which a word of modes.csv speaks of it


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may tell an event: its words, what the head reads there, and by type which entry matches there.

    `under` says that another candidate's trigger stands above it in the tree, `settled` which status the form of the
    sentence gives it, if any, and `unplanned` that no plan was made for it.
    """

    words: range
    reading: TriggerReading | None
    entries: Mapping[str, Match] = field(default_factory=dict)
    under: bool = False
    settled: Status | None = None
    unplanned: bool = False

    @property
    def types(self) -> list[str]:
        """Return the types that it may tell: those of its entries, and those that the head finds at all likely.

        A sure entry leaves only its own type.
        """
        sure = [told for told, match in self.entries.items() if match.entry.sure]
        if sure and self.reading is not None:
            return sure
        read = {} if self.reading is None else self.reading.types
        return list(dict.fromkeys((*self.entries, *(t for t, p in read.items() if p >= LEAST or len(read) == 1))))


def find_events(document: Document, lexicon: Lexicon | None = None) -> tuple[Event, ...]:
    """Return the events of a document in text order, with types, modes, contexts, status, actors and recipients.

    The lexicon is the package's own unless one is given. Dates, places, entities and attributions are left to the
    later steps. Ids are `ev1`, `ev2`, ...
    """
    lexicon, ontology, by, about = lexicon or load_lexicon(), load_ontology(), weights(), politics(document)
    found = [
        one.event()
        for sentence in document.sentences
        for one in _weighed(sentence, document.article.text, lexicon, ontology, by, about)
        if one.score >= by.limits.event
    ]
    found.sort(key=lambda event: event.trigger)
    return tuple(replace(event, id=f"ev{number}") for number, event in enumerate(found, 1))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with what speaks for it (by the names of weights.toml), its type, and the probability of it.

    `event` makes the event that it tells, by other weights where some are given.
    """

    evidence: Mapping[str, float]
    type: str
    score: float
    event: Callable[..., Event]


def weighed(document: Document) -> Iterator[Weighed]:
    """Yield every candidate of a document, the unlikely ones too: what weights are fitted on."""
    lexicon, ontology, by, about = load_lexicon(), load_ontology(), weights(), politics(document)
    for sentence in document.sentences:
        yield from _weighed(sentence, document.article.text, lexicon, ontology, by, about)


def _weighed(
    sentence: Sentence, text: str, lexicon: Lexicon, ontology: Ontology, by: Weights, about: float
) -> Iterator[Weighed]:
    grammar = Grammar(sentence, lexicon.light)

    def made(candidate: Candidate, kind: str, told: Mapping[str, float], score: float) -> Weighed:
        return Weighed(told, kind, score, partial(_event, grammar, candidate, kind, score, text, ontology, by=by))

    likeliest = []
    for candidate in candidates(grammar, lexicon, text):
        found = evidence_by_type(candidate, grammar, lexicon, about)
        scored = [(score_of(told, kind, by), kind, told) for kind, told in found.items()]
        score, kind, told = max(scored, key=lambda one: one[0])
        likeliest.append((candidate, kind, told, score))
    told_types = {kind for _, kind, _, score in likeliest if score >= by.limits.event}
    for candidate, kind, told, score in likeliest:
        yield made(candidate, kind, told, score)
        for twin in _twins(candidate, kind):
            if twin not in told_types:
                yield made(candidate, twin, told, score)


def _twins(candidate: Candidate, kind: str) -> Iterator[str]:
    """Yield the other types that the words tell too: a pattern that stands in two files tells two events.

    "Sentenced to prison" is a conviction and an arrest.
    """
    mine = candidate.entries.get(kind)
    if mine is None:
        return
    pattern = (mine.word, mine.entry.slots, mine.entry.lemmas)
    for other, match in candidate.entries.items():
        if other != kind and (match.word, match.entry.slots, match.entry.lemmas) == pattern:
            yield other


def candidates(grammar: Grammar, lexicon: Lexicon, text: str) -> list[Candidate]:
    """Return every candidate of a sentence: the head's readings with the entries at their words, then entries alone.

    `text` is the whole article's.
    """
    matched = matches(grammar, lexicon)
    made: list[Candidate] = []
    used: set[int] = set()
    for reading in grammar.sentence.triggers:
        words = range(reading.first, reading.last + 1)
        used.update(words)
        made.append(Candidate(words, reading, _by_type(m for m in matched if m.word in words)))
    alone = dict.fromkeys(m.word for m in matched if m.word not in used)
    made += [Candidate(range(w, w + 1), None, _by_type(m for m in matched if m.word == w)) for w in alone]
    bans, punishments = (lexicon.lists.get(name, frozenset()) for name in ("bans", "punishments"))
    kept: list[tuple[Candidate, int]] = []
    for one in made:
        top = _top(grammar, one.words)
        if one.types and not is_barred(grammar, top, bans) and not _is_fear(grammar, one, top):
            kept.append((one, top))
    triggers = {word for one, _ in kept for word in one.words}
    return [
        replace(
            one,
            under=_is_under(grammar, one.words, triggers),
            settled=settled(grammar, top, text, punishments),
            unplanned=is_unplanned(grammar, top),
        )
        for one, top in kept
    ]


def _is_fear(grammar: Grammar, candidate: Candidate, top: int) -> bool:
    """Return whether what reads like a threat only warns of what others may do or suffer."""
    return _likeliest_type(candidate) == "THREATEN" and is_feared(grammar, top)


def _likeliest_type(candidate: Candidate) -> str:
    """Return the type that the head finds likeliest, without a reading that of the first entry."""
    return _likeliest(candidate.reading.types) if candidate.reading else next(iter(candidate.entries))


def _by_type(matched: Iterable[Match]) -> dict[str, Match]:
    """Return the entry of each type that asks for most."""
    best: dict[str, Match] = {}
    for match in matched:
        if match.entry.type not in best or match.slots > best[match.entry.type].slots:
            best[match.entry.type] = match
    return best


def _top(grammar: Grammar, words: range) -> int:
    """Return the highest of a trigger's words in the tree."""
    return next((word for word in words if grammar.tokens[word].head not in words), words.start)


def _is_under(grammar: Grammar, words: range, triggers: set[int]) -> bool:
    """Return whether another candidate's trigger stands above these words in the tree: "rejected calls"."""
    above, seen = grammar.tokens[words.start].head, 0
    while above >= 0 and seen < len(grammar.tokens):
        if above in triggers and above not in words:
            return True
        above, seen = grammar.tokens[above].head, seen + 1
    return False


def score_of(told: Mapping[str, float], kind: str, by: Weights) -> float:
    """Return the probability that a candidate tells an event of its type, by its evidence and the weights."""
    odds = sum(getattr(by.score, name) * value for name, value in told.items()) + by.types.get(kind, 0.0)
    return 1 / (1 + math.exp(-odds))


def evidence_by_type(
    candidate: Candidate, grammar: Grammar, lexicon: Lexicon, about: float
) -> dict[str, dict[str, float]]:
    """Return, for each type, what speaks for a candidate's telling it, by the names of its weights (weights.toml).

    `about` are the log odds that the page is about politics (code/topic.py).
    """
    types = candidate.types
    of_all = {
        "main": float(any(grammar.main(word) for word in candidate.words)),
        "under": float(candidate.under),
        "noun": float(grammar.tokens[candidate.words.start].upos == "NOUN"),
        "politics": about,
    }
    natural = any(kind in HARM for kind in types) and _is_natural(candidate, grammar, lexicon)
    return {kind: {**of_all, "nature": float(natural and kind in HARM), **_of_type(candidate, kind)} for kind in types}


def _of_type(candidate: Candidate, kind: str) -> dict[str, float]:
    """Return what head and lexicon say of a type.

    "No talks are planned" tells of talks to come: what is said of talks is said of an agreement to talk.
    """
    reading, match = candidate.reading, candidate.entries.get(kind)
    now = [told for told, one in load_ontology().types.items() if one.future == kind and candidate.unplanned]
    match = match or next((candidate.entries[told] for told in now if told in candidate.entries), None)
    slots = float(match.slots if match else 0)
    sure = match is not None and match.entry.sure
    if reading is None:
        return {"lexicon_alone": 1.0, "slot_alone": slots}
    return {
        "constant": 1.0,
        "head": _log_odds(reading.score),
        "type": _log_odds(reading.score if sure else sum(reading.types.get(told, 0.0) for told in (kind, *now))),
        "agrees": float(match is not None),
        "disagrees": float(match is None and bool(candidate.entries)),
        "slot": slots,
    }


def _is_natural(candidate: Candidate, grammar: Grammar, lexicon: Lexicon) -> bool:
    """Return whether a storm, a fire, an illness or an accident did the harm: "the quake killed", "died in a crash"."""
    causes, accidents = lexicon.lists.get("natural-causes", frozenset()), lexicon.lists.get("accidents", frozenset())
    for word in candidate.words:
        if grammar.tokens[word].upos == "NOUN" and grammar.tokens[word].lemma in accidents:
            return True
        if any(grammar.tokens[cause].lemma in causes for cause in grammar.slot(word, "subj")):
            return True
        if any(grammar.tokens[where].lemma in accidents for where in grammar.slot(word, "in")):
            return True
    return False


def _log_odds(p: float) -> float:
    bounded = min(max(p, FLOOR), 1 - FLOOR)
    return math.log(bounded / (1 - bounded))


def _likeliest(labels: Mapping[str, float]) -> str:
    return max(labels, key=labels.__getitem__)


def _event(
    grammar: Grammar, candidate: Candidate, told: str, score: float, text: str, ontology: Ontology, by: Weights
) -> Event:
    reading, words, agreeing = candidate.reading, candidate.words, candidate.entries.get(told)
    status = _status(grammar, candidate, told, agreeing, by)
    modes = _modes(grammar, candidate, told, agreeing, by)
    kind = ontology.types[told].future if status == "future" or candidate.unplanned else None
    kind, modes = (kind, ()) if kind else (told, modes)
    # What the head reads of who did it is of the type that it reads: a town that "fell" did not retreat.
    other = reading is not None and agreeing is not None and agreeing.entry.sure and reading.types.get(told, 0.0) < 0.5
    roles = None if other else reading
    actors, recipients = actors_and_recipients(grammar, words, roles, agreeing, by.limits, text)
    return Event(
        id="",
        type=kind,
        trigger=Span.of(text, grammar.tokens[words.start].start, grammar.tokens[words.stop - 1].end),
        status=status,
        confidence=round(_confidence(score, by), 3),
        modes=modes,
        contexts=_contexts(grammar, reading, by),
        cameo=ontology.cameo(kind, modes),
        quad=ontology.types[kind].quad,
        score=ontology.score(kind, modes),
        actors=actors,
        recipients=recipients,
        why=tuple(_why(candidate, told, grammar)),
    )


def _confidence(score: float, by: Weights) -> float:
    odds = math.log(score / (1 - score)) if score < 1 else math.inf
    return 1 / (1 + math.exp(-by.confidence.slope * odds - by.confidence.shift))


def _modes(grammar: Grammar, candidate: Candidate, kind: str, match: Match | None, by: Weights) -> tuple[str, ...]:
    """Return the modes that the head finds likely, likeliest first; else the entry's; else those of words nearby.

    A word of modes.csv within NEAR words of the trigger makes a mode count that the head half believes.
    """
    likely = [] if candidate.reading is None else sorted(candidate.reading.modes.items(), key=lambda mode: -mode[1])
    own = [(label.split(":")[1], p) for label, p in likely if label.startswith(f"{kind}:")]
    spoken: frozenset[str] = frozenset()
    if candidate.reading is None or any(by.limits.mode / 3 <= p < by.limits.mode for _, p in own):
        first, last = candidate.words.start, candidate.words.stop
        spoken = spoken_modes(kind, runs(t.lemma for t in grammar.tokens[max(0, first - NEAR) : last + NEAR]))
    found = [mode for mode, p in own if p >= by.limits.mode or (mode in spoken and p >= by.limits.mode / 3)]
    if found or candidate.reading is not None:
        return tuple(found) or (match.entry.modes if match else ())
    return (match.entry.modes if match else ()) or tuple(sorted(spoken))


def _contexts(grammar: Grammar, reading: TriggerReading | None, by: Weights) -> tuple[str, ...]:
    """Return the likely contexts, likeliest first; words of contexts.csv help the half-believed, or stand alone."""
    limit = by.limits.context
    spoken: frozenset[str] = frozenset()
    if reading is None or any(limit / 2 <= p < limit for p in reading.contexts.values()):
        spoken = spoken_contexts(runs(token.lemma for token in grammar.tokens))
    if reading is None:
        return tuple(sorted(spoken))[:2]
    likely = sorted(reading.contexts.items(), key=lambda context: -context[1])
    return tuple(c for c, p in likely if p >= limit or (c in spoken and p >= limit / 2))


def _status(grammar: Grammar, candidate: Candidate, kind: str, match: Match | None, by: Weights) -> Status:
    """Return the head's status where it is sure, else what the tree says at the trigger's highest word.

    "Historical" lies in no word, so that the head must be surer of it; a flat denial lies in words, whatever the head
    says, where it is not what the event is made of ("would not serve him").
    """
    reading = candidate.reading
    top = _top(grammar, candidate.words)
    if candidate.settled is not None:
        return candidate.settled
    found = status_of(grammar, top)
    refusal = match is not None and any("not" in slot.values for slot in match.entry.slots)
    if reading is not None:
        likely = _likeliest(reading.statuses)
        told = match is not None and not refusal
        if likely == "happened" and (told or kind not in SAID) and denied(grammar, top):
            return "negated"
        if likely == "historical" and lasts(grammar, top):
            return found
        least = PAST if likely == "historical" else by.limits.status
        if likely == "future" and found == "happened" and is_told(grammar, top):
            least = by.limits.untensed
        if reading.statuses[likely] >= least:
            return cast(Status, likely)
    if found == "negated" and refusal:
        return "happened"  # "will not comply" is a refusal that happened: the negation is part of the entry
    return found


def _why(candidate: Candidate, kind: str, grammar: Grammar) -> Iterator[str]:
    reading = candidate.reading
    match = candidate.entries.get(kind) or next(iter(candidate.entries.values()), None)
    if reading is not None:
        yield f"event head: {kind} {reading.types.get(kind, 0.0):.2f}, any event {reading.score:.2f}"
        vectors = grammar.sentence.vectors
        like = nearest(vectors, reading.first, reading.last, kind) if vectors is not None else None
        if like is not None:
            yield f"most like corpus {like.passage}: {like.text}"
    if match is not None:
        entry = match.entry
        slots = " ".join(f"{'!' if s.negated else ''}{s.name}" for s in entry.slots)
        yield (
            f"lexicon {entry.file}:{entry.line}: {'|'.join(sorted(entry.lemmas))}/{entry.upos} {slots}".rstrip()
            + f" ({entry.type})"
        )
