"""The statuses that a sentence's form settles, whatever the trained head reads, and the acts that a ban speaks of."""

from __future__ import annotations

from calendar import month_abbr, month_name
from collections.abc import Iterator

from diurna.code.answers import answered
from diurna.code.grammar import Grammar
from diurna.code.lexicon import named_list
from diurna.code.sayings import particle_of
from diurna.code.status import COMING, governing_words, negated
from diurna.records import Status, Token

_ASKING = frozenset(("who", "whom", "whose", "what", "which", "when", "where", "why", "how"))
_SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj")
_ENDS = frozenset((".", "?", "!", "…", "..."))
_FURTHEST = 4  # words gone up from the event's own
_ANYONE = frozenset(("anyone", "anybody", "whoever", "those", "person", "people"))
_BARE = frozenset(("det", "nmod:poss", "nummod"))
_OPENS = frozenset(("begin", "start", "open", "resume", "convene"))
_MAYBE = frozenset(("could", "may", "might"))
_AFTER = frozenset(("after", "since"))
_YEARS = frozenset(("year", "decade", "century"))
_RULING = frozenset((("rule", "out"), ("deny", ""), ("exclude", "")))
_RULED = ("obj", "xcomp", "ccomp", "nsubj:pass")
_RANKS = frozenset(("first", "second", "third", "fourth", "fifth", "last", "latest", "only"))
_MEASURES = frozenset(("COERCE", "SANCTION", "ACCUSE"))
_MONTHS = frozenset(
    (*month_name[1:], *month_abbr[1:], *(f"{month}." for month in month_abbr[1:]), "Sept", "Sept.")
)  # which Python makes anew, by the machine's language, each time it is asked


def settled(grammar: Grammar, word: int, text: str, punishments: frozenset[str] = frozenset()) -> Status | None:
    """Return the status that the form of the sentence settles for the event at `word`, or None where it settles none.

    "Did the army attack?", "whether anyone was hurt" and "face ten years in jail" are hypothetical; "no talks are
    planned" is negated; "announced a strike from Monday" is future. `text` is the article's, where a question's answer
    may stand behind it; `punishments` are words of the lexicon's list.
    """
    clause = list(_clause(grammar, word))
    if any(_is_inverted(grammar, here) for here in clause):
        return answered(text, grammar.sentence.end) or "hypothetical"
    if any(_is_open(grammar, here) for here in clause):
        return "hypothetical"
    if _is_untold(grammar, word) or is_ranked(grammar, word):
        return "happened"
    if _is_faced(grammar, word, punishments) or _is_of_anyone(grammar, word):
        return "hypothetical"
    if _is_left_open(grammar, word):
        return "hypothetical"
    if is_unplanned(grammar, word) or _is_foiled(grammar, word):
        return "negated"
    if is_long_before(grammar, word):
        return "historical"
    return "future" if _is_announced(grammar, word) or _is_from(grammar, word) else None


def is_unplanned(grammar: Grammar, word: int) -> bool:
    """Return whether planning it is what did not happen: "no talks are scheduled", "no date is set for a meeting"."""
    token = grammar.tokens[word]
    if token.head < 0 or governing_words().get(grammar.tokens[token.head].lemma.lower()) != "future":
        return False
    if token.deprel not in ("nsubj:pass", "obj") and not (token.deprel == "obl" and grammar.case(word) == "for"):
        return False
    until = any(child.lemma.lower() in ("until", "before") for child in grammar.tokens)
    return not until and (negated(grammar, word) or negated(grammar, token.head))


