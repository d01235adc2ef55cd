"""No sentence that tests is trained on, whatever its case."""

from pathlib import Path

import pytest
from training.sources import held_back, lowered, training_sources

DATA = Path(__file__).parents[3] / "shared/data"


@pytest.mark.skipif(not DATA.exists(), reason="the shared data is not beside the checkout")
def test_training_and_test_sentences_are_apart() -> None:
    trained = {lowered(example) for source in training_sources(DATA) for example in source.examples}
    assert {name: len(sentences & trained) for name, sentences in held_back(DATA).items()} == {
        "PUD": 0, "GUM test": 0, "EWT test": 0, "CrossNER test": 0, "UNER test": 0, "VOA dev": 0,
    }  # fmt: skip
