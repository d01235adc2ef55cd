"""Step 1, read: sources in, articles out, each with its text as given and the layout of its page."""

from diurna.read.articles import article_of
from diurna.read.layout import layout_of
from diurna.read.sources import read_articles

__all__ = ["article_of", "layout_of", "read_articles"]
