"""How a long run goes: `python -m benchmarks.scale [DATA] [--articles 20000]`.

Prints what it costs to start (one article, the whole program), what two processes give against one, and, for articles
made by shuffling the sentences of Wikinews, the cost of an article in each tenth of the run and the peak memory; they
are kept in a store, as in a long run. `--articles 1000000` is the run of issue 10, which takes a night.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does; read when numpy loads

from benchmarks.speed import _shuffled
from diurna.pipeline import code_articles
from diurna.records import Article
from diurna.store import open_store

ONE = "Kenyan police arrested two union leaders in Mombasa on Monday."


def start_up(rounds: int = 9) -> None:
    """Print the seconds of the whole program for one short article, of `diurna --version`, and of the libraries alone.

    The libraries are what any program must load that runs a model by onnxruntime, and tell how fast the machine is.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "one.txt")
        file.write_text(ONE, "utf-8")
        runs = {
            "python with onnxruntime, numpy, tokenizers": ["-c", "import numpy, onnxruntime, tokenizers"],
            "diurna --version": ["-m", "diurna", "--version"],
            "diurna code, one article": ["-m", "diurna", "code", str(file)],
        }
        # An installed package is compiled once, as it is installed; here that is done before the first round.
        compiled = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        compiled["PYTHONPYCACHEPREFIX"] = folder
        for name, what in runs.items():
            spent = []
            for _ in range(rounds + 1):
                began = time.perf_counter()
                subprocess.run([sys.executable, *what], capture_output=True, check=True, env=compiled)
                spent.append(time.perf_counter() - began)
            print(f"start-up: {name} {statistics.median(spent[1:]):.2f} s (least {min(spent):.2f} s)")


def jobs(data: Path, count: int) -> None:
    """Print articles a second with one process on one core, and with two on two; the first ones start the workers.

    On a busy machine the clock says little: then what an article costs of the processor's time, the parent's and the
    workers', with one process against two, is the most that the efficiency can be.
    """
    cores = sorted(os.sched_getaffinity(0))
    rate, cost = {}, {}
    for number in (1, 2):
        os.sched_setaffinity(0, cores[:number])
        records = code_articles(_shuffled(data, count), jobs=number)
        deque(islice(records, count // 4), maxlen=0)
        began, spent = time.perf_counter(), _spent()
        rest = sum(1 for _ in islice(records, count - count // 4 - 1))
        rate[number] = rest / (time.perf_counter() - began)
        cost[number] = (_spent() - spent) / rest
        deque(records, maxlen=0)
    os.sched_setaffinity(0, cores)
    print(
        f"--jobs: one process on one core {rate[1]:.1f} articles/s, two on two {rate[2]:.1f}, "
        f"efficiency {rate[2] / rate[1] / 2:.2f}; by the processor's time {cost[1] / cost[2]:.2f}"
    )


def _spent() -> float:
    """Return the seconds of the processor's time that this process and its workers have taken."""
    workers = [Path(f"/proc/{child.pid}/stat").read_text("utf-8") for child in multiprocessing.active_children()]
    ticks = sum(int(field) for stat in workers for field in stat.rpartition(")")[2].split()[11:13])
    return time.process_time() + ticks / os.sysconf("SC_CLK_TCK")


def tenths(data: Path, count: int) -> None:
    """Print processor and clock milliseconds an article in each tenth, the last against the first, the peak memory."""
    cost: list[float] = []

    def marked() -> Iterator[Article]:
        began, clock = time.process_time(), time.perf_counter()
        for made, article in enumerate(_shuffled(data, count), 1):
            yield article
            if made % (count // 10) == 0:
                now, at = time.process_time(), time.perf_counter()
                each = 1000 * (now - began) / (count // 10)
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                cost.append(each)
                print(
                    f"{made:9,} articles: {each:.1f} ms of the processor each, "
                    f"{1000 * (at - clock) / (count // 10):.1f} ms by the clock, peak {peak:.0f} MB",
                    flush=True,
                )
                began, clock = now, at

    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder, "scale.duckdb")) as store:
        store.keep(code_articles(marked()))
    print(f"cost of an article, last tenth against first: {cost[-1] / cost[0]:.2f}")


def main() -> None:
    """Read the options and print each figure."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    options.add_argument("--articles", type=int, default=20_000)
    options.add_argument("--jobs-articles", type=int, default=1_000)
    chosen = options.parse_args()
    start_up()
    jobs(chosen.data, chosen.jobs_articles)
    tenths(chosen.data, chosen.articles)


if __name__ == "__main__":
    main()
