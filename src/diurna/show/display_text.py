"""An article's words made safe for a terminal: what they say stays, what would steer the screen goes."""

from __future__ import annotations

import re

# Line and paragraph separators, like every white space, become one space.
_SPACE = re.compile(r"[\s\u2028\u2029]+")
# Control characters, and the marks that turn the direction of text (Unicode Standard Annex 9, section 2): a
# quoted one would turn the rest of the table around. The joiners U+200C and U+200D stay: Indic scripts are
# written with them.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def shown(words: str) -> str:
    """Return the words on one line, without control characters, direction marks and lone surrogates."""
    on_one_line = _SPACE.sub(" ", words).strip()
    return _LONE_SURROGATE.sub("\ufffd", _CONTROL.sub("", on_one_line))


def quoted(words: str) -> str:
    """Return the words as `shown`, in quotation marks of which they have none yet."""
    words = shown(words)
    return words if words[:1] in ("“", '"', "«", "„") else f"“{words}”"
