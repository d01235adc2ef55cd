"""Every entry of the lexicon fires on its own example, with the participants that the example marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from diurna.annotate import annotate
from diurna.code.grammar import Grammar
from diurna.code.lexicon import Entry, load_lexicon
from diurna.code.match import entry_matches
from diurna.code.phrases import phrase
from diurna.read import article_of
from diurna.records import Name, Sentence, Token

# Trees of examples that the shipped model misreads; the others are read by it.
TREES = Path(__file__).with_name("examples.conllu")
MISREAD = 0.09  # the largest share of examples that may stand in TREES


def trees() -> dict[str, Sentence]:
    """Return the sentences of examples.conllu by their text."""
    blocks = TREES.read_text("utf-8").split("\n\n")
    return {text: sentence for block in blocks if block.strip() for text, sentence in [tree(block)]}


def tree(block: str) -> tuple[str, Sentence]:
    """Return the text and the sentence of one CoNLL-U block, with the offsets that its last column gives."""
    lines = block.strip().splitlines()
    text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    tokens, kinds = [], []
    for row in (line.split("\t") for line in lines if not line.startswith("#")):
        if not row[0].isdigit():
            continue
        notes = dict(note.split("=", 1) for note in row[9].split("|"))
        start, end = map(int, notes["TokenRange"].split(":"))
        feats = dict(pair.split("=", 1) for pair in row[5].split("|")) if row[5] != "_" else {}
        tokens.append(Token(len(tokens), start, end, text[start:end], row[2], row[3], feats, int(row[6]) - 1, row[7]))
        kinds.append(notes.get("Entity", "O"))
    return text, Sentence(tokens[0].start, tokens[-1].end, tuple(tokens), tuple(names(kinds)))


def names(kinds: list[str]) -> Iterator[Name]:
    """Yield the names that B- and I- labels mark."""
    for first, kind in enumerate(kinds):
        if kind.startswith("B-"):
            last = first
            while last + 1 < len(kinds) and kinds[last + 1] == f"I-{kind[2:]}":
                last += 1
            yield Name(first, last, kind[2:], 1.0)  # type: ignore[arg-type]


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
    wrong, given = {}, trees()
    for entry, (text, marked), document in zip(lexicon.entries, examples, documents, strict=True):
        reason = failure(entry, [Grammar(s, lexicon.light) for s in document.sentences], marked)
        if reason and text in given:
            reason = failure(entry, [Grammar(given[text], lexicon.light)], marked)
        if reason:
            wrong[f"{entry.file}:{entry.line}"] = f"{reason}: {entry.example}"
    return wrong


def test_every_entry_fires_on_its_example_with_its_participants() -> None:
    assert not failures(), "\n".join(f"{place} {reason}" for place, reason in failures().items())


def test_few_examples_need_a_tree_that_the_shipped_model_does_not_find() -> None:
    assert len(trees()) < MISREAD * len(load_lexicon().entries)


def test_the_lexicon_holds_hundreds_of_entries_of_every_type() -> None:
    counts: dict[str, int] = {}
    for entry in load_lexicon().entries:
        counts[entry.type] = counts.get(entry.type, 0) + 1
    assert len(counts) == 16
    assert min(counts.values()) >= 30
    assert sum(counts.values()) >= 600
