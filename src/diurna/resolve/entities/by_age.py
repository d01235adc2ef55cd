"""Who "the 34-year-old" is: whoever near was named with that age, else the one person named in the sentence before.

Where the page has told of "a 34-year-old man" it is he: that is bound afterwards (ages.py).
"""

from __future__ import annotations

from diurna.records import Token
from diurna.resolve.entities.found import Found
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.scene import Scene

_SIGNS = ("-", "year", "-")


def age_at(tokens: tuple[Token, ...], index: int) -> str | None:
    """Return the age by which a phrase that ends with a word means somebody ("the 34-year-old"), else None."""
    if tokens[index].text.lower() != "old" or index < len(_SIGNS) + 2:
        return None
    number, the = tokens[index - len(_SIGNS) - 1], tokens[index - len(_SIGNS) - 2]
    between = tuple(token.text.lower() for token in tokens[index - len(_SIGNS) : index])
    goes_on = index + 1 < len(tokens) and tokens[index + 1].upos in ("NOUN", "PROPN", "ADJ", "NUM")
    alone = the.text.lower() == "the" and between == _SIGNS and not goes_on
    return number.text if alone and number.text.isdigit() else None


def aged(scene: Scene, number: int, index: int) -> tuple[Found, Referent] | None:
    """Return the phrase that ends with a word and whom it means by his age, None where that is not one person."""
    age = age_at(scene.page.sentences[number].tokens, index)
    if age is None or _told_before(scene, number, index, age):
        return None
    near: dict[int, set[Referent]] = {}
    told: set[Referent] = set()
    other: set[Referent] = set()
    for back, candidate in scene.candidates():
        for one in candidate.referents:
            # Who speaks tells of another: "The 34-year-old was beaten, his lawyer Ann Lee said."
            speaks = back == 0 and one in scene.quoting
            if one.named and one.type == "person" and not one.plural and not speaks:
                near.setdefault(back, set()).add(one)
                its = _age_behind(scene, candidate.at)
                (told if its == age else other if its else set()).add(one)
    nearest = near[min(near)] - other if near else set()
    meant = told or nearest
    if len(meant) != 1:
        return None
    return scene.page.found(number, index - len(_SIGNS) - 2, index, index, "nominal"), meant.pop()


def _told_before(scene: Scene, number: int, index: int, age: str) -> bool:
    """Return whether the page has told of "a 34-year-old man" before a word."""
    start = scene.page.sentences[number].tokens[index].start - len(f"{age}-year-old")
    return f"{age}-year-old " in scene.page.text[:start]


def _age_behind(scene: Scene, name: Found) -> str | None:
    """Return the age told right behind a mention, between commas: "Daniel Otieno, 34,"."""
    after = scene.page.sentences[name.sentence].tokens[name.last + 1 : name.last + 4]
    signs = [token.text for token in after]
    return signs[1] if len(signs) == 3 and signs[0] == "," and signs[2] in (",", ".") and signs[1].isdigit() else None
