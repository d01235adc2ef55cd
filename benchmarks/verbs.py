"""Score verbs in time against TimeML's EVENT attributes: `python -m benchmarks.verbs [DATA] [-v]`.

- tense, aspect: of event words that are verbs, the share with TimeML's value (modal groups, whose tense TimeML leaves
  open, are not counted for tense).
- polarity: F1 of negated event words.
- told apart: whether an event that is reported (SLINK EVIDENTIAL), future (tense FUTURE), hypothetical (a modal, or
  SLINK MODAL or CONDITIONAL) or denied (polarity NEG, SLINK COUNTER_FACTIVE or NEG_EVIDENTIAL) is told from one that
  the author tells as having happened; diurna's answer is "happened and outside every attribution". TimeML links only
  the head of a reported clause, so an event word below it in the tree is reported too; infinitives without any link
  say neither and are not counted, nor are reporting verbs. Accuracy over both kinds, and each kind's share told right.
Half of TimeBank (by a hash of the file's name) was looked at while the rules were written, the other half tests.
AQUAINT calls half of its event words negative, so only its tense and aspect are scored.
"""

from __future__ import annotations

import html
import re
import sys
from collections import Counter
from hashlib import md5
from pathlib import Path

from diurna.annotate import annotate
from diurna.code.attributions import find_attributions
from diurna.code.grammar import Grammar
from diurna.code.status import status_of
from diurna.code.verbs import verbal_of
from diurna.read import article_of
from diurna.records import Document

TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
DENIED, SUPPOSED = ("COUNTER_FACTIVE", "NEG_EVIDENTIAL"), ("MODAL", "CONDITIONAL")


def annotated(path: Path) -> tuple[str, list[tuple[int, dict[str, str]]]]:
    """Return a TimeML file's text and its event words: where each begins, and its attributes with its links'."""
    whole = path.read_text("utf-8", errors="replace")
    body = whole[whole.index("<TEXT>") + len("<TEXT>") : whole.rindex("</TEXT>")]
    links: dict[str, str] = {}
    for link in re.findall(r"<SLINK[^>]*>", whole):
        read = dict(ATTRIBUTE.findall(link))
        links.setdefault(read.get("subordinatedEventInstance", ""), read.get("relType", ""))
    instances: dict[str, dict[str, str]] = {}
    for made in re.findall(r"<MAKEINSTANCE[^>]*>", whole):
        read = dict(ATTRIBUTE.findall(made))
        instances.setdefault(read["eventID"], {**read, "link": links.get(read.get("eiid", ""), "")})
    text, at, events = "", 0, []
    for tag in TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[2] == "EVENT" and not tag[1]:
            read = dict(ATTRIBUTE.findall(tag[3]))
            if read.get("eid") in instances:
                events.append((len(text), {**read, **instances[read["eid"]]}))
    return text + html.unescape(body[at:]), events


def kind_of(event: dict[str, str]) -> str:
    """Return what TimeML says of the event: denied, future, hypothetical, reported, happened, or nothing ("")."""
    if event.get("polarity") == "NEG" or event["link"] in DENIED:
        return "denied"
    if event.get("tense") == "FUTURE":
        return "future"
    if event.get("modality", "none").lower() not in ("", "none") or event["link"] in SUPPOSED:
        return "hypothetical"
    if event["link"] == "EVIDENTIAL":
        return "reported"
    return "" if event.get("tense") == "INFINITIVE" and not event["link"] else "happened"


def below(grammar: Grammar, word: int, heads: set[int]) -> bool:
    """Return whether a governor of the word, however far up, is among `heads`."""
    while (word := grammar.tokens[word].head) >= 0:
        if word in heads:
            return True
    return False


class Score:
    """Right and counted, by what is measured."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.counted: Counter[str] = Counter()
        self.negated = [0, 0, 0]

    def add(self, what: str, right: bool) -> None:
        """Count one case."""
        self.counted[what] += 1
        self.right[what] += right

    def share(self, what: str) -> str:
        """Return the share that is right, as text."""
        return f"{what} {self.right[what] / max(self.counted[what], 1):.3f} of {self.counted[what]}"


def score_file(text: str, events: list[tuple[int, dict[str, str]]], document: Document, score: Score) -> None:
    """Count the cases of one file."""
    contents = [part for a in find_attributions(document) for part in a.parts]
    for sentence in document.sentences:
        grammar = Grammar(sentence)
        words = {t.start: t.index for t in sentence.tokens}
        here = [(words[start], event) for start, event in events if start in words]
        reported = {word for word, event in here if event["link"] == "EVIDENTIAL"}
        for word, event in here:
            read = verbal_of(grammar, word)
            if event.get("pos") == "VERB":
                score.add("aspect", read.aspect == event.get("aspect"))
                if event.get("modality", "none").lower() in ("", "none"):
                    score.add("tense", read.tense == event.get("tense"))
            denied = event["polarity"] == "NEG"
            for place, holds in enumerate((read.negated and denied, read.negated, denied)):
                score.negated[place] += holds
            kind = kind_of(event)
            if kind == "happened" and below(grammar, word, reported):
                kind = "reported"
            if event["class"] == "REPORTING" or not kind:
                continue
            at = sentence.tokens[word].start
            vouched = not any(part.start <= at < part.end for part in contents)
            plain = vouched and status_of(grammar, word) == "happened"
            score.add("told apart", plain == (kind == "happened"))
            score.add(kind, plain == (kind == "happened"))
            if "-v" in sys.argv and plain != (kind == "happened"):
                print(f"{kind} got {'happened' if plain else 'other'}: {text[max(0, at - 90) : at + 40]!r}")


def main() -> None:
    """Print the figures of TimeBank's halves and of AQUAINT."""
    arguments = [a for a in sys.argv[1:] if not a.startswith("-")]
    data = Path(arguments[0] if arguments else "../shared/data")
    for name, half in (("TimeBank", 0), ("TimeBank", 1), ("AQUAINT", None)):
        paths = sorted((data / "time" / name).glob("[!.]*.tml"))
        files = [annotated(p) for p in paths if half is None or md5(p.name.encode()).digest()[0] % 2 == half]
        score = Score()
        for (text, events), document in zip(files, annotate(article_of(text) for text, _ in files), strict=True):
            score_file(text, events, document, score)
        label = name if half is None else f"{name}, {('half looked at', 'half that tests')[half]}"
        print(f"{label}: {score.share('tense')}  {score.share('aspect')}")
        if half is not None:
            both, found, marked = score.negated
            print(
                f"  polarity F1 {2 * both / max(found + marked, 1):.3f} ({marked} negated)  {score.share('told apart')}"
            )
            print("  " + "  ".join(map(score.share, ("happened", "reported", "future", "hypothetical", "denied"))))


if __name__ == "__main__":
    main()
