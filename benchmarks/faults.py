"""Break real inputs and try to break the line: `python -m benchmarks.faults [DATA] [--inputs 100000] [--seed 1]`.

Real articles in nine forms (text, HTML, JSON Lines, JSON, feed, mail, CSV, ZIP, gzip) are changed by a byte fuzzer;
a grammar of nastiness (`benchmarks/nastiness.py`) adds nested pages, bombs, marks, dates, names at three sizes. Worker
processes, each bounded to 4 GB of addresses, take one input at a time; one that does not answer in 10 s of the
processor's time (or in 10 minutes, where others use the machine) is a hang and is killed. Every input is read and laid
out, and its text is cut into sentences and words; the small nasty texts and every hundredth short mutant go the whole
line, model and all. Nine mutants of ten are made of some lines of an article, so that a hundred thousand take minutes.
An input depends on its number and the seed alone: `--begin N` goes on where a run was stopped (SIGTERM, Ctrl-C), with
its tally printed. It ends with 1 where anything crashed or hung, and leaves such inputs in the folder that it names.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import resource
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from multiprocessing.connection import Connection, wait
from pathlib import Path

from benchmarks.nastiness import FILES, TEXTS, Input, articles, forms, mutated, nasty_file, nasty_text
from diurna.annotate.sentences import sentences
from diurna.annotate.words import words
from diurna.pipeline import code_articles
from diurna.read import read_articles
from diurna.stopping import Stop

SECONDS = 10.0  # of the processor's time, since the machine may be busy
PATIENCE = 600.0  # seconds by the clock
ADDRESSES = 4_000_000_000  # bytes
WHOLE_LINE = 4_000  # bytes: what the model reads in well under the limit, also on a busy machine
EVERY = 100  # mutants, of which one goes the whole line
LOT, LOT_BYTES = 100, 500_000  # inputs that a worker is given at once, and their bytes
REPORTED = 2_000  # inputs
LONG = 10  # mutants, of which one is of a whole article
SIZES = (20, 10_000, 170_000)  # the largest makes a million words, a million quotation marks, a line of 100 MB


@dataclass(frozen=True, slots=True)
class Task:
    """An input, and whether it goes the whole line."""

    given: Input
    whole: bool


@dataclass(slots=True)
class Tally:
    """What became of the inputs, and those that crashed or hung."""

    inputs: int = 0
    whole: int = 0
    articles: Counter[str] = field(default_factory=Counter)
    crashed: list[tuple[str, Input]] = field(default_factory=list)
    hung: list[tuple[str, Input]] = field(default_factory=list)
    silent: list[tuple[str, Input]] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")
    peak: float = 0.0  # megabytes


def tasks(data: Path, count: int, seed: int, begin: int = 0, sizes: tuple[int, ...] = SIZES) -> Iterator[Task]:
    """Yield the inputs of the numbers `begin` to `count`: the nastiness at each size, then mutants of real articles."""
    made = 0
    for size in sizes:
        for given in nastiness(size):
            if made >= count:
                return
            if made >= begin:
                yield Task(given, size == sizes[0] and given.kind.startswith("text"))
            made += 1
    real = articles(data)
    for number in range(max(made, begin), count):
        rng = random.Random(f"{seed} {number}")
        article = dict(rng.choice(real))
        if number % LONG:  # most mutants are short, as most of what goes wrong is
            start = rng.randrange(max(1, len(article["text"]) - 1000))
            article["text"] = article["text"][start : start + rng.randint(20, 1000)]
        ending, whole = rng.choice(forms(article))
        given = Input(f"mutant {number} {ending}", ending, mutated(whole, rng))
        yield Task(given, number % EVERY == 1 and len(given.data) < WHOLE_LINE)


def nastiness(size: int) -> Iterator[Input]:
    """Yield each kind of nastiness at a size."""
    for name in TEXTS:
        yield nasty_text(name, size)
    for name in FILES:
        yield nasty_file(name, size)


def worker(pipe: Connection, folder: str) -> None:
    """Say that it is ready; take lots of tasks and say what became of each: articles by state, what broke, seconds of
    the processor, peak memory.
    """
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    pipe.send("ready")
    while True:
        for task in pipe.recv():
            began = time.process_time()
            found, error = _outcome(task, Path(folder, f"input{task.given.ending}"))
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            pipe.send((found, error, time.process_time() - began, peak))


def _outcome(task: Task, path: Path) -> tuple[Counter[str], str]:
    path.write_bytes(task.given.data)
    found: Counter[str] = Counter()
    try:
        read = read_articles([path])
        if task.whole:
            found.update(record.article.state for record in code_articles(read))
            return found, ""
        for article in read:
            found[article.state] += 1
            for span in sentences(article):
                words(article.text, *span)
    except BaseException as error:
        return Counter(), f"{type(error).__name__}: {str(error)[:100]}"
    return found, ""


class Bench:
    """A worker process with its watchdog; a hung or dead one gives way to a new one."""

    def __init__(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.tasks: deque[Task] = deque()
        self.began = self.spent = 0.0
        self.begin()

    def begin(self) -> None:
        """Start a process."""
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=worker, args=(theirs, self.folder.name), daemon=True)
        self.process.start()
        theirs.close()
        self.pipe.recv()  # it is ready
        self.fresh = True

    def give(self, tasks: list[Task]) -> None:
        """Hand out some tasks, which it answers one by one."""
        self.tasks.extend(tasks)
        self.pipe.send(tasks)
        self.wait()

    def wait(self) -> None:
        """Begin to wait for the next answer."""
        self.began, self.spent = time.monotonic(), self.used()

    def used(self) -> float:
        """Return the processor's seconds that the process has had, all its threads together."""
        try:
            fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def over(self) -> bool:
        """Return whether the task has had its time; a process loads what it needs in twenty seconds more."""
        more = 20 if self.fresh else 0
        return self.used() - self.spent > SECONDS + more or time.monotonic() - self.began > PATIENCE

    def end(self) -> None:
        """Kill the process."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def tried(given: Iterator[Task], workers: int = 1, report: Callable[[Tally], None] = lambda tally: None) -> Tally:
    """Return what became of all inputs; `report` is given the tally so far, now and then, and SIGTERM ends it there."""
    tally, benches = Tally(), [Bench() for _ in range(workers)]
    try:
        left, said = True, 0
        while left or any(bench.tasks for bench in benches):
            for bench in benches:
                if left and not bench.tasks:
                    some = _lot(given)
                    left = bool(some)
                    if some:
                        bench.give(some)
            ready = wait([bench.pipe for bench in benches if bench.tasks], timeout=0.5)
            for bench in benches:
                if bench.tasks:
                    _looked(bench, bench.pipe in ready, tally)
            if tally.inputs >= said + REPORTED:
                said = tally.inputs
                report(tally)
    finally:
        for bench in benches:
            bench.end()
            bench.folder.cleanup()
    return tally


def _lot(given: Iterator[Task]) -> list[Task]:
    """Return the next tasks: many small ones together, so that a busy machine need not turn to us for each."""
    some: list[Task] = []
    size = 0
    while len(some) < LOT and size < LOT_BYTES and (task := next(given, None)) is not None:
        some.append(task)
        size += len(task.given.data) + (LOT_BYTES if task.whole else 0)
    return some


def _looked(bench: Bench, answered: bool, tally: Tally) -> None:
    """Take a worker's answers, or its death, or its silence; what it had left goes to a new one."""
    if not answered and not bench.over():
        return
    try:
        if not answered:
            tally.inputs += 1
            task = bench.tasks.popleft()
            tally.hung.append((f"no answer in {bench.used() - bench.spent:.0f} s of the processor's time", task.given))
            _anew(bench)
        while bench.tasks and bench.pipe.poll():
            answer = bench.pipe.recv()
            _noted(bench.tasks.popleft(), answer, bench.fresh, tally)
            bench.fresh = False
        bench.wait()
    except EOFError:
        tally.inputs += 1
        bench.process.join()
        why = f"the process died ({bench.process.exitcode})"
        tally.crashed.append((why, bench.tasks.popleft().given))
        _anew(bench)


