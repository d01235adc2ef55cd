"""Load no_sayings.csv, and tell what has the form of an attribution and says nothing: "a request for comment"."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from diurna.code.cues import load_cues
from diurna.code.grammar import Grammar
from diurna.code.sayings import Saying
from diurna.code.table import LexiconError, rows


def load_no_sayings(file: Traversable | None = None) -> frozenset[tuple[str, str]]:
    """Return the pairs of cue and content in `file`; by default the package's no_sayings.csv, read once.

    Raises LexiconError, with the file, the line and the remedy, where a row is wrong or stands twice.
    """
    return _packaged() if file is None else _read(file)


@cache
def _packaged() -> frozenset[tuple[str, str]]:
    return _read(files("diurna.code") / "no_sayings.csv")


def _read(file: Traversable) -> frozenset[tuple[str, str]]:
    pairs: set[tuple[str, str]] = set()
    for line, (cue, content, example) in rows(file, "cue,content,example"):
        wrong = not (cue and content and example) or (cue + content) != (cue + content).lower()
        if wrong or (cue, content) in pairs:
            raise LexiconError(
                f"{file.name}:{line}: {cue!r}, {content!r}; write a lower-case pair once, with an example"
            )
        pairs.add((cue, content))
    return frozenset(pairs)


@cache
def _listed_cues() -> frozenset[str]:
    return frozenset(cue for cue, _ in load_no_sayings())


def says_nothing(grammar: Grammar, one: Saying) -> bool:
    """Return whether cue and content of a saying are one of the listed pairs, or the cue is "without saying"."""
    tokens = grammar.tokens
    cue = [t for t in tokens if one.cue and one.cue.start <= t.start < one.cue.end]
    if not cue:
        return False
    forms = load_cues().forms
    lemmas = {forms.get((t.text.lower(), t.upos), t.lemma.lower()) for t in cue}
    without = any(c.deprel == "mark" and c.lemma.lower() == "without" for c in grammar.children[cue[0].index])
    if not without and lemmas.isdisjoint(_listed_cues()):
        return False
    content = [t for t in tokens if any(part.start <= t.start < part.end for part in one.parts)]
    if not content or without:
        return bool(content)
    own = {t.index for t in content}
    heads = {t.lemma.lower() for t in content if t.head not in own} | {content[0].lemma.lower()}
    # "Declined to comment [on the claim]": what the content hangs on.
    heads |= {c.lemma.lower() for t in cue for c in grammar.children[t.index] if c.deprel == "xcomp"}
    return any((lemma, head) in load_no_sayings() for lemma in lemmas for head in heads)
