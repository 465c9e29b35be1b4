"""Fixtures: a town of one's own for each test, on both databases, and people who visit it over HTTP."""

import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from starlette.routing import BaseRoute
from starlette.testclient import TestClient

from app.kit import db
from app.kit.settling import settle as settle_all
from app.kit.towns import Town, Towns
from app.main import create_app
from app.wiring import jobs, links
from app.wiring.routes import ROUTES
from tests.cast import BY_KEY
from tests.databases import EMPTY, KINDS, SEEDED, Databases, begin

HOST = "http://localhost"


class SocketInUnit(RuntimeError):
    """A handler may run twice: no network while a transaction is open."""


def _guard(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect" and db.inside_unit() and not isinstance(arguments[1], str | bytes):
        raise SocketInUnit(f"a socket was opened inside a unit of work, to {arguments[1]}")


sys.addaudithook(_guard)


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "proof: takes minutes; run by bin/prove only")
    config.addinivalue_line("markers", "databases(*kinds): run on these databases; else both, a running site on SQLite")
    if not hasattr(config, "workerinput"):
        config._run_folder = begin()  # type: ignore[attr-defined]


def pytest_configure_node(node: Any) -> None:
    node.workerinput["run_folder"] = str(node.config._run_folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "_run_folder"):
        Databases(config._run_folder, "main").end()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "database" not in metafunc.fixturenames:
        return
    marker = metafunc.definition.get_closest_marker("databases")
    kinds = marker.args if marker else KINDS[:1] if "site" in metafunc.fixturenames else KINDS
    metafunc.parametrize("database", kinds, indirect=True, scope="session")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long proofs run when they are asked for; tests of one running site stay in one process."""
    for item in items:
        if "site" in getattr(item, "fixturenames", ()) and not item.get_closest_marker("xdist_group"):
            item.add_marker(pytest.mark.xdist_group(f"site of {item.path.name}"))
    if "proof" in config.option.markexpr:
        return
    proofs = [item for item in items if item.get_closest_marker("proof")]
    config.hook.pytest_deselected(items=proofs)
    items[:] = [item for item in items if item not in proofs]


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest) -> Databases:
    given = getattr(request.config, "workerinput", None)
    folder = Path(given["run_folder"]) if given else request.config._run_folder  # type: ignore[attr-defined]
    return Databases(folder, os.environ.get("PYTEST_XDIST_WORKER", "main"))


@pytest.fixture(scope="session")
def database(request: pytest.FixtureRequest) -> str:
    """sqlite or postgresql: each test with a town runs on both."""
    return str(request.param)


@pytest.fixture
def town(databases: Databases, database: str, tmp_path: Path) -> Iterator[Town]:
    """Puerto Claro with its people and services, and no case yet."""
    jobs.install()
    made = databases.clone(database, SEEDED, "town", tmp_path)
    yield made
    databases.put_away(made)


@pytest.fixture
def empty_town(databases: Databases, database: str, tmp_path: Path) -> Iterator[Town]:
    """A migrated database into which nothing was imported."""
    made = databases.clone(database, EMPTY, "empty", tmp_path)
    yield made
    databases.put_away(made)


@pytest.fixture
def settle(request: pytest.FixtureRequest) -> Callable[..., int]:
    """Do every job that is due, in this process: settle(), or settle(town) for another one; how many there were."""

    def run(of: Town | None = None) -> int:
        return settle_all(of or request.getfixturevalue("town"), jobs.install())

    return run


class Client(TestClient):
    """A browser without scripts: keeps its cookie, sends forms as its own pages do."""

    def __init__(self, town: Town, routes: Sequence[BaseRoute] = ROUTES) -> None:
        super().__init__(create_app(Towns(town), routes=routes), base_url=HOST, follow_redirects=False)
        self.town = town
        self.headers["Sec-Fetch-Site"] = "same-origin"

    def sign_in(self, key: str) -> "Client":
        """Come in as one of the cast, by a one-time link."""
        email = BY_KEY[key].email
        path = links.mint(self.town, [email])[email].removeprefix(self.town.base_url)
        answer = self.post(path, data={"_token": self.token(path)})
        assert answer.status_code == 303, answer.text
        return self

    def token(self, path: str) -> str:
        """The form token of a page."""
        found = re.search(r'name="_token" value="([^"]*)"', self.get(path).text)
        return found[1] if found else ""

    def submit(self, page: str, data: dict[str, Any] | None = None, *, to: str = "", files: Any = None) -> Any:
        """Open a page, fill in its form and send it (to the page itself, unless `to` says where)."""
        return self.post(to or page, data={"_token": self.token(page), **(data or {})}, files=files)


@pytest.fixture
def client(town: Town) -> Iterator[Client]:
    """Somebody nobody knows."""
    one = Client(town)
    yield one
    one.close()


@pytest.fixture
def comes_as(town: Town) -> Iterator[Callable[..., Client]]:
    """comes_as("amina") is a browser with her signed in; comes_as() one with nobody."""
    made: list[Client] = []

    def come(key: str | None = None) -> Client:
        made.append(Client(town))
        return made[-1].sign_in(key) if key else made[-1]

    yield come
    for one in made:
        one.close()
