"""Two towns in one process, told apart by host: nothing of one is seen in the other."""

import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from starlette.applications import Starlette

from app import catalogue
from app.cases.models import CaseFile
from app.kit import db, engines, guard, migrating
from app.kit.crypto import Keyring
from app.kit.errors import TooMany
from app.kit.settling import settle
from app.kit.towns import Town, Towns
from app.main import create_app
from app.wiring import demo, jobs, links
from tests import applying
from tests.databases import SEEDED, Databases
from tests.kit.windows import rename
from tests.towns import Client


@dataclass(frozen=True)
class Two:
    """Both towns, and the one application that serves them."""

    north: Town
    south: Town
    app: Starlette

    def visit(self, town: Town) -> Client:
        """A browser that knows the address of one of them."""
        client = Client(town)
        client.app = self.app
        client._transport.app = self.app  # type: ignore[attr-defined]
        client.base_url = town.base_url  # type: ignore[assignment]
        return client


@pytest.fixture(scope="module")
def two(databases: Databases, database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """On SQLite a file each, on PostgreSQL two schemas of one database; each has keys of its own."""
    jobs.install()
    folder = tmp_path_factory.mktemp("towns")
    cloned = databases.clone(database, SEEDED, "towns", folder)
    north = replace(cloned, hosts=("north.example",), base_url="http://north.example")
    south = replace(
        north,
        name="south",
        hosts=("south.example", "www.south.example"),
        base_url="http://south.example",
        database_url=f"sqlite:///{folder}/south.db" if database == "sqlite" else north.database_url,
        keys=Keyring(((1, os.urandom(32)),)),
    )
    migrating.migrate(south)
    demo.lay(south)
    with db.write(south) as unit:
        rename(unit, "Southern certificate")
        catalogue.bump(unit)
    yield Two(north, south, create_app(Towns(north, south)))
    databases.put_away(cloned)
    engines.dispose()


def test_no_town_has_an_unknown_address(two: Two) -> None:
    for host in ("localhost", "east.example", "north.example.evil.example", "", "[::1]"):
        answer = two.visit(two.north).get("/en/", headers={"Host": host})
        assert answer.status_code == 421
        assert "Puerto Claro" not in answer.text
        assert "set-cookie" not in answer.headers


def test_the_host_says_which_town_is_shown(two: Two) -> None:
    north, south = two.visit(two.north), two.visit(two.south)
    for _ in range(2):
        assert "Southern certificate" not in north.get("/en/services").text
        assert "Southern certificate" in south.get("/en/services").text
    assert "Southern certificate" in north.get("/en/services", headers={"Host": "WWW.South.Example:8000"}).text


def test_what_is_found_is_of_the_town_that_was_asked(two: Two) -> None:
    north, south = two.visit(two.north), two.visit(two.south)
    for _ in range(2):
        assert "Southern certificate" not in _plain(north.get("/en/search?q=southern").text)
        assert "Southern certificate" in _plain(south.get("/en/search?q=southern").text)


def _plain(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


def test_a_change_in_one_is_no_change_in_the_other(two: Two) -> None:
    north = two.visit(two.north)
    before = north.get("/en/services").headers["etag"]
    with db.write(two.south) as unit:
        rename(unit, "Most southern certificate")
        catalogue.bump(unit)
    assert north.get("/en/services").headers["etag"] == before
    with db.write(two.south) as unit:
        rename(unit, "Southern certificate")
        catalogue.bump(unit)


def test_a_session_of_one_is_nobody_in_the_other(two: Two) -> None:
    north, south = two.visit(two.north).sign_in("amina"), two.visit(two.south)
    assert north.get("/en/me").status_code == 200
    assert south.get("/en/me", headers={"Cookie": f"s={north.cookies['s']}"}).status_code == 303


def test_a_session_of_one_is_nobody_in_the_other_though_both_have_the_same_keys(two: Two) -> None:
    alike = replace(two.south, keys=two.north.keys)
    app = create_app(Towns(two.north, alike))
    both = Two(two.north, alike, app)
    north = both.visit(two.north).sign_in("amina")
    assert both.visit(alike).get("/en/me", headers={"Cookie": f"s={north.cookies['s']}"}).status_code == 303


def test_a_link_of_one_opens_nothing_in_the_other(two: Two) -> None:
    email = "amina@puertoclaro.example"
    way = links.mint(two.north, [email])[email].removeprefix(two.north.base_url)
    south = two.visit(two.south)
    assert south.get(way).status_code == 410
    assert south.post(way).status_code == 410
    assert two.visit(two.north).get(way).status_code == 200


def test_nothing_of_a_case_is_known_in_the_other(two: Two) -> None:
    north, south = two.visit(two.north).sign_in("dan"), two.visit(two.south).sign_in("dan")
    reference = applying.certificate(north)
    receipt = north.get(f"/en/cases/{reference}/receipt").text
    code = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", receipt)
    assert code is not None
    case = f"/en/cases/{reference}"
    lost = south.get("/en/cases/VC-0000-0000")
    for below in ("", "/receipt", "/filed", "/withdrawal", "/messages"):
        found = south.get(case + below)
        assert (found.status_code, found.content) == (404, lost.content)
    assert two.visit(two.south).sign_in("clara").get(f"/en/desk/cases/{reference}").status_code == 404
    assert "This receipt is ours" in two.visit(two.north).post("/en/check", data={"code": code[0]}).text
    assert "This receipt is ours" not in two.visit(two.south).post("/en/check", data={"code": code[0]}).text
    assert reference in north.get("/en/me").text
    assert reference not in south.get("/en/me").text
    with db.read(two.south) as unit:
        assert db.rows(unit, db.table(CaseFile).select()) == []


def test_jobs_and_mails_stay_where_they_were_asked_for(two: Two) -> None:
    settle(two.north, jobs.install())
    settle(two.south, jobs.install())
    two.visit(two.north).submit("/en/sign-in", {"email": "northern@example.com"})
    assert settle(two.south, jobs.install()) == 0
    assert settle(two.north, jobs.install()) > 0
    north, south = (two.visit(town).get("/demo/mailbox.json").json() for town in (two.north, two.south))
    assert "northern@example.com" in [mail["to"] for mail in north]
    assert "northern@example.com" not in [mail["to"] for mail in south]
    assert "http://north.example/" in next(mail["text"] for mail in north if mail["to"] == "northern@example.com")


def test_limits_are_counted_in_each_town_apart(two: Two) -> None:
    guard.limit(two.north, "try", "somebody", 1, timedelta(hours=1))
    guard.limit(two.south, "try", "somebody", 1, timedelta(hours=1))
    with pytest.raises(TooMany):
        guard.limit(two.north, "try", "somebody", 1, timedelta(hours=1))


def test_both_are_served_at_the_same_moment(two: Two) -> None:
    """Connections are shared (on PostgreSQL), what they see is not."""
    visitors = [two.visit(town).sign_in("amina") for town in (two.north, two.south) * 2]

    def look(number: int) -> bool:
        client = visitors[number % 4]
        page = client.post("/en/services/birth-certificate/drafts", data={"_token": client.token("/en/drafts")})
        shown = client.get(str(page.headers["location"])).text if page.status_code == 303 else page.text
        return ("Southern certificate" in shown) == (client.town is two.south)

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(look, range(16)))
