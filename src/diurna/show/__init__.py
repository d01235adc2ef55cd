"""The forms of a record: JSON, PLOVER, CSV, a table for the terminal, HTML for a notebook."""

from diurna.show.html import record_html
from diurna.show.plover import plover_events, plover_lines
from diurna.show.quotes import Quote, print_quotes, quote_lines, quotes
from diurna.show.table import print_records, record_table
from diurna.show.table_csv import csv_lines
from diurna.store.record_json import as_json, to_json_line
from diurna.store.record_read import from_json

__all__ = [
    "Quote", "as_json", "csv_lines", "from_json", "plover_events", "plover_lines", "print_quotes", "print_records",
    "quote_lines", "quotes", "record_html", "record_table", "to_json_line",
]  # fmt: skip
