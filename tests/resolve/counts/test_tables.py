"""The data files are read, and a wrong row is named with file, line and remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from diurna.code.table import LexiconError
from diurna.resolve.counts.tables import (
    count_words,
    kinds,
    nouns,
    patterns,
    read_count_words,
    read_kinds,
    read_nouns,
    read_patterns,
)

WORDS = "word,pos,slot,kind,example\n"


def test_the_packages_own_files_are_right() -> None:
    assert {row.kind for rows in count_words().values() for row in rows} == set(kinds())
    assert nouns()["people"] == "people"
    assert patterns()["at"][0].words[:2] == ("at", "least")


@pytest.mark.parametrize(
    ("read", "rows", "message"),
    [
        (read_count_words, WORDS + "slay,VERB,obj,slain,He slew two.", r"a.csv:2: kind is 'slain'"),
        (read_count_words, WORDS + "slay,VERB,OBJ!,killed,He slew two.", r"a.csv:2: 'OBJ!' is no slot"),
        (read_count_words, WORDS + "slay,verb,obj,killed,He slew two.", r"a.csv:2: pos is 'verb'"),
        (read_count_words, WORDS + "slay,VERB,obj,killed,", r"a.csv:2: give the word, and an example"),
        (read_patterns, "words,min,max,example\nat least N,many,,At least 4.", r"a.csv:2: 'many' is no bound"),
        (read_patterns, "words,min,max,example\nscores,N,,Scores died.", r"a.csv:2: 'N' has no N in 'scores'"),
        (read_patterns, "words,min,max,example\nno,0,0,No one.\nno,0,0,No one.", r"a.csv:3: 'no' stands twice"),
        (read_kinds, "kind,types,else,example\nkilled,ATTACK,,x", r"a.csv:2: 'ATTACK' is no event type"),
        (read_kinds, "kind,types,else,example\nkilled,ASSAULT,,x", r"a.csv: no row for wounded"),
        (read_nouns, "noun,counts,example\ncar,vehicle,A car.", r"a.csv:2: counts is 'vehicle'"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, read: Callable[[Path], object], rows: str, message: str) -> None:
    file = tmp_path / "a.csv"
    file.write_text(rows, encoding="utf-8")
    with pytest.raises(LexiconError, match=message):
        read(file)
