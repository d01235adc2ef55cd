"""Indirect speech on the tree: verbs, nouns and adjectives of cues.csv, with whose word and what content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from diurna.code.background import without_background
from diurna.code.carriers import load_carriers
from diurna.code.contents import (
    in_document,
    is_day,
    set_against,
    stated,
    without_listener,
    without_others,
    without_time,
)
from diurna.code.cues import POS, Cue, Cues, load_cues
from diurna.code.grammar import Grammar
from diurna.code.inserted import inserted, split_clause
from diurna.code.own_saying import speaks_above, without_next_saying
from diurna.code.sayings import CITES, NEGATED, Saying, called_on, particle_of, spans_of
from diurna.code.sources import beside, can_speak, listed_kind, named_after, source_kind, source_words
from diurna.code.voice import bare, passive
from diurna.records import Span, Token

WEAK_FRAMES = frozenset(("object", "to", "through"))
"""Frames that cue words often stand in without speaking for anybody ("plans a trip")."""

WEAK, USUAL = 0.15, 0.05
"""How probable the attribution head must find a cue in a weak frame, and any other (tuned on PolNeAR dev: lower loses
precision there, higher loses examples of cues.csv). A noun with its owner ("the king's claim that") and what "is seen
as" something need no second opinion: there are few in the head's training data."""

_OBLIQUE = ("obl", "nmod", "advcl", "obl:unmarked")
_QUESTIONS = ("that", "whether", "if", "when", "why", "how", "where", "who", "what")
_CLAUSES = ("ccomp", "csubj", "csubj:pass")


def reported(text: str, number: int, grammar: Grammar, cues: Cues, quoted: frozenset[int]) -> Iterator[Saying]:
    """Yield what the sentence's cue words put on somebody's word; `quoted` are its words between marks."""
    for token in grammar.tokens:
        if token.upos not in POS:
            continue
        frames = cues.of(token, particle_of(grammar, token.index)) if cues.may_begin(token) else {}
        if (relayed := _relayed(text, number, grammar, token, cues, quoted)) is not None:
            yield relayed
            continue
        for cue, said in _contents(grammar, token, frames) if frames else ():
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
            if token.index in quoted and source and _told_by_another(grammar, token, cue, head):
                least = 0.0  # between quotation marks the attribution head sees only who speaks them
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
    if claim or (passive(grammar, token.index) and cue.frame in ("as", "through")):
        return 0.0
    return WEAK if cue.frame in WEAK_FRAMES and token.upos != "NOUN" else USUAL


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


def source_of(grammar: Grammar, token: Token) -> int | None:
    """Return the head of the words that name whose word a cue puts something on, or None where none do."""
    word = token.index
    if token.upos == "NOUN":
        owner = grammar.child(word, "nmod:poss")
        if owner is not None:
            return owner.index
        if (before := _owner_before(grammar, word)) is not None:
            return before
        if (speaker := _compounded(grammar, word)) is not None:
            return speaker
        by = next(
            (c for c in grammar.children[word] if c.deprel == "nmod" and grammar.case(c.index) in ("by", "from")), None
        )
        if by is not None:
            return by.index
        if (of := _claimed_by(grammar, word)) is not None:
            return of
        # "Rwanda denied reports that": who rejects, hears or investigates a claim does not make it.
        carrier = grammar.tokens[token.head] if token.head >= 0 and token.deprel == "obj" else None
        carries = carrier is not None and carrier.lemma.lower() in load_carriers()
        return _person(grammar, grammar.surface_subject(carrier.index)) if carrier and carries else None
    if passive(grammar, word):
        agents = [c.index for c in grammar.children[word] if c.deprel == "obl:agent" or _is_agent(grammar, c)]
        return agents[0] if agents else None
    above = speaks_above(grammar, token)
    return _person(grammar, grammar.surface_subject(word if above is None else above))


