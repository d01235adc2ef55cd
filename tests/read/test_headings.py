"""Which lines are headings."""

from __future__ import annotations

from diurna.read import layout_of

REPORT = "Police arrested ten people on Monday after a protest in the west of the city, officials said."


def headings(text: str) -> list[str]:
    return [text[block.start : block.end] for block in layout_of(text).blocks if block.kind == "heading"]


def test_a_title_in_sentence_case() -> None:
    text = f"Police arrest ten after protest in the west of the capital\n\n{REPORT}"
    assert headings(text) == ["Police arrest ten after protest in the west of the capital"]


def test_an_inner_heading_in_title_case() -> None:
    text = f"{REPORT}\n\nOpposition Reacts to the Arrests of Its Leaders\n\n{REPORT}"
    assert headings(text) == ["Opposition Reacts to the Arrests of Its Leaders"]


def test_a_heading_may_ask() -> None:
    assert headings(f"{REPORT}\n\nWill the General Step Down Before the Polls?\n\n{REPORT}") == [
        "Will the General Step Down Before the Polls?"
    ]


def test_capitals_and_few_words() -> None:
    capitals = "CURFEW IN THE WESTERN PROVINCES EXTENDED AGAIN"
    text = f"{REPORT}\n\n{capitals}\n\n{REPORT}\n\nWhat happens next\n\n{REPORT}"
    assert headings(text) == [capitals, "What happens next"]


def test_title_and_subtitle_over_a_dateline() -> None:
    text = f"Ten Held After Protest\n\nThe Arrests in Brief\n\nLISBON, March 3 (Reuters) - {REPORT}"
    assert headings(text) == ["Ten Held After Protest", "The Arrests in Brief"]


def test_a_short_sentence_is_no_heading() -> None:
    assert headings(f"{REPORT}\n\nThe Mayor Resigned.\n\n{REPORT}") == []


def test_a_short_line_in_lower_case_is_no_heading_inside_the_page() -> None:
    assert headings(f"{REPORT}\n\nThe arrests came as a surprise to many\n\n{REPORT}") == []


def test_a_short_last_line_stands_over_nothing() -> None:
    assert headings(f"{REPORT}\n\nMore to Follow") == []


def test_a_credit_after_a_dash_is_no_heading() -> None:
    assert headings(f"{REPORT}\n\n—Ana Prado\n\n{REPORT}") == []
