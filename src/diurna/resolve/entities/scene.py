"""What has been spoken of up to a place in the article: the memory that nominals and pronouns are resolved
in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from diurna.records import Token
from diurna.resolve.entities.found import Found, Page
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.roles import Named
from diurna.resolve.entities.tables import hostile_words, mutual_words
from diurna.resolve.who.nouns import noun_called

# How many sentences back an antecedent of a pronoun or "the two leaders" is looked for.
WINDOW = 3
# A noun's earlier phrases that a new one is compared with; more would make long articles slow.
REMEMBERED = 8
CONSIDERED = 30
# Offices in which one speaks for a side.
SPEAKING = frozenset({"GOV", "PTY", "OPP", "REB", "LAB"})


class Candidate(NamedTuple):
    """A mention that a pronoun may refer back to; several referents where it is a coordination."""

    referents: tuple[Referent, ...]
    at: Found
    top: int
    prominence: int


def _latest_last(table: dict[Referent, None], referent: Referent) -> None:
    table.pop(referent, None)
    table[referent] = None


def _word_before_and(tokens: Sequence[Token], first: int) -> int | None:
    """Return the word before the "and" that stands before a phrase and its titles, None where there is none."""
    place = first - 1
    while place > 0 and tokens[place].upos in ("NOUN", "PROPN", "ADJ", "DET"):
        place -= 1
    return place - 1 if place > 0 and tokens[place].text == "and" else None


class Scene:
    """The mentions so far. `add` every mention in text order, `begin` every sentence before its mentions."""

    def __init__(self, page: Page, named: list[dict[int, Referent]]) -> None:
        self.page = page
        self.named: list[dict[int, Referent]] = named
        self.order: dict[Referent, int] = {}
        self.heads: list[dict[int, tuple[Referent, ...]]] = [{} for _ in page.sentences]
        self.by_noun: dict[str, list[Referent]] = defaultdict(list)
        self.by_office: dict[str, dict[Referent, None]] = defaultdict(dict)
        self.by_word: dict[str, dict[Referent, None]] = defaultdict(dict)
        self.listed: dict[tuple[str, int], tuple[Referent, ...]] = {}
        self.most: dict[str, Referent] = {}
        self.sides: tuple[Referent, ...] | None = None
        self.ages: dict[str, dict[Referent, None]] = {}
        self.speaker: Referent | None = None
        self.quoting: set[Referent] = set()
        self.sentence = 0
        self._count = 0
        self._open = False
        self._window: list[list[Candidate]] = []

    def begin(self, sentence: int) -> None:
        """Go on to the next sentence; nothing more than WINDOW sentences back can be referred to any more."""
        self.sentence = sentence
        self._window = [*self._window[-WINDOW:], []]
        goes_on = bool(self.page.quoted[sentence][:1]) and self.page.quoted[sentence][0] and self._open
        self.quoting = (self.quoting if goes_on else set()) | {
            referent
            for index, referent in self.named[sentence].items()
            if self.page.says(sentence, self.page.top(sentence, index))
        }
        self._open = self.page.quoted[sentence][-1:] == [True]

    def names_of(self, sentence: int) -> Named:
        """Return the referents of a sentence's names by word."""
        return self.named[sentence]

    def add(self, found: Found, referents: tuple[Referent, ...]) -> None:
        """Bind a mention to its referents, and remember them as the latest spoken of."""
        for referent in referents:
            referent.mentions.append(found)
            self._count += 1
            self._weigh(referent)
            self.order[referent] = self._count
            for word in set(referent.words) if referent.named else ():
                _latest_last(self.by_word[word], referent)
            for word in {office.means[-1] for office in referent.offices} if referent.offices else ():
                _latest_last(self.by_office[word], referent)
        self.heads[found.sentence][found.head] = referents
        top = self.page.top(found.sentence, found.head)
        candidate = Candidate(referents, found, top.index, self.page.prominence_of(top))
        self._window[-1].append(candidate)
        self._coordinate(candidate)
        self._face(candidate)

    def bound(self, sentence: int, index: int) -> tuple[Referent, ...]:
        """Return whom a word of a sentence names, or else stands for."""
        named = self.named[sentence].get(index)
        return (named,) if named else self.heads[sentence].get(index, ())

    def candidates(self) -> Iterator[tuple[int, Candidate]]:
        """Yield what was spoken of within the window, latest sentence first, with how many sentences back it
        stands.
        """
        for back, sentence in enumerate(reversed(self._window)):
            for candidate in sentence:
                yield back, candidate

    def latest(self, referents: list[Referent]) -> Referent | None:
        """Return the one of `referents` that was spoken of last, or None where none was."""
        seen = [one for one in referents if one in self.order]
        return max(seen, key=lambda one: self.order[one]) if seen else None

    def holders(self, word: str) -> list[Referent]:
        """Return those spoken of whose title ends in `word`, the latest first."""
        return list(islice(reversed(self.by_office.get(word, {})), CONSIDERED))

    def bearers(self, word: str) -> list[Referent]:
        """Return those spoken of with `word` in their name, the latest first."""
        return list(islice(reversed(self.by_word.get(word, {})), CONSIDERED))

    def _weigh(self, referent: Referent) -> None:
        """Keep the most spoken of state, place and body."""
        if referent.named and referent.type in ("place", "organization"):
            kind = "country" if referent.country else referent.type
            now = self.most.get(kind)
            if now is None or len(referent.mentions) >= len(now.mentions):
                self.most[kind] = referent

    def _coordinate(self, candidate: Candidate) -> None:
        """Remember "A and B" as a candidate of its own when B is added."""
        tokens = self.page.sentences[candidate.at.sentence].tokens
        token = tokens[candidate.at.head]
        if len(candidate.referents) != 1:
            return
        before = _word_before_and(tokens, candidate.at.first)
        if token.deprel != "conj" and before is None:
            return
        for place, other in enumerate(self._window[-1][:-1]):
            joined_by_tree = token.deprel == "conj" and other.top == candidate.top
            if (joined_by_tree or other.at.last == before) and candidate.referents[0] not in other.referents:
                together = (*other.referents, *candidate.referents)
                self._take_sides(together, _face_each_other(self.page, other))
                joined = Candidate(together, other.at, other.top, other.prominence)
                if len(other.referents) > 1:
                    self._window[-1][place] = joined
                else:
                    self._window[-1].append(joined)
                return

    def _face(self, candidate: Candidate) -> None:
        """Remember two persons that met or spoke with each other as a candidate of its own, and any two as sides."""
        verb = _mutual_verb(self.page, candidate)
        if verb is None:
            return
        window, tokens = self._window[-1], self.page.sentences[candidate.at.sentence].tokens
        sides = [n for n, one in enumerate(window[:-1]) if one.prominence == 2 and tokens[one.top].head == verb]
        hostile = tokens[verb].lemma.casefold() in hostile_words()
        for n in sides[:1]:  # an official who meets somebody is no side yet
            opposed = hostile or not (_are_persons(candidate) or _are_persons(window[n]))
            self._take_sides((*window[n].referents, *candidate.referents), opposed)
        if hostile or not _are_persons(candidate):
            return
        sides = [n for n in sides if _are_persons(window[n]) and candidate.referents[0] not in window[n].referents]
        if sides:
            other = window[max(sides, key=lambda n: len(window[n].referents))]
            both = Candidate((*other.referents, *candidate.referents), other.at, other.top, other.prominence)
            self._window[-1] = [one for one in window if one is not other or len(one.referents) == 1] + [both]

    def _take_sides(self, two: tuple[Referent, ...], opposed: bool) -> None:
        """Remember two who fight or negotiate, for "both sides"."""
        if opposed and len(two) == 2 and all(map(_is_side, two)):
            self.sides = two


