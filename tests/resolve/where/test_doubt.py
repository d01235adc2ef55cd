"""What else a place can mean, and what decided."""

from __future__ import annotations

import re

from diurna.records import Place, Span
from diurna.resolve.where import resolve_places


def places(text: str, *names: str) -> list[Place]:
    spans = [Span(m.start(), m.end(), m[0]) for name in names for m in re.finditer(re.escape(name), text)]
    return resolve_places(spans, text)


def test_other_places_that_had_a_chance_are_told_with_their_shares() -> None:
    (tripoli,) = places("Gunmen fired in Tripoli.", "Tripoli")
    chosen, *others = tripoli.candidates
    assert (chosen.geonames, chosen.country) == (tripoli.geonames, tripoli.country)
    assert "LBN" in {one.country for one in others}
    assert len(tripoli.candidates) <= 5
    shares = [one.score for one in tripoli.candidates]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.01


def test_they_are_told_at_the_first_mention_only() -> None:
    first, second = places("Gunmen fired in Tripoli. Schools in Tripoli closed.", "Tripoli")
    assert first.candidates
    assert (second.candidates, second.decided) == ((), first.decided)


def test_a_place_beyond_doubt_has_none() -> None:
    (kyrgyzstan,) = places("Police in Kyrgyzstan held two men.", "Kyrgyzstan")
    assert (kyrgyzstan.decided, kyrgyzstan.candidates) == ("no other place of this name", ())


def test_what_stands_beside_a_place_decides() -> None:
    (paris,) = places("Police in Paris, Texas, held two men.", "Paris")
    assert paris.decided == "its state or country stands beside it"
    assert paris.candidates[0].admin1 == "Texas"


def test_an_unknown_place_was_not_decided() -> None:
    (nowhere,) = places("They met in Qwxzville.", "Qwxzville")
    assert (nowhere.decided, nowhere.candidates) == (None, ())
