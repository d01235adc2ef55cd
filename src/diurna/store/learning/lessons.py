"""What there is to learn from: the candidates of corrected articles, and whether each is an event that people have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from diurna.annotate import annotate
from diurna.code.events import Weighed, weighed
from diurna.read import article_of
from diurna.records import Article, Document, Event
from diurna.store.corrections.correction import Anchor
from diurna.store.corrections.gold import Gold

HELD_OUT = 3  # of so many articles one is held out


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate that somebody judged: what speaks for it, its event, and the gold event it is, None where none.

    `again` where a likelier candidate is that event, so that this one is another mention of it.
    """

    weighed: Weighed
    event: Event
    gold: Event | None
    again: bool


@dataclass(frozen=True, slots=True)
class Read:
    """A corrected article, annotated anew."""

    gold: Gold
    document: Document

    @property
    def held_out(self) -> bool:
        """Return whether the article is one of those that nothing is learned from, by its key."""
        return blake2b(self.gold.key.encode(), digest_size=4).digest()[0] % HELD_OUT == 0


def read_again(golds: Iterable[Gold]) -> Iterator[Read]:
    """Yield corrected articles annotated anew, in order."""
    listed = list(golds)
    documents = annotate(_article(one.machine.article) for one in listed)
    for one, document in zip(listed, documents, strict=True):
        yield Read(one, document)


def judged(read: Read) -> Iterator[Judged]:
    """Yield the candidates of an article that somebody judged: all where it is done, else those at touched words."""
    gold, anchors = read.gold, read.gold.touched
    events = [e for e in gold.shown.record.events if gold.whole or gold.shown.anchors[e.id] in anchors]
    taken: set[str] = set()
    found = [(one, one.event()) for one in weighed(read.document)]
    for one, event in sorted(found, key=lambda each: -each[0].score):
        if not gold.whole and not any(_meets(event, anchor) for anchor in anchors):
            continue
        same = next((e for e in events if e.type == event.type and _tells(e, event)), None)
        yield Judged(one, event, same, again=same is not None and same.id in taken)
        if same is not None:
            taken.add(same.id)


def wanted(read: Read) -> int:
    """Return how many events an article has that somebody confirmed, changed or added."""
    gold, anchors = read.gold, read.gold.touched
    return sum(gold.whole or gold.shown.anchors[e.id] in anchors for e in gold.shown.record.events)


def _article(article: Article) -> Article:
    """Return the article as it is read again: how the page was laid out is not kept, and is seen in its text."""
    given = {
        "id": article.id, "text": article.text, "title": article.title, "url": article.url, "source": article.source,
        "published": article.published, "language": article.language,
    }  # fmt: skip
    return article_of({name: value for name, value in given.items() if value is not None})


def _tells(gold: Event, event: Event) -> bool:
    return any(event.trigger.overlaps(spot) for spot in (gold.trigger, *gold.mentions))


def _meets(event: Event, anchor: Anchor) -> bool:
    return event.trigger.start < anchor.end and anchor.start < event.trigger.end
