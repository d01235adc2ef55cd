"""The desk's server, put together: the store it asks, its pages, its JSON, and what guards them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from diurna.show.desk import pages
from diurna.show.desk.asking import Asking


def desk(path: Path, *, read_only: bool = False) -> FastAPI:
    """Return the server of the store at `path`; it is closed when the server ends.

    With `read_only` nothing can be written, whoever asks. Raises StoreError where the store cannot be opened.
    """
    store = Asking(path, read_only=read_only)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        yield
        store.close()

    app = FastAPI(
        title="diurna",
        version=version("diurna"),
        lifespan=lifespan,
        docs_url=None,  # its page asks a server outside for its scripts
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.store = store
    app.include_router(pages.router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=str(files("diurna.show.desk") / "static")), name="static")
    return app
