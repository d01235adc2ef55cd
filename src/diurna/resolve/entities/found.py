"""Where an article may speak of someone: names cleaned of titles and signs, before they are resolved."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from diurna.records import Document, MentionKind, Name, NameType, Sentence, Span, Token
from diurna.resolve.countries import country_named
from diurna.resolve.entities.known_names import is_known_body
from diurna.resolve.entities.phrases import dependents_of, head_of
from diurna.resolve.entities.tables import Gender, noun_types, speech_verbs, titles
from diurna.resolve.where import candidates

# How prominent a word is by its relation to the verb: subjects before objects before the rest.
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
OBJECTS = frozenset({"obj", "iobj", "obl:agent"})
SAME_THING = frozenset({"flat", "appos", "goeswith", "nmod:desc"})
OPENING, CLOSING, STRAIGHT = (frozenset(one) for one in (("“", "„", "«", "``"), ("”", "»", "''"), ('"',)))
ARTICLES = frozenset({"the", "a", "an"})
# Longest title in titles.csv, in words.
TITLE_WORDS = 4
_GAP, _POINT = re.compile(r"[-–\s]+"), re.compile(r"[.'’`]")


class Found(NamedTuple):
    """A possible mention: words `first..last` of a sentence (both indices within it), and the word that heads
    them.
    """

    sentence: int
    first: int
    last: int
    head: int
    span: Span
    kind: MentionKind


class NameFound(NamedTuple):
    """A name as found: its folded words, the tagger's type and score, and what a title before it tells."""

    at: Found
    words: tuple[str, ...]
    type: NameType
    score: float
    titled: bool
    gender: Gender | None
    adjective: bool
    plural: bool


class Page:
    """A document's sentences with the words that depend on each word, which are made once a sentence."""

    def __init__(self, document: Document) -> None:
        self.text = document.article.text
        self.sentences: Sequence[Sentence] = document.sentences
        self.below: list[list[list[int]]] = [dependents_of(sentence) for sentence in document.sentences]
        self.quoted: list[list[bool]] = list(_quoted(document))

    def found(self, sentence: int, first: int, last: int, head: int, kind: MentionKind) -> Found:
        """Return the possible mention over words `first..last` of a sentence."""
        tokens = self.sentences[sentence].tokens
        span = Span.of(self.text, tokens[first].start, tokens[last].end)
        return Found(sentence, first, last, head, span, kind)

    def token(self, found: Found) -> Token:
        """Return the word that heads a mention."""
        return self.sentences[found.sentence].tokens[found.head]

    def top(self, sentence: int, index: int) -> Token:
        """Return the word that stands for the phrase in its clause: up from a flat name, apposition or
        conjunct.
        """
        tokens = self.sentences[sentence].tokens
        token = tokens[index]
        while token.head >= 0 and (token.deprel in SAME_THING or token.deprel == "conj"):
            if token.deprel == "conj" and tokens[token.head].upos not in ("NOUN", "PROPN", "PRON"):
                break
            token = tokens[token.head]
        return token

    def prominence(self, found: Found) -> int:
        """Return 2 for a subject, 1 for an object, 0 for the rest."""
        return self.prominence_of(self.top(found.sentence, found.head))

    @staticmethod
    def prominence_of(top: Token) -> int:
        """Return the same for the word that stands for a phrase in its clause."""
        relation = top.deprel
        return 2 if relation in SUBJECTS else 1 if relation in OBJECTS else 0

    def says(self, sentence: int, subject: Token) -> bool:
        """Return whether a word is the subject of a verb of saying, outside a quotation."""
        if subject.deprel not in SUBJECTS or subject.head < 0 or self.quoted[sentence][subject.index]:
            return False
        verb = self.sentences[sentence].tokens[subject.head]
        return verb.upos == "VERB" and verb.lemma.casefold() in speech_verbs()


def _quoted(document: Document) -> Iterator[list[bool]]:
    """Yield for each sentence which of its words stand between quotation marks; a straight mark opens or
    closes.

    A quotation goes on over sentences, but not over the end of a line, where a missing mark would invert the
    rest.
    """
    inside = False
    end = 0
    for sentence in document.sentences:
        if "\n" in document.article.text[end : sentence.start]:
            inside = False
        end = sentence.end
        words = []
        for token in sentence.tokens:
            if token.text in OPENING:
                inside = True
            elif token.text in CLOSING:
                inside = False
            elif token.text in STRAIGHT:
                inside = not inside
            words.append(inside)
        yield words


