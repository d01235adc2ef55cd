"""The files of places: what they hold, and that they say where they are wrong."""

from __future__ import annotations

import pytest

from diurna.resolve.where.gazetteer import gazetteer, name_hash, name_key
from diurna.resolve.where.score import FEATURES, weights
from diurna.resolve.where.tables import _regions, division_called, middle_of, read_regions

HEADER = "name,aliases,latitude,longitude,country,admin1"


def test_a_name_is_filed_without_case_marks_and_abbreviation() -> None:
    assert name_key("St. Étienne-du-Bois") == name_key("saint etienne du bois") == "saint etienne du bois"
    assert name_key("The Hague") == "hague"


def test_the_gazetteer_knows_its_places() -> None:
    (first, *_) = gazetteer().called("Sitapur")
    assert (first.country, first.admin1, first.exact) == ("IND", "Uttar Pradesh", True)


def test_its_names_are_sorted_so_that_they_can_be_searched() -> None:
    keys = gazetteer().arrays["keys"]
    assert bool((keys[:-1] <= keys[1:]).all())
    assert name_hash("paris") in keys


def test_divisions_of_the_regions_are_geonames_names() -> None:
    known = {
        (name.decode(), code.decode())
        for name, code in zip(gazetteer().arrays["division_name"], gazetteer().arrays["division_country"], strict=True)
    }
    named = {(one.admin1, one.country) for some in _regions().values() for one in some if one.admin1}
    assert named <= known


def test_short_forms_of_divisions() -> None:
    assert division_called("N.Y.") == ("New York", "USA")
    assert division_called("NSW") == ("New South Wales", "AUS")
    assert division_called("in") is None
    assert middle_of("Texas", "USA") == (31.25, -99.25)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("Donbas,,48.3,380,UKR,", r"regions\.csv:2: .* lies off the globe"),
        ("Donbas,,x,38,UKR,", r"regions\.csv:2: .* write decimal degrees"),
        ("Donbas,,48.3,38,UKRA,", r"regions\.csv:2: 'UKRA' is no alpha-3 code"),
        ("Donbas,48.3,38", r"regions\.csv:2: 3 fields, expected 6"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(row: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        list(read_regions([HEADER, row]))


def test_every_feature_has_a_weight() -> None:
    assert set(weights()) == set(FEATURES)
