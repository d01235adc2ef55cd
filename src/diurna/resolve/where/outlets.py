"""The country an outlet writes for, by its address or name: "Hamilton" is another town in New Zealand's papers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

from diurna.records import Article
from diurna.resolve.where.tables import rows


def home_of(article: Article) -> str | None:
    """Return the country (alpha-3) the article's outlet writes for: by outlets.csv, else by its address's ending."""
    host = _host(article.url) if article.url else ""
    by_host, by_name = _outlets()
    parts = host.split(".")
    told = next((code for n in range(len(parts) - 1) if (code := by_host.get(".".join(parts[n:])))), None)
    name = (article.source or "").removeprefix("The ").strip()
    return told or _endings().get(parts[-1]) or by_name.get(name.casefold()) or _endings().get(_ending(name))


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # "http://[news"
        return ""


def _ending(name: str) -> str:
    """Return the ending of a source that is an address: "thisisoxfordshire.co.uk"; else ""."""
    return name.rpartition(".")[2].lower() if " " not in name and "." in name else ""


@cache
def _outlets() -> tuple[Mapping[str, str], Mapping[str, str]]:
    text = files("diurna.resolve.where").joinpath("outlets.csv").read_text(encoding="utf-8")
    found = [cells for _, cells in rows(text.splitlines(), "outlets.csv", ["host", "name", "country"])]
    by_host = {host: code for host, _, code in found if host}
    return by_host, {name.casefold(): code for _, name, code in found if name}


@cache
def _endings() -> Mapping[str, str]:
    text = files("diurna.resolve.where").joinpath("endings.csv").read_text(encoding="utf-8")
    return {ending: code for _, (ending, code) in rows(text.splitlines(), "endings.csv", ["ending", "country"])}
