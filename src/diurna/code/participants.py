"""Who takes part in an event: noun phrases that the head, the lexicon, or both give a role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from diurna.code.alongside import alongside
from diurna.code.bystanders import bystanders
from diurna.code.grammar import Grammar
from diurna.code.hearers import hearers
from diurna.code.makers import makers
from diurna.code.match import Match
from diurna.code.members import named_of
from diurna.code.own_clause import alone, beside_its_own, head_above, may_take_part, of_the_clause, words_of
from diurna.code.paired import parties
from diurna.code.phrases import is_nominal, is_somebody, phrase
from diurna.code.status import COMING
from diurna.code.weights import Limits
from diurna.records import Participant, Span, TriggerReading

# Relations by which a noun says more of the noun above it; "conj" joins equals and only leads on.
_UNDER = frozenset(("appos", "nmod", "nmod:poss", "nmod:desc", "nmod:unmarked", "compound", "flat", "conj"))
_HIGHEST = 6
LEAST = 0.03
HALF = 0.2  # probability from which a noun counts that is coordinated with a participant
_SPEAKERS = frozenset(("i", "we", "me", "us"))


def actors_and_recipients(
    grammar: Grammar,
    trigger: range,
    reading: TriggerReading | None,
    match: Match | None,
    limits: Limits,
    text: str,
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Return the actors and the recipients of the event at the words `trigger`, each in text order.

    A noun phrase is taken where the head's probability for its words is over `limits.participant`, or over
    `limits.supported` where the lexicon names it in the same role; without a reading the lexicon decides alone. A role
    that nobody has goes to the likeliest where the tree gives a reason (own_clause.py).
    """
    found = []
    heads_of = {role: _heads_of(grammar, trigger, reading, match, role, limits) for role in ("actor", "recipient")}
    if reading is not None:
        _one_role_each(heads_of, reading, match)
        heads_of["recipient"] = heads_of["recipient"] or hearers(grammar, trigger) - heads_of["actor"]
        for role, other in (("actor", "recipient"), ("recipient", "actor")):
            likely = reading.actor if role == "actor" else reading.recipient
            heads_of[role] = heads_of[role] or alone(grammar, trigger, reading, role) - heads_of[other]
            heads_of[role] = heads_of[role] or _whose(grammar, trigger, match, likely, role) - heads_of[other]
    named = set() if match is None else set(match.recipients)
    heads_of["recipient"] -= _only_where(grammar, trigger, heads_of["recipient"] - named)
    heads_of["actor"] -= {word for here in trigger for word in grammar.suffering(here)}
    if doing := _doing(grammar, trigger):
        heads_of = {"actor": doing, "recipient": set()}
    for role, other in (("actor", "recipient"), ("recipient", "actor")):
        heads = {maker for head in heads_of[role] for maker in makers(grammar, head, trigger)}
        heads_of[role] = heads - (heads_of[other] - heads_of[role])
        heads_of[role] |= {word for head in heads_of[role] for word in alongside(grammar, head)} - heads_of[other]
    _not_what_is_moved(grammar, trigger, heads_of, reading, match)
    _of_one_role(grammar, heads_of)
    for heads in heads_of.values():
        more = (_beside, named_of, _named_besides)
        whole = {*heads, *(word for head in heads for others in more for word in others(grammar, head))}
        spans = sorted({_span(grammar, head, trigger) for head in whole if _may(grammar, head, trigger)})
        each = (
            part
            for first, last in _run_together(grammar, _outermost(spans))
            for part in parties(grammar, first, last, trigger)
        )
        found.append(tuple(_participant(grammar, first, last, text) for first, last in each))
    actors, recipients = found
    # Whoever acts is not acted upon in the same breath: the members of "traded fire", the land in a minister's title.
    return actors, tuple(one for one in recipients if not any(actor.span.holds(one.span) for actor in actors))


def _may(grammar: Grammar, head: int, trigger: range) -> bool:
    return may_take_part(grammar, head, trigger) and is_somebody(grammar, head)


def _doing(grammar: Grammar, trigger: range) -> set[int]:
    """Return the noun whose present participle the trigger is: "fired on [striking] workers" has them strike."""
    token = grammar.tokens[trigger.start]
    participle = token.upos in ("VERB", "ADJ") and token.deprel == "amod" and token.text.lower().endswith("ing")
    behind = participle and token.head > token.index and is_nominal(grammar, token.head)
    return {token.head} if behind and len(trigger) == 1 else set()


