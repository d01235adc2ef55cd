"""Whole articles: the events that a careful reader takes from them, each with its words."""

from __future__ import annotations

from pathlib import Path

import pytest

import diurna
from diurna.records import Event, Record

ROOT = Path(__file__).parents[1]
RAMPUR = ROOT.parent / "shared/articles/rampur-meeting.txt"


def record_of(path: Path) -> Record:
    (record,) = diurna.code(diurna.read_articles([path]))
    return record


def events(record: Record, kind: str, mode: str = "") -> list[Event]:
    return [e for e in record.events if e.type == kind and (not mode or mode in e.modes)]


def names(event: Event, role: str) -> set[str]:
    return {p.name or "" for p in (event.actors if role == "actor" else event.recipients)}


@pytest.mark.skipif(not RAMPUR.exists(), reason="the shared articles are not beside the checkout")
class TestRampur:
    record = record_of(RAMPUR) if RAMPUR.exists() else Record(diurna.Article("", ""))

    def test_every_span_is_its_words(self) -> None:
        text = self.record.article.text
        for event in self.record.events:
            for span in (event.trigger, *event.mentions, *(p.span for p in (*event.actors, *event.recipients))):
                assert text[span.start : span.end] == span.text

    def test_the_meeting_in_rampur_on_8_october(self) -> None:
        meetings = [e for e in events(self.record, "CONSULT") if e.status == "happened"]
        both = {"Akhilesh Yadav", "Azam Khan"}
        visit = next(e for e in meetings if both <= names(e, "actor") | names(e, "recipient"))
        assert visit.date is not None and visit.date.start == "2025-10-08"
        assert visit.place is not None and visit.place.name == "Rampur"
        # told again, it is the same meeting
        assert {"seen together", "received", "visited", "reached out"} <= {span.text for span in visit.mentions}

    def test_the_meeting_stands_on_the_word_of_the_author_of_the_agency_and_of_party_sources(self) -> None:
        visit = next(e for e in events(self.record, "CONSULT") if "visited" in {span.text for span in e.mentions})
        by_id = {a.id: a for a in self.record.attributions}
        told = {span.text: [by_id[id].source for id in ids] for span, ids in visit.tellings}
        assert told["seen together"] == []
        assert [source.text for source in told["meets"] if source] == ["ANI"]
        assert [source.text for source in told["visited"] if source] == ["party sources"]
        assert visit.vouched

    def test_the_release_from_jail_on_23_september(self) -> None:
        release = next(e for e in events(self.record, "RETREAT") if "released" in e.trigger.text)
        assert "Azam Khan" in names(release, "recipient")
        assert release.date is not None and (release.date.start, release.date.end) == ("2025-09-23", "2025-09-23")

    def test_what_was_before_has_no_day(self) -> None:
        told = {e.trigger.text: e.date for e in self.record.events}
        assert (told["granted bail"], told["jail"], told["displeasure"]) == (None, None, None)

    def test_the_condition_that_the_guest_come_alone(self) -> None:
        (condition,) = events(self.record, "REQUEST")
        assert (condition.modes, condition.trigger.text) == (("meet",), "laid")
        assert (names(condition, "actor"), names(condition, "recipient")) == ({"Azam Khan"}, {"Akhilesh Yadav"})
        (source,) = [a.source for a in self.record.attributions if a.id in condition.attribution]
        assert source is not None and source.text == "party sources"

    def test_no_visit_at_home_is_diplomatic(self) -> None:
        assert all("diplomatic" not in e.contexts for e in self.record.events)

    def test_the_accusation_with_two_quotations(self) -> None:
        accusation = next(e for e in events(self.record, "ACCUSE") if e.trigger.text == "accused")
        assert names(accusation, "actor") == {"Danish Azad Ansari"}
        assert names(accusation, "recipient") == {"Samajwadi Party"}
        assert accusation.actors[0].country == "IND"
        assert accusation.modes == ("disapprove",)
        assert "stunt" in {span.text for span in accusation.mentions}
        said = [a for a in self.record.attributions if a.form == "direct" and a.kind != "post"]
        entities = {e.id: e.name for e in self.record.entities}
        assert [entities.get(a.entity or "") for a in said] == ["Danish Azad Ansari"] * 2

    def test_anonymous_sources(self) -> None:
        sources = {a.source.text for a in self.record.attributions if a.source and a.kind == "anonymous"}
        assert {"party sources", "Observers", "Political experts"} <= sources

    def test_the_claim_of_a_first_meeting_in_two_years(self) -> None:
        claim = next(c for c in self.record.claims if c.kind == "first_since")
        assert (claim.span.text, claim.interval) == ("first meeting in two years", "P2Y")

    def test_the_meeting_comes_ahead_of_the_polls(self) -> None:
        (meeting,) = [e for e in events(self.record, "CONSULT") if "reached out" in {span.text for span in e.mentions}]
        ahead = [c for c in self.record.claims if c.kind == "ahead_of"]
        assert [c.event for c in ahead] == [meeting.id] * 2
