"""Whom a page must not name, and whom "she" cannot mean."""

from __future__ import annotations

import diurna


def speakers(text: str) -> list[str | None]:
    """Return the name of the entity of each attribution."""
    (record,) = diurna.code([text])
    names = {entity.id: entity.name for entity in record.entities}
    return [names.get(one.entity or "") for one in record.attributions]


def test_an_official_is_not_the_one_named_later() -> None:
    text = (
        "An Egyptian official said the talks had failed. The official asked not to be named.\n\n"
        "Hamas official Osama Hamdan said the group had accepted the plan."
    )
    assert (speakers(text)[0], speakers(text)[-1]) == ("Egyptian official", "Osama Hamdan")


def test_a_judge_is_the_one_named_later() -> None:
    text = "A federal judge said the ban was unlawful.\n\nJudge Gray Miller said the army must obey."
    assert speakers(text) == ["Gray Miller", "Gray Miller"]


def test_a_son_named_beside_his_mother_is_no_she() -> None:
    text = (
        "“He wants the war to go on,” said Einav Zangauker, whose son Matan is held in Gaza. “Bring them home!” she "
        "shouted through a megaphone."
    )
    assert speakers(text) == ["Einav Zangauker", "Einav Zangauker"]
