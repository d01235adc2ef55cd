"""The commands of the desk: `diurna serve`, and `diurna user` for the file of who may come in."""

from __future__ import annotations

import getpass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from diurna.show.desk.users import OneUser, User, Users


class As(StrEnum):
    """What a user may do: read; code and correct; all that, and take back what others said."""

    reader = "reader"
    coder = "coder"
    admin = "admin"


UsersFile = Annotated[Path, typer.Argument(help="A CSV file of users; `add` makes it.", metavar="USERS")]
Name = Annotated[str, typer.Argument(help="Letters, digits, or one of . _ @ -", metavar="NAME")]

user_app = typer.Typer(no_args_is_help=True, help="Say who may use the desk.")


def add_serving(app: typer.Typer) -> None:
    """Add these commands to the program."""
    app.command()(serve)
    app.add_typer(user_app, name="user")


def serve(
    file: Annotated[Path, typer.Argument(help="The DuckDB file that `diurna code --db` wrote.", metavar="STORE")],
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")] = 8000,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be changed: to publish.")] = False,
    users: Annotated[Path | None, typer.Option(help="Who may come in: a file that `diurna user add` made.")] = None,
    name: Annotated[list[str] | None, typer.Option(help="The only names it answers to.")] = None,
    ontology: Annotated[Path | None, typer.Option(help="cameo, or a TOML file of your own types.")] = None,
    actors: Annotated[Path | None, typer.Option(help="A CSV file of your own actors.")] = None,
) -> None:
    """Read, check and correct a store in the browser."""
    from diurna.store import StoreError

    try:
        import uvicorn

        from diurna.show.desk.app import LOCAL, desk
        from diurna.show.desk.coding import Coding
    except ImportError as missing:
        typer.echo(f"diurna: serve needs {missing.name}: pip install 'diurna[desk]'", err=True)
        raise typer.Exit(2) from missing
    known, link = _known(users, read_only)
    if host not in LOCAL and users is None and not read_only:
        _stop(f"to listen on {host}, where others reach it, say who may come in (--users FILE), or use --read-only")
    hosts = {*(one.lower() for one in name or ()), *LOCAL, host} if name or host in LOCAL else None
    try:
        if not file.exists():
            raise StoreError(f"there is no store at {file}; `diurna code SOURCE... --db {file}` makes one")
        app = desk(file, users=known, read_only=read_only, hosts=hosts, coding=Coding(ontology, actors))
    except StoreError as error:
        _stop(str(error))
    store = app.state.store
    if store.as_of:
        typer.echo(f"{file} is being written; this is what it held at {store.as_of:%H:%M:%S} UTC", err=True)
    shown = f"[{host}]" if ":" in host else host
    typer.echo(f"the desk is at http://{shown}:{port}/", err=True)
    if link:
        typer.echo(f"to correct, open http://{shown}:{port}{link}", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


@user_app.command("add")
def user_add(
    file: UsersFile,
    name: Name,
    role: Annotated[As, typer.Option(help="What the user may do.")] = As.reader,
    ask: Annotated[bool, typer.Option("--ask", help="Ask for the secret, in place of making one.")] = False,
) -> None:
    """Add a user, or give one another role and secret; a made secret is printed, and kept nowhere but hashed."""
    from secrets import token_urlsafe  # here, since it loads what no other command needs

    from diurna.show.desk.users import User, UsersError, checked, hashed, write_users

    there = _read(file) if file.exists() else {}
    secret = typer.prompt("secret", hide_input=True, confirmation_prompt=True) if ask else token_urlsafe(24)
    try:
        user = checked(User(name, role.value, hashed(secret)), str(file))
        write_users(file, (there | {name: user}).values())
    except UsersError as error:
        _stop(str(error))
    except OSError as error:
        _stop(f"{file}: cannot be written ({error.strerror})")
    if not ask:
        typer.echo(secret)


@user_app.command("remove")
def user_remove(file: UsersFile, name: Name) -> None:
    """Take a user out; a desk that runs shuts that user out at once."""
    from diurna.show.desk.users import write_users

    there = _read(file)
    if name not in there:
        _stop(f"{file}: there is no user {name!r}; there are {', '.join(there) or 'none'}")
    write_users(file, [user for user in there.values() if user.name != name])


@user_app.command("list")
def user_list(file: UsersFile) -> None:
    """List the users with their roles."""
    for user in _read(file).values():
        typer.echo(f"{user.name}\t{user.role}")


def _known(users: Path | None, read_only: bool) -> tuple[Users | OneUser | None, str | None]:
    """Return who may come in, and the link by which the one user of a desk without a file does."""
    from secrets import token_urlsafe

    from diurna.show.desk.users import OneUser, Users, UsersError

    if users is None:
        if read_only:
            return None, None
        key = token_urlsafe(24)
        return OneUser(getpass.getuser(), key), f"/login?key={key}"
    try:
        return Users(users), None
    except UsersError as error:
        _stop(str(error))


def _read(file: Path) -> dict[str, User]:
    from diurna.show.desk.users import UsersError, read_users

    try:
        return read_users(file)
    except (UsersError, OSError) as error:
        _stop(str(error))


def _stop(why: str) -> NoReturn:
    typer.echo(f"diurna: {why}", err=True)
    raise typer.Exit(2)
