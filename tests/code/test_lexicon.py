"""The lexicon's loader: what a line becomes, and what is said about a line that is wrong."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from diurna.code.lexicon import Entry, Lexicon, LexiconError, Slot, load_lexicon
from diurna.code.ontology import load_ontology

HEADER = "pattern,mode,actor,recipient,example\n"
LISTS = "list,words\nprepositions,with on of by to\ntalks,talk negotiation\nplaces,sea|red sea\n"
MEET = "meet/VERB with:*,visit,subj+with,,{Lula} met with {Boric}.\n"


def folder(path: Path, **tables: str) -> Path:
    """Return `path` with `lists.csv` and a file for each of `tables` (without the header) in it."""
    (path / "lists.csv").write_text(LISTS, encoding="utf-8")
    for name, lines in tables.items():
        (path / f"{name}.csv").write_text(HEADER + lines, encoding="utf-8")
    return path


def entry(path: Path, line: str) -> Entry:
    return load_lexicon(folder(path, consult=line)).entries[0]


def slot(name: str, *values: str, **also: object) -> Slot:
    plain: dict[str, object] = {"classes": frozenset(), "any": False, "negated": False, "nested": None}
    return Slot(name, frozenset(values), **{**plain, **also})  # type: ignore[arg-type]


def test_a_line_becomes_an_entry(tmp_path: Path) -> None:
    assert entry(tmp_path, MEET) == Entry(
        type="CONSULT",
        lemmas=frozenset({"meet"}),
        upos="VERB",
        slots=(slot("with", any=True),),
        modes=("visit",),
        actor=((("subj",), ("with",)),),
        recipient=(),
        example="{Lula} met with {Boric}.",
        file="consult.csv",
        line=2,
    )


def test_alternative_lemmas_each_find_the_entry(tmp_path: Path) -> None:
    lexicon = load_lexicon(folder(tmp_path, consult="chat|talk/VERB,,subj,,{Envoys} talked.\n"))
    assert lexicon.of("chat", "VERB") == lexicon.of("talk", "VERB") == lexicon.entries
    assert lexicon.of("talk", "NOUN") == ()


def test_roles_are_alternatives_of_paths_that_go_together(tmp_path: Path) -> None:
    found = entry(tmp_path, "visit/NOUN,visit,by/poss+with,obj.of/to,{Her} visit to <Minsk> ended.\n")
    assert found.actor == ((("by",),), (("poss",), ("with",)))
    assert found.recipient == ((("obj", "of"),), (("to",),))


def test_values_may_be_lemmas_lists_and_classes_of_names(tmp_path: Path) -> None:
    found = entry(tmp_path, "open/VERB obj:$talks|dialogue|@organization,,subj,,{Oslo} opened talks.\n")
    expected = slot("obj", "talk", "negotiation", "dialogue", classes=frozenset({"organization"}))
    assert found.slots == (expected,)


def test_a_list_with_bars_holds_several_words(tmp_path: Path) -> None:
    assert entry(tmp_path, "meet/VERB on:$places,,subj,,{They} met on the Red Sea.\n").slots[0].values == {
        "sea",
        "red sea",
    }


def test_a_slot_may_be_forbidden_and_may_hold_another(tmp_path: Path) -> None:
    found = entry(tmp_path, "hold/VERB obj:talk>with:* !on:sea,,subj,,{Oslo} held talks with miners.\n")
    talk = slot("obj", "talk", nested=slot("with", any=True))
    assert found.slots == (talk, slot("on", "sea", negated=True))


def test_comments_and_blank_lines_count_as_lines(tmp_path: Path) -> None:
    assert entry(tmp_path, f"# Meetings\n\n{MEET}").line == 4


def test_a_quoted_example_keeps_its_comma(tmp_path: Path) -> None:
    found = entry(tmp_path, 'meet/VERB,,subj,,"{They} met, as planned."\n')
    assert found.example == "{They} met, as planned."


def test_light_verbs_carry_a_particle_or_none(tmp_path: Path) -> None:
    (folder(tmp_path) / "light.csv").write_text("verb,prt\ncarry,out\nhold,\n", encoding="utf-8")
    assert load_lexicon(tmp_path).light == {("carry", "out"), ("hold", "")}


@pytest.mark.parametrize("line", [",out", "hold,", "2,"])
def test_a_light_verb_is_a_lemma_given_once(tmp_path: Path, line: str) -> None:
    (folder(tmp_path) / "light.csv").write_text(f"verb,prt\nhold,\n{line}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"light.csv:3: .* is no lemma or repeated; remove"):
        load_lexicon(tmp_path)


def test_lists_of_several_files_are_read(tmp_path: Path) -> None:
    (folder(tmp_path) / "lists_material.csv").write_text("list,words\narms,rifle tank\n", encoding="utf-8")
    assert load_lexicon(tmp_path).lists["arms"] == {"rifle", "tank"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("meet/VERB,hunger,subj,,{They} met.", "consult.csv:2: 'hunger' is no mode of CONSULT; its modes"),
        ("meet/VERB upside:*,,subj,,{They} met.", "consult.csv:2: unknown slot 'upside'; use one of adv"),
        ("meet/VERB,,subject,,{They} met.", "consult.csv:2: unknown slot 'subject'"),
        ("meet/VERB obj:$foes,,subj,,{They} met.", r"consult.csv:2: no list is named \$foes; add it"),
        ("meet/VERB obj:@firm,,subj,,{They} met.", "consult.csv:2: @firm is no class of names; use @event"),
        ("meet/VERB obj,,subj,,{They} met.", "consult.csv:2: 'obj' is no slot; write slot:value"),
        ("meet/VERB obj:a>of:b>to:c,,subj,,{They} met.", "consult.csv:2: 'of:b>to:c' nests twice"),
        ("meet/VERB,,subj,,", "consult.csv:2: no example; write a sentence"),
        ("meet/VERB,,subj,,They met.", "consult.csv:2: the example marks no one; put {} about the actor"),
        ("meet/VERB,,subj,,{They met.", "consult.csv:2: { and } do not pair in the example"),
        ("meet/VERB,,subj,,{They} met <us>.", "consult.csv:2: the example marks a recipient but that column"),
        ("meet/ADV,,subj,,{They} met.", "consult.csv:2: 'meet/ADV' is no trigger; begin the pattern"),
        (",,subj,,{They} met.", "consult.csv:2: '' is no trigger"),
        ("Meet/VERB,,subj,,{They} met.", "consult.csv:2: 'Meet' is no list of lemmas; write them"),
        ("meet/VERB,,subj,{They} met.", "consult.csv:2: 4 columns instead of 5 .*; add the missing commas"),
        ('meet/VERB,,subj,,"{They} met.', "consult.csv:2: bad quoting .*; close each quote"),
    ],
)
def test_a_wrong_line_is_named_with_its_remedy(tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        load_lexicon(folder(tmp_path, consult=line + "\n"))


def test_a_repeated_pattern_is_refused_whatever_the_order_of_its_slots(tmp_path: Path) -> None:
    lines = "meet/VERB on:* of:*,,subj,,{They} met.\nsee|meet/VERB of:* on:*,,subj,,{They} met.\n"
    with pytest.raises(LexiconError, match=r"consult.csv:3: .* repeats line 2 for 'meet'; remove either"):
        load_lexicon(folder(tmp_path, consult=lines))


def test_the_same_pattern_may_tell_two_types(tmp_path: Path) -> None:
    line = "sentence/VERB,,,obj,<The poet> was sentenced.\n"
    lexicon = load_lexicon(folder(tmp_path, sanction=line, coerce=line))
    assert [found.type for found in lexicon.of("sentence", "VERB")] == ["COERCE", "SANCTION"]


def test_a_file_is_named_after_a_type(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"chat.csv: no PLOVER type is named so; name it after"):
        load_lexicon(folder(tmp_path, chat=MEET))


def test_a_file_must_have_the_header(tmp_path: Path) -> None:
    (folder(tmp_path) / "agree.csv").write_text("pattern,example\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"agree.csv:1: the header is 'pattern,example'; write"):
        load_lexicon(tmp_path)


def test_a_file_must_be_utf8(tmp_path: Path) -> None:
    (folder(tmp_path) / "agree.csv").write_bytes(HEADER.encode() + b"agree/VERB,,subj,,{Per\xfa} agreed.\n")
    with pytest.raises(LexiconError, match=r"agree.csv: not UTF-8 .*; save the file as UTF-8"):
        load_lexicon(tmp_path)


def test_a_list_is_given_once(tmp_path: Path) -> None:
    (folder(tmp_path) / "lists_more.csv").write_text("list,words\ntalks,parley\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"lists_more.csv:2: the list 'talks' is given twice; merge"):
        load_lexicon(tmp_path)


def test_a_list_has_words(tmp_path: Path) -> None:
    (folder(tmp_path) / "lists_more.csv").write_text("list,words\nfoes,\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"lists_more.csv:2: a list needs a name and words"):
        load_lexicon(tmp_path)


@pytest.fixture(scope="module")
def packaged() -> Lexicon:
    return load_lexicon()


def test_the_packaged_lexicon_is_read_once(packaged: Lexicon) -> None:
    assert load_lexicon() is packaged


VERBAL = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"]


@pytest.mark.parametrize("name", VERBAL)
def test_each_verbal_type_has_entries_for_all_its_modes(packaged: Lexicon, name: str) -> None:
    entries = [found for found in packaged.entries if found.type == name]
    modes = {mode for found in entries for mode in found.modes}
    assert len(entries) >= 40
    assert modes == set(load_ontology().types[name].modes)


def test_every_example_is_its_own(packaged: Lexicon) -> None:
    plain = Counter(found.example.translate(dict.fromkeys(map(ord, "{}<>"))) for found in packaged.entries)
    assert [example for example, times in plain.items() if times > 2] == []


def test_a_denied_charge_is_a_rejection(packaged: Lexicon) -> None:
    denials = [
        found
        for found in packaged.of("deny", "VERB")
        if any(slot.name == "obj" and {"allegation", "charge"} <= slot.values for slot in found.slots)
    ]
    assert {found.type for found in denials} == {"REJECT"}


def test_a_bare_warning_is_no_threat(packaged: Lexicon) -> None:
    threats = [found for found in packaged.of("warn", "VERB") if found.type == "THREATEN"]
    assert threats and all(any(slot.values for slot in found.slots) for found in threats)
