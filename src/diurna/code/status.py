"""Whether an event happened, is to come, might be, or did not happen, read from the tree."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast, get_args

from diurna.code.grammar import Grammar
from diurna.code.lexicon import named_list
from diurna.code.table import LexiconError, rows
from diurna.records import Status

_WILL = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_MAY = frozenset(("may", "might", "could", "would", "should", "can", "must", "ought", "'d", "’d"))
_NOT = frozenset(("not", "n't", "n’t", "never", "neither", "nor"))
_NOBODY = frozenset(("nobody", "none", "neither", "nothing"))
_COUNTED = frozenset(("first", "second", "third", "last", "only"))
_IF = frozenset(("if", "unless", "whether", "until", "lest"))
_CLIMBS = frozenset(("xcomp", "ccomp", "acl", "obj", "obl", "nmod", "advcl", "conj", "nsubj:pass", "amod"))
# Words that may put a verb in the present tense into the days to come: "leaves on Monday".
COMING = frozenset(
    (
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "tomorrow",
        "tonight",
        "weekend",
        "week",
        "month",
        "year",
        "next",
        "later",
        "soon",
        "upcoming",
    )
)
_HIGHEST = 3  # governors looked at above the event's own word


@cache
def governing_words() -> Mapping[str, Status]:
    """Return the words of status.csv; raises LexiconError, with file and line, for a status that is none."""
    found: dict[str, Status] = {}
    for line, (lemma, status, _) in rows(files("diurna.code") / "status.csv", "lemma,status,example"):
        if status not in get_args(Status):
            raise LexiconError(f"status.csv:{line}: {status!r} is no status; use one of {', '.join(get_args(Status))}")
        found[lemma] = cast(Status, status)
    return found


def status_of(grammar: Grammar, word: int) -> Status:
    """Return the status of the event whose trigger is `word`; "happened" where nothing says otherwise.

    The event's own negation and auxiliaries decide before those of the words that govern it.
    """
    denied = False
    status: Status = "happened"
    here = word
    for step in range(_HIGHEST + 1):
        denied = denied or negated(grammar, here)
        if status == "happened":
            status = _mood(grammar, here)
        governor = grammar.tokens[here].head
        if governor < 0 or grammar.tokens[here].deprel not in _CLIMBS or (step and status != "happened"):
            break
        if _complement(grammar, here, governor):
            governing = governing_words().get(_lemma(grammar, governor), "happened")
            if governing == "negated":
                denied = not denied
            elif status == "happened":
                status = governing
        elif grammar.tokens[here].deprel != "conj" and not _entered(grammar, here, governor):
            break
        here = governor
    return "negated" if denied else status


def is_told(grammar: Grammar, word: int) -> bool:
    """Return whether a verb's tense tells what was or is: "SP chief meets party leader"; no day to come is named."""
    return "Tense" in grammar.tokens[word].feats and not any(t.lemma.lower() in COMING for t in grammar.tokens)


def negated(grammar: Grammar, word: int) -> bool:
    """Return whether the word's own group denies it: "did not attack", "no attack", "nobody attacked"."""
    counted = any(child.lemma.lower() in _COUNTED for child in grammar.children[word])  # "it is not the first lawsuit"
    for child in grammar.children[word]:
        lemma = child.lemma.lower()
        if child.deprel in ("advmod", "cc") and lemma in _NOT and not counted:
            return True
        if child.deprel == "det" and lemma in ("no", "neither"):
            return True
        if child.deprel in ("case", "mark") and lemma == "without":
            return True
        if child.deprel in ("nsubj", "nsubj:pass", "obj") and (lemma in _NOBODY or _no_one(grammar, child.index)):
            return True
    return False


def denied(grammar: Grammar, word: int) -> bool:
    """Return whether a clause says flatly that its verb did not happen; "will not" and "should not" may refuse."""
    auxiliaries = [c for c in grammar.children[word] if c.deprel == "aux"]
    modal = any({c.lemma.lower(), c.text.lower()} & (_WILL | _MAY) for c in auxiliaries)
    return not modal and grammar.tokens[word].upos == "VERB" and negated(grammar, word)