def is_ranked(grammar: Grammar, word: int) -> bool:
    """Return whether it is told how many did so before: "is the fifth premier to be removed", but not "will be"."""
    token = grammar.tokens[word]
    to = grammar.child(word, "mark")
    if token.deprel != "acl" or token.head < 0 or to is None or to.lemma != "to":
        return False
    ranks = (c for c in grammar.children[token.head] if c.deprel == "amod")
    if not any(c.feats.get("NumType") == "Ord" or c.lemma.lower() in _RANKS for c in ranks):
        return False
    noun = grammar.tokens[token.head]
    verb = noun.head if noun.deprel in ("xcomp", "obj") and noun.head >= 0 else noun.index
    helping = [c for c in grammar.children[verb] if c.deprel in ("cop", "aux")]
    told = any("Tense" in one.feats for one in (*helping, grammar.tokens[verb]))
    return told and not any(c.deprel == "aux" and c.lemma.lower() not in ("have", "be") for c in helping)


def is_long_before(grammar: Grammar, word: int) -> bool:
    """Return whether years went by since: "ten years after the coup", "on the anniversary of the massacre"."""
    here = word
    for _ in range(_FURTHEST):
        before = [grammar.tokens[c.index - 1] for c in grammar.children[here] if c.lemma in _AFTER and c.index > 0]
        if any(token.lemma.lower() in _YEARS for token in before):
            return True
        above = grammar.tokens[here].head
        if above < 0 or grammar.tokens[here].deprel == "conj":
            return False  # ", years after the coup, and agreed to": joined to the other verb as often as not
        if grammar.tokens[above].lemma.lower() == "anniversary" and grammar.case(here) == "of":
            return True
        here = above
    return False


def _is_foiled(grammar: Grammar, word: int) -> bool:
    """Return whether somebody kept it from happening: "foiled an attack"; not "foiled by the attack"."""
    token = grammar.tokens[word]
    above = grammar.tokens[token.head] if token.head >= 0 and token.deprel in ("obj", "nsubj:pass") else None
    return above is not None and above.lemma.lower() in named_list("foils") and not negated(grammar, above.index)


def _is_left_open(grammar: Grammar, word: int) -> bool:
    """Return whether somebody does not say that it will not be, or was not: "did not rule out sanctions"."""
    token = grammar.tokens[word]
    above = grammar.tokens[token.head] if token.head >= 0 and token.deprel in _RULED else None
    if above is None or not negated(grammar, above.index):
        return False
    return (above.lemma.lower(), particle_of(grammar, above.index)) in _RULING


def lasts(grammar: Grammar, word: int) -> bool:
    """Return whether it goes on from a day gone by: "has been held since 2022", "the first visit since 2019"."""
    return any(
        child.deprel in ("obl", "nmod", "obl:unmarked", "advmod") and grammar.case(child.index) == "since"
        for child in grammar.children[word]
    )


def is_barred(grammar: Grammar, word: int, bans: frozenset[str]) -> bool:
    """Return whether a noun names what a ban forbids: "banned rallies", "a ban on marches and strikes".

    "The protests were banned" speaks of protests that were held, and is left. `bans` are words of the lexicon's list.
    """
    token = grammar.tokens[word]
    if token.upos not in ("NOUN", "PROPN"):
        return False
    if token.deprel == "conj" and token.head >= 0:
        return is_barred(grammar, token.head, bans)
    if token.head < 0 or grammar.tokens[token.head].lemma.lower() not in bans:
        return False
    if token.deprel == "nsubj:pass":
        return not _is_known(grammar, word)
    behind = token.deprel in ("nmod", "obl") and grammar.case(word) in ("on", "against", "of")
    return behind if grammar.tokens[token.head].upos == "NOUN" else token.deprel == "obj"


def is_lifted(grammar: Grammar, word: int, kind: str) -> bool:
    """Return whether a noun names the measure that the concession above it takes back: "lifted the curfew".

    Strikes and marches called off are left: they were held until then.
    """
    token = grammar.tokens[word]
    return kind in _MEASURES and token.upos == "NOUN" and token.deprel in ("obj", "nsubj:pass")


