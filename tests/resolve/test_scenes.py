"""Where an event took place: the likeliest place that is named near it, or none."""

from __future__ import annotations

import pytest

import diurna


def places(text: str) -> dict[str, str | None]:
    (record,) = diurna.code([text])
    return {e.trigger.text: e.place.name if e.place else None for e in record.events}


def test_a_place_of_the_event_s_own_clause() -> None:
    assert places("Police arrested twelve smugglers in Minsk on Sunday.") == {"arrested": "Minsk"}


def test_the_place_of_another_clause_is_not_the_event_s() -> None:
    found = places(
        "The military government released four journalists, a day after leaders meeting in Abuja threatened sanctions."
    )
    assert (found["released"], found["meeting"]) == (None, "Abuja")


def test_the_dateline_s_place_where_none_is_nearer() -> None:
    found = places("BOGOTÁ (Andes Daily) - Police fired tear gas at marching teachers on Wednesday.")
    assert found["fired tear gas"] == "Bogotá"


def test_what_is_said_of_a_place_is_not_said_there() -> None:
    assert places("The French president accused Russia of lying about the war in Syria.")["accused"] is None


def test_a_building_that_no_gazetteer_has_is_a_place_in_the_town_of_its_name() -> None:
    (record,) = diurna.code(["The union leader was released from Gweru Prison on Friday."])
    (place,) = (event.place for event in record.events)
    assert place is not None
    assert (place.name, place.span.text, place.country) == ("Gweru Prison", "Gweru Prison", "ZWE")
    assert (round(place.latitude or 0), round(place.longitude or 0), place.geonames) == (-19, 30, None)


def test_a_building_lies_in_the_town_that_stands_under_it() -> None:
    (record,) = diurna.code(["Gunmen killed two clerks at the Danish consulate in Peshawar on Monday."])
    (place,) = (event.place for event in record.events)
    assert place is not None
    assert place.country == "PAK"


def test_a_building_of_no_told_town_has_no_coordinates() -> None:
    (record,) = diurna.code(["Police arrested two men at the bakery's warehouse on Monday."])
    (place,) = (event.place for event in record.events)
    assert place is not None
    assert (place.name, place.latitude, place.country) == ("bakery's warehouse", None, None)


def test_a_term_in_prison_is_no_place() -> None:
    assert places("The judge sentenced the miner to ten years in prison.") == {"sentenced": None}


def test_the_capital_is_that_of_the_country_the_article_is_about() -> None:
    found = places("Kenyan police clashed with marchers on Sunday. Soldiers arrested six men in the capital.")
    assert found["arrested"] == "Nairobi"


def test_a_capital_whose_country_the_phrase_names() -> None:
    found = places("Kenya and Peru signed a treaty. Police arrested six men in Peru's capital.")
    assert found["arrested"] == "Lima"


def test_a_residence_that_a_pronoun_owns_says_less_than_its_town() -> None:
    found = places("Maria Costa met the union's leader Rui Alves at his residence in Porto on Friday.")
    assert found["met"] == "Porto"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peru's foreign minister visited Kisumu on Tuesday.", {"visited": "Kisumu"}),
        ("The minister is expected to travel to Bucharest next week.", {"travel": "Bucharest"}),
        (
            "The army captured El-Geneina, the last base in Darfur, on Monday.",
            {"captured": "Al-Junaynah"},
        ),
        ("In Dakar, Amnesty International accused the police of torture.", {"accused": "Dakar", "torture": None}),
        ("The minister, speaking in Suva today, urged both sides to talk.", {"urged": "Suva"}),
        ("In Tulsa, Oklahoma, police arrested nine men on Sunday.", {"arrested": "Tulsa"}),
    ],
)
def test_where_one_goes_what_is_taken_where_one_speaks(text: str, found: dict[str, str | None]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The French president accused Kenya of shelling a port.", {"accused": None}),
        ("In Peshawar, police shot dead two men.", {"shot dead": "Peshawar"}),
        ("The bishop, in a statement to the Kenyan council, urged both sides to talk.", {"urged": None}),
    ],
)
def test_what_only_concerns_an_event_is_not_its_place(text: str, found: dict[str, str | None]) -> None:
    assert {words: name for words, name in places(text).items() if words in found} == found


def test_where_somebody_comes_from_is_not_where_it_happened() -> None:
    assert places("A judge sentenced an Ohio man on Friday.") == {"sentenced": None}
    assert places("Police arrested a man from Kisumu in Nairobi.") == {"arrested": "Nairobi"}
    assert places("Police arrested two men in Kisumu.") == {"arrested": "Kisumu"}


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("In Beed district of Maharashtra, a village head was beaten to death.", "beaten to death", "Beed"),
        ("Police in Urumqi, the capital of Xinjiang, detained dozens of men.", "detained", "Urumqi"),
        ("In Kisumu, the police chief of Kenya ordered officers to arrest the miners.", "ordered", "Kisumu"),
    ],
)
def test_of_a_town_and_the_division_it_lies_in_the_town(text: str, trigger: str, place: str) -> None:
    assert places(text)[trigger] == place


def test_what_a_clause_with_where_tells_happened_there() -> None:
    found = places("The activists gathered at the Port of Newcastle, where they blocked coal ships.")
    assert found["blocked"] == "Port of Newcastle"


def test_where_those_who_act_come_from_is_not_where_they_act() -> None:
    assert places("Farmers from Creuse dumped manure outside the town hall in Limoges.")["dumped manure"] == "Limoges"


