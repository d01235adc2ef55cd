"""Score attributions against PolNeAR dev and the coded Wikinews articles: python -m benchmarks.attributions [--test]

A found content counts where it shares more than half of the characters of both together (their union) with an
annotated one, each annotated one matched once; "with source": its source overlaps the annotated source too, or
both have none. "half" asks only that half of the shorter one be covered. Rules were tuned on PolNeAR train and
dev and the 52 Wikinews train articles; with --test the 40 held-out Wikinews articles are scored, which only test.
PolNeAR counts attitudes of every kind ("Clinton supporters", "refuses"), so its recall is low for any set of cues.
The speakers are scored by the whole line: of the coded direct quotations that a found one overlaps by half, whether the
entity that speaks has the coded name (a shared word that is no title).
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.texts import wikinews_articles

import diurna
from benchmarks.events import name_words
from diurna.annotate import annotate
from diurna.code.attributions import find_attributions
from diurna.read import article_of
from diurna.records import Attribution

DATA = Path("/work/shared/data")
Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Gold:
    """An annotated attribution: the pieces of its source (none: no source) and of its content."""

    source: Pieces
    content: Pieces


def polnear(part: str) -> Iterator[tuple[str, list[Gold]]]:
    """Yield each text of a PolNeAR part with its attributions; of several annotators' files the first counts."""
    folder = DATA / "attribution/polnear" / part
    for path in sorted((folder / "text").glob("*.txt")):
        files = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        if files:
            yield path.read_bytes().decode("utf-8"), _brat(files[0].read_text("utf-8"))


def _brat(annotation: str) -> list[Gold]:
    spans: dict[str, Pieces] = {}
    for name, offsets in re.findall(r"^(T\d+)\t\w+ ([\d; ]+)\t", annotation, re.MULTILINE):
        spans[name] = tuple((int(a), int(b)) for a, b in (piece.split() for piece in offsets.split(";")))
    found = []
    for line in re.findall(r"^E\d+\t(.*)$", annotation, re.MULTILINE):
        roles = [(role.rstrip("0123456789"), name) for role, name in re.findall(r"(\w+):(T\d+)", line)]
        parts = {r: tuple(p for role, n in roles if role == r for p in spans.get(n, ())) for r in ("Source", "Content")}
        if parts["Content"]:
            found.append(Gold(parts["Source"], parts["Content"]))
    return found


def wikinews(name: str) -> Iterator[tuple[str, list[Gold]]]:
    """Yield each coded article's text with its attributions."""
    articles = wikinews_articles(DATA)
    for coding in map(json.loads, (DATA / "events" / name).read_text("utf-8").splitlines()):
        gold = []
        for one in coding["attributions"]:
            source, content = one.get("source"), one["content"]
            gold.append(
                Gold(((source["start"], source["end"]),) if source else (), ((content["start"], content["end"]),))
            )
        yield articles[coding["id"]]["text"], gold


def speakers(name: str, verbose: bool) -> str:
    """Return how many of the coded direct quotations are found, and of how many of these the speaker is right."""
    articles = wikinews_articles(DATA)
    codings = [json.loads(line) for line in (DATA / "events" / name).read_text("utf-8").splitlines()]
    coded = met = right = 0
    for coding, record in zip(codings, diurna.code(articles[c["id"]] for c in codings), strict=True):
        names = {entity.id: entity.name for entity in record.entities}
        for one in coding["attributions"]:
            if one["form"] != "direct" or not one.get("speaker"):
                continue
            coded += 1
            content = ((one["content"]["start"], one["content"]["end"]),)
            pieces = {a: tuple((p.start, p.end) for p in a.parts) for a in record.attributions}
            # Of those that hold the quotation the innermost tells who speaks it.
            best = max(record.attributions, key=lambda a: (shared(content, pieces[a]), -size(pieces[a])), default=None)
            if best is None or 2 * shared(content, pieces[best]) < min(size(content), size(pieces[best])):
                continue
            met += 1
            ours = names.get(best.entity or "") or (best.source.text if best.source else "")
            same = bool(name_words(ours) & name_words(one["speaker"]))
            right += same
            if verbose and not same:
                print("speaker", repr(ours), "CODED", repr(one["speaker"]), _line(best))
    share = right / max(met, 1)
    return f"direct quotations found {met} of {coded} ({met / coded:.2f}), speaker right {share:.2f} of these"


def shared(a: Pieces, b: Pieces) -> int:
    """Return how many characters two sets of pieces share."""
    return sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)


def size(pieces: Pieces) -> int:
    """Return how many characters the pieces hold."""
    return sum(end - start for start, end in pieces)


def score(texts: list[tuple[str, list[Gold]]], verbose: bool) -> str:
    """Return precision, recall and F1 of contents, of contents with sources, and by the looser measure."""
    documents = annotate(article_of(text, id=str(number)) for number, (text, _) in enumerate(texts))
    system = annotated = strict = sourced = loose = loose_sourced = 0
    for document, (text, gold) in zip(documents, texts, strict=True):
        found = find_attributions(document)
        system, annotated = system + len(found), annotated + len(gold)
        free, half = list(gold), list(gold)
        for one in found:
            pieces = tuple((part.start, part.end) for part in one.parts)
            near = max(half, key=lambda g: shared(g.content, pieces), default=None)
            if near and 2 * shared(near.content, pieces) >= min(size(near.content), size(pieces)) > 0:
                half.remove(near)
                loose += 1
                loose_sourced += _same_source(one, near)
            best = max(free, key=lambda g: _union(g.content, pieces), default=None)
            if best is None or _union(best.content, pieces) <= 0.5:
                if verbose:
                    print("extra", _line(one))
                continue
            free.remove(best)
            strict += 1
            sourced += _same_source(one, best)
            if verbose and not _same_source(one, best):
                print("source", _line(one), "ANNOTATED", [text[a:b] for a, b in best.source])
        for missing in free if verbose else ():
            print("missed", [text[a:b] for a, b in missing.source], [text[a:b] for a, b in missing.content])
    return "; ".join(
        f"{name} P {hits / system:.3f} R {hits / annotated:.3f} F1 {2 * hits / (system + annotated):.3f}"
        for name, hits in (
            ("content", strict),
            ("with source", sourced),
            ("half", loose),
            ("half with source", loose_sourced),
        )
    )


def _union(a: Pieces, b: Pieces) -> float:
    both = shared(a, b)
    return both / (size(a) + size(b) - both)


def _same_source(one: Attribution, gold: Gold) -> bool:
    if one.source is None or not gold.source:
        return one.source is None and not gold.source
    return shared(((one.source.start, one.source.end),), gold.source) > 0


def _line(one: Attribution) -> str:
    source, cue = one.source.text if one.source else None, one.cue.text if one.cue else None
    return f"{one.form} {source!r} {cue!r} {[part.text for part in one.parts]}"


def main() -> None:
    """Print the scores; with -v every difference, with --test the held-out articles instead of those tuned on."""
    verbose = "-v" in sys.argv
    if "--test" in sys.argv:
        print("wikinews test:", score(list(wikinews("wikinews_plover.jsonl")), False))
        print("wikinews test:", speakers("wikinews_plover.jsonl", False))
        return
    print("wikinews train:", score(list(wikinews("wikinews_plover_train.jsonl")), verbose))
    print("wikinews train:", speakers("wikinews_plover_train.jsonl", verbose))
    print("polnear dev:", score(list(polnear("dev")), verbose and "--polnear" in sys.argv))


if __name__ == "__main__":
    main()
