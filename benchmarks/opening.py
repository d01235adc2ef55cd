"""Time what a first article waits for: `python -m benchmarks.opening`; each line the best of five fresh processes."""

from __future__ import annotations

import subprocess
import sys

STEPS = {
    "import diurna": "import diurna",
    "gazetteer opened": "from diurna.resolve.where.gazetteer import gazetteer as opened",
    "actors opened": "from diurna.resolve.who import identity_of; opened = lambda: identity_of('Emmanuel Macron')",
    "lexicon read": "from diurna.code.lexicon import load_lexicon as opened",
    "model loaded": "from diurna.annotate.model import model as opened",
    "one sentence coded": (
        "import diurna; from diurna.read import article_of; "
        "opened = lambda: list(diurna.code([article_of('Rebels attacked the town.', id='a')]))"
    ),
}


def main() -> None:
    """Print the milliseconds of each step, imports before it not counted (but for the first line)."""
    for label, code in STEPS.items():
        if label == "import diurna":
            timed = f"import time; began = time.perf_counter(); {code}; print(time.perf_counter() - began)"
        else:
            timed = f"import time; {code}; began = time.perf_counter(); opened(); print(time.perf_counter() - began)"
        runs = [
            float(subprocess.run([sys.executable, "-c", timed], capture_output=True, check=True).stdout)
            for _ in range(5)
        ]
        print(f"{label:20} {min(runs) * 1000:7.0f} ms")


if __name__ == "__main__":
    main()
