"""Acts that a page names and that nobody did: called off, only threatened, without permission, watched from afar."""

from __future__ import annotations

from collections.abc import Mapping

from diurna.code.grammar import Grammar
from diurna.code.lexicon import named_list
from diurna.code.status import governing_words, negated, not_yet
from diurna.records import Status

_TAKES = ("nsubj", "nsubj:pass")
_HIGHEST = 4  # words gone up to a threat: "threatened to go on an indefinite strike"


def unheld(grammar: Grammar, word: int, lists: Mapping[str, frozenset[str]]) -> Status | None:
    """Return the status of an act that its sentence says was not held, None where it says no such thing.

    "The march was called off" and "the protest did not take place" are negated, "threatened to go on strike" and
    "denied permission for the rally" hypothetical. `lists` are the lexicon's (`calls-off`, `lasting`, ...), for a
    strike that is called off may have been on.
    """
    if _was_to_be(grammar, word):
        return "hypothetical"
    if _is_called_off(grammar, word, lists) or _did_not_take_place(grammar, word):
        return "negated"
    open_ = (_is_threatened, _is_noticed, _is_permitted, _is_decided_against)
    return "hypothetical" if any(told(grammar, word) for told in open_) else None


def _is_called_off(grammar: Grammar, word: int, lists: Mapping[str, frozenset[str]]) -> bool:
    token = grammar.tokens[word]
    if token.upos != "NOUN" or token.deprel not in ("obj", "nsubj:pass") or token.head < 0:
        return False
    verb = _with_particle(grammar, token.head)
    if verb not in lists.get("calls-off", ()) or negated(grammar, token.head):
        return False
    if token.lemma.lower() not in lists.get("lasting", ()):
        return verb != "withdraw" or token.lemma.lower() in lists.get("gatherings", ())
    return verb in lists.get("prevents", ()) or _is_planned(grammar, word)


def _with_particle(grammar: Grammar, verb: int) -> str:
    """Return a verb's lemma, with its "off" as "call_off", also where the tree takes "off" for an adverb."""
    lemma = grammar.tokens[verb].lemma.lower()
    return f"{lemma}_off" if any(child.lemma.lower() == "off" for child in grammar.children[verb]) else lemma


def _is_planned(grammar: Grammar, word: int) -> bool:
    """Return whether an act is told as planned: "their proposed strike"."""
    said = [child for child in grammar.children[word] if child.deprel in ("amod", "acl")]
    told = {governing_words().get(form.lower()) for child in said for form in (child.lemma, child.text)}
    return not told.isdisjoint(("future", "hypothetical"))


def _was_to_be(grammar: Grammar, word: int) -> bool:
    """Return whether an act is told as planned and come to nothing.

    "The summit was to have been held in March", "the trial had been scheduled to begin in May".
    """
    token = grammar.tokens[word]
    if token.upos != "NOUN" or token.deprel not in _TAKES or token.head < 0:
        return False
    if token.deprel == "nsubj:pass" and not_yet(grammar, token.head, done=True) == "hypothetical":
        return True
    had = any(c.deprel == "aux" and c.text.lower() == "had" for c in grammar.children[token.head])
    return had and governing_words().get(grammar.tokens[token.head].lemma.lower()) == "future"


def _did_not_take_place(grammar: Grammar, word: int) -> bool:
    token = grammar.tokens[word]
    if token.upos != "NOUN" or token.deprel not in _TAKES or token.head < 0:
        return False
    verb = grammar.tokens[token.head]
    took = verb.lemma == "take" and any(c.lemma == "place" and c.deprel == "obj" for c in grammar.children[verb.index])
    happened = took or verb.lemma in ("happen", "occur", "materialize", "materialise")
    return happened and negated(grammar, verb.index)


def _is_threatened(grammar: Grammar, word: int) -> bool:
    """Return whether it is what somebody threatens to do: "threatened to march", "threatened to go on strike"."""
    here = word
    for _ in range(_HIGHEST):
        token = grammar.tokens[here]
        if token.head < 0:
            return False
        above = grammar.tokens[token.head]
        if above.lemma.lower() == "threaten":
            return token.deprel in ("xcomp", "obj", "ccomp")
        carried = token.deprel in ("obj", "obl") and (above.lemma == "go" or grammar.carrier(here) == token.head)
        if not (carried or token.deprel in ("xcomp", "conj")):
            return False
        here = token.head
    return False


