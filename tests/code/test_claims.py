"""Claims about other events, by the rules of claims.toml and their examples."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.counting import steps_of

from diurna.code.claims import find_claims, load_claims
from diurna.code.table import LexiconError
from diurna.records import Article, Claim, Document, Sentence

EXAMPLES = [(rule.kind, example) for rule in load_claims().rules for example in rule.examples]


def claims(text: str) -> tuple[Claim, ...]:
    return find_claims(Document(Article("a", text), (Sentence(0, len(text), ()),)))


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[example["text"][:50] for _, example in EXAMPLES])
def test_every_example_of_the_rules(kind: str, example: dict[str, str]) -> None:
    before, rest = example["text"].split("<")
    marked, after = rest.split(">")
    (claim,) = claims(before + marked + after)
    assert (claim.kind, claim.span.start, claim.span.text) == (kind, len(before), marked)
    assert (claim.interval, claim.count) == (example.get("interval"), example.get("count"))


@pytest.mark.parametrize(
    "text",
    [
        "The first ballot is on Monday.",
        "They will meet in two years.",
        "The first talks open in two weeks' time.",
        "The second reading of the bill failed.",
        "The highest court heard the case.",
        "He won the second round of voting.",
        "On the second day of the visit they met.",
        "No decision had been taken before the vote.",
        "He has a record, and a long one.",
        "The tape, a record of the talks, was sold.",
        "There is no plan to do so before May.",
    ],
)
def test_no_claim(text: str) -> None:
    assert claims(text) == ()


def test_a_line_break_inside_a_claim() -> None:
    (claim,) = claims("It was their first\nmeeting in two years.")
    assert claim.span.text == "first\nmeeting in two years"


def test_two_claims_in_one_sentence() -> None:
    first, second = claims("The third raid this week was the deadliest since 2009.")
    assert (first.kind, first.count, second.kind, second.interval) == ("nth", 3, "record", "2009/..")


def test_a_wrong_pattern_names_the_rule(tmp_path: Path) -> None:
    text = "".join(f"[{key}]\na = 1\n" for key in ("numbers", "ordinals", "units", "months"))
    text += '[superlatives]\nwords = ["worst"]\n[[rule]]\nkind = "nth"\npattern = "("\nexamples = [{text = "<a>"}]\n'
    (tmp_path / "claims.toml").write_text(text)
    with pytest.raises(LexiconError, match="rule 1: the pattern is wrong"):
        load_claims(tmp_path / "claims.toml")


def test_ten_times_the_words_take_ten_times_the_steps() -> None:
    claims("first second worst ")  # reads the rules
    few = steps_of(lambda: claims("first second worst " * 40))
    assert steps_of(lambda: claims("first second worst " * 400)) < 11 * few
