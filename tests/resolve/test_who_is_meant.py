"""Who takes part where the clause does not name them: a speaker, a person named later, the accused."""

from __future__ import annotations

import pytest

import diurna
from diurna.records import Event


def event_of(text: str, trigger: str) -> Event:
    """Return the only event of a text with a trigger."""
    (record,) = diurna.code([text])
    (event,) = [event for event in record.events if event.trigger.text == trigger]
    return event


def test_who_is_quoted_makes_the_accusation() -> None:
    event = event_of('"This government is a disgrace and must go," Kitty Mak said at the polling station.', "disgrace")

    assert [(p.span.text, p.name) for p in event.actors] == [("Kitty Mak", "Kitty Mak")]


def test_who_is_quoted_does_not_do_what_he_tells() -> None:
    event = event_of('"Three of our men were killed at dawn," Colonel Musa Idris said in Kassala.', "killed")

    assert event.actors == ()


@pytest.mark.parametrize(
    ("after", "judge"),
    [
        ("U.S. District Judge Gray Miller wrote on Friday that the law cannot stand.", "Gray Miller"),
        ("U.S. District Judges Gray Miller and Ana Ruiz wrote on Friday that the law cannot stand.", "a federal judge"),
        ("The ruling takes effect on Friday.", "a federal judge"),
    ],
)
def test_a_judge_is_the_one_judge_whom_the_page_names_later(after: str, judge: str) -> None:
    event = event_of(f"On Friday, a federal judge in Texas sentenced two smugglers. {after}", "sentenced")

    assert [(p.span.text, p.name) for p in event.actors] == [("a federal judge", judge)]


def test_the_accused_is_the_one_who_was_arrested() -> None:
    text = "Police arrested Omar Haddad on Monday over the bombing. Prosecutors charged the accused with murder."

    assert [(p.span.text, p.name) for p in event_of(text, "charged").recipients] == [("the accused", "Omar Haddad")]


def test_the_accused_is_nobody_where_two_were_arrested() -> None:
    text = (
        "Police arrested Omar Haddad on Monday and Salim Aziz on Tuesday over the bombing. "
        "Prosecutors charged the accused with murder."
    )

    assert [p.name for p in event_of(text, "charged").recipients] != ["Omar Haddad"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Police arrested a Ugandan, Joseph Okello, in Nairobi.", ["Joseph Okello"]),
        (
            "Police arrested two union leaders, Mary Wanjiru and John Kamau, in Nairobi.",
            ["Mary Wanjiru", "John Kamau"],
        ),
        (
            "Police arrested some deputies, such as Mary Wanjiru, in Nairobi.",
            ["some deputies", "Mary Wanjiru"],
        ),
    ],
)
def test_a_name_behind_the_noun_says_who_is_meant(text: str, names: list[str]) -> None:
    assert [p.name for p in event_of(text, "arrested").recipients] == names


def test_a_hyphen_joins_two_who_are_read_apart_elsewhere() -> None:
    text = "Samuel Okoro met Grace Banda in Lusaka on Monday. It was the first Okoro-Banda meeting in a year."
    (record,) = diurna.code([text])

    assert {name for event in record.events for name in (p.name for p in event.actors)} <= {
        "Samuel Okoro",
        "Grace Banda",
    }


def test_a_post_s_handle_is_the_agency() -> None:
    text = 'The minister resigned, ANI reported. "He left at noon," @ANI wrote on X.'
    (record,) = diurna.code([text])

    assert [(one.name, one.type) for one in record.entities if "ANI" in one.name] == [("ANI", "organization")]


def test_a_town_that_acts_is_its_government() -> None:
    (record,) = diurna.code(["Seattle cleared the protest camp on Monday."])
    assert [(p.span.text, p.sector) for e in record.events for p in e.actors] == [("Seattle", ("GOV",))]
    assert [one.sector for one in record.entities if one.name == "Seattle"] == [()]


def test_a_dual_national_is_neither_state() -> None:
    (record,) = diurna.code(["British-Iranian journalist Nasrin Karimi criticised the new law on Tuesday."])
    assert [(p.name, p.sector) for e in record.events for p in e.actors] == [("Nasrin Karimi", ("JRN",))]


