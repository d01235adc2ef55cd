"""Sources to articles: files, folders and standard input, read one article at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TextIO

from diurna.read.formats import ENDINGS, SPLIT, Columns, ending_of, found_in_data, found_in_opened
from diurna.read.found import PAGE_LIMIT, Found, failed, printable
from diurna.read.jsonl import found_in_lines, is_article_line, lines_in
from diurna.read.known import Known
from diurna.read.naming import Naming, in_order
from diurna.read.pages import is_markup
from diurna.records import Article

Written = TextIO | None


def read_articles(
    sources: Iterable[str | Path],
    *,
    published: date | None = None,
    stdin: BinaryIO | None = None,
    columns: Columns = None,
    written: Written = None,
) -> Iterator[Article]:
    """Yield the articles of `sources` in order, laid out; never raises for what a source holds.

    A source is a file of a known ending (docs/reading.md), a folder (its files of these endings, in all folders
    below, sorted; names that begin with "." are left out), or "-": `stdin`, by default standard input.
    `published` is the day of the articles that have none of their own; `columns` names fields of tables and JSON that
    fields.csv does not know; `written` is the open file that the run writes, which is left out of a folder. What
    cannot be read comes as an Article whose `error` says why, and so does an article whose address, or whose text from
    the same source, was read before. An id given twice in the run is an error; an id made from a file's name that is
    taken already gets its folders' names after it.
    """
    return in_order(_found_in(sources, stdin, columns, written), Naming(), published)


def files_in(sources: Iterable[str | Path], written: Written = None) -> Iterator[Path | Found]:
    """Yield the files of the sources in order, each once, and "-" as it is; in place of one that cannot be read, why.

    Those of a folder are its files of known endings and those of the folders below, sorted, but for the one that is
    `written`: a run that read its own records would never end.
    """
    seen = Known()
    for source in [sources] if isinstance(sources, str | Path) else sources:
        if str(source) == "-":
            yield Path("-")
        elif Path(source).is_dir():
            for one in _in_folder(Path(source)):
                if isinstance(one, Path) and _is_written(one, written):
                    continue
                yield one if isinstance(one, Found) else _readable(one, seen)
        elif _is_written(Path(source), written):
            yield failed(Path(source), "is what this run writes; write to another file")
        else:
            yield _readable(Path(source), seen)


def _is_written(path: Path, written: Written) -> bool:
    try:
        return written is not None and os.path.samestat(path.stat(), os.fstat(written.fileno()))
    except (OSError, ValueError):  # no file on a disk: a terminal's stand-in, a name that is gone
        return False


def found_in_file(path: Path, columns: Columns = None) -> Iterator[Found]:
    """Yield what a file of `files_in` holds, and one more with the error where it stops being readable."""
    yield from _guarded(path, _opened(path, ending_of(path.name) or "", columns))


def _found_in(
    sources: Iterable[str | Path], stdin: BinaryIO | None, columns: Columns, written: Written
) -> Iterator[Found]:
    for one in files_in(sources, written):
        if isinstance(one, Found):
            yield one
        elif str(one) == "-":
            yield from _guarded(one, _found_in_stream(stdin or sys.stdin.buffer, columns))
        else:
            yield from found_in_file(one, columns)


def _in_folder(folder: Path) -> Iterator[Path | Found]:
    """Yield the files of known endings in the folder and below, sorted, or an error if there are none.

    One folder's names are held at a time, with those on the way to it.
    """
    some = False
    for one in _below(folder):
        some = True
        yield one
    if not some:
        yield failed(folder, f"nothing to read in this folder; it needs files ending in {', '.join(ENDINGS)}")


def _below(folder: Path) -> Iterator[Path | Found]:
    try:
        with os.scandir(folder) as entries:
            names = sorted((one.name, one.is_dir()) for one in entries if not one.name.startswith("."))
    except OSError as trouble:
        yield failed(folder, f"the folder cannot be read ({trouble.strerror})")
        return
    for name, is_folder in names:
        if not is_folder and ending_of(name):
            yield folder / name
        elif is_folder and not os.path.islink(folder / name):
            yield from _below(folder / name)


def _readable(path: Path, seen: Known) -> Path | Found:
    if not path.exists():
        return failed(path, "no such file; check the name")
    if ending_of(path.name) is None or not path.is_file():
        return failed(path, f"not a file that diurna reads; give one ending in {', '.join(ENDINGS)}, a folder or -")
    whole = os.fsencode(path.resolve())
    if seen.get(whole) is not None:
        return failed(path, "was read before in this run; name it once")
    seen.put(whole, "")
    return path


def _opened(path: Path, ending: str, columns: Columns) -> Iterator[Found]:
    stem = printable(path.name)[: -len(ending)] if path.name.lower().endswith(ending) else printable(path.stem)
    with path.open("rb") as stream:
        yield from found_in_opened(stream, ending, printable(path), stem or "file", path, columns)


def _guarded(path: Path, findings: Iterator[Found]) -> Iterator[Found]:
    """Yield the findings, and one more with the error where the file stops being readable."""
    try:
        yield from findings
    except OSError as error:
        yield failed(path, f"cannot be read ({error.strerror or error}); check the file and its permissions")


def _found_in_stream(stream: BinaryIO, columns: Columns) -> Iterator[Found]:
    """Yield what standard input holds: JSON Lines, a page or a plain text, told apart by how it begins.

    It is JSON Lines if its first line that is not blank is a JSON object, and a page if that begins as markup
    does.
    """
    lines = lines_in(stream)
    read: list[bytes | None] = []
    size = 0
    for line in lines:
        read.append(line)
        size += len(line or b"")
        if line is None or line.removeprefix(b"\xef\xbb\xbf").strip() or size > PAGE_LIMIT:
            break
    first = read[-1] if read else b""
    if first and first.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") and is_article_line(first):
        yield from found_in_lines(chain(read, lines), "stdin", "stdin", None, columns)
    elif first is None or size > PAGE_LIMIT:
        yield Found("stdin", "stdin", error=f"stdin: more than {PAGE_LIMIT:,} bytes that are no JSON Lines; {SPLIT}")
    else:
        data = b"".join(line or b"" for line in read) + stream.read(PAGE_LIMIT + 1 - size)
        yield found_in_data(data, ".html" if is_markup(data) else ".txt", "stdin", "stdin", None)
