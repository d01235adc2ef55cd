"""A folder that is watched: new and changed files are coded as they come, for days, and nothing is moved.

Files are looked for, not waited for: that works on every file system, shares on a network too, and misses nothing that
came while nobody watched. No clock is read: a file is whole when two looks find it the same.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from diurna.read.formats import Columns, ending_of
from diurna.read.found import Found, printable
from diurna.read.naming import Naming, claimed, named
from diurna.read.sources import found_in_file
from diurna.records import Article, Record
from diurna.stopping import Stop
from diurna.store import Kept, Store, StoreError, open_store
from diurna.store.keeping import article_key
from diurna.store.watched import Watched, failed_of, forget_failed, note_watched, watched

LOT = 200  # files that are coded before the store notes them

Coder = Callable[[Iterable[Article]], Iterable[Record]]


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as a look found it: its size in bytes and time of change, in ns."""

    path: Path
    size: int
    changed: int


@dataclass(frozen=True, slots=True)
class Settings:
    """How the articles of a watched folder are read, and what their records are noted to depend on."""

    published: date | None = None
    columns: Columns = None
    ontology: Path | None = None
    actors: Path | None = None


class Watch:
    """Watches one folder for one store, which is open only while a lot of files is written to it.

    `coder` is asked before each lot for what codes it, with the text of the weights it codes by. `report` is told what
    came of each lot. Of a file that is there some 200 bytes are held in memory, and nothing of one that has gone.
    """

    def __init__(
        self,
        folder: Path,
        db: Path,
        coder: Callable[[Store], tuple[Coder, str]],
        *,
        settings: Settings | None = None,
        report: Callable[[str], None] = print,
    ) -> None:
        self.folder, self.db = folder, db
        self.files = 0
        self._coder, self._how, self._report = coder, settings or Settings(), report
        self._done: dict[int, int] = {}
        self._growing: dict[int, int] = {}
        self._run: tuple[int, str] | None = None
        self._trouble = ""
        with open_store(db) as store:
            _, learned = coder(store)
            runs = store.runs_alike(self._how.ontology, self._how.actors, learned)
            for file in watched(store.connection, runs):
                self._done[_print(file.path)] = hash((file.size, file.changed))

    def run(self, every: float, stop: Stop, sleep: Callable[[float], None]) -> None:
        """Look, code what is ready, and sleep `every` seconds, until the run is asked to stop."""
        while stop.asked is None:
            self.look(stop)
            if stop.asked is None:
                sleep(every)
        if self._run is not None:
            self._with_store(partial(Store.end_run, run=self._run[0]))

    def look(self, stop: Stop) -> None:
        """Code all files that are as they were at the last look and were not coded so, some at a time."""
        there: set[int] = set()
        ready = self._ready(there)
        while lot := tuple(islice(ready, LOT)):
            if stop.asked or not self._with_store(partial(self._code, lot=lot, stop=stop)):
                return
        if there:  # an empty folder may be a share that is away: what was done there is not forgotten
            self._done = {key: stamp for key, stamp in self._done.items() if key in there}
            self._growing = {key: stamp for key, stamp in self._growing.items() if key in there}

    def _ready(self, there: set[int]) -> Iterator[Seen]:
        for file in _files(self.folder):
            key, stamp = _print(str(file.path)), hash((file.size, file.changed))
            there.add(key)
            if self._done.get(key) == stamp:
                continue
            if self._growing.get(key) == stamp:
                yield file
            else:
                self._growing[key] = stamp

    def _with_store(self, do: Callable[[Store], None]) -> bool:
        """Do something with the store and return whether it could be; why not is said once, and the next look tries."""
        try:
            with open_store(self.db) as store:
                do(store)
        except StoreError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                self._report(f"{error}; the next look tries again")
            return False
        self._trouble = ""
        return True

    def _code(self, store: Store, lot: tuple[Seen, ...], stop: Stop) -> None:
        code, learned = self._coder(store)
        how = self._how
        if self._run is None or self._run[1] != learned:
            self._run = store.begin_run(how.ontology, how.actors, learned), learned
        run = self._run[0]
        read: dict[str, int] = {}
        failed: dict[str, set[str]] = {str(file.path): set() for file in lot}
        whole: list[Seen] = []

        def articles() -> Iterator[Article]:
            for file in lot:
                for article in stop.upto(self._read(file.path)):
                    read[str(file.path)] = read.get(str(file.path), 0) + 1
                    yield article
                if stop.asked:
                    return
                whole.append(file)

        def noted(waiting: Iterable[Article]) -> Iterator[Record]:
            for record in code(waiting):
                if record.article.note:
                    self._report(record.article.note)
                if record.article.error:
                    self._report(record.article.error)
                    failed[_file_of(record.article, lot)].add(article_key(record.article))
                yield record

        before = {str(file.path): failed_of(store.connection, printable(file.path)) for file in lot}
        kept = store.keep_articles(
            articles(), noted, ontology=how.ontology, actors=how.actors, learned=learned, run=run
        )
        forget_failed(store.connection, [k for f in whole for k in before[str(f.path)] - failed[str(f.path)]])
        notes = [
            Watched(path, file.size, file.changed, read.get(path, 0), len(failed[path]))
            for file in whole
            for path in [str(file.path)]
        ]
        note_watched(store.connection, notes, run)
        self._note(whole, kept, sum(note.failed for note in notes))

    def _note(self, whole: list[Seen], kept: Kept, failed: int) -> None:
        for file in whole:
            key = _print(str(file.path))
            self._done[key] = hash((file.size, file.changed))
            self._growing.pop(key, None)
        self.files += len(whole)
        self._report(
            f"{len(whole)} files: {kept.new} new, {kept.unchanged} unchanged, {kept.replaced} replaced, {failed} failed"
        )

    def _read(self, path: Path) -> Iterator[Article]:
        """Yield a file's articles; those without an id are called by their path below the folder."""
        if not path.exists():  # it went after the look; where it went is another file
            return
        within = path.relative_to(self.folder)
        naming = Naming()
        try:
            for found in found_in_file(path, self._how.columns):
                article, claim = claimed(replace(found, name=_name(found, within)), self._how.published)
                yield named(article, naming.name(claim))
        except Exception as error:  # a file that breaks a reader is one file that failed
            why = f"{printable(path)}: reading failed ({type(error).__name__}: {error}); please report this file"
            yield Article(printable(within), "", origin=printable(path), error=why)


def _files(folder: Path) -> Iterator[Seen]:
    """Yield the files of known endings in the folder and below, by name, but for hidden ones."""
    for parent, below, names in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(names):
            if name.startswith(".") or ending_of(name) is None:
                continue
            path = Path(parent, name)
            try:
                found = path.stat()
            except OSError:
                continue
            yield Seen(path, found.st_size, found.st_mtime_ns)


def _name(found: Found, within: Path) -> str:
    """Return what an article without an id is called: as `diurna code` calls it, after the folders below the watched.

    Where nothing could be read it is the file's whole name, so that no article of a like name takes its place.
    """
    below = "".join(f"{part}/" for part in within.parent.parts)
    rest = found.name.removeprefix(printable(within.stem))
    return printable(f"{below}{within.name}{rest}" if found.error else f"{below}{found.name}")


def _file_of(article: Article, lot: tuple[Seen, ...]) -> str:
    """Return the path of the lot's file that an article came from."""
    of = [str(file.path) for file in lot if article.origin.startswith(printable(file.path))]
    return max(of, key=len, default=str(lot[0].path))


def _print(path: str) -> int:
    return int.from_bytes(blake2b(path.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
