"""The gazetteer: places by name, opened from the compact file that training/gazetteer.py writes."""

from __future__ import annotations

import json
import unicodedata
from functools import cache, lru_cache
from hashlib import blake2b
from importlib.resources import as_file, files
from itertools import filterfalse
from math import asin, cos, radians, sin, sqrt
from typing import Any, Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

Kind = Literal["country", "region", "admin1", "admin2", "city"]
# The kinds of places.bin by their number there.
KINDS: tuple[Kind, ...] = ("city", "admin1", "admin2")
EARTH_KM = 6371.0
_MARKS = str.maketrans("-/,", "   ", ".'`")
# Letters that are no other letter with a mark: "Łódź", "Đồng Nai", "Tromsø".
LETTERS = str.maketrans({"đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
SHORT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}


class Candidate(NamedTuple):
    """A place a name can mean. `exact`: the name is the place's own; `admin1` is its division's name.

    `namesake`: a division named as a large town near it or the capital. Coordinates are degrees; a second-
    level division has its own only where a town of its name lies in it, else those of the division above
    (`approximate`).
    """

    name: str
    kind: Kind
    latitude: float | None
    longitude: float | None
    country: str | None
    admin1: str | None = None
    geonames: int | None = None
    population: int = 0
    exact: bool = True
    namesake: bool = False
    approximate: bool = False


@lru_cache(1 << 14)
def name_key(name: str) -> str:
    """Return the form under which a name is filed: no case, accents, dots or hyphens; "St." is "saint"."""
    plain = name.casefold().replace("’", "'").replace("ʻ", "'")
    if not plain.isascii():
        plain = "".join(filterfalse(unicodedata.combining, unicodedata.normalize("NFKD", plain))).translate(LETTERS)
    words = plain.translate(_MARKS).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(SHORT.get(word, word) for word in words)


def name_hash(key: str) -> int:
    """Return the 64-bit number that stands for a filed name in places.bin (a clash is one in 10^7)."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "little")


def kilometres(one: Candidate, other: Candidate) -> float:
    """Return the great-circle distance; infinite where either has no coordinates."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return float("inf")
    return _kilometres(one.latitude, one.longitude, other.latitude, other.longitude)


@lru_cache(1 << 14)  # each look at an article's places asks for the same distances
def _kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    north, east = radians(other_latitude - latitude), radians(other_longitude - longitude)
    chord = sin(north / 2) ** 2 + cos(radians(latitude)) * cos(radians(other_latitude)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))


class Gazetteer(NamedTuple):
    """The arrays of places.bin, described in training/gazetteer.py."""

    arrays: dict[str, NDArray[Any]]

    def called(self, name: str) -> list[Candidate]:
        """Return every place filed under `name`, the most populous first."""
        wanted = np.uint64(name_hash(name_key(name)))
        keys, filed = self.arrays["keys"], self.arrays["filed"]
        first = keys.searchsorted(wanted, "left")
        if first == len(keys) or keys[first] != wanted:  # as most names are none of a place
            return []
        last = keys.searchsorted(wanted, "right")
        found = {int(one) >> 1: bool(int(one) & 1) for one in filed[first:last]}
        places = [self.place(row, exact) for row, exact in found.items()]
        return sorted(places, key=lambda place: -place.population)

    def place(self, row: int, exact: bool) -> Candidate:
        """Return the place of one row."""
        arrays = self.arrays
        start, end = arrays["name_start"][row], arrays["name_start"][row + 1]
        division = int(arrays["division"][row])
        latitude, longitude = float(arrays["latitude"][row]), float(arrays["longitude"][row])
        known = latitude == latitude
        return Candidate(
            name=arrays["names"][start:end].tobytes().decode(),
            kind=KINDS[arrays["kind"][row]],
            latitude=round(latitude, 4) if known else None,
            longitude=round(longitude, 4) if known else None,
            country=arrays["division_country"][division].decode() or None,
            admin1=arrays["division_name"][division].decode() or None,
            geonames=int(arrays["geonames"][row]) or None,
            population=int(arrays["population"][row]),
            exact=exact,
        )


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer that ships with diurna, read from the disk as it is used.

    Raises FileNotFoundError where it has not been built.
    """
    with as_file(files("diurna.resolve.where").joinpath("places.bin")) as path:
        if not path.exists():
            raise FileNotFoundError(f"{path} is missing; write it with: python -m training.gazetteer")
        data = np.asarray(np.memmap(path, np.uint8, "r"))  # a view: numpy looks things up in a memmap slowly
    size = int(data[:8].view(np.uint64)[0])
    table = json.loads(data[8 : 8 + size].tobytes())
    arrays = {name: data[start : start + length].view(dtype) for name, (dtype, start, length) in table.items()}
    arrays["name_start"] = np.concatenate([[0], np.cumsum(arrays["name_length"], dtype=np.int64)])
    return Gazetteer(arrays)
