"""A record as HTML for a notebook: the text with its marks, and beneath it the table of its events."""

from __future__ import annotations

from html import escape

from diurna.records import Attribution, Event, Record
from diurna.show.display_text import shown
from diurna.show.lookup import chain, name_of, names_of, number_told, sayers
from diurna.show.marks import Kind, Piece, pieces

# Half-transparent grounds and lines of middle brightness, so that the page's own colour of text stays
# legible over them on light and on dark pages alike. Lines have places of their own: an actor's words may
# be a place's too.
_GROUND: dict[Kind, str] = {"quotation": "rgba(128,128,128,.20)", "event": "rgba(235,165,0,.40)"}
_LINES: tuple[tuple[Kind, str], ...] = (
    ("actor", "#3f8fe0"), ("recipient", "#e2683c"), ("place", "#2fa36b"), ("date", "#a26bd6"),
)  # fmt: skip
_KINDS: tuple[Kind, ...] = ("event", "actor", "recipient", "date", "place", "quotation")

_CELL = "padding:.25em .8em .25em 0;text-align:left;vertical-align:top;border-bottom:1px solid rgba(128,128,128,.35)"


def record_html(record: Record) -> str:
    """Return a fragment of HTML that stands alone: no script, no style sheet, all of the article escaped.

    In the text events stand on a ground and carry their number in the table; quotations stand on a ground
    too; actors, recipients, places and dates are underlined, each in a colour that the legend names.
    """
    article = record.article
    parts = [
        '<div class="diurna" style="color:inherit;line-height:1.9;max-width:60em">',
        f'<div style="font-weight:bold">{_safe(article.title or article.id)}</div>',
        f'<div style="opacity:.7">{_facts(record)}</div>',
    ]
    if article.state == "failed":
        parts.append(f'<div style="color:#d9453d">failed: {_safe(article.error or "")}</div>')
    parts.append(f'<div style="margin:.5em 0">{_legend()}</div>')
    parts.append(f'<div style="white-space:pre-wrap">{_text(record)}</div>')
    if record.events:
        parts.append(_table(record))
    return "\n".join([*parts, "</div>"])


def _safe(words: str) -> str:
    return escape(shown(words))


def _facts(record: Record) -> str:
    article = record.article
    published = article.published.isoformat() if article.published else ""
    facts = (published, article.source or "", article.id if article.title else "")
    return " · ".join(_safe(fact) for fact in facts if fact)


def _legend() -> str:
    return " &nbsp; ".join(f'<span style="{_style(frozenset([kind]))}">{kind}</span>' for kind in _KINDS)


def _text(record: Record) -> str:
    return "".join(_piece(record.article.text[piece.start : piece.end], piece) for piece in pieces(record))


def _piece(words: str, piece: Piece) -> str:
    # Line by line, since `shown` would make one line of several, and the page is to keep the article's own.
    marked = "\n".join(_kept(line) for line in words.split("\n"))
    if piece.kinds:
        kinds = ", ".join(kind for kind in _KINDS if kind in piece.kinds)
        marked = f'<span style="{_style(piece.kinds)}" title="{kinds}">{marked}</span>'
    if piece.trigger_of:
        marked += f'<sup style="opacity:.75;line-height:0">{",".join(map(str, piece.trigger_of))}</sup>'
    return marked


def _kept(line: str) -> str:
    """Return the line escaped, with the white space at its ends that `shown` takes away."""
    if not line.strip():
        return " " if line else ""
    before, after = (" " if line[0].isspace() else ""), (" " if line[-1].isspace() else "")
    return f"{before}{_safe(line)}{after}"


def _style(kinds: frozenset[Kind]) -> str:
    style = ["color:inherit", "padding:.1em 0 .15em"]
    for kind in ("event", "quotation"):
        if kind in kinds:
            style.append(f"background:{_GROUND[kind]}")
            break
    lines = [colour for kind, colour in _LINES if kind in kinds]
    if lines:
        # Each line lies two pixels above the last; the first in the list is drawn on top.
        drawn = (f"inset 0 -{2 * (depth + 1)}px {colour}" for depth, colour in enumerate(lines))
        style.append("box-shadow:" + ",".join(drawn))
    return ";".join(style)


def _table(record: Record) -> str:
    heads = ("", "what", "who", "whom", "when", "where", "on whose word", "status")
    names = names_of(record)
    rows = [
        "<tr>" + "".join(f'<th style="{_CELL}">{head}</th>' for head in heads) + "</tr>",
        *(
            "<tr>"
            + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in _cells(event, said, names, number))
            + "</tr>"
            for number, (event, said) in enumerate(zip(record.events, sayers(record), strict=True), start=1)
        ),
    ]
    style = "border-collapse:collapse;background:transparent;color:inherit;font-size:inherit;"
    style += "margin-top:.8em;line-height:1.4"
    return f'<table style="{style}">{"".join(rows)}</table>'


def _cells(event: Event, said: tuple[Attribution, ...], names: dict[str, str], number: int) -> tuple[str, ...]:
    when = event.date
    days = "" if when is None else when.start if when.start == when.end else f"{when.start} to {when.end}"
    told = [f"{what}: {number_told(count)}" for what, count in event.counts.items()]
    stance = f" ({said[0].stance})" if said and said[0].stance != "asserts" else ""
    return (
        str(number),
        f"<b>{_safe(event.type)}</b> {_safe(', '.join(event.modes))}<br>“{_safe(event.trigger.text)}”",
        "<br>".join(_safe(name_of(actor)) for actor in event.actors),
        "<br>".join(_safe(line) for line in [*map(name_of, event.recipients), *told]),
        f'<span style="white-space:nowrap">{_safe(days)}</span>',
        _safe(", ".join(filter(None, (event.place.name, event.place.country)))) if event.place else "",
        _safe(chain(said, names) + stance) if said else "the author",
        _safe(event.status),
    )
