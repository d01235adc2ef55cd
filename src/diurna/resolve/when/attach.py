"""Which date mention dates an event: read off the sentence's tree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from diurna.records import DateMention, Sentence, Span, Token
from diurna.resolve.when.occasions import names_occasion, same_day
from diurna.resolve.when.rules import rules

Basis = Literal["clause", "sentence"]
# Going down through these from a shared word leads into another clause, whose date is its own event's.
CLAUSES = frozenset({"advcl", "acl", "ccomp", "xcomp", "parataxis", "conj", "csubj"})
# Going up through these leaves the event's clause; through `conj` and `xcomp` not: "came Monday and met".
OUTER = frozenset({"advcl", "acl", "ccomp", "parataxis", "csubj"})
# A date in one of these relations to a noun says which one is meant.
PARTS_OF_NOUNS = frozenset({"compound", "nummod", "amod", "flat"})
LONG = re.compile(r"\d{2,4}")  # a year, a decade, a century
WEEK = re.compile(r"\d{4}-W\d\d(?:-WE)?")


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
        if word is None or _names_another(sentence, word, trigger, one) or _ahead_of(sentence, one.span):
            continue
        if _last_time(sentence, word) and not _told_of_it(sentence, one.span, trigger):
            continue
        down = path_up(sentence, word)
        meet = next((node for node in down if node in above), None)
        if meet is None:
            continue
        climbed, below = above.index(meet), down[: down.index(meet)]
        inside = [node for node in below if relation(sentence, node) in CLAUSES]
        if not all(relation(sentence, node) not in OUTER or same_day(sentence, node, trigger) for node in inside):
            continue  # the day of another clause that says more of this one: "who took office in 2017, called"
        if any(_is_another(sentence, node) for node in inside):
            continue  # "police arrested a cousin, but he was freed in 2022"
        borders = sum(relation(sentence, node) in OUTER for node in above[:climbed])
        borders += sum(not _is_of_itself(sentence, node, trigger) for node in inside)
        ends = follows(sentence, word, "until", "till")  # when it ends, not when it is
        ranked.append(((ends, borders, climbed, abs(word - trigger)), one))
    if not ranked:
        return None
    (_, borders, _, _), best = min(ranked, key=lambda pair: pair[0])
    return best, "sentence" if borders else "clause"


def follows(sentence: Sentence, word: int, *prepositions: str) -> bool:
    """Return whether one of the prepositions stands before the date of head word `word`."""
    return any(one.head == word and one.lemma in prepositions for one in sentence.tokens)


def _ahead_of(sentence: Sentence, span: Span) -> bool:
    """Return whether a date is what the event goes before: "meets Khan ahead of 2027 polls"."""
    before = [token.lemma.lower() for token in sentence.tokens if token.end <= span.start][-3:]
    return before[-2:] == ["ahead", "of"] or before == ["ahead", "of", "the"]


def is_deadline(sentence: Sentence, span: Span) -> bool:
    """Return whether the date at `span` is one by which, or until which: "by the end of the month"."""
    word = head_word(sentence, span)
    return word is not None and follows(sentence, word, *rules().cues["deadlines"])


def _last_time(sentence: Sentence, word: int) -> bool:
    """Return whether a date is the last time: "the largest march since June", "for the first time since 2019"."""
    above = sentence.tokens[word].head
    if above < 0 or not follows(sentence, word, "since"):
        return False
    ranked = [one for one in sentence.tokens if one.index < word and _ranks(one)]
    times = (sentence.tokens[one.head] for one in ranked if one.head >= 0)
    # "Is the fifth premier to be removed since 2008": the noun that the clause with the date tells of.
    noun_above = sentence.tokens[above].head if relation(sentence, above) == "acl" else above
    return any(noun.index in (above, noun_above) or (noun.lemma == "time" and noun.head == above) for noun in times)


def _is_another(sentence: Sentence, node: int) -> bool:
    """Return whether a clause joined by "and" or "but" has a subject of its own, and so its own time."""
    if relation(sentence, node) != "conj":
        return False
    return any(one.head == node and one.deprel.startswith(("nsubj", "csubj")) for one in sentence.tokens)


def _is_of_itself(sentence: Sentence, node: int, trigger: int) -> bool:
    """Return whether a clause says of the event's own noun when it was: "upheld the [decision] made on Monday"."""
    return relation(sentence, node) == "acl" and sentence.tokens[node].head == trigger


def _told_of_it(sentence: Sentence, span: Span, trigger: int) -> bool:
    """Return whether an event is told of that last time: "the worst since May 2021, when a bomb killed 40"."""
    behind = [token for token in sentence.tokens if token.start >= span.end and token.upos != "PUNCT"][:1]
    return bool(behind) and behind[0].lemma.lower() == "when" and behind[0].index < trigger


def _ranks(token: Token) -> bool:
    highest = token.upos == "ADJ" and token.text.endswith("est") and not token.lemma.endswith("est")
    return highest or token.feats.get("Degree") == "Sup" or token.lemma.lower() in rules().cues["ranking"]


def _names_another(sentence: Sentence, word: int, trigger: int, one: DateMention) -> bool:
    """Return whether a date belongs to the name of something else, not to the clause.

    "The 2027 elections", "this year's election"; but who "broke up Friday's march" did so on Friday, and "in last
    week's action" is last week.
    """
    token = sentence.tokens[word]
    whole = token.deprel == "nmod:poss" and one.start != one.end and not WEEK.fullmatch(one.value)
    named = relation(sentence, word) in PARTS_OF_NOUNS or whole
    if not named or token.head in (trigger, -1):
        return False
    if relation(sentence, token.head) == "nmod" and LONG.fullmatch(one.value):
        return True  # "veterans of the 1990s wars" did nothing then
    return token.head in path_up(sentence, trigger) or not names_occasion(sentence, token.head)


def head_word(sentence: Sentence, span: Span) -> int | None:
    """Return the index of the word inside `span` whose head lies outside it, or None where none is inside."""
    inside: list[Token] = []
    for token in sentence.tokens:  # a loop that ends early: this is asked for each date and place of each event
        if token.start >= span.end:
            break
        if token.end > span.start:
            inside.append(token)
    if not inside:
        return None
    first, last = inside[0].index, inside[-1].index
    out = [token for token in inside if not first <= token.head <= last]
    # The article of "the 1990s wars" is that of the wars.
    return next((token.index for token in out if token.upos != "DET"), out[0].index if out else None)


def hangs_from(sentence: Sentence, span: Span, trigger: int) -> bool:
    """Return whether the date at `span` stands below the word `trigger` in the tree."""
    word = head_word(sentence, span)
    return word is not None and trigger in path_up(sentence, word)


def is_in_clause_of(sentence: Sentence, span: Span, trigger: int) -> bool:
    """Return whether the date at `span` stands below the word `trigger`, and in no clause between."""
    word = head_word(sentence, span)
    above = path_up(sentence, word) if word is not None else []
    return trigger in above and not any(relation(sentence, node) in CLAUSES for node in above[: above.index(trigger)])


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
