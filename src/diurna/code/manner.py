"""Modes and contexts, by the heads and by the words beside a trigger: the files modes.csv and contexts.csv."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from diurna.code.context_head import context_chances
from diurna.code.grammar import Grammar
from diurna.code.match import Match
from diurna.code.ontology import load_ontology
from diurna.code.table import LexiconError, rows
from diurna.code.topic import Vector
from diurna.code.weights import Weights
from diurna.records import Sentence, TriggerReading

# Words of several words in the files have at most this many.
LONGEST = 4
AROUND = 4  # sentences before and after an event's own in which a word of contexts.csv speaks of it
NEAR = 8  # words before and after a trigger in which a word of modes.csv speaks of it


@cache
def mode_words() -> Mapping[str, frozenset[tuple[str, str]]]:
    """Return, for each word of modes.csv, the (type, mode) pairs it speaks for.

    Raises LexiconError, with file and line, where a type lacks the mode.
    """
    types = load_ontology().types
    found: dict[str, set[tuple[str, str]]] = {}
    for line, (kind, mode, words, _) in rows(files("diurna.code") / "modes.csv", "type,mode,words,example"):
        if kind not in types or mode not in types[kind].modes:
            raise LexiconError(f"modes.csv:{line}: {kind} has no mode {mode!r}; correct either")
        for word in words.split():
            found.setdefault(_plain(word), set()).add((kind, mode))
    return {word: frozenset(pairs) for word, pairs in found.items()}


@cache
def context_words() -> Mapping[str, frozenset[str]]:
    """Return, for each word of contexts.csv, the contexts it speaks for; raises LexiconError for an unknown one."""
    contexts = load_ontology().contexts
    found: dict[str, set[str]] = {}
    for line, (context, words, _) in rows(files("diurna.code") / "contexts.csv", "context,words,example"):
        if context not in contexts:
            raise LexiconError(f"contexts.csv:{line}: {context!r} is no context; use one of {', '.join(contexts)}")
        for word in words.split():
            found.setdefault(_plain(word), set()).add(context)
    return {word: frozenset(names) for word, names in found.items()}


def runs(lemmas: Iterable[str]) -> set[str]:
    """Return the runs of one to LONGEST lemmas that may be in the files, joined with a space, hyphens left out."""
    words = [lemma for lemma in (raw.lower().replace("-", " ").strip() for raw in lemmas) if lemma]
    begin = [place for place, word in enumerate(words) if word.partition(" ")[0] in _beginnings()]
    return {" ".join(words[i : i + n]) for i in begin for n in range(1, LONGEST + 1) if i + n <= len(words)}


@cache
def _beginnings() -> frozenset[str]:
    """Return the first words of what stands in the files."""
    return frozenset(entry.partition(" ")[0] for table in (mode_words(), context_words()) for entry in table)


def spoken_modes(kind: str, lemmas: set[str]) -> frozenset[str]:
    """Return the modes of a type that runs of lemmas speak for."""
    table = mode_words()
    return frozenset(mode for run in lemmas for type_, mode in table.get(run, ()) if type_ == kind)


def spoken_contexts(lemmas: set[str]) -> frozenset[str]:
    """Return the contexts that runs of lemmas speak for."""
    table = context_words()
    return frozenset(context for run in lemmas for context in table.get(run, ()))


class Spoken(NamedTuple):
    """The contexts that words of a sentence speak for, and those that words of it and near it do."""

    here: frozenset[str]
    near: frozenset[str]


class Around(NamedTuple):
    """What stands around a sentence: the mean vector of its article's words; what tells the contexts of words."""

    article: Vector | None
    spoken: Callable[[], Spoken]


def contexts_near(sentences: Sequence[Sentence]) -> Callable[[int], Spoken]:
    """Return what tells, for a sentence's place among these, the contexts that words of it and near it speak for.

    "Officials took kickbacks. Two men were held in Kyiv." They are read where they are asked for, once a sentence.
    """
    here = cache(lambda place: spoken_contexts(runs(token.lemma for token in sentences[place].tokens)))
    last = len(sentences)

    @cache
    def spoken(place: int) -> Spoken:
        around = range(max(0, place - AROUND), min(last, place + AROUND + 1))
        return Spoken(here(place), frozenset().union(*map(here, around)))

    return spoken


def modes_of(
    grammar: Grammar, words: range, kind: str, reading: TriggerReading | None, match: Match | None, by: Weights
) -> tuple[str, ...]:
    """Return the modes that the head finds likely, likeliest first; else the entry's; else those of words nearby.

    Those of a sure entry ("severed diplomatic ties") go before.
    A word of modes.csv within NEAR words of the trigger makes a mode count that the head half believes.
    """
    if match is not None and (match.entry.sure or match.entry.plain) and match.entry.modes:
        return match.entry.modes
    likely = [] if reading is None else sorted(reading.modes.items(), key=lambda mode: -mode[1])
    own = [(label.split(":")[1], p) for label, p in likely if label.startswith(f"{kind}:")]
    spoken: frozenset[str] = frozenset()
    if reading is None or any(by.limits.mode / 3 <= p < by.limits.mode for _, p in own):
        near = grammar.tokens[max(0, words.start - NEAR) : words.stop + NEAR]
        spoken = spoken_modes(kind, runs(token.lemma for token in near))
    found = [mode for mode, p in own if p >= by.limits.mode or (mode in spoken and p >= by.limits.mode / 3)]
    if found or reading is not None:
        return tuple(found) or (match.entry.modes if match else ())
    return (match.entry.modes if match else ()) or tuple(sorted(spoken))


def contexts_of(
    grammar: Grammar, words: range, kind: str, reading: TriggerReading | None, around: Around, by: Weights
) -> tuple[str, ...]:
    """Return the likely contexts of an event of type `kind`, likeliest first.

    Where no model read the text, words of contexts.csv in the sentence speak alone.
    """
    vectors, spoken = grammar.sentence.vectors, around.spoken()
    if vectors is None or around.article is None:
        return tuple(sorted(spoken.here))[:2]
    first = {} if reading is None else reading.contexts
    chances = context_chances(vectors, words, around.article, kind, first, spoken.here, spoken.near)
    likely = [(context, p) for context, p in chances.items() if p >= by.limits.context]
    return tuple(context for context, _ in sorted(likely, key=lambda one: -one[1]))


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("_", " ").replace("-", " ").split())
