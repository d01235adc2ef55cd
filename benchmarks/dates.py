"""Score time expressions and their values as TempEval-3 does: python -m benchmarks.dates

Relaxed: a found expression counts where it overlaps an annotated one (UzZaman and others 2013, section 5);
value F1 counts those whose TIMEX3 value is the annotated one. The whole line reads the text, so that verbs tell which
way a bare date points; the day of the file is the article's. Rules were tuned on TimeBank; AQUAINT only tests.
"""

from __future__ import annotations

import html
import re
import sys
from datetime import date
from pathlib import Path

from diurna.annotate import annotate
from diurna.read import article_of
from diurna.resolve.timing import dates_of, timing_of

DATA = Path("/work/shared/data/time")
TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
Gold = tuple[int, int, str]


def annotated(path: Path) -> tuple[date | None, str, list[Gold]]:
    """Return a TimeML file's creation day, its text, and its TIMEX3s as (start, end, value)."""
    whole = path.read_text(encoding="utf-8", errors="replace")
    head = re.search(r"<DCT>.*?value=\"([^\"]*)\"", whole, re.S)
    stamp = re.match(r"\d{4}-\d\d-\d\d", head[1]) if head else None
    body = whole[whole.index("<TEXT>") + len("<TEXT>") : whole.rindex("</TEXT>")]
    text, gold, opened, at = "", [], (0, ""), 0
    for tag in TAG.finditer(body):
        text += html.unescape(body[at : tag.start()])
        at = tag.end()
        if tag[2] != "TIMEX3":
            continue
        if tag[1]:
            gold.append((opened[0], len(text), opened[1]))
        else:
            value = re.search(r'value="([^"]*)"', tag[3])
            opened = (len(text), value[1] if value else "")
    return (date.fromisoformat(stamp[0]) if stamp else None), text + html.unescape(body[at:]), gold


def main() -> None:
    """Print precision, recall and F1 for both corpora; with -v also every miss."""
    for corpus in ("TimeBank", "AQUAINT"):
        matched = right = system = gold_count = 0
        files = [annotated(path) for path in sorted((DATA / corpus).glob("[!.]*.tml"))]
        documents = annotate(article_of(text, published=anchor, language="en") for anchor, text, _ in files)
        for (anchor, text, gold), document in zip(files, documents, strict=True):
            assert document.article.text == text
            mentions = list(dates_of(timing_of(document)))
            system, gold_count = system + len(mentions), gold_count + len(gold)
            free = list(mentions)
            for start, end, value in gold:
                hit = next((one for one in free if one.span.start < end and start < one.span.end), None)
                if hit is not None:
                    free.remove(hit)
                    matched += 1
                    right += hit.value == value
                if "-v" in sys.argv and (hit is None or hit.value != value):
                    got = f"{hit.span.text!r} {hit.value}" if hit else "-"
                    print(f"{corpus} {anchor} {text[start:end]!r} {value} got {got}")
            if "-v" in sys.argv:
                for one in free:
                    around = text[max(0, one.span.start - 25) : one.span.end + 15]
                    print(f"{corpus} extra {one.span.text!r} {one.value} in {around!r}")
        precision, recall = matched / system, matched / gold_count
        f1 = 2 * precision * recall / (precision + recall)
        values = 2 * right / (system + gold_count)
        print(f"{corpus}: expressions P {precision:.3f} R {recall:.3f} F1 {f1:.3f}; values F1 {values:.3f}")


if __name__ == "__main__":
    main()
