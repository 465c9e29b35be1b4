"""Mails leave by a real server: text and HTML, one Message-ID, tried again or bounced."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app.kit import db, events, jobs, keys
from app.kit.db import Unit
from app.kit.jobs import Job
from app.kit.towns import Town
from app.notifications import Mint, Minted, Sender, delivering, install, notices, notify, rendering, sent_to, smtp
from app.notifications.events import DeliveryBounced
from app.notifications.notifying import Deliver
from tests.kit.conftest import everything
from tests.notifications.cast import AMINA, TEO, a_notice, states, tell
from tests.notifications.conftest import Server, Work


def bodies(server: Server) -> tuple[str, str]:
    [mail] = server.mails
    text, html = mail.get_body(("plain",)), mail.get_body(("html",))
    assert text is not None
    assert html is not None
    return text.get_content(), html.get_content()


def test_a_mail_carries_text_and_html_in_the_persons_language(real: Town, server: Server, work: Work) -> None:
    tell(real, a_notice(AMINA, subject="VC-7K3M-9QZA: تم تسجيل كلبكم", body=("تحققنا من رقم الشريحة.",)))
    work(real)
    text, html = bodies(server)
    assert "تحققنا من رقم الشريحة." in text
    assert '<html lang="ar" dir="rtl">' in html
    assert "http://localhost:8000/ar/cases/VC-7K3M-9QZA" in text
    assert 'href="http://localhost:8000/ar/cases/VC-7K3M-9QZA"' in html
    assert server.mails[0]["Subject"] == "VC-7K3M-9QZA: تم تسجيل كلبكم"
    assert server.mails[0]["Content-Language"] == "ar"


def test_the_headers_say_that_a_machine_wrote_it(real: Town, server: Server, work: Work) -> None:
    tell(real, a_notice(TEO))
    work(real)
    [mail], [envelope] = server.mails, server.envelopes
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Reply-To"] is None
    assert mail["From"] == "Ventanilla <ventanilla@puertoclaro.example>"
    assert envelope.mail_from == "ventanilla@puertoclaro.example"
    assert envelope.rcpt_tos == ["teo@puertoclaro.example"]


def test_what_people_wrote_stays_text_in_the_html(real: Town, server: Server, work: Work) -> None:
    tell(real, a_notice(TEO, subject="<b>Hello</b> & welcome", body=("1 < 2",)))
    work(real)
    text, html = bodies(server)
    assert "1 < 2" in text
    assert "1 &lt; 2" in html
    assert "<b>Hello</b>" not in html
    assert server.mails[0]["Subject"] == "<b>Hello</b> & welcome"


def test_a_line_break_in_a_subject_makes_no_header(real: Town, server: Server, work: Work) -> None:
    tell(real, a_notice(TEO, subject="Hello\r\nBcc: dan@puertoclaro.example"))
    work(real)
    assert server.mails[0]["Bcc"] is None
    assert server.envelopes[0].rcpt_tos == ["teo@puertoclaro.example"]


def test_a_sent_mail_is_sent_once(real: Town, server: Server, work: Work) -> None:
    _, case_id = tell(real, a_notice(TEO))
    assert [work(real), work(real)] == [1, 0]
    assert states(real, case_id) == [("email", "sent")]
    assert len(server.mails) == 1


def test_a_repeat_after_a_crash_has_the_same_message_id(real: Town, server: Server) -> None:
    tell(real, a_notice(TEO))
    with db.read(real) as unit:
        delivery_id = db.value(unit, select(delivering.D.id))
        outgoing = delivering.look(unit, Deliver(delivery_id))
    assert outgoing is not None
    for _ in range(2):  # the worker is killed between call and store
        delivering.call(outgoing)
    assert [mail["Message-ID"] for mail in server.mails] == [f"<{delivery_id.hex}@puertoclaro.example>"] * 2


def test_a_temporary_refusal_is_tried_again(real: Town, server: Server, work: Work) -> None:
    _, case_id = tell(real, a_notice(TEO))
    server.refuse["teo@puertoclaro.example"] = "451 4.7.1 try later"
    work(real)
    assert states(real, case_id) == [("email", "queued")]
    server.refuse.clear()
    real.clock.move(timedelta(minutes=1))
    work(real)
    assert states(real, case_id) == [("email", "sent")]


def test_a_server_that_is_away_is_tried_again(real: Town, work: Work) -> None:
    away = replace(real, smtp_url="smtp://127.0.0.1:1")
    _, case_id = tell(away, a_notice(TEO))
    work(away)
    assert states(away, case_id) == [("email", "queued")]
    with db.read(away) as unit:
        assert db.value(unit, select(db.table(Job).c.attempts)) == 1


@pytest.mark.parametrize("where", ["recipient", "content"])
def test_a_lasting_refusal_is_a_bounce_and_the_news_goes_up(real: Town, server: Server, work: Work, where: str) -> None:
    if where == "recipient":
        server.refuse["teo@puertoclaro.example"] = "550 5.1.1 no teo@puertoclaro.example here"
    else:
        server.refuse_data = "554 5.7.1 refused"
    news: list[tuple[str, str]] = []

    def heard(unit: Unit, event: DeliveryBounced) -> None:
        found = sent_to(unit, event.delivery_id)
        assert found is not None
        news.append(found)

    found = events.install({DeliveryBounced: [events.on(DeliveryBounced, heard, lane="mail")]})
    _, case_id = tell(real, a_notice(TEO))
    work(real)
    assert states(real, case_id) == [("email", "bounced")]
    with db.read(real) as unit:
        reason = db.value(unit, select(delivering.D.reason))
    assert reason in ("550 5.1.1", "554 5.7.1")
    _run_listeners(real, found)
    assert news == [("email", "teo@puertoclaro.example")]


def _run_listeners(town: Town, found: dict[str, object]) -> None:
    with db.claim(town) as unit:
        claimed = jobs.claim(unit, "mail")
    for job in claimed:
        jobs.run(town, found, job)  # type: ignore[arg-type]


def test_a_one_time_link_is_made_when_the_mail_leaves_and_stored_nowhere(
    real: Town, server: Server, work: Work
) -> None:
    def mint(unit: Unit, args: object) -> Minted:
        assert args == {"link": "17"}
        return Minted("/sign-in/links/ZYXCANARY1", "ZYXCANARY1")

    install({"sign_in": mint}, lambda unit, locale: Sender("Puerto Claro", ("Plaza Mayor 1",), "600 000 010"))
    with db.write(real) as unit:
        notify(unit, a_notice(TEO, link=Mint("sign_in", {"link": "17"}, "Sign in"), reference=""))
    work(real)
    text, html = bodies(server)
    assert "http://localhost:8000/es/sign-in/links/ZYXCANARY1" in text
    assert '<bdi class="code">ZYXCANARY1</bdi>' in html
    assert "Plaza Mayor 1" in text
    assert "Teléfono: 600 000 010" in text, "whoever is told to call us reads where"
    assert "Teléfono: <bdi>600 000 010</bdi>" in html
    assert "ZYXCANARY1" not in everything(real)


def test_neither_address_nor_words_are_readable_in_the_database(real: Town, work: Work) -> None:
    tell(real, a_notice(replace(AMINA, email="zyxcanary@puertoclaro.example"), body=("Zyxcanary was here.",)))
    demo = replace(real, demo=True, smtp_url="")
    work(demo)
    assert "zyxcanary" not in everything(real).lower()


def test_an_erased_person_gets_no_mail(real: Town, server: Server, work: Work) -> None:
    _, case_id = tell(real, a_notice(TEO))
    with db.write(real) as unit:
        keys.destroy(unit, case_id)
    assert work(real) == 1
    assert server.mails == []
    with db.read(real) as unit:
        assert notices(unit, UUID(int=1)) == []


def test_no_mail_leaves_while_a_unit_is_open(real: Town) -> None:
    message = rendering.Message("email", "teo@puertoclaro.example", "es", "Hello", "Hello", "<p>Hello</p>", "")
    mail = rendering.mime(message, UUID(int=1), real.mail_from, real.clock.now())
    with db.read(real), pytest.raises(RuntimeError, match="unit of work"):
        smtp.send(real.smtp_url, mail)
