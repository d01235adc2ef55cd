"""The desk's server, put together: the store it asks, its pages, its JSON, and what guards them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles

from diurna.show.desk import api, login, pages
from diurna.show.desk.asking import Asking
from diurna.show.desk.coding import Coding
from diurna.show.desk.guarding import Doorkeeper, Guard
from diurna.show.desk.kept import Kept
from diurna.show.desk.limits import Limit
from diurna.show.desk.pages.refusals import add_refusals
from diurna.show.desk.sessions import Signer
from diurna.show.desk.users import OneUser, Role, Users
from diurna.show.desk.visitors import KnowsUsers, unforged
from diurna.store import StoreError

LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
"""The names of this computer by which only itself can ask."""

MOST_BYTES = 2_000_000
"""Of one request; a text that is coded has at most 100,000 characters."""


class _Nobody:
    """No users at all."""

    def named(self, name: str) -> None:
        return None


def desk(
    path: Path,
    *,
    users: Users | OneUser | None = None,
    read_only: bool = False,
    hosts: Collection[str] | None = LOCAL,
    coding: Coding | None = None,
    codings_per_minute: int = 30,
    tries_per_minute: int = 10,
) -> FastAPI:
    """Return the server of the store at `path`; it lets go of the store when it ends.

    With a file of `users` nobody reads without logging in; else everybody reads. With `read_only` nothing can be
    written, whoever asks. `hosts` are the names it answers to, None where any will do. Raises StoreError where the
    store cannot be opened.
    """
    store = Asking(path, read_only=read_only)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        store.close()

    app = FastAPI(
        title="diurna",
        summary="A record of political events: who did what to whom, when, where, on whose word",
        description="Docs: docs/desk-api.md. Offsets count Unicode code points of the article's text, half-open.",
        version=version("diurna"),
        lifespan=lifespan,
        docs_url=None,  # its page asks a server outside for its scripts
        redoc_url=None,
        openapi_url="/api/openapi.json",
        dependencies=[Depends(unforged)],
    )
    signer = Signer()
    known: KnowsUsers = users or _Nobody()
    anybody: Role | None = None if isinstance(users, Users) else "reader"
    doorkeeper = Doorkeeper(known, signer, anybody, Limit(tries_per_minute))
    app.state.store, app.state.users, app.state.signer, app.state.doorkeeper = store, users, signer, doorkeeper
    app.state.coding, app.state.codings = coding or Coding(), Limit(codings_per_minute)
    app.add_middleware(Kept, store=store)
    app.add_middleware(Guard, doorkeeper=doorkeeper, signer=signer, hosts=hosts, most_bytes=MOST_BYTES)
    app.add_exception_handler(StoreError, _refused)
    add_refusals(app)
    app.include_router(api.router)
    app.include_router(login.router)
    app.include_router(pages.router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=str(files("diurna.show.desk") / "static")), name="static")
    return app


def _refused(request: Request, error: Exception) -> JSONResponse:
    """Answer what the store refuses, such as a correction that fits nothing, with its reason."""
    return JSONResponse({"detail": str(error)}, 409)
