"""Every entry of the lexicon fires on its own example, with the participants that the example marks."""

from __future__ import annotations

from functools import cache

from diurna.annotate import annotate
from diurna.code.grammar import Grammar
from diurna.code.lexicon import Entry, load_lexicon
from diurna.code.match import entry_matches
from diurna.code.phrases import phrase
from diurna.read import article_of


def plain(example: str) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """Return the sentence without its marks, and the spans that were marked as actor and recipient."""
    spans: dict[str, list[tuple[int, int]]] = {"actor": [], "recipient": []}
    opened: list[tuple[str, int]] = []
    text = ""
    for character in example:
        if character in "{<":
            opened.append(("actor" if character == "{" else "recipient", len(text)))
        elif character in "}>":
            role = "actor" if character == "}" else "recipient"
            place = next(i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == role)
            spans[role].append((opened.pop(place)[1], len(text)))
        else:
            text += character
    return text, spans


def failure(entry: Entry, grammars: list[Grammar], marked: dict[str, list[tuple[int, int]]]) -> str | None:
    """Return what is wrong with an entry on its example, or None."""
    found = [m for grammar in grammars for m in entry_matches(grammar, entry)]
    if not found:
        return "does not fire"
    grammar = next(g for g in grammars if entry_matches(g, entry))
    for role in ("actor", "recipient"):
        heads = found[0].actors if role == "actor" else found[0].recipients
        spans = [(grammar.tokens[a].start, grammar.tokens[b].end) for a, b in (phrase(grammar, h) for h in heads)]
        for start, end in marked[role]:
            if not any(a < end and start < b for a, b in spans):
                return f"{role} missed"
    return None


@cache
def failures() -> dict[str, str]:
    """Return what is wrong with each entry that does not code its example, by file and line."""
    lexicon = load_lexicon()
    examples = [plain(entry.example) for entry in lexicon.entries]
    documents = annotate(article_of(text, id=str(i)) for i, (text, _) in enumerate(examples))
    wrong = {}
    for entry, (_, marked), document in zip(lexicon.entries, examples, documents, strict=True):
        reason = failure(entry, [Grammar(s, lexicon.light) for s in document.sentences], marked)
        if reason:
            wrong[f"{entry.file}:{entry.line}"] = f"{reason}: {entry.example}"
    return wrong


def test_every_entry_fires_on_its_example_with_its_participants() -> None:
    assert not failures(), "\n".join(f"{place} {reason}" for place, reason in failures().items())


def test_the_lexicon_holds_hundreds_of_entries_of_every_type() -> None:
    counts: dict[str, int] = {}
    for entry in load_lexicon().entries:
        counts[entry.type] = counts.get(entry.type, 0) + 1
    assert len(counts) == 16
    assert min(counts.values()) >= 30
    assert sum(counts.values()) >= 600
