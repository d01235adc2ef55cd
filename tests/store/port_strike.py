"""A short report and the record of it, made by hand: what the tests of the store and of the forms read."""

from __future__ import annotations

from datetime import date

from diurna.records import (
    Article,
    Attribution,
    Claim,
    Count,
    DateMention,
    Entity,
    Event,
    Mention,
    Participant,
    Place,
    Record,
    Role,
    Span,
    When,
)

TEXT = (
    "KARVELI, March 4 (Agence Sud) - Interior Minister Lena Orsic met Mayor Tomas Brandt in the port of "
    "Karveli on Tuesday, their first meeting since the strike began, according to party sources quoted by "
    "Agence Sud.\n\n"
    "“The government remembers Karveli only when it needs votes,” Brandt said. Police arrested at least 14 "
    "dockworkers near the customs house, the union said. The ministry denied that officers had beaten "
    "anyone.\n\n"
    "Orsic will travel to Vessa on Friday. She reportedly threatened to close the port."
)


def at(words: str, within: str | None = None, text: str = TEXT) -> Span:
    """Return the span of `words`, looked for inside the passage `within` where one is given."""
    start = text.index(words, text.index(within) if within else 0)
    return Span.of(text, start, start + len(words))


KARVELI = Place(at("Karveli"), "Karveli", 40.12, 19.87, "ALB", "Vlore", 3184000)
VESSA = Place(at("Vessa"), "Vessa")
ORSIC = Participant(at("Interior Minister Lena Orsic"), "n1", "Lena Orsic", "ALB", ("GOV",))
BRANDT = Participant(at("Mayor Tomas Brandt"), "n2", "Tomas Brandt", "ALB", ("GOV", "PTY"))
FRIDAY = When("2025-03-07", "2025-03-07", "day", at("Friday"), "clause")


def port_article() -> Article:
    return Article(
        id="sud-17",
        text=TEXT,
        title="Minister meets Karveli mayor as port strike drags on",
        url="https://sud.example/17",
        source="Agence Sud",
        published=date(2025, 3, 5),
        language="en",
        origin="news.jsonl:12",
    )


def port_entities() -> tuple[Entity, ...]:
    minister = Role("Interior Minister", None, None, None, at("Interior Minister"))
    return (
        Entity(
            "n1",
            "Lena Orsic",
            "person",
            "ALB",
            ("GOV",),
            {"wikidata": "Q900001"},
            (minister,),
            (
                Mention(at("Lena Orsic"), "name"),
                Mention(at("Orsic", "Orsic will"), "name"),
                Mention(at("She"), "pronoun"),
            ),
        ),
        Entity(
            "n2",
            "Tomas Brandt",
            "person",
            "ALB",
            ("GOV", "PTY"),
            {},
            (Role("Mayor", "Karveli", None, None, at("Mayor")),),
            (Mention(at("Tomas Brandt"), "name"), Mention(at("Brandt", "Brandt said"), "name")),
        ),
        Entity("n3", "Agence Sud", "organization", None, ("JRN",), {}, (), (Mention(at("Agence Sud"), "name"),)),
        Entity("n4", "Police", "organization", "ALB", ("COP",), {}, (), (Mention(at("Police"), "nominal"),)),
    )


