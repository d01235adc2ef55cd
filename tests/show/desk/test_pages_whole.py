"""All pages: each leads only to what is there, asks nobody outside, and never runs what an article says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from desks import Desk
from fastapi.testclient import TestClient
from page_reading import is_here, links, read
from port_strike import TEXT, failed_record, port_article, port_record

from diurna.records import Record
from diurna.store import open_store

EVIL = "</script><script>stolen()</script><img src=x onerror=stolen()>"


def pages(client: TestClient) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of each page that one comes to from the first by links."""
    waiting, seen = ["http://localhost/"], {"http://localhost/"}
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.text[:200]}"
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        yield address, answer.text
        new = {link for link in links(answer.text) if is_here(link)} - seen
        seen |= new
        waiting += sorted(new)


def test_every_link_leads_to_a_page_and_none_to_another_site(at_desk: Desk) -> None:
    found = dict(pages(at_desk()))
    names = {address.removeprefix("http://localhost") for address in found}
    assert {
        "/", "/events", "/articles", "/actors", "/actors/Q900001", "/actors/Tomas%20Brandt", "/places",
        "/places/3184000", "/quotations", "/claims", "/runs", "/queue", "/try",
    } <= names  # fmt: skip
    assert sum(name.startswith("/events/") for name in names) == 6
    assert [link for page in found.values() for link in links(page) if not is_here(link)] == []


def test_every_page_has_one_heading_a_title_a_language_and_labelled_fields(at_desk: Desk) -> None:
    for address, text in pages(at_desk()):
        page = read(text)
        assert len(page.xpath("//h1")) == 1, address
        assert page.xpath("//title/text()") and page.xpath("/html/@lang") == ["en"], address
        fields = "//input[not(@type='hidden')] | //select | //textarea"
        for field in page.xpath(fields):
            named = field.xpath("ancestor::label | @aria-label") or page.xpath(f"//label[@for='{field.get('id')}']")
            assert named, f"{address}: {field.get('name')}"
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), address


def test_no_page_has_script_or_style_of_its_own(at_desk: Desk) -> None:
    for address, text in pages(at_desk()):
        page = read(text)
        assert page.xpath("//script[not(@src) and not(@type='application/json')]") == [], address
        assert page.xpath("//style | //*[@style] | //@*[starts-with(name(), 'on')]") == [], address


@pytest.fixture
def evil_store(tmp_path: Path) -> Path:
    """Return a store of an article whose words, wherever they come to stand, are markup."""
    record = port_record()
    article = replace(
        port_article(), title=EVIL, source=EVIL, text=TEXT.replace("the strike", EVIL), url="javascript:stolen()"
    )
    shift = len(EVIL) - len("the strike")
    assert TEXT.index("the strike") > record.events[0].trigger.end
    first = replace(record.events[0], mentions=(), actors=record.events[0].actors, attribution=(), why=(EVIL,))
    entity = replace(record.entities[0], name=EVIL, mentions=record.entities[0].mentions[:1])
    sentences = ((0, record.sentences[0][1] + shift),)
    whole = Record(article, sentences, (entity,), (first,), (), (), (), ())
    path = tmp_path / "evil.duckdb"
    with open_store(path) as store:
        store.keep([whole, replace(failed_record(), article=replace(failed_record().article, error=EVIL))])
    return path


def test_what_an_article_says_never_runs(at_desk: Desk, evil_store: Path) -> None:
    found = dict(pages(at_desk(evil_store)))
    assert sum("stolen()" in text for text in found.values()) > 5
    for address, text in found.items():
        page = read(text)
        assert page.xpath("//img") == [], address
        assert not [one for one in page.xpath("//script") if "stolen" in (one.text or "") and not one.get("type")]
        assert not [link for link in page.xpath("//@href") if str(link).startswith("javascript")], address
        assert "<script>stolen" not in text, address
