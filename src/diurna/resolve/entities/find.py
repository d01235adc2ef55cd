"""Find the entities of a document and bind every mention to them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from diurna.records import Document, Entity, Mention, Sentence, Span, Token
from diurna.resolve.countries import country_of_demonym
from diurna.resolve.entities.ages import aged, note_ages
from diurna.resolve.entities.found import Found, NameFound, Page, names_found, title_before
from diurna.resolve.entities.identified import name_identified
from diurna.resolve.entities.later import name_later, name_next
from diurna.resolve.entities.mended import HYPHENS, mended
from diurna.resolve.entities.names import name_referents
from diurna.resolve.entities.nominals import is_nominal, nominal_at, nominal_referents
from diurna.resolve.entities.owned import with_owners
from diurna.resolve.entities.phrases import head_of, without_article
from diurna.resolve.entities.pronouns import pronoun_of, pronoun_referents
from diurna.resolve.entities.referents import Referent
from diurna.resolve.entities.roles import add_roles, fullest_name_of, past_titles
from diurna.resolve.entities.scene import Scene
from diurna.resolve.entities.tables import noun_of, noun_types, pronouns

# Words that a title with a name has not.
CLAUSE = ("VERB", "AUX", "SCONJ")
# Dependents of a phrase's head that name the same thing, looked at where the head itself is not bound.
SAME = ("flat", "appos", "nmod:desc", "compound")
# Signs that stand within a name: "Nuri al-Maliki".
WITHIN_NAME = ("PROPN", "PUNCT")


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of an article in order of first mention, and which word of it speaks of which of them.

    `words` maps the offset at which a word begins to the ids of the entities it stands for; `sentences` are
    those of the document; `owners` has whose somebody is: of "his deputy, Ann Lee" the id of him.
    """

    entities: tuple[Entity, ...]
    words: Mapping[int, tuple[str, ...]]
    sentences: tuple[Sentence, ...]
    owners: Mapping[str, str] = field(default_factory=dict)
    _found: dict[Span, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def at(self, span: Span) -> tuple[str, ...]:
        """Return the ids of the entities that `span` speaks of: by its head, and by what is joined to that by
        "and".

        "Uttar Pradesh Minister Danish Azad Ansari" gives the minister, "the two leaders" two ids, a phrase
        whose head is bound to nothing ("a meeting with Khan") none.
        """
        if span not in self._found:  # each step asks for the participants of each event
            self._found[span] = self._at(span)
        return self._found[span]

    def _at(self, span: Span) -> tuple[str, ...]:
        place = bisect_right(self.sentences, span.start, key=lambda one: one.start) - 1
        if place < 0:
            return ()
        sentence = self.sentences[place]
        inside = [t.index for t in sentence.tokens if t.start < span.end and span.start < t.end]
        if not inside:
            return ()
        head = head_of(sentence, inside[0], inside[-1])
        if behind := self._named_behind(sentence, head):
            return behind
        if _one_of_a_people(sentence, head):
            return ()
        ways = (
            self._whole(sentence, inside),
            self._paired(sentence, inside),
            self._titled(sentence, inside),
        )
        if whole := next(filter(None, ways), ()):
            return whole
        found = self._ids(sentence, head)
        children = [t for t in sentence.tokens[inside[0] : inside[-1] + 1] if t.head == head]
        if not found:
            same = [t.index for t in children if t.upos == "PROPN" and self._same_thing(sentence, head, t)]
            close = [one for one in same if self._ids(sentence, one) and _side_by_side(sentence, head, one)]
            found = self._ids(sentence, close[0]) if close else ()
        joined = [one for t in children if t.deprel == "conj" for one in self._ids(sentence, t.index)]
        return tuple(dict.fromkeys((*found, *joined)))

    def _whole(self, sentence: Sentence, inside: Sequence[int]) -> tuple[str, ...]:
        """Return the ids that all words of a span share but for articles and signs: it is one name."""
        said = [one for one in inside if sentence.tokens[one].upos not in ("DET", "PUNCT", "PART")]
        ids = {self._ids(sentence, one) for one in said}
        return ids.pop() if len(ids) == 1 else ()

    def _titled(self, sentence: Sentence, inside: Sequence[int]) -> tuple[str, ...]:
        """Return the person whose name ends a span that begins with a title: "US President Donald Trump"."""
        last = max((one for one in inside if sentence.tokens[one].upos not in ("PUNCT", "PART")), default=inside[-1])
        ids = self._ids(sentence, last)
        if len(ids) != 1 or self.entity(ids[0]).type != "person" or sentence.tokens[last].upos != "PROPN":
            return ()
        first = last
        while first > inside[0] and self._ids(sentence, first - 1) == ids and _in_name(sentence, first - 1):
            first -= 1
        before = sentence.tokens[inside[0] : first]
        # The "of" of a body's name is no link: "Servant of the People leader Ann Lee".
        signs = [token for token in before if token.upos in ("ADP", "CCONJ", "PUNCT") and token.text not in "-–"]
        links = [token for token in signs if not self._ids(sentence, token.index)]
        if not before or before[-1].upos not in ("NOUN", "PROPN", "ADJ") or any(t.upos in CLAUSE for t in before):
            return ()
        # "President of Argentina Alberto Fernández", but not "the death of President Fernández".
        if links and not _links_title(sentence, links[0], self._ids(sentence, links[0].index - 1), ids):
            return ()
        return ids

    def _named_behind(self, sentence: Sentence, head: int) -> tuple[str, ...]:
        """Return the persons whose names say who is meant: "an aide, Ann Lee", "two aides, Lee and Cruz"."""
        tokens = sentence.tokens
        names = [t.index for t in tokens[head + 1 :] if t.head == head and t.deprel == "appos" and t.upos == "PROPN"]
        if not names:
            return ()
        names += [t.index for t in tokens[head + 1 :] if t.deprel == "conj" and t.head in names and t.upos == "PROPN"]
        bound = {token.index for token in tokens if self._ids(sentence, token.index)}
        starts = [past_titles(tokens, name, bound) for name in names]
        ids = tuple(dict.fromkeys(one for name in starts if name >= 0 for one in self._ids(sentence, name)))
        if not ids or any(self.entity(one).type != "person" for one in ids):
            return ()
        if tokens[head].feats.get("Number") == "Plur":
            return ids if len(ids) > 1 else ()
        return ids if len(ids) == 1 and (_may_be_person(sentence, head) or self._ids(sentence, head + 1) == ids) else ()

    def _same_thing(self, sentence: Sentence, head: int, other: Token) -> bool:
        """Return whether a name beside the head of a phrase can name what the phrase does.

        Before a common noun it says whose or what kind of person or body that is: "a US judge" is not the United
        States. A body may stand for a thing of its own: "a UN report".
        """
        if other.index > head or sentence.tokens[head].upos != "NOUN":
            return other.deprel in SAME
        bodies = all(self.entity(one).type in ("organization", "group") for one in self._ids(sentence, other.index))
        return other.deprel in SAME and bodies and noun_of(sentence.tokens[head]) not in noun_types()

    def _paired(self, sentence: Sentence, inside: Sequence[int]) -> tuple[str, ...]:
        """Return the two whose names a hyphen joins: "the Trump-Putin meeting", but no "British-Iranian journalist"."""
        if inside and _is_person(sentence, head_of(sentence, inside[0], inside[-1]), self):
            return ()
        for sign in inside[1:-1]:
            left, right = self._ids(sentence, sign - 1), self._ids(sentence, sign + 1)
            if sentence.tokens[sign].text in HYPHENS and left and right and left != right:
                return (*left, *right)
        return ()

    def entity(self, id: str) -> Entity:
        """Return the entity with this id; raises KeyError where there is none."""
        number = int(id[1:]) if id[1:].isdigit() else 0
        place = bisect_left(self.entities, number, key=lambda one: int(one.id[1:]))
        if place == len(self.entities) or self.entities[place].id != id:
            raise KeyError(id)
        return self.entities[place]

    def _ids(self, sentence: Sentence, index: int) -> tuple[str, ...]:
        return self.words.get(sentence.tokens[index].start, ())


def _links_title(sentence: Sentence, link: Token, before: tuple[str, ...], person: tuple[str, ...]) -> bool:
    """Return whether "of" or "to" stands behind a title, or "and" between two of one person ("actor and MP Lee")."""
    if link.text == "and":
        return before in ((), person) and sentence.tokens[link.index - 1].feats.get("Number") != "Plur"
    return link.text in ("of", "for", "to") and title_before(sentence, link.index) is not None


def _in_name(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].upos in WITHIN_NAME


def _may_be_person(sentence: Sentence, head: int) -> bool:
    """Return whether a phrase can tell of the person named behind it: "the proctor, Naved Jamal", "one of them, Cruz".

    "The court, Lee said" is a misread tree, and "the bill, Lee and Cruz said" too.
    """
    token = sentence.tokens[head]
    kind = noun_types().get(noun_of(token))
    if token.upos == "NUM":
        return token.lemma.lower() == "one"
    introduced = any(t.head == head and t.deprel == "det" and t.lemma.lower() == "a" for t in sentence.tokens[:head])
    titled = title_before(sentence, head + 1) or title_before(sentence, head + 2)
    return introduced or (kind is not None and kind.type == "person") or titled is not None


def _is_person(sentence: Sentence, head: int, entities: Entities) -> bool:
    """Return whether a phrase's head is a person's name or a noun of one: of a dual national, neither state acts."""
    kind = noun_types().get(noun_of(sentence.tokens[head]))
    ids = entities.words.get(sentence.tokens[head].start, ())
    named = len(ids) == 1 and entities.entity(ids[0]).type == "person"
    return named or (kind is not None and kind.type == "person" and sentence.tokens[head].upos == "NOUN")


def _one_of_a_people(sentence: Sentence, head: int) -> bool:
    """Return whether a phrase is of one unnamed person of a people: "a Palestinian" is not Palestine."""
    one = any(
        t.head == head and t.deprel == "det" and t.lemma.lower() in ("a", "another") for t in sentence.tokens[:head]
    )
    return one and country_of_demonym(sentence.tokens[head].text) is not None


def _side_by_side(sentence: Sentence, head: int, other: int) -> bool:
    """Return whether no comma or other sign stands between two words."""
    first, last = sorted((head, other))
    return not any(token.upos == "PUNCT" and token.text not in "-–" for token in sentence.tokens[first:last])


def find_entities(document: Document) -> Entities:
    """Return the entities of a document with their roles and mentions (names, nominals, third-person
    pronouns).

    Names are clustered over the whole article; nominals and pronouns are then resolved in text order. A
    nominal that no name answers is an entity of its own where it is definite, plural, counted or
    repeated. Pronouns of the first person stay open (see resolve_speakers). The time is linear in the length
    of the article.
    """
    document = mended(document)
    page = Page(document)
    found = list(names_found(page))
    referents = name_referents(page, found)
    named: list[dict[int, Referent]] = [{} for _ in page.sentences]
    for name, referent in zip(found, referents, strict=True):
        for index in range(name.at.first, name.at.last + 1):
            named[name.at.sentence][index] = referent
    scene = Scene(page, named)
    for name, referent in zip(found, referents, strict=True):
        if referent.type == "person":
            for title in add_roles(page, referent, name.at, named[name.at.sentence]):
                # The title is part of how the name is given, no mention of its own.
                scene.heads[name.at.sentence][title] = (referent,)
    _read(scene, found, referents)
    name_identified(scene)
    name_later(scene)
    name_next(scene)
    return _entities(document, scene)


def _read(scene: Scene, found: Sequence[NameFound], referents: Sequence[Referent]) -> None:
    """Bind every mention of the article, sentence by sentence and word by word."""
    waiting = list(zip(found, referents, strict=True))[::-1]
    for number, sentence in enumerate(scene.page.sentences):
        scene.begin(number)
        names: dict[int, tuple[Found, Referent]] = {}
        while waiting and waiting[-1][0].at.sentence == number:
            name, referent = waiting.pop()
            names[name.at.head] = (name.at, referent)
        for token in sentence.tokens:
            if token.index in names:
                at, referent = names[token.index]
                scene.add(at, (referent,))
            elif pronoun := pronoun_of(token):
                at = scene.page.found(number, token.index, token.index, token.index, "pronoun")
                if pronoun.person == 3 and (bound := pronoun_referents(scene, at, pronoun)):
                    scene.add(at, bound)
            elif by_age := aged(scene, number, token.index):
                scene.add(by_age[0], (by_age[1],))
            elif token.index not in scene.heads[number] and is_nominal(scene, number, token):
                nominal = nominal_at(scene, number, token.index)
                scene.add(nominal.found, nominal_referents(scene, nominal))
        note_ages(scene, number)
        _hear(scene, number)


def _hear(scene: Scene, number: int) -> None:
    """Remember who spoke in a sentence, for a "he said" in the next."""
    tokens = scene.page.sentences[number].tokens
    for head in sorted(scene.heads[number]):
        bound = scene.heads[number][head]
        if len(bound) == 1 and bound[0].type == "person" and scene.page.says(number, tokens[head]):
            scene.speaker = bound[0]


def _kept(referent: Referent) -> bool:
    if referent.named or (referent.country and referent.mentions):
        return bool(referent.mentions)
    if referent.type is None or not referent.mentions:
        return False
    if referent.type == "place":
        return referent.definite or len(referent.mentions) > 1
    return referent.definite or referent.plural or referent.number is not None or len(referent.mentions) > 1


def _entities(document: Document, scene: Scene) -> Entities:
    kept = sorted((one for one in scene.order if _kept(one)), key=lambda one: _position(one.mentions[0]))
    ids = {referent: f"e{place}" for place, referent in enumerate(kept, 1)}
    words: dict[int, tuple[str, ...]] = {}
    for number, sentence in enumerate(document.sentences):
        for index, bound in (*scene.heads[number].items(), *_name_words(scene, number)):
            entity_ids = tuple(ids[one] for one in bound if one in ids)
            if entity_ids:
                words.setdefault(sentence.tokens[index].start, entity_ids)
    owners = {ids[one]: ids[one.owner] for one in kept if one.owner in ids}
    return Entities(tuple(_entity(ids[one], one, scene) for one in kept), words, document.sentences, owners)


_OWNERS = ("place", "organization", "group")


def _name_words(scene: Scene, number: int) -> Iterator[tuple[int, tuple[Referent, ...]]]:
    for index, referent in scene.named[number].items():
        yield index, (referent,)


def _position(found: Found) -> tuple[int, int]:
    return found.span.start, found.span.end


def _entity(id: str, referent: Referent, scene: Scene) -> Entity:
    mentions = sorted(_apart(referent.mentions), key=_position)
    named = referent.named or referent.country
    name = fullest_name_of(referent) if named else _phrase_name(referent, mentions, scene.page)
    roles = tuple(sorted(dict.fromkeys(with_owners(scene, referent)), key=lambda one: one.span))
    return Entity(
        id,
        name,
        referent.type or "other",
        roles=roles,
        mentions=tuple(Mention(one.span, one.kind) for one in mentions),
    )


def _apart(mentions: Sequence[Found]) -> list[Found]:
    """Return the mentions without nominals that only give a name its title ("party leader Azam Khan")."""
    named = {(one.sentence, index) for one in mentions if one.kind == "name" for index in (one.first, one.last)}

    def titles_name(one: Found) -> bool:
        return one.kind == "nominal" and any((one.sentence, i) in named for i in range(one.first, one.last + 1))

    return [one for one in {one.span: one for one in mentions}.values() if not titles_name(one)]


def _phrase_name(referent: Referent, mentions: Sequence[Found], page: Page) -> str:
    """Return the first nominal that names an entity, without its article; "her aides" are "Angela Merkel's aides".

    The name behind "of" belongs to it: "the government of Norland".
    """
    nominal = next((one for one in mentions if one.kind == "nominal"), None)
    first = _with_owner(nominal, page) if nominal else mentions[0].span.text
    head, _, rest = first.partition(" ")
    if referent.owner and referent.owner.named and head.casefold() in pronouns():
        return f"{fullest_name_of(referent.owner)}'s {rest}"
    return without_article(first)


def _with_owner(nominal: Found, page: Page) -> str:
    """Return the words of a nominal, with "of" and the name right behind it."""
    sentence = page.sentences[nominal.sentence]
    tokens = sentence.tokens
    place = nominal.last + 1
    if place >= len(tokens) or tokens[place].lemma.lower() != "of":
        return nominal.span.text
    place += place + 1 < len(tokens) and tokens[place + 1].text.lower() == "the"
    owner = next((name for name in sentence.names if name.first == place + 1 and name.type in _OWNERS), None)
    return page.text[nominal.span.start : tokens[owner.last].end] if owner else nominal.span.text