def _is_agent(grammar: Grammar, token: Token) -> bool:
    """Return whether a phrase with "by" under a passive verb, which the parser has no agent, is one nevertheless."""
    return token.deprel == "obl" and token.upos in ("NOUN", "PROPN", "PRON") and grammar.case(token.index) == "by"


def _claimed_by(grammar: Grammar, noun: int) -> int | None:
    """Return who a claim is said to be of: "the claims of either side", but no "reports of soldiers in the town"."""
    for child in grammar.children[noun]:
        if child.deprel != "nmod" or grammar.case(child.index) != "of" or grammar.child(child.index, "nmod", "acl"):
            continue
        sure = grammar.child(child.index, "det")
        definite = child.upos == "PROPN" or (sure is not None and sure.lemma.lower() in ("the", "either", "both"))
        if definite and source_kind(grammar, child.index) in ("named", "organization", "anonymous"):
            # "the criticism of the minister" is of what he does: such nouns have no clause of their own.
            clausal = load_cues().of(grammar.tokens[noun])
            return child.index if "clause" in clausal and can_speak(grammar, child.index) else None
    return None


def _owner_before(grammar: Grammar, word: int) -> int | None:
    """Return the word before the "'s" that a noun and its modifiers follow, where the tree does not join them."""
    place = word - 1
    while (
        place > 0 and grammar.tokens[place].upos in ("ADJ", "NOUN") and grammar.tokens[place].head in (word, place + 1)
    ):
        place -= 1
    possessive = (
        place > 0 and grammar.tokens[place].text in ("'s", "’s", "'", "’") and grammar.tokens[place].upos == "PART"
    )
    return place - 1 if possessive else None


def _compounded(grammar: Grammar, word: int) -> int | None:
    """Return the word right before a noun that names whose word it is: "[rebel] claims that", "[police] reports"."""
    before = grammar.tokens[word - 1] if word else None
    if before is None or before.head != word or before.deprel not in ("compound", "amod", "nmod:desc", "nmod"):
        return None
    return before.index if listed_kind(before) in ("anonymous", "organization", "outlet") else None


def _person(grammar: Grammar, word: int | None) -> int | None:
    """Return the word unless it is a subject that stands for nobody ("it is said", "there are fears")."""
    if word is None:
        return None
    token = grammar.tokens[word]
    if token.deprel == "expl" or token.lemma.lower() == "there" or token.upos in ("VERB", "AUX"):
        return None
    # "Early opponent MP Tanya Davies said": where the parser sees two subjects side by side, the name is who speaks.
    named = grammar.child(token.head, "nsubj") if token.deprel == "nsubj:outer" else None
    beside_it = named is not None and named.upos == "PROPN" and grammar.subtree(named.index)[0] == word + 1
    return named.index if named is not None and beside_it else word


def _contents(grammar: Grammar, token: Token, frames: Mapping[str, Cue]) -> Iterator[tuple[Cue, list[int]]]:
    """Yield the frame that holds at the cue, with the words of its content; the clause comes before all others."""
    for frame, cue in sorted(frames.items(), key=lambda item: item[0] != "clause"):
        if frame == "clause" and token.upos != "ADV":
            content = _noun_clause(grammar, token) if token.upos == "NOUN" else clause(grammar, token)
        elif frame == "to":
            content = _infinitive(grammar, token, cue)
        elif frame == "object":
            content = [] if _names_its_source(grammar, token) else _object(grammar, token, cue)
        elif frame in ("as", "pair"):
            content = _second_object(grammar, token, "to" if frame == "pair" else "as")
        elif token.upos in ("ADV", "ADP"):
            continue
        else:
            content = _oblique(grammar, token, frame)
        if content:
            yield cue, content
            return


def _names_its_source(grammar: Grammar, token: Token) -> bool:
    """Return whether what is cited says itself what is said: "the agency reported, citing two officials"."""
    cited = grammar.child(token.index, "obj")
    return token.lemma in CITES and cited is not None and can_speak(grammar, cited.index)