def _not_what_is_moved(
    grammar: Grammar,
    trigger: range,
    heads_of: dict[str, set[int]],
    reading: TriggerReading | None,
    match: Match | None,
) -> None:
    """Leave out the troops that somebody moves, against whom nothing is done; where nobody moves them, they act."""
    types = reading.types if reading is not None else {}
    kind = match.entry.type if match is not None else max(types, key=types.__getitem__, default="")
    if kind != "MOBILIZE" and (kind != "RETREAT" or match is None):
        return
    moved = {head for word in trigger for head in grammar.slot(word, "obj")} & heads_of["recipient"]
    moved -= set(match.recipients) if match is not None else set()
    heads_of["recipient"] -= moved
    heads_of["actor"] = heads_of["actor"] or moved


def _of_one_role(grammar: Grammar, heads_of: dict[str, set[int]]) -> None:
    """Give those who are joined to the first of a coordination the first one's role: "talks with miners and monks"."""
    for role, other in (("actor", "recipient"), ("recipient", "actor")):
        joined = {word for head in heads_of[role] for word in grammar.conjuncts(head) if word != head}
        moved = joined & heads_of[other] - heads_of[role]
        heads_of[other] -= moved
        heads_of[role] |= moved


def _heads_of(
    grammar: Grammar, trigger: range, reading: TriggerReading | None, match: Match | None, role: str, limits: Limits
) -> set[int]:
    of = {"actor": (), "recipient": ()} if match is None else {"actor": match.actors, "recipient": match.recipients}
    named = set(of[role])
    if reading is None:  # "called on the king on Friday": a day is nobody
        people = {head for head in named if is_nominal(grammar, head)}  # "extradite him to face trial"
        return {head for head in people if grammar.tokens[head].lemma.lower() not in COMING}
    likely = reading.actor if role == "actor" else reading.recipient
    heads = _heads(grammar, trigger, likely, named, limits)
    heads -= bystanders(grammar, trigger) if role == "actor" else set()
    if not heads and match is not None and match.entry.sure:
        return {head for head in named if is_nominal(grammar, head)}
    if not heads:  # "I thank him": the head was trained on few speakers
        return {head for head in named if grammar.tokens[head].text.lower() in _SPEAKERS}
    kept = of_the_clause(grammar, trigger, heads, likely, role, named, set(of["recipient"]))
    kept = beside_its_own(grammar, trigger, kept, likely, named)
    return kept | _joined(grammar, kept, trigger, reading, role)


def _only_where(grammar: Grammar, trigger: range, heads: set[int]) -> set[int]:
    """Return the places that only say where: "a sit-in at Esplanade", "a march in Charminar"."""
    towns = {name.last for name in grammar.sentence.names if name.type == "place"}
    noun = grammar.tokens[trigger.stop - 1].upos in ("NOUN", "PROPN")
    return {head for head in heads & towns if noun and grammar.case(head) in ("at", "in", "near")}


def _whose(grammar: Grammar, trigger: range, match: Match | None, likely: Sequence[float], role: str) -> set[int]:
    """Return the possessive pronouns that an entry has in the role, though the head doubts them: "[your] offer"."""
    named = () if match is None else match.actors if role == "actor" else match.recipients
    tokens = grammar.tokens
    return {
        head
        for head in named
        if tokens[head].upos == "PRON" and tokens[head].deprel == "nmod:poss" and tokens[head].head in trigger
        if likely[head] > LEAST
    }


def _joined(grammar: Grammar, heads: set[int], trigger: range, reading: TriggerReading, role: str) -> set[int]:
    """Return the nouns coordinated with a participant that the head half believes: "women, adolescents and girls"."""
    mine, other = (reading.actor, reading.recipient) if role == "actor" else (reading.recipient, reading.actor)
    tops = {head if grammar.tokens[head].deprel != "conj" else grammar.tokens[head].head for head in heads}
    beside = {
        word for top in tops for word in grammar.conjuncts(top) if word not in trigger and is_nominal(grammar, word)
    }
    return {w for w in beside if max(mine[words_of(grammar, w)], default=0.0) > max(HALF, *other[words_of(grammar, w)])}


