"""The API's answers, of a store of the port strike."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from desks import Desk
from fastapi.testclient import TestClient

from diurna.show.desk.api.paging import Key, cursor, listed
from diurna.store import open_store


@pytest.fixture
def client(at_desk: Desk) -> TestClient:
    return at_desk(read_only=True)


def asked(client: TestClient, path: str, **query: Any) -> Any:
    answer = client.get(path, params=query)
    assert answer.status_code == 200, answer.text
    return answer.json()


def pages(client: TestClient, path: str, **query: Any) -> list[Any]:
    """Return the rows of a list that is asked for page by page."""
    page = asked(client, path, **query)
    rows = page["items"]
    while page["next"]:
        page = asked(client, path, **query, after=page["next"])
        rows += page["items"]
    return rows


def test_the_overview_counts_what_the_store_holds(client: TestClient) -> None:
    told = asked(client, "/api/overview")
    assert (told["articles"], told["failed"], told["events"]) == (2, 1, 6)
    assert told["first_day"] == told["last_day"] == "2025-03-05"
    assert told["types"]["CONSULT"] == 2
    assert told["sources"] == {"Agence Sud": 1}


def test_events_are_listed_with_the_filters_of_the_command(client: TestClient) -> None:
    (arrest,) = asked(client, "/api/events", type="coerce", mode="arrest")["items"]
    assert (arrest["actor"], arrest["recipient"], arrest["trigger"]) == ("Police", "dockworkers", "arrested")
    assert arrest["counts"] == "arrested 14+"
    assert asked(client, "/api/events", actor="nobody of that name")["items"] == []
    assert asked(client, "/api/events", **{"from": "2025-03-07"})["items"][0]["status"] == "future"


@pytest.mark.parametrize("sort", ["day", "-day", "confidence", "-confidence"])
def test_pages_of_events_have_each_event_once_in_order(client: TestClient, sort: str) -> None:
    whole = asked(client, "/api/events", sort=sort)["items"]
    assert pages(client, "/api/events", sort=sort, limit=2) == whole
    by = [row["confidence"] if "confidence" in sort else row["date_start"] or row["published"] for row in whole]
    assert by == sorted(by, reverse=sort.startswith("-"))
    assert len(whole) == 6


def test_an_event_is_told_whole(client: TestClient) -> None:
    (arrest,) = asked(client, "/api/events", mode="arrest")["items"]
    told = asked(client, f"/api/events/{arrest['article_key']}/{arrest['event_id']}")
    assert told["row"] == arrest
    assert told["event"]["trigger"]["text"] == "arrested"
    assert [(report["article_id"], report["trigger"]) for report in told["reports"]] == [("sud-17", "arrested")]
    assert client.get(f"/api/events/{arrest['article_key']}/e99").status_code == 404


def test_an_article_is_told_with_its_record_and_a_failed_one_with_its_reason(client: TestClient) -> None:
    told = {row["article_id"]: row for row in asked(client, "/api/articles")["items"]}
    (failed,) = asked(client, "/api/articles", state="failed")["items"]
    assert failed["error"] and failed == told[failed["article_id"]]
    whole = asked(client, f"/api/articles/{told['sud-17']['article_key']}")
    assert (whole["events"], whole["corrections"]) == (6, 0)
    assert whole["record"]["article"]["text"].startswith("KARVELI, March 4")
    assert client.get("/api/articles/none").json() == {"detail": "the store has no article 'none'"}


def test_an_actor_is_found_by_part_of_a_name_and_asked_for_by_identity(client: TestClient) -> None:
    (row,) = asked(client, "/api/actors", name="orsic")["items"]
    assert (row["who"], row["name"], row["articles"]) == ("Q900001", "Lena Orsic", 1)
    told = asked(client, "/api/actors/Q900001")
    assert told["names"] == {"Lena Orsic": 1, "Orsic": 1}
    assert [office["title"] for office in told["offices"]] == ["Interior Minister"]
    assert asked(client, "/api/actors/Police")["wikidata"] is None
    assert client.get("/api/actors/Nobody").status_code == 404


def test_places_quotations_and_runs(client: TestClient) -> None:
    places = {row["name"]: row["which"] for row in asked(client, "/api/places")["items"]}
    assert places["Karveli"] == "3184000"
    assert asked(client, "/api/places/3184000")["types"][0] == {"type": "CONSULT", "events": 1}
    (said,) = (
        asked(client, "/api/quotations", speaker="brandt", form="mixed")["items"]
        or asked(client, "/api/quotations", speaker="brandt")["items"]
    )
    assert "only when it needs votes" in said["quote"]
    (run,) = asked(client, "/api/runs")["items"]
    assert (run["coded"], run["failed"]) == (1, 1)
    assert asked(client, "/api/runs/1") == run


def test_claims_come_with_their_answers(client: TestClient) -> None:
    claims = asked(client, "/api/claims")["items"]
    assert claims and {claim["verdict"] for claim in claims} <= {"supported", "contradicted", "not enough record"}
    assert pages(client, "/api/claims", limit=1) == claims


def test_events_are_counted_by_period_and_by_pair(client: TestClient) -> None:
    periods = asked(client, "/api/timeline", by="day", status="happened")
    assert [(row["period"], row["events"]) for row in periods] == [("2025-03-04", 1), ("2025-03-05", 3)]
    pairs = asked(client, "/api/network", nodes="name", status="happened")
    assert ("Police", "dockworkers", False) in [(row["actor"], row["recipient"], row["mutual"]) for row in pairs]


def test_an_answer_that_is_known_already_is_not_sent_again(at_work: TestClient, port_store: Path) -> None:
    tag = at_work.get("/api/events").headers["ETag"]
    again = at_work.get("/api/events", headers={"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    with at_work.app.state.store.writing():  # type: ignore[attr-defined]
        pass
    assert at_work.get("/api/events", headers={"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("after", ["x", "é", cursor([1]), cursor(["2025-03-05", "k"]), cursor(["no day", "k", "e"])])
def test_a_place_that_is_not_in_the_list_is_refused(client: TestClient, after: str) -> None:
    assert client.get("/api/events", params={"after": after}).status_code == 404


def test_a_row_that_came_after_the_first_page_moves_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "some.duckdb") as store:
        keys = [Key("run", int)]
        for run in (2, 4, 6):
            store.connection.execute("INSERT INTO runs (run, started, version) VALUES (?, now()::TIMESTAMP, '')", [run])
        first = listed(store.connection, "FROM runs", {}, keys, 2, None)
        store.connection.execute("INSERT INTO runs (run, started, version) VALUES (1, now()::TIMESTAMP, '')")
        second = listed(store.connection, "FROM runs", {}, keys, 2, first["next"])
    assert [[row["run"] for row in page["items"]] for page in (first, second)] == [[2, 4], [6]]


def test_exports_stream_all_events(client: TestClient) -> None:
    lines = client.get("/api/export/csv")
    assert lines.headers["Content-Type"].startswith("text/csv")
    assert "attachment" in lines.headers["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(lines.text)))
    assert len(rows) == 6 and rows[0]["article_id"] == "sud-17"
    arrests = client.get("/api/export/jsonl", params={"mode": "arrest"}).text.splitlines()
    assert [json.loads(line)["trigger"] for line in arrests] == ["arrested"]
    records = client.get("/api/export/records").text.splitlines()
    assert {json.loads(line)["article"]["id"] for line in records} >= {"sud-17"}
    assert client.get("/api/export/parquet").content[:4] == b"PAR1"
    assert client.get("/api/export/dyads").text.startswith("Event ID\t")
    assert client.get("/api/export/plover", params={"type": "COERCE"}).status_code == 404
    for form in ("plover", "gdelt-events", "gdelt-mentions"):
        assert client.get(f"/api/export/{form}").text.count("\n") >= 3


def test_a_text_is_coded_and_not_stored(client: TestClient) -> None:
    given = {"text": "Rebels attacked a convoy near Bria on Tuesday.", "published": "2025-03-05"}
    record = client.post("/api/code", json=given).json()
    (event,) = record["events"]
    assert (event["type"], event["date"]["start"]) == ("ASSAULT", "2025-03-04")
    assert asked(client, "/api/overview")["articles"] == 2
    assert client.post("/api/code", json={"text": " "}).json()["article"]["error"]
    assert client.post("/api/code", json={"text": "x" * 100_001}).status_code == 422
    assert client.post("/api/code", json={"text": "Rebels fled.", "verdict": "x"}).status_code == 422


def test_coding_is_bounded_by_the_minute(at_desk: Desk) -> None:
    client = at_desk(codings_per_minute=1)
    assert client.post("/api/code", json={"text": "Rebels fled."}).status_code == 200
    refused = client.post("/api/code", json={"text": "Rebels fled."})
    assert refused.status_code == 429 and 0 < int(refused.headers["Retry-After"]) <= 61


def test_another_site_cannot_have_a_text_coded(client: TestClient) -> None:
    sent = client.post("/api/code", json={"text": "x"}, headers={"Origin": "https://evil.example"})
    assert sent.status_code == 403


def test_markup_of_an_article_stays_text(at_desk: Desk, tmp_path: Path) -> None:
    from diurna.pipeline import code_articles
    from diurna.read import article_of

    path = tmp_path / "bad.duckdb"
    with open_store(path) as store:
        store.keep(
            code_articles([article_of({"text": "Rebels <script>alert(1)</script> fled.", "title": "<img src=x>"})])
        )
    answer = at_desk(path=path).get("/api/articles")
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.json()["items"][0]["title"] == "<img src=x>"
