"""How alike two tellings of one article are: evidence for their being one event, and its weights (weights.toml)."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache

from diurna.merge.apart import KEEPS_APART, SAID, keeps_apart, known_apart, own_date, parties
from diurna.merge.page import AROUND, Page, around, is_only_the_doer
from diurna.records import Event, Participant
from diurna.resolve.fitted import chance, fitted_weights

EVIDENCE = (
    "constant", "kin", "takes_up", "silent", "actors_shared", "actors_apart", "recipients_shared", "recipients_apart",
    "crossed", "opposed", "all_shared", "all_apart", "unlike", "counts_apart", "status_apart", "modes_shared",
    "modes_apart", "dates_shared", "dates_apart", "days_apart", "distance", "beside", "when_told",
    *AROUND, *KEEPS_APART,
)  # fmt: skip

# What all take part in alike: who is named as actor and who as recipient depends on the sentence (plover.md, CONSULT).
MUTUAL = frozenset(("CONSULT", "AGREE", "COOPERATE"))

# Told as background or as news, an event is the same one.
_COMPATIBLE = frozenset(("happened", "historical"))
# "the meeting", "their talks": a noun that takes up an event told before.
_TAKES_UP = re.compile(r"\b(?:the|this|that|these|those|their|its|his|her)\s+(?:\w+\s+)?$", re.IGNORECASE)
# "A boy was killed when police fired": whose death it was, and by what.
_DEATH = re.compile(r"\b(?:killed|injured|wounded|hurt|died)\b", re.IGNORECASE)
_WHEN = re.compile(r"[^.;]*\b(?:when|as|after)\b[^.;]*", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:\w+\s+)?$", re.IGNORECASE)
_SINCE_NEAR = 20
_TOLLS = frozenset(("killed", "wounded"))
_STEM = 5  # letters that two words of one root share: "suspended" and "suspension"
_BESIDE = 120  # characters: the same clause or the next


def evidence(earlier: Event, later: Event, page: Page) -> dict[str, float]:
    """Return what speaks for two events of one type being one, by the names of EVIDENCE; 0 where nothing is known."""
    text = page.text
    apart = max(0, later.trigger.start - earlier.trigger.end)
    found = {
        "constant": 1.0,
        "kin": float(not _stems(earlier.trigger.text).isdisjoint(_stems(later.trigger.text))),
        "takes_up": float(_TAKES_UP.search(text, max(0, later.trigger.start - 24), later.trigger.start) is not None),
        "silent": float(not later.actors and not later.recipients),
        "status_apart": float(earlier.status != later.status and not {earlier.status, later.status} <= _COMPATIBLE),
        "distance": math.log1p(apart / 200),
        "beside": float(apart < _BESIDE),
        "when_told": float(_is_told_when(earlier, later, text)),
        **around(earlier, later, page),
    }
    found["other_word"] = float(bool(found["same_sentence"]) and not found["kin"])
    if found["takes_up"] and not found["same_sentence"]:
        found["elapsed"] = 0.0  # "Two days after the attack, ..." tells of the same one
    if earlier.type in MUTUAL:
        ours, theirs = _keys(*earlier.actors, *earlier.recipients), _keys(*later.actors, *later.recipients)
        alone = min(len(ours), len(theirs)) == 1
        shared = len(ours & theirs)
        found |= {"all_shared": float(shared > 1), "actors_shared": float(shared > 1 or (alone and shared == 1))}
        found["actors_apart"] = float(bool(ours and theirs) and not found["actors_shared"])
        found["all_apart"] = float(shared < 2 and _partners_apart(earlier, later, page.people))
    else:
        actors, later_actors = _keys(*earlier.actors), _keys(*later.actors)
        recipients, later_recipients = _keys(*earlier.recipients), _keys(*later.recipients)
        found |= _compared("actors", actors, later_actors)
        found |= _compared("recipients", recipients, later_recipients)
        if _counts_agree(earlier, later):
            found.pop("recipients_apart", None)  # "eleven held", "arrested eleven students"
        crossed = bool(actors & later_recipients or recipients & later_actors)
        shared = bool({"actors_shared", "recipients_shared"} & found.keys())
        # "Police fired when a mob attacked them": each side's act is its own. Over a longer page who did it to whom is
        # too often read the wrong way round.
        near = bool(found["same_sentence"] or found["brief_page"])
        found["opposed"] = float(crossed and not shared and near)
        found["crossed"] = float(crossed and not found["opposed"])
        found["all_shared"] = found.get("actors_shared", 0.0) * found.get("recipients_shared", 0.0)
        found["all_apart"] = found.get("actors_apart", 0.0) * found.get("recipients_apart", 0.0)
    found |= _compared("modes", set(earlier.modes), set(later.modes))
    apart_in = {"actors_apart", "recipients_apart"} & found.keys()
    alike = {"actors_shared", "recipients_shared", "modes_shared"} & found.keys()
    if found["elapsed"] or (found.get("actors_apart") and found.get("modes_apart")):
        found["other_word"] = 0.0  # "shot nine days after an attack"; "police fired and miners set off dynamite"
    # What is said without a speaker or a hearer, in another word, takes up what was said only where it says so.
    nobody = earlier.type in SAID and not found["takes_up"] and not (parties(earlier) and parties(later))
    unlike = (apart_in or nobody) and not alike and not (found["kin"] or found["same_sentence"] or found["headline"])
    found["unlike"] = float(bool(unlike))
    found["counts_apart"] = float(_counts_apart(earlier, later))
    if earlier.date and later.date and own_date(earlier) and own_date(later):
        meet = earlier.date.start <= later.date.end and later.date.start <= earlier.date.end
        sure = earlier.date.basis == later.date.basis == "clause"
        found["dates_shared" if meet else "days_apart" if sure else "dates_apart"] = 1.0
    found |= keeps_apart(earlier, later, page.people)
    since = later.type == "ASSAULT" and _goes_on_since(earlier, text) != _goes_on_since(later, text)
    if since and not found.get("dates_shared"):
        found["days_apart"] = 1.0  # the war is not its news of today
    return found


def _partners_apart(earlier: Event, later: Event, people: Collection[str]) -> bool:
    """Return whether two meetings have others at them who are known: "met Bello" and "met Okoro"."""
    ours, theirs = (*earlier.actors, *earlier.recipients), (*later.actors, *later.recipients)
    both = {p.entity for p in ours} & {p.entity for p in theirs}
    return known_apart([p for p in ours if p.entity not in both], [p for p in theirs if p.entity not in both], people)


def _counts_apart(earlier: Event, later: Event) -> bool:
    """Return whether other numbers are arrested, released or the like; of the dead many a telling counts a part."""
    both = (earlier.counts.keys() & later.counts.keys()) - _TOLLS
    return any(
        (one.max is not None and other.min is not None and one.max < other.min)
        or (other.max is not None and one.min is not None and other.max < one.min)
        for one, other in ((earlier.counts[kind], later.counts[kind]) for kind in both)
    )


def _goes_on_since(event: Event, text: str) -> bool:
    """Return whether an event has gone on since a month or year: "a group that has fought the army since 2023"."""
    since = event.date if event.date is not None and own_date(event) and event.date.precision != "day" else None
    span = since.span if since is not None else None
    return span is not None and _SINCE.search(text, max(0, span.start - _SINCE_NEAR), span.start) is not None


def _counts_agree(earlier: Event, later: Event) -> bool:
    """Return whether both count as many killed, arrested or the like; one alone may be anyone."""
    both = earlier.counts.keys() & later.counts.keys()
    pairs = ((earlier.counts[kind], later.counts[kind]) for kind in both)
    return any(one.min == one.max == other.min == other.max and (one.max or 0) > 1 for one, other in pairs)


def _is_told_when(earlier: Event, later: Event, text: str) -> bool:
    """Return whether a death that nobody is told to have done is by what the same sentence goes on to tell."""
    if earlier.actors or not later.actors or not _DEATH.search(earlier.trigger.text):
        return False
    return _WHEN.fullmatch(text, earlier.trigger.end, later.trigger.start) is not None


def probability(earlier: Event, later: Event, page: Page, by: Mapping[str, float]) -> float:
    """Return how likely two events of one type are one, by the weights."""
    return chance(evidence(earlier, later, page), later.type, by)


@cache
def weights() -> Mapping[str, float]:
    """Return the weights by name, those of types among them; raises ValueError naming the one that is missing."""
    return fitted_weights("diurna.merge", "weights.toml", (*EVIDENCE, "same"))


def _compared(of: str, ours: set[str], theirs: set[str]) -> dict[str, float]:
    if not ours or not theirs:
        return {}
    return {f"{of}_shared" if ours & theirs else f"{of}_apart": 1.0}


def _keys(*group: Participant) -> set[str]:
    """Return by what participants are known; "the attackers" may be whoever is said to have attacked."""
    told = (p for p in group if not is_only_the_doer(p.span.text) or (p.name or "")[:1].isupper())
    return {p.entity or p.span.text.lower().removeprefix("the ") for p in told}


@lru_cache(4096)
def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in re.findall(r"\w{4,}", words.lower()))
