"""Count events on pages that tell none: `python -m benchmarks.quiet [-v]`.

corpus/quiet/pages.txt holds pages about sport, weather, film, cooking, science, travel, business and private life,
written for it, in the words of conflict ("struck", "surrendered", "under attack"). Asked: at most 0.3 events a page.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import diurna

PAGES = Path(__file__).parent.parent / "corpus/quiet/pages.txt"


def main() -> None:
    """Print events a page, over all and by field."""
    parts = re.split(r"(?m)^= (.+)$", PAGES.read_text("utf-8"))[1:]
    pages = [{"id": name, "text": text.strip()} for name, text in zip(parts[::2], parts[1::2], strict=True)]
    count, fields = Counter[str](), Counter[str]()
    for record in diurna.code(pages):
        field = record.article.id.split("-")[0]
        fields[field] += 1
        count[field] += len(record.events)
        if "-v" in sys.argv:
            for event in record.events:
                print(record.article.id, event.type, event.trigger.text, event.confidence, event.status)
    print(f"{sum(count.values())} events on {len(pages)} pages: {sum(count.values()) / len(pages):.2f} a page")
    print("  ".join(f"{field} {count[field] / n:.2f}" for field, n in fields.items()))


if __name__ == "__main__":
    main()
