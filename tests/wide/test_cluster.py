"""`code_on_ray` on a real Ray cluster of two nodes on this machine, with a worker killed and a node lost midway."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from wire import archive, told, told_by_one

from diurna.wide import code_on_ray

ray = pytest.importorskip("ray", reason="the extra is not installed: pip install 'diurna[ray]'")

STORE = 200_000_000  # bytes that a node holds in memory


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A cluster of a head that codes nothing and one node of two cores."""
    from ray.cluster_utils import Cluster

    made = Cluster(
        initialize_head=True,
        head_node_args={"num_cpus": 1, "object_store_memory": STORE, "include_dashboard": False},
    )
    made.add_node(num_cpus=1, object_store_memory=STORE)
    ray.init(address=made.address, log_to_driver=False)
    yield made
    ray.shutdown()
    made.shutdown()


def run(source: Path, folder: Path) -> Any:
    return code_on_ray([source], folder, block=5, report=lambda why: None)


def test_a_cluster_gives_the_records_that_one_process_gives(cluster: Any, tmp_path: Path) -> None:
    source = archive(tmp_path / "wire")
    done = run(source, tmp_path / "coded")
    assert told(tmp_path / "coded") == told_by_one(source)
    assert (done.unchanged, done.lost) == (0, [])
    again = run(source, tmp_path / "coded")
    assert (again.coded, again.failed, again.unchanged) == (0, 0, done.coded + done.failed)


def workers(cluster: Any) -> list[int]:
    """Return the processes of this cluster's nodes that hold an actor of the pool."""
    raylets = {node.all_processes["raylet"][0].process.pid for node in cluster.list_all_nodes()}
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
        if parent in raylets and command.startswith(b"ray::") and b"Map" in command and b"IDLE" not in command:
            found.append(int(process.name))
    return found


def blocks(folder: Path) -> int:
    return len(list((folder / "blocks").glob("[!.]*.json")))


def when_blocks(folder: Path, count: int, do: Any) -> threading.Thread:
    """Do something in the middle: as soon as so many blocks are there."""

    def watch() -> None:
        while blocks(folder) < count:
            time.sleep(0.05)
        do()

    thread = threading.Thread(target=watch, daemon=True)
    thread.start()
    return thread


def test_a_worker_killed_in_the_middle_changes_nothing(cluster: Any, tmp_path: Path) -> None:
    source, folder, killed = archive(tmp_path / "wire"), tmp_path / "coded", []
    there: list[int] = []

    def kill() -> None:
        killed.extend(workers(cluster))
        for process in killed:
            os.kill(process, signal.SIGKILL)
        there.append(blocks(folder))

    watching = when_blocks(folder, 2, kill)
    done = run(source, folder)
    watching.join(5)
    assert killed and done.lost == []
    assert there[0] < blocks(folder)
    assert told(folder) == told_by_one(source)
    assert done.coded + done.failed == len(told(folder))


def test_a_node_lost_in_the_middle_changes_nothing(cluster: Any, tmp_path: Path) -> None:
    source, folder = archive(tmp_path / "wire"), tmp_path / "coded"
    (node,) = cluster.worker_nodes
    there: list[int] = []

    def lose() -> None:
        cluster.remove_node(node, allow_graceful=False)
        there.append(blocks(folder))

    watching = when_blocks(folder, 2, lose)
    done = run(source, folder)
    watching.join(30)
    assert not cluster.worker_nodes and done.lost == []
    assert there and there[0] < blocks(folder)  # it was lost in the middle
    assert told(folder) == told_by_one(source)
    assert done.coded + done.failed == len(told(folder))
