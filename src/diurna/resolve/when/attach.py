"""Which date mention dates an event, and which way a bare date points: read off the sentence's tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from diurna.records import DateMention, Sentence, Span
from diurna.resolve.when.calendar import Direction
from diurna.resolve.when.rules import rules

Basis = Literal["clause", "sentence"]
# Going down through these from a shared word leads into another clause, whose date is its own event's.
CLAUSES = frozenset({"advcl", "acl", "ccomp", "xcomp", "parataxis", "conj", "csubj"})
# Going up through these leaves the event's clause; through `conj` and `xcomp` not: "came Monday and met".
OUTER = frozenset({"advcl", "acl", "ccomp", "parataxis", "csubj"})
# A date in one of these relations to a noun says which one is meant.
PARTS_OF_NOUNS = frozenset({"compound", "nummod", "amod", "flat"})
FUTURE_AUXILIARIES = frozenset({"will", "shall"})


def date_for(sentence: Sentence, trigger: int, dates: Sequence[DateMention]) -> tuple[DateMention, Basis] | None:
    """Return the date mention that dates the event of word `trigger`, and its basis, or None where none does.

    The date that fewest clause borders part from the trigger wins, then the one fewest words above it, then
    the nearest in the text. The basis is "clause" for a date of the trigger's own clause, "sentence" for one
    of another ("officials said Monday that ..."). Durations and sets, which cover no days, never date an
    event.
    """
    above = path_up(sentence, trigger)
    ranked = []
    for one in dates:
        word = head_word(sentence, one.span) if one.start is not None else None
        if word is None or _names_another(sentence, word, trigger) or _ahead_of(sentence, one.span):
            continue
        down = path_up(sentence, word)
        meet = next((node for node in down if node in above), None)
        if meet is None:
            continue
        climbed = above.index(meet)
        below = [relation(sentence, node) for node in down[: down.index(meet)]]
        if any(one in OUTER for one in below):
            continue  # the day of another clause that says more of this one: "who took office in 2017, called"
        borders = sum(relation(sentence, node) in OUTER for node in above[:climbed])
        borders += sum(one in CLAUSES for one in below)
        ends = _follows(sentence, word, "until", "till")  # when it ends, not when it is
        ranked.append(((ends, borders, climbed, abs(word - trigger)), one))
    if not ranked:
        return None
    (_, borders, _, _), best = min(ranked, key=lambda pair: pair[0])
    return best, "sentence" if borders else "clause"


def _follows(sentence: Sentence, word: int, *prepositions: str) -> bool:
    return any(one.head == word and one.lemma in prepositions for one in sentence.tokens)


def _ahead_of(sentence: Sentence, span: Span) -> bool:
    """Return whether a date is what the event goes before: "meets Khan ahead of 2027 polls"."""
    before = [token.lemma.lower() for token in sentence.tokens if token.end <= span.start][-3:]
    return before[-2:] == ["ahead", "of"] or before == ["ahead", "of", "the"]


def _names_another(sentence: Sentence, word: int, trigger: int) -> bool:
    """Return whether a date belongs to the name of something else ("the 2027 elections"), not to the clause."""
    token = sentence.tokens[word]
    return relation(sentence, word) in PARTS_OF_NOUNS and token.head not in (trigger, -1)


def direction_of(sentence: Sentence, span: Span) -> Direction | None:
    """Return which way the expression at `span` points, from the verbs over it; None where none tells.

    "future" under "will", "going to" or a cue word of rules.toml ("is scheduled for", "payable Dec. 7"), "past" right
    under a past tense, "likely past" where other words stand between ("the redemption on Dec. 7 pleased him").
    """
    word = head_word(sentence, span)
    cue = rules().future
    if word is not None and _follows(sentence, word, *rules().either):
        return None
    before = next((token.text for token in reversed(sentence.tokens) if token.end <= span.start), "")
    if cue.fullmatch(before):
        return "future"
    for node in path_up(sentence, word) if word is not None else []:
        token = sentence.tokens[node]
        auxiliaries = {one.lemma for one in sentence.tokens if one.head == node and one.deprel.startswith("aux")}
        going = token.text.lower() == "going" and "be" in auxiliaries
        if auxiliaries & FUTURE_AUXILIARIES or going or cue.fullmatch(token.text):
            return "future"
        if token.feats.get("Tense") == "Past" or "have" in auxiliaries:
            return "past" if word is not None and sentence.tokens[word].head == node else "likely past"
        if token.feats.get("VerbForm") == "Inf" and relation(sentence, node) == "acl":
            return "future"  # "a plan to be voted on in March"
        if token.feats.get("Tense") == "Pres" and token.feats.get("VerbForm") == "Fin":
            return None  # "rights that expire Nov. 6", whatever the verb above it
    return None


def direction_near(text: str, start: int, end: int) -> Direction | None:
    """Return "future" where a cue word of rules.toml stands near before `text[start:end]`, else None.

    For text without trees; the words between the last full stop or semicolon and the expression count.
    """
    table = rules()
    before = text[max(0, start - table.near) : start]
    clause = before[max(before.rfind(". "), before.rfind("; "), before.rfind(".\n")) + 1 :]
    return "future" if table.future.search(clause) else None


def head_word(sentence: Sentence, span: Span) -> int | None:
    """Return the index of the word inside `span` whose head lies outside it, or None where none is inside."""
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
