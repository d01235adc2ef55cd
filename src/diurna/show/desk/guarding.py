"""What stands before every answer: the host's name, the size of what is sent, who asks; and the headers after it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from urllib.parse import quote

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from diurna.show.desk.limits import Limit
from diurna.show.desk.sessions import COOKIE, SECONDS, Session, Signer
from diurna.show.desk.users import Role, User, hashed, matches
from diurna.show.desk.visitors import KnowsUsers, Visitor

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_OPEN = ("/static/", "/login")
_NOBODY = hashed("")  # a name that is not there takes as long to refuse as a wrong secret


class Doorkeeper:
    """Knows who asks: by the session's cookie, or by `Authorization: Bearer NAME:SECRET`."""

    def __init__(self, users: KnowsUsers, signer: Signer, anybody: Role | None, tries: Limit) -> None:
        self._users = users
        self._signer = signer
        self._anybody: Role | None = anybody
        self._tries = tries
        self._known: dict[bytes, tuple[str, str]] = {}

    def with_secret(self, name: str, secret: str, address: str) -> User | float | None:
        """Return the user of that name and secret; None where there is none, or how many seconds to wait."""
        if wait := max(self._tries.wait(f"at {address}"), self._tries.wait(f"as {name}")):
            return wait
        user = self._users.named(name)
        return user if matches(secret, user.secret if user else _NOBODY) and user else None

    def by_bearer(self, told: str, address: str) -> Visitor | float | None:
        """Return who brings a name and a secret; those that were right once are not hashed again."""
        name, _, secret = told.partition(":")
        digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()
        user = self._users.named(name)
        if user is None or self._known.get(digest) != (name, user.secret):
            found = self.with_secret(name, secret, address)
            if not isinstance(found, User):
                return found
            user = found
            self._known[digest] = (name, user.secret)
        return Visitor(user.name, user.role, by_secret=True)

    def by_cookie(self, cookie: str | None) -> Visitor:
        """Return whose session the cookie is; anybody where it is none of ours."""
        session = self._signer.claimed(cookie) if cookie else None
        if session is None or cookie is None:
            return Visitor(None, self._anybody)
        user = self._users.named(session.name) if session.name else None
        if (session.name and user is None) or not self._signer.holds(cookie, user.secret if user else ""):
            return Visitor(None, self._anybody)
        return Visitor(user.name, user.role, session) if user else Visitor(None, self._anybody, session)


class Guard:
    """ASGI middleware around the whole desk. `hosts` are the names it answers to, None where any will do."""

    def __init__(
        self, app: ASGIApp, *, doorkeeper: Doorkeeper, signer: Signer, hosts: Collection[str] | None, most_bytes: int
    ) -> None:
        self._app = app
        self._doorkeeper = doorkeeper
        self._signer = signer
        self._hosts = hosts
        self._most = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        state = scope.setdefault("state", {})

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add_headers(MutableHeaders(scope=message), scope, state.get("begun"))
            await send(message)

        if refused := await self._refused(request):
            await refused(scope, receive, sent)
            return
        await self._app(scope, receive, sent)

    async def _refused(self, request: Request) -> Response | None:
        """Return the answer to a request that goes no further; else note who asks, and return None."""
        if self._hosts is not None and _name(request.headers) not in self._hosts:
            # A name of another site that points here would let that site's scripts read the desk.
            return PlainTextResponse("this server does not answer to that name; see --name of diurna serve\n", 400)
        if "transfer-encoding" in request.headers:
            return JSONResponse({"detail": "say in Content-Length how much is sent"}, 411)
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._most:
            return JSONResponse({"detail": f"more than {self._most:,} bytes were sent; send less"}, 413)
        visitor = await self._visitor(request)
        if isinstance(visitor, float):
            return JSONResponse({"detail": "too many tries; wait"}, 429, {"Retry-After": str(int(visitor) + 1)})
        path = request.url.path
        if visitor is None or not (visitor.may("reader") or path.startswith(_OPEN)):
            if path.startswith("/api"):
                return JSONResponse({"detail": "log in first"}, 401, {"WWW-Authenticate": "Bearer"})
            return RedirectResponse(f"/login?next={quote(path)}", 303)
        request.state.visitor = visitor
        return None

    async def _visitor(self, request: Request) -> Visitor | float | None:
        kind, _, told = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            address = request.client.host if request.client else ""
            return await to_thread.run_sync(self._doorkeeper.by_bearer, told, address)
        return self._doorkeeper.by_cookie(request.cookies.get(COOKIE))

    def _add_headers(self, headers: MutableHeaders, scope: Scope, begun: Session | None) -> None:
        for name, value in HEADERS.items():
            headers[name] = value
        vendored = scope["path"].startswith("/static/vendor/")
        headers.setdefault("Cache-Control", "max-age=86400" if vendored else "private, no-cache")
        if begun:
            headers.append("Set-Cookie", session_cookie(self._signer.cookie(begun), secure=scope["scheme"] == "https"))


def session_cookie(value: str, *, secure: bool) -> str:
    """Return the cookie's line: no script can read it, and no other site's form sends it."""
    age = SECONDS if value else 0
    return f"{COOKIE}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax" + ("; Secure" if secure else "")


def _name(headers: Headers) -> str:
    host = headers.get("host", "").lower()
    return host.partition("]")[0][1:] if host.startswith("[") else host.partition(":")[0]