def _is_noticed(grammar: Grammar, word: int) -> bool:
    """Return whether only a notice of it is told: "gave a strike notice"."""
    token = grammar.tokens[word]
    return (
        token.deprel == "compound"
        and token.head >= 0
        and grammar.tokens[token.head].lemma.lower() in named_list("notices")
    )


def _is_permitted(grammar: Grammar, word: int) -> bool:
    """Return whether leave for it was denied: "denied permission for the rally"."""
    token = grammar.tokens[word]
    if token.upos != "NOUN" or token.head < 0 or grammar.case(word) not in ("for", "to"):
        return False
    above = grammar.tokens[token.head]
    if above.lemma == "permission":
        return above.head >= 0 and grammar.tokens[above.head].lemma.lower() in named_list("withholds")
    leave = (c.lemma for c in grammar.children[above.index] if c.deprel in ("obj", "nsubj:pass"))
    return above.lemma.lower() in named_list("withholds") and "permission" in leave


def _is_decided_against(grammar: Grammar, word: int) -> bool:
    """Return whether somebody decided against it: "decided against holding a rally"."""
    here = grammar.carrier(word) if grammar.tokens[word].upos == "NOUN" else word
    here = word if here is None else here
    token = grammar.tokens[here]
    if token.head < 0 or grammar.tokens[token.head].lemma not in ("decide", "advise", "vote"):
        return False
    return any(c.deprel in ("mark", "case") and c.lemma == "against" for c in grammar.children[here])


def is_idle(grammar: Grammar, word: int) -> bool:
    """Return whether somebody only watches what others do: "police stood by", "turned a blind eye"."""
    token, below = grammar.tokens[word], grammar.children[word]
    if token.upos != "VERB" or token.lemma.lower() not in named_list("onlookers"):
        return False
    objects = {(child.lemma.lower(), child.index) for child in below if child.deprel in ("obj", "obl")}
    if token.lemma in ("look", "turn") and any(
        noun == "way" or (noun == "eye" and any(c.lemma == "blind" for c in grammar.children[at]))
        for noun, at in objects
    ):
        return True
    by = any(c.lemma in ("by", "on") and c.deprel in ("advmod", "compound:prt") for c in below)
    return token.lemma != "turn" and by and not objects


def is_missed(grammar: Grammar, word: int, agreements: frozenset[str]) -> bool:
    """Return whether a noun names the agreement that somebody failed to reach: the failure is the event.

    `agreements` are words of the lexicon's list.
    """
    token = grammar.tokens[word]
    if token.lemma.lower() not in agreements or token.deprel != "obj" or token.head < 0:
        return False
    verb = grammar.tokens[token.head]
    return verb.deprel == "xcomp" and verb.head >= 0 and grammar.tokens[verb.head].lemma == "fail"


def is_relaxed(grammar: Grammar, word: int) -> bool:
    """Return whether a noun only names what was lifted: "relaxed the curfew", not "the curfew in force since May"."""
    token = grammar.tokens[word]
    if grammar.child(word, "acl:relcl", "acl"):
        return False
    named = (
        token.lemma.lower() in named_list("restrictions") and token.deprel in ("obj", "nsubj:pass") and token.head >= 0
    )
    return named and grammar.tokens[token.head].lemma.lower() in named_list("lifts")


def is_general(grammar: Grammar, word: int) -> bool:
    """Return whether nobody is told to do it: "the right to protest", "protests are a sign of a sound democracy"."""
    token = grammar.tokens[word]
    if token.head < 0:
        return False
    above = grammar.tokens[token.head]
    if token.deprel == "conj":
        return is_general(grammar, token.head)
    if token.deprel in ("acl", "nmod") and above.lemma.lower() in named_list("rights"):
        return token.deprel == "acl" or grammar.case(word) in ("of", "to")
    bare = token.feats.get("Number") == "Plur" and not grammar.children[word]
    present = any(c.deprel == "cop" and c.feats.get("Tense") == "Pres" for c in grammar.children[above.index])
    article = any(c.deprel == "det" and c.lemma == "a" for c in grammar.children[above.index])
    return token.deprel == "nsubj" and bare and present and article
