"""Stories told by several outlets (corpus/stories/*.txt), for merging across articles: their articles and labels.

A file is a family: one story, or several that are easily taken for one another. Its header gives `family: NAME`,
`lookalike: yes` or `no`, and the facts of each story. Then come the articles, each after a line
`@ STORY | DAY | OUTLET` (and `| copy: NAME` where articles of that name are copies of one text). In the text
`{words|event}` marks the words that tell an event; the event's name is one for the whole family.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from diurna.records import Article, Span

FOLDER = Path(__file__).parent / "stories"
_LABEL = re.compile(r"\{([^{}|]+)\|([\w-]+)\}")
_HEAD = re.compile(r"@ (?P<story>\d+) \| (?P<day>\d{4}-\d\d-\d\d) \| (?P<outlet>[^|]+?)(?: \| copy: (?P<copy>\S+))?")


@dataclass(frozen=True, slots=True)
class Told:
    """An article of a story, the words that tell the story's events, and of which copied text it is."""

    article: Article
    family: str
    story: str
    lookalike: bool
    labels: tuple[tuple[Span, str], ...]
    copy: str | None

    @property
    def trains(self) -> bool:
        """Return whether the article's family is of the half that weights are fitted on; the other half tests."""
        return blake2b(self.family.encode(), digest_size=2).digest()[0] % 2 == 0


def told_stories(folder: Path = FOLDER) -> list[Told]:
    """Return all articles, in the order of the files; raises ValueError naming file and line where one is wrong."""
    return [told for file in sorted(folder.glob("*.txt")) for told in _family(file)]


def _family(file: Path) -> list[Told]:
    head, *rest = re.split(r"(?m)^(?=@)", file.read_text("utf-8"))
    family = re.search(r"(?m)^family: (\S+)$", head)
    lookalike = re.search(r"(?m)^lookalike: (yes|no)$", head)
    if not family or not lookalike:
        raise ValueError(f"{file.name}: the header lacks 'family: NAME' or 'lookalike: yes/no'; add the line")
    made, line = [], head.count("\n") + 1
    for number, part in enumerate(rest, 1):
        first, _, body = part.partition("\n")
        fields = _HEAD.fullmatch(first)
        if fields is None:
            raise ValueError(f"{file.name}:{line}: write '@ STORY | YYYY-MM-DD | OUTLET'")
        text, labels = _unmarked(" ".join(body.split()), f"{family[1]}.")
        if not labels:
            raise ValueError(f"{file.name}:{line}: no event is marked; write {{words|event}} where one is told")
        article = Article(
            id=f"{family[1]}-{number:02}",
            text=text,
            source=fields["outlet"],
            published=date.fromisoformat(fields["day"]),
            language="en",
            origin=f"{file.name}:{line}",
        )
        story = f"{family[1]}.{fields['story']}"
        made.append(Told(article, family[1], story, lookalike[1] == "yes", labels, fields["copy"]))
        line += part.count("\n")
    return made


def _unmarked(marked: str, family: str) -> tuple[str, tuple[tuple[Span, str], ...]]:
    """Return the text without marks, and each marked stretch of it with the event's full name."""
    text, labels, end = "", [], 0
    for match in _LABEL.finditer(marked):
        text += marked[end : match.start()]
        labels.append((Span(len(text), len(text) + len(match[1]), match[1]), family + match[2]))
        text += match[1]
        end = match.end()
    return text + marked[end:], tuple(labels)