def test_an_aside_behind_who_speaks_says_where() -> None:
    assert places("Premier Lou Hall, in Kingston, condemned the threats.") == {"condemned": "Kingston"}


def test_the_place_that_opens_the_sentence_behind_a_day() -> None:
    found = places("On Friday in Lyon, police arrested six men from Marseille.")
    assert found["arrested"] == "Lyon"


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Prosecutors in Suwon accused two generals of treason.", "accused", "Suwon"),
        ("Russia's foreign minister, visiting Minsk, accused the West of meddling.", "accused", "Minsk"),
        ("The countries of Africa accused the West of meddling in Mali.", "accused", None),
    ],
)
def test_where_those_who_speak_are(text: str, trigger: str, place: str | None) -> None:
    assert places(text)[trigger] == place


def test_a_country_that_opens_the_sentence_gives_way_to_the_town_in_it() -> None:
    assert places("In Kenya, police arrested two men in Mombasa.") == {"arrested": "Mombasa"}


def test_words_said_on_an_occasion_are_said_there() -> None:
    assert places("The president condemned the attack at a rally in Kano.")["condemned"] == "Kano"


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("An Ankara court acquitted the mayor on Friday.", "acquitted", "Ankara"),
        ("On Friday in Kenya, six miners were fined by a court in Kisumu.", "fined", "Kisumu"),
        ("Residents of the coastal town of Saint-Marc blocked a road.", "blocked", "Saint-Marc"),
        ("NSW Police arrested a woman in Newcastle on Tuesday.", "arrested", "Newcastle"),
    ],
)
def test_courts_and_police_act_where_they_are_of(text: str, trigger: str, place: str) -> None:
    assert places(text)[trigger] == place


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Venezuela sent 2,000 troops to Maracaibo.", "sent", "Maracaibo"),
        ("The rebels withdrew from Bria on Sunday.", "withdrew", "Bria"),
        ("Rockets struck the Israeli port of Haifa on Sunday, killing two people.", "struck", "Haifa"),
    ],
)
def test_where_troops_go_what_they_leave_and_what_is_struck(text: str, trigger: str, place: str) -> None:
    assert places(text)[trigger] == place


def test_a_verb_with_a_subject_of_its_own_has_a_place_of_its_own() -> None:
    found = places("Ethiopia opened its border at Metema, and Egypt sent three planes of relief goods to Port Sudan.")
    assert found["sent"] == "Port Sudan"
    found = places("Thailand recalled its ambassador from Phnom Penh and closed the crossing at Poipet.")
    assert found["closed"] == "Paoy Paet"


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Iran's foreign minister condemned the raid during a visit to Damascus.", "condemned", "Damascus"),
        ("ASEAN foreign ministers, meeting in Vientiane, condemned the air strikes.", "condemned", "Vientiane"),
        ("Petro, who is in Accra for a summit, accused the generals of plotting.", "accused", "Accra"),
        ("Biden delivered a speech in Omaha in which he accused Russia of lying.", "accused", "Omaha"),
    ],
)
def test_words_are_said_where_who_speaks_is_besides(text: str, trigger: str, place: str) -> None:
    assert places(text)[trigger] == place


def test_whom_a_country_says_more_of_was_not_killed_there() -> None:
    assert places("The army killed Ali Reza, head of Iran's Quds Force, in an airstrike.")["killed"] is None


def test_the_land_beyond_a_border_is_not_where_it_happened() -> None:
    assert places("Rebels seized two soldiers near the border with Venezuela.")["seized"] is None


def test_a_dateline_gives_way_to_a_place_of_the_sentence() -> None:
    found = places("MANILA - China's coast guard fired water cannon at two boats near Scarborough Shoal on Saturday.")
    assert found["fired water cannon"] == "Scarborough Shoal"


def test_the_country_told_of_is_the_article_s() -> None:
    found = places("Peru's miners are angry. Protests have been held across the country since April.")
    assert found == {"Protests": "Peru"}


def test_the_finer_of_two_tellings_places_the_event() -> None:
    found = places(
        "Gunmen kill nine in Nigeria\n\nGunmen on motorcycles killed nine people at a market in Katsina on Monday."
    )
    assert set(found.values()) == {"Katsina"}


def test_a_town_between_a_comma_and_in_is_finer_than_what_it_lies_in() -> None:
    found = places("Residents of El Fasher, in North Darfur, said gunmen had looted a hospital.")
    assert found["looted"] == "El Fasher"


def test_a_village_s_own_name_rather_than_the_word_for_it() -> None:
    text = "Jets bombed a clinic in the village of Nam Hpat Kar, near the Chinese border, residents of Lashio said."
    assert places(text)["bombed"] == "Nam Hpat Kar"


def test_a_village_lies_in_the_division_that_is_told_behind_in() -> None:
    (record,) = diurna.code(["Gunmen killed two women in the village of Gidan Dawa in Katsina State on Monday."])
    (place,) = (event.place for event in record.events)
    assert place is not None
    assert (place.name, place.country, place.admin1) == ("Gidan Dawa", "NGA", "Katsina State")


def test_a_vast_country_s_middle_is_near_nothing() -> None:
    text = "The United States fined banks in Juba, Khartoum, Riyadh and Dubai. Women of Sudan protested in Geneva."
    (record,) = diurna.code([text])
    assert [p.country for p in record.places if p.name == "Geneva"] == ["CHE"]
