"""A copy of a store's file that is whole although another process is writing: what the file held at one moment.

DuckDB lets no second process open a file that one writes. But it never writes over a block that its file's header
still counts on, and only appends to the log of what came after: a copy of the log and then of the file is what a crash
at that moment would have left, and opens like it, so long as the header was the same before and after. Where it was
not, the log was being folded into the file, and the copy is made again.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

_HEADERS = 3 * 4096  # the file's header and the two that take turns
_TRIES = 100
_PAUSE = 0.05


class SnapshotError(Exception):
    """No whole copy could be made; the message says why."""


def snapshot(path: Path) -> Path:
    """Return a whole copy of the store at `path`, in a new folder that is the caller's to delete.

    Raises SnapshotError when the file changed too fast to be copied, and OSError when there is no room for the copy.
    """
    folder = Path(tempfile.mkdtemp(prefix="diurna-"))
    try:
        for _ in range(_TRIES):
            if _copied(path, folder):
                return folder / path.name
            time.sleep(_PAUSE)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)
    raise SnapshotError(f"{path} was folded {_TRIES} times while it was copied; try again when less is written to it")


def _copied(path: Path, folder: Path) -> bool:
    """Copy the logs and then the file; return whether they are of one moment."""
    for old in folder.iterdir():
        old.unlink()
    before = _header(path)
    logs = _logs(path)
    try:
        for log in logs:
            shutil.copyfile(log, folder / log.name)
        shutil.copyfile(path, folder / path.name)
    except FileNotFoundError:  # a log was folded into the file
        return False
    return _header(path) == before and all(log in logs for log in _logs(path))


def _logs(path: Path) -> list[Path]:
    """Return the files beside the store that hold what is not in it yet, the oldest first."""
    return sorted(path.parent.glob(f"{_escaped(path.name)}.*wal*"))


def _escaped(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "[]*?" else letter for letter in name)


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEADERS)
