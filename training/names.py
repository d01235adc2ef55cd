"""Read the entity sets into one set of labels; where a source cannot say, several labels are allowed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.example import Named

_KINDS = {
    "per": "person", "person": "person", "politician": "person",
    "org": "organization", "organisation": "organization", "politicalparty": "organization",
    "geo": "place", "loc": "place", "country": "place", "location": "place",
    "gpe": "group", "eve": "event", "election": "event", "event": "event",
}  # fmt: skip

# GMB counts these as part of a person's name; diurna reads them as words of office around it.
_TITLES = frozenset(
    [
        "president",
        "prime",
        "minister",
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "general",
        "colonel",
        "major",
        "captain",
        "lieutenant",
        "sergeant",
        "brigadier",
        "admiral",
        "king",
        "queen",
        "prince",
        "princess",
        "sheikh",
        "ayatollah",
        "pope",
        "archbishop",
        "bishop",
        "cardinal",
        "chancellor",
        "premier",
        "senator",
        "representative",
        "congressman",
        "governor",
        "secretary",
        "chairman",
        "judge",
        "justice",
        "ambassador",
        "foreign",
        "defense",
        "vice",
        "deputy",
        "former",
    ]
)


def read_crossner(path: Path) -> Iterator[Named]:
    """Yield CrossNER sentences. `misc` may be a nationality or nothing that diurna looks for."""
    for words, tags, _ in _columns(path, 0, 1, None):
        yield Named(words, tuple(("O", "B-group", "I-group") if t.endswith("misc") else (_label(t),) for t in tags))


def read_uner(path: Path) -> Iterator[Named]:
    """Yield UNER sentences. It marks no nationalities or events, so a capitalized O may be one."""
    open_labels = ("O", "B-group", "I-group", "B-event", "I-event")
    for words, tags, _ in _columns(path, 1, 2, None):
        yield Named(words, tuple(
            open_labels if tag == "O" and word[:1].isupper() and i > 0 else (_label(tag),)
            for i, (word, tag) in enumerate(zip(words, tags, strict=True))
        ))  # fmt: skip


def read_gmb(path: Path) -> Iterator[Named]:
    """Yield GMB sentences: titles are cut off persons, `gpe` is a group unless the corpus mostly calls it a place."""
    sentences = list(_columns(path, 0, 2, 1))
    places = Counter(w for words, tags, _ in sentences for w, t in zip(words, tags, strict=True) if t.endswith("geo"))
    groups = Counter(w for words, tags, _ in sentences for w, t in zip(words, tags, strict=True) if t.endswith("gpe"))
    for words, tags, penn in sentences:
        allowed: list[tuple[str, ...]] = []
        inside = False
        for word, tag, pos in zip(words, tags, penn, strict=True):
            kind = _KINDS.get(tag[2:], "") if tag != "O" else ""
            if kind == "person" and word.lower() in _TITLES and not inside:
                allowed.append(("O",))
                continue
            begins = tag.startswith("B-") or not inside
            inside = bool(kind)
            if kind == "group" and places[word] >= groups[word]:
                allowed.append(("B-group", "B-place") if begins else ("I-group", "I-place"))
            elif kind:
                allowed.append((f"{'B' if begins else 'I'}-{kind}",))
            elif tag != "O" or pos in ("NNP", "NNPS"):
                allowed.append(("O", "B-event", "I-event", "B-group", "I-group"))
            else:
                allowed.append(("O",))
        yield Named(words, tuple(allowed), penn)


def _label(tag: str) -> str:
    # A stray "B-election B-event" of CrossNER is read by its last part.
    tag = tag.split()[-1]
    return tag if tag == "O" else f"{tag[:2]}{_KINDS[tag[2:].lower()]}"


def _columns(
    path: Path, word: int, tag: int, penn: int | None
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    rows: list[tuple[str, str, str]] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("# ") and "\t" not in line:
            continue
        cells = line.split("\t")
        if len(cells) > tag:
            rows.append((cells[word], cells[tag], cells[penn] if penn is not None else ""))
        elif not line.strip() and rows:
            words, tags, tagged = zip(*rows, strict=True)
            yield words, tags, tagged
            rows = []
