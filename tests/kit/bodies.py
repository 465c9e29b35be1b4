"""The form that reached the handler, at an address that takes files and at one that takes none."""

from collections.abc import Iterator

import pytest
from starlette.requests import Request
from starlette.routing import Route

from app.kit.db import Unit
from app.kit.edge import writes
from app.kit.inputs import Again, Form, text
from app.kit.pages import Page, See
from app.kit.towns import Town
from tests.kit.windows import mark, page, window
from tests.towns import Client

FORM = "application/x-www-form-urlencoded"
PARTED = "multipart/form-data; boundary=x"
PDF = b"%PDF-1.7\n"


@pytest.fixture
def got() -> list[Form]:
    """The forms that reached the handler."""
    return []


@pytest.fixture
def client(town: Town, got: list[Form]) -> Iterator[Client]:
    def create(request: Request, form: Form, unit: Unit) -> See:
        text(form, "email")
        got.append(form)
        mark(unit, str(len(got)))
        return See("/done")

    def show(request: Request, unit: Unit, again: Again | None = None) -> Page:
        return page(again.form.get("email") if again else "")

    small = Route("/small", writes(create, again=show), methods=["POST"])
    large = Route("/large", writes(create, files=True), methods=["POST"])
    with window(town, small, large) as one:
        yield one
