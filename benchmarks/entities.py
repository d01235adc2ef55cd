"""Score who is who: python -m benchmarks.entities [-v] [--train] [--raw]

GUM: of the third-person pronouns and definite nominals whose chain has an earlier named mention, how many are
bound to an entity whose nearest earlier name lies in the right chain; beside it the nearest name that agrees.
Trees and names are the annotated ones, with --raw those of the annotate step (its own words; needs the
trained model). Wikinews (needs the trained model): of the coded actors and recipients, how many resolve to an
entity whose name is the gold name (they share a word that is no title, and every word of the shorter stands
in the longer).
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from training.texts import wikinews_articles

from diurna.annotate import annotate
from diurna.read import article_of
from diurna.records import Article, Document, Name, NameType, Sentence, Span, Token
from diurna.resolve.entities import Entities, find_entities
from diurna.resolve.entities.found import fold
from diurna.resolve.entities.tables import given_names, noun_types, pronouns, titles

DATA = Path("/work/shared/data")
NAME_TYPES = {"person": "person", "organization": "organization", "place": "place", "event": "event"}
OPENING = re.compile(r"\((\d+)(?:\[\d+/\d+\])?-([a-z]+)-[^()]*(\))?|(\d+)(?:\[\d+/\d+\])?\)")
WITHIN_NAME = ("flat", "compound", "amod", "nummod", "goeswith")
DEFINITE = ("the", "this", "that", "these", "those", "his", "her", "its", "their", "both")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention of GUM: its chain, entity type, span, and the place of its head: sentence and word."""

    chain: str
    type: str
    span: Span
    sentence: int
    first: int
    head: int
    named: bool


def gum(path: Path) -> Iterator[tuple[Document, list[GoldMention]]]:
    """Yield the documents of a GUM file with annotated trees, names and mentions."""
    for part in path.read_text(encoding="utf-8").split("# newdoc id = ")[1:]:
        text, sentences, opened = "", [], []
        name = part.split("\n", 1)[0]
        for block in part.split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
            rows = [row for row in rows if row[0].isdigit() or "-" in row[0]]
            if rows:
                text = f"{text.rstrip()}\n\n" if "\n# newpar" in block and text else text
                text, sentence = _sentence(text, rows)
                opened.append(_spans([row[9] for row in rows if row[0].isdigit()]))
                sentences.append(sentence)
        mentions = [
            _mention(text, number, sentences[number], *one)
            for number, found in enumerate(opened)
            for one in sorted(found, key=lambda one: (one[2], -one[3]))
        ]
        named = [_with_names(s, [m for m in mentions if m.sentence == n]) for n, s in enumerate(sentences)]
        yield Document(Article(name, text), tuple(named)), mentions


def _sentence(text: str, rows: list[list[str]]) -> tuple[str, Sentence]:
    """Return the text with a sentence added to it, and the sentence; words of a contraction tile it."""
    tokens: list[Token] = []
    joined_until = 0
    start = len(text)
    for row in rows:
        if "-" in row[0]:
            joined_until = int(row[0].split("-")[1])
            continue
        at = len(text)
        text += row[1]
        space = "SpaceAfter=No" not in row[9] and int(row[0]) >= joined_until
        feats = dict(part.split("=", 1) for part in row[5].split("|") if "=" in part)
        tokens.append(Token(len(tokens), at, len(text), row[1], row[2], row[3], feats, int(row[6]) - 1, row[7]))
        text += " " if space else ""
    return text.rstrip() + " ", Sentence(start, tokens[-1].end, tuple(tokens))


def _spans(columns: list[str]) -> list[tuple[str, str, int, int]]:
    """Return chain, type, first and last word of the mentions of a sentence."""
    waiting: dict[str, list[tuple[str, int]]] = {}
    spans = []
    for index, column in enumerate(columns):
        entity = next((part[7:] for part in column.split("|") if part.startswith("Entity=")), "")
        for chain, kind, closed, ended in OPENING.findall(entity):
            if closed:
                spans.append((chain, kind, index, index))
            elif chain:
                waiting.setdefault(chain, []).append((kind, index))
            elif waiting.get(ended):
                kind, first = waiting[ended].pop()
                spans.append((ended, kind, first, index))
    return spans


