"""Code sources to a folder on a Ray cluster: the same functions as in one process, on Ray Data.

Three steps. Items are read by as many as there are, and each article says what it asks to be called; here, in the order
of the sources, they are named and repeats found, as in one process; then blocks are read again, coded and written, by
a pool of actors that load the model once each. Only names and fingerprints travel, never a text.

A block has the same name and the same content whoever makes it, and is there whole or not at all. So Ray may run a task
as often as it must when a worker or a node is lost.
"""

from __future__ import annotations

import json
import logging
import os
import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from diurna.pipeline import check_settings
from diurna.read.naming import Claim, Naming
from diurna.store.opening import StoreError
from diurna.store.parted import BLOCK, forget_blocks, made_folder, size_of_blocks, sweep
from diurna.wide.blocks import Before, Planned, before, claims_in, plan_block
from diurna.wide.items import Item, items_of
from diurna.wide.outcome import Coding, Outcome, Report
from diurna.wide.tasks import Coder, Task, tasks_of

TRIES = 5
"""How often a piece of work is tried that takes its worker down each time."""


def code_on_ray(
    sources: Iterable[str | Path],
    folder: Path,
    coding: Coding | None = None,
    *,
    address: str = "auto",
    block: int = BLOCK,
    report: Report = print,
) -> Outcome:
    """Code the articles of the sources into the folder, and return what came of it; see `code_to_folder`.

    `address` is that of the cluster ("auto", "host:6379"), or "local" for one of this machine's cores. All machines
    must see the folder, and the files of the sources, under the same path; sources in stores ("s3://...") need not.
    Where Ray is connected already, that connection is used. Raises StoreError where Ray is not there.
    """
    how = (coding or Coding()).absolute()
    check_settings(how.ontology, how.actors, how.weights)
    folder = folder.absolute()
    size = size_of_blocks(made_folder(folder, block))
    items = list(items_of(sources))
    had = before(folder, items)
    outcome = Outcome()
    with _connected(address) as ray:
        met, tasks = _planned(ray, items, how, had, size, outcome)
        for told in _coded(ray, tasks, Coder(folder, how, had.run, size, had.elsewhere)):
            outcome.coded += told["coded"]
            outcome.failed += told["failed"]
            outcome.left_out += told["left_out"]
            outcome.lost += [told["lost"]] if told["lost"] else []
            for why in told["reasons"]:
                report(why)
    forget_blocks(folder, had.blocks.keys() - met)
    sweep(folder, met)
    return outcome


