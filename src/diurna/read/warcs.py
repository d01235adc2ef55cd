"""WARC files, plain and gzipped: the pages that a crawl kept, read one record at a time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from diurna.read.found import PAGE_LIMIT, Found
from diurna.read.pages import fields_of_page

PAGES = ("text/html", "application/xhtml+xml")


def found_in_warc(stream: BinaryIO, origin: str, stem: str, path: Path | None) -> Iterator[Found]:
    """Yield the article of each HTML page that was answered; "crawl.warc.gz:7" is the file's seventh record.

    Address and, where the page has no day of its own, the day come from the record. Other records (requests, images,
    answers other than 200) are passed over.
    """
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError:
        why = "WARC files need the extra: pip install 'diurna[warc]'"
        yield Found(origin, stem, path, error=f"{origin}: {why}")
        return
    number = some = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream, record_types=WarcRecordType.any_type), 1):
            http = record.http_headers
            if record.record_type != WarcRecordType.response or http is None or http.status_code != 200:
                continue
            if (record.http_content_type or "").lower() not in PAGES:
                continue
            some += 1
            place, name = f"{origin}:{number}", f"{stem}-{number}"
            address = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
            seen = record.record_date.date().isoformat() if record.record_date else None
            try:
                page = dict(fields_of_page(record.reader.read(PAGE_LIMIT + 1)))
            except ValueError as error:
                yield Found(place, name, path, {"url": address}, error=f"{place}: {address}: {error}")
                continue
            page["url"], page["published"] = page.get("url") or address, page.get("published") or seen
            yield Found(place, name, path, page)
    except Exception as error:  # whatever broken records do to their parser must not end the run
        where = f"{origin}:{number + 1}"
        yield Found(
            where, f"{stem}-{number + 1}", path, error=f"{where}: the WARC file is broken here ({str(error)[:120]})"
        )
        return
    if not some:
        why = "no pages in it" if number else "no WARC records in it"
        yield Found(origin, stem, path, error=f"{origin}: {why}; is it the right file?")
