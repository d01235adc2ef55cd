"""Signed sessions: who a browser is, in a cookie that nobody else can make, and the token of its forms."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass

COOKIE = "diurna"
SECONDS = 12 * 60 * 60
"""How long a session lasts."""


@dataclass(frozen=True, slots=True)
class Session:
    """A browser's session; `name` is "" for one that has not logged in, `begun` is in seconds since 1970.

    `secret` is what is kept of the user's secret (hashed): with a new secret the sessions of the old one end.
    """

    id: str
    name: str
    begun: int
    secret: str = ""


class Signer:
    """Signs with a key that lives as long as the server: when it ends, all sessions end."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def begin(self, name: str = "", secret: str = "") -> Session:
        """Return a new session, of nobody where `name` is empty."""
        return Session(secrets.token_urlsafe(16), name, int(time.time()), secret)

    def cookie(self, session: Session) -> str:
        """Return the session as the value of a cookie."""
        told = base64.urlsafe_b64encode(json.dumps([session.id, session.name, session.begun]).encode()).decode()
        return f"{told}.{self._signed('session', told, session.secret)}"

    def claimed(self, cookie: str) -> Session | None:
        """Return the session that a cookie claims to be, None where it is none or too old; `holds` checks it."""
        try:
            id, name, begun = json.loads(base64.urlsafe_b64decode(cookie.partition(".")[0]))
        except ValueError:
            return None
        if not (isinstance(id, str) and isinstance(name, str) and isinstance(begun, int)):
            return None
        return Session(id, name, begun) if 0 <= time.time() - begun < SECONDS else None

    def holds(self, cookie: str, secret: str) -> bool:
        """Return whether this server signed the cookie for a user of that secret ("" for nobody)."""
        told, _, signature = cookie.partition(".")
        return hmac.compare_digest(signature.encode(), self._signed("session", told, secret).encode())

    def form_token(self, session: str) -> str:
        """Return what the forms of a session carry, so that no other site can send them."""
        return self._signed("form", session)

    def _signed(self, *parts: str) -> str:
        return hmac.new(self._key, "\0".join(parts).encode(), hashlib.sha256).hexdigest()
