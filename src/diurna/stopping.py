"""A run that is asked to end (SIGTERM, Ctrl-C) ends in good order: what is under way is finished and kept."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from types import FrameType, TracebackType

from diurna.records import Article

_ASKING = (signal.SIGTERM, signal.SIGINT)


class Stopped(BaseException):
    """A signal asked the run to end; no `except Exception` on the way holds it up. `signal` is its number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number

    @property
    def name(self) -> str:
        """Return the signal's name, such as "SIGTERM"."""
        return signal.Signals(self.signal).name

    @property
    def exit_code(self) -> int:
        """Return what shells give for a process that the signal ended: 143 for SIGTERM, 130 for Ctrl-C."""
        return 128 + self.signal


class Stop:
    """Listens for the signals, in a `with` statement; the first is noted, a second ends the process at once.

    `asked` is the first, None before. While the run waits, for an article of `upto` or in `sleep`, or all the time
    where `at_once` is set, a signal is raised as Stopped there and then; else the run goes on until it looks.
    """

    def __init__(self, *, at_once: bool = False) -> None:
        self.asked: Stopped | None = None
        self._waiting = at_once
        self._before: dict[int, Callable[[int, FrameType | None], object] | int | None] = {}

    def __enter__(self) -> Stop:
        if threading.current_thread() is threading.main_thread():  # Python takes handlers from no other
            self._before = {number: signal.signal(number, self._noted) for number in _ASKING}
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._give_back()

    def upto(self, articles: Iterable[Article]) -> Iterator[Article]:
        """Yield the articles until the run is asked to end; the one that is being read then is not yielded."""
        source = iter(articles)
        try:
            while True:
                self._waiting = True  # before one looks, so that a signal finds the run either asked or waiting
                article = next(source, None) if self.asked is None else None
                self._waiting = False
                if article is None:
                    return
                yield article
        except Stopped:
            return
        finally:
            self._waiting = False

    def sleep(self, seconds: float) -> None:
        """Sleep so long, or until the run is asked to end."""
        try:
            self._waiting = True
            if self.asked is None:
                time.sleep(seconds)
            self._waiting = False
        except Stopped:
            return

    def _noted(self, number: int, frame: FrameType | None) -> None:
        self._give_back()
        self.asked = Stopped(number)
        waiting, self._waiting = self._waiting, False
        if waiting:
            raise self.asked
        with suppress(OSError):  # the message may not go through Python's streams, which may be in use right now
            os.write(2, b"diurna: finishing what is under way; once more ends at once\n")

    def _give_back(self) -> None:
        for number, before in self._before.items():
            signal.signal(number, before if before is not None else signal.SIG_DFL)
        self._before = {}
