"""Actors of the user's own go before the known ones, and a wrong file is refused with its line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import diurna
from diurna.code.table import LexiconError
from diurna.resolve.who import identity_of, use_actors

HEADER = "name,aliases,country,sector,from,until,wikidata\n"


@pytest.fixture(autouse=True)
def _only_the_packages_own_afterwards() -> Iterator[None]:
    yield
    use_actors(None)


def actors(tmp_path: Path, lines: str) -> Path:
    path = tmp_path / "mine.csv"
    path.write_text(HEADER + lines, "utf-8")
    return path


def test_a_name_of_the_file_wins(tmp_path: Path) -> None:
    before = identity_of("Emmanuel Macron")
    use_actors(actors(tmp_path, "Emmanuel Macron,,TCD,REB,,,Q1\n"))
    found = identity_of("Emmanuel Macron")
    assert before is not None and before.country == "FRA"
    assert found is not None and (found.country, found.sector, found.wikidata) == ("TCD", ("REB",), "Q1")


def test_aliases_and_days(tmp_path: Path) -> None:
    lines = "Wema Union,Wema|the Dockers,KEN,LAB,,2024-12-31,\nWema Union,,KEN,PTY|OPP,2025-01-01,,Q77\n"
    use_actors(actors(tmp_path, lines))
    earlier, later = (identity_of("Wema", on=day) for day in (date(2024, 5, 1), date(2025, 5, 1)))
    assert earlier is not None and later is not None
    assert (earlier.name, earlier.sector, later.sector) == ("Wema Union", ("LAB",), ("PTY", "OPP"))


def test_an_article_is_coded_with_them(tmp_path: Path) -> None:
    path = actors(tmp_path, "Wema Union,Wema,KEN,LAB,,,Q77\n")
    (record,) = diurna.code(["Police raided the Wema Union on Monday."], actors=path)
    (union,) = [e for e in record.entities if e.name == "Wema Union"]
    assert (union.country, union.sector, union.identifiers) == ("KEN", ("LAB",), {"wikidata": "Q77"})


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("Wema,,XYZ,LAB,,,\n", "mine.csv:2: no country 'XYZ'"),
        ("Wema,,KEN,DOCK,,,\n", "mine.csv:2: no sector 'DOCK'"),
        ("Wema,,KEN,LAB,2024-13-01,,\n", "mine.csv:2: '2024-13-01' is no day"),
        ("Wema,,KEN,LAB,2024-05-01,2024-04-01,\n", "is before from"),
        ("Wema,,KEN,LAB,,,\nWema,,KEN,PTY,2025-01-01,,\n", "mine.csv:3: 'Wema' is two things"),
        ("Wema,Dockers,KEN,LAB,,,\nOther,Dockers,KEN,LAB,,,\n", "'dockers' is a name of 'Wema' too"),
        (",,KEN,LAB,,,\n", "mine.csv:2: no name"),
        ("Wema,KEN\n", "mine.csv:2: 2 fields"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, lines: str, message: str) -> None:
    with pytest.raises(LexiconError) as error:
        use_actors(actors(tmp_path, lines))
    assert message in str(error.value)
