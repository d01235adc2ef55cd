"""Contexts, on whose word an event stands, and words of the text, corrected in Chromium from click to store."""

from __future__ import annotations

from typing import Any

import pytest
from browsing import Reader, chosen, drag, event, settled
from port_strike import TEXT, at

PHONE, DESK = {"width": 375, "height": 740}, {"width": 1280, "height": 900}


def held(ana: Reader, id: str) -> list[Any]:
    """Return the attributions of an event, the innermost first."""
    known = {one["id"]: one for one in ana.api(f"/articles/{ana.key}")["record"]["attributions"]}
    return [known[one] for one in event(ana, id)["attribution"]]


@pytest.mark.parametrize("path", ["/events/{key}/e6", "/articles/{key}"])
def test_dragging_over_a_marked_word_selects_it(ana: Reader, path: str) -> None:
    ana.go(path)
    drag(ana, "She")
    chosen(ana, "She")


def test_dragging_over_a_marked_word_opens_no_card_and_a_click_does(ana: Reader) -> None:
    ana.go("/articles/{key}")
    drag(ana, "remembers")
    chosen(ana, "remembers")
    assert ana.page.locator(".card:visible").count() == 0
    ana.page.locator("#text").get_by_text("remembers", exact=True).click()
    assert ana.page.locator(".card:visible").count() == 2


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_a_context_is_added_taken_off_and_had_again(ana: Reader, size: Any) -> None:
    ana.page.set_viewport_size(size)
    ana.go("/events/{key}/e1")
    ana.page.select_option("[data-add]", "diplomatic")
    settled(ana, "context changed")
    assert event(ana, "e1")["context"] == ["executive", "economic", "diplomatic"]
    ana.page.click("[data-drop=executive]")
    settled(ana, "context changed")
    assert ana.page.locator("[data-drop=executive]").count() == 0
    assert event(ana, "e1")["context"] == ["economic", "diplomatic"]
    ana.page.keyboard.press("u")
    settled(ana, "Taken back")
    assert event(ana, "e1")["context"] == ["executive", "economic", "diplomatic"]


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_source_cue_and_content_are_selected_by_mouse(ana: Reader, size: Any) -> None:
    ana.page.set_viewport_size(size)
    ana.go("/events/{key}/e3")
    for part, words in (("cue", "the union"), ("source", "dockworkers"), ("content", "arrested")):
        drag(ana, words)
        chosen(ana, words)
        ana.page.click(f"[data-set={part}]")
        settled(ana, "attribution changed")
    (found,) = held(ana, "e3")
    told = [found[part]["text"] for part in ("source", "cue", "content")]
    assert (found["id"], told) == ("a4", ["dockworkers", "the union", "arrested"])
    ana.page.click("[data-none=source]")
    settled(ana, "attribution changed")
    assert held(ana, "e3")[0]["source"] is None


def test_speaker_stance_and_kind_are_chosen(ana: Reader) -> None:
    ana.go("/events/{key}/e6")
    for part, value in (("entity", "n3"), ("stance", "predicts"), ("kind", "organization")):
        ana.page.select_option(f"[data-part={part}]", value)
        settled(ana, "attribution changed")
    (found,) = held(ana, "e6")
    assert (found["source"]["entity"], found["stance"], found["kind"]) == ("n3", "predicts", "organization")
    assert "Agence Sud organization, predicts" in ana.page.inner_text(".fields")
    assert "somebody asserts “threatened to close the port” → Agence Sud asserts" in ana.page.inner_text("main")


def test_one_is_added_and_removed(ana: Reader) -> None:
    ana.go("/events/{key}/e5")
    drag(ana, "travel", "Friday")
    ana.page.click("[data-new]")
    settled(ana, "attribution changed")
    (added,) = held(ana, "e5")
    assert (added["content"]["text"], added["source"]) == ("travel to Vessa on Friday", None)
    drag(ana, "Orsic")
    ana.page.click("[data-set=source]")
    settled(ana, "attribution changed")
    assert held(ana, "e5")[0]["source"]["entity"] == "n1"
    ana.page.click("[data-remove]")
    settled(ana, "attribution changed")
    assert held(ana, "e5") == []


def test_all_of_it_by_keys_alone(ana: Reader) -> None:
    ana.go("/events/{key}/e5")
    keys = ana.page.keyboard
    keys.press("k")
    keys.type("dipl")
    keys.press("Enter")
    settled(ana, "context changed")
    assert event(ana, "e5")["context"] == ["diplomatic"]
    keys.press("w")
    for _ in ("to", "Vessa", "on", "Friday"):
        keys.press("Shift+ArrowRight")
    chosen(ana, "travel to Vessa on Friday")
    keys.press("q")
    settled(ana, "attribution changed")
    assert held(ana, "e5")[0]["content"]["text"] == "travel to Vessa on Friday"
    keys.press("w")
    for _ in ("will", "Orsic"):
        keys.press("ArrowLeft")
    chosen(ana, "Orsic")
    keys.press("o")
    keys.press("Enter")
    settled(ana, "attribution changed")
    assert held(ana, "e5")[0]["source"]["entity"] == "n1"


def test_words_are_found_line_by_line_by_keys(ana: Reader) -> None:
    ana.go("/articles/{key}")
    keys = ana.page.keyboard
    keys.press("w")
    chosen(ana, "KARVELI")
    keys.press("ArrowDown")
    other = ana.page.locator("output.selected", has_not_text="KARVELI").first
    other.wait_for()
    below = other.inner_text().strip("“”")
    assert TEXT.index(below) > at("Lena Orsic").start
    keys.press("ArrowUp")
    chosen(ana, "KARVELI")
    keys.press("Shift+ArrowRight")
    chosen(ana, "KARVELI, March")


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_an_event_is_corrected_on_its_card_beside_the_article(ana: Reader, size: Any) -> None:
    ana.page.set_viewport_size(size)
    ana.go("/articles/{key}#event:e3")
    ana.page.click("#card-event-e3 summary")
    ana.page.select_option("#card-event-e3 [data-part=stance]", "doubts")
    settled(ana, "attribution changed")
    assert held(ana, "e3")[0]["stance"] == "doubts"
    ana.page.select_option("#card-event-e3 [data-add]", "legal")
    settled(ana, "context changed")
    assert event(ana, "e3")["context"] == ["legal"]
    ana.page.keyboard.press("Escape")
    ana.page.locator("h1").click()
    ana.page.keyboard.press("u")
    settled(ana, "Taken back")
    assert event(ana, "e3")["context"] == []
