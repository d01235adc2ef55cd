"""PLOVER events in CAMEO's roots and codes, by the crosswalk."""

from __future__ import annotations

import diurna
from diurna.code.cameo import cameo_codes, cameo_roots, in_cameo
from diurna.records import Event, Span

TRIGGER = Span(0, 3, "met")


def event(kind: str, modes: tuple[str, ...] = (), contexts: tuple[str, ...] = (), cameo: str | None = None) -> Event:
    return Event("ev1", kind, TRIGGER, "happened", 0.9, modes, contexts, cameo)


def test_a_phone_call_is_041() -> None:
    said = in_cameo(event("CONSULT", ("phone",), cameo="041"))
    assert (said.type, said.modes, said.cameo, said.quad) == ("CONSULT", ("041",), "041", 1)


def test_the_context_picks_the_code() -> None:
    assert in_cameo(event("AGREE", contexts=("economic",), cameo="030")).modes == ("0311",)


def test_without_a_context_the_general_code_stays() -> None:
    said = in_cameo(event("AGREE", cameo="030"))
    assert (said.type, said.modes) == ("EXPRESS INTENT TO COOPERATE", ("030",))


def test_a_type_of_ones_own_stays_as_it_is() -> None:
    own = event("ELECTION_RESULT")
    assert in_cameo(own) is own


def test_all_twenty_roots_and_their_codes_are_there() -> None:
    assert list(cameo_roots()) == [f"{n:02}" for n in range(1, 21)]
    assert len(cameo_codes()) > 200
    assert len({code.code for code in cameo_codes()}) == len(cameo_codes())


def test_an_article_is_coded_in_cameo() -> None:
    (record,) = diurna.code(["Police arrested eleven protesters in Dakar on Monday."], ontology="cameo")
    assert [(e.type, e.modes[0][:2]) for e in record.events if e.trigger.text == "arrested"] == [("COERCE", "17")]
