"""A desk that listens, and somebody before it in a real browser."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import uvicorn
from desks import KEY
from fastapi import FastAPI

from diurna.show.desk import desk
from diurna.show.desk.users import OneUser

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@contextmanager
def listening(app: FastAPI) -> Iterator[str]:
    """Serve the desk at a port that is free while the block runs; gives its address."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@dataclass
class Reader:
    """Somebody before a browser: the page, and all that the browser asked for or complained of."""

    page: Page
    home: str
    key: str = ""
    asked: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        self.page.goto("about:blank")  # else a new #part of the same page would load nothing
        self.page.goto(self.home + path.format(key=self.key))
        self.page.wait_for_load_state("networkidle")

    def api(self, path: str) -> Any:
        return self.page.request.get(f"{self.home}/api{path}").json()


@contextmanager
def before(chromium: Browser, store: Path) -> Iterator[Reader]:
    """Give Ana, who started the desk over the store and opened its link."""
    with listening(desk(store, users=OneUser("ana", KEY))) as home:
        page = chromium.new_page(viewport={"width": 1280, "height": 900})
        page.set_default_timeout(300_000)  # a machine that has much else to do is no fault of the desk
        one = Reader(page, home)
        page.on("request", lambda request: one.asked.append(request.url))
        page.on("console", lambda told: one.complaints.append(f"{page.url}: {told.text}"))
        page.on("pageerror", lambda error: one.complaints.append(f"{page.url}: {error}"))
        page.goto(f"{home}/login?key={KEY}")
        one.key = one.api("/articles?state=coded")["items"][0]["article_key"]
        yield one
        page.close()


def event(ana: Reader, id: str) -> Any:
    """Return an event as the API has it now."""
    return ana.api(f"/events/{ana.key}/{id}")["event"]


def settled(ana: Reader, words: str) -> None:
    """Wait until the page, loaded anew, says so; it then says it no more, so that the same can be waited for again."""
    ana.page.wait_for_function("words => document.getElementById('told')?.textContent.startsWith(words)", arg=words)
    ana.page.wait_for_load_state()
    ana.page.evaluate("() => { document.getElementById('told').textContent = ''; }")


def drag(ana: Reader, first: str, last: str | None = None) -> None:
    """Select words with the mouse, from where a marked passage begins to where it, or another, ends."""
    text = ana.page.locator("#text")
    text.get_by_text(first, exact=True).first.scroll_into_view_if_needed()
    rects = "one => [...one.getClientRects()].map(({ left, right, top, bottom }) => [left, right, (top + bottom) / 2])"
    left, _, y = text.get_by_text(first, exact=True).first.evaluate(rects)[0]
    start, right, below = text.get_by_text(last or first, exact=True).first.evaluate(rects)[-1]
    ana.page.mouse.move(left + 1, y)
    ana.page.mouse.down()
    ana.page.mouse.move((start + right) / 2, below, steps=4)
    ana.page.mouse.move(right, below, steps=4)
    ana.page.mouse.up()


def chosen(ana: Reader, words: str) -> None:
    """Wait until the page says that these words are selected."""
    ana.page.locator("output.selected", has_text=f"“{words}”").wait_for()
