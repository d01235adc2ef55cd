"""Indirect speech on the tree: verbs, nouns and adjectives of cues.csv, with whose word and what content."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.code.background import without_background
from diurna.code.cues import POS, Cue, Cues
from diurna.code.grammar import Grammar
from diurna.code.said import contents
from diurna.code.sayings import NEGATED, Saying, called_on, particle_of, spans_of
from diurna.code.sources import beside, can_speak, named_after, source_kind, source_words
from diurna.code.speech_head import FOUND
from diurna.code.voice import passive
from diurna.code.whose_word import source_of
from diurna.records import Span, Token

WEAK_FRAMES = frozenset(("object", "to", "through"))
"""Frames that cue words often stand in without speaking for anybody ("plans a trip")."""

WEAK, USUAL = 0.15, 0.05
"""How probable the attribution head must find a cue in a weak frame, and any other (tuned on PolNeAR dev: lower loses
precision there, higher loses examples of cues.csv). A noun with its owner ("the king's claim that") and what "is seen
as" something need no second opinion: there are few in the head's training data."""


def reported(text: str, number: int, grammar: Grammar, cues: Cues, quoted: frozenset[int]) -> Iterator[Saying]:
    """Yield what the sentence's cue words put on somebody's word; `quoted` are its words between marks."""
    for token in grammar.tokens:
        if token.upos not in POS:
            continue
        frames = cues.of(token, particle_of(grammar, token.index)) if cues.may_begin(token) else {}
        if (relayed := _relayed(text, number, grammar, token, cues, quoted)) is not None:
            yield relayed
            continue
        for cue, said in contents(grammar, token, frames) if frames else ():
            content = without_background(grammar, token, said)
            parts = spans_of(text, grammar, content)
            head = source_of(grammar, token)
            if head is not None and _is_asked(grammar, token, head):
                continue
            if (
                head is None
                and token.upos == "VERB"
                and content[-1] < token.index
                and not passive(grammar, token.index)
                and not token.text.lower().endswith("ing")
            ):
                # "The plan is dead, retorted the senator": the parser often hangs such a source elsewhere.
                head = beside(grammar, token.index)
                own = set(source_words(grammar, head)) if head is not None else set()
                own |= set(range(min(own), token.index)) if own and max(own) < token.index else set()
                content = [i for i in content if i not in own]
                parts = spans_of(text, grammar, content)
            words = [i for i in source_words(grammar, head) if i not in set(content)] if head is not None else []
            name = named_after(grammar, head, words, token.index) if head is not None and words else []
            name = [] if set(name) & set(content) else name
            source = spans_of(text, grammar, [*words, *name])
            if not parts:
                continue
            least = _least(grammar, token, cue, bool(source))
            within = token.index in quoted or _in_content(grammar, token)
            if within and source and _told_by_another(grammar, token, cue, head):
                least = 0.0  # within what one says the attribution head sees only who says it
            kind = source_kind(grammar, head, head in quoted) if head is not None and source else "anonymous"
            kind = "named" if name else kind
            stance = NEGATED[cue.stance] if _negated(grammar, token.index) else cue.stance
            yield Saying(
                source[0] if source else None, _cue_span(text, grammar, token, cue.frame), parts, "indirect",
                kind, stance, (number, token.index), least,
            )  # fmt: skip


def _is_asked(grammar: Grammar, cue: Token, head: int) -> bool:
    """Return whether a question asks the listener to say or think something: "Can you confirm that he went?"."""
    asked = grammar.tokens[head].text.lower() == "you" and grammar.tokens[-1].text in ("?", '"', "”", "'", "’")
    before = [c for c in grammar.children[cue.index] if c.upos == "AUX" and c.index < head < cue.index]
    return asked and bool(before) and any(t.text == "?" for t in grammar.tokens[-2:])


