"""Which date mention dates an event, and which way a bare date points: read off the sentence's tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from diurna.records import DateMention, Sentence, Span
from diurna.resolve.when.calendar import Direction
from diurna.resolve.when.rules import rules

Basis = Literal["clause", "sentence"]
# Relations whose dependents a date must not be taken from for the head's event: they tell events of their own.
CLAUSES = frozenset({"advcl", "acl", "ccomp", "xcomp", "parataxis", "conj", "csubj"})
FUTURE_AUXILIARIES = frozenset({"will", "shall"})


def date_for(
    sentence: Sentence, trigger: int, dates: Sequence[DateMention]
) -> tuple[DateMention, Basis] | None:
    """Return the date mention that dates the event of word `trigger`, and how it is attached; None where none does.

    Dates under the trigger itself come first, then those of the clauses above it, the nearest first ("clause"),
    then any other of the sentence ("sentence"). Durations and sets, which cover no days, never date an event.
    """
    placed = [
        (word, one) for one in dates if one.start is not None and (word := head_word(sentence, one.span)) is not None
    ]
    if not placed:
        return None
    above = path_up(sentence, trigger)
    ranked = []
    for word, one in placed:
        up = path_up(sentence, word)
        meet = next((node for node in up if node in above), above[-1])
        crossed = sum(relation(sentence, node) in CLAUSES for node in up[: up.index(meet)]) if meet in up else 9
        climbed = above.index(meet)
        ranked.append((crossed, climbed, abs(word - trigger), one))
    crossed, _, _, best = min(ranked, key=lambda rank: rank[:3])
    return best, "clause" if crossed == 0 else "sentence"


def direction_of(sentence: Sentence, span: Span) -> Direction | None:
    """Return which way the verb over the expression at `span` points: "future" under "will", "past" under a past tense.

    Without a verb over it, cue words before it in the sentence decide (rules.toml, [direction]); else None.
    """
    word = head_word(sentence, span)
    if word is None:
        return None
    for node in path_up(sentence, word):
        token = sentence.tokens[node]
        children = [one for one in sentence.tokens if one.head == node]
        auxiliaries = {one.lemma for one in children if one.deprel.startswith("aux")}
        if auxiliaries & FUTURE_AUXILIARIES or (token.lemma == "go" and "Prog" in token.feats.values()):
            return "future"
        if token.feats.get("Tense") == "Past" or (auxiliaries & {"have", "be"} and token.upos == "VERB"):
            return "past" if not _to_come(sentence, span) else "future"
        if token.upos == "VERB" and token.feats.get("VerbForm") == "Inf":
            return "future"
    return "future" if _to_come(sentence, span) else None


def _to_come(sentence: Sentence, span: Span) -> bool:
    words = [token.text for token in sentence.tokens if token.end <= span.start]
    return direction_near(" ".join(words), len(" ".join(words)), len(" ".join(words))) == "future"


def direction_near(text: str, start: int, end: int) -> Direction | None:
    """Return "future" where a cue word of rules.toml stands near before `text[start:end]` in its sentence, else None."""
    table = rules()
    before = text[max(0, start - table.near) : start]
    clause = before[max(before.rfind(". "), before.rfind("; "), before.rfind(".\n")) + 1 :]
    return "future" if table.future.search(clause) else None


def head_word(sentence: Sentence, span: Span) -> int | None:
    """Return the index of the word inside `span` whose head lies outside it, or None where no word is inside."""
    inside = [token for token in sentence.tokens if token.start < span.end and span.start < token.end]
    indices = {token.index for token in inside}
    return next((token.index for token in inside if token.head not in indices), None)


def path_up(sentence: Sentence, word: int) -> list[int]:
    """Return the indices from `word` up to the root, `word` first; a cycle in a broken tree ends the path."""
    path: list[int] = []
    seen: set[int] = set()
    while word >= 0 and word not in seen:
        path.append(word)
        seen.add(word)
        word = sentence.tokens[word].head
    return path


def relation(sentence: Sentence, word: int) -> str:
    """Return the word's relation to its head without its subtype."""
    return sentence.tokens[word].deprel.split(":")[0]