def _planned(
    ray: Any, items: list[Item], how: Coding, had: Before, size: int, outcome: Outcome
) -> tuple[set[str], list[Task]]:
    """Return the names of all blocks that there are to be, and the tasks of those that are not there yet."""
    naming, met, tasks = Naming(), set[str](), list[Task]()
    for item, claims in _claims(ray, items, how):
        wanted: list[Planned] = []
        for number in range((len(claims) + size - 1) // size):
            planned = plan_block(item, number, claims[number * size : (number + 1) * size], naming)
            met.add(planned.name)
            if had.has(planned, how):
                outcome.unchanged += had.blocks[planned.name].coded + had.blocks[planned.name].failed
            else:
                wanted.append(planned)
        tasks += tasks_of(item, wanted)
    return met, tasks


def _claims(ray: Any, items: list[Item], how: Coding) -> Iterator[tuple[Item, list[Claim]]]:
    """Yield the items in order, with what their articles ask to be called. Raises StoreError where one never is."""

    def read(batch: dict[str, Any]) -> dict[str, list[bytes]]:
        (item,) = (pickle.loads(work) for work in batch["work"])
        return {"claims": [pickle.dumps((item.number, [claim for _, claim in claims_in(item, how)]))]}

    unread = {item.number: item for item in items}
    waiting: dict[int, list[Claim]] = {}
    turn = 0
    for row in _rows(ray, unread, lambda: len(unread), lambda data: data.map_batches(read, batch_size=1, num_cpus=1)):
        number, claims = pickle.loads(row["claims"])
        if unread.pop(number, None):
            waiting[number] = claims
        while turn in waiting:
            yield items[turn], waiting.pop(turn)
            turn += 1
    if unread:
        names = ", ".join(item.name for item in list(unread.values())[:3])
        raise StoreError(f"whatever reads these dies, {TRIES} times in turn: {names}; leave them out")


def _coded(ray: Any, tasks: list[Task], coder: Coder) -> Iterator[dict[str, Any]]:
    """Yield what came of each block, once."""
    cores = max(1, int(ray.cluster_resources().get("CPU", 1)))
    pool = ray.data.ActorPoolStrategy(min_size=1, max_size=min(cores, max(1, len(tasks))))

    class Actor:
        """An actor of the pool: it loads the model when it starts."""

        def __init__(self, given: Any) -> None:
            self.coder = given.started()

        def __call__(self, batch: dict[str, Any]) -> Iterator[dict[str, list[str]]]:
            for work in batch["work"]:
                for told in self.coder.code(pickle.loads(work)):
                    yield {"told": [json.dumps(told)]}

    undone = dict(enumerate(tasks))
    task_of = {block.name: number for number, task in undone.items() for block in task.blocks}
    names = set(task_of)

    def mapped(data: Any) -> Any:
        return data.map_batches(
            Actor,
            fn_constructor_args=(coder,),
            batch_size=1,
            num_cpus=1,
            compute=pool,
            # A lost actor comes again when a core is free, and its task would wait for it: better in the next round.
            ray_remote_args_fn=lambda: {"max_restarts": 0, "max_task_retries": 0},
        )

    for row in _rows(ray, undone, lambda: len(names), mapped):
        told = json.loads(row["told"])
        if told["name"] in names:
            names.remove(told["name"])
            number = task_of[told["name"]]
            if names.isdisjoint(block.name for block in undone[number].blocks):
                del undone[number]
            yield told
    for name in sorted(names):
        why = f"{undone[task_of[name]].item.name}, block {name}: whatever codes it dies, {TRIES} times in turn"
        yield {"name": name, "coded": 0, "failed": 0, "left_out": 0, "reasons": [], "lost": why}


def _rows(ray: Any, waiting: Mapping[int, Any], left: Callable[[], int], mapped: Callable[[Any], Any]) -> Iterator[Any]:
    """Yield the rows that come of what is waiting, each piece a task, until the caller has taken all of them out.

    Ray tries again what is lost with a worker; what it gives up when a node is lost is asked for anew, so long as
    something comes of it: `left` says how much is still to come.
    """
    ray.data.DataContext.get_current().max_errored_blocks = -1
    tries = 0
    while waiting and tries < TRIES:
        before = left()
        work = [{"work": pickle.dumps(one)} for one in waiting.values()]
        # A Ray error ends the round, whatever it was: what matters is what is left.
        with suppress(ray.exceptions.RayError):
            yield from mapped(ray.data.from_items(work, override_num_blocks=len(work))).iter_rows()
        tries = 0 if left() < before else tries + 1
        if waiting and 0 < tries < TRIES:
            time.sleep(2**tries)  # Ray takes a while to see that a node is gone, and gives it work until then


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # nothing of this run is told to anybody
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise StoreError("--ray needs Ray: pip install 'diurna[ray]'") from error
    if ray.is_initialized():
        yield ray
        return
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)  # what is lost is tried again, or said at the end
    alone = {"include_dashboard": False} if address == "local" else {}
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR, **alone)
    except (ConnectionError, ValueError, RuntimeError) as error:
        raise StoreError(f"no Ray cluster at {address} ({error}); start one with `ray start --head`") from error
    try:
        ray.data.DataContext.get_current().enable_progress_bars = False
        yield ray
    finally:
        ray.shutdown()
