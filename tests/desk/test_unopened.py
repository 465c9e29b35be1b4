"""Until a notification is opened everything that the person meets says that it waits, and nothing that it says."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.cases.keeping import KEEPER as CASES
from app.kit import db
from app.kit.towns import Town
from app.notifications import failing
from app.notifications.models import BOUNCED, Delivery, NoticeRow
from tests.cast import DAN
from tests.desk.cases import case_of, opened, words
from tests.desk.test_served import kept_back, notification, refused, state  # noqa: F401
from tests.identity.identifying import accept, give
from tests.towns import Client

Settle = Callable[..., int]
WAITS = "A notification waits for you"


def mails(client: Client, reference: str) -> list[dict[str, str]]:
    """What went out about a case, the newest first."""
    return [mail for mail in client.get("/demo/mailbox.json").json() if mail["case"] == reference]


def test_her_pages_mails_and_data_say_that_it_waits_and_no_more(town: Town, amina: Client, refused: str) -> None:  # noqa: F811
    case = case_of(town, refused)
    pages = {
        path: words(amina.get(path).text)
        for path in (
            f"/en/cases/{refused}", f"/en/cases/{refused}/receipt", f"/en/cases/{refused}/filed", "/en/me",
            "/en/me/cases", "/en/me/messages", notification(amina, refused),
        )
    }  # fmt: skip
    for path, said in pages.items():
        assert kept_back(said) == [], path
    for path in (f"/en/cases/{refused}", "/en/me", "/en/me/cases", "/en/me/messages"):
        assert WAITS.lower() in pages[path].lower(), path
    assert WAITS in pages["/en/me"].partition("Needs something from you")[2].partition("In progress")[0]
    assert amina.get(f"/en/cases/{refused}").text.count("/notifications/") == 1, "one button"
    mail = mails(amina, refused)[0]
    assert mail["subject"] == f"{refused}: a notification waits for you"
    assert "If you do not open it, it counts as served after" in mail["text"]
    assert not any(kept_back(each["subject"] + each["text"] + each["html"]) for each in mails(amina, refused))
    with db.read(town) as unit:
        assert case.person_id is not None
        exported = str(CASES.export(unit, case.person_id))
    assert "notification_waits" in exported
    assert "refused" not in exported
    assert "Not granted" in opened(amina, refused)
    assert "Not granted" in words(amina.get("/en/me").text)


@pytest.mark.databases("sqlite")
def test_a_helper_reads_no_more_than_she_and_whoever_only_reads_cannot_open_it(
    town: Town,
    comes_as: Callable[..., Client],
    amina: Client,
    refused: str,  # noqa: F811
) -> None:
    give(amina, DAN.email, rights="read")
    dan = comes_as("dan")
    held = accept(dan)
    page = notification(dan, refused)
    for path in (f"/en/cases/{refused}", f"/en/me/mandates/{held}", f"/en/cases/{refused}/receipt", page):
        assert kept_back(words(dan.get(path).text)) == [], path
    assert WAITS in words(dan.get(f"/en/me/mandates/{held}").text)
    assert dan.submit(page).status_code == 409
    assert state(town, refused) == "available"


def test_when_it_counts_as_served_everything_is_shown_and_she_is_told(
    town: Town,
    settle: Settle,
    comes_as: Callable[..., Client],
    amina: Client,
    clara: Client,
    refused: str,  # noqa: F811
) -> None:
    assert WAITS in words(amina.get(f"/en/cases/{refused}").text)
    assert "Not opened yet." in words(clara.get(f"/en/desk/cases/{refused}").text)
    town.clock.move(timedelta(days=11, hours=1))
    settle()
    amina = comes_as("amina")
    assert "Not granted" in words(amina.get(f"/en/cases/{refused}").text)
    mail = mails(amina, refused)[0]
    assert mail["subject"] == f"{refused}: a notification counts as served"
    assert "you can appeal until" in mail["text"]


def test_an_alert_that_came_back_changes_nothing_and_the_next_way_is_taken(
    town: Town,
    settle: Settle,
    amina: Client,
    clara: Client,
    refused: str,  # noqa: F811
) -> None:
    case, before = case_of(town, refused), len(mails(amina, refused))
    with db.write(town) as unit:
        assert failing.fail(unit, alert(unit, case.id), BOUNCED, "550 5.1.1")
    settle()
    for client, page, said in (
        (amina, f"/en/cases/{refused}", "Our message about the notification came back."),
        (clara, f"/en/desk/cases/{refused}", "The message about the notification came back"),
    ):
        assert said in words(client.get(page).text)
    after = mails(amina, refused)
    assert len(after) == before + 1
    assert after[0]["channel"] != "email"
    assert "a notification waits for you" in after[0]["subject"] + after[0]["text"]
    assert WAITS in words(amina.get(f"/en/cases/{refused}").text), "it still waits"
    assert "Not granted" in opened(amina, refused)


def alert(unit: db.Unit, case_id: UUID) -> UUID:
    """The delivery by mail of the latest notice of a case."""
    D, N = db.table(Delivery).c, db.table(NoticeRow).c
    found = db.rows(
        unit,
        select(D.id)
        .join(db.table(NoticeRow), N.id == D.notice_id)
        .where(N.case_id == case_id, D.channel == "email")
        .order_by(N.id),
    )
    return UUID(str(list(found)[-1].id))
