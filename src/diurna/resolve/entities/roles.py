"""Offices and positions that the text gives a person: titles before and after the name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from diurna.records import Role, Sentence, Span, Token
from diurna.resolve.countries import country, country_named, country_of_demonym
from diurna.resolve.entities.found import Found, Page, title_before
from diurna.resolve.entities.names import fullest_name
from diurna.resolve.entities.phrases import noun_phrase
from diurna.resolve.entities.referents import Office, Referent
from diurna.resolve.entities.tables import role_verbs, title_words, titles

# Words of a phrase that may stand between a title and what it belongs to.
MODIFIERS = frozenset({"NOUN", "PROPN", "ADJ", "PART", "NUM"})
LINKS = frozenset({"of", "for", "from", "at", "in"})
ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
LONGEST_PHRASE = 12
# "... on X. President Petro said": a letter and the end of a sentence, nothing that a title is of.
INITIAL = re.compile(r"[A-Z]\.")
SINCE = re.compile(r"[ ,]{1,2}since (?:\w+ ){0,2}?(\d{4})\b")
FROM_TO = re.compile(r"[ ,]{1,2}from (?:\w+ ){0,2}?(\d{4}) (?:to|until) (?:\w+ ){0,2}?(\d{4})\b")
UNTIL = re.compile(r"[ ,]{1,2}until (?:\w+ ){0,2}?(\d{4})\b")

# The referents of the names of one sentence, by every word of the name.
Named = Mapping[int, Referent]


class TitlePhrase(NamedTuple):
    """A title in a sentence: words `first..last`, the title's own words and those of its modifiers, what it
    is of.
    """

    first: int
    last: int
    bare: tuple[str, ...]
    start: int
    of: Referent | None
    of_name: str | None
    title: str | None = None


def add_roles(page: Page, referent: Referent, mention: Found, named: Named) -> list[int]:
    """Add to `referent` the roles that stand beside one `mention` of its name.

    Return the words of the titles that stand right before the name ("Secretary", "of", "State").
    """
    joined = []
    for phrase in _phrases(page, mention, named):
        sentence = page.sentences[mention.sentence]
        tokens = sentence.tokens
        span = Span.of(page.text, tokens[phrase.start].start, tokens[phrase.last].end)
        since, until = _years(page.text, tokens[phrase.last].end, mention, sentence)
        title = phrase.title or span.text
        role = Role(title, phrase.of_name, since, until, span)
        referent.roles.append(role)
        referent.offices[office_of(phrase, title)] = None
        gender = titles()[phrase.bare].gender if phrase.bare in titles() else None
        referent.gender = referent.gender or gender
        if phrase.last < mention.first and not _comma_between(sentence, phrase.last, mention.first):
            first = max(phrase.start, phrase.last + 1 - len(phrase.bare))
            joined += [one for one in range(first, phrase.last + 1) if one not in named]
    return joined


def _comma_between(sentence: Sentence, first: int, last: int) -> bool:
    return any(token.upos == "PUNCT" for token in sentence.tokens[first + 1 : last])


def office_of(phrase: TitlePhrase, title: str) -> Office:
    """Return the words by which nominals ask for the role."""
    row = titles().get(phrase.bare)
    means = row.means if row else phrase.bare
    return Office(frozenset(title_words(title)) | set(means), means, phrase.of)


def title_phrase(page: Page, number: int, end: int, named: Named) -> TitlePhrase | None:
    """Return the title that ends right before word `end`, with its modifiers and what it is of; None if there
    is none.

    "former French President" has the title "former President" of France, in "Samajwadi Party (SP) chief" the
    party is what it is of.
    """
    sentence = page.sentences[number]
    found = title_before(sentence, end)
    if found is None or (found[1] in titles() and titles()[found[1]].kind == "honorific"):
        return None
    first = start = found[0]
    of: Referent | None = None
    of_name: str | None = None
    tokens = sentence.tokens
    while first > 0 and end - first <= LONGEST_PHRASE:
        before = tokens[first - 1]
        demonym = country_of_demonym(before.text)
        if INITIAL.fullmatch(before.text):
            break
        if first - 1 in named and named[first - 1].type != "person":
            of, of_name = named[first - 1], fullest_name_of(named[first - 1])
        elif demonym is not None:
            of_name = of_name or country(demonym).name
        elif before.text == ")" and first >= 4 and tokens[first - 3].text == "(":
            first -= 2
        elif (before.upos == "PUNCT" and before.text not in "-–") or before.upos not in (*MODIFIERS, "PUNCT"):
            break
        elif start == first and before.upos in ("NOUN", "ADJ", "PROPN"):
            start = first - 1
        first -= 1
    return TitlePhrase(first, end - 1, found[1], start, of, of_name)


def fullest_name_of(referent: Referent) -> str:
    """Return a referent's fullest name, that of its country where only adjectives name it."""
    if referent.names:
        return fullest_name(referent)
    return country(referent.country).name if referent.country else " ".join(referent.words)


def _phrases(page: Page, mention: Found, named: Named) -> Iterator[TitlePhrase]:
    number, tokens = mention.sentence, page.sentences[mention.sentence].tokens
    before = title_phrase(page, number, mention.first, named)
    if before is not None:
        yield before
        if before.first >= 2 and tokens[before.first - 1].text == "and":
            other = title_phrase(page, number, before.first - 1, named)
            if other is not None:
                yield other
    else:
        linked = _linked_before(page, mention, named)
        if linked is not None:
            yield linked
    for head in _described_by(page, mention):
        after = _headed(page, number, head, named)
        if after is not None:
            yield after
    yield from _by_verb(page, mention, named)


