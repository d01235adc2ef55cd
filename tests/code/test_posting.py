"""What is told to have been posted: author, handle, day and platform."""

from __future__ import annotations

from pathlib import Path

import pytest

import diurna
from diurna.code.posting import load_posted
from diurna.code.table import LexiconError
from diurna.read import article_of
from diurna.records import Attribution


def only(text: str, published: str | None = None) -> Attribution:
    """Return the only attribution of a text."""
    (record,) = diurna.code([article_of(text, id="a", published=published)])
    (one,) = record.attributions
    return one


@pytest.mark.parametrize(
    ("text", "kind", "author", "handle", "platform"),
    [
        ('Rafael Moss wrote on X: "We have expelled the envoy."', "named", "Rafael Moss", None, "X"),
        ('"We will march on Friday," the union tweeted.', "organization", "the union", None, "X"),
        ("In a Facebook post, Eva Strand said that police had arrested ten men.", "named", "Eva Strand", None,
         "Facebook"),
        ("Rafael Moss took to Truth Social to say that the talks had failed.", "named", "Rafael Moss", None,
         "Truth Social"),
        ("The ministry said on its Telegram channel that drones hit the port.", "organization", "The ministry", None,
         "Telegram"),
        ("@ANI reported that two men were arrested.", "post", None, "@ANI", None),
        ('Eva Strand (@evastrand) posted: "We closed the border."', "named", "Eva Strand", "@evastrand", None),
        ("The senator's tweet said the army had killed ten men.", "post", "The senator", None, "X"),
        ("A post on Facebook by the union said that it would strike.", "post", "the union", None, "Facebook"),
        ("The union wrote on social media that it would strike.", "organization", "The union", None, None),
    ],
)  # fmt: skip
def test_where_it_was_posted(
    text: str, kind: str, author: str | None, handle: str | None, platform: str | None
) -> None:
    one = only(text)
    assert one.post is not None
    found = (one.post.author and one.post.author.text, one.post.handle and one.post.handle.text, one.post.platform)
    assert (one.kind, *found) == (kind, author, handle, platform)


def test_the_day_of_a_post_is_the_one_told_with_it() -> None:
    one = only('"Police killed my brother," Amina Diallo wrote in a post on X on Tuesday.', "2026-03-05")
    assert one.post is not None
    assert one.post.date is not None
    assert (one.post.date.text, one.post.day) == ("Tuesday", "2026-03-03")


def test_an_embedded_post_has_what_its_signature_tells() -> None:
    text = "The mayor answered.\n\nWe closed the gates of the port. — Eva Strand (@evastrand) March 3, 2026"
    one = only(text)
    assert one.post is not None
    spans = (one.post.author, one.post.handle, one.post.date)
    assert [span and span.text for span in spans] == ["Eva Strand", "@evastrand", "March 3, 2026"]
    assert (one.kind, one.post.day) == ("post", "2026-03-03")


@pytest.mark.parametrize(
    "text",
    [
        "Twitter said it had banned the general.",
        "The mayor said that Facebook had helped the rebels.",
        "The general told the outpost that the war was over.",
    ],
)
def test_a_platform_spoken_of_is_no_post(text: str) -> None:
    assert only(text).post is None


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "posted.csv").write_text("word,as,platform,example\nOrkut,platform,,He wrote on Orkut.\n")
    with pytest.raises(LexiconError, match=r"posted\.csv:2: 'Orkut' has no platform; write how records call it"):
        load_posted(tmp_path)
