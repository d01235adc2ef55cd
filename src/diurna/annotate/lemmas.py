"""The lemma of a word: looked up in lemmas.csv, else by the regular endings of English."""

from __future__ import annotations

import csv
from functools import cache, lru_cache
from importlib.resources import files

_VOWELS = frozenset("aeiou")


@lru_cache(maxsize=65536)
def lemma_of(word: str, upos: str) -> str:
    """Return the lemma of a word with its UPOS, as the UD English treebanks write it.

    Proper nouns keep their case, other words are lowered. lemmas.csv (made by training/lemmas.py) holds every form
    that the endings do not explain.
    """
    form = word.replace("’", "'")
    plain = form if upos == "PROPN" else form.lower()
    return _table().get(f"{plain},{upos}") or regular(plain, upos)


def regular(form: str, upos: str) -> str:
    """Return what the regular endings make of a form: plurals of nouns, third persons, pasts and -ing of verbs."""
    if upos == "NOUN":
        return _without_s(form)
    if upos == "VERB":
        for ending in ("ied", "ed", "ing"):
            stem = form.removesuffix(ending)
            if stem != form and len(stem) > 1 and _VOWELS & set(stem + "y"):
                return stem + "y" if ending == "ied" else _single(stem)
        return _without_s(form)
    return form


def _without_s(form: str) -> str:
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("ses", "xes", "zes", "ches", "shes")):
        return form[:-2]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3:
        return form[:-1]
    return form


def _single(stem: str) -> str:
    """Return a stem without its doubled consonant: "stopp" is "stop", "pass" stays."""
    if len(stem) > 4 and stem.endswith(("iz", "is")):
        return stem + "e"  # "federaliz" is "federalize"
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS | set("lsz")
    return stem[:-1] if doubled else stem


@cache
def _table() -> dict[str, str]:
    """Return the lemmas by "form,UPOS", which is how nearly every line of the file begins."""
    _, *lines = (files("diurna.annotate") / "lemmas.csv").read_text("utf-8").splitlines()
    plain = (line.rpartition(",") for line in lines if '"' not in line)
    quoted = csv.reader(line for line in lines if '"' in line)
    return {key: lemma for key, _, lemma in plain} | {f"{form},{upos}": lemma for form, upos, lemma in quoted}
