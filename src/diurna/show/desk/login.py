"""Coming in and going out."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from diurna.show.desk.guarding import Doorkeeper, session_cookie
from diurna.show.desk.looks import page
from diurna.show.desk.sessions import Signer
from diurna.show.desk.users import OneUser, User

router = APIRouter(include_in_schema=False)

Cell = Annotated[str, Form(max_length=1000)]


@router.get("/login")
def login_form(request: Request, next: str = "/", key: str | None = None) -> Response:
    """Show the form; `key` is in the link that `diurna serve` prints where there is no file of users."""
    users = request.app.state.users
    if key is not None and isinstance(users, OneUser):
        return _entered(request, users.name, key, next)
    return _form(request, next)


@router.post("/login")
def login(request: Request, name: Cell, secret: Cell, next: Cell = "/") -> Response:
    """Let the user of that name and secret in, and go on to the page that was asked for."""
    return _entered(request, name, secret, next)


@router.post("/logout")
def logout(request: Request) -> Response:
    """End the browser's session."""
    answer = RedirectResponse("/", 303)
    answer.headers.append("Set-Cookie", session_cookie("", secure=request.url.scheme == "https"))
    return answer


def _entered(request: Request, name: str, secret: str, next: str) -> Response:
    doorkeeper: Doorkeeper = request.app.state.doorkeeper
    signer: Signer = request.app.state.signer
    user = doorkeeper.with_secret(name, secret, request.client.host if request.client else "")
    if isinstance(user, float):
        return _form(request, next, f"Too many tries. Wait {int(user) + 1} seconds.", 429)
    if not isinstance(user, User):
        return _form(request, next, "There is nobody of that name and secret.", 403)
    answer = RedirectResponse(_local(next), 303)
    # A new session, so that nobody who knew the one from before the login has this one.
    cookie = signer.cookie(signer.begin(user.name, user.secret))
    answer.headers.append("Set-Cookie", session_cookie(cookie, secure=request.url.scheme == "https"))
    return answer


def _form(request: Request, next: str, wrong: str | None = None, status: int = 200) -> Response:
    users = request.app.state.users
    known: dict[str, Any] = {"next": _local(next), "wrong": wrong, "name": getattr(users, "name", "")}
    return page(request, "login.html", known | {"closed": users is None}, status)


def _local(path: str) -> str:
    """Return the path where it is one of this desk, else that of the first page."""
    return path if path.startswith("/") and path[1:2] not in ("/", "\\") and path.isprintable() else "/"
