"""Pages from templates: every value is escaped, and each page knows who looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from fastapi import Request
from fastapi.responses import Response
from fastapi.templating import Jinja2Templates

from diurna.show.desk.visitors import csrf_token, visitor_of


class _Token:
    """The token of forms, made only where a template writes it: a page without it is the same for all."""

    def __init__(self, request: Request) -> None:
        self._request = request

    def __html__(self) -> str:
        return csrf_token(self._request)

    __str__ = __html__


templates = Jinja2Templates(directory=str(files("diurna.show.desk") / "templates"))


def page(request: Request, template: str, values: Mapping[str, Any], status: int = 200) -> Response:
    """Return the template filled in; beside the values it has `visitor`, `csrf`, `read_only` and `request`."""
    known = {
        "visitor": visitor_of(request),
        "csrf": _Token(request),
        "read_only": request.app.state.store.read_only,
    }
    return templates.TemplateResponse(request, template, known | dict(values), status_code=status)
