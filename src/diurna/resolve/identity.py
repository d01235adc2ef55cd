"""Give each entity its identity, country and sectors, by what the package knows and what the article says of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from diurna.records import Entity, Place
from diurna.resolve.countries import country_named, country_of_demonym
from diurna.resolve.entities.tables import noun_types
from diurna.resolve.siting import Scene
from diurna.resolve.suspects import is_called_suspect
from diurna.resolve.where import candidates
from diurna.resolve.who import ActorCode, Identity, actor_of, identity_of, possible_actors, state_of
from diurna.resolve.who.nominals import LINKS, PLAIN
from diurna.resolve.who.tables import SPECIAL, rows

# What tells that an envoy is the article's own country's.
_SENT = frozenset(("former", "ex", "to"))
SHORT_REGION = 3  # letters of a division's acronym, which other countries' divisions share


def identified(
    entity: Entity, scene: Scene, places: tuple[Place, ...], on: date | None, named_as: Sequence[str] = ()
) -> Entity:
    """Return the entity with country, sectors and identifiers, each left empty where nothing tells it.

    A known name comes first, but of a person whose office is past or unknown the article's own words ("former
    governor"); then the noun phrases that it takes part in events by or that stand beside its name (`named_as`: "the
    Parliament of New South Wales"), its mentions, and its offices. A place has the country it was resolved to.
    """
    if entity.type == "place":
        home = next((p.country for p in places for m in entity.mentions if p.span.overlaps(m.span)), None)
        known = identity_of(entity.name, countries=scene.countries, on=on, kind="place")
        if home is None and known is None:  # "the Houthis", read as a place that no gazetteer has
            known = identity_of(entity.name, countries=scene.countries, on=on)
        country = state_of(home) if home else (known.country if known else None)
        return replace(entity, country=country, sector=known.sector if known and known.country == country else ())
    offices = frozenset(role.title for role in entity.roles)
    names = [*_with_honorific(entity, named_as), entity.name]
    met = (identity_of(one, countries=scene.countries, on=on, kind=entity.type, offices=offices) for one in names)
    known = next(filter(None, met), None)
    if known is None and entity.type in ("organization", "group") and " " in entity.name:
        # "Marine Le Pen's party" had her read as a body.
        known = identity_of(entity.name, countries=scene.countries, on=on, kind="person")
        entity = replace(entity, type="person") if known else entity
    doubt = possible_actors(entity.name, countries=scene.countries, on=on, kind=entity.type, offices=offices)
    entity = replace(entity, candidates=doubt)
    said = _said_of(entity, scene, named_as)
    if known is None or _is_namesake(entity, known, scene) or _is_common(entity, known, scene):
        return replace(entity, country=said.country, sector=said.sector)
    past = known.type == "person" and (known.past or known.sector[:1] in ((), ("ELI",)))
    former = said.sector[:1] == ("ELI",)
    return replace(
        entity,
        country=known.country or said.country,
        sector=(said.sector or known.sector) if past or former else known.sector or said.sector,
        identifiers={"wikidata": known.wikidata} if known.wikidata else {},
    )


def _with_honorific(entity: Entity, named_as: Sequence[str]) -> list[str]:
    """Return one name with what stands before it, which may belong to it: "Sheikh Hasina", "the Pakistani Taliban"."""
    if entity.type == "place" or " " in entity.name:
        return []
    plain = (words.removeprefix("The ").removeprefix("the ") for words in named_as)
    return [words for words in plain if words.endswith(f" {entity.name}") and words.istitle()]


def body_seated(entity: Entity, scene: Scene) -> ActorCode | None:
    """Return the code of the international body that a place is named for ("Brussels"), None where it is not.

    In an article about the country that the place lies in, the name means the place, or the country.
    """
    if entity.type != "place" or (entity.country and entity.country == scene.home):
        return None
    known = identity_of(entity.name, countries=scene.countries, kind="place")
    return ActorCode(known.country, known.sector) if known and known.country in SPECIAL else None


def _is_namesake(entity: Entity, known: Identity, scene: Scene) -> bool:
    """Return whether a known person is another than the article's, whose office is of another country.

    "Colombia's Defence Minister Pedro Sánchez" is not Spain's prime minister, of whose country the article is silent.
    """
    if known.type != "person" or known.country is None or known.country in SPECIAL | scene.countries:
        return False
    told = {
        code for role in entity.roles if role.of and (code := country_named(role.of) or country_of_demonym(role.of))
    }
    if not told and scene.home and known.office and not known.past:
        held = set(known.office.casefold().split())
        titles = [role.title for role in entity.roles if "GOV" in phrase_code(role.title, scene).sector]
        return bool(titles) and not any(set(title.casefold().split()) <= held for title in titles)
    return bool(told) and known.country not in {state_of(code) for code in told}


def _is_common(entity: Entity, known: Identity, scene: Scene) -> bool:
    """Return whether a body's name is the noun for what many countries have: "Congress" on a page from Lima is Peru's.

    Of the country that the page is about nothing is known by it.
    """
    common = entity.type == "organization" and noun_types().get(entity.name.casefold())
    return bool(common) and known.country not in SPECIAL and scene.home not in (None, known.country)


def at_home(entity: Entity, scene: Scene) -> Entity:
    """Return a person or group of no told country as one of the country that the article is about, if there is one."""
    if (
        entity.country is None
        and entity.type in ("person", "group")
        and not entity.identifiers
        and is_homely(" ".join((entity.name, *(role.title for role in entity.roles if role.of is None))))
    ):
        return replace(entity, country=scene.home)
    return entity


def as_criminal(entity: Entity, charged: bool) -> Entity:
    """Return a person who assaults somebody, and of whom nothing else is told, as CRM.

    One who is `charged` or convicted is CRM too where his words tell no more than that he is somebody ("an Ohio man",
    not "eleven demonstrators"). An attacker who has a name is no unidentified one.
    """
    anybody = entity.named or entity.name.split()[-1].casefold() in _listed("anybody.csv")
    plain = ((), ("CVL",)) if charged and anybody else ((),)
    known = entity.named and entity.sector == ("UAF",) and is_called_suspect(entity)
    if entity.type == "person" and not entity.identifiers and (known or entity.sector in plain):
        return replace(entity, sector=("CRM",))
    return entity


def as_civilian(entity: Entity) -> Entity:
    """Return a named person who is attacked, and of whom nothing else is told, as CVL."""
    if entity.type == "person" and entity.named and not entity.identifiers and not entity.sector and not entity.roles:
        return replace(entity, sector=("CVL",))
    return entity


def is_charge(words: str) -> bool:
    """Return whether an event's words tell that somebody is charged, convicted or sentenced (charges.csv)."""
    return bool(_listed("charges.csv") & frozenset(words.casefold().split()))


