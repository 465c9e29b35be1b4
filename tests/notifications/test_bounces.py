"""A mail that comes back marks its delivery once, tells the house, and the next channel is tried."""

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select

from app.kit import db, keys
from app.kit.events import EventRow
from app.kit.ids import new_id
from app.kit.towns import Town
from app.notifications import bounced, letter, letters_waiting, printed, sent_to
from app.notifications.models import Delivery
from tests.notifications.cast import AMINA, ROSA, TEO, a_notice, states, tell
from tests.notifications.conftest import Server, Work

REPORT = """\
From: MAILER-DAEMON@mx.example
To: ventanilla@puertoclaro.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; amina@puertoclaro.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 unknown

--b
Content-Type: {kind}

From: ventanilla@puertoclaro.example
To: amina@puertoclaro.example
Message-ID: {about}
Subject: news

--b--
"""


def a_report(about: str, action: str = "failed", status: str = "5.1.1", kind: str = "message/rfc822") -> bytes:
    return REPORT.format(about=about, action=action, status=status, kind=kind).replace("\n", "\r\n").encode()


def a_sent_mail(real: Town, work: Work) -> tuple[UUID, UUID]:
    """Ids of the delivery and the case."""
    _, case_id = tell(real, a_notice(AMINA))
    work(real)
    with db.read(real) as unit:
        return db.value(unit, select(db.table(Delivery).c.id)), case_id


def read_report(town: Town, raw: bytes) -> UUID | None:
    with db.write(town) as unit:
        return bounced(unit, raw)


@pytest.mark.parametrize("kind", ["message/rfc822", "text/rfc822-headers"])
def test_a_delivery_report_marks_its_delivery(real: Town, server: Server, work: Work, kind: str) -> None:
    delivery_id, case_id = a_sent_mail(real, work)
    assert read_report(real, a_report(server.mails[0]["Message-ID"], kind=kind)) == delivery_id
    assert states(real, case_id)[0] == ("email", "bounced")
    with db.read(real) as unit:
        assert sent_to(unit, delivery_id) == ("email", "amina@puertoclaro.example")
        assert db.value(unit, select(db.table(Delivery).c.reason)) == "5.1.1"


def test_the_same_report_twice_is_news_once(real: Town, server: Server, work: Work) -> None:
    a_sent_mail(real, work)
    raw = a_report(server.mails[0]["Message-ID"])
    read_report(real, raw)
    assert read_report(real, raw) is None
    with db.read(real) as unit:
        names = [row.name for row in db.rows(unit, select(db.table(EventRow).c.name))]
    assert names == ["DeliveryBounced"]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\xff\xfe\x00 no mail at all",
        b"From: amina@puertoclaro.example\r\nSubject: Re: news\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.",
        a_report("<somebody-else@mx.example>"),
        a_report(f"<{UUID(int=7).hex}@puertoclaro.example>"),
        a_report("<broken"),
        b'Content-Type: multipart/report; boundary="b"\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n',
    ],
)
def test_what_is_no_report_about_us_changes_nothing(real: Town, work: Work, raw: bytes) -> None:
    _, case_id = a_sent_mail(real, work)
    assert read_report(real, raw) is None
    assert states(real, case_id) == [("email", "sent")]


def test_a_mere_delay_is_no_bounce(real: Town, server: Server, work: Work) -> None:
    _, case_id = a_sent_mail(real, work)
    assert read_report(real, a_report(server.mails[0]["Message-ID"], action="delayed", status="4.4.1")) is None
    assert states(real, case_id) == [("email", "sent")]


def test_a_bounce_falls_back_to_the_letter(real: Town, server: Server, work: Work) -> None:
    server.refuse["amina@puertoclaro.example"] = "550 5.1.1 unknown"
    _, case_id = tell(real, a_notice(AMINA))
    assert [work(real), work(real)] == [1, 1]
    assert states(real, case_id) == [("email", "bounced"), ("letter", "queued")]


def test_in_a_town_with_text_messages_those_come_before_paper(real: Town, server: Server, work: Work) -> None:
    server.refuse["amina@puertoclaro.example"] = "550 5.1.1 unknown"
    town = replace(real, sms_url="http://127.0.0.1:1/")
    _, case_id = tell(town, a_notice(AMINA))
    work(town)
    assert states(town, case_id) == [("email", "bounced"), ("sms", "queued")]


def test_without_another_channel_nothing_is_invented(real: Town, server: Server, work: Work) -> None:
    server.refuse["teo@puertoclaro.example"] = "550 5.1.1 unknown"
    _, case_id = tell(real, a_notice(TEO))
    work(real)
    assert states(real, case_id) == [("email", "bounced")]


def test_no_fallback_while_another_chosen_channel_has_arrived(real: Town, server: Server, work: Work) -> None:
    server.refuse["amina@puertoclaro.example"] = "550 5.1.1 unknown"
    _, case_id = tell(real, a_notice(replace(AMINA, channels=("email", "letter"))))
    work(real)
    assert sorted(states(real, case_id)) == [("email", "bounced"), ("letter", "queued")]


def test_the_notice_in_the_portal_stays_when_the_mail_bounces(real: Town, server: Server, work: Work) -> None:
    server.refuse["teo@puertoclaro.example"] = "550 5.1.1 unknown"
    _, case_id = tell(real, a_notice(replace(TEO, account_id=new_id())))
    work(real)
    assert states(real, case_id) == [("portal", "sent"), ("email", "bounced")]


def test_a_letter_waits_sealed_until_it_is_printed(real: Town, work: Work) -> None:
    _, case_id = tell(real, a_notice(ROSA))
    work(real)
    with db.read(real) as unit:
        [line] = letters_waiting(unit)
        html = letter(unit, line.id)
    assert (line.kind, line.locale, line.case_id) == ("registered", "es", case_id)
    assert html is not None
    assert '<html lang="es-ES" dir="ltr">' in html
    assert "Calle Mayor 1" in html
    assert "http://localhost:8000/es/cases/VC-7K3M-9QZA" in html
    with db.write(real) as unit:
        assert printed(unit, line.id)
        assert not printed(unit, line.id)
        assert letters_waiting(unit) == []
    assert states(real, case_id) == [("letter", "sent")]


def test_a_letter_of_an_erased_case_is_gone(real: Town, work: Work) -> None:
    _, case_id = tell(real, a_notice(ROSA))
    work(real)
    with db.write(real) as unit:
        [line] = letters_waiting(unit)
        keys.destroy(unit, case_id)
        assert letter(unit, line.id) is None
