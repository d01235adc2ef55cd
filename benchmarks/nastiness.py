"""Inputs that are meant to hurt: real articles in every form, broken at random, and a grammar of nastiness."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from diurna.read.found import TEXT_LIMIT
from diurna.read.pages import MOST_TAGS


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes that are given as a file of an ending; `kind` says how they were made."""

    kind: str
    ending: str
    data: bytes


def forms(article: dict[str, str]) -> list[tuple[str, bytes]]:
    """Return a real article as a file of each ending: text, page, JSON Lines, feed, mail, table, ZIP, gzip."""
    title, text = str(article.get("title") or "News"), article["text"]
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in text.splitlines() if line.strip())
    page = f"<html><head><title>{escape(title)}</title></head><body><article><h1>{escape(title)}</h1>{paragraphs}"
    page += "</article><aside><ul><li><a href='/x'>Related</a></li></ul></aside></body></html>"
    feed = f'<rss version="2.0"><channel><title>Wire</title><item><title>{escape(title)}</title>'
    feed += f"<description>{escape(paragraphs)}</description><link>https://example.org/a</link></item></channel></rss>"
    mail = f"From: desk@example.org\nSubject: {title}\nContent-Type: text/plain; charset=utf-8\n\n{text}"
    table = "title,text\n" + f'"{title}","' + text.replace('"', '""') + '"\n'
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.html", page)
        archive.writestr("text.txt", text)
    line = (json.dumps(article, ensure_ascii=False) + "\n").encode()
    return [
        (".txt", text.encode()), (".html", page.encode()), (".jsonl", line), (".xml", feed.encode()),
        (".eml", mail.encode()), (".csv", table.encode()), (".zip", zipped.getvalue()),
        (".jsonl.gz", gzip.compress(line, 1)), (".json", json.dumps({"articles": [article]}).encode()),
    ]  # fmt: skip


