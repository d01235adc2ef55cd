"""Who says what: sources, cues and contents, on hand-built trees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import diurna
from diurna.code.attributions import find_attributions
from diurna.records import Attribution, AttributionReading, Layout, Post, Span
from trees import document, tree


def told(one: Attribution) -> tuple[str | None, str | None, list[str]]:
    """Return source, cue and content in words."""
    return (
        one.source.text if one.source else None,
        one.cue.text if one.cue else None,
        [part.text for part in one.parts],
    )


SAID = "The minister said that the talks had failed."
SAID_TREE = """
The the DET 2 det
minister minister NOUN 3 nsubj Number=Sing
said say VERB 0 root
that that SCONJ 8 mark
the the DET 6 det
talks talk NOUN 8 nsubj
had have AUX 8 aux
failed fail VERB 3 ccomp
. . PUNCT 3 punct
"""


def test_a_clause_with_that() -> None:
    (one,) = find_attributions(document(SAID, tree(SAID, SAID_TREE)))
    assert told(one) == ("The minister", "said", ["that the talks had failed"])
    assert (one.id, one.form, one.kind, one.stance, one.entity) == ("a1", "indirect", "named", "asserts", None)


def test_a_denied_clause() -> None:
    text = SAID.replace("said", "denied")
    (one,) = find_attributions(document(text, tree(text, SAID_TREE.replace("said say", "denied deny"))))
    assert one.stance == "denies"


def test_a_negated_belief_is_doubt() -> None:
    text = "Police do not believe the story."
    table = """
Police police NOUN 4 nsubj Number=Plur
do do AUX 4 aux
not not PART 4 advmod
believe believe VERB 0 root
the the DET 6 det
story story NOUN 4 obj
. . PUNCT 4 punct
"""
    (one,) = find_attributions(document(text, tree(text, table)))
    assert (told(one), one.stance, one.kind) == (("Police", "believe", ["the story"]), "doubts", "organization")


def test_according_to_names_the_source_of_its_clause() -> None:
    text = "According to party sources, Rao visited the camp."
    table = """
According accord VERB 4 case
to to ADP 1 fixed
party party NOUN 4 compound
sources source NOUN 7 obl Number=Plur
, , PUNCT 4 punct
Rao Rao PROPN 7 nsubj
visited visit VERB 0 root
the the DET 9 det
camp camp NOUN 7 obj
. . PUNCT 7 punct
"""
    (one,) = find_attributions(document(text, tree(text, table, names=((5, 5, "person"),))))
    assert told(one) == ("party sources", "According to", ["Rao visited the camp"])
    assert one.kind == "anonymous"


def test_reportedly_names_nobody() -> None:
    text = "Rao had reportedly laid down a condition."
    table = """
Rao Rao PROPN 4 nsubj
had have AUX 4 aux
reportedly reportedly ADV 4 advmod
laid lay VERB 0 root
down down ADP 4 compound:prt
a a DET 7 det
condition condition NOUN 4 obj
. . PUNCT 4 punct
"""
    (one,) = find_attributions(document(text, tree(text, table)))
    assert told(one) == (None, "reportedly", ["Rao had", "laid down a condition"])
    assert one.kind == "anonymous"


def test_is_seen_as() -> None:
    text = "The visit is seen as an attempt to mend ties."
    table = """
The the DET 2 det
visit visit NOUN 4 nsubj:pass
is be AUX 4 aux:pass
seen see VERB 0 root
as as ADP 7 case
an a DET 7 det
attempt attempt NOUN 4 obl
to to PART 9 mark
mend mend VERB 7 acl
ties tie NOUN 9 obj
. . PUNCT 4 punct
"""
    (one,) = find_attributions(document(text, tree(text, table)))
    assert told(one) == (None, "seen as", ["an attempt to mend ties"])
    assert (one.kind, one.stance) == ("anonymous", "believes")


def test_is_believed_to() -> None:
    text = "The envoy is believed to have fled."
    table = """
The the DET 2 det
envoy envoy NOUN 4 nsubj:pass
is be AUX 4 aux:pass
believed believe VERB 0 root
to to PART 7 mark
have have AUX 7 aux
fled flee VERB 4 xcomp
. . PUNCT 4 punct
"""
    (one,) = find_attributions(document(text, tree(text, table)))
    assert (told(one), one.stance) == ((None, "believed", ["to have fled"]), "believes")


def test_an_accusation_is_what_follows_of() -> None:
    text = "The mayor accused the party of fraud."
    table = """
The the DET 2 det
mayor mayor NOUN 3 nsubj Number=Sing
accused accuse VERB 0 root
the the DET 5 det
party party NOUN 3 obj
of of ADP 7 case
fraud fraud NOUN 5 nmod
. . PUNCT 3 punct
"""
    (one,) = find_attributions(document(text, tree(text, table)))
    assert told(one) == ("The mayor", "accused", ["fraud"])


def test_a_link_is_both_its_ends() -> None:
    text = "Analysts linked it to the election."
    table = """
