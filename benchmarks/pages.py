"""Score the reader of web pages: `python -m benchmarks.pages`.

On article pages that the authors wrote in the style of twelve kinds of outlet (tests/read/pages), with paywall notes,
comments, related links, a live blog: the share of the article's words that are read, in order, and of what is read
that is the article's.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from diurna.read import read_articles

PAGES = Path(__file__).parent.parent / "tests/read/pages"


def scored() -> Iterator[tuple[str, float, float, str]]:
    """Yield each page's name, recall and precision by words, and what is read beside the article's words."""
    for page in sorted(PAGES.glob("*.html")):
        wanted = page.with_suffix(".txt").read_text("utf-8").split()
        (article,) = read_articles([page])
        got = article.text.split()
        blocks = SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks()
        same = sum(block.size for block in blocks)
        kept = {i for block in blocks for i in range(block.b, block.b + block.size)}
        more = " ".join(word for i, word in enumerate(got) if i not in kept)
        yield page.stem, same / len(wanted), same / (len(got) or 1), more


def main() -> None:
    """Print the score of each page and of all."""
    rows = list(scored())
    for name, recall, precision, more in rows:
        print(f"{name:12} recall {recall:.3f}  precision {precision:.3f}  {more[:110]}")
    whole = sum(r == p == 1 for _, r, p, _ in rows)
    print(f"{len(rows)} pages: recall {sum(r for _, r, _, _ in rows) / len(rows):.3f}, "
          f"precision {sum(p for _, _, p, _ in rows) / len(rows):.3f}, {whole} word for word")  # fmt: skip


if __name__ == "__main__":
    main()
