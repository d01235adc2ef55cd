"""Where two tellings are one event, whoever takes part by either takes part in it, and each once."""

import diurna


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
