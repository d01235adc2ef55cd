"""Which bearer of a known name the article means, and what he is on its day."""

from __future__ import annotations

from datetime import date

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.records import Entity, Record


def coded(text: str, on: date = date(2026, 2, 19)) -> Record:
    (record,) = code_articles([article_of(text, id="one", published=on)])
    return record


def called(text: str, name: str, on: date = date(2026, 2, 19)) -> Entity:
    (entity,) = [one for one in coded(text, on).entities if one.name == name]
    return entity


def test_an_office_of_another_country_tells_a_namesake() -> None:
    found = called("Colombia's Defence Minister Pedro Sánchez visited the troops in Popayán.", "Pedro Sánchez")
    assert (found.country, found.sector, found.identifiers) == ("COL", ("GOV",), {})


def test_a_known_holder_of_the_office_stays_known() -> None:
    found = called("Spain's Prime Minister Pedro Sánchez visited the troops in Madrid.", "Pedro Sánchez")
    assert (found.country, found.identifiers) == ("ESP", {"wikidata": "Q6070218"})


def test_an_ambassador_keeps_the_country_that_sent_him() -> None:
    text = "The United States ambassador to Israel, Mike Huckabee, met Israel's president in Jerusalem."
    assert called(text, "Mike Huckabee").country == "USA"


def test_of_who_left_an_office_the_articles_own_words_tell_what_he_is() -> None:
    found = called("Judge Jagmeet Singh acquitted a Canadian farmer in Toronto, Canada.", "Jagmeet Singh")
    assert found.sector == ("JUD",)


def test_who_is_told_by_no_office_is_what_he_last_was() -> None:
    found = called("Jagmeet Singh met a Canadian farmer in Toronto, Canada.", "Jagmeet Singh")
    assert found.sector == ("ELI",)


def test_a_chancellor_is_no_longer_of_the_opposition() -> None:
    assert called("Friedrich Merz met farmers in Berlin, Germany.", "Friedrich Merz").sector[0] == "GOV"


def test_before_he_took_office_he_was_of_the_opposition() -> None:
    found = called("Friedrich Merz met farmers in Berlin, Germany.", "Friedrich Merz", date(2023, 5, 2))
    assert found.sector == ("PTY", "OPP")


def test_a_party_of_a_land_the_article_never_names_is_another() -> None:
    found = called("Members of the Liberty Movement rejected the law in Lusaka, Zambia.", "Liberty Movement")
    assert found.country == "ZMB"


def test_of_a_party_name_that_many_share_the_country_decides() -> None:
    text = "Members of the Progressive Party rejected the law in {}."
    assert called(text.format("Lusaka, Zambia"), "Progressive Party").country == "ZMB"
    assert called(text.format("Novi Sad, Serbia"), "Progressive Party").sector == ("PTY", "GOV")


def test_a_name_that_has_a_person_alone_is_a_persons() -> None:
    found = called("Marine Le Pen's National Rally rejected the budget in Paris.", "Marine Le Pen")
    assert (found.type, found.sector) == ("person", ("PTY", "OPP"))


def recipients(text: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    return [(p.name, p.country, p.sector) for event in coded(text).events for p in event.recipients]


def test_brussels_stands_for_the_union() -> None:
    assert recipients("Moscow accused Brussels of meddling in Moldova.") == [("Brussels", "EUR", ("GOV",))]


def test_in_belgian_news_brussels_is_the_town() -> None:
    text = "The Belgian mayor of Antwerp accused Brussels of wasting Belgium's money."
    assert [(name, country) for name, country, _ in recipients(text)] == [("Brussels", "BEL")]


def test_a_town_that_is_attacked_is_a_town() -> None:
    assert recipients("Gunmen stormed Brussels.") == [("Brussels", "BEL", ())]


def test_an_acronym_of_a_division_means_one_of_the_countries_told() -> None:
    text = "WA Mines Minister David Michael met elders in Perth, Australia."
    assert called(text, "David Michael").country == "AUS"


def test_a_title_that_belongs_to_the_name_finds_who_is_meant() -> None:
    (record,) = code_articles([article_of("Sheikh Hasina rejected the tribunal in Dhaka, Bangladesh.", id="one")])
    (rejected,) = [e for e in record.events if e.trigger.text == "rejected"]
    assert [(p.country, p.sector) for p in rejected.actors] == [("BGD", ("ELI",))]
