"""Names to referents: full and partial names, short forms, spelling variants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import cast

from diurna.code.outlets import names_outlet
from diurna.records import EntityType
from diurna.resolve.countries import country_named, country_of_demonym
from diurna.resolve.entities.found import NameFound, Page, acronym_after, fold, is_acronym
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.tables import Gender, alias_words, given_names, noun_types
from diurna.resolve.where import candidates

Key = tuple[str, ...]

ARABIC_ARTICLES = frozenset({"al", "el", "ad", "ar", "as", "ash", "az"})
# Prepositions before the name of a place; "to", "from" and "with" stand before people too.
LOCATIVE = frozenset({"in", "at", "near", "outside", "across", "throughout"})
# A town of so many people is more likely meant than a man of its name.
BIG = 300_000
SMALL_WORDS = frozenset({"of", "for", "the", "and", "on", "in", "to", "de", "la", "al", "&"})
# What a noun must name to be left out of a name: "Party" may, "Majority" and "Republican" may not.
BODIES = ("organization", "group", "place")
# So many names that share a word are compared; more would make long articles slow.
CONSIDERED = 100
# Evidence beside the tagger's own probability: a title or a defined short form outweighs one doubtful
# reading.
TITLE_WEIGHT, ACRONYM_WEIGHT, OUTLET_WEIGHT, COUNTRY_WEIGHT = 1.0, 0.5, 2.0, 5.0


def name_referents(page: Page, found: Sequence[NameFound]) -> list[Referent]:
    """Return the referent of each name in `found`, in the same order.

    A single word of a person's name ("Khan"), or the bare noun of an organization's ("Ministry"), goes to the
    person or body of that word named last, else to the first one named later; a surname stays with whom it was
    given alone first ("Trump" after "Mary Trump", his niece). The rest is settled by name alone.
    """
    keys = _keys(page, found)
    types = _types(page, found, keys)
    referents = _whole_names(found, keys, types)
    by_word: dict[str, list[Referent]] = defaultdict(list)
    for whole in dict.fromkeys(referents.values()):
        for word in set(whole.words) - SMALL_WORDS:
            by_word[word].append(whole)
    last_named: dict[Referent, int] = {}
    called: dict[str, Referent] = {}
    answers: list[Referent] = []
    for place, (name, key) in enumerate(zip(found, keys, strict=True)):
        referent: Referent | None = referents.get(key)
        if referent is None:
            referent = _by_surname(name, key, called) or _by_one_word(name, key, types[key], by_word, last_named)
            if referent is not None and referent.type == "person" and referent.words[1:][-1:] == key:
                called.setdefault(key[0], referent)
        if referent is None:
            referent = Referent(types[key], words=key)
            by_word[key[0]].append(referent)
        _bind(referent, name)
        last_named[referent] = place
        answers.append(referent)
    return answers


def fullest_name(referent: Referent) -> str:
    """Return the longest of a referent's names (by words, then use, then letters); short forms, adjectives
    and handles last.
    """

    def length(name: str) -> tuple[bool, bool, int, int, int]:
        return name[:1] != "@", not is_acronym(name), len(name.split()), referent.names[name], len(name)

    return max(referent.names, key=length)


def _keys(page: Page, found: Sequence[NameFound]) -> list[Key]:
    """Return for each name the words by which it is known: a short form gets those of what it stands for."""
    long_forms: dict[str, Key] = {}
    initials: dict[str, Key] = {}
    for name in found:
        sentence = page.sentences[name.at.sentence]
        index = acronym_after(sentence, name.at.last)
        if index is not None and len(name.words) > 1 and (name.type != "person"):
            long_forms.setdefault(fold(sentence.tokens[index].text), _plain_key(name))
        if name.type != "person" and len(name.words) > 1:
            content = [word for word in name.words if word not in SMALL_WORDS]
            for words in (content, name.words):
                initials.setdefault("".join(word[0] for word in words), _plain_key(name))
    keys = []
    for name in found:
        short = "".join(name.words)
        if is_acronym(name.at.span.text) and (short in long_forms or short in initials):
            keys.append(long_forms.get(short) or initials[short])
        else:
            keys.append(_plain_key(name))
    called = _called_too(page, found, keys)
    return [called.get(key, key) for key in keys]


def _called_too(page: Page, found: Sequence[NameFound], keys: Sequence[Key]) -> Mapping[Key, Key]:
    """Return by a person's other names the one they are told of: "Néstor Vera, alias Iván Mordisco"."""
    called: dict[Key, Key] = {}
    for one, other, key, alias in zip(found, found[1:], keys, keys[1:], strict=False):
        if one.at.sentence == other.at.sentence and one.type == other.type == "person" and key != alias:
            between = page.sentences[one.at.sentence].tokens[one.at.last + 1 : other.at.first]
            if tuple(fold(token.text) for token in between if token.upos != "PUNCT") in alias_words():
                called[alias] = called[alias[-1:]] = called.get(key, key)
    # A surname that another bears too stays his.
    others = {key[-1:] for key in keys if len(key) > 1 and key not in called}
    return {alias: key for alias, key in called.items() if len(alias) > 1 or (alias in keys and alias not in others)}


