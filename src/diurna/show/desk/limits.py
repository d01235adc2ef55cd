"""How often somebody may do something."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

_MOST_KEYS = 10_000


class Limit:
    """So many a minute for each key, all of them at once if need be; what is not used is not saved up."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = per_minute
        self._clock = clock
        self._left: dict[str, tuple[float, float]] = {}
        self._lock = Lock()

    def wait(self, key: str) -> float:
        """Count one for the key, and return 0; or return for how many seconds it must wait, and count none."""
        now, rate = self._clock(), self._most / 60
        with self._lock:
            if len(self._left) >= _MOST_KEYS:
                self._left = {k: v for k, v in self._left.items() if v[0] + (now - v[1]) * rate < self._most}
            left, since = self._left.get(key, (float(self._most), now))
            left = min(self._most, left + (now - since) * rate)
            if left < 1:
                self._left[key] = (left, now)
                return (1 - left) / rate
            self._left[key] = (left - 1, now)
            return 0.0
