"""Where two tellings are one event, whoever takes part by either takes part in it, and each once."""

from dataclasses import replace

import diurna
from diurna.merge.page import Page
from diurna.merge.together import with_all
from diurna.records import Event, Participant, Span, Status


def sides(text: str, kind: str) -> list[tuple[list[str], list[str]]]:
    """Return actors and recipients of the events of a type, by their words."""
    (record,) = diurna.code([{"text": text, "published": "2026-03-12"}])
    events = [event for event in record.events if event.type == kind]
    return [([p.span.text for p in e.actors], [p.span.text for p in e.recipients]) for e in events]


def test_who_is_harmed_in_one_breath_is_harmed_in_one_attack() -> None:
    text = "Militants ambushed an army convoy near Goma on Tuesday, killing six soldiers and kidnapping a colonel."
    ((actors, recipients),) = sides(text, "ASSAULT")
    assert actors == ["Militants"]
    assert recipients == ["an army convoy", "a colonel"]


def test_who_is_told_again_in_other_words_is_there_once() -> None:
    text = (
        "Russia fired missiles at an apartment block in Kharkiv on Tuesday. The strike on the building killed nobody."
    )
    assert [recipients for _, recipients in sides(text, "ASSAULT")] == [["an apartment block"]]


def test_others_who_do_it_to_others_do_another() -> None:
    text = (
        "Masked agents seized a Venezuelan student in Chicago on Tuesday. The mayor condemned the arrest. "
        "Counterprotesters threw eggs, and police arrested two men."
    )
    assert (["police"], ["two men"]) in sides(text, "COERCE")


PAGE = Page.of(" " * 700, [], [])


def part(words: str, start: int) -> Participant:
    """Return a participant by its words alone."""
    return Participant(Span(start, start + len(words), words), name=words)


def told(trigger: str, start: int, status: Status, *harmed: Participant) -> Event:
    """Return a telling of an attack with its victims."""
    return Event("ev1", "ASSAULT", Span(start, start + len(trigger), trigger), status, 0.9, recipients=harmed)


def test_nobody_is_harmed_by_what_is_denied() -> None:
    strike = told("struck", 10, "happened", part("a fuel depot", 17))
    denied = told("targeted", 60, "negated", part("civilians", 45))

    assert with_all(strike, denied, PAGE).recipients == strike.recipients


def test_a_telling_far_off_adds_nobody() -> None:
    strike = told("struck", 10, "happened", part("a fuel depot", 17))
    later = told("attack", 600, "happened", part("journalists", 640))

    assert with_all(strike, later, PAGE).recipients == strike.recipients


def test_somebody_else_harmed_by_nobody_told_is_not_taken_in() -> None:
    doused = told("doused", 10, "happened", part("residents", 17))
    killing = told("killing", 60, "happened", part("a toddler", 71))

    assert with_all(doused, killing, PAGE).recipients == doused.recipients


def test_a_person_with_a_name_is_taken_in() -> None:
    general = replace(part("Omar Haji", 71), entity="n2")
    struck = told("struck", 10, "happened", part("a convoy", 17))
    killed = told("killed", 60, "happened", general)

    assert with_all(struck, killed, replace(PAGE, people={"n2"})).recipients == (*struck.recipients, general)


def test_whom_another_demand_is_made_of_is_not_asked_by_this_one() -> None:
    asked = replace(told("urged", 10, "happened", part("Togo", 17)), type="REQUEST", actors=(part("Ghana", 1),))
    again = replace(told("called on", 60, "happened", part("Benin", 71)), type="REQUEST", actors=(part("Ghana", 1),))

    assert with_all(asked, again, PAGE).recipients == asked.recipients


def test_a_heading_names_nobody_besides() -> None:
    text = (
        "UN envoy meets Libyan rivals\n\n"
        "The United Nations envoy for Libya met the heads of the country's two rival governments in Geneva on Thursday."
    )
    (parts,) = sides(text, "CONSULT")
    assert parts == (["The United Nations envoy", "the heads of the country's two rival governments"], [])


def test_whom_a_fuller_telling_leaves_out_the_other_names_be_it_with_an_article() -> None:
    accused = replace(told("accused", 60, "happened", part("the police", 71)), type="ACCUSE")
    condemned = replace(told("condemned", 10, "happened"), type="ACCUSE", actors=(part("Ghana", 1),))

    assert with_all(condemned, accused, PAGE).recipients == accused.recipients
