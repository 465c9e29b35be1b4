"""A request that never succeeds: its page says so, keeps what was typed, and sends it again."""

import re
from html import unescape
from urllib.parse import unquote

from sqlalchemy.exc import OperationalError
from starlette.requests import Request
from starlette.routing import Route

from app.kit.db import Conflict, Unit
from app.kit.edge import reads, writes
from app.kit.errors import Busy, TooMany
from app.kit.inputs import Form
from app.kit.pages import See
from app.kit.towns import Town
from tests.kit.windows import mark, marks, window


def test_when_it_never_succeeds_a_page_keeps_what_was_typed_and_sends_it_again(town: Town) -> None:
    succeeds: list[bool] = []

    def create(request: Request, form: Form, unit: Unit) -> See:
        mark(unit, "one")
        if not succeeds:
            raise Conflict
        assert form.texts["colour"] == ["red", "blue"]
        assert form.get("remark") == 'two\r\nlines "<b>"'
        return See("/done")

    with window(town, Route("/mark", writes(create), methods=["POST"])) as client:
        sent = {"colour": ["red", "blue"], "remark": 'two\r\nlines "<b>"'}
        busy = client.post("/en/mark?back=review", data=sent)
        assert busy.status_code == 503
        assert int(busy.headers["retry-after"]) > 0
        assert marks(town) == 0
        succeeds.append(True)
        again = re.search(r'<form class="flow" action="([^"]+)" method="post">(.*?)</form>', busy.text, re.S)
        assert again is not None
        assert again[1] == "/en/mark?back=review"
        assert client.post(again[1], data=_hidden(again[2])).status_code == 303
    assert marks(town) == 1


def test_files_of_a_form_that_never_succeeds_are_chosen_again_in_the_same_page(town: Town) -> None:
    succeeds: list[bool] = []

    def create(request: Request, form: Form, unit: Unit) -> See:
        if not succeeds:
            raise Conflict
        assert form.get("text") == "See the plan"
        assert form.file_names == {"files": ["plan.pdf", "roof.pdf"]}
        return See("/done")

    def sent(names: list[str]) -> list[tuple[str, tuple[str, bytes, str]]]:
        return [("files", (name, b"%PDF-1.4\n%%EOF\n", "application/pdf")) for name in names]

    with window(town, Route("/mark", writes(create, files=True), methods=["POST"])) as client:
        names = ["plan.pdf", "roof.pdf"]
        busy = client.post("/en/mark", data={"text": "See the plan"}, files=sent(names))
        assert busy.status_code == 503
        assert "Nothing was sent yet." in busy.text
        assert "Files are not kept. Choose them again here" in busy.text
        again = re.search(r'<form [^>]*enctype="multipart/form-data">(.*?)</form>', busy.text, re.S)
        assert again is not None
        assert re.search(r'<input [^>]*name="files" type="file" multiple', again[1])
        assert "<bdi>plan.pdf</bdi>" in again[1]
        succeeds.append(True)
        assert client.post("/en/mark", data=_hidden(again[1]), files=sent(names)).status_code == 303


def test_a_database_that_does_not_answer_is_said_and_what_was_typed_is_kept(town: Town) -> None:
    def gone(*_: object) -> See:
        raise OperationalError("SELECT 1", {}, ConnectionError("gone"))

    with window(town, Route("/mark", reads(gone)), Route("/mark", writes(gone), methods=["POST"])) as client:
        for answer in (client.get("/ar/mark"), client.post("/ar/mark", data={"text": "مرحبًا"})):
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
            assert "لا يمكننا الوصول إلى سجلاتنا الآن" in answer.text
    assert 'value="مرحبًا"' in answer.text


def test_a_page_that_cannot_be_shown_says_so_and_offers_no_button(town: Town) -> None:
    def show(request: Request, unit: Unit) -> See:
        raise Busy

    with window(town, Route("/mark", reads(show))) as client:
        busy = client.get("/es/mark")
    assert busy.status_code == 503
    assert "No se ha podido mostrar esta página." in busy.text
    assert '<form class="flow"' not in busy.text


def test_what_was_typed_stands_on_the_page_that_says_why_it_was_not_sent(town: Town) -> None:
    for problem, status in ((TooMany(), 429), (RuntimeError("Zyxcanary"), 500)):

        def create(request: Request, form: Form, unit: Unit, problem: Exception = problem) -> See:
            raise problem

        client = window(town, Route("/mark", writes(create), methods=["POST"]))
        client._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
        answer = client.post("/en/mark", data={"text": "Half a page about a lamp."})
        assert answer.status_code == status
        assert "Half a page about a lamp." in answer.text
        assert "It was not sent" in answer.text
        assert 'href="/en/mark">Back to the form' in answer.text
        part = client.post("/zh-Hant/mark", headers={"HX-Request": "true", "HX-Target": "div#slot"})
        assert unquote(part.headers["hx-failure"]).endswith("。")


def _hidden(html: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html):
        found.setdefault(unescape(name), []).append(unescape(value))
    return found
