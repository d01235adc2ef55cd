"""A page as a person and a browser see it: its elements, the text of each, the addresses it names."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from lxml import html

HERE = "http://localhost/"


def read(page: str) -> html.HtmlElement:
    """Return the page's elements."""
    return html.document_fromstring(page)


def said(element: html.HtmlElement) -> str:
    """Return the text of an element, white space as one blank."""
    return re.sub(r"\s+", " ", element.text_content()).strip()


def rows(page: str, table: str = "//tbody/tr") -> list[list[str]]:
    """Return the text of the cells of a page's tables, or of the rows that htmx asked for."""
    return [[said(cell) for cell in row.xpath("./th|./td")] for row in read(page).xpath(table)]


def fields(page: str, within: str = "//dl") -> dict[str, str]:
    """Return the text of each named field of a page."""
    found = read(page).xpath(f"{within}//dt")
    return {said(name): said(name.getnext()) for name in found}


def links(page: str) -> set[str]:
    """Return the addresses, within the desk and without, that the page asks for or leads to."""
    found = read(page).xpath("//@href | //@src | //@hx-get | //@hx-post | //@action | //@formaction | //@data-chart")
    return {urljoin(HERE, str(address)).partition("#")[0] for address in found}


def is_here(address: str) -> bool:
    """Return whether the address is one of the desk."""
    return urlsplit(address)[:2] == urlsplit(HERE)[:2]
