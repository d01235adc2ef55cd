"""Names of one entity are found together, those of two stay apart."""

from __future__ import annotations

from written_sentences import document, span_of

from diurna.resolve.entities import find_entities

KHANS = (
    "[person Imran/PROPN/3/nsubj Khan/PROPN/1/flat ] met/VERB/0/root/meet [person Azam/PROPN/3/obj"
    " Khan/PROPN/4/flat ]"
    " _./PUNCT/3/punct",
    "[person Khan/PROPN/2/nsubj ] left/VERB/0/root/leave early/ADV/2/advmod _./PUNCT/2/punct",
)


def test_a_given_name_alone_is_the_person_named_in_full() -> None:
    page = document(
        "[person Akhilesh/PROPN/2/nsubj ] visited/VERB/0/root/visit [place Rampur/PROPN/2/obj ] _./PUNCT/2/punct",
        "[person Akhilesh/PROPN/3/nsubj Yadav/PROPN/1/flat ] spoke/VERB/0/root/speak _./PUNCT/3/punct",
    )
    entities = find_entities(page)
    assert [one.name for one in entities.entities] == ["Akhilesh Yadav", "Rampur"]
    assert entities.at(span_of(page, "Akhilesh")) == ("e1",)
    assert [(m.span.text, m.kind) for m in entities.entities[0].mentions] == [
        ("Akhilesh", "name"),
        ("Akhilesh Yadav", "name"),
    ]


def test_two_of_one_surname_stay_two_and_the_surname_is_the_last_named() -> None:
    page = document(*KHANS)
    entities = find_entities(page)
    assert [one.name for one in entities.entities] == ["Imran Khan", "Azam Khan"]
    assert entities.at(span_of(page, "Khan", 2)) == ("e2",)


def test_a_surname_given_alone_before_stays_with_its_bearer_when_kin_are_named() -> None:
    page = document(
        "[person Azam/PROPN/2/nsubj Khan/PROPN/0/flat ] spoke/VERB/2/root/speak _./PUNCT/2/punct",
        "[person Khan/PROPN/1/nsubj ] left/VERB/1/root/leave _./PUNCT/1/punct",
        "[person Tazeen/PROPN/2/nsubj Khan/PROPN/0/flat ] waited/VERB/2/root/wait _./PUNCT/2/punct",
        "[person Khan/PROPN/1/nsubj ] returned/VERB/1/root/return _./PUNCT/1/punct",
    )
    entities = find_entities(page)
    assert [(one.name, len(one.mentions)) for one in entities.entities] == [("Azam Khan", 3), ("Tazeen Khan", 1)]


def test_a_courtesy_title_tells_which_of_two_is_meant() -> None:
    page = document(
        "[person Hillary/PROPN/6/nsubj Clinton/PROPN/1/flat ] and/CCONJ/4/cc [person Bill/PROPN/1/conj"
        " Clinton/PROPN/4/flat ]"
        " left/VERB/0/root/leave _./PUNCT/6/punct",
        "Mrs/PROPN/2/nmod:desc [person Clinton/PROPN/3/nsubj ] waved/VERB/0/root/wave _./PUNCT/3/punct",
    )
    assert find_entities(page).at(span_of(page, "Mrs Clinton")) == ("e1",)


def test_the_land_that_a_senator_is_from_is_no_part_of_his_name() -> None:
    page = document(
        "Senator/PROPN/7/nsubj from/ADP/4/case [person New/PROPN/4/compound York/PROPN/1/nmod"
        " Chuck/PROPN/4/flat Schumer/PROPN/4/flat ] resigned/VERB/0/root/resign _./PUNCT/7/punct",
    )
    entities = find_entities(page)
    assert [one.name for one in entities.entities] == ["Chuck Schumer"]
    assert entities.at(span_of(page, "Chuck Schumer")) == ("e1",)


def test_a_possessive_sign_is_no_part_of_a_name() -> None:
    page = document(
        "[person Ansari/PROPN/3/nmod:poss _'s/PART/1/case ] aide/NOUN/4/nsubj spoke/VERB/0/root/speak _./PUNCT/4/punct"
    )
    entities = find_entities(page)
    assert [m.span.text for m in entities.entities[0].mentions] == ["Ansari"]


def test_a_short_form_in_brackets_is_the_party_it_stands_for() -> None:
    page = document(
        "The/DET/3/det [organization Samajwadi/PROPN/3/compound Party/PROPN/7/nsubj ] (/PUNCT/5/punct"
        " _SP/PROPN/3/appos"
        " _)/PUNCT/5/punct won/VERB/0/root/win _./PUNCT/7/punct",
        "[organization SP/PROPN/2/compound ] workers/NOUN/3/nsubj/worker cheered/VERB/0/root/cheer _./PUNCT/3/punct",
    )
    entities = find_entities(page)
    assert entities.entities[0].name == "Samajwadi Party"
    assert [m.span.text for m in entities.entities[0].mentions] == ["Samajwadi Party", "SP", "SP"]


def test_initials_are_the_body_they_abbreviate() -> None:
    page = document(
        "The/DET/3/det [organization African/PROPN/3/compound Union/PROPN/4/nsubj ] met/VERB/0/root/meet"
        " _./PUNCT/4/punct",
        "[organization AU/PROPN/2/compound ] envoys/NOUN/3/nsubj/envoy left/VERB/0/root/leave _./PUNCT/3/punct",
    )
    assert find_entities(page).at(span_of(page, "AU")) == ("e1",)