def clause(grammar: Grammar, token: Token) -> list[int]:
    """Return the words of the clause said: below the cue, or above it ("The plan, he said, is dead")."""
    if (around := inserted(grammar, token)) is not None and (split := split_clause(grammar, token, around)):
        return split
    children = grammar.children[token.index]
    clauses = [c.index for c in children if c.deprel in _CLAUSES or _is_that_clause(grammar, token, c)]
    # "Asked about the raid, the general said he knew nothing": what opens the sentence is not what he said.
    clauses = [each for each in clauses if not (each < token.index and bare(grammar, each))]
    # "Said it would, while the other minister urged restraint": what another says beside it is not said.
    clauses = [each for each in clauses if each < token.index or not set_against(grammar, each)] or stated(
        grammar, token
    )
    if clauses:
        words = [word for each in clauses for word in grammar.subtree(each)]
        said = without_listener(grammar, token, _beyond(token.index, clauses[0], words))
        said = without_next_saying(grammar, token, without_time(grammar, token, clauses[0], said))
        return without_others(grammar, said)
    own = set(grammar.subtree(token.index))
    if token.head >= 0 and _is_aside(grammar, token):
        return [i for i in grammar.subtree(token.head) if i not in own]
    beside = [c for c in children if c.deprel == "parataxis" and c.index > token.index]
    colon = {i.text for i in grammar.tokens[token.index + 1 : beside[0].index]} if beside else set()
    if beside and (":" in colon or (token.upos == "VERB" and not grammar.child(token.index, "obj"))):
        return grammar.subtree(beside[0].index)
    return []


def _beyond(cue: int, head: int, words: list[int]) -> list[int]:
    """Return the words on the head's side of the cue, and all between them: a clause said is not broken up.

    (Trees of crossing arcs are mostly the parser's slips.)
    """
    side = [i for i in words if i != cue and (i > cue) == (head > cue)]
    return list(range(min(side), max(side) + 1))


def _is_that_clause(grammar: Grammar, token: Token, child: Token) -> bool:
    """Return whether a clause that the parser took for some other kind is what is said: it begins with "that"."""
    mark = grammar.child(child.index, "mark") or grammar.tokens[grammar.subtree(child.index)[0]]
    cue = load_cues().of(token).get("clause")
    opening = _QUESTIONS if cue is not None and cue.stance == "asks" else ("that", "whether")
    return child.deprel in ("advcl", "xcomp") and mark.index > token.index and mark.lemma.lower() in opening


def _is_aside(grammar: Grammar, token: Token) -> bool:
    """Return whether the cue's clause is put into or after what was said, not said itself."""
    if token.deprel == "parataxis":
        return bool(grammar.child(token.index, "nsubj", "nsubj:pass")) and token.index > token.head - 40
    mark = grammar.child(token.index, "mark")
    return token.deprel == "advcl" and mark is not None and mark.lemma.lower() == "as"


def _noun_clause(grammar: Grammar, token: Token) -> list[int]:
    above = grammar.tokens[token.head] if token.head >= 0 and in_document(grammar, token) else None
    if above is not None and "clause" in load_cues().of(above) and stated(grammar, above):
        return []  # "said in a statement that": whoever says so, by the verb
    owner = _claimed_by(grammar, token.index)
    # "The claims of the opposition that": the parser often hangs the clause on who makes the claim.
    for child in [*grammar.children[token.index], *(grammar.children[owner] if owner is not None else ())]:
        mark = grammar.child(child.index, "mark")
        if (
            child.deprel in ("acl", "acl:relcl", "ccomp")
            and mark is not None
            and mark.lemma.lower() in ("that", "whether", "if")
        ):
            return grammar.subtree(child.index)
    return []


