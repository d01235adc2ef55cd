"""One event told twice in an article is one event with a mention."""

from dataclasses import replace

from diurna.merge import Page, merge_events, merge_record
from diurna.records import Article, Attribution, Claim, Event, Participant, Record, Span, When

TEXT = "Adeyemi met Bello on Monday. Bello met Adeyemi for an hour. The meeting was short. Adeyemi met Okoro too."
SENTENCES = ((0, 28), (29, 59), (60, 82), (83, 105))


def span(words: str, start: int = 0) -> Span:
    at = TEXT.index(words, start)
    return Span.of(TEXT, at, at + len(words))


def person(name: str, start: int = 0) -> Participant:
    return Participant(span(name, start), entity=name, name=name)


FIRST = Event(
    "ev1", "CONSULT", span("met"), "happened", 0.9, actors=(person("Adeyemi"), person("Bello")),
    date=When("2026-03-02", "2026-03-02", "day", span("Monday"), "clause"),
)  # fmt: skip
AGAIN = Event(
    "ev2", "CONSULT", span("met", 20), "happened", 0.8,
    actors=(person("Bello", 20),), recipients=(person("Adeyemi", 20),),
)  # fmt: skip
NOUN = Event("ev3", "CONSULT", span("meeting"), "happened", 0.7)
OTHER = Event("ev4", "CONSULT", span("met", 80), "happened", 0.9, actors=(person("Adeyemi", 70), person("Okoro")))


def merged(*events: Event) -> tuple[Event, ...]:
    """Return the events of the text, merged."""
    return merge_events(events, Page.of(TEXT, SENTENCES, events))


def test_a_meeting_told_from_either_side_is_one() -> None:
    (event,) = merged(FIRST, AGAIN)
    assert (event.id, event.trigger, event.mentions) == ("ev1", FIRST.trigger, (AGAIN.trigger,))


def test_a_noun_that_takes_up_the_event_is_a_mention() -> None:
    (event,) = merged(FIRST, NOUN)
    assert event.mentions == (NOUN.trigger,)


def test_a_meeting_with_somebody_else_is_another() -> None:
    assert len(merged(FIRST, OTHER)) == 2


def test_events_on_different_days_are_two() -> None:
    tuesday = replace(AGAIN, date=When("2026-03-10", "2026-03-10", "day", span("hour"), "clause"))
    assert len(merged(FIRST, tuesday)) == 2


def test_the_day_of_the_events_own_clause_and_the_nearer_date_hold() -> None:
    said = When("2026-03-02", "2026-03-02", "day", span("Monday"), "clause")
    month = When("2026-03-01", "2026-03-31", "month", span("hour"), "clause")
    report = When("2026-03-03", "2026-03-03", "day", span("hour"), "sentence")
    for other in (month, report):
        for one, two in ((said, other), (other, said)):
            (event,) = merge_events([replace(FIRST, date=one), replace(AGAIN, date=two)], Page.of(TEXT, SENTENCES, []))
            assert event.date == said


def test_what_happened_and_what_was_denied_are_two() -> None:
    assert len(merged(FIRST, replace(AGAIN, status="negated"))) == 2


def test_a_claim_of_an_event_that_became_part_of_another_is_of_that() -> None:
    claims = tuple(Claim("first_since", span("short"), id) for id in ("ev1", "ev2", "ev4", None))
    record = merge_record(Record(Article("a", TEXT), SENTENCES, events=(FIRST, AGAIN, OTHER), claims=claims))
    assert [event.id for event in record.events] == ["ev1", "ev4"]
    assert [claim.event for claim in record.claims] == ["ev1", "ev1", "ev4", None]


def said(id: str, who: str, words: str) -> Attribution:
    content = span(words)
    return Attribution(id, span(who), None, None, content, (content,), "indirect", "named")


def test_an_event_told_by_two_and_by_the_author_keeps_all_three() -> None:
    told = (said("a1", "Okoro", "Adeyemi met Bello"), said("a2", "Bello", "Bello met Adeyemi for an hour"))
    events = (replace(FIRST, attribution=("a1",)), replace(AGAIN, attribution=("a2",)), NOUN)
    (event, *_) = merge_record(Record(Article("x", TEXT), SENTENCES, events=events, attributions=told)).events
    assert event.tellings == ((FIRST.trigger, ("a1",)), (AGAIN.trigger, ("a2",)), (NOUN.trigger, ()))
    assert event.chains == (("a1",), ("a2",), ())
    assert event.vouched


def test_what_only_sources_tell_is_not_vouched_for() -> None:
    told = (said("a1", "Okoro", "Adeyemi met Bello"), said("a2", "Bello", "Bello met Adeyemi for an hour"))
    events = (replace(FIRST, attribution=("a1",)), replace(AGAIN, attribution=("a2",)))
    (event,) = merge_record(Record(Article("x", TEXT), SENTENCES, events=events, attributions=told)).events
    assert not event.vouched
