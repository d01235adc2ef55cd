"""What holds of the layout of any text, of any bytes as a source, and of the steps that a long text takes."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.counting import steps_of

from diurna.read import layout_of, read_articles

PIECES = [
    "— Ana (@ana) May 5, 2020", "#WATCH | ", "@ana ", "KABUL, Oct. 8 (Reuters) - ", "RAMPUR: ", "— ",
    "By Jane Doe | 5 May 2021", "A post shared by Ana (@ana) on May 5, 2020", "(Telegram), 5 May 2020",
    "Police shot a man. ", "The Vote", "\n", "\n\n\n\n", "\r\n", " ", "\u2028", "\x1f", " - ", ": ", "(", "“",
    "(@ana)", "Updated: ", "|", "word " * 20, "May 5",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5))).map("".join))


@given(TEXTS)
def test_blocks_are_in_order_and_hold_every_character_that_is_not_space(text: str) -> None:
    at = 0
    for block in layout_of(text).blocks:
        assert not text[at : block.start].strip()
        assert at <= block.start < block.end <= len(text)
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        at = block.end
    assert not text[at:].strip()


@given(TEXTS)
def test_spans_of_posts_and_datelines_are_what_stands_there(text: str) -> None:
    layout = layout_of(text)
    spans = [span for post in layout.posts for span in (post.span, post.author, post.handle, post.date)]
    spans += [span for line in layout.datelines for span in (line.span, line.place, line.date, line.agency)]
    assert all(text[span.start : span.end] == span.text for span in spans if span)
    for post in layout.posts:
        assert post.span.start <= post.body[0] <= post.body[1] <= post.span.end
    ends = [0, *(post.span.end for post in layout.posts)]
    assert all(end <= post.span.start for end, post in zip(ends, layout.posts, strict=False))
    dateline_blocks = [(block.start, block.end) for block in layout.blocks if block.kind == "dateline"]
    assert dateline_blocks == [(line.span.start, line.span.end) for line in layout.datelines]


@given(
    st.one_of(st.binary(), TEXTS.map(lambda text: text.encode("utf-8", "replace"))),
    st.sampled_from(["txt", "jsonl"]),
)
def test_any_bytes_give_articles_and_never_raise(data: bytes, ending: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"any.{ending}")
        path.write_bytes(data)
        articles = list(read_articles([path], published=date(2020, 1, 1)))
    assert articles
    assert all(article.id and article.origin for article in articles)
    assert all(article.error or article.text.strip() for article in articles)


@pytest.mark.parametrize("sign", ["\n", '"', "“", "(", "—", "(@", " - ", "Ab: "])
def test_a_text_of_one_sign_ten_times_as_long_takes_ten_times_the_steps(sign: str) -> None:
    layout_of(sign)  # reads the word lists
    few = steps_of(lambda: layout_of(sign * 2_000))
    assert steps_of(lambda: layout_of(sign * 20_000)) < 11 * few + 1_000


def test_ten_times_the_posts_take_ten_times_the_steps_and_not_a_hundred() -> None:
    post = "We won. — Ana (@ana) May 5, 2020 "
    assert len(layout_of(post * 200).posts) == 200
    assert steps_of(lambda: layout_of(post * 2_000)) < 11 * steps_of(lambda: layout_of(post * 200))


@pytest.mark.parametrize("sign", ["\n", '"', "“", "(", "—", "(@", " - ", "Ab: "])
def test_two_megabytes_of_one_sign_do_not_hang(sign: str) -> None:
    assert layout_of(sign * (2_000_000 // len(sign))) is not None
