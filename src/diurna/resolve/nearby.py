"""The country that a sentence itself tells of those it names: "In Kenya, the speaker ...", "police in Makati"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from diurna.records import Entity, Place, Sentence, Span
from diurna.resolve.scenes import Places
from diurna.resolve.siting import Scene
from diurna.resolve.when.attach import head_word, path_up
from diurna.resolve.who import state_of
from diurna.resolve.who.tables import rows

# Those who go abroad: where they are told in a town ("In Geneva, the minister ..."), it need not be theirs.
ABROAD = frozenset(("GOV", "LEG", "PTY", "OPP", "ELI", "REB", "JRN", "SOC", "BUS", "REL"))
# Armies fight in the lands of others; who is of all countries is of none.
ANYWHERE = frozenset(("MIL", "SPY", "PRM"))
_INSIDE = frozenset(("in", "at", "inside", "across", "near", "outside"))
_FIRST = 4  # words in which a sentence that begins with its place has named it


def scene_of_entity(entity: Entity, scene: Scene, sited: Places) -> Scene:
    """Return the scene with the country that the sentence of the entity's first mention puts it in as its home.

    That is the country of the place that hangs on its noun, or that opens the sentence; of one who may be abroad only
    a country or a division that opens it. The scene of the article where none is.
    """
    if (home := _of_region(entity, sited)) is not None:
        return scene._replace(home=home, countries=scene.countries | {home})
    first = next((m.span for m in entity.mentions if m.kind != "pronoun"), None)
    return scene if first is None else scene_at(first, entity.sector, scene, sited)


def scene_at(span: Span, sector: Sequence[str], scene: Scene, sited: Places) -> Scene:
    """Return the scene with the country as its home that the sentence puts a noun phrase of such a sector in."""
    index = sited.document.index_at(span.start)
    if index is None or ANYWHERE & set(sector[:1]):
        return scene
    told = _countries(span, sector, sited.document.sentences[index], sited.by_sentence.get(index, ()), scene)
    if len(told) != 1:
        return scene
    (home,) = told
    return scene._replace(home=home, countries=scene.countries | {home})


def _countries(
    span: Span, sector: Sequence[str], sentence: Sentence, places: Sequence[Place], scene: Scene
) -> set[str]:
    """Return the countries of the places on the noun; else of those that open the sentence; else, where the article
    is about no one country, of those on a verb over the noun.
    """
    head = head_word(sentence, span)
    above = path_up(sentence, head) if head is not None else []
    local = bool(sector) and not ABROAD & set(sector[:1])
    hung: set[str] = set()
    opening: set[str] = set()
    beside: set[str] = set()
    for place in places:
        word = head_word(sentence, place.span)
        if word is None or place.country is None or place.span.overlaps(span) or not _is_inside(sentence, place.span):
            continue
        country, holder = state_of(place.country), sentence.tokens[word].head
        if local and holder == head:
            hung.add(country)
        elif place.span.end <= span.start and word < _FIRST and (place.admin1 is None or local):
            opening.add(country)
        elif local and scene.home is None and holder in above:
            beside.add(country)
    return hung or opening or beside


def _is_inside(sentence: Sentence, place: Span) -> bool:
    """Return whether a place stands behind "in" or the like: "in New Zealand", "across the eastern Congo"."""
    before = [token for token in sentence.tokens if token.end <= place.start][-3:]
    while before and before[-1].upos in ("DET", "ADJ"):
        before.pop()
    return bool(before) and before[-1].text.lower() in _INSIDE


def _of_region(entity: Entity, sited: Places) -> str | None:
    """Return the country of the town or division that one in a local office is told beside, before him.

    "Drones hit Russia's Saratov region, Governor Roman Busargin said": a governor is of the region he speaks of.
    """
    for role in entity.roles:
        if role.of is None and role.title.casefold() in _local_offices():
            index = sited.document.index_at(role.span.start)
            places = sited.by_sentence.get(index, ()) if index is not None else ()
            before = [p for p in places if p.admin1 and p.country and p.span.end <= role.span.start]
            if before:
                return state_of(before[-1].country or "")
    return None


@cache
def _local_offices() -> frozenset[str]:
    """Return the titles of local_offices.csv; raises ValueError with the line and the remedy."""
    text = files("diurna.resolve").joinpath("local_offices.csv").read_text("utf-8")
    return frozenset(title for _, (title, _) in rows(text.splitlines(), "local_offices.csv", ["title", "example"]))
