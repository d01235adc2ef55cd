"""The form in which names are compared: without case, marks, punctuation and a leading "the"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and a mark.
LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "AE"}
    | {"œ": "oe", "Œ": "OE", "ə": "e", "Ə": "E", "ð": "d", "þ": "th"}
)
LONGEST_ACRONYM = 7
_POINT, _GAP = re.compile(r"['’‘`ʻʼ\"“”]s?(?=\s|$)|['’‘`ʻʼ\"“”.]"), re.compile(r"[^\w&+]+")


@lru_cache(1 << 14)
def name_key(name: str) -> str:
    """Return the key of a name: "the Élysée" and "Elysee" share one, "U.N." and "UN" too.

    An acronym (capitals and digits only, at most seven) keeps its capitals: "WHO" is a body, "who" is not.
    """
    if not name.isascii():
        plain = unicodedata.normalize("NFKD", name.translate(LETTERS))
        name = "".join(one for one in plain if not unicodedata.combining(one))
    words = _GAP.sub(" ", _POINT.sub("", name)).split()
    # "The Hindu" is a newspaper, "the Hindu" is not; of longer names and acronyms the article is no part.
    titled = len(words) == 2 and words[0] == "The" and not is_acronym(words[1])
    if len(words) > 1 and words[0].lower() in ("the", "a", "an") and not titled:
        words = words[1:]
    key = " ".join(words)
    return key if is_acronym(key) else key.casefold()


def is_acronym(name: str) -> bool:
    """Return whether a name is an acronym: capitals and digits, two to seven of them, dots aside."""
    bare = name.replace(".", "")
    return bare.isupper() and 2 <= len(bare) <= LONGEST_ACRONYM and bare.isalnum()


def is_short(name: str) -> bool:
    """Return whether a name is one word, which many may share: "SP", "Johnson"."""
    return " " not in name_key(name)
