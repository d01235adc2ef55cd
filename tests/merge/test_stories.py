"""The stories that merging across articles is fitted and tested on are well formed."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest
from corpus.stories import told_stories

TOLD = told_stories()


def test_sixty_stories_are_told_three_to_twelve_times() -> None:
    counts = Counter(told.story for told in TOLD)
    assert (len(counts), len(TOLD)) == (60, 300)
    assert set(counts.values()) <= set(range(3, 13))


def test_every_label_stands_on_its_words() -> None:
    for told in TOLD:
        assert told.labels, told.article.origin
        for span, label in told.labels:
            assert told.article.text[span.start : span.end] == span.text
            assert label.startswith(f"{told.family}.")
            assert "{" not in told.article.text


def test_half_of_the_stories_are_held_out_and_look_alikes_stay_together() -> None:
    halves = defaultdict(set)
    for told in TOLD:
        halves[told.family].add(told.trains)
    assert all(len(half) == 1 for half in halves.values())
    held_out = {told.story for told in TOLD if not told.trains}
    assert len(held_out) == 30
    assert 2 * len({told.story for told in TOLD if told.lookalike}) > len({told.story for told in TOLD})


def test_no_two_tellings_open_alike_but_copies() -> None:
    openings = Counter(" ".join(told.article.text.split(" - ")[-1].split()[:4]) for told in TOLD if not told.copy)
    assert [opening for opening, count in openings.items() if count > 1] == []


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("lookalike: no\n", "a.txt: the header lacks 'family: NAME'"),
        ("family: a\nlookalike: no\n\n@ 1 | March 5 | Post\n{met|m}\n", "a.txt:4: write '@ STORY"),
        ("family: a\nlookalike: no\n\n@ 1 | 2024-03-05 | Post\nThey met.\n", "a.txt:4: no event is marked"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, written: str, fault: str) -> None:
    (tmp_path / "a.txt").write_text(written, encoding="utf-8")
    with pytest.raises(ValueError, match=fault.replace("|", r"\|")):
        told_stories(tmp_path)