def _beside(grammar: Grammar, head: int) -> Iterator[int]:
    """Yield the names before a noun that another one is coordinated with: "French and Spanish magistrates" are two."""
    named = {word for name in grammar.sentence.names for word in range(name.first, name.last + 1)}
    for child in grammar.children[head]:
        if child.index < head and child.deprel in ("amod", "compound") and child.index in named:
            joined = [c.index for c in grammar.children[child.index] if c.deprel == "conj" and c.index < head]
            if any(word in named for word in joined):
                yield child.index


def _named_besides(grammar: Grammar, head: int) -> Iterator[int]:
    """Yield the names that are coordinated with the one that ends a phrase: "former senator Ana Reid and Tom Moyo"."""
    last = phrase(grammar, head)[1]
    if any(name.first > head and name.last == last and name.type == "person" for name in grammar.sentence.names):
        for word in range(head + 1, last + 1):
            names = (one for one in grammar.conjuncts(word) if one > last and grammar.tokens[one].upos == "PROPN")
            yield from names


def _one_role_each(heads_of: dict[str, set[int]], reading: TriggerReading, match: Match | None) -> None:
    """Leave a word that both roles claim to the one that a sure entry gives it, else to the likelier one."""
    sure = match if match is not None and match.entry.sure else None
    for head in heads_of["actor"] & heads_of["recipient"]:
        less = "recipient" if reading.actor[head] >= reading.recipient[head] else "actor"
        if sure is not None and (head in sure.actors) != (head in sure.recipients):
            less = "recipient" if head in sure.actors else "actor"
        heads_of[less].discard(head)


def _heads(grammar: Grammar, trigger: range, likely: Sequence[float], named: set[int], limits: Limits) -> set[int]:
    heads = {head_above(grammar, word, trigger, likely) for word, p in enumerate(likely) if p > limits.participant}
    heads |= {word for word in named if max(likely[words_of(grammar, word)], default=0.0) > limits.supported}
    # The entry knows which noun under a likely one is meant: whose residence was visited.
    heads -= {head for head in heads - named for word in named & heads if _under(grammar, word, head)}
    nominal = {head for head in heads if is_nominal(grammar, head) and may_take_part(grammar, head, trigger)}
    return {head for head in nominal if not _describes_another(grammar, head, nominal)}


def _under(grammar: Grammar, word: int, head: int) -> bool:
    return grammar.tokens[word].deprel == "nmod:poss" and grammar.tokens[word].head == head


def _describes_another(grammar: Grammar, head: int, heads: set[int]) -> bool:
    """Return whether a noun only says more of another participant: an apposition, or a phrase under it.

    "His counterpart, Viktor Orlov" is one participant, and so is "embassies in Rome and Bern"; two that are joined by
    "and" are two.
    """
    token, below = grammar.tokens[head], False
    for _ in range(_HIGHEST):
        if token.deprel not in _UNDER or token.head < 0:
            return False
        below = below or token.deprel != "conj"
        token = grammar.tokens[token.head]
        if token.index in heads and below:
            return True
    return False


def _span(grammar: Grammar, head: int, trigger: range) -> tuple[int, int]:
    first, last = phrase(grammar, head)
    if first in trigger or last in trigger or (first < trigger.start < last):
        return head, head
    return first, last


def _outermost(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]


def participant_of(grammar: Grammar, head: int, text: str) -> Participant:
    """Return the noun phrase of which a word is the head, as a participant."""
    return _participant(grammar, *phrase(grammar, head), text)


def _run_together(grammar: Grammar, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans with a description and the person's name right behind it as one: "Mayor of London Ana Reid"."""
    people = {name.first for name in grammar.sentence.names if name.type == "person"}
    joined: list[tuple[int, int]] = []
    for first, last in spans:
        if joined and joined[-1][1] + 1 == first and first in people and joined[-1][0] not in people:
            joined[-1] = (joined[-1][0], last)
        else:
            joined.append((first, last))
    return joined


def _participant(grammar: Grammar, first: int, last: int, text: str) -> Participant:
    tokens = grammar.tokens
    # A possessive's mark is no part of the name: "Khan" of "Khan’s".
    if last > first and tokens[last].text.lower() in ("'s", "’s", "'", "’"):
        last -= 1
    # "(PML-N) president Nawaz Sharif": what a bracket closes belongs to what was named before it.
    for place in range(first, last):
        if tokens[place].text == ")" and "(" not in (token.text for token in tokens[first:place]):
            first = place + 1
    return Participant(Span.of(text, tokens[first].start, tokens[last].end))
