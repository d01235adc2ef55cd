"""A document that the page had not spoken of is not whoever's who spoke before it."""

from __future__ import annotations

import diurna


def test_an_inquiry_is_not_the_ministers() -> None:
    text = (
        "Shipping Minister Nurul Islam said the government would build a memorial. "
        "A 2024 inquiry found that the ferry had been overloaded. The report said that inspectors had been bribed."
    )
    (record,) = diurna.code([text])
    names = {entity.id: entity.name for entity in record.entities}
    minister, inquiry, report = record.attributions
    assert names[minister.entity or ""] == "Nurul Islam"
    assert inquiry.source is not None and inquiry.source.text == "A 2024 inquiry" and inquiry.entity is None
    assert report.source is not None and report.source.text == "The report"