Analysts analyst NOUN 2 nsubj Number=Plur
linked link VERB 0 root
it it PRON 2 obj
to to ADP 6 case
the the DET 6 det
election election NOUN 2 obl
. . PUNCT 2 punct
"""
    (one,) = find_attributions(document(text, tree(text, table)))
    assert (told(one), one.stance) == (("Analysts", "linked", ["it to the election"]), "believes")


def test_a_relative_clause_speaks_for_its_noun() -> None:
    text = "The envoy, who said that talks failed, left."
    table = """
The the DET 2 det
envoy envoy NOUN 10 nsubj Number=Sing
, , PUNCT 5 punct
who who PRON 5 nsubj PronType=Rel
said say VERB 2 acl:relcl
that that SCONJ 8 mark
talks talk NOUN 8 nsubj
failed fail VERB 5 ccomp
, , PUNCT 5 punct
left leave VERB 0 root
. . PUNCT 10 punct
"""
    (one,) = find_attributions(document(text, tree(text, table)))
    assert told(one) == ("The envoy", "said", ["that talks failed"])


def test_a_noun_and_its_owner() -> None:
    text = "Analysts mocked the king's claim that he won."
    table = """
Analysts analyst NOUN 2 nsubj
mocked mock VERB 0 root
the the DET 4 det
king king NOUN 6 nmod:poss Number=Sing
's 's PART 4 case
claim claim NOUN 2 obj
that that SCONJ 9 mark
he he PRON 9 nsubj
won win VERB 6 acl
. . PUNCT 2 punct
"""
    (one,) = find_attributions(document(text, tree(text, table)))
    assert told(one) == ("the king", "claim", ["that he won"])


def test_a_belief_inside_a_report() -> None:
    text = "Reuters reported that officials fear a famine."
    table = """
Reuters Reuters PROPN 2 nsubj
reported report VERB 0 root
that that SCONJ 5 mark
officials official NOUN 5 nsubj Number=Plur
fear fear VERB 2 ccomp
a a DET 7 det
famine famine NOUN 5 obj
. . PUNCT 2 punct
"""
    outer, inner = find_attributions(document(text, tree(text, table, names=((0, 0, "organization"),))))
    assert told(outer) == ("Reuters", "reported", ["that officials fear a famine"])
    assert told(inner) == ("officials", "fear", ["a famine"])
    assert (outer.kind, inner.kind, inner.stance) == ("outlet", "anonymous", "predicts")


QUOTED_TREE = """
“ “ PUNCT 4 punct
We we PRON 4 nsubj
will will AUX 4 aux
vote vote VERB 8 ccomp
, , PUNCT 4 punct
” ” PUNCT 4 punct
he he PRON 8 nsubj
said say VERB 0 root
. . PUNCT 8 punct
"""


def test_a_speaker_after_the_quotation() -> None:
    text = "“We will vote,” he said."
    (one,) = find_attributions(document(text, tree(text, QUOTED_TREE)))
    assert told(one) == ("he", "said", ["We will vote,"])
    assert (one.form, one.kind) == ("direct", "named")


def test_a_speaker_amid_the_quotation() -> None:
    text = "“We will vote,” he said. “Nobody can stop us.”"
    second = """
“ “ PUNCT 4 punct
Nobody nobody PRON 4 nsubj
can can AUX 4 aux
stop stop VERB 0 root
us we PRON 4 obj
. . PUNCT 4 punct
” ” PUNCT 4 punct
"""
    sentences = tree(text, QUOTED_TREE), tree(text, second, offset=25)
    (one,) = find_attributions(document(text, *sentences))
    assert told(one) == ("he", "said", ["We will vote,", "Nobody can stop us."])
    assert one.content.text == "We will vote,” he said. “Nobody can stop us."


def test_a_quotation_of_several_sentences_is_one_content() -> None:
    text = "“He lied. We will vote,” he said."
    first = "“ “ PUNCT 3 punct\nHe he PRON 3 nsubj\nlied lie VERB 0 root\n. . PUNCT 3 punct"
    second = QUOTED_TREE.replace("“ “ PUNCT 4 punct\n", "").strip().splitlines()
    shifted = "\n".join(
        " ".join([*row[:3], str(max(int(row[3]) - 1, 0)), row[4]]) for row in (line.split() for line in second)
    )
    (one,) = find_attributions(document(text, tree(text, first), tree(text, shifted, offset=9)))
    assert told(one) == ("he", "said", ["He lied. We will vote,"])


def test_a_speaker_in_the_sentence_before() -> None:
    text = "The mayor was blunt. “We lost.”"
    first = """
