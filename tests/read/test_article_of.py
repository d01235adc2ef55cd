"""An Article from a str or a dict."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from diurna.read import article_of

TEXT = "KABUL, Oct. 8 (Reuters) - Police shot a man."


def test_a_str_is_laid_out_and_kept() -> None:
    article = article_of(TEXT, id="k1", published=date(2025, 10, 8), title="Man shot")
    assert (article.id, article.title, article.published, article.text) == (
        "k1",
        "Man shot",
        date(2025, 10, 8),
        TEXT,
    )
    assert [block.kind for block in article.layout.blocks] == ["dateline", "paragraph"]
    assert article.error is None


def test_a_dict_has_the_fields_of_a_line() -> None:
    article = article_of({"text": TEXT, "id": 7, "published": "2025-10-08T23:30:00+05:30", "tags": ["left alone"]})
    assert (article.id, article.published) == ("7", date(2025, 10, 8))


def test_fields_take_the_place_of_the_dicts() -> None:
    assert article_of({"text": TEXT, "id": "a"}, id="b").id == "b"


def test_the_id_made_from_a_text_is_always_the_same() -> None:
    assert article_of(TEXT).id == article_of({"text": TEXT}).id == article_of(TEXT, title="x").id
    assert article_of(TEXT).id != article_of(TEXT + " ").id


def test_a_datetime_gives_its_day() -> None:
    assert article_of(TEXT, published=datetime(2025, 10, 8, 23)).published == date(2025, 10, 8)


@pytest.mark.parametrize("written", ["8 October", "10/08/2025", "soon", ["2025-10-08"], True])
def test_a_day_that_cannot_be_read_is_left_out_and_noted(written: object) -> None:
    article = article_of(TEXT, id="k1", published=written)
    assert article.note == (
        f'article: "published" is {written!r}, no day that is told for sure, and is left out; write it as 2025-10-08'
    )
    assert (article.published, article.state, len(article.layout.blocks)) == (None, "coded", 2)


def test_a_day_is_read_as_outlets_write_it() -> None:
    article = article_of(
        TEXT, published="Published: Wednesday 8th October 2025, 9:14 p.m. EST | Updated 9 October 2025"
    )
    assert (article.published, article.note) == (date(2025, 10, 8), None)


def test_the_caller_is_told_of_a_wrong_call() -> None:
    with pytest.raises(TypeError, match="knows no field 'author'"):
        article_of(TEXT, author="Jane Doe")
    with pytest.raises(TypeError, match='a str or a mapping with "text", not bytes'):
        article_of(b"Police shot a man.")  # type: ignore[arg-type]
