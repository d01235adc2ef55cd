"""Sentences for the tests of counts, written out as words with their tree and events, so that no model is needed."""

from __future__ import annotations

from diurna.records import Count, Event, Sentence, Span, Token
from diurna.resolve.counts import counts_of

FEATURES = {
    "PART": {"VerbForm": "Part", "Tense": "Past"},
    "ING": {"VerbForm": "Part", "Tense": "Pres"},
    "FIN": {"VerbForm": "Fin"},
}


def sentence(written: str, offset: int = 0) -> tuple[str, Sentence]:
    """Return the text and the sentence of words `form/TAG/head/relation` with spaces between them.

    `head` counts words from 1, 0 is the root. TAG is the UPOS, for verbs FIN, PART (past) or ING. A fifth field is the
    lemma (else the form in lower case); a noun whose lemma differs from its form is plural.
    """
    text = ""
    tokens = []
    for index, item in enumerate(written.split()):
        form, tag, head, relation, *rest = item.split("/")
        text += form if relation == "punct" or not text else f" {form}"
        lemma = rest[0] if rest else form if tag == "PROPN" else form.lower()
        feats = dict(FEATURES.get(tag, {}))
        if tag in ("NOUN", "PROPN"):
            feats["Number"] = "Plur" if lemma.lower() != form.lower() else "Sing"
        start = offset + len(text) - len(form)
        upos = "VERB" if tag in FEATURES else tag
        tokens.append(Token(index, start, start + len(form), form, lemma, upos, feats, int(head) - 1, relation))
    return text, Sentence(offset, offset + len(text), tuple(tokens))


def events_in(text: str, offset: int = 0, **triggers: str) -> list[Event]:
    """Return an event for each `words="TYPE"` ("opened_fire" are two words), with the words as its id."""
    found = []
    for words, kind in triggers.items():
        plain = words.replace("_", " ")
        start = offset + text.index(plain)
        trigger = Span(start, start + len(plain), plain)
        found.append(Event(id=plain, type=kind, trigger=trigger, status="happened", confidence=1.0))
    return found


def counted(written: str, **triggers: str) -> dict[str, dict[str, Count]]:
    """Return the counts of one sentence by the words of the trigger."""
    text, made = sentence(written)
    return counts_of(made, events_in(text, **triggers), [], text)


def bounds(count: Count) -> tuple[int | None, int | None, str | None, str]:
    """Return a count as its bounds, of whom, and its words."""
    return count.min, count.max, count.of, count.span.text


def told(written: str, **triggers: str) -> dict[str, dict[str, tuple[int | None, int | None, str | None, str]]]:
    """Return the counts of one sentence by the words of the trigger and by kind, each as its bounds."""
    counts = counted(written, **triggers)
    return {event: {kind: bounds(count) for kind, count in kinds.items()} for event, kinds in counts.items()}
