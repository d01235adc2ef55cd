"""The model card names every source of training with its licence."""

from pathlib import Path

import pytest
from training.card import data_rows, table
from training.example import Coded
from training.sources import Source

LICENCES = Path(__file__).parents[2] / "training/licences.csv"


def test_a_source_is_told_with_its_size_its_passes_and_its_licence() -> None:
    source = Source("corpus", (Coded(("Troops", "left", "."), ()), Coded(("Talks", "began"), ())), 16, 7)
    assert list(data_rows([source], LICENCES)) == [
        (
            "the diurna corpus, training part: passages written and coded for it by a large language model",
            "2", "5", "16", "CC BY 4.0",
        )
    ]  # fmt: skip


def test_a_source_without_a_licence_is_refused() -> None:
    with pytest.raises(KeyError, match="telegrams"):
        list(data_rows([Source("telegrams", (), 1, 1)], LICENCES))


def test_a_table_is_markdown() -> None:
    assert table(("set", "F1"), [("names", "81.9")]) == "| set | F1 |\n| --- | --- |\n| names | 81.9 |"