def not_yet(grammar: Grammar, word: int, done: bool) -> Status | None:
    """Return the status of a verb whose own auxiliaries say that it has not happened, or None where they do not.

    "Will block" is to come, where it is something `done`; what is only said happens in saying it ("we will answer for
    this": a threat). "Would have voted" and "was to have met" never happened, and "is to sentence" lies ahead.
    """
    token = grammar.tokens[word]
    helping = [c for c in grammar.children[word] if c.deprel.split(":")[0] in ("aux", "cop")]
    if token.upos != "VERB" or negated(grammar, word):
        return None
    lemmas = {child.lemma.lower() for child in helping} | {child.text.lower() for child in helping}
    to = grammar.child(word, "mark")
    be = next((c for c in helping if c.lemma == "be" and c.feats.get("VerbForm") == "Fin"), None)
    ordered = to is not None and to.lemma == "to" and be is not None and be.index == to.index - 1
    if "have" in lemmas and (lemmas & {"would", "'d", "’d"} or ordered):
        return "hypothetical"
    if done and (lemmas & _WILL or (ordered and be is not None and be.feats.get("Tense") == "Pres")):
        return "future"
    return None


def is_plain(grammar: Grammar, word: int) -> bool:
    """Return whether a word says that it happens or will: nothing denies it, no "must", "may" or "should" is by it."""
    doubts = any(c.deprel == "aux" and c.lemma.lower() in _MAY - {"would"} for c in grammar.children[word])
    return not doubts and not negated(grammar, word)


def _no_one(grammar: Grammar, word: int) -> bool:
    """Return whether a subject or object is none: "no one", "no pane"."""
    return any(c.deprel == "det" and c.lemma.lower() in ("no", "neither") for c in grammar.children[word])


def _mood(grammar: Grammar, word: int) -> Status:
    """Return what a word's own auxiliaries, marks and modifiers say."""
    words = governing_words()
    for child in grammar.children[word]:
        lemma, text = child.lemma.lower(), child.text.lower()
        if child.deprel == "mark" and lemma in _IF and not _is_reached(grammar, word, lemma):
            return "hypothetical"
        if child.deprel == "aux" and (lemma in _WILL or text in _WILL):
            return "future"
        if child.deprel == "aux" and lemma in _MAY:
            return "hypothetical"
        if child.deprel == "amod" and words.get(lemma, "happened") != "happened":
            return words[lemma]
    return "happened"


def _is_reached(grammar: Grammar, word: int, mark: str) -> bool:
    """Return whether "until" leads up to what took place: "blocked the road until the manager signed"."""
    verbs = (grammar.tokens[word], grammar.tokens[grammar.tokens[word].head])
    return mark == "until" and all(v.feats.get("Tense") == "Past" and v.feats.get("VerbForm") == "Fin" for v in verbs)


def _complement(grammar: Grammar, word: int, governor: int) -> bool:
    """Return whether `word` is what the governor's action is about: its infinitive, clause or object."""
    token = grammar.tokens[word]
    if token.deprel in ("xcomp", "ccomp", "obj", "nsubj:pass"):
        return True
    if token.deprel in ("acl", "advcl"):
        marks = [c.lemma.lower() for c in grammar.children[word] if c.deprel == "mark"]
        return "to" in marks or "from" in marks
    return token.deprel in ("obl", "nmod") and grammar.case(word) in ("for", "from", "against", "of")


def _entered(grammar: Grammar, word: int, governor: int) -> bool:
    """Return whether a verb only says that what stands behind "on" begins: "will embark on a strike"."""
    enters = grammar.tokens[governor].lemma.lower() in named_list("enters-on")
    return enters and grammar.tokens[word].deprel == "obl" and grammar.case(word) == "on"


def _lemma(grammar: Grammar, word: int) -> str:
    particle = grammar.child(word, "compound:prt")
    lemma = grammar.tokens[word].lemma.lower()
    return f"{lemma}_{particle.lemma}" if particle and f"{lemma}_{particle.lemma}" in governing_words() else lemma
