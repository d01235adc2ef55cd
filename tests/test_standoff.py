"""Stand-off codings of the corpus: texts are found again by their hash, offsets count characters without spaces."""

import json
from pathlib import Path

from corpus.standoff import digest, joined
from training.texts import treebank_documents

TEXT = "Police arrested Omar Haddad\nin Tozeur. The arrest came at dawn."


def test_spans_are_moved_to_the_text_however_its_words_are_joined(tmp_path: Path) -> None:
    event = {
        "type": "COERCE",
        "trigger": {"start": 6, "end": 14},
        "actor": [{"start": 0, "end": 6, "name": "police", "country": "TUN", "sector": ["COP"]}],
        "recipient": [{"start": 14, "end": 24}],
        "source": None,
        "mentions": [{"start": 36, "end": 42}],
        "place": {"start": 26, "end": 32},
    }
    codings = tmp_path / "codings.jsonl"
    codings.write_text(json.dumps({"id": "a", "digest": digest(TEXT), "events": [event]}), "utf-8")

    (coding,) = joined(codings, ["Another text.", TEXT])

    (found,) = coding["events"]
    assert found["trigger"] == {"start": 7, "end": 15, "text": "arrested"}
    assert found["actor"] == [
        {"start": 0, "end": 6, "name": "police", "country": "TUN", "sector": ["COP"], "text": "Police"}
    ]
    assert found["recipient"][0]["text"] == "Omar Haddad"
    assert found["mentions"][0]["text"] == "arrest"
    assert found["place"]["text"] == "Tozeur"
    assert found["source"] is None


def test_a_text_that_differs_is_left_out(tmp_path: Path) -> None:
    codings = tmp_path / "codings.jsonl"
    codings.write_text(json.dumps({"digest": digest(TEXT), "events": []}), "utf-8")

    assert list(joined(codings, [TEXT.replace("dawn", "noon")])) == []


def test_a_treebank_document_is_one_text_with_its_paragraphs(tmp_path: Path) -> None:
    treebank = tmp_path / "two.conllu"
    treebank.write_text(
        "# newdoc id = one\n# newpar\n# text = Rain fell.\n1\tRain\n\n# text = It stopped.\n\n"
        "# newpar\n# text = The sun came.\n\n# newdoc id = two\n# text = Snow.\n",
        "utf-8",
    )

    assert list(treebank_documents(treebank)) == [
        ("one", "Rain fell. It stopped.\n\nThe sun came."),
        ("two", "Snow."),
    ]
