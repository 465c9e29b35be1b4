"""The demo shows what went out; a real town has no mailbox."""

import json
from dataclasses import replace

import pytest
from starlette.requests import Request

from app.kit import db
from app.kit.errors import NotFound
from app.kit.i18n import LOCALES
from app.kit.pages import Here, alternates, render
from app.kit.towns import Town
from app.notifications import clear, told
from app.notifications.handlers import mailbox
from tests.notifications.cast import AMINA, ROSA, a_notice, tell
from tests.notifications.conftest import Work


def a_request() -> Request:
    return Request({"type": "http", "path_params": {}, "headers": [], "state": {}})


def test_mail_text_message_and_letter_are_shown_as_data(town: Town, work: Work) -> None:
    tell(town, a_notice(replace(AMINA, channels=("email", "sms", "letter"))))
    work(town)
    with db.read(town) as unit:
        items = json.loads(mailbox.feed(a_request(), unit).body)
    assert [item["channel"] for item in items] == ["letter", "sms", "email"]
    for item in items:
        assert list(item) == ["id", "channel", "to", "locale", "subject", "text", "html", "at", "case"]
        assert (item["locale"], item["case"]) == ("ar", "VC-7K3M-9QZA")
    assert items[1]["to"] == "+34600000001"
    assert items[1]["html"] == ""
    assert items[2]["to"] == "amina@puertoclaro.example"
    assert "Calle del Faro 3" in items[0]["to"]


def test_a_message_that_belongs_to_no_case_says_null(town: Town, work: Work) -> None:
    tell(town, a_notice(ROSA, reference=""))
    work(town)
    with db.read(town) as unit:
        assert json.loads(mailbox.feed(a_request(), unit).body)[0]["case"] is None


def test_a_real_town_has_no_mailbox(town: Town) -> None:
    with db.read(replace(town, demo=False)) as unit:
        for handler in (mailbox.index, mailbox.feed):
            with pytest.raises(NotFound):
                handler(a_request(), unit)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_page_shows_each_message_in_its_own_language(town: Town, work: Work, locale: str) -> None:
    tell(town, a_notice(AMINA))
    work(town)
    with db.read(town) as unit:
        page = mailbox.index(a_request(), unit)
    html = render(locale, page, Here(locale, "/demo/mailbox", "Puerto Claro", alternates(locale, "/demo/mailbox")))
    assert 'lang="ar" dir="rtl">VC-7K3M-9QZA: your dog is registered' in html
    assert 'href="http://localhost:8000/ar/cases/VC-7K3M-9QZA"' in html


def test_what_a_case_was_told_ends_with_the_case(town: Town, work: Work) -> None:
    _, case_id = tell(town, a_notice(ROSA))
    work(town)
    with db.write(town) as unit:
        assert [line.kind for line in told(unit, case_id)] == ["registered"]
        assert clear(unit, case_id) == 1
        assert told(unit, case_id) == []
