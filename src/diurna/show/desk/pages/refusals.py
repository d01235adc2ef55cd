"""What a person reads where a page is not there, or was asked for in a way that it does not understand."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from diurna.show.desk.looks import page


def add_refusals(app: FastAPI) -> None:
    """Answer a browser that cannot be given the page with a page that says why; programs get JSON, as ever."""

    async def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        if error.status_code < 400 or not _is_page(request):
            return await http_exception_handler(request, error)
        return page(request, "refused.html", {"why": error.detail}, error.status_code)

    async def misunderstood(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        if not _is_page(request):
            return await request_validation_exception_handler(request, error)
        why = "; ".join(f"{told['loc'][-1]}: {told['msg']}" for told in error.errors())
        return page(request, "refused.html", {"why": why}, 422)

    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(RequestValidationError, misunderstood)


def _is_page(request: Request) -> bool:
    path, accepted = request.url.path, request.headers.get("accept", "")
    return not path.startswith(("/api", "/static")) and "text/html" in accepted
