"""Events of a user's types: found by the probe or an entry, with participants where his examples have them."""

from __future__ import annotations

from pathlib import Path

import diurna
from diurna.records import Event

ELECTIONS = Path(__file__).parents[3] / "examples/elections.toml"


def own_events(text: str, ontology: Path = ELECTIONS) -> list[Event]:
    (record,) = diurna.code([text], ontology=ontology)
    assert record.article.error is None
    return list(record.events)


def test_a_vote_that_is_won_and_a_minister_who_is_named() -> None:
    text = "The Congress won 44 seats in the local elections. The governor named a banker as finance minister."
    found = {(e.type, e.trigger.text): e for e in own_events(text)}
    assert ("ELECTION_RESULT", "won") in found
    named = found["CABINET_CHANGE", "named"]
    assert [p.span.text for p in named.actors] == ["The governor"]
    assert [p.span.text for p in named.recipients] == ["a banker"]
    assert named.why[0].startswith("probe of elections: ")


def test_plover_is_coded_beside_them_and_ids_run_through() -> None:
    events = own_events("The premier sacked his minister, and police arrested eleven protesters in Dakar.")
    assert {"COERCE", "CABINET_CHANGE"} <= {e.type for e in events}
    assert [e.id for e in events] == [f"ev{n}" for n in range(1, len(events) + 1)]


def test_an_ontology_of_ones_own_alone(tmp_path: Path) -> None:
    alone = tmp_path / "alone.toml"
    alone.write_text(ELECTIONS.read_text("utf-8").replace('base = "plover"', 'base = ""'), "utf-8")
    events = own_events("Police arrested eleven protesters. Labour won every seat in Leeds.", alone)
    assert {e.type for e in events} <= {"ELECTION_RESULT", "CABINET_CHANGE"}
    assert "ELECTION_RESULT" in {e.type for e in events}


def test_two_processes_give_the_same(tmp_path: Path) -> None:
    texts = ["Labour won every seat in Leeds.", "The emir sacked his oil minister."]
    one = [r.events for r in diurna.code(texts, ontology=ELECTIONS)]
    two = [r.events for r in diurna.code(texts, ontology=ELECTIONS, jobs=2)]
    assert one == two
