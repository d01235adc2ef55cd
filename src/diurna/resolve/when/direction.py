"""Which way a bare date points, read off the verbs over it: "will meet Friday" ahead, "met Friday" back."""

from __future__ import annotations

from diurna.records import Sentence, Span, Token
from diurna.resolve.when.attach import follows, head_word, path_up, relation
from diurna.resolve.when.calendar import Direction
from diurna.resolve.when.rules import rules

FUTURE_AUXILIARIES = frozenset({"will", "shall"})


def direction_of(sentence: Sentence, span: Span) -> Direction | None:
    """Return which way the expression at `span` points, from the verbs over it; None where none tells.

    "future" under "will", "would", "going to" or a cue word of rules.toml ("is scheduled for", "payable Dec. 7"), for a
    deadline of what is to be done ("to be freed by Friday") and for what something is announced for; "past" right
    under a past tense, "likely past" where other words stand between ("the redemption on Dec. 7 pleased him").
    """
    word = head_word(sentence, span)
    before = next((token for token in reversed(sentence.tokens) if token.end <= span.start), None)
    if before is not None and (rules().future.fullmatch(before.text) or _begins(sentence, before)):
        return "future"
    if word is None:
        return None
    if follows(sentence, word, *rules().cues["deadlines"]) and _is_to_be(sentence, word):
        return "future"
    if follows(sentence, word, *rules().either):
        return None
    whole = follows(sentence, word, "for")
    if (whole or _has_no_day(sentence, word)) and _is_announced(sentence, word):
        return "future"
    told = _from_verbs(sentence, word)
    return "likely past" if whole and told == "past" else told  # "prepared for the weekend"


def _from_verbs(sentence: Sentence, word: int) -> Direction | None:
    cue = rules().future
    for node in path_up(sentence, word):
        token = sentence.tokens[node]
        auxiliaries = _auxiliaries(sentence, node)
        going = token.text.lower() == "going" and "be" in auxiliaries
        finite = token.feats.get("VerbForm") == "Fin" and token.text.lower() in rules().cues["participles"]
        if cue.fullmatch(token.text) and _had(sentence, node):
            return "past"  # "he had been due to testify on Tuesday": it came to nothing
        if (
            auxiliaries & FUTURE_AUXILIARIES
            or going
            or _is_ordered(sentence, node)
            or (cue.fullmatch(token.text) and not finite)
        ):
            return "future"
        if "would" in auxiliaries and "have" not in auxiliaries:
            return None if _told_on_a_day(sentence, token) else "future"
        if token.feats.get("Tense") == "Past" or "have" in auxiliaries:
            return "past" if sentence.tokens[word].head == node else "likely past"
        if token.feats.get("VerbForm") == "Inf" and relation(sentence, node) == "acl":
            return "future"  # "a plan to be voted on in March"
        if token.feats.get("Tense") == "Pres" and token.feats.get("VerbForm") == "Fin":
            # "Rights that expire Nov. 6", whatever the verb above it; but "leaders meet from Thursday".
            return "future" if sentence.tokens[word].head == node and follows(sentence, word, "from") else None
    return None


def _is_ordered(sentence: Sentence, node: int) -> bool:
    """Return whether a verb is what is to be: "the court is to sit", "the lawyer is to be sentenced in June"."""
    to = next((one for one in sentence.tokens if one.head == node and one.lemma == "to" and one.deprel == "mark"), None)
    be = sentence.tokens[to.index - 1] if to is not None and to.index > 0 else None
    return be is not None and be.lemma == "be" and be.feats.get("Tense") == "Pres"


def _had(sentence: Sentence, node: int) -> bool:
    return any(one.head == node and one.deprel == "aux" and one.text.lower() == "had" for one in sentence.tokens)


def _auxiliaries(sentence: Sentence, node: int) -> set[str]:
    return {one.lemma for one in sentence.tokens if one.head == node and one.deprel.startswith("aux")}


def _begins(sentence: Sentence, before: Token) -> bool:
    """Return whether "starting" stands before the date of what is decided: "ordered a curfew starting Monday".

    Not of what was done: "shelled the town for three days, starting Monday".
    """
    if before.text.lower() not in rules().cues["beginning"]:
        return False
    verbs = [sentence.tokens[node] for node in path_up(sentence, before.index)[1:]]
    done = next((one for one in verbs if one.feats.get("Tense") == "Past"), None)
    return done is None or done.lemma.lower() in rules().cues["deciding"]


