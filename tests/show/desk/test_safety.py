"""Who may do what at the desk, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from desks import KEY, Desk, token_of

from diurna.show.desk.limits import Limit
from diurna.show.desk.users import OneUser, User, Users, UsersError, hashed, matches, read_users, write_users


@pytest.fixture
def users(tmp_path: Path) -> Users:
    """Return a file of three users, each with a secret of the name's letters."""
    path = tmp_path / "users.csv"
    roles = {"rea": "reader", "cod": "coder", "adm": "admin"}
    write_users(path, [User(name, role, hashed(f"{name} secret")) for name, role in roles.items()])  # type: ignore[arg-type]
    return Users(path)


def test_every_answer_forbids_what_is_not_the_desks_own(at_desk: Desk) -> None:
    client = at_desk()
    for path in ("/", "/api/openapi.json", "/static/none.css", "/nowhere"):
        headers = client.get(path).headers
        assert headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'; style-src 'self';")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"


def test_another_sites_name_that_points_here_is_refused(at_desk: Desk) -> None:
    client = at_desk()
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"Host": "localhost:8000"}).status_code == 200
    assert client.get("/", headers={"Host": "[::1]:8000"}).status_code == 200
    published = at_desk(hosts=None)
    assert published.get("/", headers={"Host": "evil.example"}).status_code == 200


def test_with_users_nobody_reads_without_logging_in(at_desk: Desk, users: Users) -> None:
    client = at_desk(users=users)
    assert client.get("/api/openapi.json").status_code == 401
    page = client.get("/events", follow_redirects=False)
    assert (page.status_code, page.headers["Location"]) == (303, "/login?next=/events")
    assert client.get("/api/openapi.json", headers={"Authorization": "Bearer rea:rea secret"}).status_code == 200
    assert client.get("/api/openapi.json", headers={"Authorization": "Bearer rea:cod secret"}).status_code == 401


def test_logging_in_gives_a_session_that_ends_with_logging_out(at_desk: Desk, users: Users) -> None:
    client = at_desk(users=users)
    form = {"name": "rea", "secret": "rea secret", "next": "/api/openapi.json", "csrf": token_of(client)}
    entered = client.post("/login", data=form, follow_redirects=False)
    assert (entered.status_code, entered.headers["Location"]) == (303, "/api/openapi.json")
    assert "HttpOnly; SameSite=Lax" in entered.headers["Set-Cookie"]
    assert client.get("/api/openapi.json").status_code == 200
    client.post("/logout", data={"csrf": token_of(client)}, follow_redirects=False)
    assert client.get("/api/openapi.json").status_code == 401


def test_a_login_form_of_another_site_is_refused(at_desk: Desk, users: Users) -> None:
    client = at_desk(users=users)
    form = {"name": "rea", "secret": "rea secret"}
    assert client.post("/login", data=form, headers={"Origin": "https://evil.example"}).status_code == 403
    token_of(client)  # now there is a session, whose token the form does not have
    assert client.post("/login", data=form).status_code == 403
    assert client.post("/login", data=form | {"csrf": "0" * 64}).status_code == 403


@pytest.mark.parametrize("away", ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example"])
def test_a_login_goes_on_to_no_other_site(at_desk: Desk, users: Users, away: str) -> None:
    client = at_desk(users=users)
    form = {"name": "rea", "secret": "rea secret", "next": away, "csrf": token_of(client)}
    assert client.post("/login", data=form, follow_redirects=False).headers["Location"] == "/"


def test_a_session_that_nobody_signed_is_nobodys(at_desk: Desk, users: Users) -> None:
    client = at_desk(users=users)
    signer = at_desk(users=users, path=_copy(client.app.state.store.path)).app.state.signer  # type: ignore[attr-defined]
    client.cookies.set("diurna", signer.cookie(signer.begin("adm", users.named("adm").secret)))  # type: ignore[union-attr]
    assert client.get("/api/openapi.json").status_code == 401


def test_who_is_taken_out_of_the_file_is_out_at_once(at_desk: Desk, users: Users) -> None:
    client = at_desk(users=users)
    client.post("/login", data={"name": "rea", "secret": "rea secret", "csrf": token_of(client)})
    assert client.get("/api/openapi.json").status_code == 200
    write_users(users.path, [user for user in read_users(users.path).values() if user.name != "rea"])
    assert client.get("/api/openapi.json").status_code == 401


def test_a_new_secret_ends_the_sessions_of_the_old_one(at_desk: Desk, users: Users) -> None:
    client = at_desk(users=users)
    client.post("/login", data={"name": "rea", "secret": "rea secret", "csrf": token_of(client)})
    write_users(users.path, [User("rea", "reader", hashed("another"))])
    assert client.get("/api/openapi.json").status_code == 401


def test_tries_of_secrets_are_counted(at_desk: Desk, users: Users) -> None:
    client = at_desk(users=users, tries_per_minute=2)
    tries = [client.get("/", headers={"Authorization": f"Bearer adm:{n}"}).status_code for n in range(3)]
    assert tries[2] == 429


def test_the_key_of_the_link_lets_its_one_user_in(at_desk: Desk) -> None:
    client = at_desk(users=OneUser("ana", KEY))
    assert client.get("/api/openapi.json").status_code == 200  # whoever is at this computer may read
    assert client.get("/login", params={"key": "another"}).status_code == 403
    entered = client.get("/login", params={"key": KEY}, follow_redirects=False)
    assert (entered.status_code, entered.headers["Location"]) == (303, "/")


def test_more_than_two_megabytes_are_refused(at_desk: Desk) -> None:
    client = at_desk()
    assert client.post("/api/code", content=b"x" * 2_000_001).status_code == 413
    assert client.post("/api/code", content=iter([b"x"])).status_code == 411


def test_secrets_are_kept_hashed_and_salted(users: Users) -> None:
    kept = users.path.read_text("utf-8")
    assert "secret,scrypt" not in kept and "rea secret" not in kept
    assert users.path.stat().st_mode & 0o077 == 0
    assert hashed("same") != hashed("same")
    assert matches("same", hashed("same")) and not matches("same", hashed("other"))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("ana,reader", "2: 2 cells; there must be 3"),
        ("ana,owner,x", "2: the role 'owner' must be one of reader, coder, admin"),
        ("a na,reader,x", "2: the name 'a na' must be"),
        ("ana,reader,plain", "2: the secret is not hashed"),
    ],
)
def test_a_wrong_line_of_users_is_named(tmp_path: Path, line: str, why: str) -> None:
    path = tmp_path / "users.csv"
    path.write_text(f"name,role,secret\n{line}\n", "utf-8")
    with pytest.raises(UsersError, match=why):
        Users(path)


def test_a_limit_gives_back_with_time() -> None:
    now = [0.0]
    limit = Limit(2, clock=lambda: now[0])
    assert [limit.wait("ana"), limit.wait("ana"), limit.wait("ana")] == [0, 0, 30]
    assert limit.wait("ben") == 0
    now[0] = 30
    assert limit.wait("ana") == 0


def _copy(path: Path) -> Path:
    """Return a copy of a store that is open: two desks cannot write one file."""
    copy = path.with_name("copy.duckdb")
    copy.write_bytes(path.read_bytes())
    return copy
