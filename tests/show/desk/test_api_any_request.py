"""Requests that the API's own description allows, and others, made by schemathesis: each answer is as described."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from desks import KEY
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from port_strike import failed_record, port_record
from schemathesis import GenerationMode

from diurna.show.desk import desk
from diurna.show.desk.users import OneUser
from diurna.store import open_store


@pytest.fixture
def described(tmp_path: Path) -> Iterator[Any]:
    path = tmp_path / "port.duckdb"
    with open_store(path) as store:
        store.keep([port_record(), failed_record()])
    app = desk(path, users=OneUser("ana", KEY), hosts=None, codings_per_minute=10_000)
    yield schemathesis.openapi.from_asgi("/api/openapi.json", app)
    app.state.store.close()


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_every_answer_is_as_described(described: Any, mode: GenerationMode) -> None:
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) >= 20
    for operation in operations:

        @given(case=operation.as_strategy(generation_mode=mode))
        @settings(max_examples=5, derandomize=True, suppress_health_check=list(HealthCheck))
        def as_described(case: schemathesis.Case) -> None:
            case.call_and_validate(headers={"Authorization": f"Bearer ana:{KEY}"})

        with suppress(Unsatisfiable):  # a request without parameters cannot be wrong
            as_described()
