"""The codings of the VOA sentences, stand-off: `python -m corpus.standoff join FILE > joined.jsonl`.

FILE is the public file that has the sentences: the news part of the Groningen Meaning Bank as IOB2 (a token a line,
tab-separated, an empty line between sentences), or JSON Lines with `id` and `text`. The codings of other news
(corpus/news) have the same form; their texts are those of the data folder (training/coded.py).
A coding knows its sentence by a hash of its characters without spaces, and offsets count these characters,
so that it does not matter how the words are joined; whole articles (corpus/articles) are known likewise.
`make FILE` writes corpus/voa/codings.jsonl from coded JSON Lines.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

CODINGS = Path(__file__).parent / "voa/codings.jsonl"
SPANS = ("trigger", "actor", "recipient", "source")
# What whole articles have besides: where an event is told again, and its place.
ARTICLE_SPANS = (*SPANS, "mentions", "place")
# What a span of an article's actor carries besides its offsets.
TOLD = ("name", "country", "sector")


def digest(text: str) -> str:
    """Return the hash by which a sentence is known: of its characters without spaces."""
    return blake2b("".join(text.split()).encode(), digest_size=6).hexdigest()


def _moved(value: Any, places: list[int]) -> Any:
    """Return spans with their offsets mapped through `places`; an end is one beyond its last character."""
    if isinstance(value, list):
        return [_moved(one, places) for one in value]
    if not value:
        return None
    told = {name: value[name] for name in TOLD if name in value}
    return {"start": places[value["start"]], "end": places[value["end"] - 1] + 1, **told}


def _dense(text: str) -> list[int]:
    """Return for each character how many characters that are no space stand before it."""
    places, count = [], 0
    for character in text:
        places.append(count)
        count += not character.isspace()
    return places


def make(source: Path) -> int:
    """Write the stand-off codings of a coded file, and return how many sentences they are."""
    with CODINGS.open("w", encoding="utf-8") as out:
        count = 0
        for coding in map(json.loads, source.read_text("utf-8").splitlines()):
            places = _dense(coding["text"])
            events = [{**e, **{name: _moved(e[name], places) for name in SPANS}} for e in coding["events"]]
            made = {"id": coding["id"], "digest": digest(coding["text"]), "events": events}
            out.write(json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n")
            count += 1
    return count


def sentences(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the id and the text of each sentence of a public file."""
    if path.suffix == ".jsonl":
        for line in path.read_text("utf-8").splitlines():
            found = json.loads(line)
            yield found["id"], found["text"]
        return
    words: list[str] = []
    number = 0
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# "):
            continue
        if line.strip():
            words.append(line.split("\t")[0])
        elif words:
            yield f"gmb-{number}", " ".join(words)
            words, number = [], number + 1


def join(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the coded sentences with their texts and offsets into them; a text that differs is left out."""
    return joined(CODINGS, (text for _, text in sentences(path)))


def joined(codings: Path, among: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the sentences of a file of codings with their texts, which are `among` others, and offsets into them."""
    texts = {digest(text): text for text in among}
    for coding in map(json.loads, codings.read_text("utf-8").splitlines()):
        text = texts.get(coding["digest"])
        if text is None:
            continue
        places = [i for i, character in enumerate(text) if not character.isspace()]
        events = []
        for event in coding["events"]:
            moved = {name: _moved(event[name], places) for name in ARTICLE_SPANS if name in event}
            events.append({**event, **{name: _worded(text, spans) for name, spans in moved.items()}})
        of = {"of": coding["of"]} if "of" in coding else {}
        yield {"id": coding.get("id", ""), **of, "text": text, "events": events}


def _worded(text: str, spans: Any) -> Any:
    if isinstance(spans, list):
        return [_worded(text, span) for span in spans]
    return {**spans, "text": text[spans["start"] : spans["end"]]} if spans else None


def main() -> None:
    """Make or join."""
    if len(sys.argv) != 3 or sys.argv[1] not in ("make", "join"):
        sys.exit("usage: python -m corpus.standoff join FILE (the public sentences), or make FILE (coded sentences)")
    path = Path(sys.argv[2])
    if sys.argv[1] == "make":
        print(f"{make(path)} sentences in {CODINGS}")
        return
    count = 0
    for coding in join(path):
        print(json.dumps(coding, ensure_ascii=False))
        count += 1
    print(f"{count} sentences joined", file=sys.stderr)


if __name__ == "__main__":
    main()
