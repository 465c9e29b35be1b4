"""Was it easy? Asked after a case: once on the receipt, once at its end, and nothing leads back to the case."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, text, update

from app.cases import easy
from app.cases.easing.models import Eased
from app.cases.models import CaseFile
from app.insights.feedback import giving, queries
from app.insights.feedback.models import Feedback
from app.kit import db
from app.kit.towns import Town
from tests import applying
from tests.desk.cases import opened
from tests.proof import loads
from tests.towns import Client

Comes = Callable[..., Client]


def asked(client: Client, page: str) -> str:
    """Where a page leads for saying whether it was easy, "" where it does not."""
    found = re.search(r'href="(/en/feedback/[^"?]+)"', client.get(page).text)
    return found[1] if found else ""


def rows(town: Town) -> list[Any]:
    table = db.table(Feedback)
    with db.read(town) as unit:
        return list(db.rows(unit, select(table).order_by(table.c.ease)))


def test_it_is_asked_once_on_the_receipt_and_once_at_the_end(
    town: Town, comes_as: Comes, settle: Callable[..., int]
) -> None:
    loads.without_recall(town)
    amina, clara, stranger = comes_as("amina"), comes_as("clara"), comes_as()
    reference = applying.certificate(amina)
    case, receipt = f"/en/cases/{reference}", f"/en/cases/{reference}/receipt"
    form = asked(amina, receipt)
    assert asked(amina, case) == ""
    page = stranger.get(form)
    assert "Was this form easy?" in page.text
    assert (page.headers["Cache-Control"], page.headers["X-Keep"]) == ("no-store", "no")
    assert reference not in page.text
    assert stranger.post(form, data={"words": "x"}).status_code == 422
    assert amina.post(form, data={"ease": "2", "words": "Too long"}).headers["location"] == "/en/feedback/thanks"
    assert asked(amina, receipt) == ""
    assert amina.get(form).headers["location"] == "/en/feedback/thanks"
    assert amina.post(form, data={"ease": "5"}).headers["location"] == "/en/feedback/thanks"
    assert clara.submit(f"/en/desk/cases/{reference}/steps/grant").status_code == 303
    settle()
    assert asked(amina, case) == "", "not before she has opened what is served"
    opened(amina, reference)
    end = asked(amina, case)
    assert "Was all of it easy, from the form to the end?" in amina.get(end).text
    amina.post(end, data={"ease": "4"})
    assert asked(amina, case) == ""
    said = [(row.ease, row.page, row.service, row.step, row.locale, row.day) for row in rows(town)]
    assert said == [
        (2, "", "birth_certificate", "applying", "en", None),
        (4, "", "birth_certificate", "decision", "en", None),
    ]
    assert {row.month.day for row in rows(town)} == {1}


def test_four_browsers_at_the_same_moment_give_one_answer(town: Town, comes_as: Comes) -> None:
    amina = comes_as("amina")
    form = asked(amina, f"/en/cases/{applying.certificate(amina)}/receipt")
    browsers = [comes_as() for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda each: each.post(form, data={"ease": "4"}), browsers))
    assert {answer.status_code for answer in answers} == {303}
    assert len(rows(town)) == 1


@pytest.mark.databases("sqlite")
def test_a_link_that_is_not_ours_opens_nothing(town: Town, comes_as: Comes) -> None:
    amina = comes_as("amina")
    form = asked(amina, f"/en/cases/{applying.certificate(amina)}/receipt")
    for token in (form[13:-1] + "_", "x" * 500, "e30.e30", "%00", "[]"):
        assert amina.get(f"/en/feedback/{token}").status_code == 404, token
        assert amina.post(f"/en/feedback/{token}", data={"ease": "4"}).status_code == 404, token
    assert rows(town) == []
    assert f"?page={form[3:]}" not in amina.get(form).text, "nor does it stand in the report of a barrier"


@pytest.mark.databases("sqlite")
def test_months_later_nobody_is_asked_and_what_was_asked_is_forgotten(town: Town, comes_as: Comes) -> None:
    amina = comes_as("amina")
    receipt = f"/en/cases/{applying.certificate(amina)}/receipt"
    amina.post(asked(amina, receipt), data={"ease": "4"})
    table = db.table(CaseFile)
    with db.write(town) as unit:
        assert easy.sweep(unit) == 0
        db.change(unit, update(table).values(received_at=unit.now - timedelta(days=95)))
        db.change(unit, update(db.table(Eased)).values(until=unit.today))
        assert easy.sweep(unit) == 1
    assert asked(amina, receipt) == ""


def links(client: Client, reference: str) -> list[str]:
    """Where the mails about a case lead for saying whether it was easy, "" for those that do not ask."""
    mails = [mail["text"] for mail in client.get("/demo/mailbox.json").json() if mail["case"] == reference]
    return [found[0] if (found := re.findall(r"(/en/feedback/\S+)", mail)) else "" for mail in mails]


@pytest.mark.databases("sqlite")
def test_the_mail_of_a_good_end_asks_once_and_quietly(comes_as: Comes, settle: Callable[..., int]) -> None:
    dan, stranger = comes_as("dan"), comes_as()
    reference, waits = applying.permit(dan), applying.permit(dan, work={"work": "roof"})
    settle()
    [link] = links(dan, reference)
    assert link == asked(dan, f"/en/cases/{reference}")
    assert links(dan, waits) == [""], "nothing has ended yet"
    assert "Was all of it easy, from the form to the end?" in stranger.get(link).text
    stranger.post(link, data={"ease": "5"})
    assert asked(dan, f"/en/cases/{reference}") == ""


@pytest.mark.databases("sqlite")
def test_no_mail_asks_where_a_phone_is_shared(comes_as: Comes, settle: Callable[..., int]) -> None:
    leo = comes_as("leo")
    reference = applying.permit(leo)
    settle()
    assert links(leo, reference) == [""]
    assert asked(leo, f"/en/cases/{reference}")


@pytest.mark.databases("postgresql")
def test_where_answers_lie_does_not_tell_when_they_came(town: Town) -> None:
    with db.write(town) as unit:
        for number in range(20):
            giving.of_case(unit, "birth_certificate", easy.APPLYING, "en", giving.Given(3, f"Words {number}"))
    came = lying(town)
    for _ in range(2):
        with db.write(town) as unit:
            giving.mix(unit)
    assert lying(town) == sorted(came) != came
    with db.read(town) as unit:
        said = {line.words for line in map(partial(queries.line, unit), came) if line}
    assert said == {f"Words {number}" for number in range(20)}


def lying(town: Town) -> list[Any]:
    """The answers in the order in which PostgreSQL has them."""
    with db.read(town) as unit:
        return [row.id for row in unit.connection.execute(text("SELECT id FROM feedback ORDER BY ctid"))]
