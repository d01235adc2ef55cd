"""Embedded social-media posts."""

from __future__ import annotations

from datetime import date

from diurna.read import layout_of
from diurna.records import Post

BEFORE = "The president spoke after the vote on Tuesday, and thousands came to hear her in the rain."
AFTER = "Her opponent said that he would go to court over the count in two provinces."


def only_post(text: str) -> Post:
    (post,) = layout_of(text).posts
    assert text[post.span.start : post.span.end] == post.span.text
    return post


def body(text: str) -> str:
    start, end = only_post(text).body
    return text[start:end]


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, text[block.start : block.end]) for block in layout_of(text).blocks]


def test_a_post_in_one_paragraph() -> None:
    text = f"{BEFORE}\n\nWe won. pic.twitter.com/aB1 — Amina Otieno (@aotieno) August 9, 2022\n\n{AFTER}"
    post = only_post(text)
    assert body(text) == "We won. pic.twitter.com/aB1"
    assert post.author is not None and post.author.text == "Amina Otieno"
    assert post.handle is not None and post.handle.text == "@aotieno"
    assert post.date is not None and post.date.text == "August 9, 2022"
    assert (post.day, post.platform) == (date(2022, 8, 9), "X")
    assert kinds(text) == [
        ("paragraph", BEFORE),
        ("post", "We won. pic.twitter.com/aB1"),
        ("post", "— Amina Otieno (@aotieno) August 9, 2022"),
        ("paragraph", AFTER),
    ]


def test_the_body_begins_at_the_hashtag_even_over_a_wide_gap() -> None:
    text = f"{BEFORE}\n\n#WATCH | Polls close.\n\n\n\nCounting begins. — Star (@star) August 9, 2022\n\n{AFTER}"
    assert body(text) == "#WATCH | Polls close.\n\n\n\nCounting begins."


def test_the_body_begins_after_a_colon() -> None:
    text = f"{BEFORE}\n\nShe wrote:\n\nWe won.\n\nThank you all.\n\n— Amina Otieno (@aotieno) August 9, 2022"
    assert body(text) == "We won.\n\nThank you all."


def test_the_body_begins_after_a_wide_gap() -> None:
    post = "We won.\n\nThank you.\n\n— Amina Otieno (@aotieno) August 9, 2022"
    text = f"{BEFORE}\n\n{AFTER}\n\n\n{post}\n\n{AFTER}"
    assert body(text) == "We won.\n\nThank you."


def test_the_body_is_the_run_of_lines_before_the_signature() -> None:
    text = f"{BEFORE}\n\n{AFTER}\n\nWe won.\nThank you.\n— Amina Otieno (@aotieno) August 9, 2022\n\n{AFTER}"
    assert body(text) == "We won.\nThank you."


def test_without_a_sign_the_body_is_the_last_paragraph() -> None:
    text = f"{BEFORE}\n\nWe won.\n\n— Amina Otieno (@aotieno) August 9, 2022"
    assert body(text) == "We won."


def test_a_line_of_hashtags_does_not_begin_the_body() -> None:
    text = f"{BEFORE}\n\n@all We won.\n\n#Kenya #Vote\n\n— Amina Otieno (@aotieno) August 9, 2022"
    assert body(text) == "@all We won.\n\n#Kenya #Vote"


def test_two_posts_do_not_run_into_each_other() -> None:
    text = "#Won — Amina (@am) August 9, 2022\n\nNot so. — Juma (@juma) 10 August 2022"
    assert [text[slice(*post.body)] for post in layout_of(text).posts] == ["#Won", "Not so."]
    assert [post.day for post in layout_of(text).posts] == [date(2022, 8, 9), date(2022, 8, 10)]


def test_text_after_the_signature_is_a_paragraph() -> None:
    text = f"We won. — Amina (@am) August 9, 2022 {AFTER}"
    assert kinds(text)[-1] == ("paragraph", AFTER)


def test_the_platform_is_taken_from_the_words_before() -> None:
    text = f"{BEFORE} She put it on Truth Social.\n\nWe won. — Amina (@am) August 9, 2022"
    assert only_post(text).platform == "Truth Social"


def test_the_platform_in_brackets() -> None:
    post = only_post("A vote will be held. — Interior Ministry (Telegram), 8 October 2025")
    assert (post.platform, post.handle) == ("Telegram", None)


def test_an_instagram_signature() -> None:
    post = only_post("We won.\n\nA post shared by Ana Prado (@anaprado) on Oct 8, 2025 at 9:10am PDT")
    assert post.author is not None and post.author.text == "Ana Prado"
    assert (post.platform, post.day) == ("Instagram", date(2025, 10, 8))


def test_no_platform_is_guessed() -> None:
    assert only_post("We won. — Amina (@am) August 9, 2022").platform is None


def test_netflix_is_not_x() -> None:
    assert only_post("See netflix.com/vote — Amina (@am) August 9, 2022").platform is None


def test_a_handle_in_running_text_is_no_post() -> None:
    assert layout_of("Amina Otieno (@aotieno) said on August 9, 2022 that she had won.").posts == ()
    assert layout_of("The minister (@minister) August 9, 2022").posts == ()
