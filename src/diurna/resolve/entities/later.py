"""Somebody told of without a name first and by it later: "a federal judge ruled" ... "Judge Gray Miller wrote"."""

from __future__ import annotations

from diurna.resolve.entities.found import SUBJECTS
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.scene import Scene

_UNNAMED = frozenset(("official", "source", "diplomat", "insider"))


def name_later(scene: Scene) -> None:
    """Bind each person who is introduced by a noun alone to the one person whose office has that noun later.

    Introduced is one person by "a" or "an", by a land ("China's ambassador"), or without a determiner in the first
    sentence (a headline). Where the page
    has another person of that office, or introduces two so, nothing is bound. Nor is who is called no more than "an
    official": papers call so whom they must not name.
    """
    unnamed: dict[str, list[Referent]] = {}
    named: dict[str, list[Referent]] = {}
    for one in scene.order:
        if one.named and one.type == "person":
            for noun in {office.means[-1] for office in one.offices}:
                named.setdefault(noun, []).append(one)
        elif one.type == "person" and one.mentions and one.noun and not one.plural and _introduced(scene, one):
            unnamed.setdefault(one.noun, []).append(one)
    for noun, introduced in unnamed.items():
        if noun in _UNNAMED:
            continue
        known = [one for one in named.get(noun, []) if not _of_another(one, introduced[0])]
        if len(introduced) == len(known) == 1 and _begin(introduced[0]) < _begin(known[0]):
            bind(scene, introduced[0], known[0])


def name_next(scene: Scene) -> None:
    """Bind who is told of by a noun to who is named with his age in the next sentence.

    "The mayor was shot dead. Ann Lee, 43, had asked for help." Where anybody else is named or told of in the first of
    the two, or the second says more of who he is than his age, or that he speaks, nothing is bound.
    """
    for number in range(1, len(scene.page.sentences)):
        before = {one for bound in scene.heads[number - 1].values() for one in bound if one.type == "person"}
        told = next(iter(before), None)
        if len(before) != 1 or told is None or told.named or told.plural or not _is_subject(scene, number - 1, told):
            continue
        for index, named in scene.named[number].items():
            free = named.type == "person" and not named.offices and named.gender in (None, told.gender or named.gender)
            if free and told.mentions and _by_age_alone(scene, number, index, named):
                bind(scene, told, named)
                break


def _is_subject(scene: Scene, number: int, one: Referent) -> bool:
    return any(m.sentence == number and scene.page.prominence(m) == 2 and m.kind == "nominal" for m in one.mentions)


def _by_age_alone(scene: Scene, number: int, index: int, named: Referent) -> bool:
    """Return whether a name is the page's first of somebody, a subject, with his age behind it and no more."""
    first, tokens = min(named.mentions, key=lambda mention: mention.span), scene.page.sentences[number].tokens
    behind = [token.text for token in tokens[first.last + 1 : first.last + 4]]
    top = scene.page.top(number, index)
    aged = len(behind) == 3 and behind[0] == behind[2] == "," and behind[1].isdecimal()
    more = any(t.head == index and t.deprel == "appos" and t.upos in ("NOUN", "PROPN") for t in tokens)
    alone = first.sentence == number and first.head == index and aged and not more
    said = any(t.head == top.head and t.deprel in ("ccomp", "parataxis") for t in tokens)  # not "asked for help"
    return alone and top.deprel in SUBJECTS and not (said and scene.page.says(number, top))


def _of_another(named: Referent, unnamed: Referent) -> bool:
    """Return whether two hold their offices of different lands: "Tokyo's ambassador, Ann Lee" is not China's."""
    bodies = {one.of for one in named.offices} | {named.owner}
    return unnamed.owner is not None and bool(bodies - {None, unnamed.owner})


def _introduced(scene: Scene, one: Referent) -> bool:
    first = min(one.mentions, key=lambda mention: mention.span)
    tokens = scene.page.sentences[first.sentence].tokens
    below = scene.page.below[first.sentence][first.head]
    determiners = [tokens[i].lemma.lower() for i in below if tokens[i].deprel in ("det", "nmod:poss", "nummod")]
    if one.owner is not None and one.owner.type == "place":
        return True
    return not one.definite and (determiners == ["a"] or (not determiners and first.sentence == 0))


def _begin(one: Referent) -> int:
    return min(mention.span.start for mention in one.mentions)


def bind(scene: Scene, unnamed: Referent, named: Referent) -> None:
    """Make every mention of the unnamed one a mention of the named one."""
    named.mentions += unnamed.mentions
    unnamed.mentions = []
    for heads in scene.heads:
        for head, bound in heads.items():
            if unnamed in bound:
                heads[head] = tuple(dict.fromkeys(named if one is unnamed else one for one in bound))
