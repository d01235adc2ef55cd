"""The page the project exists for first; skipped where the shared data is absent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from diurna.read import read_articles

PAGE = Path("/work/shared/articles/rampur-meeting.txt")


@pytest.mark.skipif(not PAGE.exists(), reason="needs /work/shared")
def test_the_rampur_page() -> None:
    (article,) = read_articles([PAGE])
    kinds = [block.kind[:4] for block in article.layout.blocks]
    assert " ".join(kinds) == "para para post post post para head para para para head para para"
    (post,) = article.layout.posts
    body = article.text[slice(*post.body)]
    assert body.startswith("#WATCH |") and body.endswith("pic.twitter.com/hQHkmW2WNC")
    assert post.author is not None and post.author.text == "ANI"
    assert (post.day, post.platform) == (date(2025, 10, 8), "X")
    assert article.layout.datelines == ()