def _told_on_a_day(sentence: Sentence, verb: Token) -> bool:
    """Return whether the verb over "would" has a weekday of its own, from which the date is reckoned: "said Monday"."""
    days = rules().words["weekday"]
    return any(one.head == verb.head and one.text in days for one in sentence.tokens)


def _has_no_day(sentence: Sentence, word: int) -> bool:
    """Return whether "on" a day stands under a perfect, which has none: "has called a strike on Wednesday"."""
    above = path_up(sentence, word)[1:3]
    perfect = any(one.head in above and one.text.lower() in ("has", "have") and one.deprel == "aux"
                  for one in sentence.tokens)  # fmt: skip
    return perfect and follows(sentence, word, "on")


def _is_announced(sentence: Sentence, word: int) -> bool:
    """Return whether something is announced, called or arranged for the date; not what had been before."""
    above = [
        node
        for node in path_up(sentence, word)[1:3]
        if sentence.tokens[node].lemma.lower() in rules().cues["announcing"]
    ]
    had = any(one.head in above and one.text.lower() == "had" for one in sentence.tokens)
    return bool(above) and not had


def _is_to_be(sentence: Sentence, word: int) -> bool:
    """Return whether a deadline is of what is yet to be: an infinitive, a subjunctive or a present over the date.

    "told members to vote by Friday", "demand that he be freed before Easter", "is on a visit through Saturday"; not
    "managed to flee by Friday", "had fled by Friday".
    """
    for node in path_up(sentence, word):
        token = sentence.tokens[node]
        helping = [one for one in sentence.tokens if one.head == node and one.deprel.startswith(("aux", "cop"))]
        verbs = [token, *helping]
        if any(one.feats.get("VerbForm") == "Fin" and one.feats.get("Tense") == "Past" for one in verbs):
            return False
        if any(one.lemma == "have" for one in helping):
            return False
        if any(one.feats.get("VerbForm") == "Inf" for one in verbs):
            head = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
            return head not in rules().cues["doing"]
        if any(one.feats.get("VerbForm") == "Fin" for one in verbs):
            return True
    return False


def did_not(sentence: Sentence, verb: int) -> bool:
    """Return whether a verb's own auxiliary says that it was not done: "did not concede", "has not been freed"."""
    below = [one for one in sentence.tokens if one.head == verb]
    past = any(one.text.lower() in ("did", "was", "were", "has", "have") for one in below if one.upos == "AUX")
    return past and any(one.lemma.lower() in ("not", "n't", "n’t") for one in below)


def is_of_saying(sentence: Sentence, span: Span) -> bool:
    """Return whether the expression at `span` tells when something was said: "police said on Monday"."""
    word = head_word(sentence, span)
    head = sentence.tokens[word].head if word is not None else -1
    return head >= 0 and says(sentence.tokens[head])


def is_of_what_governs(sentence: Sentence, span: Span, trigger: int) -> bool:
    """Return whether the date at `span` is of a verb in the past over the event's: "urged them on Friday to leave".

    "Was expected on Friday to leave" tells when they leave.
    """
    word = head_word(sentence, span)
    above = path_up(sentence, trigger)
    met = next((node for node in path_up(sentence, word) if node in above), trigger) if word is not None else trigger
    verb = sentence.tokens[met]
    if met == trigger or verb.feats.get("Tense") != "Past" or rules().future.fullmatch(verb.text):
        return False
    if any(one.head == met and one.deprel == "mark" and one.lemma == "to" for one in sentence.tokens):
        return False  # "was to be held on Friday"
    return not _auxiliaries(sentence, met) & {*FUTURE_AUXILIARIES, "would"}


def says(verb: Token) -> bool:
    """Return whether a verb tells that somebody said something: its day is the report's."""
    return verb.lemma.lower() in rules().cues["saying"]


def speaks_of_now(word: Token) -> bool:
    """Return whether a word brings a story of years ago back to the page's own days: "the latest violence"."""
    return word.text.lower() in rules().cues["now"]
