"""Join the events of new articles with those in the store, at a cost that does not depend on how many it holds.

Each step asks for what it needs by a column of numbers: texts that share a band of their signature, joined events that
share a block, their reports. All is done within the transaction that keeps the articles, so that none is ever kept
unjoined.
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
from diurna.store.bands import Bands
from diurna.store.decided import anchors_at, decisions_of
from diurna.store.joined_rows import JOINED, id_of, joined_rows, number_of, report_rows
from diurna.store.searching import fill_joined_search
from diurna.store.tables import by_first, column_types, delete, find, find_by_number, insert, last_row

if TYPE_CHECKING:
    import duckdb


class Merger:
    """Joins events in one store; it knows the tables' columns, so that no batch asks for them again."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self._types = cache(lambda table: column_types(connection, table))
        self._bands = Bands(connection)
        self._last_text: int | None = None

    def merge(self, kept: Mapping[str, Record], gone: Collection[str] = ()) -> None:
        """Join the events of the articles just kept, by their keys; those of the articles that are gone leave.

        Those that were joined before are among `gone`, though they are kept too: they are joined anew. To be called
        within a transaction.
        """
        coded = {key: record for key, record in kept.items() if record.article.state == "coded"}
        groups = self._copies(coded, gone)
        tellings = [
            telling
            for key, record in kept.items()
            for telling in tellings_of(record, key, groups.get(key, key), sources_of(record))
        ]
        joining, stored = self._at_hand(tellings, gone)
        again = set(gone)
        old = [key for key in stored if key[0] in again]
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
        self._take_back([(stored[key], *key) for key in sorted(moved) if stored[key] not in joining.gone])
        gone = [number_of(id) for id in sorted(joining.gone)]
        delete(connection, "reports", "joined_number", gone)
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
        stale = [number_of(id) for id in sorted({*joining.changed, *joining.gone} & {*stored.values()})]
        for table in (*JOINED, "joined_search"):
            delete(connection, table, "joined_number", stale)
        self._write_blocks(joining)
        since = {table: last_row(connection, table) for table in ("joined_events", "joined_participants")}
        for table, made in rows.items():
            insert(connection, table, self._types(table), made)
        reports = [(id, *key) for id in sorted(joining.changed) for key in joining.events[id].tellings]
        fill_joined_search(connection, reports, since)

    def _take_back(self, reports: list[tuple[str, str, str]]) -> None:
        """Delete reports that are told anew: each the joined event that it was of, its article and its event there."""
        if reports:
            ids, articles, events = zip(*reports, strict=True)
            self.connection.execute(
                "DELETE FROM reports WHERE joined_number IN (SELECT unnest(?::BIGINT[])) "
                "AND (article_key, event_id) IN (SELECT (unnest(?), unnest(?)))",
                [sorted({number_of(id) for id in ids}), list(articles), list(events)],
            )

    def _write_blocks(self, joining: Joining) -> None:
        leaving = {pair for pair, stays in joining.placed.items() if not stays}
        blocks = sorted({block for block, _ in leaving})
        rows = find_by_number(self.connection, "event_blocks", "rowid, block, joined_number", "block", blocks)
        gone = [row for row, block, number in rows if (block, id_of(number)) in leaving]
        delete(self.connection, "event_blocks", "rowid", gone)
        entering = [
            {"block": block, "joined_number": number_of(id)} for (block, id), stays in joining.placed.items() if stays
        ]
        insert(self.connection, "event_blocks", self._types("event_blocks"), entering)

    def _at_hand(self, tellings: list[Telling], articles: Collection[str]) -> tuple[Joining, dict[Key, str]]:
        """Return the joined events that the tellings may be of, and those that the articles' reports are of now."""
        mine = self._events_of(articles) if self._any_there(articles) else set()
        joining = Joining()
        blocks = sorted({block for telling in tellings for block in (*looks_in(telling), *stands_in(telling))})
        rows = find_by_number(self.connection, "event_blocks", "block, joined_number, rowid", "block", blocks)
        for block, number, _ in sorted(rows, key=lambda row: row[2]):  # in the order in which they came there
            joining.stand(block, id_of(number))
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
        numbers = sorted(map(number_of, ids))
        rows = find_by_number(self.connection, "reports", "joined_id, score, telling", "joined_number", numbers)
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

    def _copies(self, coded: Mapping[str, Record], gone: Collection[str]) -> dict[str, str]:
        """Return the group of copies of each article, and keep that of those that are new."""
        before = sorted(coded.keys() & gone)
        groups = dict(find(self.connection, "copies", "article_key, copy_group", "article_key", before))
        new = {key: runs(record.article.text) for key, record in coded.items() if key not in groups}
        banded = {key: bands(of) for key, of in new.items()}
        wanted = sorted({band for of in banded.values() for band in of})
        crowd: dict[int, list[str]] = defaultdict(list)
        shared = self._bands.find(wanted)
        numbers = sorted({number for _, number in shared})
        key_of = dict(find_by_number(self.connection, "copies", "number, article_key", "number", numbers))
        for band, number in shared:
            if number in key_of:
                crowd[band].append(key_of[number])
        there = sorted({key for keys in crowd.values() for key in keys})
        found = find(self.connection, "articles", "article_key, text", "article_key", there)
        texts = {key: runs(text) for key, text in found}
        number_for = dict(zip(new, self._next_numbers(len(new)), strict=True))
        rows: list[tuple[int, int]] = []
        for key, ours in new.items():
            near = dict.fromkeys(other for band in banded[key] for other in crowd[band])
            groups[key] = next((other for other in near if other in texts and copied(ours, texts[other])), key)
            if groups[key] == key:
                texts[key] = ours
                # Copies need not be found: their first text is.
                for band in banded[key]:
                    if len(crowd[band]) < CROWDED:
                        crowd[band].append(key)
                        rows.append((band, number_for[key]))
        made = [{"article_key": key, "copy_group": groups[key], "number": number_for[key]} for key in new]
        insert(self.connection, "copies", self._types("copies"), made)
        self._bands.add(rows)
        return groups

    def forget(self) -> None:
        """Take note that nothing is joined any more."""
        self._bands, self._last_text = Bands(self.connection), None

    def _next_numbers(self, count: int) -> range:
        """Return numbers for new texts, which rise: what is looked up together lies together."""
        if self._last_text is None:
            ((last,),) = self.connection.execute("SELECT coalesce(max(number), 0) FROM copies").fetchall()
            self._last_text = int(last)
        first = self._last_text + 1
        self._last_text += count
        return range(first, first + count)
