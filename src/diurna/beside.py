"""Processes that code beside the first one; where one of them is killed, what it had is coded anew, one by one.

Each has a thread here that hands it articles and takes its records, so that it is known what a process had at its end.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from multiprocessing.connection import Connection
from queue import SimpleQueue

from diurna.records import Article, Record

# What is handed to a process at a time: some 0.3 s of work, so that all end together, and so many articles at most.
CHUNK_CHARACTERS, CHUNK = 12_000, 16
# Chunks under way for each process: the others are there when whoever takes the records is busy with one.
UNDER_WAY = 4
NOTED = 500  # looks, a hundredth of a second apart, for what another thread is about to note
SACRIFICED = "500"  # on Linux's scale of 1000: where memory runs out, one of these goes and not the run

Begin = Callable[[], object]
"""Makes a process ready: loads the model and the tables."""
Code = Callable[[list[Article]], list[Record]]


class NoProcess(RuntimeError):
    """A process dies before it is ready, so that no article is to blame."""


class Worker:
    """One process, begun when it is first needed, and anew after it has died."""

    def __init__(self, begin: Begin, code: Code) -> None:
        self._given = (begin, code)
        self._process: multiprocessing.process.BaseProcess | None = None

    def code(self, articles: list[Article]) -> list[Record]:
        """Return the articles' records; one that ends its process alone, too, has failed, and its record says so.

        Raises NoProcess where the process cannot even begin.
        """
        if self._process is None:
            self._begin()
        try:
            self._pipe.send(articles)
            told: list[Record] | BaseException = self._pipe.recv()
        except (EOFError, OSError):  # it is dead
            how = self.end()
            if len(articles) > 1:
                return [record for article in articles for record in self.code([article])]
            why = f"the process that coded it {how}, twice; give it more memory, or split or leave out the article"
            return [Record(replace(article, error=f"{article.origin}: {why}")) for article in articles]
        if isinstance(told, BaseException):
            raise told
        return told

    def end(self) -> str:
        """Let the process end, and return how it did."""
        if self._process is None:
            return "never began"
        self._pipe.close()
        self._process.join()
        code, self._process = _exit_code(self._process), None
        if code >= 0:
            return f"ended with exit code {code}"
        name = signal.Signals(-code).name
        return f"was killed ({name}, as when memory runs out)" if code == -signal.SIGKILL else f"was killed ({name})"

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, *self._given), daemon=True)
        self._process.start()
        theirs.close()
        try:
            self._pipe.recv()  # it is ready
        except (EOFError, OSError):
            how = self.end()
            raise NoProcess(f"a process of --jobs {how} before it was ready; give fewer, or more memory") from None


def _exit_code(process: multiprocessing.process.BaseProcess) -> int:
    """Return how a process that has ended did.

    Another thread that begins a process looks after the dead ones too; where it came first, the code is there only when
    that thread has noted it.
    """
    for _ in range(NOTED):
        if process.exitcode is not None:
            return process.exitcode
        time.sleep(0.01)
    return 0


def coded_beside(articles: Iterable[Article], jobs: int, begin: Begin, code: Code) -> Iterator[Record]:
    """Yield a record for each article, in order, coded by `jobs` processes; raises NoProcess where they cannot begin.

    `begin` and `code` are called in the processes, so they are functions of a module, or partial ones. Only a few
    chunks are under way at once.
    """
    chunks = _chunks(articles)
    workers = [Worker(begin, code) for _ in range(jobs)]
    free: SimpleQueue[Worker] = SimpleQueue()
    for worker in workers:
        free.put(worker)

    def coded(chunk: list[Article]) -> list[Record]:
        worker = free.get()
        try:
            return worker.code(chunk)
        finally:
            free.put(worker)

    waiting: deque[Future[list[Record]]] = deque()
    with ThreadPoolExecutor(jobs) as threads:
        try:
            while True:
                waiting += [threads.submit(coded, chunk) for chunk in islice(chunks, UNDER_WAY * jobs - len(waiting))]
                if not waiting:
                    break
                yield from waiting.popleft().result()
        finally:
            for future in waiting:  # the caller has left, so nobody asks for these
                future.cancel()
            threads.shutdown()
            for worker in workers:
                worker.end()


def _chunks(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Yield the articles in chunks of like length."""
    chunk: list[Article] = []
    length = 0
    for article in articles:
        chunk.append(article)
        length += len(article.text)
        if length >= CHUNK_CHARACTERS or len(chunk) == CHUNK:
            yield chunk
            chunk, length = [], 0
    if chunk:
        yield chunk


def _serve(pipe: Connection, begin: Begin, code: Code) -> None:
    """Code what comes, until nothing more does. Signals are the first process's business, and none outlives it."""
    for asking in (signal.SIGTERM, signal.SIGINT):  # a terminal and a service manager send them to all
        signal.signal(asking, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    with suppress(OSError), open("/proc/self/oom_score_adj", "w", encoding="ascii") as score:
        score.write(SACRIFICED)
    begin()
    pipe.send("ready")
    with suppress(EOFError):
        while True:
            articles = pipe.recv()
            try:
                told: list[Record] | BaseException = code(articles)
            except Exception as error:
                told = error
            pipe.send(told)


def _end_with_the_first() -> None:
    first = multiprocessing.parent_process()
    if first is not None:
        first.join()
        os._exit(1)
