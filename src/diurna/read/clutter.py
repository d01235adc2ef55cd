"""What stands on a web page beside its article: parts told by their class, and lines told by their words."""

from __future__ import annotations

import re
from functools import cache

from diurna.read.tables import read_table, rows_of, words_in

LONGEST = 200  # characters of a line that may be clutter
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_"


@cache
def clutter_paths() -> tuple[str, ...]:
    """Return XPaths of the parts of a page whose class or id has a word of page_blocks.csv; none holds a headline."""
    named = f"translate(concat(@class, ' ', @id), '{_LETTERS}', '{_LETTERS.lower()[:-1]}-')"
    return tuple(
        f"//body//*[contains({named}, '{word}')][not(self::main or self::article)][not(.//h1 or .//article)]"
        for word in sorted(words_in("page_blocks.csv"))
    )


def without_clutter(text: str, title: str | None) -> str:
    """Return a page's text without the lines that page_lines.csv tells, and without its title where it stands alone."""
    lines = [line for line in text.split("\n") if not (title and _same(line, title))]
    kept = [line for line in lines if len(line) > LONGEST or not _clutter().fullmatch(line.strip(" -–—•*|"))]
    return "\n".join(kept).strip("\n")


def _same(line: str, title: str) -> bool:
    """Return whether a line is the title, which a site may begin or end in its own name."""
    one, other = line.strip().casefold(), title.strip().casefold()
    alike = len(one) > 20 and abs(len(one) - len(other)) < 40 and (other.startswith(one) or one.startswith(other))
    return bool(one) and (one == other or alike)


@cache
def _clutter() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in read_patterns(read_table("page_lines.csv"))), re.I)


def read_patterns(text: str) -> list[str]:
    """Return the patterns; raises ValueError naming the line of one that is wrong or does not fit its own example."""
    patterns = []
    for line, row in rows_of("page_lines.csv", text, ("pattern", "example")):
        try:
            fits = re.fullmatch(row["pattern"], row["example"], re.I)
        except re.error as error:
            raise ValueError(f"page_lines.csv:{line}: the pattern is wrong: {error}") from None
        if not fits:
            raise ValueError(f"page_lines.csv:{line}: the pattern does not fit its example {row['example']!r}")
        patterns.append(row["pattern"])
    return patterns
