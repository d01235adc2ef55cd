"""A file of one's own types is read, and what is wrong in it is named by file, line and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from diurna.code.own import read_own
from diurna.code.table import LexiconError

EXAMPLES = "\n".join(f'  "{{The mayor of ward {n}}} [opened] <the bridge>.",' for n in range(10))
WHOLE = f"""name = "bridges"

[types.OPENING]
description = "A work is opened"
score = 1
quad = 2
recipient_required = true
examples = [
{EXAMPLES}
]
near = ["She opened the window."]
lexicon = [{{ pattern = "inaugurate/VERB", actor = "subj", recipient = "obj", example = "{{He}} inaugurated <it>." }}]
"""


def file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    return path


def test_types_examples_and_entries_are_read_with_their_spans(tmp_path: Path) -> None:
    own = read_own(file(tmp_path, WHOLE))
    first = own.examples[0]
    assert (own.name, own.base, list(own.types)) == ("bridges", "plover", ["OPENING"])
    assert first.text == "The mayor of ward 0 opened the bridge."
    assert first.text[slice(*first.trigger)] == "opened"
    assert [first.text[slice(*span)] for span in first.actors] == ["The mayor of ward 0"]
    assert [first.text[slice(*span)] for span in first.recipients] == ["the bridge"]
    assert (first.line, own.near) == (9, ("She opened the window.",))
    assert [entry.lemmas for entry in own.entries] == [frozenset({"inaugurate"})]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[opened] <the bridge>", "opened <the bridge>", "mine.toml:9: 0 triggers"),
        ("<the bridge>.", "<the bridge.", "mine.toml:9: '<' is not closed"),
        ("OPENING]", "ASSAULT]", "mine.toml:3: PLOVER has a type ASSAULT already"),
        ("score = 1", "score = 11", "mine.toml:3: score is 11"),
        ("quad = 2", "quad = 5", "mine.toml:3: quad is 5"),
        ('name = "bridges"', 'name = "bridges"\nbase = "cameo"', "base is 'cameo'"),
        ("near = ", "nearly = ", "OPENING has 'nearly'"),
        ("inaugurate/VERB", "inaugurate", "mine.toml:21: 'inaugurate' is no trigger"),
        ("quad = 2", "quad = ", "not TOML"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(LexiconError) as error:
        read_own(file(tmp_path, WHOLE.replace(old, new, 1)))
    assert message in str(error.value)


def test_nine_examples_are_too_few(tmp_path: Path) -> None:
    text = WHOLE.replace('  "{The mayor of ward 9} [opened] <the bridge>.",', "")
    with pytest.raises(LexiconError, match="9 examples; give 10 or more"):
        read_own(file(tmp_path, text))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        read_own(tmp_path / "none.toml")