def is_feared(grammar: Grammar, word: int) -> bool:
    """Return whether a warning is of what others may do or suffer, and so no threat: "warned that thousands could die".

    Who threatens is the one who would act, or whose state or army would: "warned that it could close the border", "that
    Iran could strike" may be one.
    """
    if grammar.tokens[word].lemma.lower() not in named_list("warns"):
        return False
    warners = {grammar.tokens[who].lemma for who in grammar.slot(word, "subj")}
    for clause in (child.index for child in grammar.children[word] if child.deprel == "ccomp"):
        below = grammar.children[clause]
        may = any(child.deprel == "aux" and child.lemma.lower() in _MAYBE for child in below)
        other = any(c.deprel in _SUBJECTS and c.upos not in ("PRON", "PROPN") and c.lemma not in warners for c in below)
        if may and other:
            return True
    return False


def _clause(grammar: Grammar, word: int) -> Iterator[int]:
    """Yield an event's word and the words above it of the same telling: its light verb, what it is joined to."""
    here = word
    for _ in range(_FURTHEST):
        yield here
        token = grammar.tokens[here]
        carried = token.deprel in ("obj", "nsubj:pass") and grammar.carrier(here) == token.head
        there_is = token.deprel in ("nsubj", "nsubj:pass") and token.head >= 0 and _is_be(grammar, token.head)
        if token.head < 0 or not (token.deprel in ("conj", "xcomp") or carried or there_is):
            return
        here = token.head


def _is_be(grammar: Grammar, word: int) -> bool:
    return grammar.tokens[word].lemma == "be" and grammar.child(word, "expl") is not None


def _is_inverted(grammar: Grammar, word: int) -> bool:
    """Return whether a clause puts its auxiliary before its subject and ends in a question mark, without a "who"."""
    if next((t.text for t in grammar.tokens[word + 1 :] if t.text in _ENDS), "") != "?":
        return False
    first = min((c.index for c in grammar.children[word] if c.deprel in ("aux", "aux:pass", "cop")), default=None)
    first = word if first is None and grammar.tokens[word].lemma == "be" else first
    subject = grammar.child(word, *_SUBJECTS)
    if first is None or subject is None or not first < subject.index:
        return False
    before = grammar.tokens[max(0, first - 3) : first]
    return not any(token.lemma.lower() in _ASKING for token in before)


def _is_open(grammar: Grammar, word: int) -> bool:
    """Return whether a clause is what somebody wonders about: "whether ...", "nobody knows if ..."."""
    marks = {child.lemma.lower() for child in grammar.children[word] if child.deprel == "mark"}
    if not ("whether" in marks or ("if" in marks and grammar.tokens[word].deprel in ("ccomp", "csubj"))):
        return False
    # "Whether they were kidnapped for ransom or for politics": kidnapped they were.
    other = [c for c in map(grammar.tokens.__getitem__, grammar.subtree(word)) if c.deprel == "conj" and c.head != word]
    return not any(child.lemma == "or" for conjunct in other for child in grammar.children[conjunct.index])


def _is_untold(grammar: Grammar, word: int) -> bool:
    """Return whether it took place and only who did it, or why, is not known: "it was not clear who had fired"."""
    token = grammar.tokens[word]
    if token.deprel not in ("ccomp", "csubj") or token.head < 0 or negated(grammar, word):
        return False
    verb = grammar.tokens[token.head]
    unknown = verb.lemma.lower() in ("unclear", "unknown")
    if not unknown and not (verb.lemma.lower() in named_list("makes-known") and negated(grammar, verb.index)):
        return False
    asked = any(c.lemma.lower() in _ASKING and c.index < word for c in grammar.children[word])
    past = token.feats.get("Tense") == "Past"
    return asked and past and not any(c.lemma.lower() in (*_MAYBE, "will", "would") for c in grammar.children[word])


