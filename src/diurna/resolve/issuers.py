"""Whose word a document is: "their statement read", "the judge's ruling says", "a tweet said" after the senator's."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.resources.abc import Traversable

from diurna.code.grammar import Grammar
from diurna.code.table import listed, packaged_list
from diurna.records import Attribution, Entity, Sentence, Span
from diurna.resolve.entities import Entities, head_of

# Characters after somebody's words within which a document that names nobody is still his.
NEAR = 500
_SPEAKS = ("person", "organization", "group")
_THEIRS = frozenset(("its", "their", "his", "her"))
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her"))


def sourced(
    attributions: Sequence[Attribution], found: Entities, entities: Mapping[str, Entity]
) -> tuple[Attribution, ...]:
    """Return the attributions, in their order, with the entity whose word each is.

    An office is whoever the phrase or the article names as its holder ("the mayor of Lund", "its mayor, Eva Strand").
    A document stands on the word of whoever its phrase names ("the judge's statement"), else of whoever the article
    says put it out ("the commission issued a statement"), else of whoever spoke shortly before.
    """
    made: list[Attribution] = []
    spoke: tuple[str, int] | None = None
    for attribution in attributions:
        ids = found.at(attribution.source) if attribution.source else ()
        entity = ids[0] if len(ids) == 1 else None
        if attribution.source is not None and attribution.kind in ("named", "anonymous"):
            entity = _apposed(attribution.source, found, entities) or entity
            if attribution.kind == "named" and (entity is None or not _is_name(entities[entity].name)):
                entity = _holder(attribution.source, entities) or entity
        document = _document(attribution)
        if document is not None and not _speaks(entity, entities):
            inside = next((id for id in _inside(attribution, found) if _speaks(id, entities)), None)
            if inside is None or document.text.split()[0].lower() in _THEIRS:
                # "Their statement also read": theirs who put one out before, else whoever "their" means.
                inside = _issuer(document, found, entities) or inside
            near = spoke is not None and 0 <= document.start - spoke[1] <= NEAR and not _of_its_own(document)
            near = near and spoke is not None and (entities[spoke[0]].type != "person" or _uttered(document, found))
            entity = inside or (spoke[0] if spoke is not None and near else entity)
        if entity is not None and _speaks(entity, entities) and attribution.kind != "outlet":
            spoke = entity, attribution.content.end
        made.append(replace(attribution, entity=entity))
    return tuple(made)


def load_issuing(file: Traversable | None = None) -> frozenset[str]:
    """Return the verbs of `file` by which documents are put out; by default the package's own list, read once.

    Raises LexiconError, with the file, the line and the remedy, where a row is wrong.
    """
    return packaged_list("diurna.resolve", "issuing.csv", "verb") if file is None else listed(file, "verb")


def _document(attribution: Attribution) -> Span | None:
    """Return the source where it is something written; an embedded post's is its author, and a handle is its own."""
    if attribution.source is None or attribution.source.text.startswith("@"):
        return None
    written = attribution.kind == "document" or (attribution.kind == "post" and attribution.cue is not None)
    return attribution.source if written else None


def _of_its_own(document: Span) -> bool:
    """Return whether a document is one that the page had not spoken of: "a 2024 inquiry found", "one study says"."""
    return document.text.split()[0].lower() in ("a", "an", "one", "another")


def _uttered(document: Span, found: Entities) -> bool:
    """Return whether a document is one that a person utters: a statement or letter, no indictment, poll or report."""
    sentence = _sentence_of(document, found)
    inside = [t.index for t in sentence.tokens if document.start <= t.start < document.end] if sentence else []
    if sentence is None or not inside:
        return False
    return sentence.tokens[head_of(sentence, inside[0], inside[-1])].lemma.lower() in load_uttered()


def load_uttered(file: Traversable | None = None) -> frozenset[str]:
    """Return the nouns of `file` for what a person utters in writing; by default the package's own list, read once.

    Raises LexiconError, with the file, the line and the remedy, where a row is wrong.
    """
    return packaged_list("diurna.resolve", "uttered.csv", "noun") if file is None else listed(file, "noun")


def _speaks(id: str | None, entities: Mapping[str, Entity]) -> bool:
    return id is not None and entities[id].type in _SPEAKS


def _is_name(name: str) -> bool:
    return name[:1].isupper() and " " in name


