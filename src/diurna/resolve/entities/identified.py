"""Somebody whom the page says who he is: "the attacker, identified as Paul Moyo", "a man named Paul Moyo"."""

from __future__ import annotations

from diurna.records import Token
from diurna.resolve.entities.later import bind
from diurna.resolve.entities.scene import Scene

# Verbs that tell the name of who is known by a noun: with "as", and the second also without.
TELLS_WHO = frozenset({"identify", "name"})
NAMED = "name"


def name_identified(scene: Scene) -> None:
    """Bind each person who is told of by a noun or pronoun alone to the one whose name the page says is his."""
    for number, sentence in enumerate(scene.page.sentences):
        for index, named in scene.named[number].items():
            token = sentence.tokens[index]
            if token.head < 0 or named.type != "person" or sentence.tokens[token.head].lemma not in TELLS_WHO:
                continue
            who = _identified(scene, number, token)
            bound = scene.heads[number].get(who, ()) if who is not None else ()
            if len(bound) == 1 and bound[0].type == "person" and not (bound[0].named or bound[0].plural):
                bind(scene, bound[0], named)


def _identified(scene: Scene, number: int, name: Token) -> int | None:
    """Return the word for whom a verb of naming tells the name of, None where the name is no name told by it."""
    tokens, below = scene.page.sentences[number].tokens, scene.page.below[number]
    verb = tokens[name.head]
    as_name = any(tokens[one].lemma == "as" and tokens[one].deprel == "case" for one in below[name.index])
    plainly = verb.lemma == NAMED and verb.deprel == "acl" and name.deprel in ("xcomp", "obj")
    if not (as_name and name.deprel == "obl") and not plainly:
        return None
    if verb.deprel in ("acl", "acl:relcl"):
        return verb.head
    arguments = [one for one in below[verb.index] if tokens[one].deprel in ("nsubj:pass", "obj")]
    return arguments[0] if arguments else None