def _relayed(
    text: str, number: int, grammar: Grammar, token: Token, cues: Cues, quoted: frozenset[int]
) -> Saying | None:
    """Return whose word it is that somebody said something ("Reuters quoted him as saying"), or None for other verbs.

    The content is all that is relayed, "as" included, so that it holds the attribution inside it.
    """
    if token.upos != "VERB":
        return None
    said = next((c for c in grammar.children[token.index] if grammar.as_doing(c.index) and cues.of(c, "")), None)
    head = source_of(grammar, token) if said is not None else None
    if said is None or head is None:
        return None
    source, parts = (
        spans_of(text, grammar, source_words(grammar, head)),
        spans_of(text, grammar, grammar.subtree(said.index)),
    )
    if not source or not parts:
        return None
    kind = source_kind(grammar, head, head in quoted)
    cue = Span.of(text, token.start, token.end)
    return Saying(source[0], cue, parts, "indirect", kind, "asserts", (number, token.index))


def _cue_span(text: str, grammar: Grammar, token: Token, frame: str) -> Span:
    """Return the span of the cue: its word, with the particle or preposition that follows at once."""
    last = token
    following = grammar.tokens[token.index + 1] if token.index + 1 < len(grammar.tokens) else None
    joins = following is not None and (following.deprel == "compound:prt" or following.lemma.lower() == frame)
    if following and ((joins and frame != "to") or (frame == "to" and called_on(grammar, token.index) is not None)):
        last = following
    return Span.of(text, token.start, last.end)


def _least(grammar: Grammar, token: Token, cue: Cue, owned: bool) -> float:
    # "Refuted the claim that": whoever makes it, a claim that somebody has to do with is no less one than an owned one.
    claim = (
        token.upos == "NOUN"
        and cue.frame != "to"
        and (owned or (cue.frame == "clause" and token.deprel in ("obj", "obl")))
    )
    held = passive(grammar, token.index)
    believed = held and cue.frame == "to" and cue.stance in ("asserts", "believes")  # "is said to have fled"
    if claim or believed or (held and cue.frame in ("as", "through")):
        return 0.0
    return WEAK if cue.frame in WEAK_FRAMES and not (owned and token.upos == "NOUN") else USUAL


def _in_content(grammar: Grammar, token: Token) -> bool:
    """Return whether the attribution head takes a cue for part of what another says: "Moss [told] them, Berg said"."""
    content = grammar.sentence.attribution.content
    return bool(content) and content[token.index] > FOUND and token.feats.get("Tense") == "Past"


def _told_by_another(grammar: Grammar, token: Token, cue: Cue, head: int | None) -> bool:
    """Return whether a quoted person tells what others say, or what he said himself: "they say that", "I told them"."""
    if cue.frame != "clause" or token.upos != "VERB" or cue.stance not in ("asserts", "asks", "denies"):
        return False
    if head is None or not _human(grammar, head):
        return False
    own = grammar.tokens[head].lemma.lower() in ("i", "we", "you")
    return not own or (token.feats.get("Tense") == "Past" and not grammar.child(token.index, "aux"))


def _human(grammar: Grammar, head: int) -> bool:
    """Return whether a subject can tell something: a name, a noun of speakers or of somebody's own ("my mother")."""
    if grammar.tokens[head].upos == "PRON":
        return grammar.tokens[head].lemma.lower() not in ("it", "this", "that", "what", "which")
    owner = grammar.child(head, "nmod:poss")
    own = owner is not None and owner.lemma.lower() in ("my", "our", "i", "we")
    return own or (can_speak(grammar, head) and source_kind(grammar, head) != "document")


def _negated(grammar: Grammar, word: int) -> bool:
    negative = ("not", "n't", "n’t", "never", "no", "nobody", "none", "neither")
    return any(
        (child.text.lower() in negative and child.deprel in ("advmod", "nsubj", "det"))
        or (child.deprel == "nsubj" and any(g.text.lower() == "no" for g in grammar.children[child.index]))
        for child in grammar.children[word]
    )  # fmt: skip
