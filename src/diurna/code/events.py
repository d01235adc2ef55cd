"""Find the events of a document: candidates of the trained head and of the lexicon, weighed and joined."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import NamedTuple, cast

from diurna.code.candidates import Candidate, candidates, likeliest, top_of
from diurna.code.conditions import required
from diurna.code.duties import asked
from diurna.code.grammar import Grammar
from diurna.code.lexicon import Lexicon, load_lexicon
from diurna.code.manner import Around, contexts_near, contexts_of, modes_of
from diurna.code.match import Match
from diurna.code.nature import is_natural
from diurna.code.nearest import nearest
from diurna.code.ontology import load_ontology
from diurna.code.participants import actors_and_recipients, participant_of
from diurna.code.settled import is_lifted, lasts
from diurna.code.status import denied, is_told, negated, not_yet, status_of
from diurna.code.threats import is_content, threat_of
from diurna.code.told_words import trigger_of
from diurna.code.topic import mean_vector, politics
from diurna.code.weights import Weights, weights
from diurna.records import Document, Event, Sentence, Status

FLOOR = 0.03  # a head's probability below this says no more than this
HARM = ("ASSAULT", "COERCE")  # what nature does to people looks like these
SAID = ("REJECT", "THREATEN", "REQUEST", "ACCUSE")  # "the rebels must not be armed" says what it asks for
PLAIN = 0.9  # the probability of an event that a plain entry is given, whatever the head reads
YET = frozenset(("withdraw", "release"))  # announced and still to come, these yield in words only: CONCEDE
PAST = 0.9  # the head's least probability of "historical"


def find_events(document: Document, lexicon: Lexicon | None = None) -> tuple[Event, ...]:
    """Return the events of a document in text order, with types, modes, contexts, status, actors and recipients.

    The lexicon is the package's own unless one is given. Dates, places, entities and attributions are left to the
    later steps. Ids are `ev1`, `ev2`, ...
    """
    by = weights()
    found = [one.event() for one in _weighed(document, lexicon or load_lexicon(), by) if one.score >= by.limits.event]
    found.sort(key=lambda event: event.trigger)
    return tuple(replace(event, id=f"ev{number}") for number, event in enumerate(found, 1))


Likely = tuple[Candidate, str, Mapping[str, float], float]
"""A candidate with its likeliest type, what speaks for that, and its score."""


class Weighed(NamedTuple):
    """A candidate with what speaks for it (by the names of weights.toml), its type, and the probability of it.

    `event` makes the event that it tells, by other weights where some are given.
    """

    evidence: Mapping[str, float]
    type: str
    score: float
    event: Callable[..., Event]


def weighed(document: Document) -> Iterator[Weighed]:
    """Yield every candidate of a document, the unlikely ones too: what weights are fitted on."""
    return _weighed(document, load_lexicon(), weights())


def _weighed(document: Document, lexicon: Lexicon, by: Weights) -> Iterator[Weighed]:
    article, near = mean_vector(document), contexts_near(document.sentences)
    about = politics(article)
    for place, sentence in enumerate(document.sentences):
        around = Around(article, partial(near, place))
        yield from _of_sentence(sentence, document.article.text, lexicon, by, about, around)


def _of_sentence(
    sentence: Sentence, text: str, lexicon: Lexicon, by: Weights, about: float, around: Around
) -> Iterator[Weighed]:
    grammar = Grammar(sentence, lexicon.light)

    def made(candidate: Candidate, kind: str, told: Mapping[str, float], score: float) -> Weighed:
        return Weighed(told, kind, score, partial(_event, grammar, candidate, kind, score, text, around, by=by))

    ranked: list[Likely] = []
    for candidate in candidates(grammar, lexicon, text):
        found = evidence_by_type(candidate, grammar, lexicon, about)
        scored = [(score_of(told, kind, by), kind, told) for kind, told in found.items()]
        score, kind, told = max(scored, key=lambda one: one[0])
        ranked.append((candidate, kind, told, score))
    ranked = _once(grammar, ranked)
    sure = [(candidate, kind) for candidate, kind, _, score in ranked if score >= by.limits.event]
    told_types = {kind for _, kind in sure}
    for candidate, kind, evidence, score in ranked:
        if _is_part(grammar, candidate, kind, sure, by):
            continue
        yield made(candidate, kind, evidence, score)
        for twin in _twins(candidate, kind):
            if twin not in told_types:
                yield made(candidate, twin, evidence, score)


def _once(grammar: Grammar, ranked: list[Likely]) -> list[Likely]:
    """Return candidates without those that a likelier one of their type tells: of "filed" and "charges" one is left."""
    carried = [grammar.carrier(top_of(grammar, candidate.words)) for candidate, *_ in ranked]

    def is_told(place: int) -> bool:
        mine, kind, _, score = ranked[place]
        return any(
            (carried[place] in other.words or carried[i] in mine.words) and other_kind == kind and other_score > score
            for i, (other, other_kind, _, other_score) in enumerate(ranked)
            if i != place
        )

    return [one for place, one in enumerate(ranked) if not is_told(place)]


def _is_part(grammar: Grammar, candidate: Candidate, kind: str, sure: list[tuple[Candidate, str]], by: Weights) -> bool:
    """Return whether an act is no event of its own: what a threat is of, which its mode says, or a measure lifted."""
    top = top_of(grammar, candidate.words)
    above = [one for other, one in sure if grammar.tokens[top].head in other.words and other is not candidate]
    if "CONCEDE" in above and is_lifted(grammar, top, kind):
        return True
    if "THREATEN" not in above or not is_content(grammar, top, kind):
        return False
    return _status(grammar, candidate, kind, candidate.entries.get(kind), by) in ("future", "hypothetical")


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
    natural = any(kind in HARM for kind in types) and is_natural(grammar, candidate.words, lexicon)
    return {kind: {**of_all, "nature": float(natural and kind in HARM), **_of_type(candidate, kind)} for kind in types}


def _of_type(candidate: Candidate, kind: str) -> dict[str, float]:
    """Return what head and lexicon say of a type.

    "No talks are planned" tells of talks to come: what is said of talks is said of an agreement to talk.
    """
    reading, match = candidate.reading, candidate.entries.get(kind)
    now = [told for told, one in load_ontology().types.items() if one.future == kind and candidate.unplanned]
    match = match or next((candidate.entries[told] for told in now if told in candidate.entries), None)
    slots = float(match.slots if match else 0)
    plain = match is not None and match.entry.plain
    sure = match is not None and (match.entry.sure or plain)
    if reading is None and not plain:
        return {"lexicon_alone": 1.0, "slot_alone": 0.0 if sure else slots}
    read = 0.0 if reading is None else reading.score
    any_event = max(read, PLAIN) if plain else read
    typed = any_event if sure or reading is None else sum(reading.types.get(told, 0.0) for told in (kind, *now))
    return {
        "constant": 1.0,
        "head": _log_odds(any_event),
        "type": _log_odds(typed),
        "agrees": float(match is not None),
        "disagrees": float(match is None and bool(candidate.entries)),
        "slot": slots,
    }


def _log_odds(p: float) -> float:
    bounded = min(max(p, FLOOR), 1 - FLOOR)
    return math.log(bounded / (1 - bounded))


def _event(
    grammar: Grammar, candidate: Candidate, told: str, score: float, text: str, around: Around, by: Weights
) -> Event:
    ontology = load_ontology()
    reading, words, agreeing = candidate.reading, candidate.words, candidate.entries.get(told)
    status = _status(grammar, candidate, told, agreeing, by)
    modes = modes_of(grammar, words, told, reading, agreeing, by)
    if (threat := threat_of(grammar, top_of(grammar, words), told, modes)) is not None:
        told, modes, status = "THREATEN", threat, "happened"
    if told == "RETREAT" and status == "future" and not YET.isdisjoint(modes):
        told, modes = "CONCEDE", ()
    duty = asked(grammar, top_of(grammar, words), told)
    if duty is not None:
        told, modes, status = "REQUEST", duty[0], "happened"
    wanted, met_by = required(grammar, words) if told == "REQUEST" and duty is None else ((), [])
    modes = wanted or modes
    kind = ontology.types[told].future if status == "future" or candidate.unplanned else None
    kind, modes = (kind, ()) if kind else (told, modes)
    # What the head reads of who did it is of the type that it reads: a town that "fell" did not retreat.
    other = reading is not None and agreeing is not None and agreeing.entry.sure and reading.types.get(told, 0.0) < 0.5
    roles = None if other else reading
    actors, recipients = actors_and_recipients(grammar, words, roles, agreeing, by.limits, text)
    if duty is not None:
        actors, recipients = ((participant_of(grammar, head, text),) for head in duty[1:])
    recipients = recipients or tuple(participant_of(grammar, head, text) for head in met_by)
    return Event(
        id="",
        type=kind,
        trigger=trigger_of(grammar, words, text),
        status=status,
        confidence=round(_confidence(score, by), 3),
        modes=modes,
        contexts=contexts_of(grammar, words, kind, reading, around, by),
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


def _status(grammar: Grammar, candidate: Candidate, kind: str, match: Match | None, by: Weights) -> Status:
    """Return the head's status where it is sure, else what the tree says at the trigger's highest word.

    "Historical" lies in no word, so that the head must be surer of it; a flat denial lies in words, whatever the head
    says, where it is not what the event is made of ("would not serve him").
    """
    reading = candidate.reading
    top = top_of(grammar, candidate.words)
    if candidate.settled is not None:
        return candidate.settled
    found = status_of(grammar, top)
    refusal = match is not None and any("not" in slot.values for slot in match.entry.slots)
    if kind == "REJECT" and (match is None or refusal) and found == "negated" and negated(grammar, top):
        return "happened"  # "did not allow it to reopen": that it did not is the refusal; "did not reject" has an entry
    if reading is not None:
        likely = likeliest(reading.statuses)
        told = match is not None and not refusal
        if likely == "happened" and (told or kind not in SAID) and denied(grammar, top):
            return "negated"
        if likely in ("happened", "future") and not refusal and (yet := not_yet(grammar, top, kind not in SAID)):
            return yet
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
