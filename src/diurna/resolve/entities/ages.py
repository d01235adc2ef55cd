"""Somebody told of by his age alone: "the 34-year-old" is "a 34-year-old man" or "Paul Moyo, 34," named before.

Where the page has told nobody's age as that, it is the one person named near, or whom the sentence before is about.
"""

from __future__ import annotations

from collections.abc import Iterator

from diurna.records import Token
from diurna.resolve.entities.found import Found
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.scene import Scene

_SIGNS = ("-", "year", "-", "old")
_BEFORE, _AFTER = frozenset(",("), frozenset(",).;")


def note_ages(scene: Scene, number: int) -> None:
    """Remember of whom a sentence that was read tells an age."""
    for token in scene.page.sentences[number].tokens:
        if token.upos == "NUM" and token.text.isdecimal():
            who = _whose_age(scene, number, token)
            scene.ages.setdefault(token.text, {}).update(dict.fromkeys(who))


def aged(scene: Scene, number: int, index: int) -> tuple[Found, Referent] | None:
    """Return the phrase that ends with a word and whom it means by his age, None where that is not one person."""
    tokens = scene.page.sentences[number].tokens
    first = index - len(_SIGNS) - 1
    age = _age_alone(tokens, index)
    if age is None:
        return None
    known = scene.ages.get(age) or _near(scene, age)
    return (scene.page.found(number, first, index, index, "nominal"), next(iter(known))) if len(known) == 1 else None


def _age_alone(tokens: tuple[Token, ...], index: int) -> str | None:
    """Return the age by which a phrase that ends with a word means somebody ("the 34-year-old"), else None."""
    start = index - len(_SIGNS)
    if tokens[index].text.lower() != "old" or start < 1 or tokens[start - 1].text.lower() != "the":
        return None
    goes_on = index + 1 < len(tokens) and tokens[index + 1].upos in ("NOUN", "PROPN", "ADJ", "NUM")
    return tokens[start].text if not goes_on and _year_old(tokens, start) == tokens[index] else None


def _year_old(tokens: tuple[Token, ...], index: int) -> Token | None:
    """Return the "old" of "34-year-old", from its number."""
    words = tuple(token.text.lower() for token in tokens[index + 1 : index + 5])
    return tokens[index + 4] if words == _SIGNS else None


def _whose_age(scene: Scene, number: int, age: Token) -> Iterator[Referent]:
    """Yield whose age a number is: whose noun or name "34-year-old" stands before, or behind whose name it stands."""
    tokens = scene.page.sentences[number].tokens
    around = {tokens[place].text for place in (age.index - 1, age.index + 1) if 0 < place < len(tokens)}
    old = _year_old(tokens, age.index)
    bound: tuple[Referent, ...] = ()
    if old is not None and old.head >= 0 and old.deprel == "amod":
        noun = tokens[old.head]
        bound = scene.bound(number, noun.head if noun.deprel == "appos" else noun.index)
    elif old is None and around & _BEFORE and around & _AFTER and age.index > 1:
        bound = scene.bound(number, age.index - 2)
    yield from (one for one in bound if one.type == "person" and not one.plural)


def _near(scene: Scene, age: str) -> set[Referent]:
    """Return who is named nearest and has no other age: the one person of a sentence, or else its one subject.

    Of one who says something of another either may be meant.
    """
    other = {one for told, those in scene.ages.items() if told != age for one in those}
    near: dict[int, dict[Referent, int]] = {}
    saying: set[int] = set()
    for back, candidate in scene.candidates():
        for one in candidate.referents:
            # Who speaks tells of another: "The 34-year-old was beaten, his lawyer Ann Lee said."
            speaks = back == 0 and one in scene.quoting
            if one.named and one.type == "person" and not one.plural and not speaks and one not in other:
                people = near.setdefault(back, {})
                people[one] = max(candidate.prominence, people.get(one, 0))
                if scene.page.says(candidate.at.sentence, scene.page.top(candidate.at.sentence, candidate.at.head)):
                    saying.add(back)
    nearest = near[min(near)] if near else {}
    subjects = {one for one, rank in nearest.items() if rank == 2}
    return subjects if len(subjects) == 1 and min(near) not in saying else set(nearest)
