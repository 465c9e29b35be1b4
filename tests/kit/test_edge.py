"""The edge: one unit for one request, one commit, and answers that browsers and scripts understand."""

import re
from collections.abc import Callable
from html import unescape
from threading import Barrier, Thread
from urllib.parse import unquote

from sqlalchemy import update
from sqlalchemy.exc import OperationalError
from starlette.requests import Request
from starlette.routing import Route

from app.kit import db
from app.kit.db import Conflict, Unit
from app.kit.edge import open_session, reads, writes
from app.kit.errors import Busy, NotFound, TooMany
from app.kit.guard import Attempt
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Page, See
from app.kit.towns import Town
from tests.applying import certificate
from tests.kit.windows import A, counter, mark, marks, page, window
from tests.towns import Client


def show(request: Request, unit: Unit, again: Again | None = None) -> Page:
    return page(again.form.get("email") if again else "")


def test_a_post_commits_once_and_leads_on(town: Town) -> None:
    def create(request: Request, form: Form, unit: Unit) -> See:
        mark(unit, "one")
        return See("/done")

    with window(town, Route("/mark", writes(create), methods=["POST"])) as client:
        answer = client.post("/en/mark")
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/done")
    assert marks(town) == 1


def test_what_is_invalid_changes_nothing_and_keeps_everything_typed(town: Town) -> None:
    def create(request: Request, form: Form, unit: Unit) -> See:
        mark(unit, "one")
        text(form, "name", required="Enter your e-mail address, for example name@example.com.")
        return See("/done")

    with window(town, Route("/mark", writes(create, again=show), methods=["POST"])) as client:
        answer = client.post("/es/mark", data={"email": 'a"<b>بلقاسم', "name": ""})
    assert answer.status_code == 422
    assert 'value="a&#34;&lt;b&gt;بلقاسم"' in answer.text
    assert "<title>Error:" in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert marks(town) == 0


def test_an_error_of_ours_rolls_everything_back(town: Town) -> None:
    def create(request: Request, form: Form, unit: Unit) -> See:
        mark(unit, "one")
        raise NotFound

    with window(town, Route("/mark", writes(create), methods=["POST"])) as client:
        assert client.post("/en/mark").status_code == 404
    assert marks(town) == 0


def test_a_handler_runs_again_after_a_conflict(town: Town) -> None:
    runs: list[int] = []

    def create(request: Request, form: Form, unit: Unit) -> See:
        runs.append(1)
        mark(unit, f"try {len(runs)}")
        if len(runs) < 3:
            raise Conflict
        return See("/done")

    with window(town, Route("/mark", writes(create), methods=["POST"])) as client:
        assert client.post("/en/mark").status_code == 303
    assert len(runs) == 3
    assert marks(town) == 1


def test_two_who_change_the_same_at_once_both_get_through(town: Town) -> None:
    with db.write(town) as unit:
        mark(unit, "counter")
    together, first = Barrier(2), [True, True]

    def create(request: Request, form: Form, unit: Unit) -> See:
        counted = counter(unit)
        number = int(form.get("number"))
        if first[number] and not town.database_url.startswith("sqlite"):
            first[number] = False
            together.wait(10)
        db.change(unit, update(db.table(Attempt)).where(A.key == b"counter").values(count=counted + 1))
        return See("/done")

    with window(town, Route("/mark", writes(create), methods=["POST"])) as client:
        threads = [Thread(target=client.post, args=("/en/mark",), kwargs={"data": {"number": n}}) for n in "01"]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(30)
    with db.read(town) as unit:
        assert counter(unit) == 3


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


def _hidden(html: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html):
        found.setdefault(unescape(name), []).append(unescape(value))
    return found


def test_a_session_of_a_try_that_was_rolled_back_reaches_no_browser(town: Town) -> None:
    runs: list[int] = []

    def create(request: Request, form: Form, unit: Unit) -> See:
        runs.append(1)
        if len(runs) == 1:
            open_session(request, "secret of a rolled back row")
            raise Conflict
        if len(runs) == 2:
            return See("/done")
        open_session(request, "secret of a rolled back row")
        raise Invalid({"email": Problem("Enter your e-mail address, for example name@example.com.")})

    with window(town, Route("/mark", writes(create, again=show), methods=["POST"])) as client:
        assert "set-cookie" not in client.post("/en/mark").headers
        assert "set-cookie" not in client.post("/en/mark").headers
    assert len(runs) == 3


def test_what_follows_runs_after_the_commit_and_never_before(town: Town) -> None:
    seen: list[int] = []

    def create(request: Request, form: Form, unit: Unit) -> See:
        mark(unit, "one")
        unit.afterwards.append(lambda: seen.append(marks(town)))
        if form.get("fail"):
            raise NotFound
        return See("/done")

    with window(town, Route("/mark", writes(create), methods=["POST"])) as client:
        client.post("/en/mark", data={"fail": "yes"})
        assert seen == []
        client.post("/en/mark")
    assert seen == [1]


def test_every_page_for_somebody_is_kept_by_nobody(comes_as: Callable[..., Client]) -> None:
    dan = comes_as("dan")
    case = f"/en/cases/{certificate(dan)}"
    for path in ("/en/me", "/en/me/cases", "/en/me/looks", "/en/me/messages", "/en/me/sessions", case, f"{case}/filed",
                 f"{case}/receipt", f"{case}/withdrawal", "/en/drafts", "/en/check", "/en/sign-in", "/en/nothing",
                 f"{case}x"):  # fmt: skip
        assert dan.get(path).headers["cache-control"] == "no-store", path


def test_what_breaks_is_a_page_without_a_trace_and_with_every_header(town: Town) -> None:
    def index(request: Request, unit: Unit) -> Page:
        raise RuntimeError("Zyxcanary")

    client = window(town, Route("/mark", reads(index)))
    client._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
    answer = client.get("/es/mark")
    assert answer.status_code == 500
    assert "Zyxcanary" not in answer.text
    assert "Traceback" not in answer.text
    assert 'lang="es-ES"' in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


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
