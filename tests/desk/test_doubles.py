"""Taking a report for somebody: what others reported already stands first, as the person herself would read of it."""

from collections.abc import Callable
from typing import Any

import pytest

from app.kit.towns import Town
from tests.cases.test_alike import looks, marks, report
from tests.cases.test_news_of_reports import link, mails
from tests.desk.cases import case_of, words
from tests.desk.intake import start, write
from tests.desk.test_intake import identity_number
from tests.towns import Client

Comes = Callable[..., Client]
CALL = {"service": "street_report", "channel": "phone", "known": "told", "name": "Zyxcaller"}
SAME: dict[str, Any] = {
    "kind": "light", "place": "C/ Ancla, by the bins", "what": "Dark.", "danger": "no", "news": "no",
    "_declared": "spoken",
}  # fmt: skip


def test_a_caller_is_counted_on_what_is_reported_already(comes_as: Comes, settle: Callable[..., int]) -> None:
    clara, samir, kofi = comes_as("clara"), comes_as("samir"), comes_as("kofi")
    reference = report(comes_as())
    page = start(clara, **CALL)
    html = clara.get(page).text
    assert 'value="alike"' in html
    assert marks(html) == []

    found = write(clara, page, then="alike", kind="light", place="C/ Ancla, by the bins")
    assert found.headers["location"].endswith("#alike")
    html = clara.get(page).text
    said = words(html)
    assert "Calle del Ancla 5, the red door" in said
    assert "We look at it" in said
    for secret in (reference, "Zyxcanary", "zyxreporter"):
        assert secret not in html, "she is a clerk of another department"
    assert marks(html, "tell") == [], "nobody knows where to tell it"
    [mark] = marks(html)
    counted = clara.submit(page, {"case": mark})
    assert "counted on that report" in words(clara.get(counted.headers["location"]).text)
    assert clara.get(page).status_code == 404
    assert "Zyxcaller" not in clara.get("/en/desk/intake").text

    page = start(samir, **CALL | {"name": "", "number": identity_number(kofi)})
    write(samir, page, then="alike", kind="light", place="Calle del Ancla")
    html = samir.get(page).text
    assert f"/en/desk/cases/{reference}" in html, "he may open it"
    [mark] = marks(html, "tell")
    told = samir.submit(page, {"tell": mark}).headers["location"]
    assert "is told when it is done" in words(samir.get(told).text)
    assert "2 people see it too" in words(samir.get(f"/en/desk/cases/{reference}").text)
    assert samir.submit(f"/en/desk/cases/{reference}/steps/mend", {}).status_code == 303
    settle()
    mails = [mail for mail in kofi.get("/demo/mailbox.json").json() if "What you see too" in mail["subject"]]
    assert [mail["subject"] for mail in mails] == ["What you see too: Done"]


def test_what_looks_the_same_is_read_before_a_second_report_is_sent(town: Town, comes_as: Comes) -> None:
    samir = comes_as("samir")
    page = start(samir, **CALL)
    sent = write(samir, page, **SAME)
    assert sent.status_code == 303, "nothing is reported yet"
    reference = str(sent.headers["location"]).split("/")[4]
    assert not looks(comes_as(), "Calle del Ancla").endswith("/alike"), "what an office wrote down is its own"

    page = start(samir, **CALL)
    assert "Nothing open looks the same" in words(
        samir.get(str(write(samir, page, then="alike", **SAME | {"kind": "tree"}).headers["location"])).text
    )
    wrong = write(samir, page, **SAME)
    assert wrong.status_code == 422
    assert "Read it first, then send again" in words(wrong.text)
    assert 'href="#alike"' in wrong.text
    [mark] = marks(wrong.text)
    assert f'name="_alike" value="{mark}"' in wrong.text
    second = write(samir, page, _alike=[mark], **SAME)
    assert second.status_code == 303, "it is another one"
    assert case_of(town, str(second.headers["location"]).split("/")[4]).reference != reference


def test_a_caller_without_an_account_leaves_an_address(comes_as: Comes, settle: Callable[..., int]) -> None:
    clara, samir, guest = comes_as("clara"), comes_as("samir"), comes_as()
    reference, email = report(comes_as()), "zyxcaller@example.com"
    page = start(clara, **CALL | {"language": "ar"})
    write(clara, page, then="alike", kind="light", place="Calle del Ancla")
    [mark] = marks(clara.get(page).text)
    wrong = clara.submit(page, {"case": mark, "_news": "zyx"})
    assert wrong.status_code == 422
    assert "This is not a whole e-mail address." in words(wrong.text)
    assert "sees it too" not in words(wrong.text).replace("The person sees it too", ""), "nobody is counted yet"
    counted = clara.submit(page, {"case": mark, "_news": email})
    assert "gets a mail with a button" in words(clara.get(counted.headers["location"]).text)
    settle()
    [asked] = mails(guest, email)
    assert asked["locale"] == "ar"
    guest.submit(link(asked), {"tell": "yes"})
    assert email not in samir.get(f"/en/desk/cases/{reference}").text
    assert samir.submit(f"/en/desk/cases/{reference}/steps/mend", {}).status_code == 303
    settle()
    assert len(mails(guest, email)) == 2


@pytest.mark.databases("sqlite")
def test_a_mark_of_another_form_counts_nobody(comes_as: Comes) -> None:
    clara = comes_as("clara")
    report(comes_as())
    one, other = start(clara, **CALL), start(clara, **CALL)
    for page in (one, other):
        write(clara, page, then="alike", **SAME)
    [mark] = marks(clara.get(one).text)
    for wrong in (mark, "0" * 24, "x" * 5000, "../../etc"):
        said = words(clara.get(clara.submit(other, {"case": wrong}).headers["location"]).text)
        assert "This report is closed by now." in said
    assert "sees it too" not in words(clara.get(one).text).replace("The person sees it too", "")


@pytest.mark.databases("sqlite")
def test_a_caller_who_gives_no_name_is_asked_for_none(comes_as: Comes) -> None:
    samir = comes_as("samir")
    nameless = {"channel": "phone", "known": "told", "name": "", "language": "en"}
    wrong = samir.submit("/en/desk/intake", {**nameless, "service": "birth_certificate"})
    assert "Write the name, or the number of a document." in words(wrong.text)
    page = start(samir, **CALL | nameless)
    assert "Answers of Somebody who gave no name" in words(samir.get(page).text)
    reference = str(write(samir, page, **SAME).headers["location"]).split("/")[4]
    said = words(samir.get(f"/en/desk/cases/{reference}/receipt").text)
    assert "Somebody who gave no name declared this on the phone." in said