def _is_side(one: Referent) -> bool:
    """Return whether somebody can be a side: a body, a state, people, or who speaks for one by his office."""
    if one.type == "person":
        agents = filter(None, (noun_called(office.means) for office in one.offices))
        return one.plural or any(not SPEAKING.isdisjoint(agent.sector) for agent in agents)
    return one.type in ("organization", "group") or (one.type == "place" and one.country is not None)


def _face_each_other(page: Page, candidate: Candidate) -> bool:
    """Return whether a coordination stands by a word for what two do: "talks between A and B", "A and B clashed"."""
    tokens, below = page.sentences[candidate.at.sentence].tokens, page.below[candidate.at.sentence]
    head = tokens[candidate.top].head
    told = tokens[head].lemma.casefold() if head >= 0 else ""
    if told in hostile_words() and tokens[candidate.top].deprel == "nsubj":
        return True
    return told in mutual_words() and any(tokens[one].text == "between" for one in below[candidate.top])


def _are_persons(candidate: Candidate) -> bool:
    return all(one.type == "person" and not one.plural for one in candidate.referents)


def _mutual_verb(page: Page, candidate: Candidate) -> int | None:
    """Return the verb by which a mention is the other one of two: "met Sa'ar", "held talks with Burhan"; else None."""
    tokens, below = page.sentences[candidate.at.sentence].tokens, page.below[candidate.at.sentence]
    top = tokens[candidate.top]
    if top.head < 0 or tokens[top.head].lemma.casefold() not in mutual_words():
        return None
    word = tokens[top.head]
    beside = any(tokens[one].deprel == "case" and tokens[one].text in ("with", "against") for one in below[top.index])
    if not beside and not (top.deprel == "obj" and mutual_words()[word.lemma.casefold()]):
        return None
    return word.index if word.upos == "VERB" else word.head
