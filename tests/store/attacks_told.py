"""Records of four articles on two attacks in one state, made by hand so that no coder's change touches the tests."""

from __future__ import annotations

from datetime import date

from diurna.records import Article, Count, Entity, Event, Mention, Participant, Place, Record, Span, When

WIRE = (
    "KADUNA, Nigeria, March 3 (Reuters) - Gunmen attacked the village of Birnin Yaro in Kaduna state on Sunday and "
    "killed four farmers, police said. The raiders came on motorcycles and left with a herd of cattle."
)
LOCAL = (
    "Six farmers died on Sunday when gunmen attacked Birnin Yaro in Kaduna state, the chief of the village said. The "
    "raiders took its cattle."
)
LATER = (
    "Gunmen attacked a bus near Zaria in Kaduna state on Friday. Two passengers were shot and the driver escaped into "
    "the bush."
)


def told(
    id: str, text: str, source: str, published: str, day: str, killed: tuple[str, int], victims: str, place: str
) -> Record:
    """Return the record of an article that tells one attack."""

    def span(words: str) -> Span:
        at = text.index(words)
        return Span.of(text, at, at + len(words))

    names = [Entity(f"n{number}", name, "place", "NGA", mentions=(Mention(span(name), "name"),))
             for number, name in enumerate(("Kaduna state", place))]  # fmt: skip
    attack = Event(
        id="ev1",
        type="ASSAULT",
        trigger=span("attacked"),
        status="happened",
        confidence=0.8,
        quad=4,
        actors=(Participant(span("unmen"), name="gunmen", country="NGA", sector=("CRM",)),),
        recipients=(Participant(span(victims), name=victims, country="NGA", sector=("CVL",)),),
        date=When(day, day, "day", None, "clause"),
        place=Place(span(place), place, country="NGA"),
        counts={"killed": Count(killed[1], killed[1], None, span(killed[0]))},
    )
    article = Article(id, text, source=source, published=date.fromisoformat(published), language="en")
    first = text.index(". ") + 1
    return Record(article, ((0, first), (first + 1, len(text))), tuple(names), (attack,))


RECORDS = {
    "wire": told("wire", WIRE, "Reuters", "2024-03-04", "2024-03-03", ("four", 4), "farmers", "Birnin Yaro"),
    "copy": told("copy", WIRE.split(" - ")[1], "Daily Sentinel", "2024-03-04", "2024-03-03", ("four", 4), "farmers",
                 "Birnin Yaro"),
    "local": told("local", LOCAL, "Kaduna Voice", "2024-03-04", "2024-03-03", ("Six", 6), "farmers", "Birnin Yaro"),
    "later": told("later", LATER, "Kaduna Voice", "2024-03-09", "2024-03-08", ("Two", 2), "passengers", "Zaria"),
}  # fmt: skip