@lru_cache(1 << 14)
def fold(text: str) -> str:
    """Return text in lower case without diacritics, dots and apostrophes, with one space for a hyphen."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _GAP.sub(" ", _POINT.sub("", text)).strip().casefold()


@lru_cache(1 << 12)
def _folded_words(name: str) -> tuple[str, ...]:
    return tuple(fold(re.sub(r"[’']s\b", "", name)).split())


def names_found(page: Page) -> Iterator[NameFound]:
    """Yield the names of the article in text order, without articles, titles, possessive signs."""
    for number, sentence in enumerate(page.sentences):
        taken: set[int] = set()
        for name in sentence.names:
            for first, last in _parts(sentence, name):
                found = _cleaned(page, number, first, last, name)
                if found is not None:
                    taken.update(range(found.at.first, found.at.last + 1))
                    yield found
                    yield from _bracketed(page, number, found, taken)


def title_before(sentence: Sentence, end: int) -> tuple[int, tuple[str, ...]] | None:
    """Return the first word and the folded words of the longest title that ends right before word `end`, or
    None.
    """
    tokens = sentence.tokens
    best = None
    if not end or not _ends_title(tokens[end - 1].text):
        return None
    text, follows = "", tokens[end - 1].end
    for first in range(end - 1, max(-1, end - 1 - 2 * TITLE_WORDS), -1):
        token = tokens[first]
        text = f"{token.text}{'' if token.end == follows else ' '}{text}"
        follows = token.start
        words = tuple(fold(text).split())
        if len(words) > TITLE_WORDS:
            break
        if words in titles() and titles()[words].kind != "modifier":
            best = first, words
    return best


@lru_cache(1 << 14)
def _ends_title(word: str) -> bool:
    return fold(word).rpartition(" ")[2] in _last_words()


@cache
def _last_words() -> frozenset[str]:
    """Return the words that end a title."""
    return frozenset(words[-1] for words in titles())


def _parts(sentence: Sentence, name: Name) -> list[tuple[int, int]]:
    """Return the word ranges of a name: "Samajwadi Party (SP)", read as one name, is two; "JD(U)" is one."""
    texts = [token.text for token in sentence.tokens]
    if texts[name.last] == ")" and is_known_body(" ".join(texts[name.first : name.last + 1])):
        return [(name.first, name.last)]
    for index in range(name.first + 1, name.last + 1):
        if texts[index] == "(":
            return [(name.first, index - 1)]
    return [(name.first, name.last)]


def _cleaned(page: Page, number: int, first: int, last: int, name: Name) -> NameFound | None:
    sentence = page.sentences[number]
    tokens = sentence.tokens
    while first <= last and (tokens[first].upos in ("PUNCT", "DET") or tokens[first].text.casefold() in ARTICLES):
        first += 1
    closed = any(token.text == "(" for token in tokens[first:last])
    while last >= first and (tokens[last].upos == "PUNCT" or tokens[last].text in ("'s", "’s", "'", "’")):
        if closed and tokens[last].text == ")":
            break
        last -= 1
    if first > last or not any(c.isalpha() for token in tokens[first : last + 1] for c in token.text):
        return None
    gender: Gender | None = None
    titled = False
    if name.type == "person":
        first, titled, gender = _past_titles(sentence, first, last)
    before = title_before(sentence, first)
    if before is not None and tokens[before[0]].text[0].isupper():
        titled = True
        gender = gender or titles()[before[1]].gender
    head = head_of(sentence, first, last)
    text = page.text[tokens[first].start : tokens[last].end]
    token = tokens[head]
    return NameFound(
        page.found(number, first, last, head, "name"),
        _folded_words(text),
        name.type,
        name.score,
        titled,
        gender,
        first == last and (token.upos == "ADJ" or token.deprel == "amod"),
        token.feats.get("Number") == "Plur" or token.feats.get("Number") == "Ptan",
    )


def _past_titles(sentence: Sentence, first: int, last: int) -> tuple[int, bool, Gender | None]:
    """Return where the bare name begins when the tagger took titles into it ("President Bill Clinton")."""
    tokens = sentence.tokens
    gender: Gender | None = None
    start = first
    for end in range(first + 1, last + 1):
        found = title_before(sentence, end)
        if found is not None and (found[0] <= start or _is_body(sentence, start, found[0])):
            # "King" or "Major" can be a given name; a title of that kind stands before at least one more
            # word.
            gender = titles()[found[1]].gender or gender
            start = end
        elif tokens[end - 1].text.casefold() in ("former", "ex", "-", ".") and start == end - 1:
            start = end
    if first and tokens[first - 1].text in ("of", "from"):
        start += _home(sentence, start, last)
    while start < last and tokens[start].upos == "PUNCT":
        start += 1
    return start, start > first, gender


def _is_body(sentence: Sentence, first: int, end: int) -> bool:
    """Return whether the words before a title name the body it is of: "House" in "House Speaker Ann Lee"."""
    kind = noun_types().get(fold(sentence.tokens[end - 1].text))
    return end == first + 1 and kind is not None and kind.type in ("organization", "group")


def _home(sentence: Sentence, start: int, last: int) -> int:
    """Return how many words of a person's name are the land he is of, where two of the name are left.

    "President of France Emmanuel Macron", "Senator from New York Chuck Schumer", read as one name from the land.
    """
    for length in (2, 1):
        land = " ".join(token.text for token in sentence.tokens[start : start + length])
        if start + length < last and (country_named(land) or any(one.kind == "admin1" for one in candidates(land))):
            return length
    return 0


def _bracketed(page: Page, number: int, found: NameFound, taken: set[int]) -> Iterator[NameFound]:
    """Yield the short form in brackets after a name ("(SP)") where the tagger did not take it for a name."""
    sentence = page.sentences[number]
    index = acronym_after(sentence, found.at.last)
    if (
        index is None
        or index in taken
        or any(n.first <= index <= n.last and n.first > found.at.last for n in sentence.names)
    ):
        return
    yield NameFound(
        page.found(number, index, index, index, "name"),
        (fold(sentence.tokens[index].text),),
        found.type,
        found.score,
        False,
        None,
        False,
        False,
    )


def acronym_after(sentence: Sentence, last: int) -> int | None:
    """Return the index of the short form that stands in brackets right after word `last`, or None."""
    tokens = sentence.tokens
    if last + 3 >= len(tokens) or tokens[last + 1].text != "(" or tokens[last + 3].text != ")":
        return None
    return last + 2 if is_acronym(tokens[last + 2].text) else None


def is_acronym(text: str) -> bool:
    """Return whether a word is written as a short form: two to eight letters, all or all but two capitals."""
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return 2 <= len(letters) <= 8 and " " not in text and capitals >= 2 and capitals >= len(letters) - 2
