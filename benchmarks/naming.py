"""What knowing every id, address and text of a run costs: `python -m benchmarks.naming [ARTICLES]` (20,000,000).

Names made-up articles as a run does, each with an id, an address and a text of its own, every hundredth a repeat of the
one a hundred thousand before; prints in each tenth the processor's microseconds an article, and the memory held.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from diurna.read.naming import Claim, Naming

REPEATED, BACK = 100, 100_000


def claims(count: int) -> Iterator[Claim]:
    """Yield the claims of so many articles."""
    for number in range(count):
        told = number - BACK if number >= BACK and number % REPEATED == 0 else number
        digest = blake2b(b"%d" % told, digest_size=16).digest()
        marks = (b"a" + digest[:12], b"s" + digest[:12] + digest[4:])
        yield Claim(f"outlet-{number}", "news", (), False, False, marks, digest[:8], digest[8:])


def main() -> None:
    """Name them, and print each tenth."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000_000
    naming, repeats, began = Naming(), 0, time.process_time()
    for made, claim in enumerate(claims(count), 1):
        repeats += naming.name(claim).why is not None
        if made % (count // 10) == 0:
            now = time.process_time()
            held = int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
            each = 1e6 * (now - began) / (count // 10)
            print(f"{made:11,} articles: {each:.0f} µs of the processor each, {held:.0f} MB held", flush=True)
            began = now
    print(f"{repeats:,} repeats were known")


if __name__ == "__main__":
    main()
