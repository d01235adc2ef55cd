"""What each page says of the port strike's record (tests/store/port_strike.py)."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from desks import Desk
from fastapi.testclient import TestClient
from httpx import Response
from page_reading import fields, read, rows, said
from port_strike import TEXT, port_record

from diurna.show.desk.pages.actor import network_of
from diurna.store import open_store


@pytest.fixture
def client(at_desk: Desk) -> TestClient:
    return at_desk()


@pytest.fixture
def key(client: TestClient) -> str:
    """Return the key of the article that was coded."""
    found: str = client.get("/api/articles?state=coded").json()["items"][0]["article_key"]
    return found


def test_events_are_listed_the_newest_first(client: TestClient) -> None:
    found = rows(client.get("/events").text)
    assert [(row[0], row[1]) for row in found] == [
        ("2025-03-07", "CONSULT visit future"),
        ("2025-03-05", "ACCUSE disapprove"),
        ("2025-03-05", "COERCE arrest"),
        ("2025-03-05", "ASSAULT beat negated"),
        ("2025-03-05", "THREATEN restrict"),
        ("2025-03-04", "CONSULT"),
    ]
    assert found[2][2:5] == ["Police → dockworkers", "customs house", "the union"]


def test_the_filters_stand_in_the_address_and_in_the_form(client: TestClient) -> None:
    page = client.get("/events?actor=brandt&type=CONSULT&sort=confidence").text
    assert [row[1] for row in rows(page)] == ["CONSULT"]
    (form,) = read(page).xpath("//form[@id='filters']")
    assert form.xpath("string(.//input[@name='actor']/@value)") == "brandt"
    assert form.xpath("string(.//select[@name='type']/option[@selected])") == "CONSULT"
    assert form.xpath("string(.//input[@name='sort']/@value)") == "confidence"


def test_a_filter_that_fits_nothing_says_so(client: TestClient) -> None:
    assert "Take a filter off" in client.get("/events?country=KEN").text


def test_a_filter_left_empty_asks_for_nothing(client: TestClient) -> None:
    empty = "text=&actor=&recipient=&type=&mode=&status=&country=&sector=&place=&source=&from=&to=&min_confidence="
    assert len(rows(client.get(f"/events?{empty}").text)) == 6


def test_htmx_is_given_the_rows_alone(client: TestClient) -> None:
    part = client.get("/events?text=arrested", headers={"HX-Request": "true"}).text
    assert "<html" not in part
    assert part.count("<tr") == 1 and "COERCE" in part


def test_a_long_list_is_read_in_steps_that_miss_and_repeat_nothing(at_desk: Desk, tmp_path: Path) -> None:
    record = port_record()
    path = tmp_path / "long.duckdb"
    with open_store(path) as store:
        articles = (replace(record.article, id=f"sud-{n}", text=record.article.text + f"\n{n}") for n in range(25))
        store.keep(replace(record, article=article) for article in articles)
    client = at_desk(path)
    part, links = client.get("/events?status=happened").text, []
    while True:
        links += [str(link) for link in read(part).xpath("//tr//a/@href") if str(link).startswith("/events/")]
        more = read(part).xpath("string(//tr/@hx-get)")
        if not more:
            break
        part = client.get(more, headers={"HX-Request": "true"}).text
    assert len(links) == len(set(links)) == 25 * 4


def test_every_page_of_an_empty_store_says_that_there_is_nothing(at_desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "empty.duckdb"
    open_store(path).close()
    client = at_desk(path)
    for page in ("/", "/events", "/articles", "/actors", "/places", "/quotations", "/claims", "/runs", "/queue"):
        assert client.get(page).status_code == 200, page


def test_an_article_is_whole_with_each_mark_and_the_record_behind_it(client: TestClient, key: str) -> None:
    page = read(client.get(f"/articles/{key}").text)
    (text,) = page.xpath("//*[@id='text']")
    assert text.text_content() == TEXT
    marks = {mark for marks in text.xpath(".//@data-marks") for mark in str(marks).split()}
    cards = {str(card).removeprefix("card-").replace("-", ":", 1) for card in page.xpath("//*[@id='cards']//@id")}
    assert marks <= cards
    assert {mark.partition(":")[0] for mark in marks} == {"event", "entity", "quotation", "date", "place"}
    assert [str(box) for box in page.xpath("//input[@type='checkbox']/@data-layer")] == [
        "event", "entity", "quotation", "date", "place",
    ]  # fmt: skip


def test_words_within_a_quotation_have_both_marks(client: TestClient, key: str) -> None:
    page = read(client.get(f"/articles/{key}").text)
    (found,) = [one for one in page.xpath("//*[@id='text']/*") if one.text == "remembers"]
    assert found.get("data-marks").split() == ["quotation:a3", "event:e2"]
    assert TEXT[int(found.get("data-start")) :].startswith("remembers")


def test_an_event_has_each_field_with_its_words(client: TestClient, key: str) -> None:
    page = client.get(f"/events/{key}/e1").text
    told = fields(page)
    assert told["who"] == (
        "Lena Orsic ALB GOV “Interior Minister Lena Orsic” Tomas Brandt ALB GOV, PTY “Mayor Tomas Brandt”"
    )
    assert (told["what"], told["when"]) == ("CONSULT “met” “meeting”", "2025-03-04 “Tuesday”")
    assert told["where"] == "Karveli, ALB “Karveli”"
    assert told["status"] == "happened"
    assert told["on whose word"] == (
        "party sources anonymous, asserts“party sources” “according to” "
        "“Interior Minister Lena Orsic met Mayor Tomas …” "
        "Agence Sud organization, asserts“Agence Sud” “quoted by” “Interior Minister Lena Orsic met Mayor Tomas …”"
    )
    assert told["why"] == "consult.csv: meet/VERB obj:@person"
    marked = read(page).xpath("//*[@id='text']/*[@title]")
    parts = {(one.text, part) for one in marked for part in one.get("title").split(", ")}
    assert {
        ("met", "trigger"), ("Interior Minister Lena Orsic", "actor"), ("Mayor Tomas Brandt", "actor"),
        ("Karveli", "place"), ("Tuesday", "date"), ("party sources", "source"),
        ("met", "content"),
    } <= parts  # fmt: skip


def test_the_words_of_a_field_are_a_link_to_where_they_stand(client: TestClient, key: str) -> None:
    page = read(client.get(f"/events/{key}/e1").text)
    for link in page.xpath("//dl//a[starts-with(@href, '#w')]"):
        (place,) = page.xpath(f"//*[@id='{link.get('href')[1:]}']")
        assert said(link).strip("“”").startswith(place.text)


def test_an_event_names_those_it_counts_and_its_reports(client: TestClient, key: str) -> None:
    page = client.get(f"/events/{key}/e3").text
    assert fields(page)["arrested"] == "at least 14 “at least 14 dockworkers”"
    assert "1 report" in [said(one) for one in read(page).xpath("//h2")]


def test_what_is_not_there_is_said_in_a_page_to_people_and_in_json_to_programs(client: TestClient, key: str) -> None:
    browser = {"Accept": "text/html"}
    for path in (f"/events/{key}/e99", "/articles/none", "/actors/Nobody", "/places/Nowhere", "/elsewhere"):
        answer = client.get(path, headers=browser)
        assert answer.status_code == 404
        assert said(read(answer.text).xpath("//h1")[0]) == "This page cannot be shown", path
    assert client.get("/articles/none").json() == {"detail": "the store has no article 'none'"}
    wrong = client.get("/events?from=yesterday", headers=browser)
    assert (wrong.status_code, "from: " in wrong.text) == (422, True)


def test_an_actor_has_offices_deeds_and_words(client: TestClient) -> None:
    page = client.get("/actors/Tomas%20Brandt").text
    assert "Mayor of Karveli" in said(read(page).xpath("//main")[0])
    assert {tuple(row[:3]) for row in rows(page)} >= {("2025-03-04", "CONSULT", "actor")}
    assert "The government remembers Karveli only when it needs votes" in page
    charts = json.loads(read(page).xpath("string(//script[@id='charts'])"))
    assert charts["network"]["centre"] == "Tomas Brandt"


def test_the_network_counts_which_way_and_leaves_the_actor_out() -> None:
    deeds = [
        {"role": "actor", "others": ["Brandt", "Police", "Orsic"]},
        {"role": "recipient", "others": ["Brandt"]},
        {"role": "actor", "others": None},
    ]
    assert network_of("Orsic", deeds) == {
        "centre": "Orsic",
        "around": [{"name": "Brandt", "out": 1, "in": 1}, {"name": "Police", "out": 1, "in": 0}],
    }


def test_a_place_has_its_events(client: TestClient) -> None:
    page = client.get("/places/3184000").text
    assert [row[1] for row in rows(page)] == ["CONSULT"]
    charts = json.loads(read(page).xpath("string(//script[@id='charts'])"))
    assert charts["places"] == [{"name": "Karveli", "latitude": 40.12, "longitude": 19.87, "events": 1}]


def test_quotations_are_direct_speech_until_more_is_asked_for(client: TestClient) -> None:
    direct = rows(client.get("/quotations").text)
    assert [row[1:3] for row in direct] == [
        ["Tomas Brandt ALB", "“The government remembers Karveli only when it needs votes,”"]
    ]
    everything = rows(client.get("/quotations?form=any").text)
    assert len(everything) == 6
    assert "anonymous, of party" in [row[4] for row in everything]


def test_claims_say_what_the_record_says_of_them(client: TestClient) -> None:
    (claim,) = rows(client.get("/claims").text)
    assert claim[1].startswith("their first meeting since the strike began")
    assert claim[2] == "not enough record"
    assert rows(client.get("/claims?verdict=supported").text) == [["No claim is as you ask."]]


def test_runs_name_the_articles_that_failed_and_why(client: TestClient) -> None:
    page = client.get("/runs").text
    (run, failed) = rows(page)
    assert run[-2:] == ["1", "1"]
    known = client.get("/api/articles?state=failed").json()["items"][0]
    assert failed == [known["title"] or known["article_id"], "1", known["error"]]


def test_the_overview_counts_what_there_is(client: TestClient) -> None:
    page = client.get("/").text
    told = fields(page)
    assert (told["articles"], told["failed"], told["said by somebody"], told["claims"]) == ("2", "1", "6", "1")
    charts = json.loads(read(page).xpath("string(//script[@id='charts'])"))
    assert [month["events"] for month in charts["months"]] == [6]
    assert {place["name"] for place in charts["places"]} == {"Karveli"}


def test_a_text_is_coded_at_once_and_marked(client: TestClient) -> None:
    text = "Police arrested 14 dockworkers in Nairobi on Tuesday."
    page = client.post("/try", data={"text": text, "day": "2025-03-05"}).text  # no browser: no form's token
    ((what, words, who, when, *_),) = rows(page)
    assert (what, words, who, when) == ("COERCE arrest", "arrested", "Police → 14 dockworkers", "2025-03-04")
    assert said(read(page).xpath("//div[@id='text']")[0]) == text
    assert client.get("/api/overview").json()["articles"] == 2


def test_what_cannot_be_coded_is_said(client: TestClient) -> None:
    def sent(text: str, day: str = "") -> Response:
        token = read(client.get("/try").text).xpath("string(//input[@name='csrf']/@value)")
        return client.post("/try", data={"text": text, "day": day, "csrf": token})

    nothing = sent(" ")
    assert (nothing.status_code, "Paste a text first." in nothing.text) == (422, True)
    no_day = sent("Police left.", "Tuesday")
    assert (no_day.status_code, "is no day" in no_day.text) == (422, True)
    assert sent("x" * 100_001).status_code == 422


def test_each_value_has_the_reports_that_support_it_and_those_that_contradict_it(at_desk: Desk, tmp_path: Path) -> None:
    first = port_record()
    article = replace(first.article, id="post-4", source="Vessa Post", text=TEXT + " A second strike was called.")
    events = list(first.events)
    events[2] = replace(events[2], counts={"arrested": replace(events[2].counts["arrested"], min=16)})
    with open_store(tmp_path / "two.duckdb") as store:
        store.keep([first, replace(first, article=article, events=tuple(events))])
    client = at_desk(tmp_path / "two.duckdb")
    row = client.get("/api/events?mode=arrest").json()["items"][0]
    page = client.get(f"/events/{row['article_key']}/{row['event_id']}").text
    assert "2 reports" in [said(one) for one in read(page).xpath("//h2")]
    fields = {tuple(cells[:2]): cells[2:] for cells in rows(page) if len(cells) == 4}
    assert {value for field, value in fields if field == "arrested"} == {"14+ most", "16+"}
    assert fields["arrested", "16+"] == ["Vessa Post", "Agence Sud"]
    assert sorted(fields["type", "COERCE"][0].split("; ")) == ["Agence Sud", "Vessa Post"]
    assert fields["type", "COERCE"][1] == ""
