"""Which texts have a band is found in sorted parts, by a filter that says of most bands that no text has them."""

import random
from pathlib import Path

import pytest

from diurna.store import Store, open_store
from diurna.store.bands import Bands, Filter

BATCHES = 12  # more than eight parts, so that some are made one


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    return open_store(tmp_path / "record.duckdb")


def some_bands(seed: int, count: int) -> list[int]:
    chance = random.Random(seed)
    return [chance.getrandbits(64) - 2**63 for _ in range(count)]


def filled(store: Store) -> tuple[Bands, dict[int, list[int]]]:
    """Return the bands of 240 texts, twenty each and one that all have, and which texts have which."""
    bands, told = Bands(store.connection), dict[int, list[int]]()
    for batch in range(BATCHES):
        rows = [(band, text) for text in range(batch * 20, batch * 20 + 20) for band in (7, *some_bands(text, 20))]
        bands.add(rows)
        for band, text in rows:
            told.setdefault(band, []).append(text)
    return bands, told


def test_a_band_is_found_with_all_texts_that_have_it_in_their_order(kept: Store) -> None:
    bands, told = filled(kept)
    asked = [7, some_bands(3, 20)[4], 12345]
    for _ in range(40):  # without the filter, then with it
        assert bands.find(asked) == sorted((band, text) for band in asked[:2] for text in told[band])


def test_many_bands_are_found_as_few_are(kept: Store) -> None:
    bands, told = filled(kept)
    for _ in range(40):
        assert {band for band, _ in bands.find([*told, 12345])} == told.keys()


def test_what_is_added_after_the_filter_was_made_is_found(kept: Store) -> None:
    bands, _ = filled(kept)
    for _ in range(40):
        assert bands.find([99]) == []
    bands.add([(99, 1000), *((band, 1000) for band in some_bands(77, 20_000))])
    assert bands.find([99]) == [(99, 1000)]


def test_a_run_that_goes_on_finds_what_was_kept_before(kept: Store) -> None:
    _, told = filled(kept)
    assert len(Bands(kept.connection).find([7])) == len(told[7])


def test_parts_become_few_and_lie_in_order(kept: Store) -> None:
    filled(kept)
    parts = kept.connection.execute(
        "SELECT level, part, list(band ORDER BY rowid) FROM copy_bands GROUP BY ALL"
    ).fetchall()
    assert sorted(level for level, _, _ in parts) == [0, 0, 0, 0, 1]
    assert all(bands == sorted(bands) for _, _, bands in parts)


def test_a_filter_passes_all_that_is_in_the_set_and_hardly_any_other() -> None:
    ours, others = some_bands(1, 10_000), some_bands(2, 10_000)
    made = Filter(len(ours))
    made.add(ours)
    assert made.passed(ours) == ours
    assert len(made.passed(others)) < 150
    assert not made.is_full
    made.add(some_bands(3, 30_000))
    assert made.is_full
