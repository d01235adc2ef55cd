"""Somebody told of by his age alone: "the 34-year-old" is "a 34-year-old man" or "Paul Moyo, 34," named before."""

from __future__ import annotations

from collections.abc import Iterator

from diurna.records import Token
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.scene import Scene

_YEARS_OLD = ("-", "year", "-", "old")
_BEFORE, _AFTER = frozenset(",("), frozenset(",).;")


def name_by_age(scene: Scene) -> None:
    """Bind each "the 34-year-old" to the one person of whom the page tells that age before; nobody else has a word."""
    known: dict[str, dict[Referent, None]] = {}
    for number, sentence in enumerate(scene.page.sentences):
        for token in sentence.tokens:
            if token.upos != "NUM" or not token.text.isdecimal():
                continue
            old = _year_old(sentence.tokens, token.index)
            if old is not None and _alone(scene, number, old):
                _bind(scene, number, old, known.get(token.text, {}))
            else:
                known.setdefault(token.text, {}).update(dict.fromkeys(_aged(scene, number, token, old)))


def _year_old(tokens: tuple[Token, ...], index: int) -> Token | None:
    """Return the "old" of "34-year-old", from its number."""
    words = tuple(token.text for token in tokens[index + 1 : index + 5])
    return tokens[index + 4] if words == _YEARS_OLD else None


def _alone(scene: Scene, number: int, old: Token) -> bool:
    """Return whether "old" has no noun behind it and a "the" before it."""
    tokens, below = scene.page.sentences[number].tokens, scene.page.below[number]
    return old.deprel != "amod" and any(tokens[one].text.lower() == "the" for one in below[old.index])


def _aged(scene: Scene, number: int, age: Token, old: Token | None) -> Iterator[Referent]:
    """Yield whose age a number is: whose noun or name "34-year-old" stands before, or behind whose name it stands."""
    tokens = scene.page.sentences[number].tokens
    around = {tokens[place].text for place in (age.index - 1, age.index + 1) if 0 < place < len(tokens)}
    if old is not None and old.head >= 0:
        noun = tokens[old.head]
        bound = scene.bound(number, noun.head if noun.deprel == "appos" else noun.index)
    elif old is None and around & _BEFORE and around & _AFTER and age.index > 1:
        bound = scene.bound(number, age.index - 2)
    else:
        bound = ()
    yield from (one for one in bound if one.type == "person" and not one.plural)


def _bind(scene: Scene, number: int, old: Token, aged: dict[Referent, None]) -> None:
    if len(aged) == 1 and not scene.heads[number].get(old.index):
        (who,) = aged
        first = min(scene.page.below[number][old.index], default=old.index)
        who.mentions.append(scene.page.found(number, first, old.index, old.index, "nominal"))
        scene.heads[number][old.index] = (who,)
