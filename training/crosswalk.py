"""Write src/diurna/code/cameo_codes.csv from the crosswalk: `python -m training.crosswalk DATA`.

Every 3- and 4-digit CAMEO code of cameo2plover-2021.txt (Schrodt, 2021) with the PLOVER type, mode and context it leads
to and CAMEO's words for it. A mode that today's PLOVER no longer has is left out.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

from diurna.code.ontology import load_ontology

FILE = Path(__file__).parent.parent / "src/diurna/code/cameo_codes.csv"
_LINE = re.compile(r"^(\d{3,4}):\s*([A-Z]+)\s*,([^,]*),([^#]*)#(.*)$")


def main() -> None:
    """Read the crosswalk and write the file."""
    source = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data") / "events/cameo2plover-2021.txt"
    ontology = load_ontology()
    with FILE.open("w", encoding="utf-8", newline="") as out:
        write = csv.writer(out, lineterminator="\n").writerow
        write(("code", "type", "mode", "context", "description"))
        seen: set[str] = set()
        for line in source.read_text("utf-8").splitlines():
            found = _LINE.match(line)
            if found is None or found[2] not in ontology.types or found[1] in seen:
                continue
            mode, context = found[3].strip(), found[4].strip()
            description = re.split(r"\s{2,}", found[5].strip())[0]
            write((
                found[1], found[2], mode if mode in ontology.types[found[2]].modes else "",
                context if context in ontology.contexts else "", description,
            ))  # fmt: skip
            seen.add(found[1])
    print(f"{len(seen)} codes")


if __name__ == "__main__":
    main()
