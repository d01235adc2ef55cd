"""Join the events of new articles with those in the store, at a cost that does not depend on how many it holds.

Each step asks an index for what it needs: texts that share a band of their signature, joined events that share a block,
their reports. All is done within the transaction that keeps the articles, so that none is ever kept unjoined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from diurna.merge.across import (
    CROWDED,
    Joined,
    Joining,
    Key,
    Telling,
    bands,
    best_of,
    copied,
    from_line,
    runs,
    sources_of,
    tellings_of,
    to_line,
)
from diurna.merge.across.blocks import looks_in, stands_in
from diurna.records import Record
from diurna.store.decided import anchors_at, decisions_of
from diurna.store.joined_rows import JOINED, joined_rows, report_rows
from diurna.store.searching import fill_joined_search
from diurna.store.tables import by_first, column_types, delete, find, insert

if TYPE_CHECKING:
    import duckdb


class Merger:
    """Joins events in one store; it knows the tables' columns, so that no batch asks for them again."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self._types = cache(lambda table: column_types(connection, table))

    def merge(self, kept: Mapping[str, Record], gone: Collection[str] = ()) -> None:
        """Join the events of the articles just kept, by their keys; those of the articles that are gone leave.

        An article that is there already is joined anew. To be called within a transaction.
        """
        groups = self._copies({key: record for key, record in kept.items() if record.article.state == "coded"})
        tellings = [
            telling
            for key, record in kept.items()
            for telling in tellings_of(record, key, groups.get(key, key), sources_of(record))
        ]
        joining, stored = self._at_hand(tellings, {*kept, *gone})
        old = [key for key in stored if key[0] in kept or key[0] in gone]
        for key in old:
            joining.remove(key)
        for telling in sorted(tellings, key=lambda one: (one.published or 0, one.article_key, one.start)):
            joining.add(telling)
        self.write(joining, stored, old)

    def around(self, articles: Collection[str]) -> tuple[Joining, dict[Key, str]]:
        """Return the joined events of some articles' reports, and which event each report is of in the store."""
        return self._at_hand([], articles)

    def write(self, joining: Joining, stored: Mapping[Key, str], old: Collection[Key] = ()) -> None:
        """Write what is new in the joined events at hand.

        `stored` says which event each report was of, `old` which reports are told anew.
        """
        connection = self.connection
        moved = {*old, *(key for key, id in stored.items() if joining.event_of(key) != id)}
        for article, event_id in sorted(key for key in moved if stored[key] not in joining.gone):
            connection.execute("DELETE FROM reports WHERE article_key = ? AND event_id = ?", [article, event_id])
        delete(connection, "reports", "joined_id", sorted(joining.gone))
        rows: dict[str, list[dict[str, object]]] = defaultdict(list)
        for id in sorted(joining.changed):
            event = joining.events[id]
            fresh = [
                (telling, event.scores[key], to_line(telling))
                for key, telling in event.tellings.items()
                if key in moved or key not in stored
            ]
            rows["reports"] += report_rows(id, fresh)
            for table, made in joined_rows(id, best_of(event.tellings.values())).items():
                rows[table] += made
        stale = sorted({*joining.changed, *joining.gone} & {*stored.values()})
        for table in JOINED:
            delete(connection, table, "joined_id", stale)
        self._write_blocks(joining)
        for table, made in rows.items():
            insert(connection, table, self._types(table), made)
        delete(connection, "joined_search", "joined_id", sorted(joining.gone))
        fill_joined_search(connection, sorted(joining.changed))

    def _write_blocks(self, joining: Joining) -> None:
        leaving = {pair for pair, stays in joining.placed.items() if not stays}
        rows = find(
            self.connection, "event_blocks", "rowid, block, joined_id", "block", sorted({b for b, _ in leaving})
        )
        # By the number of the row: a condition on two columns would make DuckDB read the whole table.
        delete(self.connection, "event_blocks", "rowid", [row for row, block, id in rows if (block, id) in leaving])
        entering = [{"block": block, "joined_id": id} for (block, id), stays in joining.placed.items() if stays]
        insert(self.connection, "event_blocks", self._types("event_blocks"), entering)

    def _at_hand(self, tellings: list[Telling], articles: Collection[str]) -> tuple[Joining, dict[Key, str]]:
        """Return the joined events that the tellings may be of, and those that the articles' reports are of now."""
        mine = self._events_of(articles) if self._any_there(articles) else set()
        joining = Joining()
        blocks = sorted({block for telling in tellings for block in (*looks_in(telling), *stands_in(telling))})
        for block, id in find(self.connection, "event_blocks", "block, joined_id", "block", blocks):
            joining.stand(block, id)
        wanted = mine | {id for telling in tellings for id in joining.near(telling)}
        stored = self._load(joining, wanted)
        self._heed(joining, stored, tellings)
        return joining, stored

    def _any_there(self, articles: Collection[str]) -> bool:
        return bool(find(self.connection, "copies", "article_key", "article_key", sorted(articles)))

    def _events_of(self, articles: Collection[str]) -> set[str]:
        rows = self.connection.execute(
            "SELECT DISTINCT joined_id FROM reports WHERE article_key IN (SELECT unnest(?))", [sorted(articles)]
        ).fetchall()
        return {id for (id,) in rows}

    def _load(self, joining: Joining, ids: Iterable[str]) -> dict[Key, str]:
        rows = find(self.connection, "reports", "joined_id, score, telling", "joined_id", sorted(ids))
        stored: dict[Key, str] = {}
        for id, reports in by_first(rows).items():
            event = Joined(id)
            told = [(from_line(line), score) for _, score, line in reports]
            for telling, score in sorted(told, key=lambda one: (one[0].published or 0, one[0].key)):
                event.put(telling, score)
                stored[telling.key] = id
            joining.known(event)
        return stored

    def _heed(self, joining: Joining, stored: dict[Key, str], tellings: list[Telling]) -> None:
        """Bring in what people decided of the tellings at hand, and the reports that they are to be joined with."""
        fresh = {telling.article_key for telling in tellings}
        anchors = anchors_at(self.connection, {article for article, _ in stored} | fresh)
        if not anchors:
            return
        pointed = {anchor.article_key for anchor in anchors if anchor.kind == "join"}
        stored |= self._load(joining, self._events_of(pointed) - joining.events.keys())
        by_article: dict[str, list[Telling]] = defaultdict(list)
        for event in joining.events.values():
            for telling in event.tellings.values():
                if telling.article_key not in fresh:
                    by_article[telling.article_key].append(telling)
        for telling in tellings:
            by_article[telling.article_key].append(telling)
        joining.decisions = decisions_of(anchors, by_article)

    def _copies(self, coded: Mapping[str, Record]) -> dict[str, str]:
        """Return the group of copies of each article, and keep that of those that are new."""
        groups = dict(find(self.connection, "copies", "article_key, copy_group", "article_key", sorted(coded)))
        new = {key: runs(record.article.text) for key, record in coded.items() if key not in groups}
        banded = {key: bands(of) for key, of in new.items()}
        wanted = sorted({band for of in banded.values() for band in of})
        crowd: dict[int, list[str]] = defaultdict(list)
        for band, key in find(self.connection, "copy_bands", "band, article_key", "band", wanted):
            crowd[band].append(key)
        there = sorted({key for keys in crowd.values() for key in keys})
        found = find(self.connection, "articles", "article_key, text", "article_key", there)
        texts = {key: runs(text) for key, text in found}
        rows: list[dict[str, object]] = []
        for key, ours in new.items():
            near = dict.fromkeys(other for band in banded[key] for other in crowd[band])
            groups[key] = next((other for other in near if other in texts and copied(ours, texts[other])), key)
            if groups[key] == key:
                texts[key] = ours
                # Copies need not be found: their first text is.
                for band in banded[key]:
                    if len(crowd[band]) < CROWDED:
                        crowd[band].append(key)
                        rows.append({"band": band, "article_key": key})
        made = [{"article_key": key, "copy_group": groups[key]} for key in new]
        insert(self.connection, "copies", self._types("copies"), made)
        insert(self.connection, "copy_bands", self._types("copy_bands"), rows)
        return groups