def _apposed(source: Span, found: Entities, entities: Mapping[str, Entity]) -> str | None:
    """Return the person whose name stands in apposition at the end of a phrase: "a delegate, Jill Moss"."""
    sentence = _sentence_of(source, found)
    inside = [t for t in sentence.tokens if source.start <= t.start < source.end] if sentence else []
    if sentence is None or not inside:
        return None
    last = inside[-1]
    if last.upos != "PROPN" and not any(n.type == "person" and n.last == last.index for n in sentence.names):
        return None
    first = last
    ids = found.words.get(last.start, ())
    while first.index > inside[0].index and found.words.get(sentence.tokens[first.index - 1].start, ()) == ids:
        first = sentence.tokens[first.index - 1]
    if len(ids) != 1 or entities[ids[0]].type != "person" or first is inside[0]:
        return None
    before = sentence.tokens[first.index - 1]
    # "The lawyer of President Moss", "an aide to ex-Governor Moss" speaks for himself.
    name = [first.index]
    while (above := sentence.tokens[name[-1]].head) > inside[0].index and above <= last.index:
        name.append(above)
    name += range(first.index, last.index + 1)
    of_somebody = any(t.deprel == "case" and t.head in name for t in sentence.tokens)
    return ids[0] if not of_somebody and (before.text == "," or before.upos in ("NOUN", "PROPN")) else None


def _holder(source: Span, entities: Mapping[str, Entity]) -> str | None:
    """Return the only person who, the article says, holds the office that a phrase speaks of ("the mayor of Lund")."""
    office = _words(source.text)
    holders = {
        entity.id
        for entity in entities.values()
        if entity.type == "person" and _is_name(entity.name)
        for role in entity.roles
        if office in (_words(role.title), [*_words(role.title), "of", *_words(role.of or "")])
        or (role.of and office == [*_words(role.of), *_words(role.title)])
    }
    return holders.pop() if len(holders) == 1 else None


def _words(phrase: str) -> list[str]:
    return [word for word in phrase.lower().split() if word not in _ARTICLES]


def _inside(attribution: Attribution, found: Entities) -> Iterator[str]:
    """Yield the entities that words of the source stand for, in order, and of what follows it before the cue.

    "A tweet sent from the senator's account said" names the senator between the document and its cue.
    """
    source, cue = attribution.source, attribution.cue
    assert source is not None
    end = cue.start if cue is not None and cue.start > source.end else source.end
    for sentence in found.sentences:
        if sentence.start < source.end and source.start < sentence.end:
            for token in sentence.tokens:
                if source.start <= token.start < end:
                    yield from found.words.get(token.start, ())


def _issuer(source: Span, found: Entities, entities: Mapping[str, Entity]) -> str | None:
    """Return who put out a document that was spoken of before: the owner, writer or signer of the last such noun."""
    here = _sentence_of(source, found)
    inside = [t.index for t in here.tokens if source.start <= t.start < source.end] if here else []
    if here is None or not inside:
        return None
    noun = here.tokens[head_of(here, inside[0], inside[-1])].lemma.lower()
    last = bisect_left(found.sentences, here.start, key=lambda one: one.start)
    before = source.start if source.text.split()[0].lower() in _THEIRS else source.end
    for number in range(last, -1, -1):
        sentence = found.sentences[number]
        told = [t.index for t in sentence.tokens if t.lemma.lower() == noun and t.start < before]
        if not told:
            continue
        grammar = Grammar(sentence)
        for word in reversed(told):
            ids = (id for who in _behind(grammar, word) for id in found.words.get(sentence.tokens[who].start, ()))
            if (id := next((id for id in ids if _speaks(id, entities)), None)) is not None:
                return id
    return None


def _behind(grammar: Grammar, word: int) -> Iterator[int]:
    """Yield the words that name who stands behind a document: its owner, "by" whom it is, who put it out."""
    token = grammar.tokens[word]
    for child in grammar.children[word]:
        if child.deprel == "nmod:poss" or (child.deprel == "nmod" and grammar.case(child.index) in ("by", "from")):
            yield child.index
        if child.deprel in ("acl", "acl:relcl") and child.lemma.lower() in load_issuing():
            yield from grammar.slot(child.index, "subj")
    verb = grammar.tokens[token.head] if token.head >= 0 else None
    if verb is not None and verb.lemma.lower() in load_issuing() and token.deprel in ("obj", "nsubj:pass"):
        yield from grammar.slot(verb.index, "subj")


def _sentence_of(span: Span, found: Entities) -> Sentence | None:
    place = bisect_left(found.sentences, span.start + 1, key=lambda one: one.start) - 1
    return found.sentences[place] if place >= 0 else None
