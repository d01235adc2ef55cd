"""The name between commas behind an office, what titles are taken off a name, and whose office it is."""

from __future__ import annotations

import pytest

import diurna
from diurna.records import Entity, Record


def record_of(text: str) -> Record:
    """Return the record of a text."""
    (record,) = diurna.code([text])
    return record


def person(text: str, name: str) -> Entity:
    """Return the only entity of a text with a name."""
    (entity,) = [one for one in record_of(text).entities if one.name == name]
    return entity


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The proctor, Omar Haddad, accused the students of arson.", "Omar Haddad"),
        ("The city's rector, Omar Haddad, accused the students of arson.", "Omar Haddad"),
        ("The French chargé d'affaires, Paul Simon, accused the students of arson.", "Paul Simon"),
        ("The minister, Ann Lee and Joe Cruz accused the students of arson.", "minister"),
        ("The council, Ann Lee said, accused the students of arson.", "council"),
    ],
)
def test_a_name_between_commas_is_who_holds_the_office(text: str, name: str) -> None:
    event = next(event for event in record_of(text).events if event.trigger.text == "accused")
    assert event.actors[0].name == name


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Ombudswoman Elena Vidal thanked the bishops.", "Elena Vidal", "Ombudswoman"),
        ("Cr Peter Norton criticised the plan.", "Peter Norton", "Cr"),
        ("House Speaker Tom Norton accused the governor.", "Tom Norton", "House Speaker"),
        ("Secretary of State Tom Norton accused the governor.", "Tom Norton", "Secretary of State"),
    ],
)
def test_a_title_is_no_part_of_the_name(text: str, name: str, title: str) -> None:
    assert [role.title for role in person(text, name).roles] == [title]


def test_a_courtesy_is_no_part_of_the_name_and_no_office() -> None:
    assert person("Monsignor Tomas Vidal urged the rebels to talk.", "Tomas Vidal").roles == ()


def test_pieces_of_titles_and_single_letters_are_nobody() -> None:
    text = "African Union chief Moussa Faki met Sudanese Prime Minister Kamil Idris. Idris posted it on X. Faki left."
    assert {one.name for one in record_of(text).entities if one.type == "person"} == {"Moussa Faki", "Kamil Idris"}


def test_a_surname_that_is_a_title_elsewhere_stays_a_name() -> None:
    assert len(person("Stephen King spoke in Bangor. King criticised the police.", "Stephen King").mentions) == 2


@pytest.mark.parametrize(
    ("text", "name", "of"),
    [
        (
            "The Green Party condemned the vote. Its chairman, Ola Berg, criticised the police.",
            "Ola Berg",
            "Green Party",
        ),
        ("Mayor Ann Lee left. The mayor's spokesman, Joe Cruz, criticised the police.", "Joe Cruz", "Ann Lee"),
        (
            "Amnesty International condemned it. The group's Kenya director, Joe Cruz, criticised the police.",
            "Joe Cruz",
            "Amnesty International",
        ),
        ("Kenya's president, William Ruto, criticised the police.", "William Ruto", "Kenya"),
        ("President Ruto's chief of staff, Felix Koskei, met the envoy.", "Felix Koskei", "Ruto"),
        ("He posted it on X. President William Ruto criticised the police.", "William Ruto", None),
    ],
)
def test_an_office_is_of_the_owner_before_it(text: str, name: str, of: str | None) -> None:
    assert [role.of for role in person(text, name).roles] == [of]


def test_a_state_is_no_short_form_of_its_university() -> None:
    text = "Students of the University of Illinois marched. Illinois Gov. Ann Lee criticised the police."
    assert [role.of for role in person(text, "Ann Lee").roles] == ["Illinois"]


@pytest.mark.parametrize("name", ["Juan Vidal", "Monsignor Juan Vidal", "Alhaji Juan Vidal"])
def test_a_courtesy_between_an_office_and_the_name_hides_nothing(name: str) -> None:
    bishop = person(f"The diocese criticised it. Its bishop, {name}, urged the rebels to talk.", "Juan Vidal")
    assert [role.title for role in bishop.roles] == ["bishop"]
    assert "Its bishop" in [mention.span.text for mention in bishop.mentions]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The army took the town of Bara. Its chief, Ali Haddad, praised the rebels.", "army"),
        ("Troops of the army took the town of Bara. Its mayor, Ali Haddad, praised the rebels.", "Bara"),
        ("PTI lawmakers left the National Assembly. The party's chairman, Ali Haddad, praised the rebels.", "PTI"),
        ("Boeing left the talks. The company's chairman, Ali Haddad, praised the rebels.", "Boeing"),
    ],
)
def test_an_office_is_of_a_body_that_can_have_it(text: str, of: str) -> None:
    assert [role.of for role in person(text, "Ali Haddad").roles] == [of]