_SCRAPS = (
    b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", "\u202e\u2066".encode(),
    "\u200b".encode(), b"\r", b"\r\n\r\n", b"<", b"</p>", b"<!--", b"<![CDATA[", b"]]>", b"&#0;", b"&#x110000;",
    b"&amp;" * 50, b"\\ud800",
    b'"', b"'", "\u201c".encode(), b"." * 200, b"-" * 200, b",,,,", b"@" * 40, b"{", b"[" * 30, b"}", b"1" * 400,
    "\u0301".encode() * 60, "\U0001f600".encode() * 20, b"<div>" * 40, b"<table><tr><td>" * 20, b"=?utf-8?b?", b"%s%n",
)  # fmt: skip


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Return the bytes after one to eight changes: flipped, cut out, doubled, moved, cut off, or a scrap put in."""
    made = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(len(made) + 1)
        some = rng.randint(1, 40)
        match rng.randrange(7):
            case 0 if at < len(made):
                made[at] ^= 1 << rng.randrange(8)
            case 1:
                del made[at : at + some]
            case 2:
                made[at:at] = made[at : at + some] * rng.randint(1, 30)
            case 3:
                piece = made[at : at + 10 * some]
                del made[at : at + 10 * some]
                there = rng.randrange(len(made) + 1)
                made[there:there] = piece
            case 4 if rng.random() < 0.3:
                del made[at:]
            case 5:
                made[at : at + some] = rng.randbytes(some)
            case _:
                made[at:at] = rng.choice(_SCRAPS) * rng.choice((1, 1, 1, 3))
    return bytes(made)


def _bomb(megabytes: int, name: str = "page.html") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w", force_zip64=True) as inner:
        for _ in range(megabytes):
            inner.write(b" " * 1_000_000)
    return out.getvalue()


def _nested_zips(depth: int) -> bytes:
    data = b"Rebels attacked a convoy near Bria.\n"
    for level in range(depth):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("in.zip" if level else "in.txt", data)
        data = out.getvalue()
    return data


def _deep(open_: str, close: str, count: int) -> bytes:
    """Return a page of tags that are opened, and closed, so often, but for what a page of more tags is refused for."""
    count = min(count, (MOST_TAGS - 10) // (open_ + close).count("<"))
    return (
        f"<html><body>{open_ * count}<p>Rebels attacked a convoy near Bria.</p>{close * count}</body></html>".encode()
    )


def _millions(n: int) -> int:
    return min(20 * n, 3_000_000)


Maker = Callable[[int], bytes]
# How each kind of nastiness grows with a number; most of them are short, so that the model can read them too.
TEXTS: dict[str, Callable[[int], str]] = {
    "one sentence": lambda n: "rebels attacked the town and " * n + "left.",
    "one word": lambda n: "a" * 6 * n,
    "quotation marks": lambda n: '"' * 6 * n,
    "opened quotations": lambda n: "“He said " * n,
    "curly pairs": lambda n: "“Yes,” he said, “no,” " * n,
    "single marks": lambda n: "'" * 3 * n + "rebels" + "’" * 3 * n,
    "brackets": lambda n: "(" * 3 * n + ")" * 3 * n,
    "full stops": lambda n: ". " * 3 * n,
    "stops in a row": lambda n: "." * 6 * n,
    "initials": lambda n: "U.S. " * n + "left.",
    "no white space": lambda n: "Rebels,attacked.the;town-" * n,
    "hyphens": lambda n: "a-" * 3 * n,
    "digits": lambda n: "1,000," * n,
    "a long number": lambda n: "9" * 6 * n,
    "ordinals": lambda n: "the first of the second of the third of May " * n,
    "dates": lambda n: "on Monday 3 March 2025, Tuesday, last week, " * n,
    "names": lambda n: "Kofi Annan and John Smith of Ghana, " * n,
    "one name": lambda n: "Smith " * n,
    "capitals": lambda n: "THE UNITED NATIONS " * n,
    "said that": lambda n: "He said that she said that " * n + "rebels attacked.",
    "of the of the": lambda n: "the leader of " * n + "Kenya resigned.",
    "and": lambda n: "Kenya, Ghana and " * n + "Mali signed a treaty.",
    "pronouns": lambda n: "He told him that he had attacked her. " * n,
    "short sentences": lambda n: "Rebels attacked Bria. Police arrested him. " * n,
    "places": lambda n: "in Paris, Texas, in Springfield, " * n,
    "one line each": lambda n: "Rebels\n" * n,
    "blank lines": lambda n: "Rebels left.\n" + "\n" * 6 * n + "They went.",
    "white space": lambda n: "Rebels" + " \t\u00a0" * 2 * n + "left.",
    "bidi": lambda n: "\u202eRebels \u2066attacked\u2069 Bria\u202c. " * n,
    "joiners": lambda n: "Re\u200dbels\u200b at\u00adtacked. " * n,
    "accents": lambda n: "e" + "\u0301" * 6 * n + " left.",
    "emoji": lambda n: "\U0001f468\u200d\U0001f469\u200d\U0001f467 " * n,
    "posts": lambda n: "— Jane Doe (@janedoe) March 3, 2025\n" * n,
    "datelines": lambda n: "KABUL, March 3 (Reuters) - Rebels left.\n\n" * n,
    "agencies": lambda n: "KABUL (" * n,
    "handles": lambda n: "@" * 3 * n + "x",
    "addresses": lambda n: "https://example.org/" + "a/" * 3 * n,
    "colons": lambda n: "Smith: yes: no: " * n,
    "dashes": lambda n: "Rebels — the army — " * n,
    "counts": lambda n: "2 to 3 or 4 or 5 people were killed and " * n + "fled.",
}
FILES: dict[str, tuple[str, Maker]] = {
    "divisions": (".html", lambda n: _deep("<div>", "</div>", n)),
    "unclosed": (".html", lambda n: _deep("<div>", "", n)),
    "bold in italics": (".html", lambda n: _deep("<b><i>", "", n)),
    "tables": (".html", lambda n: _deep("<table><tr><td>", "", n)),
    "quotations in pages": (".html", lambda n: _deep("<blockquote>", "</blockquote>", n)),
    "links": (".html", lambda n: _deep('<a href="/x">Rebels</a> ', "", n)),
    "attributes": (".html", lambda n: b"<p " + b'a="b" ' * n + b">Rebels left.</p>"),
    "comments": (".html", lambda n: _deep("<!--", "", n)),
    "an open tag": (".html", lambda n: b"<p>Rebels left.<a href='" + b"x" * 6 * n),
    "entities": (".html", lambda n: b"<p>" + b"&amp;&#8220;&nbsp;" * n),
    "redirects": (".html", lambda n: _deep('<meta http-equiv="refresh" content="0;url=/x">', "", n)),
    "canonical addresses": (".html", lambda n: _deep('<link rel="canonical" href="/x">', "", n)),
    "frames": (".html", lambda n: _deep('<iframe src="/x">', "</iframe>", n)),
    "scripts": (".html", lambda n: _deep("<script>", "", n)),
    "too many tags": (".html", lambda n: b"<div>" * 60 * n + b"Rebels left."),
    "comment sections": (".html", lambda n: _deep('<div class="comments share related" id="promo">', "", n)),
    "paragraphs": (".html", lambda n: _deep("<p>Rebels attacked a convoy near Bria, the army said.", "", n)),
    "line breaks": (".html", lambda n: _deep("Rebels left.<br>", "", n)),
    "cells": (".html", lambda n: _deep("<table>" + "<tr><td>Rebels left.<td>Yes" * 50, "</table>", n // 50 + 1)),
    "lists": (".html", lambda n: _deep("<ul><li>Rebels left.", "", n)),
    "headlines": (".html", lambda n: _deep("<h1>Rebels left</h1>", "", n)),
    "titles": (".html", lambda n: _deep("<title>Rebels left</title>", "", n)),
    "days in a page": (".html", lambda n: _deep('<time datetime="2025-03-03">3 March 2025</time>', "", n)),
    "numbers like days": (".html", lambda n: _deep("<p>" + "2025-03-03 20250303 3.3.2025 " * min(n, 40_000), "", 1)),
    "authors": (".html", lambda n: _deep('<a rel="author" class="byline">By Jane Doe and John Roe</a>', "", n)),
    "structured data": (
        ".html",
        lambda n: _deep('<script type="application/ld+json">{"@type": "NewsArticle", "author": ', "</script>", n),
    ),
    "deep structured data": (
        ".html",
        lambda n: _deep('<script type="application/ld+json">' + '{"author": ' * n, "</script>", 1),
    ),
    "a million words": (".txt", lambda n: b"rebels " * 6 * n),
    "a million quotation marks": (".txt", lambda n: b'"' * 6 * n),
    "a line of 100 MB": (".jsonl", lambda n: b'{"text": "' + b"a" * min(600 * n, 100_000_000) + b'"}\n'),
    "a list in JSON": (".json", lambda n: b'[{"text": "Rebels left."}' + b",{}" * min(6 * n, 30_000)),
    "an element of 10 MB": (
        ".json",
        lambda n: b'[{"text": "Rebels left.", "more": [' + b"{}," * _millions(n),
    ),
    "an answer of 10 MB": (
        ".json",
        lambda n: b'{"articles": [{"more": [' + b"{}," * _millions(n) + b"{}]}]}",
    ),
    "markup in a field": (".jsonl", lambda n: b'{"text": "' + b"<p><b><i>Rebels left.<br>" * min(n, 10_000) + b'"}\n'),
    "lists in JSON": (".json", lambda n: b"[" * n),
    "objects in JSON": (".jsonl", lambda n: b'{"text": ' + b'{"a":' * n + b"\n"),
    "a number in JSON": (".jsonl", lambda n: b'{"text": "Rebels left.", "id": ' + b"9" * n + b"}\n"),
    "surrogates in JSON": (".jsonl", lambda n: b'{"text": "' + b"\\ud800 \\udc00" * n + b'"}\n'),
    "elements": (".xml", lambda n: b"<rss><channel>" + b"<item>" * min(n, 99_000)),
    "too many elements": (".xml", lambda n: b"<rss><channel>" + b"<item>" * 60 * n),
    "markup in a feed": (
        ".xml",
        lambda n: (
            b"<rss><channel><item><description>" + b"&lt;p&gt;&lt;b&gt;They left." * n + b"</description></item></rss>"
        ),
    ),
    "entities in a feed": (
        ".xml",
        lambda n: (
            b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
            + b"".join(b'<!ENTITY %c "%s">' % (98 + k, b"&%c;" % (97 + k) * 10) for k in range(min(n, 12)))
            + b"]><rss><channel><item><description>&l;&k;&j;</description></item></channel></rss>"
        ),
    ),
    "columns": (".csv", lambda n: b"text" + b",a" * n + b"\n" + b"x," * n + b"\n"),
    "an open field": (".csv", lambda n: b'text,title\n"' + b"Rebels left,\n" * n),
    "parts of a mail": (
        ".eml",
        lambda n: b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (k, k) for k in range(min(n, 2000))
        ),
    ),
    "headers": (".eml", lambda n: b"Subject: a\n" * n + b"\nRebels left.\n"),
    "a zip bomb": (".zip", lambda n: _bomb(min(2 * n, 400))),
    "zips in zips": (".zip", lambda n: _nested_zips(min(n, 60))),
    "a gzip bomb": (".jsonl.gz", lambda n: gzip.compress(b" " * min(n * 100_000, 200_000_000), 9)),
    "a short header": (".warc", lambda n: b"WARC/1.0\r\nContent-Length: " + b"9" * min(n, 30) + b"\r\n\r\nx" * n),
}


def nasty_text(name: str, size: int) -> Input:
    """Return the text of a kind at a size, cut where it would be refused for its length."""
    return Input(f"text: {name}", ".txt", TEXTS[name](size)[:TEXT_LIMIT].encode("utf-8", "surrogatepass"))


def nasty_file(name: str, size: int) -> Input:
    """Return the file of a kind at a size."""
    ending, make = FILES[name]
    return Input(f"file: {name}", ending, make(size))


def articles(data: Path) -> list[dict[str, str]]:
    """Return the real articles that are broken."""
    lines = (data / "news/wikinews-2019-2020.jsonl").read_text("utf-8").splitlines()
    return [{k: v for k, v in json.loads(line).items() if isinstance(v, str)} for line in lines]
