"""The table for a person at a terminal: an article's events, quotations and claims, each with its words."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Column, Table
from rich.text import Text

from diurna.records import Article, Record
from diurna.records.saying import source_name
from diurna.show.display_text import quoted, shown
from diurna.show.lookup import all_sayers, names_of
from diurna.show.table_cells import how_many, on_whose_word, what, when, where, who, whom

# Six columns need room for a person's name in each; below it who and whom, when and where share one.
_WIDE = 116


def print_records(records: Iterable[Record], console: Console) -> None:
    """Print each record: a header, a table of its events, its quotations and claims, as wide as the console.

    A failed article is its header and the reason. Nothing in an article's text can break the page: it is
    not read as markup, and control characters and direction marks are left out.
    """
    for record in records:
        console.print(record_table(record, console.width), highlight=False)


def record_table(record: Record, width: int) -> RenderableType:
    """Return the record for rich to print, laid out for a console of `width` columns."""
    parts: list[RenderableType] = [_header(record.article)]
    if record.article.state == "failed":
        parts.append(_failure(record.article))
    elif record.events:
        parts.append(_events(record, width))
    else:
        parts.append(Padding(Text("no events found", style="dim"), (1, 0, 1, 2)))
    parts += [section for section in (_quotations(record), _claims(record)) if section]
    return Group(*parts)


def _header(article: Article) -> RenderableType:
    title = Text(shown(article.title or "") or shown(article.id), style="bold")
    facts = [
        article.published.isoformat() if article.published else "",
        shown(article.source or ""),
        shown(article.id) if article.title else "",
    ]
    beneath = Text(" · ".join(fact for fact in facts if fact), style="dim")
    return Group(Rule(characters="━", style="dim"), title, *([beneath] if beneath else []))


def _failure(article: Article) -> RenderableType:
    reason = Text.assemble(("failed: ", "bold red"), (shown(article.error or ""), "red"))
    if article.origin:
        reason.append(f" ({shown(article.origin)})", style="dim")
    return Padding(reason, (1, 0, 1, 2))


def _events(record: Record, width: int) -> RenderableType:
    wide = width >= _WIDE
    table = Table(
        *_columns(wide),
        box=box.SIMPLE_HEAD,
        show_edge=False,
        leading=1,
        header_style="bold",
        border_style="dim",
        expand=True,
        padding=(0, 1, 0, 0),
        pad_edge=False,
    )
    # A blank line between events and no rules: the column of types leads the eye from one to the next.
    names = names_of(record)
    for event, said in zip(record.events, all_sayers(record), strict=True):
        done_by, numbers = who(event), how_many(event)
        day, place = when(event), where(event)
        if wide:
            cells = [
                what(event),
                done_by,
                _beneath(whom(event), numbers),
                day,
                place,
                on_whose_word(said, names),
            ]
        else:
            cells = [
                what(event),
                _beneath(done_by, whom(event, "→ "), numbers),
                _beneath(day, place),
                on_whose_word(said, names),
            ]
        table.add_row(*cells)
    return Padding(table, (1, 0))


def _columns(wide: bool) -> list[Column]:
    """Return the columns, their widths in proportion to what usually stands in them."""
    narrow = (("what", 17), ("who → whom", 26), ("when, where", 17), ("on whose word", 20))
    six = (("what", 16), ("who", 21), ("whom", 21), ("when", 13), ("where", 15), ("on whose word", 22))
    heads = six if wide else narrow
    return [Column(head, ratio=ratio, overflow="fold") for head, ratio in heads]


def _beneath(*cells: Text) -> Text:
    return Text("\n").join(cell for cell in cells if cell)


def _quotations(record: Record) -> RenderableType | None:
    names = names_of(record)
    rows = [
        (
            Text(shown(source_name(said, names))),
            Text(quoted(" [...] ".join(part.text for part in said.parts or (said.content,)))),
        )
        for said in record.attributions
        if said.form == "direct"
    ]
    return _section("quotations", rows)


def _claims(record: Record) -> RenderableType | None:
    rows = []
    for claim in record.claims:
        told = ", ".join(shown(part) for part in (claim.interval or "", str(claim.count or "")) if part)
        words = Text(quoted(claim.span.text))
        if told:
            words.append(f" ({told})", style="dim")
        rows.append((Text(shown(claim.kind.replace("_", " "))), words))
    return _section("claims", rows)


def _section(head: str, rows: list[tuple[Text, Text]]) -> RenderableType | None:
    if not rows:
        return None
    table = Table.grid(Column(ratio=1, overflow="fold"), Column(ratio=4, overflow="fold"), expand=True, padding=(0, 1))
    for row in rows:
        table.add_row(*row)
    return Padding(Group(Text(head, style="bold"), Padding(table, (0, 0, 0, 2))), (0, 0, 1, 0))
