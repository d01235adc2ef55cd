"""Whether a text is English, which is what diurna reads; decided offline."""

from __future__ import annotations

import re

from diurna.read.tables import words_in

SAMPLE_LENGTH = 1000
"""Characters looked at: enough to decide, and the margins below are measured on samples up to this length."""

ENOUGH_BYTES = 120
"""Of a shorter text nothing is said: a headline full of foreign names looks like another language."""

CLEAR_MARGIN = 0.8
"""How much likelier the other language must be, in natural logarithm a byte of UTF-8. Lists of Portuguese or
Javanese names in English came to 0.7 at most, plain Spanish, German, Dutch, Turkish, Indonesian and Urdu to
1.4 and more."""

ENGLISH_SHARE = 0.15
"""Where at least this share of the words are English function words the text is English, whatever its
names."""


def other_language(text: str) -> str | None:
    """Return the ISO 639 code of the language of `text` where it is clearly not English, else None.

    Judged by py3langid (Lui and Baldwin 2012, "langid.py"); None too where the text is too short to tell.
    """
    sample = text.strip()[:SAMPLE_LENGTH]
    size = len(sample.encode("utf-8", "replace"))
    if size < ENOUGH_BYTES or _english_share(sample) >= ENGLISH_SHARE:
        return None
    import py3langid  # takes a quarter of a second, and not every run needs it

    ranking = py3langid.rank(sample)
    best, score = ranking[0]
    margin = (score - dict(ranking)["en"]) / size
    return str(best) if best != "en" and margin >= CLEAR_MARGIN else None


def _english_share(sample: str) -> float:
    words = re.findall(r"[^\W\d_]+", sample.lower())
    english = words_in("english_words.csv")
    return sum(word in english for word in words) / len(words) if words else 0.0
