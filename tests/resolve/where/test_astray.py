"""Names that no place of the gazetteer fits."""

from __future__ import annotations

from diurna.records import Place, Span
from diurna.resolve.where import resolve_places


def places(text: str, *names: str) -> list[Place]:
    return resolve_places([Span.of(text, text.index(name), text.index(name) + len(name)) for name in names], text)


def test_a_small_place_far_from_all_that_the_article_names_is_not_meant() -> None:
    text = "Landowners in Wabag, Lae, Buka and Port Moresby met; two men died at Akom."
    *_, akom = places(text, "Wabag", "Lae", "Buka", "Port Moresby", "Akom")
    assert (akom.latitude, akom.country) == (None, None)


def test_a_large_town_far_from_the_others_is() -> None:
    text = "Landowners in Wabag, Lae, Buka and Port Moresby met; their envoy flew to Rotterdam."
    *_, rotterdam = places(text, "Wabag", "Lae", "Buka", "Port Moresby", "Rotterdam")
    assert rotterdam.country == "NLD"


def test_a_village_that_no_gazetteer_has_lies_in_the_province_beside_it() -> None:
    village, _ = places("Two men died in Xanadupur, Enga Province, on Friday.", "Xanadupur", "Enga Province")
    assert (village.name, village.country, village.admin1) == ("Xanadupur", "PNG", "Enga Province")
    assert village.latitude is not None
    assert village.decided == "its state or county stands beside it, and no place of this name is known there"


def test_a_village_of_a_vast_state_or_of_a_country_has_no_coordinates() -> None:
    village, _ = places("Two men died in Xanadupur, Texas.", "Xanadupur", "Texas")
    assert (village.country, village.admin1, village.latitude) == ("USA", "Texas", None)
    village, _ = places("Two men died in Xanadupur, Kenya.", "Xanadupur", "Kenya")
    assert (village.country, village.admin1, village.latitude) == ("KEN", None, None)