def is_homely(phrase: str) -> bool:
    """Return whether a phrase without a name or country of its own speaks of people of the article's country.

    "Three others" and "some" do; "world leaders", "the entire world" and "the envoy" (worldly.csv) do not. A former
    envoy, or one who is told to be sent somewhere, is the country's own: "the ambassador to Kyiv".
    """
    words = phrase.casefold().split()
    return not _listed("worldly.csv") & frozenset(words) or not _SENT.isdisjoint(words)


def _said_of(entity: Entity, scene: Scene, named_as: Sequence[str]) -> ActorCode:
    """Return the code that the entity's own words tell."""
    country: str | None = None
    home: str | None = None
    sector: tuple[str, ...] = ()
    mentions = [_told(entity, m.span.text) for m in entity.mentions if m.kind != "pronoun"]
    offices = [f"{role.of or ''} {role.title}" for role in entity.roles]
    # "Their leaders" are told by whose they are: the name is then "Samajwadi Party's leaders".
    whole = any(entity.name in words for words in named_as)  # "the chairperson of the human" is cut short
    whose = [] if whole or entity.named else [entity.name]
    for phrase in [*whose, *named_as, *mentions[:8], *offices]:
        # What one phrase tells of a person's country goes before the home that another is silent of; the bodies that an
        # article calls "the government" may be several.
        code = phrase_code(phrase, scene, at_home=entity.type != "person")
        if entity.type != "person" and code.sector == ("JRN",) and entity.name not in phrase and entity.named:
            code = phrase_code(phrase, scene, at_home=False)  # "the agency AFP" is quoted everywhere
        if entity.type == "person" and not code.sector and not is_description(phrase):
            continue  # "Jeff Van Drew" is not of Van
        country = country or (None if entity.type == "person" and _is_of_others(phrase, code, scene) else code.country)
        home = home or (phrase_code(phrase, scene).country if entity.type == "person" else None)
        if not sector or (entity.named and sector == ("CVL",)):  # "a mother" and "the 45-year-old" may be a judge
            sector = code.sector or sector
        if country and sector not in ((), ("CVL",)):
            break
    return ActorCode(country or home, sector)


