"""What the answer to a question makes of what was asked: "Did the army attack? No." """

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast, get_args

from diurna.code.table import LexiconError, rows
from diurna.records import Status

_PRONOUNS = r"(?:he|she|it|they|we|i|you)"
_SPEAKER = r"[\s\"”’'»]*(?:[A-Z][\w.’' ()-]{0,40}:)?[\s\"“‘'«]*"  # "MINISTER: "
_FURTHEST = 100  # characters behind the question in which an answer begins and its first words end
_ENDS = r"(?=[.,;!—–]|\s[—–-]\s|$)"  # "Yes, twice"; "He has a plan" is no answer


def answered(text: str, end: int) -> Status | None:
    """Return what the words right behind a question make of what was asked, or None where they do not say."""
    behind = text[end : end + _FURTHEST]
    return next((status for begins, status in _answers().items() if begins.match(behind)), None)


@cache
def _answers() -> Mapping[re.Pattern[str], Status]:
    """Return the beginnings of answers.csv; raises LexiconError, with file and line, for a status that is none."""
    found: dict[re.Pattern[str], Status] = {}
    for line, (answer, status, _) in rows(files("diurna.code") / "answers.csv", "answer,status,example"):
        if status not in get_args(Status):
            raise LexiconError(f"answers.csv:{line}: {status!r} is no status; use one of {', '.join(get_args(Status))}")
        words = re.escape(answer).replace(r"\{he\}", _PRONOUNS).replace("'", "['’]")
        ends = r"\b" if answer in ("not", "no such", "never") else _ENDS
        found[re.compile(f"{_SPEAKER}(?i:{words}){ends}")] = cast(Status, status)
    return found
