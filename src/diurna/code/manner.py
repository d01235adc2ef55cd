"""Modes and contexts by the words beside a trigger: the files modes.csv and contexts.csv."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from diurna.code.ontology import load_ontology
from diurna.code.table import LexiconError, rows

# Words of several words in the files have at most this many.
LONGEST = 4


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


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("_", " ").replace("-", " ").split())
