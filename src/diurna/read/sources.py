"""Sources to articles: files, folders and standard input, read one article at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from diurna.read.articles import article_from
from diurna.read.found import PAGE_LIMIT, TEXT_LIMIT, Found, decoded, failed, printable
from diurna.read.jsonl import found_in_jsonl, found_in_lines, is_article_line, lines_in
from diurna.read.pages import fields_of_page, is_markup
from diurna.records import Article, Layout

ENDINGS = (".txt", ".html", ".htm", ".jsonl")

SPLIT = "split it into its articles"


def read_articles(
    sources: Iterable[str | Path], *, published: date | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article]:
    """Yield the articles of `sources` in order, laid out; never raises for what a source holds.

    A source is a .txt, .html, .htm or .jsonl file, a folder (its files of these endings, in all folders
    below, sorted; names that begin with "." are left out), or "-": `stdin`, by default standard input.
    `published` is the day of the articles that have none of their own. What cannot be read comes as an
    Article whose `error` says why. An id given twice in the run is an error; an id made from a file's name
    that is taken already gets its folders' names after it.
    """
    ids: set[str] = set()
    for found in _found_in(sources, stdin):
        yield _article(found, published, ids)


def _article(found: Found, published: date | None, ids: set[str]) -> Article:
    name = _free_name(found, ids)
    if found.error is not None:
        ids.add(name)
        return Article(id=name, text="", origin=found.origin, error=found.error)
    article = article_from(found.fields, name=name, origin=found.origin, published=published)
    if article.id in ids:
        why = f"{found.origin}: the id {article.id!r} was given before in this run; make it unique"
        return replace(article, error=article.error or why, layout=Layout())
    ids.add(article.id)
    return article


def _free_name(found: Found, ids: set[str]) -> str:
    """Return the finding's name or, where it is taken, that with its folders' names, and at last a number."""
    name = found.name
    folders = list(found.path.parent.parts) if found.path else []
    while name in ids and folders:
        name = f"{name}-{printable(folders.pop()).strip('/')}"
    number = 2
    while name in ids:
        name, number = f"{found.name}-{number}", number + 1
    return name


def _found_in(sources: Iterable[str | Path], stdin: BinaryIO | None) -> Iterator[Found]:
    seen: set[Path] = set()
    for source in [sources] if isinstance(sources, str | Path) else sources:
        if str(source) == "-":
            yield from _guarded(Path("-"), _found_in_stream(stdin or sys.stdin.buffer))
        elif Path(source).is_dir():
            yield from _found_in_folder(Path(source), seen)
        else:
            yield from _found_in_file(Path(source), seen)


def _found_in_folder(folder: Path, seen: set[Path]) -> Iterator[Found]:
    """Yield what the files of known endings in the folder and below hold, or an error if there are none."""
    troubles: list[OSError] = []
    paths: list[Path] = []
    for parent, below, names in os.walk(folder, onerror=troubles.append):
        below[:] = [name for name in below if not name.startswith(".")]
        known = [name for name in names if not name.startswith(".") and Path(name).suffix.lower() in ENDINGS]
        paths += [Path(parent, name) for name in known]
    for trouble in troubles:
        yield failed(Path(trouble.filename), f"the folder cannot be read ({trouble.strerror})")
    if not paths and not troubles:
        yield failed(folder, f"nothing to read in this folder; it needs files ending in {', '.join(ENDINGS)}")
    for path in sorted(paths):
        yield from _found_in_file(path, seen)


def _found_in_file(path: Path, seen: set[Path]) -> Iterator[Found]:
    if not path.exists():
        yield failed(path, "no such file; check the name")
    elif path.suffix.lower() not in ENDINGS or not path.is_file():
        yield failed(path, f"not a file that diurna reads; give one ending in {', '.join(ENDINGS)}, a folder or -")
    elif path.resolve() in seen:
        yield failed(path, "was read before in this run; name it once")
    else:
        seen.add(path.resolve())
        origin, stem = printable(path), printable(path.stem)
        if path.suffix.lower() == ".jsonl":
            yield from _guarded(path, found_in_jsonl(path, origin, stem))
        else:
            yield from _guarded(path, _found_in_whole(path, origin, stem))


def _guarded(path: Path, findings: Iterator[Found]) -> Iterator[Found]:
    """Yield the findings, and one more with the error where the file stops being readable."""
    try:
        yield from findings
    except OSError as error:
        yield failed(path, f"cannot be read ({error.strerror or error}); check the file and its permissions")


def _found_in_whole(path: Path, origin: str, stem: str) -> Iterator[Found]:
    """Yield the article that a .txt or .html file is."""
    with path.open("rb") as stream:
        data = stream.read(PAGE_LIMIT + 1)
    yield _found_in_data(data, path.suffix.lower() != ".txt", origin, stem, path)


def _found_in_data(data: bytes, is_page: bool, origin: str, stem: str, path: Path | None) -> Found:
    try:
        if is_page:
            return Found(origin, stem, path, fields_of_page(data))
        if len(data) > PAGE_LIMIT:
            raise ValueError(f"the text has more than {TEXT_LIMIT:,} characters; {SPLIT}")
        return Found(origin, stem, path, {"text": decoded(data)})
    except ValueError as error:
        return Found(origin, stem, path, error=f"{origin}: {error}")


def _found_in_stream(stream: BinaryIO) -> Iterator[Found]:
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
        yield from found_in_lines(chain(read, lines), "stdin", "stdin", None)
    elif first is None or size > PAGE_LIMIT:
        yield Found("stdin", "stdin", error=f"stdin: more than {PAGE_LIMIT:,} bytes that are no JSON Lines; {SPLIT}")
    else:
        data = b"".join(line or b"" for line in read) + stream.read(PAGE_LIMIT + 1 - size)
        yield _found_in_data(data, is_markup(data), "stdin", "stdin", None)
