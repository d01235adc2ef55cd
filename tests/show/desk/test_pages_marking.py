"""A text cut at the ends of all marks, which may overlap and lie within each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diurna.show.desk.pages.marking import Mark, marks_of, parts_of, segments

TEXT = "“Police beat two dockers,” Mayor Brandt said."
SAID = Mark(0, 26, "quotation", "a1")
BEAT = Mark(8, 12, "event", "e1")
POLICE = Mark(1, 7, "entity", "n1")


def cut(marks: list[Mark], start: int = 0, end: int | None = None) -> list[tuple[str, list[str]]]:
    return [(one.text, [mark.id for mark in one.marks]) for one in segments(TEXT, marks, start, end)]


def test_marks_within_a_mark_cut_it() -> None:
    assert cut([BEAT, SAID, POLICE]) == [
        ("“", ["a1"]), ("Police", ["a1", "n1"]), (" ", ["a1"]), ("beat", ["a1", "e1"]), (" two dockers,”", ["a1"]),
        (" Mayor Brandt said.", []),
    ]  # fmt: skip


def test_marks_that_overlap_share_the_piece_in_which_both_hold() -> None:
    assert cut([Mark(1, 12, "event", "e1"), Mark(8, 24, "event", "e2")]) == [
        ("“", []), ("Police ", ["e1"]), ("beat", ["e1", "e2"]), (" two dockers", ["e2"]), (",” Mayor Brandt said.", []),
    ]  # fmt: skip


def test_marks_of_the_same_words_are_all_there_the_layers_once() -> None:
    (one, _) = segments(TEXT, [Mark(0, 26, "event", "e1"), Mark(0, 26, "event", "e2"), SAID])
    assert [mark.id for mark in one.marks] == ["e1", "e2", "a1"]
    assert one.layers == ["event", "quotation"]


def test_a_part_of_the_text_keeps_its_places_in_the_whole() -> None:
    cut_out = segments(TEXT, [SAID, BEAT], 8, 30)
    assert [(one.start, one.text) for one in cut_out] == [(8, "beat"), (12, " two dockers,”"), (26, " May")]
    assert [[mark.id for mark in one.marks] for one in cut_out] == [["a1", "e1"], ["a1"], []]


def test_a_text_without_marks_is_one_piece_and_no_text_is_none() -> None:
    assert cut([]) == [(TEXT, [])]
    assert segments("", []) == []


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).filter(lambda span: span[0] < span[1])


@given(st.text(max_size=40), st.lists(spans, max_size=12))
def test_the_pieces_are_the_text_and_each_lies_in_just_the_marks_around_it(
    text: str, found: list[tuple[int, int]]
) -> None:
    marks = [Mark(start, end, "event", str(n)) for n, (start, end) in enumerate(found)]
    pieces = segments(text, marks)
    assert "".join(one.text for one in pieces) == text
    for one in pieces:
        end = one.start + len(one.text)
        assert text[one.start : end] == one.text != ""
        assert set(one.marks) == {mark for mark in marks if mark.start <= one.start and end <= mark.end}
        assert all(mark in one.marks or mark.end <= one.start or end <= mark.start for mark in marks)


def test_a_record_is_marked_in_five_layers() -> None:
    def span(start: int, end: int) -> dict[str, object]:
        return {"start": start, "end": end, "text": TEXT[start:end]}

    record = {
        "events": [{"id": "e1", "trigger": span(8, 12), "mentions": [span(13, 16)]}],
        "entities": [{"id": "n1", "mentions": [span(1, 7)]}],
        "attributions": [{"id": "a1", "content": span(0, 26)}],
        "dates": [span(17, 24)],
        "places": [span(27, 32)],
    }
    assert marks_of(record) == [
        BEAT, Mark(13, 16, "event", "e1"), POLICE, SAID, Mark(17, 24, "date", "date1"), Mark(27, 32, "place", "place1"),
    ]  # fmt: skip


def test_each_field_of_an_event_has_its_words() -> None:
    event = {
        "id": "e1", "trigger": {"start": 8, "end": 12}, "actor": [{"start": 1, "end": 7}],
        "recipient": [{"start": 13, "end": 24}], "date": {"start": "2025-03-04"}, "place": None,
        "attribution": ["a1"], "counts": {"wounded": {"start": 13, "end": 16}},
    }  # fmt: skip
    said = [
        {"id": "a1", "source": {"start": 27, "end": 39}, "cue": {"start": 40, "end": 44}},
        {"id": "a2", "source": {"start": 0, "end": 1}},
    ]
    assert parts_of(event, said) == [
        Mark(8, 12, "trigger", "e1"), Mark(1, 7, "actor", "e1"), Mark(13, 24, "recipient", "e1"),
        Mark(27, 39, "source", "a1"), Mark(40, 44, "source", "a1"), Mark(13, 16, "count", "e1"),
    ]  # fmt: skip
