"""Fragments of HTML to plain text: what feeds, newsletters and news APIs carry in a field."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"<(?:p|br|div|a|b|i|em|strong|span|h[1-6]|ul|ol|li|img|figure|blockquote|html|body|table)\b[^<>]{0,2000}>", re.I
)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5});", re.I)
_BLOCKS = frozenset((
    "p", "div", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "table", "tr",
    "figure", "figcaption", "header", "footer", "pre", "hr",
))  # fmt: skip
_SILENT = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "svg", "form", "button", "select", "textarea",
    "head", "title",
))  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f]+")


def is_fragment(text: str) -> bool:
    """Return whether a field's text is markup: it has a tag that HTML knows."""
    return bool(_TAG.search(text[:20_000]))


def text_of_fragment(text: str) -> str:
    """Return the words of a fragment of HTML, an empty line between its paragraphs; scripts and forms are left out."""
    from lxml import etree, html  # slow to import, and few sources need it

    try:
        root = html.fromstring(f"<div>{text}</div>", parser=html.HTMLParser(recover=True, huge_tree=False))
    except (etree.ParserError, ValueError):
        return re.sub(r"<[^<>]*>", " ", text)
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else "#"
        if event == "start":
            if name in _BLOCKS:
                parts.append("\n\n")
            elif name == "br":
                parts.append("\n")
            if not _is_silent(element):
                parts.append(_SPACE.sub(" ", element.text or ""))
        else:
            if name in _BLOCKS:
                parts.append("\n\n")
            parent = element.getparent()
            if parent is not None and not _is_silent(parent):
                parts.append(_SPACE.sub(" ", element.tail or ""))
    joined = re.sub(r" *\n *", "\n", "".join(parts))
    return re.sub(r"\n{3,}", "\n\n", joined).strip()


def unescaped(text: str) -> str:
    """Return a title or the like without entities and tags: "Talks &amp; tears"."""
    return text_of_fragment(text) if _ENTITY.search(text) or _TAG.search(text) else text


def _is_silent(element: object) -> bool:
    while element is not None:
        tag = getattr(element, "tag", None)
        if not isinstance(tag, str) or tag in _SILENT:
            return True
        element = element.getparent()  # type: ignore[attr-defined]
    return False
