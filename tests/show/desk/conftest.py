"""A desk over a small store, and browsers before it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

pytest.importorskip("fastapi", reason="the desk is an extra")

from fastapi.testclient import TestClient

sys.path.append(str(Path(__file__).parents[2] / "store"))

from browsing import Reader, before
from desks import KEY, Desk, token_of
from port_strike import failed_record, port_record

from diurna.show.desk import desk
from diurna.show.desk.users import OneUser
from diurna.store import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def port_store(tmp_path: Path) -> Path:
    """Return a store of the port strike and of an article that failed."""
    path = tmp_path / "port.duckdb"
    with open_store(path) as store:
        store.keep([port_record(), failed_record()])
    return path


@pytest.fixture
def at_desk(port_store: Path) -> Iterator[Desk]:
    """Return what gives a browser before a desk that is opened with the options given."""
    opened: list[TestClient] = []

    def open_desk(path: Path = port_store, **options: Any) -> TestClient:
        client = TestClient(desk(path, **options), base_url="http://localhost")
        opened.append(client.__enter__())
        return opened[-1]

    yield open_desk
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def at_work(at_desk: Desk) -> TestClient:
    """Return the browser of Ana, who started the desk and opened its link; her requests carry her forms' token."""
    client = at_desk(users=OneUser("ana", KEY))
    client.get("/login", params={"key": KEY}, follow_redirects=False)
    client.headers["X-CSRF-Token"] = token_of(client)
    return client


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Return Debian's Chromium, which the tests of a module share."""
    driver = pytest.importorskip("playwright.sync_api", reason="`pip install 'diurna[test]'` has it")
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("no chromium is installed")
    with driver.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def ana(chromium: Browser, port_store: Path) -> Iterator[Reader]:
    """Return Ana before the desk over the store of the port strike."""
    with before(chromium, port_store) as one:
        yield one
