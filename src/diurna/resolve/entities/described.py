"""Whom the sentence before is about, told of anew: "Ann Lee criticised the judge. The former mayor ..."."""

from __future__ import annotations

from diurna.resolve.entities.nominal import Nominal
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.scene import Scene

# What is said of somebody's life, so that the phrase is no office that another holds.
_PAST_LIFE = frozenset({"former", "ex", "retired", "retire", "veteran", "erstwhile", "onetime"})
_ANYBODY = frozenset({"man", "woman", "boy", "girl", "teenager"})


def of_sentence_before(scene: Scene, nominal: Nominal) -> Referent | None:
    """Return the one person whom a phrase for somebody known can mean that nobody was told by before, else None.

    "The former mayor", "the retired general" is the named subject of the sentence before, where it tells no office that
    he holds; "the man" the one person near who has no office and, where he is named, no word of his own.
    """
    if nominal.possessed or nominal.of or nominal.demonym:
        return None
    if nominal.modifiers & _PAST_LIFE and scene.page.prominence(nominal.found) == 2:
        return _subject_before(scene, nominal)
    if nominal.noun in _ANYBODY and nominal.modifiers <= _ANYBODY:
        return _anybody(scene, nominal)
    return None


def _subject_before(scene: Scene, nominal: Nominal) -> Referent | None:
    subjects = {
        one
        for back, candidate in scene.candidates()
        if back == 1 and candidate.prominence == 2 and len(candidate.referents) == 1
        for one in candidate.referents
        if one.type == "person" and one.named and not one.plural
        if nominal.kind.gender is None or one.gender in (None, nominal.kind.gender)
    }
    held = {office.means[-1] for one in subjects for office in one.offices}
    return subjects.pop() if len(subjects) == 1 and nominal.noun not in held else None


def _anybody(scene: Scene, nominal: Nominal) -> Referent | None:
    near: dict[int, set[Referent]] = {}
    for back, candidate in scene.candidates():
        for one in candidate.referents:
            fits = one.type == "person" and not one.plural and one.gender in (None, nominal.kind.gender)
            if fits and not one.offices and one not in scene.quoting and one is not scene.speaker:
                near.setdefault(back, set()).add(one)
    nearest = near[min(near)] if near else set()
    return nearest.pop() if len(nearest) == 1 else None
