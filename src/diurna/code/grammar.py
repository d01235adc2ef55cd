"""Read a tree as logical roles: passives, relative clauses, control and shared subjects undone.

Relations are those of UD English. A word's arguments are (slot, word) pairs; slots are `subj`, `obj`, `iobj`, `xcomp`,
`ccomp`, `prt`, `amod`, `compound`, `poss`, `adv`, or the preposition that marks the dependent (`with`, `against`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from diurna.code.rehung import rehung
from diurna.records import Sentence, Token

Arguments = tuple[tuple[str, int], ...]

_OWN = frozenset(("nsubj", "nsubj:pass", "csubj", "csubj:pass"))
_SURFACE = frozenset(("nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"))
_PLAIN = {
    "iobj": "iobj", "xcomp": "xcomp", "ccomp": "ccomp", "compound:prt": "prt", "amod": "amod", "compound": "compound",
    "nmod:poss": "poss", "advmod": "adv", "nmod:desc": "compound", "nummod": "amod",
}  # fmt: skip
_NO_PREPOSITION = frozenset((*_PLAIN.values(), "subj", "obj", "unmarked"))
_CLAUSAL = ("acl", "acl:relcl", "advcl", "advcl:relcl", "ccomp", "csubj", "conj", "parataxis", "xcomp")
_HUNG = frozenset(("case", "advmod", "obl", "mark", "compound:prt"))  # what a stray preposition is called
_PARTICLES = frozenset(
    [
        "about",
        "apart",
        "aside",
        "away",
        "back",
        "down",
        "forward",
        "in",
        "off",
        "on",
        "out",
        "over",
        "through",
        "together",
        "up",
    ]
)
_DEEPEST = 12  # steps up a chain of control and coordination before a subject is given up

# Verbs of what is done to one's own, or before one.
_SUFFER = frozenset(("have", "get", "see", "find", "want", "watch"))


class Grammar:
    """The logical roles of one sentence; keeps what it has worked out."""

    def __init__(self, sentence: Sentence, light: frozenset[tuple[str, str]] = frozenset()) -> None:
        self.sentence = sentence
        self.tokens = rehung(sentence.tokens)
        self.light = light
        self.children: dict[int, list[Token]] = defaultdict(list)
        for token in self.tokens:
            self.children[token.head].append(token)
        self._arguments: dict[int, Arguments] = {}
        self._subtrees: dict[int, list[int]] = {}
        self._slots: dict[tuple[int, str], list[int]] = {}

    def child(self, word: int, *relations: str) -> Token | None:
        """Return the first dependent of `word` with one of the relations."""
        for child in self.children[word]:  # a generator would take twice the time, and this is asked most of all
            if child.deprel in relations:
                return child
        return None

    def subtree(self, word: int) -> list[int]:
        """Return the indices of the words under `word`, itself among them, in order."""
        if word not in self._subtrees:
            found, waiting = [], [word]
            while waiting:
                found.append(waiting.pop())
                below = self.children.get(found[-1])
                if below:
                    waiting.extend([child.index for child in below])
            self._subtrees[word] = sorted(found)
        return self._subtrees[word].copy()

    def passive(self, word: int) -> bool:
        """Return whether a verb form is passive: by its auxiliary, its subject, or a bare participle after a noun."""
        token = self.tokens[word]
        if self.child(word, "aux:pass", "nsubj:pass", "obl:agent"):
            return True
        if token.feats.get("VerbForm") != "Part" or token.feats.get("Tense") == "Pres":
            return False
        if self.child(word, "aux", "nsubj", "obj"):
            return False
        if token.deprel in ("acl", "advcl") or self._suffered(token):
            return True
        return token.deprel == "conj" and token.head >= 0 and self.passive(token.head)

    def _suffered(self, token: Token) -> bool:
        """Return whether a participle says what became of an object: "had windows [smashed]", "saw him [shot]"."""
        if token.deprel != "xcomp" or token.feats.get("Tense") != "Past" or token.head > token.index:
            return False
        return self.tokens[token.head].lemma in _SUFFER and self.child(token.head, "obj") is not None

    def suffering(self, word: int) -> list[int]:
        """Return who had something done to what is theirs, or saw it: "[motorists] had their windows smashed"."""
        token = self.tokens[word]
        return self.slot(token.head, "subj") if token.head >= 0 and self._suffered(token) else []

    def arguments(self, word: int) -> Arguments:
        """Return the logical arguments of a word, conjuncts not yet expanded, in order of preference for each slot."""
        if word not in self._arguments:
            self._arguments[word] = ()  # a word met again while its own arguments are sought has none to give
            found = self._nominal(word) if self.tokens[word].upos in ("NOUN", "PROPN") else self._verbal(word)
            self._arguments[word] = tuple(dict.fromkeys(found))
        return self._arguments[word]

    def slot(self, word: int, name: str) -> list[int]:
        """Return the words in one slot of a word, with their conjuncts.

        A prepositional phrase that no argument answers is looked for one step lower, since parsers often hang it there:
        "the shooting of a driver [by police]".
        """
        if (word, name) not in self._slots:  # many entries of the lexicon ask for the same slot of one word
            self._slots[word, name] = self._slot(word, name)
        return self._slots[word, name].copy()

    def _slot(self, word: int, name: str) -> list[int]:
        heads = [head for slot, head in self.arguments(word) if slot == name]
        if not heads and name not in _NO_PREPOSITION:
            heads = [
                child.index
                for slot, head in self.arguments(word)
                if slot == "obj" or slot not in _NO_PREPOSITION
                for child in self.children[head]
                if child.deprel in ("nmod", "obl") and self.case(child.index) == name
            ]
        return [each for head in heads for each in self.conjuncts(head)]

    def conjuncts(self, word: int) -> list[int]:
        """Return the word and the nominals coordinated with it."""
        return [word, *(c.index for c in self.children[word] if c.deprel == "conj" and c.upos != "VERB")]

    def case(self, word: int) -> str:
        """Return the preposition that marks a word ("because of" as its last part), or ""."""
        marks = [c for c in self.children[word] if c.deprel == "case" and (c.upos != "PART" or c.lemma == "to")]
        if not marks:
            return self._case_before(word)
        fixed = [c for c in self.children[marks[-1].index] if c.deprel == "fixed"]
        return (fixed[-1] if fixed else marks[-1]).lemma.lower()

    def _case_before(self, word: int) -> str:
        """Return the preposition right before a phrase that the parser hung on the verb: "rallied [against] X"."""
        token = self.tokens[word]
        if token.upos not in ("NOUN", "PROPN", "PRON", "NUM") or token.deprel not in ("obj", "obl", "iobj", "nmod"):
            return ""
        first = self.subtree(word)[0]
        before = self.tokens[first - 1] if first else None
        if before is None or before.upos != "ADP" or before.head != token.head:
            return ""
        adverb = before.deprel == "compound:prt" or before.lemma.lower() in _PARTICLES
        particle = adverb and token.deprel in ("obj", "iobj")  # "handed over the suspect"
        return "" if particle or before.deprel not in _HUNG else before.lemma.lower()

    def _beside(self, noun: int) -> Iterator[tuple[str, int]]:
        """Yield the prepositional phrases of a noun that the parser hung on its verb.

        "A strike by drivers stranded commuters": what stands between a subject and its verb is the subject's. "They
        documented torture by the army": an active verb has no agent, so the phrase right after its object is the
        object's.
        """
        token = self.tokens[noun]
        if token.head < 0 or self.tokens[token.head].upos not in ("VERB", "AUX"):
            return
        last = self.subtree(noun)[-1]
        for child in self.children[token.head]:
            if not child.deprel.startswith("obl") or child.index < noun:
                continue
            case, first = self.case(child.index), self.subtree(child.index)[0]
            within = child.index < token.head and first == last + 1
            after = token.deprel == "obj" and first == last + 1 and not self.passive(token.head)
            if case and (within or after):
                if case == "by":
                    yield "subj", child.index
                yield case, child.index

    def _dependents(self, word: int) -> Iterator[tuple[str, int]]:
        for child in self.children[word]:
            relation = child.deprel
            if relation in ("obj", "iobj") and self._case_before(child.index):
                relation = "obl"
            if relation in _PLAIN:
                yield _PLAIN[relation], child.index
                if relation == "advmod" and child.lemma.lower() in _PARTICLES:
                    yield "prt", child.index  # "drove out the residents": the parser is of two minds about "out"
            elif relation == "obl:agent":
                yield ("subj" if self.case(child.index) == "by" else self.case(child.index)), child.index
                yield self.case(child.index), child.index
            elif relation in ("obl", "nmod", "obl:unmarked", "nmod:unmarked"):
                yield self.case(child.index) or "unmarked", child.index
            elif relation in ("acl", "advcl") and (mark := self.child(child.index, "mark")):
                clause = {"to": "xcomp", "that": "ccomp"}  # "the demand that": a noun's clause is its content
                yield clause.get(mark.lemma.lower(), mark.lemma.lower()), child.index
                if mark.lemma == "to":
                    yield "to", child.index

    def _verbal(self, word: int) -> Iterator[tuple[str, int]]:
        passive = self.passive(word)
        surface, obj = self.surface_subject(word), self._object(word)
        if surface is not None:
            subject_of_passive = "iobj" if passive and self.child(word, "obj") else "obj"
            yield (subject_of_passive if passive else "subj"), surface
        held = self.child(word, "iobj") if obj is None and not passive else None
        if obj is not None and obj != surface:
            yield "obj", obj
        elif held is not None:  # "urged him to leave": whom it is said to is all the object there is
            yield "obj", held.index
        for slot, dependent in self._dependents(word):
            token = self.tokens[dependent]
            relative = self._relativized(word, token)
            if slot == "by" and passive and token.deprel == "obl" and token.upos in ("PROPN", "NOUN", "PRON"):
                yield "subj", dependent
            yield slot, relative if relative is not None else dependent

    def _nominal(self, word: int) -> Iterator[tuple[str, int]]:
        carrier = self.carrier(word)
        yield from self._dependents(word)
        yield from self._beside(word)
        if subject := self.child(word, "nsubj"):
            yield "subj", subject.index
        if carrier is not None:
            for slot, dependent in self.arguments(carrier):
                if slot == "subj" and dependent != word:
                    yield "subj", dependent
            for slot, dependent in self.arguments(carrier):
                if dependent != word and slot not in ("subj", "prt", "adv", "xcomp", "ccomp"):
                    yield ("iobj" if slot == "obj" else slot), dependent

    def main(self, word: int) -> bool:
        """Return whether a word heads the sentence, or what somebody is said to say in it."""
        token = self.tokens[word]
        for _ in range(_DEEPEST):
            if token.head < 0:
                return True
            if token.deprel not in ("conj", "ccomp", "xcomp", "parataxis", "obj"):
                return False
            token = self.tokens[token.head]
        return False

    def carrier(self, word: int) -> int | None:
        """Return the light verb that carries a noun of action as its logical object ("launched an attack")."""
        token = self.tokens[word]
        verbs = [token.head] if token.deprel in ("obj", "nsubj:pass", "obl") and token.head >= 0 else []
        verbs += [c.index for c in self.children[word] if c.deprel in ("acl", "acl:relcl")]
        if token.deprel == "conj" and token.head >= 0 and self.tokens[token.head].deprel in ("obj", "nsubj:pass"):
            verbs.append(self.tokens[token.head].head)
        for verb in verbs:
            particle = self.child(verb, "compound:prt")
            if (self.tokens[verb].lemma, particle.lemma if particle else "") in self.light:
                return verb
        return None

    def surface_subject(self, word: int, depth: int = 0) -> int | None:
        """Return the word that stands as grammatical subject of a verb, also where it is understood from elsewhere."""
        token = self.tokens[word]
        subject = self.child(word, *_OWN) or self.child(word, *_SURFACE)
        if subject is not None:
            antecedent = self._relativized(word, subject)
            return antecedent if antecedent is not None else subject.index
        if depth > _DEEPEST or token.head < 0:
            return None
        governor = self.tokens[token.head]
        match token.deprel:
            case "advcl" if self.as_doing(word) or self.for_doing(word):
                return self._controller(governor.index, depth)
            case "conj" | "advcl":
                return (
                    self.surface_subject(governor.index, depth + 1) if governor.upos in ("VERB", "AUX", "ADJ") else None
                )
            case "xcomp" | "ccomp":
                return self._controller(governor.index, depth)
            case "acl" if token.feats.get("VerbForm") == "Inf" or self.child(word, "mark"):
                return self._controller_of_noun(governor.index, depth)
            case "acl":
                return governor.index
            case "acl:relcl" if not self._object_gap(word):
                return governor.index
        return None

    def as_doing(self, word: int) -> bool:
        """Return whether a participle stands behind "as": "quoted him as saying", "named her as leading the plot"."""
        token = self.tokens[word]
        mark = self.child(word, "mark") if token.deprel == "advcl" else None
        if mark is None or mark.lemma.lower() != "as":
            return False
        return any(t.text.lower().endswith("ing") for t in (token, *self.children[word]) if t.upos in ("VERB", "AUX"))

    def for_doing(self, word: int) -> bool:
        """Return whether a gerund behind "for" says what the verb's object did: "rebuked the police for detaining him".

        The object must be named or a pronoun: "claimed responsibility for bombing" tells of the subject.
        """
        token = self.tokens[word]
        mark = self.child(word, "mark")
        held = self.child(token.head, "obj", "iobj")
        if mark is None or mark.lemma.lower() != "for" or held is None or not token.text.lower().endswith("ing"):
            return False
        names = [name for name in self.sentence.names if name.type != "event"]
        return held.upos == "PRON" or any(name.first <= held.index <= name.last for name in names)

    def _controller(self, verb: int, depth: int) -> int | None:
        """Return who does what an open complement says: as in "urged X to" and "X wants to"."""
        held = self.child(verb, "obj", "iobj")
        if held is not None and not self.passive(verb) and self.tokens[verb].lemma != "promise":
            return held.index
        return self.surface_subject(verb, depth + 1)

    def _controller_of_noun(self, noun: int, depth: int) -> int | None:
        """Return who does what a noun's infinitive says ("X's plan to", "X announced a plan to")."""
        owner = self.child(noun, "nmod:poss")
        if owner is not None:
            return owner.index
        token = self.tokens[noun]
        if token.deprel in ("obj", "obl", "nsubj:pass") and token.head >= 0:
            return self.surface_subject(token.head, depth + 1) if token.deprel != "nsubj:pass" else None
        return None

    def _object(self, word: int) -> int | None:
        own = next((c for c in self.children[word] if c.deprel == "obj" and not self._case_before(c.index)), None)
        if own is not None:
            antecedent = self._relativized(word, own)
            return antecedent if antecedent is not None else own.index
        token = self.tokens[word]
        if token.deprel == "acl:relcl" and self._object_gap(word) and not self.passive(word):
            return token.head
        # "arrested and beat the man": the object of the last verb is the first one's too.
        for child in self.children[word]:
            if child.deprel == "conj" and child.upos == "VERB" and not self.passive(word):
                shared = self.child(child.index, "obj")
                between = child.index - word
                if shared is not None and between <= 3 and not self.child(child.index, "nsubj"):
                    return shared.index
        return None

    def _object_gap(self, word: int) -> bool:
        """Return whether a relative clause lacks its object: its own subject is no relative pronoun."""
        subject = self.child(word, *_SURFACE)
        return subject is not None and subject.feats.get("PronType") != "Rel" and not self.child(word, "obj")

    def _relativized(self, word: int, token: Token) -> int | None:
        """Return the noun that a relative pronoun stands for."""
        if token.feats.get("PronType") != "Rel" and token.lemma.lower() not in ("who", "which", "whom"):
            return None
        clause = self.tokens[word]
        for _ in range(_DEEPEST):
            if clause.deprel in ("acl:relcl", "advcl:relcl"):
                return clause.head if clause.head >= 0 else None
            if clause.deprel not in _CLAUSAL or clause.head < 0:
                return None
            clause = self.tokens[clause.head]
        return None