def port_events() -> tuple[Event, ...]:
    tuesday = When("2025-03-04", "2025-03-04", "day", at("Tuesday"), "clause")
    return (
        Event(
            "e1",
            "CONSULT",
            at("met"),
            "happened",
            0.94,
            contexts=("executive", "economic"),
            cameo="040",
            quad=1,
            score=2.5,
            mentions=(at("meeting"),),
            actors=(ORSIC, BRANDT),
            date=tuesday,
            place=KARVELI,
            attribution=("a1", "a2"),
            why=("consult.csv: meet/VERB obj:@person",),
        ),
        Event(
            "e2",
            "ACCUSE",
            at("remembers"),
            "happened",
            0.61,
            modes=("disapprove",),
            quad=3,
            score=-2.0,
            actors=(Participant(at("Brandt", "Brandt said"), "n2", "Tomas Brandt", "ALB", ("GOV", "PTY")),),
            recipients=(Participant(at("The government")),),
            attribution=("a3",),
            why=("model: 0.61",),
        ),
        Event(
            "e3",
            "COERCE",
            at("arrested"),
            "happened",
            0.9,
            modes=("arrest",),
            quad=4,
            score=-7.0,
            actors=(Participant(at("Police"), "n4", "Police", "ALB", ("COP",)),),
            recipients=(Participant(at("dockworkers"), None, None, None, ("LAB",)),),
            place=Place(at("the customs house"), "customs house"),
            counts={"arrested": Count(14, None, "dockworker", at("at least 14 dockworkers"))},
            attribution=("a4",),
            why=("coerce.csv: arrest/VERB",),
        ),
        Event(
            "e4",
            "ASSAULT",
            at("beaten"),
            "negated",
            0.72,
            modes=("beat",),
            quad=4,
            score=-7.5,
            actors=(Participant(at("officers")),),
            recipients=(Participant(at("anyone")),),
            attribution=("a5",),
        ),
        Event(
            "e5",
            "CONSULT",
            at("travel"),
            "future",
            0.8,
            modes=("visit",),
            quad=1,
            score=4.0,
            actors=(Participant(at("Orsic", "Orsic will"), "n1", "Lena Orsic", "ALB", ("GOV",)),),
            date=FRIDAY,
            place=VESSA,
        ),
        Event(
            "e6",
            "THREATEN",
            at("threatened"),
            "happened",
            0.55,
            modes=("restrict",),
            quad=3,
            score=-3.0,
            actors=(Participant(at("She"), "n1", "Lena Orsic", "ALB", ("GOV",)),),
            attribution=("a6",),
        ),
    )


def port_attributions() -> tuple[Attribution, ...]:
    met = at(TEXT[TEXT.index("Interior") : TEXT.index(", according")])
    quote = at("“The government remembers Karveli only when it needs votes,”")
    arrests = at("Police arrested at least 14 dockworkers near the customs house")
    beaten = at("officers had beaten anyone")
    told = at("party sources")
    sources = at(TEXT[TEXT.index("Interior") : TEXT.index(" quoted by")])
    threat = at("threatened to close the port")
    return (
        Attribution(
            "a1",
            told,
            None,
            at("according to"),
            met,
            (met,),
            "indirect",
            "anonymous",
            of_body=at("party", "party sources"),
        ),
        Attribution(
            "a2",
            at("Agence Sud", "by Agence"),
            "n3",
            at("quoted by"),
            sources,
            (sources,),
            "indirect",
            "organization",
        ),
        Attribution("a3", at("Brandt", "Brandt said"), "n2", at("said"), quote, (quote,), "direct", "named"),
        Attribution(
            "a4",
            at("the union"),
            None,
            at("said", "union said"),
            arrests,
            (arrests,),
            "indirect",
            "organization",
        ),
        Attribution(
            "a5",
            at("The ministry"),
            None,
            at("denied"),
            beaten,
            (beaten,),
            "indirect",
            "organization",
            "denies",
        ),
        Attribution("a6", None, None, at("reportedly"), threat, (threat,), "indirect", "anonymous"),
    )


def port_record() -> Record:
    """Return the record of the report: six events, one of them negated and one in the future."""
    ends = [
        TEXT.index("\n\n“"),
        TEXT.index(" Police"),
        TEXT.index(" The ministry"),
        TEXT.index("\n\nOrsic"),
        TEXT.index(" She"),
        len(TEXT),
    ]
    starts = [0, *(end + len(TEXT[end:]) - len(TEXT[end:].lstrip()) for end in ends[:-1])]
    return Record(
        article=port_article(),
        sentences=tuple(zip(starts, ends, strict=True)),
        entities=port_entities(),
        events=port_events(),
        attributions=port_attributions(),
        claims=(
            Claim(
                "first_since",
                at("their first meeting since the strike began"),
                "e1",
                "since the strike",
                None,
            ),
        ),
        places=(Place(at("KARVELI"), "Karveli", 40.12, 19.87, "ALB", "Vlore", 3184000), KARVELI, VESSA),
        dates=(
            DateMention(at("March 4"), "2025-03-04", "2025-03-04", "2025-03-04"),
            DateMention(at("Tuesday"), "2025-03-04", "2025-03-04", "2025-03-04"),
            DateMention(at("Friday"), "2025-03-07", "2025-03-07", "2025-03-07"),
        ),
    )


def failed_record() -> Record:
    return Record(Article("broken-3", "", origin="news.jsonl:13", error="the line is no JSON: no closing brace"))