def test_a_country_is_one_under_all_its_names() -> None:
    page = document(
        "The/DET/3/det [place United/PROPN/3/amod States/PROPN/4/nsubj ] agreed/VERB/0/root/agree _./PUNCT/4/punct",
        "[place U.S./PROPN/2/compound ] troops/NOUN/3/nsubj/troop left/VERB/0/root/leave _./PUNCT/3/punct",
        "[place American/ADJ/2/amod ] officials/NOUN/3/nsubj/official agreed/VERB/0/root/agree _./PUNCT/3/punct",
    )
    entities = find_entities(page)
    country = entities.entities[0]
    assert (country.name, country.type) == ("United States", "place")
    assert [m.span.text for m in country.mentions] == ["United States", "U.S.", "American"]


def test_diacritics_and_hyphens_do_not_make_another_person() -> None:
    page = document(
        "[person Nicolás/PROPN/3/nsubj Maduro/PROPN/1/flat ] spoke/VERB/0/root/speak _./PUNCT/3/punct",
        "[person Nicolas/PROPN/3/nsubj Maduro/PROPN/1/flat ] left/VERB/0/root/leave _./PUNCT/3/punct",
    )
    assert len(find_entities(page).entities) == 1


def test_a_surname_read_as_an_organization_is_still_the_person() -> None:
    page = document(
        "[person Danish/PROPN/3/nsubj Ansari/PROPN/1/flat ] spoke/VERB/0/root/speak _./PUNCT/3/punct",
        "[organization Ansari/PROPN/2/nsubj ] left/VERB/0/root/leave _./PUNCT/2/punct",
    )
    (person,) = find_entities(page).entities
    assert (person.name, person.type, len(person.mentions)) == ("Danish Ansari", "person", 2)


def test_a_ministry_is_the_one_named_before() -> None:
    page = document(
        "The/DET/2/det [organization Ministry/PROPN/5/nsubj of/ADP/4/case Defence/PROPN/2/nmod ]"
        " denied/VERB/0/root/deny"
        " it/PRON/5/obj _./PUNCT/5/punct",
        "The/DET/2/det ministry/NOUN/3/nsubj gave/VERB/0/root/give no/DET/5/det details/NOUN/3/obj/detail"
        " _./PUNCT/3/punct",
    )
    entities = find_entities(page)
    assert (
        entities.at(span_of(page, "The ministry")) == entities.at(span_of(page, "The Ministry of Defence")) == ("e1",)
    )


def test_a_surname_read_as_a_place_is_still_the_person() -> None:
    page = document(
        "[person Hassan/PROPN/5/nsubj al/PROPN/1/flat -/PUNCT/4/punct Tariq/PROPN/1/flat ] spoke/VERB/0/root/speak"
        " _./PUNCT/5/punct",
        "[place Tariq/PROPN/2/nsubj ] left/VERB/0/root/leave _./PUNCT/2/punct",
    )
    (person,) = find_entities(page).entities
    assert (person.type, len(person.mentions)) == ("person", 2)


def test_a_town_of_a_person_s_surname_stays_a_town() -> None:
    page = document(
        "[person Mikhail/PROPN/3/nsubj Karsk/PROPN/1/flat ] spoke/VERB/0/root/speak _./PUNCT/3/punct",
        "Rebels/NOUN/2/nsubj/rebel met/VERB/0/root/meet in/ADP/4/case [place Karsk/PROPN/2/obl ] _./PUNCT/2/punct",
    )
    assert [(one.name, one.type) for one in find_entities(page).entities if one.type == "place"] == [("Karsk", "place")]


def test_a_capital_of_a_person_s_surname_stays_a_capital() -> None:
    page = document(
        "[person Jack/PROPN/3/nsubj London/PROPN/1/flat ] spoke/VERB/0/root/speak _./PUNCT/3/punct",
        "[place London/PROPN/2/nsubj ] refused/VERB/0/root/refuse _./PUNCT/2/punct",
    )
    assert [one.type for one in find_entities(page).entities] == ["person", "place"]


def test_an_alias_is_the_person_it_is_told_of() -> None:
    page = document(
        "[person Nestor/PROPN/7/nsubj Vera/PROPN/1/flat ] _,/PUNCT/4/punct alias/NOUN/1/appos [person"
        " Ivan/PROPN/4/flat Mordisco/PROPN/5/flat ] fled/VERB/0/root/flee _./PUNCT/7/punct",
        "Soldiers/NOUN/2/nsubj/soldier saw/VERB/0/root/see [person Mordisco/PROPN/2/obj ] _./PUNCT/2/punct",
    )
    assert find_entities(page).at(span_of(page, "Mordisco", 1)) == ("e1",)


def test_two_whom_no_alias_joins_stay_two() -> None:
    page = document(
        "[person Nestor/PROPN/6/nsubj Vera/PROPN/1/flat ] _,/PUNCT/4/punct unlike/ADP/5/case [person"
        " Mordisco/PROPN/6/obl ] fled/VERB/0/root/flee _./PUNCT/6/punct",
    )
    assert [one.name for one in find_entities(page).entities] == ["Nestor Vera", "Mordisco"]
