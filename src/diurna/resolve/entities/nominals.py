"""Nominals to referents: "the SP chief", "the court", "the two leaders", "the gunmen"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from diurna.records import EntityType, Token
from diurna.resolve.countries import country_of_demonym
from diurna.resolve.entities.called import NOT_HOLDING, by_name, may_be_called, modifier_of, of_owners_office
from diurna.resolve.entities.described import of_sentence_before
from diurna.resolve.entities.elsewhere import is_of_elsewhere
from diurna.resolve.entities.found import title_before
from diurna.resolve.entities.nominal import Nominal
from diurna.resolve.entities.phrases import noun_phrase
from diurna.resolve.entities.referents import Office, Referent
from diurna.resolve.entities.roles import past_titles
from diurna.resolve.entities.scene import REMEMBERED, Scene
from diurna.resolve.entities.tables import Gender, NounType, noun_of, noun_types, titles
from diurna.resolve.entities.trades import by_trade
from diurna.resolve.who.nouns import noun_called

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4, "5": 5}
PAIRS = {"pair": 2, "duo": 2, "trio": 3}
# Phrases that only count: "both", "the two", "the pair".
COUNTING = frozenset({*NUMBERS, *PAIRS})
_SIDES = frozenset({"side", "party", "camp", "faction"})
_OPPOSED = frozenset({"warring", "warr", "rival", "opposing", "oppose"})
# A noun inside these relations is part of another phrase.
INNER = frozenset({"compound", "flat", "fixed", "goeswith", "nmod:desc", "compound:prt", "amod", "obl:unmarked"})
ACTING = frozenset({"acting", "interim"})
# An office with one of these words is another office than the one without it.
LESSER = frozenset({"vice", "deputy", "lieutenant", "assistant", "under", "shadow"})

UNKNOWN = NounType(None, False, None, None, False)


def is_nominal(scene: Scene, number: int, token: Token) -> bool:
    """Return whether a word heads a nominal that is no name, title or part of another phrase."""
    noun = token.upos in ("NOUN", "PROPN")
    if not (noun or token.upos == "NUM" or token.text.casefold() == "both"):
        return False  # as most words are
    if token.index in scene.named[number] or token.deprel in INNER:
        return False
    if token.upos == "NUM":
        below = scene.page.below[number][token.index]
        tokens = scene.page.sentences[number].tokens
        return token.text.casefold() in NUMBERS and any(tokens[one].text.casefold() == "the" for one in below)
    if token.text.casefold() == "both":
        return token.deprel not in ("det", "det:predet", "cc:preconj", "advmod")
    return noun and (token.text.isalpha() or any(c.isalpha() for c in token.text))


def nominal_at(scene: Scene, number: int, head: int) -> Nominal:
    """Return the nominal that word `head` of a sentence heads."""
    page = scene.page
    sentence = page.sentences[number]
    tokens, below = sentence.tokens, page.below[number]
    first, last = noun_phrase(sentence, head, below)
    noun, subject = _noun(scene, number, head)
    kind = noun_types().get(noun) or (_agent_kind(noun) if tokens[subject].upos == "NOUN" else UNKNOWN)
    title = title_before(sentence, head + 1)
    if title is not None and kind.type is None and titles()[title[1]].kind in ("office", "post"):
        kind = NounType("person", False, None, titles()[title[1]].gender, False)
    named, owners = scene.named[number], []
    determiners: set[str] = set()
    modifiers: set[str] = set()
    number_word = None
    for child in below[head]:
        match tokens[child].deprel:
            case "det" | "det:predet":
                determiners.add(tokens[child].text.casefold())
            case "nmod:poss":
                owners.append(child)
            case "nummod" if number_word is None:
                number_word = tokens[child].text.casefold()
            case "amod" | "compound" if child < head and child not in named and tokens[child].text != "based":
                modifiers.add(modifier_of(tokens[child]))
    seat = next(
        (i for i in range(first, head) if tokens[i].text == "based"), first
    )  # "the Oslo-based group" is not Oslo's
    names = [named[i] for i in range(seat, last + 1) if i in named and i != head]
    names += [one for owner in owners for one in scene.heads[number].get(owner, ())]
    names += _of_names(scene, number, head)
    if tokens[head].upos == "NUM" or noun == "both" or "both" in determiners:
        number_word = "two" if "both" in determiners or noun == "both" else noun
    demonym = next((code for one in tokens[first:head] if (code := country_of_demonym(one.text))), None)
    if noun in PAIRS and subject == head:  # "the pair", and not "the pair of shoes"
        number_word = next(word for word, count in NUMBERS.items() if count == PAIRS[noun])
    plural = tokens[subject].feats.get("Number") in ("Plur", "Ptan") or kind.plural or number_word in NUMBERS
    return Nominal(
        page.found(number, first, last, head, "nominal"),
        noun,
        kind,
        title[1] if title else None,
        frozenset(modifiers),
        tuple(dict.fromkeys(names)),
        demonym,
        (bool(determiners & DEFINITE) or bool(owners) or tokens[head].upos == "NUM" or noun == "both")
        and subject == head,
        bool(owners),
        plural and number_word not in ("one", "1"),
        number_word,
        not determiners,
    )


@lru_cache(1 << 12)
def _agent_kind(noun: str) -> NounType:
    """Return what a noun of agents.csv names that nominal_types.csv has not: "hoodlum", "cartel"."""
    agent = noun_called((noun,))
    if agent is None or agent.role:
        return UNKNOWN
    return NounType("group" if agent.group else "person", False, None, None, False)


def nominal_referents(scene: Scene, nominal: Nominal) -> tuple[Referent, ...]:
    """Return who or what a nominal stands for: an earlier referent where one answers it, else a new one."""
    same = _listed(scene, nominal) or _described(scene, nominal) or _by_its_name(scene, nominal)
    if same:
        if len(same) == 1 and same[0].type == "person":  # "her son Matan" is no "she"
            same[0].gender = same[0].gender or nominal.kind.gender
            same[0].owner = same[0].owner or nominal.owner
        return same
    if nominal.definite and not nominal.plural:
        named = _by_office(scene, nominal) if nominal.kind.type in ("person", None) and nominal.title else None
        # "The city" is a named one before it is a city told of without a name.
        first, second = (by_name, _by_noun) if nominal.kind.type == "place" else (_by_noun, by_name)
        named = named or of_owners_office(nominal)
        earlier = named or first(scene, nominal) or second(scene, nominal) or by_trade(scene, nominal)
        earlier = earlier or (of_sentence_before(scene, nominal) if nominal.kind.type == "person" else None)
    elif nominal.definite or nominal.bare:
        earlier = _by_noun(scene, nominal) or (by_name(scene, nominal) if nominal.definite else None)
        if earlier is None and scene.sides and _is_of_sides(nominal):
            return scene.sides
        if earlier is None and nominal.definite and not nominal.possessed:
            together = _together(scene, nominal)
            if together:
                return together
    else:
        earlier = None
    return (earlier or _new(scene, nominal),)


def _is_of_sides(nominal: Nominal) -> bool:
    """Return whether a phrase means the two who fight or negotiate: "both sides", "the warring parties"."""
    counted = nominal.number in ("both", "two") or bool(nominal.modifiers & _OPPOSED)
    return nominal.definite and not nominal.of and (nominal.noun == "side" or (counted and nominal.noun in _SIDES))


def _noun(scene: Scene, number: int, head: int) -> tuple[str, int]:
    """Return the noun that says what a phrase names, and where: "protesters" of "hundreds of protesters"."""
    tokens, below = scene.page.sentences[number].tokens, scene.page.below[number]
    noun = noun_of(tokens[head])
    if noun in noun_types() and noun_types()[noun].quantity:
        for child in below[head]:
            cases = [tokens[one].lemma for one in below[child] if tokens[one].deprel == "case"]
            if tokens[child].deprel == "nmod" and cases == ["of"] and tokens[child].upos == "NOUN":
                return noun_of(tokens[child]), child
    return noun, head


def _of_names(scene: Scene, number: int, head: int) -> list[Referent]:
    """Return the names in "of" and "for" phrases after a head: France in "the president of France"."""
    tokens, below = scene.page.sentences[number].tokens, scene.page.below[number]
    return [
        scene.named[number][child]
        for child in below[head]
        if tokens[child].deprel == "nmod"
        and child in scene.named[number]
        and any(tokens[one].lemma in ("of", "for") for one in below[child])
    ]


def _described(scene: Scene, nominal: Nominal) -> tuple[Referent, ...]:
    """Return what an apposition or predicate is said of, where the types agree."""
    number, head = nominal.found.sentence, nominal.found.head
    tokens, below = scene.page.sentences[number].tokens, scene.page.below[number][nominal.found.head]
    token = tokens[head]
    others: list[tuple[Referent, ...]] = []
    copula = any(tokens[one].deprel == "cop" for one in below)
    predicate = copula and not any(tokens[one].lemma in ("not", "no") for one in below)
    if token.deprel == "appos":
        others.append(scene.heads[number].get(token.head, ()))
    for child in below:
        relation = tokens[child].deprel
        named = scene.named[number].get(past_titles(tokens, child, scene.named[number]))
        if relation in ("appos", "flat", "nmod:desc") and named is not None:
            others.append((named,))
        if relation == "nsubj" and child < head and predicate:
            others.append(scene.heads[number].get(child, ()))
    for other in others:
        if len(other) == 1 and other[0].type == nominal.kind.type is not None and other[0].plural == nominal.plural:
            return other
    return ()


def _listed(scene: Scene, nominal: Nominal) -> tuple[Referent, ...]:
    """Return the persons whose names behind a comma are as many as the phrase counts: "two editors, Lee and Cruz".

    "The two editors" are then the same.
    """
    number, head = nominal.found.sentence, nominal.found.head
    count, named = NUMBERS.get(nominal.number or "", 0), scene.named[number]
    if not count or nominal.kind.type not in ("person", None):
        return ()
    tokens, below = scene.page.sentences[number].tokens, scene.page.below[number]
    first = next((one for one in below[head] if one > head and tokens[one].deprel == "appos" and one in named), None)
    if first is None:
        return scene.listed.get((nominal.noun, count), ()) if nominal.definite else ()
    joined = [one for top in (head, first) for one in below[top] if one > first and tokens[one].deprel == "conj"]
    people = tuple(dict.fromkeys(named[one] for one in (first, *sorted(joined)) if one in named))
    if len(people) != count or any(one.type != "person" for one in people):
        return ()
    scene.listed[nominal.noun, count] = people
    return people


def _by_its_name(scene: Scene, nominal: Nominal) -> tuple[Referent, ...]:
    """Return the place in "the city of Aleppo" and the group in "Houthi rebels"."""
    if nominal.kind.answers == "bearer":
        groups = [one for one in nominal.of if one.type in ("group", "organization") and not nominal.possessed]
        if len(groups) == 1:
            scene.by_noun[nominal.noun].append(groups[0])
            return (groups[0],)
    if nominal.kind.type == "place" and not nominal.plural:
        places = _of_names(scene, nominal.found.sentence, nominal.found.head)
        if len(places) == 1 and places[0].type == "place":
            return (places[0],)
    return ()


def _joined(scene: Scene, nominal: Nominal) -> tuple[Referent, ...]:
    """Return the persons whose names follow a plural title at once: "senators Lee and Cruz"."""
    number, head = nominal.found.sentence, nominal.found.head
    tokens, below, named = scene.page.sentences[number].tokens, scene.page.below[number], scene.named[number]
    first = next((one for one in below[head] if one > head and one in named), None)
    if first is None or any(token.upos == "PUNCT" for token in tokens[head:first]):
        return ()
    return tuple(named[one] for one in (first, *below[first]) if one in named and named[one].type == "person")


def _by_office(scene: Scene, nominal: Nominal) -> Referent | None:
    """Return who holds the office a nominal names: the same title before a longer one, then the latest."""
    assert nominal.title is not None
    title = titles()[nominal.title]
    best: tuple[tuple[bool, bool, bool, int], Referent] | None = None
    wanted = set(title.means) | {word for word in nominal.modifiers if word in LESSER | NOT_HOLDING | ACTING}
    for referent in scene.holders(title.means[-1]):
        for office in referent.offices:
            if not _fits_office(nominal, wanted, office):
                continue
            if office.of is None and is_of_elsewhere(scene, nominal, referent):
                continue
            same_body = office.of is not None and office.of in nominal.of
            key = (
                office.means == title.means,
                same_body,
                not office.words & NOT_HOLDING - wanted,
                scene.order[referent],
            )
            if best is None or key > best[0]:
                best = key, referent
    return best[1] if best else None


def _fits_office(nominal: Nominal, wanted: set[str], office: Office) -> bool:
    if not wanted <= office.words or office.words & LESSER - wanted:
        return False
    places = [one for one in nominal.of if one.type != "person"]
    if nominal.possessed and office.of is None and any(one.type == "organization" and one.named for one in places):
        return False  # "Its president" is the union's, "President Ann Lee" the country's
    if office.of is None or not (places or nominal.demonym):
        return True
    return office.of in places or (office.of.country is not None and office.of.country == nominal.demonym)


def _by_noun(scene: Scene, nominal: Nominal) -> Referent | None:
    """Return the latest referent of the same noun with compatible modifiers and number."""
    marks = _marks(nominal)
    for referent in reversed(scene.by_noun[nominal.noun][-REMEMBERED:]):
        if referent.plural != nominal.plural and not referent.named:
            continue
        if referent.number and nominal.number and referent.number != nominal.number:
            continue
        owned, owned_before = _owned(marks), _owned(referent.modifiers)
        if owned and owned != owned_before:
            continue
        said, said_before = marks - owned, referent.modifiers - owned_before
        if owned_before and not owned and said - said_before:
            continue  # "the ruling party" is not "his party"
        if nominal.title and said.intersection(nominal.title[:-1]) - said_before:
            continue  # "the prime minister" is not "a minister"
        if nominal.definite and (said <= said_before or said_before <= said):
            return referent
        if not nominal.definite and said == said_before and owned == owned_before and referent.number == nominal.number:
            return referent
    return None


def _marks(nominal: Nominal) -> frozenset[str]:
    """Return the modifiers of a nominal, names among them by their words after "@"."""
    owners = {f"@{' '.join(one.words) or one.noun}" for one in nominal.of}
    return nominal.modifiers | (owners or ({"@somebody"} if nominal.possessed else set()))


def _owned(modifiers: frozenset[str]) -> frozenset[str]:
    return frozenset(one for one in modifiers if one.startswith("@"))


def _together(scene: Scene, nominal: Nominal) -> tuple[Referent, ...]:
    """Return the persons, states or bodies that "the two leaders" or "both countries" sums up, if enough are
    near.
    """
    count = NUMBERS.get(nominal.number or "")
    if count is None:
        return ()
    if counted := _counted(scene, nominal, count):
        return counted
    gender: Gender | None = nominal.kind.gender
    kind: EntityType | None = nominal.kind.type
    fitting: dict[Referent, None] = {}
    for _, candidate in sorted(scene.candidates(), key=lambda one: (one[0], -one[1].at.span.start)):
        for referent in candidate.referents:
            if referent.plural or not referent.named:
                continue
            person = referent.type == "person" and (gender is None or referent.gender in (None, gender))
            land = bool(referent.country) and nominal.kind.answers == "country"
            fits = land if kind == "place" else may_be_called(referent, nominal.noun)
            other = kind is not None and referent.type == kind and fits
            if person if kind == "person" or nominal.noun in COUNTING else other:
                fitting[referent] = None
    found: Sequence[Referent] = list(fitting)[:count]
    return tuple(sorted(found, key=lambda one: scene.order[one])) if len(found) == count else ()


def _counted(scene: Scene, nominal: Nominal, count: int) -> tuple[Referent, ...]:
    """Return the people counted before by "the two": "two policemen", "Lee and Cruz", whichever was spoken of last."""
    # "Both on form and content", misread as a phrase of its own, counts nothing.
    if nominal.noun not in COUNTING or (nominal.noun == "both" and not scene.page.prominence(nominal.found)):
        return ()
    passed: dict[int, set[Referent]] = defaultdict(set)
    for back, candidate in sorted(scene.candidates(), key=lambda one: (one[0], -one[1].at.span.start)):
        if any(len(those) >= count for nearer, those in passed.items() if nearer < back):
            return ()
        passed[back].update(one for one in candidate.referents if one.named and one.type == "person" and not one.plural)
        first = candidate.referents[0]
        alike = len(candidate.referents) == 1 and first.plural and NUMBERS.get(first.number or "") == count
        listed = len(candidate.referents) == count and not any(one.plural for one in candidate.referents)
        if (alike or listed) and all(one.type == "person" for one in candidate.referents):
            return candidate.referents
    return ()


def _new(scene: Scene, nominal: Nominal) -> Referent:
    referent = Referent(
        nominal.kind.type,
        gender=nominal.kind.gender,
        plural=nominal.plural,
        noun=nominal.noun,
        modifiers=_marks(nominal),
        number=nominal.number,
        owner=nominal.owner,
        definite=nominal.definite or (nominal.bare and nominal.plural),
    )
    scene.by_noun[nominal.noun].append(referent)
    return referent