def _linked_before(page: Page, mention: Found, named: Named) -> TitlePhrase | None:
    """Return the title in "President of France Emmanuel Macron"."""
    tokens = page.sentences[mention.sentence].tokens
    link = mention.first - 1
    while link > 0 and ((link in named and named[link].type != "person") or country_named(tokens[link].text)):
        link -= 1
    inside = link + 1
    if inside >= mention.first:
        return None
    while link > 0 and tokens[link].text.casefold() in ARTICLES:
        link -= 1
    if tokens[link].text not in LINKS:
        return None
    phrase = title_phrase(page, mention.sentence, link, named)
    if phrase is None:
        return None
    of = named.get(inside)
    name = fullest_name_of(of) if of else tokens[inside].text
    return TitlePhrase(phrase.first, phrase.last, phrase.bare, phrase.start, of, name)


def _described_by(page: Page, mention: Found) -> Iterator[int]:
    """Yield the heads of nominals that say what the mention is: appositions either way, predicates."""
    tokens = page.sentences[mention.sentence].tokens
    below = page.below[mention.sentence]
    head = tokens[mention.head]
    first = _with_titles(tokens, mention.first)
    if first <= head.head < mention.first:
        head = tokens[head.head]
    inside = range(mention.first, mention.last + 1)
    for one in (child for index in inside for child in below[index] if child not in inside):
        if tokens[one].deprel == "appos" and tokens[one].upos in ("NOUN", "PROPN"):
            yield one
    if head.head >= 0:
        above = tokens[head.head]
        apart = above.index < first - 1 and tokens[first - 1].upos == "PUNCT"
        if head.deprel == "appos" and apart and above.upos in ("NOUN", "PROPN"):
            yield above.index
        copula = any(tokens[child].deprel == "cop" and tokens[child].lemma == "be" for child in below[above.index])
        if head.deprel == "nsubj" and above.upos in ("NOUN", "PROPN") and above.index > head.index and copula:
            yield above.index


def past_titles(tokens: Sequence[Token], first: int, named: Container[int]) -> int:
    """Return the first word of the name that begins at a word or behind its titles ("Alhaji Nasiru Bello"); else -1."""
    while first < len(tokens) and first not in named:
        if title_words(tokens[first].text) not in titles():
            return -1
        first += 1
    return first if first < len(tokens) else -1


def _with_titles(tokens: Sequence[Token], first: int) -> int:
    """Return the first of the titles that stand before a name at once, else the name's own first word."""
    while first > 0 and title_words(tokens[first - 1].text) in titles():
        first -= 1
    return first


def _headed(page: Page, number: int, head: int, named: Named) -> TitlePhrase | None:
    """Return the title that the word `head` ends, with what a following "of" or "for" says it is of."""
    if head in named:
        return None
    sentence = page.sentences[number]
    phrase = _whole_title(page, number, head, named) or title_phrase(page, number, head + 1, named)
    if phrase is None or phrase.of is not None or phrase.of_name is not None:
        return phrase
    for child in page.below[number][head]:
        token = sentence.tokens[child]
        cases = [
            sentence.tokens[one].text for one in page.below[number][child] if sentence.tokens[one].deprel == "case"
        ]
        if token.deprel == "nmod" and child > phrase.last and cases and cases[0] in LINKS:
            referent, name = _what(page, number, child, named)
            return TitlePhrase(phrase.first, phrase.last, phrase.bare, phrase.start, referent, name)
    return phrase


def _whole_title(page: Page, number: int, head: int, named: Named) -> TitlePhrase | None:
    """Return the title of several words that begins with its head: "chief of staff", "chargé d'affaires"."""
    sentence = page.sentences[number]
    for end in (head + 3, head + 2):
        found = title_before(sentence, end) if end <= len(sentence.tokens) else None
        if found is not None and found[0] <= head and sentence.tokens[end - 1].head == head:
            return title_phrase(page, number, end, named)
    return None


def _what(page: Page, number: int, head: int, named: Named) -> tuple[Referent | None, str]:
    """Return the referent named by the phrase that `head` heads, and its name or else the phrase itself."""
    if head in named:
        return named[head], fullest_name_of(named[head])
    sentence = page.sentences[number]
    first, last = noun_phrase(sentence, head, page.below[number])
    while first < last and sentence.tokens[first].text.casefold() in ARTICLES:
        first += 1
    return None, page.text[sentence.tokens[first].start : sentence.tokens[last].end]


def _by_verb(page: Page, mention: Found, named: Named) -> Iterator[TitlePhrase]:
    """Yield the role in "X, who heads the party"."""
    number, tokens, below = (
        mention.sentence,
        page.sentences[mention.sentence].tokens,
        page.below[mention.sentence],
    )
    for child in (one for index in range(mention.first, mention.last + 1) for one in below[index]):
        verb = tokens[child]
        if verb.deprel != "acl:relcl" or verb.lemma not in role_verbs():
            continue
        relative = any(tokens[one].lemma.casefold() == "who" and tokens[one].deprel == "nsubj" for one in below[child])
        objects = [one for one in below[child] if tokens[one].deprel == "obj"]
        if relative and objects:
            referent, name = _what(page, number, objects[0], named)
            title = role_verbs()[verb.lemma]
            yield TitlePhrase(child, child, title_words(title), child, referent, name, title)


def _years(text: str, end: int, mention: Found, sentence: Sentence) -> tuple[str | None, str | None]:
    """Return the years after a role that follows the name: "president since 2019", "minister from 2001 to
    2005".
    """
    if end < mention.span.end:
        return None, None
    rest = re.split(r"[,;.]", text[end : sentence.end].lstrip(","), maxsplit=1)[0]
    if both := FROM_TO.search(rest):
        return both.group(1), both.group(2)
    since, until = SINCE.search(rest), UNTIL.search(rest)
    return since.group(1) if since else None, until.group(1) if until else None
