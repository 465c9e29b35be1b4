"""Units of work never nest, never write where they read, and hold no socket."""

import socket
from itertools import product

import pytest
from starlette.requests import Request
from starlette.routing import Route

from app.kit import db
from app.kit.db import Nested, Unit
from app.kit.edge import reads, writes
from app.kit.inputs import Form
from app.kit.pages import Page, See
from app.kit.towns import Town
from tests.kit.windows import counter, mark, marks, page, window
from tests.towns import SocketInUnit


def test_a_unit_inside_another_is_refused_and_locks_nothing(town: Town) -> None:
    for outer, inner in product((db.read, db.write, db.apart, db.claim), repeat=2):
        with outer(town), pytest.raises(Nested), inner(town):
            pass
        with inner(town) as unit:
            assert counter(unit) is None


def test_a_read_unit_cannot_write(town: Town) -> None:
    def index(request: Request, unit: Unit) -> Page:
        mark(unit, "one")
        return page()

    with window(town, Route("/mark", reads(index))) as client, pytest.raises(Exception, match="read-?only|readonly"):
        client.get("/en/mark")
    assert marks(town) == 0


def test_a_socket_inside_a_unit_is_refused(town: Town) -> None:
    def create(request: Request, form: Form, unit: Unit) -> See:
        with socket.socket() as one:
            one.connect(("127.0.0.1", 9))
        return See("/done")

    with window(town, Route("/mark", writes(create), methods=["POST"])) as client, pytest.raises(SocketInUnit):
        client.post("/en/mark")
