"""Who may come in: a small CSV file of names, roles and hashed secrets (docs/desk-api.md)."""

from __future__ import annotations

import base64
import csv
import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

Role = Literal["reader", "coder", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
"""What a person may do, the least first: read; code and correct; all that, and take back what others said."""

_HEADER = ["name", "role", "secret"]
_NAME = re.compile(r"[\w.@-]{1,64}")
_N, _R, _P = 2**14, 8, 1  # scrypt's cost: 16 MB and some 50 ms a try


class UsersError(Exception):
    """The file of users cannot be read or written as asked; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class User:
    """A person who may come in; `secret` is hashed."""

    name: str
    role: Role
    secret: str


class Users:
    """The users of a file, read again when it changes, so that who is taken out of it is out at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._stamp = 0
        self._users: dict[str, User] = {}
        self.named("")

    def named(self, name: str) -> User | None:
        """Return the user of that name, or None; raises UsersError where the file is wrong."""
        try:
            stamp = self.path.stat().st_mtime_ns
        except OSError as error:
            raise UsersError(f"{self.path}: cannot be read ({error.strerror}); `diurna user add` makes it") from error
        if stamp != self._stamp:
            self._users = read_users(self.path)
            self._stamp = stamp
        return self._users.get(name)


class OneUser:
    """The person who started the desk without a file of users; whoever knows the secret is this person."""

    def __init__(self, name: str, secret: str) -> None:
        self.name = name
        self._user = User(name, "admin", hashed(secret))

    def named(self, name: str) -> User | None:
        """Return the one user where the name is that user's."""
        return self._user if name == self.name else None


def read_users(path: Path) -> dict[str, User]:
    """Return the users of a file by name; raises UsersError, naming the line, where one is wrong."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        if next(lines, None) != _HEADER:
            raise UsersError(f"{path}:1: the first line must be {','.join(_HEADER)}")
        users: dict[str, User] = {}
        for cells in lines:
            where = f"{path}:{lines.line_num}"
            if len(cells) != len(_HEADER):
                raise UsersError(f"{where}: {len(cells)} cells; there must be {len(_HEADER)}: {','.join(_HEADER)}")
            name, role, secret = cells
            user = checked(User(name, cast(Role, role), secret), where)
            if name in users:
                raise UsersError(f"{where}: {name} is there twice; leave one out")
            users[name] = user
    return users


def write_users(path: Path, users: Iterable[User]) -> None:
    """Write the users to a file that only its owner may read; it is replaced whole."""
    part = path.with_name(f"{path.name}.part")
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(_HEADER)
        lines.writerows([user.name, user.role, user.secret] for user in users)
    part.replace(path)


def hashed(secret: str) -> str:
    """Return what is kept of a secret: scrypt's costs, the salt and the hash, by "$"."""
    salt = secrets.token_bytes(16)
    return "$".join(["scrypt", str(_N), str(_R), str(_P), _text(salt), _text(_hash(secret, salt, _N, _R, _P))])


def matches(secret: str, kept: str) -> bool:
    """Return whether the secret is the one of which `kept` was made."""
    _, n, r, p, salt, whole = kept.split("$")
    tried = _hash(secret, base64.b64decode(salt), int(n), int(r), int(p))
    return hmac.compare_digest(tried, base64.b64decode(whole))


def checked(user: User, where: str) -> User:
    """Return the user; raises UsersError, naming `where` it stands, where the name, role or secret is none."""
    if not _NAME.fullmatch(user.name):
        raise UsersError(f"{where}: the name {user.name!r} must be 1 to 64 letters, digits, or one of . _ @ -")
    if user.role not in ROLES:
        raise UsersError(f"{where}: the role {user.role!r} must be one of {', '.join(ROLES)}")
    if not re.fullmatch(r"scrypt\$\d{1,7}\$\d{1,3}\$\d{1,3}\$[\w+/=]+\$[\w+/=]+", user.secret):
        raise UsersError(f"{where}: the secret is not hashed by scrypt; set it by `diurna user add`")
    return user


def _hash(secret: str, salt: bytes, n: int, r: int, p: int) -> bytes:
    return hashlib.scrypt(secret.encode("utf-8", "surrogatepass"), salt=salt, n=n, r=r, p=p, maxmem=2**27)


def _text(some: bytes) -> str:
    return base64.b64encode(some).decode("ascii")
