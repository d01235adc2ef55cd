"""What the page around two tellings says of their being one event: how much it tells, where, and by what words."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from diurna.code.table import LexiconError, rows
from diurna.merge.shifts import scenes_of
from diurna.records import Event

AROUND = (
    "many_told", "long_page", "brief_page", "same_sentence", "other_word", "headline", "places_apart", "scenes_apart",
    "another", "indefinite", "had", "elapsed", "new_actors", "new_recipients",
)  # fmt: skip

# A page with no more of it is no longer, and tells a kind of event no oftener, than a report of one event does.
FEW, SHORT = 3, 15
BRIEF = 8  # sentences: a shorter page seldom has room to tell an event again

_INDEFINITE = re.compile(r"\ban?\s+(?:\w+\s+)?$", re.IGNORECASE)
_HAD = re.compile(r"\b(?:had|already)\s+(?:been\s+)?(?:\w+ly\s+)?$", re.IGNORECASE)
_FIRST = re.compile(r"\w+\s+(?=\w)")
_NEAR = 30  # characters before a trigger in which the words stand that go with it
_BEHIND = 40  # characters behind it: "shot by soldiers at the bridge a year ago"
_TELLS = ("another", "unit", "elapsed", "ago", "which", "front", "turn", "doer")


@dataclass(frozen=True, slots=True)
class Page:
    """An article as the merge step reads it: its text, where its sentences begin, and how often each type is told.

    `people` are the ids of the entities that are persons, `scenes` of each sentence the scene it stands in (shifts.py).
    """

    text: str
    starts: tuple[int, ...]
    told: Counter[str]
    people: Collection[str] = ()
    scenes: tuple[str | None, ...] = ()

    @staticmethod
    def of(
        text: str, sentences: Iterable[tuple[int, int]], events: Sequence[Event], people: Collection[str] = ()
    ) -> Page:
        """Return the page of an article whose events, before merging, are `events`."""
        starts = tuple(start for start, _ in sentences)
        scenes = scenes_of(text, starts, events, _patterns().front, _patterns().turn)
        return Page(text, starts, Counter(e.type for e in events), people, scenes)

    def sentence(self, at: int) -> int:
        """Return the number of the sentence that a character stands in."""
        return max(0, bisect_right(self.starts, at) - 1)


def around(earlier: Event, later: Event, page: Page) -> dict[str, float]:
    """Return what the page says of two tellings of one type, by the names of AROUND; 0 where nothing is known.

    The more events of the type a page tells and the longer it is, the less likely are any two of them one.
    """
    before, here = page.sentence(earlier.trigger.start), page.sentence(later.trigger.start)
    same = bool(page.starts) and before == here
    ahead = page.text[max(0, later.trigger.start - _NEAR) : later.trigger.start]
    first = _FIRST.match(later.trigger.text)  # "the second attack": the word may be of the trigger
    return {
        "many_told": math.log(max(page.told[later.type] - 1, FEW) / FEW),
        "long_page": math.log(max(len(page.starts), SHORT) / SHORT),
        "brief_page": float(0 < len(page.starts) < BRIEF),
        "same_sentence": float(same),
        "headline": float(bool(page.starts) and before == 0 and not same),
        "places_apart": float(_places_apart(earlier, later)),
        "scenes_apart": float(_scenes_apart(earlier, before, here, page)),
        "another": float(_patterns().another.search(ahead + (first[0] if first else "")) is not None),
        "indefinite": float(_INDEFINITE.search(ahead) is not None),
        "had": float(_HAD.search(ahead) is not None),
        "elapsed": float(_elapsed(earlier, later, page, here)),
        "new_actors": float(bool(later.actors) and not earlier.actors),
        "new_recipients": float(bool(later.recipients) and not earlier.recipients),
    }


def _places_apart(earlier: Event, later: Event) -> bool:
    """Return whether both tell a place, of different names."""
    one, other = earlier.place, later.place
    return one is not None and other is not None and one.name != other.name


def _scenes_apart(earlier: Event, before: int, here: int, page: Page) -> bool:
    """Return whether the page turned to another scene between two tellings; what a headline tells may be of any."""
    if not page.scenes or not before or page.scenes[before] == page.scenes[here]:
        return False
    return earlier.place is None or earlier.place.name != page.scenes[here]


def _elapsed(earlier: Event, later: Event, page: Page, here: int) -> bool:
    """Return whether the words between two tellings, in the later's sentence, say that time lies between them."""
    begins = max(page.starts[here] if page.starts else 0, earlier.trigger.end)
    if _patterns().between.search(page.text, begins, max(begins, later.trigger.start)):
        return True
    ends = page.starts[here + 1] if here + 1 < len(page.starts) else len(page.text)
    return _patterns().ago.match(page.text, later.trigger.end, min(ends, later.trigger.end + _BEHIND)) is not None


def is_only_the_doer(words: str) -> bool:
    """Return whether a participant's words say no more of him than that he did it: "the attackers"."""
    return _patterns().doer.fullmatch(words) is not None


class _Patterns(NamedTuple):
    """What apart.csv lists: what stands before another event; what says that time lies between two, and that it did
    behind one; what opens a sentence before a place, and with no place before another scene; who is only the doer.
    """

    another: re.Pattern[str]
    between: re.Pattern[str]
    ago: re.Pattern[str]
    front: re.Pattern[str]
    turn: re.Pattern[str]
    doer: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words: dict[str, list[str]] = {kind: [] for kind in _TELLS}
    for line, (word, tells, example) in rows(files("diurna.merge") / "apart.csv", "word,tells,example"):
        if tells not in words or not word.replace(" ", "").isalpha() or not example:
            raise LexiconError(f"apart.csv:{line}: {tells!r}; write a word, one of {', '.join(_TELLS)}, an example")
        words[tells].append(word)
    another, unit, elapsed, ago, which, front, turn, doer = ("|".join(words[kind]) for kind in _TELLS)
    return _Patterns(
        re.compile(rf"\b(?:{another})\s+(?:\w+\s+)?$", re.IGNORECASE),
        re.compile(rf"\b(?:{unit})s?\s+(?:{elapsed}|{ago})\b|\b(?:{which})\s+(?:{unit})\b", re.IGNORECASE),
        re.compile(rf"[^,;.]*\b(?:{unit})s?\s+(?:{ago})\b", re.IGNORECASE),
        re.compile(rf"(?:{front})\s+", re.IGNORECASE),
        re.compile(rf"(?:{turn})\b", re.IGNORECASE),
        re.compile(rf"the\s+(?:{doer})s?", re.IGNORECASE),
    )
