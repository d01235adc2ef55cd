"""Which lines make up a paragraph."""

from __future__ import annotations

from diurna.read import layout_of


def blocks(text: str) -> list[str]:
    return [text[block.start : block.end] for block in layout_of(text).blocks]


def test_blank_lines_part_paragraphs() -> None:
    assert blocks("Police shot a man.\n\n\n He died later. \n") == ["Police shot a man.", "He died later."]


def test_a_single_newline_parts_them_too() -> None:
    assert blocks("Police shot a man.\nHe died later.") == ["Police shot a man.", "He died later."]


def test_windows_line_ends_stay_in_the_text_and_out_of_the_blocks() -> None:
    text = "Police shot a man.\r\n\r\nHe died later.\r\n"
    assert [(block.start, block.end) for block in layout_of(text).blocks] == [(0, 18), (22, 36)]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Ministers agreed on a budget on Tuesday after a night of talks\n"
        "that nearly broke down when the finance minister, Ana Prado of\n"
        "Lisbon, walked out of the room with her papers, two officials\n"
        "said.\n"
        "Prado later came back."
    )
    assert blocks(text) == [text[: text.index("\nPrado later")], "Prado later came back."]


def test_a_line_that_breaks_off_goes_on_in_lower_case() -> None:
    text = "The general told reporters in the capital that the army\nwould not leave the north."
    assert blocks(text) == [text]


def test_a_list_of_short_lines_stays_a_list() -> None:
    assert blocks("bread\nmilk\npeace") == ["bread", "milk", "peace"]
