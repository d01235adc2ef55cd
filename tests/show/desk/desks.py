"""What the tests of the desk share."""

from __future__ import annotations

from collections.abc import Callable

from fastapi.testclient import TestClient

Desk = Callable[..., TestClient]
KEY = "the key of the link"


def token_of(client: TestClient) -> str:
    """Return the token in the login form, which is that of all forms of the session."""
    return client.get("/login").text.partition('name="csrf" value="')[2].partition('"')[0]
