"""Who said what, to whom, when: the attributions of records as rows, a table for a terminal, and CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from diurna.records import Attribution, Record
from diurna.records.saying import source_name
from diurna.show.csv_line import csv_line
from diurna.show.display_text import quoted, shown
from diurna.show.lookup import entities_of, names_of

HEADER = (
    "article_id", "title", "published", "quote_id", "speaker", "speaker_country", "speaker_kind", "form", "stance",
    "said", "to_whom", "quote", "start", "end", "link", "how_many", "of_body", "why_unnamed", "platform", "handle",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage on somebody's word, with its article; `start` and `end` are offsets of the words in its text."""

    article_id: str
    title: str | None
    published: str | None
    quote_id: str
    speaker: str
    speaker_country: str | None
    speaker_kind: str
    form: str
    stance: str
    said: str | None
    to_whom: str | None
    quote: str
    start: int
    end: int
    link: str | None
    how_many: str | None = None
    of_body: str | None = None
    why_unnamed: str | None = None
    platform: str | None = None
    handle: str | None = None


def quotes(records: Iterable[Record], *, indirect: bool = False) -> Iterator[Quote]:
    """Yield the quotations of records in text order: direct and mixed speech and posts; with `indirect` all speech.

    `link` is the article's address with a text fragment (https://wicg.github.io/scroll-to-text-fragment/) that a
    browser scrolls to, or None where the article has no address.
    """
    for record in records:
        names, entities = names_of(record), entities_of(record)
        for said in record.attributions:
            if said.form == "indirect" and not indirect:
                continue
            entity = entities.get(said.entity or "")
            yield Quote(
                article_id=record.article.id,
                title=record.article.title,
                published=record.article.published.isoformat() if record.article.published else None,
                quote_id=said.id,
                speaker=source_name(said, names),
                speaker_country=entity.country if entity else None,
                speaker_kind=said.kind,
                form=said.form,
                stance=said.stance,
                said=said.cue.text if said.cue else None,
                to_whom=said.addressee.text if said.addressee else None,
                quote=" [...] ".join(part.text for part in said.parts or (said.content,)),
                start=said.content.start,
                end=said.content.end,
                link=_link(record, said),
                how_many=said.how_many.span.text if said.how_many else None,
                of_body=said.of_body.text if said.of_body else None,
                why_unnamed=said.why_unnamed.text if said.why_unnamed else None,
                platform=said.post.platform if said.post else None,
                handle=said.post.handle.text if said.post and said.post.handle else None,
            )


def quote_lines(found: Iterable[Quote]) -> Iterator[str]:
    """Yield the header and the quotations as lines of CSV (RFC 4180), each with its line end."""
    yield csv_line(HEADER)
    for quote in found:
        yield csv_line(getattr(quote, name) for name in HEADER)


def print_quotes(found: Iterable[Quote], console: Console, *, by_person: bool = False) -> None:
    """Print the quotations as they come; `by_person` groups them, who says most first, and so holds them all."""
    if not by_person:
        for quote in found:
            console.print(_table([quote], head=True), highlight=False)
        return
    all_of_them = list(found)
    counts = Counter(quote.speaker for quote in all_of_them)
    for speaker, count in counts.most_common():
        console.print(Text.assemble((shown(speaker), "bold"), (f"  {count}", "dim")))
        console.print(_table([q for q in all_of_them if q.speaker == speaker], head=False), highlight=False)


def _table(found: list[Quote], *, head: bool) -> Table:
    columns = [Column(ratio=2, overflow="fold"), Column(ratio=5, overflow="fold")]
    table = Table(*columns, box=box.SIMPLE, show_header=False, show_edge=False, expand=True, pad_edge=False)
    for quote in found:
        whom = f" to {shown(quote.to_whom)}" if quote.to_whom else ""
        told = Text()
        if head:
            told.append(shown(quote.speaker) + "\n", style="bold")
        told.append(f"{shown(quote.said or quote.form)}{whom}", style="dim")
        if quote.stance != "asserts":
            told.append(f" ({quote.stance})", style="dim")
        told.append("\n" + " · ".join(filter(None, (quote.published, shown(quote.article_id)))), style="dim")
        words = quoted(quote.quote) if quote.form != "indirect" else shown(quote.quote)
        table.add_row(told, Text(words))
    return table


def _link(record: Record, said: Attribution) -> str | None:
    if not record.article.url:
        return None
    from urllib.parse import quote

    words = (said.parts or (said.content,))[0].text.split()
    return f"{record.article.url}#:~:text={quote(' '.join(words[:6]), safe='')}"
