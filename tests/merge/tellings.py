"""Tellings made up for tests: a meeting of Kenya's president with a rebel leader, told by one outlet or another."""

from __future__ import annotations

from datetime import date

from diurna.merge.across import Telling, Who
from diurna.merge.across.words import name_words, stems

OTIENO = Who("Daniel Otieno", name_words("Daniel Otieno"), "KEN", ("GOV",))
LADO = Who("Gabriel Lado", name_words("Gabriel Lado"), "SSD", ("REB",))
WORDS = "The president met the rebel commander at State House in Nairobi to discuss corridors for aid"


def day(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def telling(
    article: str, told: str = "2024-03-05", event: str = "ev1", words: str = WORDS, **fields: object
) -> Telling:
    """Return the meeting as an article tells it that came out on the day; `fields` replace any part of it."""
    names = frozenset({"otieno", "lado", "nairobi"})
    made: dict[str, object] = {
        "article_key": article, "event_id": event, "type": "CONSULT", "status": "happened", "trigger": "met",
        "start": 10, "end": 13, "confidence": 0.8, "quad": 1, "published": day(told), "first_day": day(told),
        "last_day": day(told), "precision": "day", "own_date": True, "actors": (OTIENO,), "recipients": (LADO,),
        "names": names, "terms": frozenset(stems(words)), "story_names": names,
        "story_terms": frozenset(stems(words)), "story_countries": frozenset({"KEN", "SSD"}), "copies": article,
        "source": f"outlet:{article}",
    }  # fmt: skip
    return Telling(**(made | fields))  # type: ignore[arg-type]
