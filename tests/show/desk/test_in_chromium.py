"""The desk as people use it: in Chromium, by mouse and by keys, wide and narrow, light and dark."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browsing import Reader, before, drag, event, settled
from port_strike import TEXT, port_article, port_record

from diurna.store import open_store

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATHS = (
    "/", "/events", "/articles", "/articles/{key}#event:e2", "/events/{key}/e1", "/actors", "/actors/Q900001",
    "/places", "/places/3184000", "/quotations", "/claims", "/runs", "/queue", "/try", "/login",
)  # fmt: skip


def test_no_page_breaks_a_rule_of_its_own_or_asks_anybody_outside(ana: Reader) -> None:
    for path in PATHS:
        ana.go(path)
    assert ana.complaints == []
    assert [url for url in ana.asked if not url.startswith((ana.home, "data:", "about:"))] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(ana: Reader, scheme: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    ana.page.emulate_media(color_scheme=scheme)
    for path in PATHS:
        ana.go(path)
        found = Axe().run(ana.page).response["violations"]
        assert [(path, one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_a_phone_never_scrolls_sideways(ana: Reader) -> None:
    ana.page.set_viewport_size({"width": 375, "height": 740})
    for path in PATHS:
        ana.go(path)
        assert ana.page.evaluate("document.documentElement.scrollWidth") <= 375, path


def test_charts_and_map_are_drawn(ana: Reader) -> None:
    ana.go("/")
    for place in ("months", "map"):
        canvas = ana.page.locator(f"#{place} canvas")
        canvas.wait_for()
        colours = canvas.evaluate(
            "c => new Set(new Uint32Array(c.getContext('2d').getImageData(0, 0, c.width, c.height).data.buffer)).size"
        )
        assert colours > 3, place


def test_events_are_found_as_one_types_and_the_address_says_how(ana: Reader) -> None:
    ana.go("/events")
    ana.page.locator("input[name=text]").press_sequentially("arrested", delay=20)
    ana.page.wait_for_url("**/events?text=arrested**")
    assert ana.page.locator("#rows tr").count() == 1
    ana.page.select_option("select[name=type]", "PROTEST")
    ana.page.wait_for_url("**type=PROTEST**")
    assert "Take a filter off" in ana.page.inner_text("#rows")


def test_a_click_on_a_mark_opens_its_records_the_narrowest_first(ana: Reader) -> None:
    ana.go("/articles/{key}")
    ana.page.locator("#text").get_by_text("remembers", exact=True).click()
    assert [one.split("\n")[0] for one in ana.page.locator(".card:visible").all_inner_texts()] == [
        "ACCUSE disapprove", "Tomas Brandt",
    ]  # fmt: skip


def test_a_layer_is_hidden_and_then_no_part_of_a_click(ana: Reader) -> None:
    ana.go("/articles/{key}")
    ana.page.uncheck("input[data-layer=quotation]")
    ana.page.locator("#text").get_by_text("remembers", exact=True).click()
    assert ana.page.locator(".card:visible").count() == 1


def test_marks_are_gone_through_by_arrow_keys(ana: Reader) -> None:
    ana.go("/articles/{key}")
    ana.page.focus("#text [tabindex='0']")
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "Enter"):
        ana.page.keyboard.press(key)
    second = ana.page.locator("#text [data-marks]").nth(1)
    assert second.evaluate("mark => mark.classList.contains('open')")


def test_a_status_is_changed_by_mouse_and_taken_back_by_key(ana: Reader) -> None:
    ana.go("/events/{key}/e6")
    ana.page.select_option("[data-field=status]", "hypothetical")
    settled(ana, "status changed")
    assert event(ana, "e6")["status"] == "hypothetical"
    assert "change status happened → hypothetical" in ana.page.inner_text("main")
    ana.page.keyboard.press("u")
    settled(ana, "Taken back")
    assert event(ana, "e6")["status"] == "happened"


def test_words_selected_by_mouse_become_whom(ana: Reader) -> None:
    ana.go("/events/{key}/e6")
    ana.page.locator("#text").get_by_text("threatened", exact=True).dblclick()
    ana.page.get_by_text("“threatened”", exact=True).and_(ana.page.locator("#selected")).wait_for()
    ana.page.click("[data-span=recipient]")
    settled(ana, "recipient changed")
    start = TEXT.index("threatened")
    (whom,) = event(ana, "e6")["recipient"]
    assert (whom["start"], whom["end"]) == (start, start + len("threatened"))


def test_every_field_is_corrected_from_click_to_store(ana: Reader) -> None:
    ana.go("/events/{key}/e5")
    drag(ana, "travel", "Vessa")
    ana.page.click("[data-span=trigger]")
    settled(ana, "trigger changed")
    drag(ana, "Friday")
    ana.page.click("[data-span=actor]", modifiers=["Shift"])
    settled(ana, "actor changed")
    ana.page.click("[data-clear=place]")
    settled(ana, "place changed")
    ana.page.fill("[data-field=date]", "2025-03-08")
    ana.page.press("[data-field=date]", "Enter")
    settled(ana, "date changed")
    ana.page.select_option("[data-field=mode]", "")
    settled(ana, "mode changed")
    ana.page.select_option("[data-field=type]", "COOPERATE")
    settled(ana, "type changed")
    told = event(ana, "e5")
    assert (told["trigger"]["text"], [one["text"] for one in told["actor"]]) == ("travel to Vessa", ["Orsic", "Friday"])
    assert (told["place"], told["date"]["start"], told["mode"], told["type"]) == (None, "2025-03-08", [], "COOPERATE")
    drag(ana, "Friday")
    ana.page.keyboard.press("p")
    settled(ana, "place changed")
    ana.page.click("[data-clear=actor]")
    settled(ana, "actor changed")
    told = event(ana, "e5")
    assert (told["place"]["text"], told["actor"]) == ("Friday", [])


def test_a_person_goes_through_the_queue_by_keys_alone(ana: Reader) -> None:
    ana.go("/queue")
    ana.page.keyboard.press("n")
    ana.page.wait_for_url("**/events/**")
    first = ana.page.url
    ana.page.keyboard.press("c")
    settled(ana, "Confirmed")
    assert ana.page.url != first
    second = ana.page.url.rpartition("/")[2]
    ana.page.keyboard.press("x")
    settled(ana, "Rejected")
    assert ana.page.request.get(f"{ana.home}/api/events/{ana.key}/{second}").status == 404
    ana.page.keyboard.press("u")
    settled(ana, "Taken back")
    assert ana.page.url.endswith(f"/{second}")
    ana.page.keyboard.press("s")
    ana.page.keyboard.press("ArrowDown")
    ana.page.keyboard.press("Enter")
    settled(ana, "status changed")
    kinds = [one["kind"] for one in ana.api("/corrections")["items"]]
    assert kinds == ["change", "undo", "reject", "confirm"]


def test_a_missed_event_is_added_by_its_words(ana: Reader) -> None:
    ana.go("/articles/{key}")
    ana.page.locator("#text").get_by_text("Friday", exact=True).dblclick()
    ana.page.select_option("#missed select", "PROTEST")
    ana.page.click("#missed button >> nth=0")
    settled(ana, "Added")
    (added,) = ana.api("/events?type=PROTEST")["items"]
    assert (added["trigger"], added["checked"]) == ("Friday", "added")


def test_who_a_name_is_is_said_on_its_card(ana: Reader) -> None:
    ana.go("/articles/{key}#entity:n4")
    ana.page.click("#card-entity-n4 summary")
    ana.page.fill("#card-entity-n4 input[name=name]", "Karveli Police")
    ana.page.click("#card-entity-n4 button >> nth=0")
    settled(ana, "Identified")
    assert ana.api("/actors?name=karveli")["items"][0]["name"] == "Karveli Police"


def test_names_are_joined_and_split_and_the_article_is_done(ana: Reader) -> None:
    ana.go("/articles/{key}#entity:n1")
    drag(ana, "She")
    ana.page.click("#card-entity-n1 summary")
    ana.page.click("[data-another=n1]")
    settled(ana, "Split")
    assert ana.api(f"/articles/{ana.key}")["record"]["entities"][-1]["name"] == "She"
    ana.go("/articles/{key}#entity:n4")
    ana.page.click("#card-entity-n4 summary")
    ana.page.select_option("#card-entity-n4 select[name=same]", "n3")
    ana.page.click("#card-entity-n4 button >> nth=0")
    settled(ana, "Joined")
    assert "n3" not in [one["id"] for one in ana.api(f"/articles/{ana.key}")["record"]["entities"]]
    ana.page.click("[data-done]")
    settled(ana, "The article is done")
    assert [one["kind"] for one in ana.api("/corrections")["items"]] == ["confirm", "join_entities", "split_entity"]
    assert ana.api("/queue")["items"] == []


def test_what_cannot_be_kept_is_said(ana: Reader) -> None:
    ana.go("/events/{key}/e6")
    ana.page.click("[data-span=actor]")
    settled(ana, "Select the words")
    ana.page.fill("#join input", "elsewhere")
    ana.page.click("#join button")
    settled(ana, "Give the address")
    assert ana.api("/corrections")["items"] == []


@pytest.mark.parametrize("how", ["dropped", "chosen"])
def test_a_file_is_read_and_coded(ana: Reader, tmp_path: Path, how: str) -> None:
    file = tmp_path / "wire.txt"
    file.write_text("Police arrested two dockworkers in Nairobi on Monday.")
    ana.go("/try")
    if how == "chosen":
        ana.page.set_input_files("#file", file)
    else:
        carried = ana.page.evaluate_handle(
            "text => { const all = new DataTransfer(); all.items.add(new File([text], 'wire.txt')); return all; }",
            file.read_text(),
        )
        ana.page.dispatch_event("#given", "drop", {"dataTransfer": carried})
    ana.page.wait_for_function("() => document.getElementById('given').value.startsWith('Police')")
    ana.page.click("#try button")
    ana.page.wait_for_selector("#text")
    assert "COERCE arrest" in ana.page.inner_text("tbody")


def test_events_of_two_articles_are_split_and_joined(chromium: Browser, tmp_path: Path) -> None:
    second = replace(port_article(), id="post-4", source="Vessa Post", text=TEXT + " A second strike was called.")
    with open_store(tmp_path / "two.duckdb") as store:
        store.keep([port_record(), replace(port_record(), article=second)])
    with before(chromium, tmp_path / "two.duckdb") as ana:
        ana.go("/events/{key}/e3")
        assert "2 reports" in ana.page.inner_text("main")
        other = ana.page.get_attribute("[data-split]", "data-split").replace(" ", "/")
        ana.page.click("[data-split]")
        settled(ana, "Split")
        assert "1 report" in ana.page.inner_text("main")
        ana.page.fill("#join input", f"{ana.home}/events/{other}")
        ana.page.click("#join button")
        settled(ana, "Joined")
        assert "2 reports" in ana.page.inner_text("main")
