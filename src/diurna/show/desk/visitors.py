"""Who asks, what they may do, and whether it was they who asked: roles, and tokens against forged requests."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Protocol

from fastapi import Depends, HTTPException, Request

from diurna.show.desk.sessions import Session, Signer
from diurna.show.desk.users import ROLES, Role, User

CSRF_HEADER = "X-CSRF-Token"
CSRF_FIELD = "csrf"
_SAFE = {"GET", "HEAD", "OPTIONS"}


class KnowsUsers(Protocol):
    """Where users are looked up by name."""

    def named(self, name: str) -> User | None: ...


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks: `name` is None for nobody in particular, `role` None for one who may not even read.

    `session` is the browser's, None where it has none yet; `by_secret` says that the request itself carried the secret.
    """

    name: str | None
    role: Role | None
    session: Session | None = None
    by_secret: bool = False

    def may(self, role: Role) -> bool:
        """Return whether the visitor may do what that role may."""
        return self.role is not None and ROLES.index(self.role) >= ROLES.index(role)


def visitor_of(request: Request) -> Visitor:
    """Return who asks."""
    visitor: Visitor = request.state.visitor
    return visitor


def csrf_token(request: Request) -> str:
    """Return the token that a form must carry in its field `csrf`, or htmx in the header `X-CSRF-Token`.

    A browser that has no session yet is given one with this answer. The answer is then for this session only.
    """
    signer: Signer = request.app.state.signer
    visitor = visitor_of(request)
    if visitor.name is None:
        request.state.for_one = True
    session = visitor.session or getattr(request.state, "begun", None)
    if session is None:
        session = request.state.begun = signer.begin()
    return signer.form_token(session.id)


async def unforged(request: Request) -> None:
    """Refuse an unsafe request that another site may have made the browser send.

    One that carries a secret of its own cannot be such, nor one that no browser sent: those have neither a cookie nor
    the headers that browsers add.
    """
    visitor = visitor_of(request)
    if request.method in _SAFE or visitor.by_secret:
        return
    if not {"cookie", "origin", "sec-fetch-site"} & set(request.headers):
        return
    given = request.headers.get(CSRF_HEADER)
    if given is None and "form" in request.headers.get("content-type", ""):
        field = (await request.form()).get(CSRF_FIELD)
        given = field if isinstance(field, str) else None
    signer: Signer = request.app.state.signer
    token = signer.form_token(visitor.session.id) if visitor.session else None
    if token is None or given is None or not hmac.compare_digest(token.encode(), given.encode()):
        raise HTTPException(403, "this form is too old, or was not sent from the desk; load the page again")


def needs(role: Role) -> Callable[[Request], Visitor]:
    """Return a dependency that gives the visitor, and refuses one who may not do what that role may."""

    def allowed(request: Request) -> Visitor:
        visitor = visitor_of(request)
        if role != "reader" and request.app.state.store.read_only:
            raise HTTPException(403, "this desk was opened to read; nothing can be changed")
        if not visitor.may(role):
            if visitor.name is None:
                raise HTTPException(401, "log in first", {"WWW-Authenticate": "Bearer"})
            raise HTTPException(403, f"{visitor.name} is a {visitor.role}; this needs a {role}")
        return visitor

    return allowed


Coder = Annotated[Visitor, Depends(needs("coder"))]
