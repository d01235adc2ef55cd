"""Answers that are kept: the same question is answered once for each state of the store, however many ask it."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections import OrderedDict
from dataclasses import dataclass

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from diurna.show.desk.asking import Asking
from diurna.show.desk.visitors import Visitor

_MOST_BYTES = 64_000_000
_MOST_OF_ONE = 1_000_000
_NOT_KEPT = ("/static/", "/api/export/", "/login")

_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Answer:
    headers: list[tuple[bytes, bytes]]
    body: bytes


class Kept:
    """ASGI middleware behind the guard, which has said who asks.

    As many answers are made at a time as there are cores, and the rest wait: more would all be late, and those
    that are kept would wait with them. Nobody waits for another's slow connection.

    A page with a form carries the token of one session: it is kept for that session only, and not at all for a browser
    that has none. Kept answers have an ETag; a client that has the answer already is told so.
    """

    def __init__(self, app: ASGIApp, *, store: Asking) -> None:
        self._app = app
        self._store = store
        self._version = ""
        self._answers: OrderedDict[_Key, _Answer] = OrderedDict()
        self._bytes = 0
        self._making: dict[_Key, asyncio.Event] = {}
        self._places = asyncio.Semaphore(max(2, len(os.sched_getaffinity(0))))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(_NOT_KEPT):
            await self._app(scope, receive, send)
            return
        self._forget_old()
        key = _key(scope)
        if (others := self._making.get(key)) and key not in self._answers:
            await others.wait()
        if answer := self._answers.get(key):
            self._answers.move_to_end(key)
            await _send(answer, Headers(scope=scope), send)
            return
        await self._make(key, scope, receive, send)

    async def _make(self, key: _Key, scope: Scope, receive: Receive, send: Send) -> None:
        """Have the question answered, and keep the answer where another may have it too."""
        made = self._making.setdefault(key, asyncio.Event())
        messages: list[Message] = []

        async def collect(message: Message) -> None:
            messages.append(message)

        try:
            async with self._places:
                version = self._store.version
                await self._app(scope, receive, collect)
            start = next(message for message in messages if message["type"] == "http.response.start")
            if start["status"] == 200:
                MutableHeaders(scope=start).setdefault("ETag", f'W/"{_digest(version, *key)}"')
                body = b"".join(message.get("body", b"") for message in messages)
                kept = len(body) <= _MOST_OF_ONE and not scope["state"].get("for_one")
                if kept and version == self._store.version == self._version:
                    self._keep(key, _Answer(list(start["headers"]), body))
        finally:
            made.set()
            if self._making.get(key) is made:
                del self._making[key]
        for message in messages:
            await send(message)

    def _keep(self, key: _Key, answer: _Answer) -> None:
        if old := self._answers.pop(key, None):
            self._bytes -= len(old.body)
        self._answers[key] = answer
        self._bytes += len(answer.body)
        while self._bytes > _MOST_BYTES:
            _, dropped = self._answers.popitem(last=False)
            self._bytes -= len(dropped.body)

    def _forget_old(self) -> None:
        if (now := self._store.version) != self._version:
            self._answers.clear()
            self._bytes = 0
            self._version = now


def _key(scope: Scope) -> _Key:
    """Return what an answer depends on, beside the store: the address, htmx's wish for a part, and who asks."""
    headers, visitor = Headers(scope=scope), scope["state"]["visitor"]
    assert isinstance(visitor, Visitor)
    session = visitor.session.id if visitor.session and visitor.name else ""
    part = headers.get("hx-request", "") + headers.get("hx-target", "")
    return scope["path"], scope["query_string"].decode("latin-1"), part, visitor.name or "", visitor.role or "", session


async def _send(answer: _Answer, asked: Headers, send: Send) -> None:
    tag = next((value.decode("latin-1") for name, value in answer.headers if name.lower() == b"etag"), "")
    known = [one.strip() for one in asked.get("if-none-match", "").split(",")]
    if tag in known:
        await send({"type": "http.response.start", "status": 304, "headers": [(b"etag", tag.encode("latin-1"))]})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": list(answer.headers)})
    await send({"type": "http.response.body", "body": answer.body})


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