The the DET 2 det
mayor mayor NOUN 4 nsubj Number=Sing
was be AUX 4 cop
blunt blunt ADJ 0 root
. . PUNCT 4 punct
"""
    second = "“ “ PUNCT 3 punct\nWe we PRON 3 nsubj\nlost lose VERB 0 root\n. . PUNCT 3 punct\n” ” PUNCT 3 punct"
    (one,) = find_attributions(document(text, tree(text, first), tree(text, second, offset=20)))
    assert told(one) == ("The mayor", None, ["We lost."])


def test_a_clause_that_holds_a_quotation_is_mixed() -> None:
    text = "The minister said that the talks “had failed”."
    table = """
The the DET 2 det
minister minister NOUN 3 nsubj Number=Sing
said say VERB 0 root
that that SCONJ 9 mark
the the DET 6 det
talks talk NOUN 9 nsubj
“ “ PUNCT 9 punct
had have AUX 9 aux
failed fail VERB 3 ccomp
” ” PUNCT 9 punct
. . PUNCT 3 punct
"""
    (one,) = find_attributions(document(text, tree(text, table)))
    assert told(one) == ("The minister", "said", ["that the talks “had failed”"])
    assert one.form == "mixed"


def test_a_heading_with_a_speaker() -> None:
    text = "Minister: the bridge is safe\n\n" + "The bridge over the river was opened again to cars. " * 3
    table = """
Minister minister NOUN 0 root Number=Sing
: : PUNCT 1 punct
the the DET 4 det
bridge bridge NOUN 6 nsubj
is be AUX 6 cop
safe safe ADJ 1 parataxis
"""
    (one,) = find_attributions(document(text, tree(text, table)))
    assert told(one) == ("Minister", ":", ["the bridge is safe"])


def test_an_embedded_post() -> None:
    text = "#WATCH The king has left. — Daily News (@daily) October 8, 2025"
    name = Span.of(text, 28, 38)
    post = Post(Span.of(text, 0, len(text)), (0, 25), name, None, None, date(2025, 10, 8), "X")
    given = document(text)
    given = replace(given, article=replace(given.article, layout=Layout(posts=(post,))))
    (one,) = find_attributions(given)
    assert told(one) == ("Daily News", None, ["#WATCH The king has left."])
    assert (one.kind, one.form) == ("post", "direct")


def test_the_author_speaks() -> None:
    text = "I think the plan failed."
    table = """
I I PRON 2 nsubj PronType=Prs
think think VERB 0 root
the the DET 4 det
plan plan NOUN 5 nsubj
failed fail VERB 2 ccomp
. . PUNCT 2 punct
"""
    (one,) = find_attributions(document(text, tree(text, table)))
    assert (told(one), one.kind) == (("I", "think", ["the plan failed"]), "author")


HAMMERED_TREE = """
Voters voter NOUN 2 nsubj Number=Plur
hammered hammer VERB 0 root
the the DET 4 det
tax tax NOUN 2 obj
. . PUNCT 2 punct
"""


def test_the_head_finds_what_no_rule_does() -> None:
    text = "Voters hammered the tax."
    reading = AttributionReading((0.9, 0.1, 0, 0, 0), (0, 0.9, 0, 0, 0), (0, 0, 0.8, 0.9, 0.1))
    (one,) = find_attributions(document(text, tree(text, HAMMERED_TREE, reading=reading)))
    assert told(one) == ("Voters", "hammered", ["the tax"])
    assert find_attributions(document(text, tree(text, HAMMERED_TREE))) == ()


def test_the_head_moves_the_end_of_a_content() -> None:
    table = SAID_TREE.replace("failed fail VERB 3 ccomp", "failed fail VERB 3 dep").replace(
        "talks talk NOUN 8 nsubj", "talks talk NOUN 3 ccomp"
    )
    reading = AttributionReading((0.9,) * 2 + (0.0,) * 7, (0, 0, 0.9) + (0.0,) * 6, (0,) * 3 + (0.9,) * 5 + (0.0,))
    (one,) = find_attributions(document(SAID, tree(SAID, table, reading=reading)))
    assert told(one) == ("The minister", "said", ["the talks had failed"])


def test_the_head_can_overrule_a_weak_rule() -> None:
    text = "Voters planned a party."
    table = (
        HAMMERED_TREE.replace("hammered hammer", "planned plan")
        .replace("the the", "a a")
        .replace("tax tax", "party party")
    )
    unsure = AttributionReading((0.0,) * 5, (0.01,) * 5, (0.01,) * 5)
    assert find_attributions(document(text, tree(text, table, reading=unsure))) == ()
    (one,) = find_attributions(document(text, tree(text, table)))
    assert told(one) == ("Voters", "planned", ["a party"])


def test_a_reason_that_is_cited_is_nobody_s_word() -> None:
    (record,) = diurna.code(["The minister resigned on Monday, citing health reasons."])
    assert record.events[0].attribution == ()


def test_a_source_that_is_cited_speaks() -> None:
    (record,) = diurna.code(["The agency reported the attack, citing two security officials."])
    assert {a.source.text for a in record.attributions if a.source} == {"two security officials", "The agency"}
