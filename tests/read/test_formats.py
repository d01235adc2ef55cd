"""What each kind of file gives: feeds, tables, API answers, mails, crawls, archives, texts with a header."""

# ruff: noqa: E501 - samples of feeds and answers stand as they come

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from datetime import date
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diurna.read import read_articles
from diurna.read.fields import columns_of, iso_day, named, read_names
from diurna.read.formats import ENDINGS, ending_of
from diurna.records import Article

TEXT = "Police freed nine dockers in Mombasa on Wednesday, the union said."
PAGE = f"<html><head><title>Nine freed</title></head><body><article><h1>Nine freed</h1><p>{TEXT}</p></article></body></html>"
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>The Coast</title><language>en-KE</language>
<item><title>Nine freed &amp;amp; fed</title><link>https://coast.example/1</link><guid>one</guid>
<pubDate>Wed, 02 Apr 2025 08:00:00 GMT</pubDate><description>&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;They sang.&lt;/p&gt;</description></item>
<item><title>Port reopens after strike</title><link>https://coast.example/2</link></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Coast</title><entry><id>a</id>
<title>Nine freed</title><link href="https://coast.example/1"/><updated>2025-04-02T08:00:00Z</updated>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def read(path: Path, data: bytes | str, **more: object) -> list[Article]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_articles([path], **more))  # type: ignore[arg-type]


def test_an_rss_feed_gives_an_article_an_entry(tmp_path: Path) -> None:
    first, second = read(tmp_path / "coast.rss", RSS)
    assert (first.id, first.title, first.url, first.source) == (
        "one",
        "Nine freed & fed",
        "https://coast.example/1",
        "The Coast",
    )
    assert (first.text, first.published) == (f"{TEXT}\n\nThey sang.", date(2025, 4, 2))
    assert first.origin == f"{tmp_path / 'coast.rss'}:1"
    assert (second.text, second.id) == ("Port reopens after strike", "coast-2")


def test_an_atom_feed(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "coast.xml", ATOM)
    assert (article.text, article.published, article.error) == (TEXT, date(2025, 4, 2), None)


