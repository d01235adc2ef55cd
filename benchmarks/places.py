"""Score toponym resolution: python -m benchmarks.places

Toponyms are given as annotated (`--found`: they are those that the whole line finds in the raw text, with the share
of the annotated ones among them); one counts as right within 161 km (100 miles) of the annotated coordinates
(Leidner 2007; Gritta and others 2018). Toponyms without annotated coordinates are left out, as there.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Span
from diurna.resolve.where import Candidate, resolve_places
from diurna.resolve.where.gazetteer import kilometres

DATA = Path("/work/shared/data/place")
WITHIN_KM = 161.0
Gold = list[tuple[Span, Candidate]]


def lgl() -> list[tuple[str, Gold]]:
    """Return the articles of LGL: text, and the toponyms with annotated coordinates."""
    return [
        (
            article.findtext("text", ""),
            [
                _gold(article.findtext("text", ""), one.find("gaztag"), one)
                for one in article.iter("toponym")
                if one.find("gaztag") is not None and one.findtext("gaztag/lat")
            ],
        )
        for article in ElementTree.parse(DATA / "lgl.xml").getroot()
    ]


def geovirus() -> list[tuple[str, Gold]]:
    """Return the articles of GeoVirus likewise; its offsets count from 1."""
    articles = []
    for article in ElementTree.parse(DATA / "GeoVirus.xml").getroot():
        text = article.findtext("text", "")
        articles.append((text, [_gold(text, one, one) for one in article.iter("location") if one.findtext("lat")]))
    return articles


def _gold(text: str, at: ElementTree.Element | None, one: ElementTree.Element) -> tuple[Span, Candidate]:
    assert at is not None
    name = one.findtext("phrase") or one.findtext("name") or ""
    start = int(one.findtext("start", "0"))
    # Offsets are off by one or two in places; the name stands next to where they point.
    start = next((start + off for off in (0, -1, 1, -2, 2) if text.startswith(name, start + off)), start)
    place = Candidate(
        name,
        "city",
        float(at.findtext("lat", "0")),
        float(at.findtext("lon", "0")),
        None,
        geonames=int(at.get("geonameid", "0")) or None,
    )
    return Span(start, start + len(name), name), place


def found(corpus: str, articles: list[tuple[str, Gold]]) -> None:
    """Print how many annotated toponyms the whole line finds, and how many of those it puts within 161 km."""
    records = code_articles(article_of(text, id=str(number)) for number, (text, _) in enumerate(articles))
    met = right = total = 0
    for record, (_, gold) in zip(records, articles, strict=True):
        for span, wanted in gold:
            total += 1
            place = next((p for p in record.places if p.span.overlaps(span)), None)
            if place is not None:
                met += 1
                got = Candidate(place.name, "city", place.latitude, place.longitude, place.country)
                right += kilometres(got, wanted) <= WITHIN_KM
    print(f"{corpus}: {met / total:.3f} of {total} toponyms found; {right / met:.3f} of these within 161 km")


def main() -> None:
    """Print the share within 161 km for both corpora; with -v also every miss."""
    if "--found" in sys.argv:
        for corpus, articles in (("LGL", lgl()), ("GeoVirus", geovirus())):
            found(corpus, articles)
        return
    for corpus, articles in (("LGL", lgl()), ("GeoVirus", geovirus())):
        right = known = total = 0
        for text, gold in articles:
            places = resolve_places([span for span, _ in gold], text)
            for place, (span, wanted) in zip(places, gold, strict=True):
                got = Candidate(place.name, "city", place.latitude, place.longitude, place.country)
                off = kilometres(got, wanted)
                total, known, right = (
                    total + 1,
                    known + (place.latitude is not None),
                    right + (off <= WITHIN_KM),
                )
                if off > WITHIN_KM and "-v" in sys.argv:
                    at = f"{wanted.latitude:.1f},{wanted.longitude:.1f}"
                    print(f"{corpus} {span.text!r} {at} got {place.name} {place.country} {off:.0f} km")
        print(f"{corpus}: {right / total:.3f} within 161 km of {total} toponyms; {known / total:.3f} resolved")


if __name__ == "__main__":
    main()
