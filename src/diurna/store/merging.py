"""Join the events of new articles with those in the store, at a cost that does not depend on how many it holds.

Each step asks for what it needs by a column of numbers: texts that share a band of their signature, joined events that
share a block, their reports. All is done within the transaction that keeps the articles, so that none is ever kept
unjoined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, partial
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
)
from diurna.merge.across.blocks import looks_in, stands_in
from diurna.records import Record
from diurna.store.bands import Bands
from diurna.store.crowds import Crowd, crowds_of, unsettled, write_crowds
from diurna.store.decided import anchors_at, any_decided, decisions_of
from diurna.store.joined_rows import JOINED, id_of, joined_rows, number_of, report_rows
from diurna.store.searching import fill_joined_search
from diurna.store.tables import (
    by_first,
    column_types,
    delete,
    find,
    find_by_number,
    find_wide_by_number,
    insert,
    last_row,
    transaction,
)

if TYPE_CHECKING:
    import duckdb


class Merger:
    """Joins events in one store; it knows the tables' columns, so that no batch asks for them again."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self._types = cache(lambda table: column_types(connection, table))
        self._bands = Bands(connection)
        self._last_text: int | None = None
        self._crowds: dict[int, Crowd] = {}

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
        for id in sorted(joining.changed):
            event = joining.events[id]
            if event.away and self._crowds[number_of(id)].is_due(event.size):
                joining.fetch(event)
        moved = {*old, *(key for key, id in stored.items() if joining.event_of(key) != id)}
        self._take_back([(stored[key], *key) for key in sorted(moved) if stored[key] not in joining.gone])
        gone = [number_of(id) for id in sorted(joining.gone)]
        delete(connection, "reports", "joined_number", gone)
        changed = [joining.events[id] for id in sorted(joining.changed)]
        reports = [
            row
            for event in changed
            for row in report_rows(event, [key for key in event.tellings if key in moved or key not in stored])
        ]
        insert(connection, "reports", self._types("reports"), reports)
        self._write_blocks(joining)
        write_crowds(connection, self._types("crowds"), self._crowds, changed, gone)
        whole = [event for event in changed if not event.away]
        self._write_rows(whole, {*(event.id for event in whole), *joining.gone} & {*stored.values()})

    def _write_rows(self, events: Sequence[Joined], stale: Collection[str]) -> None:
        """Write what the reports of joined events say together; the rows of those that are `stale` go."""
        connection = self.connection
        for table in (*JOINED, "joined_search"):
            delete(connection, table, "joined_number", sorted(map(number_of, stale)))
        since = {table: last_row(connection, table) for table in ("joined_events", "joined_participants")}
        rows: dict[str, list[dict[str, object]]] = defaultdict(list)
        for event in events:
            for table, made in joined_rows(event.id, best_of(event.tellings.values())).items():
                rows[table] += made
        for table, made in rows.items():
            insert(connection, table, self._types(table), made)
        fill_joined_search(connection, [(event.id, *key) for event in events for key in event.tellings], since)

    def settle(self) -> None:
        """Write the rows of joined events that tell of fewer reports than there are; to be called when a run ends."""
        while numbers := unsettled(self.connection):
            with transaction(self.connection):
                joining, ids = Joining(), set(map(id_of, numbers))
                self._crowds = {}
                self._load(joining, ids, whole=ids)
                events = list(joining.events.values())
                write_crowds(self.connection, self._types("crowds"), self._crowds, events, ())
                self._write_rows(events, joining.events)

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
        self._crowds = {}
        blocks = sorted({block for telling in tellings for block in (*looks_in(telling), *stands_in(telling))})
        rows = find_by_number(self.connection, "event_blocks", "block, joined_number, rowid", "block", blocks)
        for block, number, _ in sorted(rows, key=lambda row: row[2]):  # in the order in which they came there
            joining.stand(block, id_of(number))
        wanted = mine | {id for telling in tellings for id in joining.near(telling)}
        stored = self._load(joining, wanted, wanted if any_decided(self.connection) else mine)
        joining.fetch = partial(self._fetch, joining, stored)
        self._heed(joining, stored, tellings)
        return joining, stored

    def _any_there(self, articles: Collection[str]) -> bool:
        return bool(find(self.connection, "copies", "article_key", "article_key", sorted(articles)))

    def _events_of(self, articles: Collection[str]) -> set[str]:
        rows = self.connection.execute(
            "SELECT DISTINCT joined_id FROM reports WHERE article_key IN (SELECT unnest(?))", [sorted(articles)]
        ).fetchall()
        return {id for (id,) in rows}

    def _load(self, joining: Joining, ids: Iterable[str], whole: Collection[str]) -> dict[Key, str]:
        """Put in joined events, and return of which event each of their reports is; those not in `whole` may be crowds
        of which most reports stay away.
        """
        numbers = sorted(map(number_of, ids))
        self._crowds |= crowds_of(self.connection, numbers)
        stored: dict[Key, str] = {}
        few = []
        for number in numbers:
            crowd = self._crowds.get(number)
            if crowd is None or id_of(number) in whole:
                few.append(number)
                continue
            event = Joined(id_of(number), away=crowd.reports - len(crowd.stands))
            for telling in crowd.stands:
                event.put(telling, 1.0)  # what it is worth stands with the report, which is not written again
                stored[telling.key] = event.id
            joining.known(event)
        for id, told in self._told(few).items():
            event = Joined(id)
            for telling, score in told:
                event.put(telling, score)
                stored[telling.key] = id
            joining.known(event)
        return stored

    def _told(self, numbers: Sequence[int]) -> dict[str, list[tuple[Telling, float]]]:
        """Return the reports of joined events, each with its likeness, in the order in which they were published."""
        rows = find_wide_by_number(self.connection, "reports", "joined_id, score, telling", "joined_number", numbers)
        told = {id: [(from_line(line), score) for _, score, line in of] for id, of in by_first(rows).items()}
        return {id: sorted(of, key=lambda one: (one[0].published or 0, one[0].key)) for id, of in told.items()}

    def _fetch(self, joining: Joining, stored: dict[Key, str], event: Joined) -> None:
        """Bring the reports of a crowd that are away."""
        for telling, score in self._told([number_of(event.id)])[event.id]:
            event.tellings[telling.key], event.scores[telling.key] = telling, score
            stored[telling.key] = event.id
        event.away = 0
        joining.known(event)

    def _heed(self, joining: Joining, stored: dict[Key, str], tellings: list[Telling]) -> None:
        """Bring in what people decided of the tellings at hand, and the reports that they are to be joined with."""
        fresh = {telling.article_key for telling in tellings}
        anchors = anchors_at(self.connection, {article for article, _ in stored} | fresh)
        if not anchors:
            return
        pointed = {anchor.article_key for anchor in anchors if anchor.kind == "join"}
        ids = self._events_of(pointed) - joining.events.keys()
        stored |= self._load(joining, ids, ids)
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
        key_of = dict(find_wide_by_number(self.connection, "copies", "number, article_key", "number", numbers))
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