def test_a_senator_of_a_party_with_a_country_in_its_name() -> None:
    (record,) = diurna.code(["A Brothers of Italy senator criticised the new law on Tuesday."])
    assert [(p.country, p.sector) for e in record.events for p in e.actors] == [("ITA", ("LEG", "PTY"))]


def test_the_pakistani_taliban_are_no_government() -> None:
    (record,) = diurna.code(["The Pakistani Taliban criticised the new law on Tuesday."])
    assert [(p.country, p.sector) for e in record.events for p in e.actors] == [("PAK", ("REB",))]


def test_a_division_of_two_countries_is_of_the_articles() -> None:
    (record,) = diurna.code(["Police fired on a crowd in Lahore, Pakistan. Punjab lawmakers criticised the police."])
    assert [p.country for e in record.events for p in e.actors if p.sector == ("LEG",)] == ["PAK"]


def the_reporter(text: str) -> list[str | None]:
    (record,) = diurna.code([text])
    return [p.name for e in record.events for p in e.actors if p.span.text == "The reporter"]


def test_the_reporter_is_the_journalist_told_of() -> None:
    text = "Journalist Amina Bello was freed on Friday. The reporter thanked her lawyers."
    assert the_reporter(text) == ["Amina Bello"]


def test_of_two_journalists_the_reporter_is_neither() -> None:
    text = "Journalist Amina Bello met journalist Tomás Rey on Friday. The reporter thanked the police."
    assert the_reporter(text) == ["reporter"]


def test_the_judge_is_no_lawyer_told_of() -> None:
    (record,) = diurna.code(["Lawyer Nadia Karim met reporters in Tunis. The judge criticised the police."])
    assert [p.name for e in record.events for p in e.actors if p.span.text == "The judge"] == ["judge"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Activist Lina Haddad was freed in Beirut. The 28-year-old accused a bank of fraud.", "Lina Haddad"),
        ("Juan Paz, 23, and Luis Gil, 31, were arrested. The 31-year-old accused the police of theft.", "Luis Gil"),
        ("Juan Paz and Luis Gil were arrested in Lima. The 31-year-old accused the police of theft.", None),
        ("Police met Juan Paz in Lima. The lawyer, Luis Gil, said the 31-year-old accused the police.", "Juan Paz"),
    ],
)
def test_an_age_means_whoever_has_it(text: str, name: str | None) -> None:
    (record,) = diurna.code([text])
    told = [one.name for one in record.entities for m in one.mentions if m.span.text.endswith("-year-old")]
    assert told == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("Soldiers raided a mosque in Gulu and detained four men. They were freed on Saturday.", "freed", "four men"),
        ("Officers picked up two journalists in Gulu. They were released on Monday.", "released", "two journalists"),
    ],
)
def test_they_who_are_freed_are_those_taken(text: str, trigger: str, name: str) -> None:
    (who,) = event_of(text, trigger).recipients

    assert (who.span.text, who.name) == ("They", name)


def test_he_who_denies_it_is_the_accused() -> None:
    event = event_of("Senator Edwin Sifuna accused Governor Johnson Sakaja of theft. He denied the claim.", "denied")

    assert [(p.span.text, p.name) for p in event.actors] == [("He", "Johnson Sakaja")]


@pytest.mark.parametrize(
    ("after", "name"),
    [
        ("Alejandro Arcos, 43, had asked for protection.", "Alejandro Arcos"),
        ("Alejandro Arcos, 43, his neighbour, had asked for protection.", "mayor of Iguala"),
        ("Alejandro Arcos, 43, said that he heard shots.", "mayor of Iguala"),
    ],
)
def test_who_is_named_next_by_his_age_alone_is_he_of_whom_the_sentence_before_tells(after: str, name: str) -> None:
    (who,) = event_of(f"The mayor of Iguala was killed on Sunday. {after}", "killed").recipients

    assert (who.span.text, who.name) == ("The mayor", name)
