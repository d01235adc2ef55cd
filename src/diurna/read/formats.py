"""What a file holds, by its ending: pages, texts, lines, tables, feeds, mails, crawls, and archives of all these."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from diurna.read.containers import found_in_json
from diurna.read.feeds import found_in_feed
from diurna.read.found import PAGE_LIMIT, TEXT_LIMIT, Found, decoded
from diurna.read.header import headed
from diurna.read.jsonl import found_in_lines, lines_in
from diurna.read.pages import fields_of_page
from diurna.read.tabular import found_in_csv, found_in_parquet
from diurna.read.warcs import found_in_warc

SPLIT = "split it into its articles"
DEEPEST = 2  # archives within archives
TEXTS = (".txt", ".html", ".htm", ".eml")
MANY = (".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".parquet", ".xml", ".rss", ".atom", ".rdf", ".warc")
PACKED = (".gz", ".bz2", ".xz")
ARCHIVES = (".zip", ".tar", ".tgz", ".tbz2", ".txz")
ENDINGS = (*TEXTS, *MANY, *ARCHIVES)
Columns = Mapping[str, str] | None


def ending_of(name: str) -> str | None:
    """Return what a file's name says it is ("a.CSV.gz" is ".csv.gz"), or None where diurna reads none such."""
    pure = PurePosixPath(name.lower())
    last = pure.suffix
    if last in PACKED:
        inner = PurePosixPath(pure.stem).suffix
        if inner == ".tar":
            return ".tar"
        return f"{inner}{last}" if inner in (*TEXTS, *MANY) else None
    return last if last in ENDINGS else None


def found_in_opened(
    stream: BinaryIO, ending: str, origin: str, stem: str, path: Path | None, columns: Columns = None, depth: int = 0
) -> Iterator[Found]:
    """Yield what the bytes of a file of a known ending hold. Raises OSError where they cannot be read."""
    packed = next((one for one in PACKED if ending.endswith(one)), None)
    if packed:
        inner = ending.removesuffix(packed)
        if inner != ".warc" or packed != ".gz":  # a gzipped WARC is a row of gzip members, which fastwarc reads itself

            def unpacked(member: BinaryIO, place: str, name: str) -> Iterator[Found]:
                yield from found_in_opened(member, inner, place, stem, path, columns, depth)

            from diurna.read.archives import found_in_packed  # here, since few sources are packed

            yield from found_in_packed(stream, packed, origin, stem, unpacked)
            return
        ending = inner
    if ending in ARCHIVES:
        yield from _found_in_archive(stream, ending, origin, path, columns, depth)
    elif ending in (".jsonl", ".ndjson"):
        yield from found_in_lines(lines_in(stream), origin, stem, path, columns)
    elif ending in (".csv", ".tsv"):
        yield from found_in_csv(stream, origin, stem, path, columns, ending == ".tsv")
    elif ending == ".parquet":
        yield from _found_in_parquet(stream, origin, stem, path, columns)
    elif ending == ".warc":
        yield from found_in_warc(stream, origin, stem, path)
    elif ending == ".json":
        yield from found_in_json(stream, origin, stem, path, columns)
    elif ending in (".xml", ".rss", ".atom", ".rdf"):
        yield from found_in_feed(stream.read(PAGE_LIMIT + 1), origin, stem, path)
    else:
        yield found_in_data(stream.read(PAGE_LIMIT + 1), ending, origin, stem, path)


def found_in_data(data: bytes, ending: str, origin: str, stem: str, path: Path | None) -> Found:
    """Return the one article that a page, a message or a plain text is."""
    read: Callable[[bytes], Mapping[str, object]]
    read = {".txt": _fields_of_text, ".eml": _fields_of_mail}.get(ending, fields_of_page)
    try:
        return Found(origin, stem, path, read(data))
    except ValueError as error:
        return Found(origin, stem, path, error=f"{origin}: {error}")


def _fields_of_text(data: bytes) -> Mapping[str, object]:
    if len(data) > PAGE_LIMIT:
        raise ValueError(f"the text has more than {TEXT_LIMIT:,} characters; {SPLIT}")
    return headed(decoded(data))


def _fields_of_mail(data: bytes) -> Mapping[str, object]:
    from diurna.read.mail import fields_of_mail

    return fields_of_mail(data)


def _found_in_archive(
    stream: BinaryIO, ending: str, origin: str, path: Path | None, columns: Columns, depth: int
) -> Iterator[Found]:
    some = False

    def member(inner: BinaryIO, place: str, name: str) -> Iterator[Found]:
        nonlocal some
        kind = ending_of(name)
        if kind is None:
            return
        some = True
        stem = PurePosixPath(name).name.split(".")[0] or "member"
        if kind in ARCHIVES and depth + 1 >= DEEPEST:
            yield Found(place, stem, path, error=f"{place}: an archive {DEEPEST} deep in archives; unpack it by hand")
            return
        yield from found_in_opened(inner, kind, place, stem, path, columns, depth + 1)

    from diurna.read.archives import found_in_tar, found_in_zip

    read = found_in_zip if ending == ".zip" else found_in_tar
    failed = False
    for found in read(stream, origin, member):
        failed = failed or found.error is not None
        yield found
    if not some and not failed:
        stem = PurePosixPath(origin).stem
        yield Found(
            origin, stem, path, error=f"{origin}: nothing to read in this archive; it needs {', '.join(ENDINGS)}"
        )


def _found_in_parquet(stream: BinaryIO, origin: str, stem: str, path: Path | None, columns: Columns) -> Iterator[Found]:
    """Yield the rows of a Parquet file; one within an archive is written to disk first, for its end is read first."""
    if path is not None and origin == str(path):
        yield from found_in_parquet(path, origin, stem, path, columns)
        return
    with tempfile.NamedTemporaryFile(suffix=".parquet") as copy:
        while block := stream.read(1 << 20):
            copy.write(block)
        copy.flush()
        yield from found_in_parquet(Path(copy.name), origin, stem, path, columns)