def _plain_key(name: NameFound) -> Key:
    text = name.at.span.text
    code = country_named(text)
    if code is None and not name.plural and (name.adjective or name.type == "place"):
        code = country_of_demonym(text)
    if code is not None and name.type != "person":
        return (f"={code}",)
    if len(name.words) == 1 and name.type == "group" and name.words[0].endswith("s"):
        return (name.words[0][:-1],)
    return (name.words[0].lstrip("@") or name.words[0], *name.words[1:])  # "@ANI" posts what ANI says


def _types(page: Page, found: Sequence[NameFound], keys: Sequence[Key]) -> Mapping[Key, EntityType]:
    """Return the type of each key: the tagger's votes by probability, and evidence beside them."""
    votes: dict[Key, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    for name, key in zip(found, keys, strict=True):
        votes[key]["other" if name.type == "event" else name.type] += name.score
        if name.titled:
            votes[key]["person"] += TITLE_WEIGHT
        if names_outlet(name.at.span.text.lstrip("@")):
            votes[key]["organization"] += OUTLET_WEIGHT
        if key[0].startswith("="):
            votes[key]["place"] += COUNTRY_WEIGHT
        if acronym_after(page.sentences[name.at.sentence], name.at.last) is not None:
            votes[key]["organization"] += ACRONYM_WEIGHT
    types = {key: cast(EntityType, max(count, key=lambda one: count[one])) for key, count in votes.items()}
    surnames = {_surname(key) for key, kind in types.items() if kind == "person" and len(key) > 1}
    sited = {key for name, key in zip(found, keys, strict=True) if _is_place(page, name)} if surnames else set()
    for key, kind in types.items():
        named = len(_surname(key)) == len(_bare(key)) and _surname(key) in surnames
        if named and (kind in ("organization", "group", "other") or (kind == "place" and key not in sited)):
            types[key] = "person"
    return types


def _bare(key: Key) -> Key:
    """Return the words of a name without the Arabic article: "Burhan" of "al-Burhan"."""
    return tuple(word for word in key if word not in ARABIC_ARTICLES) or key


def _surname(key: Key) -> Key:
    return _bare(key)[-1:]


def _is_place(page: Page, name: NameFound) -> bool:
    """Return whether a name is a place here: something happens in it, or the world knows a big town by it."""
    sentence = page.sentences[name.at.sentence]
    before = sentence.tokens[name.at.first - 1].text.casefold() if name.at.first else ""
    return before in LOCATIVE or any(
        one.exact and (one.kind in ("country", "region") or one.population >= BIG)
        for one in candidates(name.at.span.text)
    )


def _whole_names(
    found: Sequence[NameFound], keys: Sequence[Key], types: Mapping[Key, EntityType]
) -> dict[Key, Referent]:
    """Return the referents of names that stand for themselves, the longest first: shorter ones find them."""
    referents: dict[Key, Referent] = {}
    by_word: dict[str, list[Referent]] = defaultdict(list)
    for key in sorted(dict.fromkeys(keys), key=len, reverse=True):
        kind = types[key]
        if len(key) == 1 and not key[0].startswith("=") and kind in ("person", "organization", "group"):
            continue
        near = [one for word in dict.fromkeys(key) for one in by_word[word][-CONSIDERED:]]
        referent = next((one for one in near if _same(key, kind, one)), None)
        if referent is None:
            country = key[0][1:] if key[0].startswith("=") else None
            gender = given_names().get(key[0]) if kind == "person" else None
            referent = Referent(kind, words=key, country=country, gender=gender)
            for word in set(key) - SMALL_WORDS:
                by_word[word].append(referent)
        referents[key] = referent
    return referents


def _same(key: Key, kind: EntityType, referent: Referent) -> bool:
    """Return whether the longer name of `referent` can be that of `key` too."""
    if (kind == "person") != (referent.type == "person"):
        return False
    if kind == "person":
        return len(key) > 1 and _subsequence(key, referent.words)
    return _short_for(key, kind, referent)


def _subsequence(short: Key, long: Key) -> bool:
    """Return whether a person's name has its words in a longer one, in order; an initial fits its name."""
    if short[-1] != long[-1] and short[0] != long[0]:
        return False
    rest = iter(long)
    return all(any(word == other or (len(word) == 1 and other[0] == word) for other in rest) for word in short)


def _short_for(key: Key, kind: EntityType, referent: Referent) -> bool:
    """Return whether `key` is a short form of an organization, group or place.

    Its words stand among the longer name's, and either it has the noun that heads that name ("Supreme Court"
    of "Supreme Court of India") or it lacks only such nouns ("Labour" of "Labour Party").
    """
    short = {word for word in key if word not in SMALL_WORDS}
    long = {word for word in referent.words if word not in SMALL_WORDS}
    if short == long:
        return True
    if len(key) == 1 and referent.type != "place" and _names_land(key[0]):
        # "Illinois" is not the University of Illinois.
        return False
    if not short < long or key[0].startswith("=") or (kind == "place" and referent.type != "place"):
        return False
    rest = long - short
    if all(word in noun_types() and noun_types()[word].type in BODIES for word in rest):
        return True
    return kind != "place" and _head_noun(referent.words) in short


def _names_land(word: str) -> bool:
    return any(one.exact and one.kind in ("country", "admin1") for one in candidates(word))


def _head_noun(words: Key) -> str:
    """Return the word that heads a name: the last one before "of" or "for"."""
    for place, word in enumerate(words):
        if word in ("of", "for") and place:
            return words[place - 1]
    return words[-1]


def _by_surname(name: NameFound, key: Key, called: Mapping[str, Referent]) -> Referent | None:
    """Return the person who was called by this surname alone before: kin and namesakes are named in full."""
    one = called.get(key[0])
    return one if one is not None and one.gender in (None, name.gender or one.gender) else None


def _by_one_word(
    name: NameFound,
    key: Key,
    kind: EntityType,
    by_word: Mapping[str, list[Referent]],
    last_named: Mapping[Referent, int],
) -> Referent | None:
    fitting = [one for one in by_word.get(key[0], [])[-CONSIDERED:] if _fits_word(key, kind, name.gender, one)]
    if not fitting:
        return None
    named = [one for one in fitting if one in last_named]
    return max(named, key=lambda one: last_named[one]) if named else fitting[0]


def _fits_word(key: Key, kind: EntityType, gender: Gender | None, referent: Referent) -> bool:
    if (kind == "person") != (referent.type == "person"):
        return False
    if kind == "person":
        return gender is None or referent.gender in (None, gender)
    return referent.words == key or _short_for(key, kind, referent)


def _bind(referent: Referent, name: NameFound) -> None:
    if not (name.adjective and referent.country):
        referent.names[name.at.span.text] += 1
    if referent.type == "person":
        referent.gender = name.gender or referent.gender or given_names().get(name.words[0])
    elif name.plural and referent.type in ("group", "organization", "other") and not referent.country:
        referent.plural = True