def _anew(bench: Bench) -> None:
    left = list(bench.tasks)
    bench.tasks.clear()
    bench.end()
    bench.begin()
    if left:
        bench.give(left)


def _noted(task: Task, answer: tuple[Counter[str], str, float, float], fresh: bool, tally: Tally) -> None:
    found, error, took, peak = answer
    tally.inputs += 1
    tally.whole += task.whole
    tally.articles += found
    tally.peak = max(tally.peak, peak)
    if not fresh:
        tally.slowest = max(tally.slowest, (took, f"{task.given.kind}, {len(task.given.data):,} bytes"))
    if error:
        tally.crashed.append((error, task.given))
    elif not found:
        tally.silent.append(("neither an article nor an error came of it", task.given))


def told(tally: Tally, seconds: float) -> bool:
    """Print the tally, keep the inputs that broke something, and return whether there were none."""
    seen = tally.articles
    print(f"{tally.inputs:,} inputs in {seconds:.0f} s, {tally.whole:,} of them through the whole line")
    print(f"articles: {seen['coded']:,} read, {seen['failed']:,} reported as failed, each with its reason")
    print(f"slowest: {tally.slowest[0]:.1f} s of the processor's time ({tally.slowest[1]})")
    print(f"peak memory of a worker: {tally.peak:.0f} MB")
    broken = {"crashes": tally.crashed, "hangs": tally.hung, "neither read nor reported": tally.silent}
    print(", ".join(f"{what}: {len(those)}" for what, those in broken.items()))
    if not any(broken.values()):
        return True
    folder = Path(tempfile.mkdtemp(prefix="diurna-faults-"))
    for what, those in broken.items():
        for number, (why, given) in enumerate(those):
            path = folder / f"{what.split()[0]}-{number}{given.ending}"
            path.write_bytes(given.data)
            print(f"  {what}: {given.kind}, {len(given.data):,} bytes: {why}; kept as {path}")
    return False


def _so_far(tally: Tally) -> None:
    broken = len(tally.crashed) + len(tally.hung) + len(tally.silent)
    for why, given in (*tally.crashed, *tally.hung, *tally.silent):
        print(f"  {given.kind}, {len(given.data):,} bytes: {why}")
    print(f"{tally.inputs:,} inputs, {tally.whole:,} whole line, {broken} broken, peak {tally.peak:.0f} MB", flush=True)


def main() -> None:
    """Read the options, try all inputs, and raise SystemExit where anything broke."""
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("data", nargs="?", type=Path, default=Path("../shared/data"))
    options.add_argument("--inputs", type=int, default=100_000)
    options.add_argument("--begin", type=int, default=0, help="the number of the first input")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--workers", type=int, default=2)
    chosen = options.parse_args()
    began = time.monotonic()
    with Stop() as stop:
        some = tasks(chosen.data, chosen.inputs, chosen.seed, chosen.begin)
        tally = tried(takewhile(lambda _: stop.asked is None, some), chosen.workers, report=_so_far)
    if not told(tally, time.monotonic() - began):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
