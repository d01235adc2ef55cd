"""The example record as fixtures."""

from __future__ import annotations

import pytest
from port_strike import failed_record, port_record

from diurna.records import Record


@pytest.fixture
def port() -> Record:
    return port_record()


@pytest.fixture
def failed() -> Record:
    return failed_record()