def test_xml_that_is_no_feed_says_so(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.xml", "<note>hello</note>")
    assert "no RSS or Atom feed" in str(article.error)


@pytest.mark.parametrize(
    "given",
    [
        {"version": "https://jsonfeed.org/version/1.1", "title": "S", "items": [{"id": "1", "content_text": TEXT, "date_published": "2025-04-02T08:00:00Z"}]},
        {"status": "ok", "articles": [{"source": {"id": None, "name": "S"}, "title": "T", "publishedAt": "2025-04-02T08:00:00Z", "content": TEXT}]},
        {"response": {"results": [{"id": "w/1", "webTitle": "T", "webPublicationDate": "2025-04-02T08:00:00Z", "fields": {"bodyText": TEXT}}]}},
        {"response": {"docs": [{"headline": {"main": "T"}, "pub_date": "2025-04-02T08:00:00+0000", "lead_paragraph": TEXT}]}},
        {"articles": {"results": [{"uri": "7", "dateTime": "2025-04-02T08:00:00Z", "body": TEXT, "source": {"title": "S"}}]}},
        {"hits": {"hits": [{"_source": {"story_id": "1", "story_text": TEXT, "pubdate": "20250402"}}]}},
        [{"maintext": TEXT, "date_publish": "2025-04-02 08:00:00"}],
        {"text": TEXT, "date": "2025-04-02"},
    ],
    ids=["jsonfeed", "newsapi", "guardian", "nyt", "eventregistry", "elastic", "newsplease", "one"],
)  # fmt: skip
def test_answers_of_news_apis(tmp_path: Path, given: object) -> None:
    (article,) = read(tmp_path / "answer.json", json.dumps(given))
    assert (article.text, article.published, article.error) == (TEXT, date(2025, 4, 2), None)


def test_json_lines_under_other_names_and_under_those_of_columns(tmp_path: Path) -> None:
    line = json.dumps({"event_text": TEXT, "story_id": "n1", "pub_date": "2025-04-02", "publication_name": "The Coast"})
    (article,) = read(tmp_path / "ngec.jsonl", line)
    assert (article.text, article.id, article.published) == (TEXT, "n1", date(2025, 4, 2))
    (article,) = read(
        tmp_path / "mine.jsonl", json.dumps({"x": TEXT, "d": "2025-04-02"}), columns={"text": "x", "published": "d"}
    )
    assert (article.text, article.published) == (TEXT, date(2025, 4, 2))


def test_a_table_with_commas_semicolons_or_tabs(tmp_path: Path) -> None:
    for name, mark in (("a.csv", ","), ("b.csv", ";"), ("c.tsv", "\t")):
        rows = f'headline{mark}body{mark}date\r\n"Nine{mark} freed"{mark}"{TEXT}\n\nThey sang."{mark}2025-04-02\r\n'
        (article,) = read(tmp_path / name, rows)
        assert (article.title, article.text) == (f"Nine{mark} freed", f"{TEXT}\n\nThey sang.")
        assert (article.published, article.origin) == (date(2025, 4, 2), f"{tmp_path / name}:2")


def test_a_table_names_the_column_that_is_missing(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.csv", "one,two\n1,2\n")
    assert (
        article.error
        == f"{tmp_path / 'a.csv'}: no column with the text; say which it is with --columns text=NAME (one, two)"
    )
    (article,) = read(tmp_path / "b.csv", "one,two\n1,2\n", columns={"text": "three"})
    assert article.error == f"{tmp_path / 'b.csv'}: no column 'three' for text; the columns are one, two"


def test_a_row_of_too_many_cells_fails_alone(tmp_path: Path) -> None:
    bad, good = read(tmp_path / "a.csv", f"text,date\nPolice, again, 2025\n{TEXT.replace(',', '')},2025-04-02\n")
    assert bad.error == f"{tmp_path / 'a.csv'}:2: 3 cells under 2 columns; quote cells that hold ','"
    assert (good.origin, good.error) == (f"{tmp_path / 'a.csv'}:3", None)


def test_a_parquet_file(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    duckdb.execute(f"COPY (SELECT 'x' AS id, $1 AS body, DATE '2025-04-02' AS date) TO '{path}'", [TEXT])
    (article,) = read_articles([path])
    assert (article.id, article.text, article.published) == ("x", TEXT, date(2025, 4, 2))
    broken = tmp_path / "b.parquet"
    broken.write_bytes(b"PAR1 no")
    (article,) = read_articles([broken])
    assert "no Parquet file" in str(article.error)


def test_a_newsletter(tmp_path: Path) -> None:
    mail = (
        "From: The Coast <news@coast.example>\r\nSubject: =?utf-8?q?Nine_freed_=E2=80=93_at_last?=\r\n"
        "Date: Wed, 02 Apr 2025 08:00:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        f"<html><body><style>p {{}}</style><p>{TEXT}</p><p>They sang.</p></body></html>"
    )
    (article,) = read(tmp_path / "a.eml", mail)
    assert (article.title, article.source, article.published) == ("Nine freed – at last", "The Coast", date(2025, 4, 2))
    assert article.text == f"{TEXT}\n\nThey sang."


def warc(pages: list[tuple[str, str, str]]) -> bytes:
    made = b""
    for address, status, page in pages:
        http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
        made += (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2025-04-02T08:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        ).encode() + http + b"\r\n\r\n"  # fmt: skip
    return made


@pytest.mark.parametrize("packed", [False, True])
def test_a_crawl(tmp_path: Path, packed: bool) -> None:
    pytest.importorskip("fastwarc")
    data = warc([("https://coast.example/1", "200 OK", PAGE), ("https://coast.example/2", "404 Not Found", PAGE)])
    (article,) = read(tmp_path / ("a.warc.gz" if packed else "a.warc"), gzip.compress(data) if packed else data)
    assert TEXT in article.text
    assert (article.url, article.published, article.error) == ("https://coast.example/1", date(2025, 4, 2), None)


def test_a_file_that_is_no_crawl(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    (article,) = read(tmp_path / "a.warc", b"hello\n")
    assert article.state == "failed"


def archive(members: dict[str, bytes], kind: str) -> bytes:
    made = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name, data in members.items():
                zipped.writestr(name, data)
    else:
        with tarfile.open(fileobj=made, mode=f"w:{kind}") as tar:
            for name, data in members.items():
                info = tarfile.TarInfo(name)
                info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "kind"), [("a.zip", "zip"), ("a.tar.gz", "gz"), ("a.tgz", "gz"), ("a.tar.xz", "xz"), ("a.tar", "")]
)
def test_an_archive_of_pages_and_lines(tmp_path: Path, name: str, kind: str) -> None:
    members = {
        "2025/page.html": PAGE.encode(), "lines.jsonl.gz": gzip.compress(json.dumps({"text": "They sang in Mombasa."}).encode()),
        "photo.jpg": b"\xff\xd8", "__MACOSX/._x.txt": b"?", "inner.zip": archive({"a.txt": b"Soldiers shot at a crowd."}, "zip"),
    }  # fmt: skip
    found = {
        article.origin.removeprefix(f"{tmp_path}/"): article
        for article in read(tmp_path / name, archive(members, kind))
    }
    assert set(found) == {f"{name}/2025/page.html", f"{name}/lines.jsonl.gz:1", f"{name}/inner.zip/a.txt"}
    assert all(article.error is None for article in found.values())
    assert found[f"{name}/inner.zip/a.txt"].text == "Soldiers shot at a crowd."


def test_an_archive_in_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    deep = archive({"b.zip": archive({"c.zip": archive({"a.txt": b"x"}, "zip")}, "zip")}, "zip")
    (article,) = read(tmp_path / "a.zip", deep)
    assert "an archive 2 deep in archives" in str(article.error)


def test_a_bomb_is_refused_and_the_next_member_read(tmp_path: Path) -> None:
    members = {"bomb.jsonl": b" " * 210_000_000, "good.txt": TEXT.encode()}
    bomb, good = read(tmp_path / "a.zip", archive(members, "zip"))
    assert "grows to more than 200,000,000 bytes" in str(bomb.error)
    assert (good.text, good.error) == (TEXT, None)


@pytest.mark.parametrize("name", ["a.zip", "a.tar.gz", "a.jsonl.gz", "a.csv.xz", "a.txt.bz2"])
def test_what_is_no_archive_says_so(tmp_path: Path, name: str) -> None:
    (article,) = read(tmp_path / name, b"hello")
    assert article.state == "failed"
    assert name in str(article.error)


def test_a_text_with_a_header(tmp_path: Path) -> None:
    given = f"Title: Nine freed\nDate: 2 Apr 2025 08:00 GMT\nSource: The Coast\nAuthor: A. Mwangi\n\n{TEXT}\n"
    (article,) = read(tmp_path / "a.txt", given)
    assert (article.title, article.source, article.published) == ("Nine freed", "The Coast", date(2025, 4, 2))
    assert article.text.strip() == TEXT


def test_one_line_with_a_colon_is_no_header(tmp_path: Path) -> None:
    given = f"Source: the ministry of labour.\n\n{TEXT}"
    (article,) = read(tmp_path / "a.txt", given)
    assert article.text == given


def test_a_day_alone_is_a_header(tmp_path: Path) -> None:
    (article,) = read(tmp_path / "a.txt", f"Date: 6 March 2026\n\n{TEXT}")
    assert (article.published, article.text) == (date(2026, 3, 6), TEXT)


@pytest.mark.parametrize(("encoding", "text"), [
    ("utf-8-sig", "Café owners in Orléans freed."), ("utf-16", "Café owners in Orléans freed."),
    ("cp1252", "“Café owners” in Orléans were freed – at last."),
])  # fmt: skip
def test_encodings_are_found(tmp_path: Path, encoding: str, text: str) -> None:
    (article,) = read(tmp_path / "a.txt", text.encode(encoding))
    assert (article.text, article.error) == (text, None)


def test_an_address_or_text_met_before_is_recorded_and_not_read_again(tmp_path: Path) -> None:
    lines = [
        {"id": "a", "text": TEXT, "url": "https://www.coast.example/1?utm_source=x#top"},
        {"id": "b", "text": TEXT + " They sang.", "url": "http://coast.example/1/"},
        {"id": "c", "text": TEXT.replace(" ", "  ")},
        {"id": "d", "text": TEXT, "source": "The Inland"},
    ]
    a, b, c, d = read(tmp_path / "a.jsonl", "\n".join(map(json.dumps, lines)))
    assert (a.error, d.error) == (None, None)
    assert b.error == f"{b.origin}: its address was read before in this run, as 'a'; leave one out"
    assert c.error == f"{c.origin}: its text was read before in this run, from the same source, as 'a'; leave one out"


def test_endings() -> None:
    assert [ending_of(name) for name in ("A.CSV.GZ", "b.tar.xz", "c.Warc.gz", "d.pdf", "e.gz")] == [
        ".csv.gz", ".tar", ".warc.gz", None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(("given", "day"), [
    ("Wed, 02 Apr 2025 08:00:00 GMT", "2025-04-02"), ("2 April 2025", "2025-04-02"), ("April 2nd, 2025", "2025-04-02"),
    ("Apr. 2, 2025 at 9:14 p.m. EST", "2025-04-02"), ("Wednesday April 2, 2025", "2025-04-02"),
    ("22.04.2025", "2025-04-22"), ("04/02/2025", "04/02/2025"), ("April 2025", "April 2025"),
    ("Wed 2 Apr 2025 09.00 BST", "2025-04-02"), ("2025/04/02", "2025-04-02"), ("2025-04-02 08:00 UTC", "2025-04-02"),
    ("20250402T081500Z", "20250402T081500Z"), ("20250402", "20250402"),
    (1743580800, "2025-04-02"), (1743580800000, "2025-04-02"), ("soon", "soon"), ("2025-04-02", "2025-04-02"), (True, True),
])  # fmt: skip
def test_days(given: object, day: object) -> None:
    assert iso_day(given) == day


def test_columns_are_checked() -> None:
    assert columns_of("text=body, published = day") == {"text": "body", "published": "day"}
    with pytest.raises(ValueError, match="OUR one of text, title"):
        columns_of("words=body")
    with pytest.raises(ValueError, match=r"fields.csv:2: 'words' is no field"):
        read_names("field,name\nwords,body\n")


def test_our_own_names_go_first() -> None:
    assert named({"text": "a", "body": "b", "source": {"name": "S"}}) == {"text": "a", "source": "S"}


@settings(max_examples=60)
@given(st.binary(max_size=300), st.sampled_from([*ENDINGS, ".jsonl.gz", ".csv.bz2", ".warc.gz", ".tar.gz"]))
def test_any_bytes_give_articles_and_never_raise(data: bytes, ending: str) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"any{ending}")
        path.write_bytes(data)
        articles = list(read_articles([path]))
    assert all(article.id and (article.error or article.text.strip()) for article in articles)


def test_a_table_without_rows_says_so(tmp_path: Path) -> None:
    (none,) = read(tmp_path / "news.csv", "title,text\n\n")
    assert str(none.error).endswith("news.csv: no rows under the columns; there is nothing to read")
