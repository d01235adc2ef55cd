"""Corrections through the API: made, shown, taken back, and by whom."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from desks import Desk
from fastapi.testclient import TestClient

from diurna.show.desk.users import User, Users, hashed, write_users


@pytest.fixture
def team(tmp_path: Path) -> Users:
    path = tmp_path / "users.csv"
    roles = {"rea": "reader", "cod": "coder", "cat": "coder", "adm": "admin"}
    write_users(path, [User(name, role, hashed(name)) for name, role in roles.items()])  # type: ignore[arg-type]
    return Users(path)


def by(name: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {name}:{name}"}


def arrest_of(client: TestClient, **headers: str) -> dict[str, Any]:
    rows = client.get("/api/events", params={"type": "COERCE"}, headers=headers).json()["items"]
    return next(row for row in rows if row["trigger"] == "arrested")


def test_a_correction_is_shown_at_once_and_taken_back(at_work: TestClient) -> None:
    row = arrest_of(at_work)
    path = f"/api/events/{row['article_key']}/{row['event_id']}"
    given = {"kind": "change", "article_key": row["article_key"], "event": row["event_id"], "field": "status",
             "after": "negated", "note": "the union retracted it"}  # fmt: skip
    made = at_work.post("/api/corrections", json=given)
    assert made.status_code == 201, made.text
    told = made.json()
    assert (told["who"], told["before"], told["after"]) == ("ana", "happened", "negated")
    shown = at_work.get(path).json()
    assert (shown["row"]["status"], shown["row"]["checked"]) == ("negated", "changed")
    assert at_work.get("/api/corrections").json()["items"] == [told]
    undone = at_work.post(f"/api/corrections/{told['id']}/undo")
    assert (undone.status_code, undone.json()["undoes"]) == (201, told["id"])
    assert at_work.get(path).json()["row"]["status"] == "happened"


def test_what_fits_nothing_is_refused_with_the_reason(at_work: TestClient) -> None:
    key = arrest_of(at_work)["article_key"]
    refused = at_work.post("/api/corrections", json={"kind": "confirm", "article_key": key, "event": "e99"})
    assert refused.status_code == 409 and "there is no event 'e99'" in refused.json()["detail"]
    assert at_work.post("/api/corrections", json={"kind": "confirm", "article_key": "none"}).status_code == 409
    assert at_work.post("/api/corrections/7/undo").status_code == 404
    assert at_work.get("/api/corrections").json()["items"] == []


def test_without_the_forms_token_nothing_is_corrected(at_work: TestClient) -> None:
    given = {"kind": "confirm", "article_key": arrest_of(at_work)["article_key"]}
    del at_work.headers["X-CSRF-Token"]
    assert at_work.post("/api/corrections", json=given).status_code == 403
    assert at_work.post("/api/corrections", json=given, headers={"X-CSRF-Token": "0"}).status_code == 403


def test_a_reader_corrects_nothing_and_an_admin_takes_back_what_others_said(at_desk: Desk, team: Users) -> None:
    client = at_desk(users=team)
    row = arrest_of(client, **by("rea"))
    given = {"kind": "confirm", "article_key": row["article_key"], "event": row["event_id"]}
    assert client.post("/api/corrections", json=given, headers=by("rea")).status_code == 403
    made = client.post("/api/corrections", json=given, headers=by("cod")).json()
    assert client.post(f"/api/corrections/{made['id']}/undo", headers=by("cat")).status_code == 403
    undone = client.post(f"/api/corrections/{made['id']}/undo", headers=by("adm"))
    assert (undone.status_code, undone.json()["who"]) == (201, "adm")


def test_at_a_desk_to_read_nobody_corrects(at_desk: Desk, team: Users) -> None:
    client = at_desk(users=team, read_only=True)
    given = {"kind": "confirm", "article_key": arrest_of(client, **by("adm"))["article_key"]}
    assert client.post("/api/corrections", json=given, headers=by("adm")).status_code == 403


def test_who_did_not_come_in_corrects_nothing(at_desk: Desk) -> None:
    client = at_desk()
    given = {"kind": "confirm", "article_key": arrest_of(client)["article_key"]}
    assert client.post("/api/corrections", json=given).status_code == 401


def test_the_queue_is_paged_and_leaves_out_what_was_looked_at(at_work: TestClient) -> None:
    whole = at_work.get("/api/queue").json()["items"]
    assert [one["helps"] for one in whole] == sorted((one["helps"] for one in whole), reverse=True)
    page = at_work.get("/api/queue", params={"limit": 2}).json()
    rest = at_work.get("/api/queue", params={"after": page["next"]}).json()
    assert page["items"] + rest["items"] == whole
    first = whole[0]
    given = {"kind": "confirm", "article_key": first["article_key"], "event": first["event"]}
    assert at_work.post("/api/corrections", json=given).status_code == 201
    assert first["event"] not in [one["event"] for one in at_work.get("/api/queue").json()["items"]]
