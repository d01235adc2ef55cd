"""PLOVER as data: types, modes, scores, quads, contexts, the way back to CAMEO, errors with their place."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from diurna.code.ontology import Ontology, load_ontology
from diurna.code.table import LexiconError

CROSSWALK = Path("/work/shared/data/events/cameo2plover-2021.txt")

# Where cameo.csv leaves the crosswalk's type, as its comments say.
CHOSEN_OTHERWISE = {("RETREAT", ""), ("RETREAT", "resign"), ("SANCTION", "convict"), ("COERCE", "cyber")}

TOML = """
[quads]
1 = "verbal cooperation"
[types.CONSULT]
description = "Meet"
score = 2.5
quad = 1
recipient_required = false
[types.CONSULT.modes]
visit = 4
[contexts]
military = "Armed forces"
"""
CAMEO = "type,mode,cameo\nCONSULT,,040\nCONSULT,visit,042\n"


def folder(path: Path, toml: str = TOML, cameo: str = CAMEO) -> Path:
    (path / "plover.toml").write_text(toml, encoding="utf-8")
    (path / "cameo.csv").write_text(cameo, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def plover() -> Ontology:
    return load_ontology()


def test_there_are_sixteen_types_and_sixty_seven_modes(plover: Ontology) -> None:
    assert len(plover.types) == 16
    assert sum(len(found.modes) for found in plover.types.values()) == 67


def test_there_are_thirty_seven_contexts(plover: Ontology) -> None:
    assert len(plover.contexts) == 37
    assert {"military", "lgbt", "illegal_drugs", "trafficking"} <= plover.contexts.keys()


def test_the_packaged_ontology_is_read_once(plover: Ontology) -> None:
    assert load_ontology() is plover


@pytest.mark.parametrize(
    ("name", "quad"),
    [
        ("AGREE", "verbal cooperation"),
        ("AID", "material cooperation"),
        ("THREATEN", "verbal conflict"),
        ("ASSAULT", "material conflict"),
    ],
)
def test_each_type_stands_in_a_quad(plover: Ontology, name: str, quad: str) -> None:
    assert plover.quads[plover.types[name].quad] == quad


def test_cooperation_aid_and_sanctions_need_a_recipient(plover: Ontology) -> None:
    needed = {name for name, found in plover.types.items() if found.recipient_required}
    assert needed == {"COOPERATE", "AID", "SANCTION"}


def test_a_score_is_the_type_s_without_a_mode(plover: Ontology) -> None:
    assert plover.score("REQUEST") == 0.0


def test_a_score_is_that_of_the_most_extreme_mode(plover: Ontology) -> None:
    assert plover.score("ASSAULT", ("beat", "primitive")) == -8.0
    assert plover.score("REQUEST", ("assist", "change")) == -1.0


def test_cameo_is_that_of_the_first_mode_else_of_the_type(plover: Ontology) -> None:
    assert plover.cameo("CONSULT", ("phone", "visit")) == "041"
    assert plover.cameo("CONSULT") == "040"
    assert plover.cameo("DANCE") is None


@pytest.mark.skipif(not CROSSWALK.exists(), reason="the crosswalk is not on this machine")
def test_cameo_codes_lead_back_to_their_type(plover: Ontology) -> None:
    forward: dict[str, set[str]] = {}
    for line in CROSSWALK.read_text(encoding="utf-8").splitlines():
        if match := re.match(r"(\d{3,4}): ([A-Z]+)", line):
            forward.setdefault(match[1], set()).add(match[2])
    astray = {key for key, code in plover.codes.items() if key[0] not in forward.get(code, set())}
    assert astray == CHOSEN_OTHERWISE


def test_the_package_holds_both_files() -> None:
    assert (files("diurna.code") / "plover.toml").is_file()
    assert (files("diurna.code") / "cameo.csv").is_file()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[quads]", "[quads", r"plover.toml: not TOML: .*line 2.*; mend that line"),
        ("[contexts]", "[other]", r"plover.toml: \[contexts\] is missing; add the table"),
        ("score = 2.5\n", "", r"plover.toml: types.CONSULT.score is None; give it as"),
        ("quad = 1\n", "quad = 7\n", r"plover.toml: types.CONSULT.quad is 7; use one of \[1\]"),
        ("visit = 4", "visit = 40", r"plover.toml: types.CONSULT: visit is 40; write a score"),
        ("quad = 1\n", "quad = 1\ncolour = 3\n", r"plover.toml: types.CONSULT has .'colour'.; remove"),
    ],
)
def test_a_wrong_ontology_is_named_with_its_remedy(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        load_ontology(folder(tmp_path, toml=TOML.replace(old, new)))


@pytest.mark.parametrize(
    ("cameo", "message"),
    [
        ("type,mode\n", r"cameo.csv:1: the header is 'type,mode'; write 'type,mode,cameo'"),
        (CAMEO + "CONSULT,phone,041\n", r"cameo.csv:4: CONSULT phone is not in plover.toml; correct"),
        (CAMEO + "CONSULT,visit,043\n", r"cameo.csv:4: CONSULT visit has a code already; remove one"),
        (CAMEO.replace("042", "42"), r"cameo.csv:3: '42' is no CAMEO code; write its three or four digits"),
        ("type,mode,cameo\nCONSULT,,040\n", r"cameo.csv: no code for CONSULT visit; add a line"),
        ("# nothing\n", r"cameo.csv: no header; write 'type,mode,cameo'"),
    ],
)
def test_a_wrong_cameo_line_is_named_with_its_remedy(tmp_path: Path, cameo: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        load_ontology(folder(tmp_path, cameo=cameo))