def _mention(text: str, number: int, sentence: Sentence, chain: str, kind: str, first: int, last: int) -> GoldMention:
    tokens = sentence.tokens
    heads = [t for t in tokens[first : last + 1] if not first <= t.head <= last and t.upos not in ("PUNCT", "ADP")]
    head = heads[0].index if heads else last
    span = Span.of(text, tokens[first].start, tokens[last].end)
    return GoldMention(chain, kind, span, number, first, head, tokens[head].upos == "PROPN" and kind in NAME_TYPES)


def _with_names(sentence: Sentence, mentions: list[GoldMention]) -> Sentence:
    names: list[Name] = []
    for one in sorted((one for one in mentions if one.named), key=lambda one: one.span.start - one.span.end):
        first = last = one.head
        for token in sentence.tokens[one.first :]:
            inside = token.start < one.span.end
            if (
                inside
                and token.head == one.head
                and token.deprel in WITHIN_NAME
                and token.upos in ("PROPN", "ADJ", "NUM")
            ):
                first, last = min(first, token.index), max(last, token.index)
        while first > one.first and sentence.tokens[first - 1].upos == "PROPN":
            first -= 1
        while last + 1 < len(sentence.tokens) and sentence.tokens[last + 1].head == one.head:
            if sentence.tokens[last + 1].deprel != "flat":
                break
            last += 1
        if not any(name.first <= last and first <= name.last for name in names):
            names.append(Name(first, last, cast(NameType, NAME_TYPES[one.type]), 1.0))
    return replace(sentence, names=tuple(sorted(names, key=lambda name: name.first)))


def targets(document: Document, mentions: list[GoldMention]) -> list[tuple[str, GoldMention]]:
    """Return the pronouns and definite nominals whose chain was named before, with the kind of each."""
    named: set[str] = set()
    found = []
    for one in sorted(mentions, key=lambda one: (one.span.start, -one.span.end)):
        tokens = document.sentences[one.sentence].tokens
        word = tokens[one.head].text.casefold()
        if one.named:
            named.add(one.chain)
        elif one.chain in named and word in pronouns() and pronouns()[word].person == 3:
            found.append(("pronoun", one))
        elif one.chain in named and _definite(tokens, one):
            found.append(("nominal", one))
    return found


def _definite(tokens: tuple[Token, ...], one: GoldMention) -> bool:
    head = tokens[one.head]
    return head.upos == "NOUN" and head.deprel != "appos" and tokens[one.first].text.casefold() in DEFINITE


def nearest_name(document: Document, one: GoldMention, names: list[GoldMention]) -> str | None:
    """Return the chain of the nearest earlier name that agrees in animacy and gender."""
    token = document.sentences[one.sentence].tokens[one.head]
    pronoun = pronouns().get(token.text.casefold())
    noun = noun_types().get(token.lemma.casefold())
    for name in reversed(names):
        if name.span.start >= one.span.start:
            continue
        gender = given_names().get(fold(name.span.text.split()[0]))
        if pronoun is None:
            fits = name.type == (noun.type if noun else "organization")
        elif pronoun.refers == "human":
            fits = name.type == "person" and gender in (None, pronoun.gender)
        else:
            fits = name.type != "person"
        if fits:
            return name.chain
    return None


def score_gum(path: Path, raw: bool, verbose: bool) -> None:
    """Print how many pronouns and definite nominals of a GUM file get the right chain, and what the rule
    gets.
    """
    counts: Counter[tuple[str, str]] = Counter()
    for document, mentions in gum(path):
        entities = find_entities(_annotated(document) if raw else document)
        names = [one for one in mentions if one.named]
        chain_of = {one.span.start: one.chain for one in names}
        # A name's words, from head to end, belong to its chain.
        for one in names:
            for token in document.sentences[one.sentence].tokens:
                if one.span.start <= token.start < one.span.end and token.upos == "PROPN":
                    chain_of.setdefault(token.start, one.chain)
            chain_of[document.sentences[one.sentence].tokens[one.head].start] = one.chain
        for kind, one in targets(document, mentions):
            got, answer = _chain(entities, one, chain_of)
            counts[kind, "all"] += 1
            counts[kind, "answered"] += answer is not None
            counts[kind, "right"] += got == one.chain
            counts[kind, "rule"] += nearest_name(document, one, names) == one.chain
            if verbose and got != one.chain:
                gold = next(m.span.text for m in names if m.chain == one.chain)
                context = document.article.text[max(0, one.span.start - 90) : one.span.end + 30].replace("\n", " / ")
                print(f"{document.article.id} {one.span.text!r} = {gold!r}, got {answer!r}: ... {context}")
    for kind in ("pronoun", "nominal"):
        total = counts[kind, "all"] or 1
        print(
            f"{path.stem}{' raw' if raw else ''} {kind}: right {counts[kind, 'right'] / total:.3f} of {total}"
            f" (precision {counts[kind, 'right'] / (counts[kind, 'answered'] or 1):.3f});"
            f" nearest agreeing name {counts[kind, 'rule'] / total:.3f}"
        )


