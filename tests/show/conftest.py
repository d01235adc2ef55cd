"""The example record of the store's tests, for the forms."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent.parent / "store"))

from port_strike import failed_record, port_record

from diurna.records import Record


@pytest.fixture
def port() -> Record:
    return port_record()


@pytest.fixture
def failed() -> Record:
    return failed_record()
