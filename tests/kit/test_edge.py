"""The edge: one unit for one request, one commit, and answers that browsers and scripts understand."""

from collections.abc import Callable
from threading import Barrier, Thread

from sqlalchemy import update
from starlette.requests import Request
from starlette.routing import Route

from app.kit import db
from app.kit.db import Conflict, Unit
from app.kit.edge import open_session, reads, writes
from app.kit.errors import NotFound
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
