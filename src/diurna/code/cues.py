"""Load cues.csv: the words that put something on somebody's word."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple, get_args

from diurna.code.table import LexiconError, rows
from diurna.records import Stance, Token

POS = ("VERB", "NOUN", "ADJ", "ADV", "ADP")
STANCES: tuple[Stance, ...] = get_args(Stance)


class Cue(NamedTuple):
    """A row of cues.csv; `example` is its sentence with {source} and <content> marked."""

    lemma: str
    pos: str
    frame: str
    stance: Stance
    example: str
    line: int


class Cues(NamedTuple):
    """All cues: `words` by (lemma, UPOS) and frame, a particle standing in the lemma ("point out"); `phrases`.

    `forms` maps (form, UPOS) to the lemma: cues are few, so their forms are known for sure, lemmas only guessed.
    """

    words: Mapping[tuple[str, str], Mapping[str, Cue]]
    phrases: Mapping[tuple[str, ...], Cue]
    forms: Mapping[tuple[str, str], str]
    beginnings: frozenset[tuple[str, str]]  # (first word of the lemma, UPOS)

    def may_begin(self, token: Token) -> bool:
        """Return whether a word, with a particle or without, can be a cue at all: hardly any can."""
        return (self.forms.get((token.text.lower(), token.upos), token.lemma.lower()), token.upos) in self.beginnings

    def of(self, token: Token, particle: str = "") -> Mapping[str, Cue]:
        """Return the cues of a word, with its particle where it has one, by frame; none where it is no cue."""
        lemma = self.forms.get((token.text.lower(), token.upos), token.lemma.lower())
        return self.words.get((f"{lemma} {particle}" if particle else lemma, token.upos), {})

    @property
    def rows(self) -> list[Cue]:
        """Return every row, in the order of the file."""
        words = [cue for frames in self.words.values() for cue in frames.values()]
        return sorted([*words, *self.phrases.values()], key=lambda cue: cue.line)


def load_cues(file: Traversable | None = None) -> Cues:
    """Return the cues in `file`; by default the package's cues.csv, read once.

    Raises LexiconError, with the file, the line and the remedy, where a row is wrong or stands twice.
    """
    return _packaged() if file is None else _read(file)


@cache
def _packaged() -> Cues:
    return _read(files("diurna.code") / "cues.csv")


def _forms(irregular: Traversable, words: Mapping[tuple[str, str], Mapping[str, Cue]]) -> dict[tuple[str, str], str]:
    """Return the lemma of each form of the verbs and nouns among the cues: irregular ones as listed, others by rule."""
    known = {(lemma.split()[0], pos) for lemma, pos in words}
    forms = {(form, pos): lemma for lemma, pos in known for form in _inflected(lemma, pos)}
    for line, (form, lemma) in rows(irregular, "form,lemma"):
        if (lemma, "VERB") in known:
            forms[form, "VERB"] = lemma
        elif not lemma or form != form.lower():
            raise LexiconError(f"{irregular.name}:{line}: {form!r}, {lemma!r}; write a lower-case form and its lemma")
    return forms


def _inflected(lemma: str, pos: str) -> list[str]:
    """Return the regular forms of a verb or noun ("deny": deny, denies, denied, denying)."""
    if pos not in ("VERB", "NOUN"):
        return [lemma]
    stem = lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma
    bare = lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou")
    es = lemma.endswith(("s", "sh", "ch", "x", "z"))
    plural = f"{lemma[:-1]}ies" if bare else f"{lemma}es" if es else f"{lemma}s"
    if pos == "NOUN":
        return [lemma, plural]
    past = f"{lemma[:-1]}ied" if bare else f"{stem}ed" if stem == lemma and not lemma.endswith("e") else f"{lemma}d"
    return [lemma, plural, past, f"{stem}ing"]


def _read(file: Traversable) -> Cues:
    words: dict[tuple[str, str], dict[str, Cue]] = {}
    phrases: dict[tuple[str, ...], Cue] = {}
    for line, (lemma, pos, frame, stance, example) in rows(file, "lemma,pos,frame,stance,example"):
        place = f"{file.name}:{line}"
        if pos not in POS:
            raise LexiconError(f"{place}: pos is {pos!r}; write one of {', '.join(POS)}")
        kind = next((known for known in STANCES if known == stance), None)
        if kind is None:
            raise LexiconError(f"{place}: stance is {stance!r}; write one of {', '.join(STANCES)}")
        if not lemma or lemma != lemma.lower() or not frame.isalpha():
            raise LexiconError(f"{place}: {lemma!r}, {frame!r}; write a lower-case lemma, and a frame of one word")
        if (pos == "ADP") != (frame in ("phrase", "owned")):
            raise LexiconError(f'{place}: frames "phrase", "owned" and pos ADP go together; mend one of them')
        if not 0 < example.count("<") == example.count(">") or example.count("{") != example.count("}"):
            raise LexiconError(f"{place}: mark the example's content with <> and its source, if any, with {{}}")
        cue = Cue(lemma, pos, frame, kind, example, line)
        known = phrases.get(tuple(lemma.split())) if pos == "ADP" else words.get((lemma, pos), {}).get(frame)
        if known is not None:
            raise LexiconError(f"{place}: {lemma} {pos} {frame} stands in line {known.line} too; remove one")
        if pos == "ADP":
            phrases[tuple(lemma.split())] = cue
        else:
            words.setdefault((lemma, pos), {})[frame] = cue
    beginnings = frozenset((lemma.split()[0], pos) for lemma, pos in words)
    return Cues(words, phrases, _forms(files("diurna.code") / "cue_forms.csv", words), beginnings)
