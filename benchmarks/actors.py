"""Score the codes of actors and recipients: python -m benchmarks.actors [--test] [--line] [-v]

Each actor of the coded Wikinews articles is coded from its name and its words alone, with the country that its
article tells most; no tree and no coreference. With --line the whole line reads the article's text, and the
participant or entity is scored whose words are most like the actor's; where there is none, that is a miss. Right is
the annotated country, and the annotated first sector; a name is resolved where it shares a word with the annotated one
(so a title or a pronoun has found its person). `known` is the share of names that the knowledge file has.
wikinews_plover_train.jsonl is what the lists were tuned on; --test scores wikinews_plover.jsonl instead.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from training.texts import wikinews_articles

from benchmarks.events import name_words
from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Record, Span
from diurna.resolve.countries import country_named, country_of_demonym
from diurna.resolve.where import candidates
from diurna.resolve.who import ActorCode, actor_of, identity_of, state_of
from diurna.resolve.who.nominals import LINKS

DATA = Path("/work/shared/data")
# Countries told less than a third as often as the one told most are passing mentions.
SHARE = 1 / 3
# Words are those of an actor where they share so much of both.
LIKE = 0.2


def countries_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the countries that an article mostly speaks of, and the one of these it tells most."""
    words = [word.strip(".,;:()\"“”'’").removesuffix("'s").removesuffix("’s") for word in text.split()]
    told: Counter[str] = Counter()
    for i, word in enumerate(words):
        if word[:1].isupper():
            names = (" ".join(words[i : i + n]) for n in (3, 2, 1))
            code = next((c for n in names if (c := country_named(n) or country_of_demonym(n))), None)
            if code:
                told[state_of(code)] += 1
    most = max(told.values(), default=0)
    spoken_of = frozenset(code for code, count in told.items() if count >= most * SHARE)
    return spoken_of, frozenset(code for code, _ in told.most_common(1))


def region_country(name: str) -> str | None:
    """Return the country whose first-level division is called `name`."""
    found = candidates(name)
    return found[0].country if found and found[0].kind == "admin1" else None


def coded(name: str, text: str, countries: frozenset[str], mostly: frozenset[str], on: date | None) -> ActorCode:
    """Return the code of an actor from its full name and the words that stand for it.

    The words are the surest on a person's sector ("former governor"), a known identity on all else.
    """
    known = next((who for one in (name, text) if (who := identity_of(one, countries=countries, on=on))), None)
    words = [_nominal(one, mostly) for one in (text, name)]
    country = (known and known.country) or next((one.country for one in words if one.country), None)
    told = next((one.sector for one in words if one.sector), ())
    if known is None or (known.type == "person" and known.sector[:1] in ((), ("ELI",))):
        return ActorCode(country, told or (known.sector if known else ()))
    return ActorCode(country, told if told[:1] == ("ELI",) else known.sector or told)


def _nominal(text: str, countries: frozenset[str]) -> ActorCode:
    words = text.replace(",", " ,").replace("'s ", " 's ").split()
    stop = next((i for i, word in enumerate(words) if i and word.casefold() in LINKS), len(words))
    return actor_of(words, words[stop - 1], countries=countries, region_country=region_country)


def of_line(record: Record, actor: dict[str, Any]) -> tuple[ActorCode, str]:
    """Return the code and the name that the whole line gives an actor's words: as a participant, else as an entity's
    mention; the words themselves where it knows no name.
    """
    wanted = Span(actor["start"], actor["end"], actor["text"])
    told = [(p.span, p) for e in record.events for p in (*e.actors, *e.recipients) if p.span.overlaps(wanted)]
    said = [(m.span, e) for e in record.entities for m in e.mentions if m.span.overlaps(wanted)]
    for found in (told, said):
        best = max(found, key=lambda pair: shared(pair[0], wanted), default=None)
        if best and shared(best[0], wanted) >= LIKE:
            return ActorCode(best[1].country, best[1].sector), best[1].name or best[0].text
    return ActorCode(), ""


def shared(one: Span, other: Span) -> float:
    """Return the characters that two overlapping spans share, of those of both."""
    return (min(one.end, other.end) - max(one.start, other.start)) / (
        max(one.end, other.end) - min(one.start, other.start)
    )


def main() -> None:
    """Print the share with the right country and the right first sector; with -v also every miss."""
    name = "wikinews_plover.jsonl" if "--test" in sys.argv else "wikinews_plover_train.jsonl"
    news = wikinews_articles(DATA)
    right: Counter[str] = Counter()
    misses: Counter[str] = Counter()
    for article in _lines(DATA / "events" / name):
        report = news[article["id"]]
        countries, mostly = countries_of(report["text"])
        on = date.fromisoformat(report["published"][:10]) if report.get("published") else None
        line = next(iter(code_articles([article_of(report["text"], published=on)]))) if "--line" in sys.argv else None
        for actor in (one for event in article["events"] for role in ("actor", "recipient") for one in event[role]):
            if line:
                got, called = of_line(line, actor)
                named = bool(name_words(called) & name_words(actor["name"]))
                bare = not name_words(actor["text"]) & name_words(actor["name"])
                right.update({"name": named, "bare": bare, "bare named": bare and named})
            else:
                got = coded(actor["name"], actor["text"], countries, mostly, on)
            country = (got.country or "") == (actor["country"] or "")
            sector = list(got.sector[:1]) == actor["sector"][:1]
            right.update({"all": 1, "country": country, "sector": sector, "both": country and sector})
            right["known"] += identity_of(actor["name"], countries=countries, on=on) is not None
            if not (country and sector):
                misses[f"{actor['name']} | {actor['text']}: {actor['country']} {actor['sector']}, got {got}"] += 1
    if "-v" in sys.argv:
        for miss, count in sorted(misses.items()):
            print(count, miss)
    parts = (f"{part} {right[part] / right['all']:.3f}" for part in ("country", "sector", "both", "known"))
    print(f"{name}: of {right['all']} actors and recipients: {', '.join(parts)}")
    if "--line" in sys.argv:
        print(
            f"name resolved {right['name'] / right['all']:.3f}; of {right['bare']} told by a pronoun or by words "
            f"that share none with the name {right['bare named'] / right['bare']:.3f}"
        )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


if __name__ == "__main__":
    main()
