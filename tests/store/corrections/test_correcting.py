"""What a person says of a record is shown at once, in the record and in the tables, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from port_strike import TEXT, at

from diurna.records import Article, Attribution, Event, Participant, Record, Span
from diurna.store import Store, open_store
from diurna.store.corrections import Correction, CorrectionError, correct, corrections_of, queue, undo


@pytest.fixture
def store(tmp_path: Path, port: Record) -> Iterator[Store]:
    with open_store(tmp_path / "record.duckdb") as store:
        store.keep([port])
        yield store


@pytest.fixture
def key(store: Store) -> str:
    ((found,),) = store.connection.execute("SELECT article_key FROM articles").fetchall()
    return str(found)


def shown(store: Store) -> Record:
    (record,) = store.records()
    return record


def words(said: str, within: str | None = None) -> dict[str, int]:
    span = at(said, within)
    return {"start": span.start, "end": span.end}


def test_a_rejected_event_is_gone_from_record_and_tables(store: Store, key: str) -> None:
    correct(store, Correction("reject", key, "ana", event="e2", note="only a remark"))
    assert [event.id for event in shown(store).events] == ["e1", "e3", "e4", "e5", "e6"]
    assert store.connection.execute("SELECT count(*) FROM events").fetchall() == [(5,)]
    assert store.connection.execute("SELECT count(*) FROM reports").fetchall() == [(5,)]


def test_a_change_of_type_brings_the_codes_of_the_new_one(store: Store, key: str) -> None:
    correct(store, Correction("change", key, "ana", event="e3", field="type", after="ASSAULT"))
    event = shown(store).events[2]
    assert (event.type, event.modes, event.quad, event.score, event.cameo) == ("ASSAULT", (), 4, -9.0, "190")
    assert store.connection.execute("SELECT type FROM events WHERE event_id = 'e3'").fetchall() == [("ASSAULT",)]


def test_a_correction_says_who_when_before_and_after(store: Store, key: str) -> None:
    made = correct(
        store, Correction("change", key, "ana", event="e6", field="status", after="hypothetical", note="may")
    )
    assert (made.id, made.who, made.before, made.after, made.note) == (1, "ana", "happened", "hypothetical", "may")
    assert made.at is not None
    assert corrections_of(store.connection, key) == [made]


def test_what_is_undone_is_as_before(store: Store, key: str, port: Record) -> None:
    made = correct(store, Correction("reject", key, "ana", event="e2"))
    undoing = undo(store, made.id, "bo")
    assert shown(store) == port
    undo(store, undoing.id, "ana")
    assert "e2" not in [event.id for event in shown(store).events]


def test_a_missed_event_is_added_from_selected_words(store: Store, key: str) -> None:
    after = {"type": "PROTEST", "trigger": words("strike began"), "actor": [words("dockworkers")]}
    correct(store, Correction("add", key, "ana", after=after))
    event = next(event for event in shown(store).events if event.type == "PROTEST")
    assert event.trigger == at("strike began")
    assert [actor.span for actor in event.actors] == [at("dockworkers")]
    assert (event.id, event.confidence, event.quad) == ("c1", 1.0, 4)


def test_an_actor_chosen_by_words_gets_the_entity_they_mean(store: Store, key: str) -> None:
    correct(
        store, Correction("change", key, "ana", event="e4", field="actor", after=[words("Police", "Police arrested")])
    )
    (actor,) = shown(store).events[3].actors
    assert (actor.entity, actor.name, actor.country, actor.sector) == ("n4", "Police", "ALB", ("COP",))


def test_the_queue_leaves_out_what_was_looked_at(store: Store, key: str) -> None:
    first = queue(store.connection, 1)[0]
    correct(store, Correction("confirm", key, "ana", event=first.event))
    left = queue(store.connection)
    assert len(left) == 5
    assert first.event not in [one.event for one in left]
    assert queue(store.connection, 2, left[1].cursor) == left[2:4]


def test_a_correction_outlasts_coding_anew(store: Store, key: str, port: Record) -> None:
    correct(store, Correction("change", key, "ana", event="e3", field="place", after=None))
    newer = replace(port, events=tuple(replace(event, id=f"x{event.id}", confidence=0.5) for event in port.events))
    assert store.keep([newer]).replaced == 1
    event = shown(store).events[2]
    assert (event.id, event.confidence, event.place) == ("xe3", 0.5, None)
    assert store.keep([newer]).unchanged == 1


def test_a_correction_that_fits_nothing_is_listed_and_tried_again(store: Store, key: str, port: Record) -> None:
    made = correct(store, Correction("change", key, "ana", event="e3", field="place", after=None))
    store.keep([replace(port, events=port.events[:2])])
    assert store.connection.execute("SELECT correction FROM unplaced").fetchall() == [(made.id,)]
    store.keep([port])
    assert store.connection.execute("SELECT correction FROM unplaced").fetchall() == []
    assert shown(store).events[2].place is None


def test_what_names_nothing_is_refused_and_nothing_is_kept(store: Store, key: str) -> None:
    with pytest.raises(CorrectionError, match="there is no event 'e9' in the article"):
        correct(store, Correction("reject", key, "ana", event="e9"))
    with pytest.raises(CorrectionError, match="there is no type 'QUARREL'; give one of"):
        correct(store, Correction("change", key, "ana", event="e1", field="type", after="QUARREL"))
    assert corrections_of(store.connection, key) == []


def test_entities_that_are_one_are_joined(store: Store, key: str) -> None:
    correct(store, Correction("join_entities", key, "ana", entity="n1", after=["n2"]))
    record = shown(store)
    assert [entity.id for entity in record.entities] == ["n1", "n3", "n4"]
    assert [actor.entity for actor in record.events[0].actors] == ["n1"]
    assert [actor.name for actor in record.events[1].actors] == ["Lena Orsic"]


def test_text_and_spans_agree(store: Store, key: str) -> None:
    correct(store, Correction("change", key, "ana", event="e1", field="trigger", after=words("their first meeting")))
    trigger = shown(store).events[0].trigger
    assert trigger == Span.of(TEXT, trigger.start, trigger.end)


def test_an_article_that_is_done_keeps_its_events_whatever_the_machine_finds_later(
    store: Store, key: str, port: Record
) -> None:
    correct(store, Correction("reject", key, "ana", event="e2"))
    correct(store, Correction("confirm", key, "ana"))
    newer = Event("n1", "PROTEST", at("strike"), "happened", 0.8)
    store.keep([replace(port, events=(newer, *port.events[1:4]))])
    record = shown(store)
    assert [(event.type, event.trigger.text) for event in record.events] == [
        ("CONSULT", "met"),
        ("COERCE", "arrested"),
        ("ASSAULT", "beaten"),
        ("CONSULT", "travel"),
        ("THREATEN", "threatened"),
    ]
    assert {event.confidence for event in record.events} == {1.0}
    assert [actor.entity for actor in record.events[0].actors] == ["n1", "n2"]


def test_an_event_that_the_machine_finds_later_is_there_once(store: Store, key: str, port: Record) -> None:
    correct(store, Correction("add", key, "ana", after={"type": "PROTEST", "trigger": words("strike began")}))
    store.keep([replace(port, events=(*port.events, Event("e7", "PROTEST", at("strike"), "negated", 0.4)))])
    (event,) = (event for event in shown(store).events if event.type == "PROTEST")
    assert (event.id, event.trigger.text, event.status) == ("e7", "strike began", "happened")


def test_what_the_machine_codes_otherwise_stays_apart(store: Store, key: str, port: Record) -> None:
    from diurna.store.corrections import seen

    correct(store, Correction("reject", key, "ana", event="e2"))
    assert seen(store.connection, key).machine == replace(port, article=replace(port.article, origin=""))


def test_on_whose_word_an_event_stands_is_said_by_words(store: Store, key: str) -> None:
    said = {"source": words("the union"), "content": words("officers had beaten anyone"), "stance": "asserts"}
    correct(store, Correction("change", key, "ana", event="e4", field="attribution", after=[said]))
    record = shown(store)
    (id,) = record.events[3].attribution
    (found,) = (one for one in record.attributions if one.id == id)
    assert isinstance(found, Attribution)
    assert (found.id, found.source, found.stance) == ("c1.1", at("the union"), "asserts")


def test_who_an_entity_is_shows_in_its_events(store: Store, key: str) -> None:
    after = {"name": "Karveli Police", "country": "ALB", "sector": ["COP"], "wikidata": "Q7"}
    correct(store, Correction("identify", key, "ana", entity="n4", after=after))
    assert shown(store).events[2].actors[0].name == "Karveli Police"
    rows = store.connection.execute("SELECT name, wikidata FROM entities WHERE entity_id = 'n4'").fetchall()
    assert rows == [("Karveli Police", "Q7")]


def test_mentions_of_another_are_split_off(store: Store, key: str) -> None:
    she = words("She")
    correct(store, Correction("split_entity", key, "ana", entity="n1", after={"mentions": [she], "name": "Anna Weiss"}))
    record = shown(store)
    assert (record.entities[-1].id, record.entities[-1].name) == ("c1", "Anna Weiss")
    assert (record.events[5].actors[0].entity, record.events[5].actors[0].name) == ("c1", "Anna Weiss")
    assert record.events[0].actors[0].entity == "n1"


def test_a_place_of_selected_words_is_found_in_the_gazetteer(tmp_path: Path) -> None:
    text = "Police arrested three people in Nairobi on Monday."
    span = Span.of(text, text.index("arrested"), text.index("arrested") + 8)
    record = Record(Article("a", text), ((0, len(text)),), events=(Event("e1", "COERCE", span, "happened", 0.9),))
    with open_store(tmp_path / "places.duckdb") as store:
        store.keep([record])
        ((key,),) = store.connection.execute("SELECT article_key FROM articles").fetchall()
        at_words = {"start": text.index("Nairobi"), "end": text.index("Nairobi") + 7}
        correct(store, Correction("change", key, "ana", event="e1", field="place", after=at_words))
        ((country, latitude),) = store.connection.execute("SELECT place_country, latitude FROM events").fetchall()
    assert (country, round(latitude)) == ("KEN", -1)


def test_reports_of_two_articles_are_joined_and_apart_again(store: Store, key: str, port: Record) -> None:
    text = "An unknown committee convened somewhere."
    span = Span.of(text, text.index("convened"), text.index("convened") + 8)
    store.keep([Record(Article("b", text), ((0, len(text)),), events=(Event("e1", "CONSULT", span, "happened", 0.9),))])
    ((other,),) = store.connection.execute("SELECT article_key FROM articles WHERE article_id = 'b'").fetchall()

    def joined() -> int:
        ((count,),) = store.connection.execute("SELECT count(*) FROM joined_events").fetchall()
        return int(count)

    assert joined() == 7
    made = correct(store, Correction("join", key, "ana", event="e1", after=[{"article": other, "event": "e1"}]))
    assert joined() == 6
    undo(store, made.id, "ana")
    assert joined() == 7


def test_what_was_confirmed_since_is_taken_back_last_first(store: Store, key: str, port: Record) -> None:
    changed = correct(store, Correction("change", key, "ana", event="e1", field="status", after="future"))
    done = correct(store, Correction("confirm", key, "ana"))
    with pytest.raises(CorrectionError, match=r"the article was called done after it \(correction 2\)"):
        undo(store, changed.id, "ana")
    undo(store, done.id, "ana")
    undo(store, changed.id, "ana")
    assert shown(store) == port


def test_what_is_taken_back_is_not_taken_back_twice(store: Store, key: str) -> None:
    made = correct(store, Correction("reject", key, "ana", event="e2"))
    undo(store, made.id, "ana")
    with pytest.raises(CorrectionError, match="correction 1 is taken back already"):
        undo(store, made.id, "bo")


@pytest.mark.parametrize(
    ("field", "after", "told"),
    [
        ("mode", ["arrest"], "CONSULT has no mode 'arrest'; give one of"),
        ("context", ["weather"], "there is no context 'weather'"),
        ("status", "rumoured", "'rumoured' is no status; give one of happened, future"),
        ("trigger", {"start": 5, "end": 99999}, "5:99999 lies outside the article's"),
        ("trigger", {"start": 8, "end": 9}, "only blanks are selected"),
        ("actor", {"start": 1, "end": 2}, r"actor is a list; give \[\] where there is none"),
        ("actor", [{"start": 1, "end": 2, "entity": "n77"}], "there is no entity 'n77'"),
        ("place", {"start": 1, "end": 4, "latitude": 123}, "latitude is 123; give degrees"),
        ("date", {"start": "2025-13-01"}, "'2025-13-01' is no day"),
        ("date", {"start": "2025-03-05", "end": "2025-03-04"}, "ends .* before it begins"),
        ("attribution", ["a99"], "there is no attribution 'a99'"),
        ("status", "happened", "status is that already"),
        ("colour", "red", "'colour' cannot be changed"),
    ],
)
def test_what_is_not_sound_is_refused(store: Store, key: str, field: str, after: object, told: str) -> None:
    with pytest.raises(CorrectionError, match=told):
        correct(store, Correction("change", key, "ana", event="e1", field=field, after=after))  # type: ignore[arg-type]


def test_the_queue_begins_with_doubt_disagreement_and_who_matters(tmp_path: Path) -> None:
    def told(id: str, confidence: float, *why: str, actor: str = "Police") -> Record:
        text = f"{actor} arrested a clerk in town number {id}."
        span = Span.of(text, text.index("arrested"), text.index("arrested") + 8)
        who = Participant(Span.of(text, 0, len(actor)), None, actor)
        event = Event("e1", "COERCE", span, "happened", confidence, actors=(who,), why=why)
        return Record(Article(id, text), ((0, len(text)),), events=(event,))

    heads = ("event head: ASSAULT 0.92, any event 1.00", "lexicon coerce.csv:4: arrest/VERB obj (COERCE)")
    with open_store(tmp_path / "queue.duckdb") as store:
        store.keep(
            [
                told("sure", 0.99, actor="Guards"),
                told("often", 0.99),
                told("again", 0.99),
                told("torn", 0.97, *heads, actor="Sailors"),
                told("doubt", 0.52, actor="Bakers"),
            ]
        )
        order = {one.article_id: one.reasons for one in queue(store.connection)}
    ranked = list(order)
    assert (ranked[:2], {*ranked[2:4]}, ranked[4]) == (["doubt", "torn"], {"often", "again"}, "sure")
    assert order["doubt"][0] == "the machine is in doubt"
    assert order["torn"][0] == "the head reads ASSAULT, the lexicon COERCE"
    assert order["often"] == ("much is told of Police",)