def _infinitive(grammar: Grammar, token: Token, cue: Cue) -> list[int]:
    """Return "to fight" of "vowed to fight"; with its subject where somebody is said to do it ("expects him to go")."""
    children = grammar.children[token.index]
    wanted = ("acl",) if token.upos == "NOUN" else ("xcomp", "advcl")
    for child in children:
        marks = [m for m in grammar.children[child.index] if m.deprel == "mark"]
        mark = next((m for m in marks if m.lemma.lower() == "to"), marks[0] if marks else None)
        if child.deprel not in wanted or child.index < token.index:
            continue
        if child.deprel != "xcomp" and (mark is None or mark.lemma.lower() != "to"):
            continue
        if child.deprel == "advcl" and cue.stance != "demands" and mark and mark.index != token.index + 1:
            continue
        words = grammar.subtree(child.index)
        if (called := called_on(grammar, token.index)) is not None:
            words = [word for word in words if word > called]
        held = grammar.child(token.index, "obj")
        if held is not None and held.index > token.index and cue.stance in ("believes", "predicts", "asserts"):
            words = sorted((*grammar.subtree(held.index), *words))
        return words
    return []


def _object(grammar: Grammar, token: Token, cue: Cue) -> list[int]:
    if token.upos != "VERB":
        return []
    before = passive(grammar, token.index)
    held = grammar.child(token.index, "nsubj:pass" if before else "obj")
    if held is None or (held.upos == "PRON" and not _takes_up(held, cue)) or (held.index < token.index) != before:
        return []
    return [i for i in grammar.subtree(held.index) if (i < token.index) == before]


def _takes_up(held: Token, cue: Cue) -> bool:
    """Return whether a pronoun stands for what was said before: "denied it"."""
    return cue.stance == "denies" and held.lemma.lower() in ("it", "this", "that")


def _second_object(grammar: Grammar, token: Token, preposition: str) -> list[int]:
    """Return what something is called, seen as or linked to, with that something where both stand after the cue."""
    if passive(grammar, token.index) and source_of(grammar, token) is None:
        participle = token.deprel == "acl" and not grammar.child(token.index, "aux:pass", "aux")
        if preposition == "to" or participle:
            return []  # "which is linked to the state", "a stream called Long Run": nobody says so
    after = [child for child in grammar.children[token.index] if child.index > token.index]
    held = next((c for c in after if c.deprel == "obj"), None)
    for child in after:
        marks = [
            m.index for m in grammar.children[child.index] if m.text.lower() == preposition and m.index < child.index
        ]
        told_to = any(m.deprel == "mark" and m.lemma.lower() == "to" for m in grammar.children[child.index])
        second = preposition == "as" and not told_to and child.deprel in ("xcomp", "iobj", "obj")
        if child is held or not (second or (marks and child.deprel in (*_OBLIQUE, "ccomp", "obj"))):
            continue
        words = grammar.subtree(child.index)
        if held is not None and not passive(grammar, token.index):
            return sorted((*grammar.subtree(held.index), *words))
        return list(range(marks[0] + 1, words[-1] + 1)) if marks else words
    return []


def _oblique(grammar: Grammar, token: Token, frame: str) -> list[int]:
    """Return what follows the preposition; it may hang on the object too ("accused the party of fraud")."""
    below = [c for c in grammar.children[token.index] if c.index > token.index]
    below += [c for held in below if held.deprel == "obj" for c in grammar.children[held.index] if c.index > held.index]
    for child in below:
        marks = [
            c.index
            for c in grammar.children[child.index]
            if c.deprel in ("case", "mark") and c.text.lower() == frame and c.index < child.index
        ]
        if is_day(child):
            continue  # "called a strike for May 20"
        owner = frame == "of" and token.upos == "NOUN" and _claimed_by(grammar, token.index) == child.index
        if marks and not owner and child.deprel in (*_OBLIQUE, "obj", "acl"):
            return list(range(marks[0] + 1, grammar.subtree(child.index)[-1] + 1))
    return []