def _is_of_others(phrase: str, code: ActorCode, scene: Scene) -> bool:
    """Return whether a phrase tells a country of others alone: "the son of Indian immigrants" is no Indian.

    Who has an office is of what it is held in: "the general manager of Abu Dhabi Media".
    """
    words = phrase.replace(",", " ,").split()
    stop = next((i for i, word in enumerate(words) if i and word.casefold() in LINKS), len(words))
    own = phrase_code(" ".join(words[:stop]), scene, at_home=False)
    return code.sector[:1] in ((), ("CVL",)) and own.country is None and code.country not in SPECIAL


def is_description(phrase: str) -> bool:
    """Return whether a phrase has a common noun for its head: "three Chinese engineers", "a German backpacker"."""
    words = phrase.replace(",", " ,").split()
    stop = next((i for i, word in enumerate(words) if i and word.casefold() in LINKS), len(words))
    return len(words) > 1 and words[stop - 1].islower()


def _told(entity: Entity, mention: str) -> str:
    """Return the words of a mention that can tell an office: of a person's name all but the last ("John Major")."""
    words = mention.split()
    return " ".join(words[:-1]) if entity.type == "person" and words[-1:] and words[-1][:1].isupper() else mention


def phrase_code(phrase: str, scene: Scene, at_home: bool = True) -> ActorCode:
    """Return the code of a noun phrase by its words, its head the last word before a preposition or a comma.

    Who is told by a sector alone is of the country that the article is about, unless `at_home` is false.
    """
    words = phrase.replace(",", " ,").replace("'s ", " 's ").replace("’s ", " 's ").split()
    if not words:
        return ActorCode()
    stop = next((i for i, word in enumerate(words) if i and word.casefold() in LINKS), len(words))
    stop = _behind_name(words, stop, scene)
    countries = frozenset((scene.home,)) if scene.home else scene.countries
    countries = countries if is_homely(phrase) else frozenset()

    def region(name: str) -> str | None:
        told = region_countries(name) if name.casefold() not in _listed("directions.csv") else frozenset()
        # "WA" is Washington only where the article speaks of America, Punjab Pakistan's where it speaks of that.
        here = (told & countries) or (told & scene.countries)
        alone = len(told) == 1 and not (name.isupper() and len(name) <= SHORT_REGION)
        return next(iter(told if alone else here)) if alone or len(here) == 1 else None

    return actor_of(words, words[stop - 1], countries=countries, region_country=region, at_home=at_home)


def _behind_name(words: Sequence[str], stop: int, scene: Scene) -> int:
    """Return the end of a phrase whose link belongs to a body's name: "a Brothers of Italy senator"."""
    first, end = stop, stop + 1
    while first and words[first - 1][:1].isupper():
        first -= 1
    while end < len(words) and words[end][:1].isupper():
        end += 1
    if not first < stop < end - 1 or end == len(words) or words[end].casefold() in LINKS or words[stop] != "of":
        return stop
    start = first + (words[first].casefold() in PLAIN)
    if identity_of(" ".join(words[start:end]), countries=scene.countries, kind="organization") is None:
        return stop
    return next((i for i in range(end, len(words)) if words[i].casefold() in LINKS), len(words))


@cache
def _listed(name: str) -> frozenset[str]:
    """Return the words of a list of this folder ("worldly.csv"); raises ValueError with the line and the remedy."""
    text = files("diurna.resolve").joinpath(name).read_text("utf-8")
    return frozenset(word for _, (word,) in rows(text.splitlines(), name, ["word"]))


@lru_cache(maxsize=8192)
def region_countries(name: str) -> frozenset[str]:
    """Return the countries of the first-level divisions and large cities that are called so: of "Punjab" two."""
    found = [c for c in candidates(name) if c.exact and (c.kind in ("admin1", "region") or c.population > 500_000)]
    return frozenset(c.country for c in found if c.country)
