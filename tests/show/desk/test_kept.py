"""Answers that are kept: asked of the store once, and never shown to whom they are not for."""

from __future__ import annotations

import pytest
from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import PlainTextResponse
from fastapi.testclient import TestClient

from diurna.show.desk.guarding import Doorkeeper, Guard
from diurna.show.desk.kept import Kept
from diurna.show.desk.limits import Limit
from diurna.show.desk.sessions import Signer
from diurna.show.desk.users import OneUser
from diurna.show.desk.visitors import csrf_token, unforged, visitor_of


class Store:
    """Stands for a store: only its version matters here."""

    version = "1"
    read_only = False


class Counted:
    """A server of two pages that counts how often each is made."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.store = Store()
        self.app = FastAPI(dependencies=[Depends(unforged)])
        router = APIRouter()
        router.add_api_route("/plain", self.plain)
        router.add_api_route("/form", self.form)
        self.app.include_router(router)
        signer, users = Signer(), OneUser("ana", "key")
        doorkeeper = Doorkeeper(users, signer, "reader", Limit(10))
        self.app.state.signer, self.app.state.store = signer, self.store
        self.app.add_middleware(Kept, store=self.store)  # type: ignore[arg-type]
        self.app.add_middleware(Guard, doorkeeper=doorkeeper, signer=signer, hosts=None, most_bytes=1000)

    def plain(self, request: Request) -> PlainTextResponse:
        self.made.append("plain")
        return PlainTextResponse(f"for {visitor_of(request).name}")

    def form(self, request: Request) -> PlainTextResponse:
        self.made.append("form")
        return PlainTextResponse(csrf_token(request))


@pytest.fixture
def counted() -> Counted:
    return Counted()


def test_a_page_is_made_once_until_the_store_changes(counted: Counted) -> None:
    ben, cat = TestClient(counted.app), TestClient(counted.app)
    assert {ben.get("/plain").text, cat.get("/plain").text, ben.get("/plain?day=1").text} == {"for None"}
    assert counted.made == ["plain", "plain"]  # the other address is another question
    counted.store.version = "2"
    cat.get("/plain")
    assert counted.made == ["plain"] * 3


def test_who_asks_is_part_of_the_question(counted: Counted) -> None:
    client = TestClient(counted.app)
    assert client.get("/plain").text == "for None"
    assert client.get("/plain", headers={"Authorization": "Bearer ana:key"}).text == "for ana"
    assert client.get("/plain").text == "for None"
    assert counted.made == ["plain", "plain"]


def test_a_page_with_a_form_is_kept_for_no_stranger(counted: Counted) -> None:
    ben, cat = TestClient(counted.app), TestClient(counted.app)
    bens = ben.get("/form").text
    assert ben.get("/form").text == bens
    assert cat.get("/form").text != bens
    assert counted.made == ["form"] * 3


def test_a_part_for_htmx_is_not_the_page(counted: Counted) -> None:
    client = TestClient(counted.app)
    client.get("/plain")
    client.get("/plain", headers={"HX-Request": "true"})
    assert counted.made == ["plain", "plain"]


def test_a_kept_page_has_a_tag_that_goes_with_the_store(counted: Counted) -> None:
    client = TestClient(counted.app)
    tag = client.get("/plain").headers["ETag"]
    again = client.get("/plain", headers={"If-None-Match": tag})
    assert (again.status_code, again.content, counted.made) == (304, b"", ["plain"])
    counted.store.version = "2"
    assert client.get("/plain", headers={"If-None-Match": tag}).status_code == 200
