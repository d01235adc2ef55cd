"""A run that was cut short goes on where it was: what is coded with the same settings is not coded again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from diurna.records import Article, Record
from diurna.store import Kept, Store, open_store
from diurna.store.settings import settings_of

ARTICLES = [Article(f"a{number}", f"Rebels left town number {number}.", language="en") for number in range(5)]


class Coder:
    """Codes articles, and remembers which; after `until` of them it is interrupted."""

    def __init__(self, until: int | None = None) -> None:
        self.until, self.coded = until, list[str]()

    def __call__(self, articles: Iterable[Article]) -> Iterator[Record]:
        for article in articles:
            if len(self.coded) == self.until:
                raise KeyboardInterrupt
            self.coded.append(article.id)
            yield Record(article)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.duckdb") as store:
        yield store


def test_an_interrupted_run_goes_on(store: Store) -> None:
    with pytest.raises(KeyboardInterrupt):
        store.keep_articles(ARTICLES, Coder(until=2))
    again = Coder()
    assert store.keep_articles(ARTICLES, again) == Kept(new=3, unchanged=2)
    assert again.coded == ["a2", "a3", "a4"]
    assert [record.article.id for record in store.records()] == ["a0", "a1", "a2", "a3", "a4"]


def test_what_is_there_is_not_coded_again(store: Store) -> None:
    store.keep_articles(ARTICLES, Coder())
    again = Coder()
    assert store.keep_articles(ARTICLES, again) == Kept(unchanged=5)
    assert again.coded == []


def test_an_article_with_another_day_is_coded_again(store: Store) -> None:
    store.keep_articles(ARTICLES, Coder())
    again = Coder()
    dated = [replace(ARTICLES[0], published=date(2025, 3, 4)), *ARTICLES[1:]]
    assert store.keep_articles(dated, again) == Kept(unchanged=4, replaced=1)
    assert again.coded == ["a0"]


def test_a_failed_article_is_tried_again(store: Store) -> None:
    failed = replace(ARTICLES[0], error="coding failed")
    store.keep([Record(failed)])
    again = Coder()
    assert store.keep_articles(ARTICLES[:1], again) == Kept(replaced=1)
    assert again.coded == ["a0"]


def test_another_ontology_codes_all_again_and_back_again(store: Store, tmp_path: Path) -> None:
    store.keep_articles(ARTICLES, Coder())
    cameo = Coder()
    store.keep_articles(ARTICLES, cameo, ontology="cameo")
    assert len(cameo.coded) == 5
    again = Coder()
    store.keep_articles(ARTICLES, again, ontology="cameo")
    assert again.coded == []


def test_a_changed_file_of_ones_own_types_is_a_new_setting(tmp_path: Path) -> None:
    own = tmp_path / "fish.toml"
    own.write_text("[types.QUOTA]\n")
    before = settings_of(own)
    assert before[0] == "fish.toml"
    assert settings_of(own) == before
    own.write_text("[types.QUOTAS]\n")
    assert settings_of(own) != before
    assert settings_of(None, own) != settings_of(None)


def test_the_run_says_what_it_coded_with(store: Store) -> None:
    store.keep_articles(ARTICLES, Coder())
    ((ontology, settings),) = store.connection.execute("SELECT ontology, settings FROM runs").fetchall()
    assert (ontology, settings) == settings_of(None)


def test_a_run_of_an_earlier_version_is_coded_again(store: Store) -> None:
    store.keep_articles(ARTICLES, Coder())
    store.connection.execute("UPDATE runs SET version = '0.0.1'")
    again = Coder()
    assert store.keep_articles(ARTICLES, again) == Kept(unchanged=5)
    assert len(again.coded) == 5


def test_merging_that_was_cut_short_goes_on_at_the_next_run(store: Store, port: Record) -> None:
    store.keep([port])
    # As a kill between two batches of `diurna merge` leaves it.
    for table in ("reports", "joined_events", "joined_participants", "joined_counts", "joined_fields", "copies"):
        store.connection.execute(f"DELETE FROM {table}")
    store.connection.execute("INSERT INTO meta VALUES ('unmerged', 'yes')")
    store.keep([])
    assert store.connection.execute("SELECT count(*) FROM reports").fetchall() == [(len(port.events),)]
    assert store.connection.execute("SELECT key FROM meta").fetchall() == [("schema_version",)]
