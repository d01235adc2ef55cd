"""What a run codes with: a later run with the same need not code the same articles again."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_STEPS = ("records", "read", "annotate", "code", "resolve", "merge")


def settings_of(ontology: str | Path | None, actors: Path | None = None, learned: str = "") -> tuple[str, str]:
    """Return the name of the ontology, and a fingerprint of all files that a record depends on.

    `ontology` is None for PLOVER, a name that is no file ("cameo"), or a file of one's own types; `actors` a file of
    one's own actors; `learned` the text of weights that were learned from corrections. The other files are those of the
    package, so that a word taught to the lexicon is a new setting.
    """
    digest = blake2b(_package().encode(), digest_size=12)
    for part in (ontology, actors):
        file = Path(part) if part is not None else None
        digest.update(b"-" if file is None else file.read_bytes() if file.is_file() else file.name.encode())
    digest.update(learned.encode())
    return Path(ontology).name if ontology is not None else "plover", digest.hexdigest()


@cache
def _package() -> str:
    digest = blake2b(digest_size=12)
    for step in _STEPS:
        _add(digest, files("diurna") / step)
    return digest.hexdigest()


def _add(digest: blake2b, part: Traversable) -> None:
    for inner in sorted(part.iterdir(), key=lambda one: one.name):
        if inner.is_dir():
            if inner.name != "__pycache__":
                _add(digest, inner)
        else:
            content = inner.read_bytes()
            digest.update(f"{inner.name} {len(content)} ".encode())
            digest.update(content)