def _is_announced(grammar: Grammar, word: int) -> bool:
    """Return whether it is announced for a day: "announced a strike from Monday" (status.csv: announce_from)."""
    token = grammar.tokens[word]
    held = grammar.child(word, "obj") if token.upos == "VERB" else None
    if held is not None and held.lemma.lower() in _called():  # a trigger may begin at the verb: "called a bandh"
        token = held
    if token.upos != "NOUN" or token.deprel not in ("obj", "nsubj:pass") or token.head < 0:
        return False
    if grammar.child(token.head, "compound:prt"):
        return False  # "has called off its rally on Saturday"
    verb = grammar.tokens[token.head].lemma.lower()
    days = (*grammar.children[token.index], *grammar.children[token.head])
    dated = (day for day in days if day.lemma.lower() in COMING or _is_date(grammar, day))
    cases = {grammar.case(day.index) for day in dated}
    if "on" in cases and any(c.deprel == "aux" and c.text in ("has", "have") for c in grammar.children[token.head]):
        cases.add("for")  # the perfect has no day of its own: "has called a strike on Monday"
    return any(governing_words().get(f"{verb}_{case}") == "future" for case in cases)


def _is_from(grammar: Grammar, word: int) -> bool:
    """Return whether a verb in the present is told from a day to come: "leaders meet in Libreville from Thursday".

    Or what starts on one: "their trial opens on Monday".
    """
    token = grammar.tokens[word]
    above = grammar.tokens[token.head] if token.deprel == "nsubj" and token.head >= 0 else token
    opens = above is not token and above.lemma in _OPENS
    told = above.feats.get("Tense") == "Pres" and above.feats.get("VerbForm") == "Fin" and above.upos == "VERB"
    if not told or not (opens or above is token):
        return False
    days = (child for child in grammar.children[above.index] if child.deprel.startswith("obl"))
    cases = ("from", "on") if opens else ("from",)
    return any(day.lemma.lower() in COMING and grammar.case(day.index) in cases for day in days)


def _called() -> frozenset[str]:
    return named_list("gatherings") | named_list("lasting")


def _is_date(grammar: Grammar, word: Token) -> bool:
    """Return whether a word is that of a date: "for 20 May", "from May 20"."""
    near = (word, *grammar.children[word.index])
    return any(token.text in _MONTHS for token in near) and any(token.text.isdigit() for token in near)


def _is_faced(grammar: Grammar, word: int, punishments: frozenset[str]) -> bool:
    """Return whether it is a punishment that somebody faces and has not got: "face up to 15 days in jail"."""
    token = grammar.tokens[word]
    if token.lemma.lower() not in punishments or token.head < 0:
        return False
    above = grammar.tokens[token.head]
    if above.lemma.lower() in named_list("faces"):
        return token.deprel == "obj"
    return token.deprel in ("nmod", "conj") and _is_faced(grammar, token.head, punishments)


def _is_of_anyone(grammar: Grammar, word: int) -> bool:
    """Return whether it is what a rule says of whoever does it: "protesters who block a road face ten days in jail"."""
    token = grammar.tokens[word]
    if token.deprel != "acl:relcl" or token.feats.get("Tense") != "Pres" or grammar.child(word, "aux", "cop"):
        return False
    who = grammar.tokens[token.head]
    plural = who.feats.get("Number") == "Plur" and not any(c.deprel in _BARE for c in grammar.children[who.index])
    if who.deprel not in ("nsubj", "nsubj:pass") or not (plural or who.lemma.lower() in _ANYONE):
        return False
    modal = any(child.lemma.lower() in ("will", "can", "may", "could", "must", "would", "shall")
                for child in grammar.children[who.head] if child.deprel == "aux")  # fmt: skip
    return modal or (grammar.tokens[who.head].lemma.lower() in named_list("faces"))


def _is_known(grammar: Grammar, word: int) -> bool:
    """Return whether a noun phrase points at something told before: "the protests", "their march"."""
    return any(
        child.deprel == "nmod:poss" or child.lemma.lower() in ("the", "this", "that", "these", "those")
        for child in grammar.children[word]
        if child.deprel in ("det", "nmod:poss")
    )
