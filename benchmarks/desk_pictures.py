"""The pictures of docs/desk.md: `python -m benchmarks.desk_pictures [FOLDER] [CHROMIUM]`.

The corpus's stories (corpus/stories) and one Spanish page, which fails, are coded into a store; two events are
corrected; each page is then opened in Chromium (/usr/bin/chromium where none is said) and its picture written to
FOLDER (docs/desk). It needs `pip install 'diurna[test]'`. It prints each picture's size, and whatever the browser
complains of.
"""

from __future__ import annotations

import re
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from corpus.stories import told_stories
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from diurna.pipeline import code_articles
from diurna.read import article_of
from diurna.show.desk import desk
from diurna.show.desk.users import OneUser
from diurna.store import Store, open_store
from diurna.store.corrections import Correction, correct

PORT, KEY = 8777, "for the pictures"
HOME = f"http://127.0.0.1:{PORT}"
SPANISH = {
    "id": "puerto-17",
    "title": "El gobierno y los estibadores vuelven a hablar",
    "source": "Diario del Puerto",
    "published": "2024-03-11",
    "text": "El gobierno y el sindicato de los estibadores volverán a reunirse el viernes para hablar de los salarios "
    "de los trabajadores del puerto, dijo el ministro.",
}
TRIED = (
    "NAIROBI, March 4 - Police arrested 14 dockworkers in Mombasa on Tuesday, the union said. “The government wants "
    "war,” its leader Amina Otieno told reporters. President Peter Kamau will meet the union on Friday."
)


def make_store(path: Path) -> None:
    """Code the stories into a store, and correct two of its events."""
    with open_store(path) as store:
        told = [replace(one.article, title=headline(one.article.text)) for one in told_stories()]
        store.keep(code_articles([*told, article_of(SPANISH)]))
        article, first, second = most_told(store)
        correct(store, Correction("confirm", article, "ben", event=second))
        changed = Correction("change", article, "ana", event=first, field="status", after="future", note="announced")
        correct(store, changed)
        correct(store, Correction("undo", article, "ana", undoes=2, note="no: it did happen"))


def headline(text: str) -> str:
    """Return the first sentence without its dateline, or as many of its words as a headline has."""
    first = re.split(r"(?<=[a-z0-9])\. ", text.rpartition(") - ")[2], maxsplit=1)[0]
    return textwrap.shorten(first.rstrip("."), 80, placeholder=" …")


def most_told(store: Store) -> tuple[str, str, str]:
    """Return the article and event of most reports and, of the same article, another event."""
    found = store.connection.execute(
        "SELECT j.article_key, j.event_id, (SELECT min(e.event_id) FROM events AS e "
        "WHERE e.article_key = j.article_key AND e.event_id <> j.event_id) AS other "
        "FROM joined_events AS j WHERE other IS NOT NULL AND status = 'happened' "
        "ORDER BY j.reports DESC, j.article_key LIMIT 1"
    ).fetchall()
    key, event, other = found[0]
    return str(key), str(event), str(other)


@contextmanager
def served(path: Path) -> Iterator[None]:
    """Serve the store while the block runs."""
    server = uvicorn.Server(uvicorn.Config(desk(path, users=OneUser("ana", KEY)), port=PORT, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()


def addresses(path: Path) -> dict[str, str]:
    """Return the address of each page by the name of its picture."""
    with open_store(path, read_only=True) as store:
        key, event, _ = most_told(store)
        ((who,), *_) = store.connection.execute(
            "SELECT coalesce(n.wikidata, n.name) AS who FROM participants AS p JOIN entities AS n "
            "USING (article_key, entity_id) WHERE n.type = 'person' GROUP BY who ORDER BY count(*) DESC, who LIMIT 1"
        ).fetchall()
        ((place,), *_) = store.connection.execute(
            "SELECT geonames FROM events WHERE geonames IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, geonames"
        ).fetchall()
    return {
        "overview": "/", "events": "/events?type=COERCE", "event": f"/events/{key}/{event}",
        "article": f"/articles/{key}#event:{event}", "actor": f"/actors/{who}", "place": f"/places/{place}",
        "quotations": "/quotations", "claims": "/claims", "runs": "/runs", "queue": "/queue", "try": "/try",
    }  # fmt: skip


def take(page: Page, name: str, folder: Path, whole: bool = False) -> None:
    """Write what the page shows now, or the whole of it, as a PNG of 256 colours."""
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(400)  # pictures are drawn after the page
    file = folder / f"{name}.png"
    picture = (
        Image.open(BytesIO(page.screenshot(full_page=whole))).convert("RGB").quantize(256, dither=Image.Dither.NONE)
    )
    picture.save(file, optimize=True)
    print(f"{file}: {file.stat().st_size // 1000} kB")


def main() -> None:
    """Make the store and take the pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/desk")
    browser = sys.argv[2] if len(sys.argv) > 2 else "/usr/bin/chromium"
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as room, sync_playwright() as play:
        store = Path(room) / "stories.duckdb"
        make_store(store)
        pages = addresses(store)
        with served(store):
            chromium = play.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            page = chromium.new_page(viewport={"width": 1280, "height": 960})
            page.on("console", lambda told: print(f"{page.url}: {told.text}"))
            page.on("pageerror", lambda error: print(f"{page.url}: {error}"))
            page.goto(f"{HOME}/login?key={KEY}")
            for name, address in pages.items():
                page.goto("about:blank")
                page.goto(f"{HOME}{address}")
                if name == "try":
                    page.fill("#given", TRIED)
                    page.fill("input[name=day]", "2025-03-05")
                    page.click("#try button")
                    page.click("#text .l-event >> nth=0")
                take(page, name, folder, whole=name == "event")
            page.set_viewport_size({"width": 375, "height": 800})
            page.emulate_media(color_scheme="dark")
            page.goto(f"{HOME}{pages['article'].partition('#')[0]}")
            page.click("#text .l-event >> nth=0")
            take(page, "phone", folder)
            chromium.close()


if __name__ == "__main__":
    main()
