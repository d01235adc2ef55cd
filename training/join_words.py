"""How much a word tells: `python -m training.join_words [DATA]` writes merge/across/common.csv from 294 news articles.

A stem that stands in a thirtieth of the articles or more gets a weight below 1: the logarithm of how rare it is, 0
where it is in two of three.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter
from pathlib import Path

from diurna.merge.across.words import STEM

COMMON = Path(__file__).parent.parent / "src/diurna/merge/across/common.csv"
RARE = 1 / 30
EVERYWHERE = 2 / 3


def main() -> None:
    """Count, print how many stems are common, and write them."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    lines = (data / "news/wikinews-2019-2020.jsonl").read_text("utf-8").splitlines()
    counted: Counter[str] = Counter()
    for line in lines:
        counted.update({word[:STEM] for word in re.findall(r"[^\W\d_]{3,}", json.loads(line)["text"].lower())})
    shares = {stem: count / len(lines) for stem, count in counted.items() if count / len(lines) >= RARE}
    rows = [f"{stem},{max(0.0, math.log(share / EVERYWHERE) / math.log(RARE / EVERYWHERE)):.2f}"
            for stem, share in sorted(shares.items(), key=lambda one: (-one[1], one[0]))]  # fmt: skip
    head = "# How much a stem tells, 0 to 1; one not listed tells 1 (`python -m training.join_words`).\nstem,weight\n"
    COMMON.write_text(head + "\n".join(rows) + "\n", "utf-8")
    print(f"{len(rows)} common stems of {len(lines)} articles")


if __name__ == "__main__":
    main()