def _annotated(document: Document) -> Document:
    return next(iter(annotate([article_of(document.article.text, language="en")])))


def _chain(entities: Entities, one: GoldMention, chain_of: dict[int, str]) -> tuple[str | None, str | None]:
    """Return the chain and the name of the nearest earlier name of the entity at a mention."""
    for id in entities.at(one.span):
        entity = entities.entity(id)
        before = [m for m in entity.mentions if m.kind == "name" and m.span.start < one.span.start]
        for mention in reversed(before):
            starts = [mention.span.start + m.start() for m in re.finditer(r"\S+", mention.span.text)]
            chains = [chain_of[start] for start in starts if start in chain_of]
            if chains:
                return chains[-1], entity.name
        if before:
            return None, entity.name
    return None, None


def score_wikinews(verbose: bool) -> None:
    """Print how many coded actors and recipients resolve to an entity of the gold name."""
    articles = wikinews_articles(DATA)
    coded = (DATA / "events/wikinews_plover_train.jsonl").read_text(encoding="utf-8").splitlines()
    counts: Counter[str] = Counter()
    for row in map(json.loads, coded):
        document = next(iter(annotate([article_of(articles[row["id"]])])))
        entities = find_entities(document)
        for participant in (p for event in row["events"] for p in (*event["actor"], *event["recipient"])):
            span = Span(participant["start"], participant["end"], participant["text"])
            names = [entities.entity(id).name for id in entities.at(span)]
            kind = _kind(span.text, participant["name"])
            right = any(same_name(name, participant["name"]) for name in names)
            counts[f"{kind} all"] += 1
            counts[f"{kind} bound"] += bool(names)
            counts[f"{kind} right"] += right
            # Words that are left unbound stand for themselves in the record.
            counts[f"{kind} own"] += right or (not names and same_name(span.text, participant["name"]))
            if verbose and not right:
                print(f"{row['id']} {kind} {span.text!r} = {participant['name']!r}, got {names}")
    for kind in ("name", "nominal", "pronoun"):
        total = counts[f"{kind} all"] or 1
        print(
            f"wikinews {kind}: right {counts[f'{kind} right'] / total:.3f} of {total};"
            f" bound {counts[f'{kind} bound'] / total:.3f}; right with unbound words as they stand"
            f" {counts[f'{kind} own'] / total:.3f}"
        )
    total = sum(counts[f"{kind} all"] for kind in ("name", "nominal", "pronoun"))
    all_right = sum(counts[f"{kind} right"] for kind in ("name", "nominal", "pronoun"))
    own = sum(counts[f"{kind} own"] for kind in ("name", "nominal", "pronoun"))
    print(f"wikinews all: right {all_right / total:.3f} of {total}; unbound words as they stand {own / total:.3f}")


def _kind(text: str, name: str) -> str:
    if text.casefold() in pronouns():
        return "pronoun"
    return "name" if set(_content(text)) & set(_content(name)) and text != text.lower() else "nominal"


def _content(name: str) -> list[str]:
    skipped = ("of", "the", "and", "for", "a", "an", "in")
    words = [word for word in fold(name).replace("u s ", "us ").split() if word not in skipped]
    words = [part for word in words for part in (("united", "states") if word == "us" else (word,))]
    return [word for word in words if (word,) not in titles()] or words


def same_name(name: str, gold: str) -> bool:
    """Return whether all words of the shorter name (without titles) stand in the longer."""
    one, other = set(_content(name)), set(_content(gold))
    return bool(one & other) and (one <= other or other <= one)


def main() -> None:
    """Print the scores on GUM dev (with --train: GUM train) and Wikinews train; with -v every miss too."""
    raw, verbose = "--raw" in sys.argv, "-v" in sys.argv
    score_gum(DATA / f"ud/gum-{'train' if '--train' in sys.argv else 'dev'}.conllu", raw, verbose)
    if "--gum" not in sys.argv:
        score_wikinews(verbose)


if __name__ == "__main__":
    main()
