"""How the certificate reaches the person: in the portal, at the window, by post."""

from collections.abc import Callable
from datetime import timedelta

from app.kit.towns import Town
from tests import applying
from tests.desk.cases import opened
from tests.towns import Client

ADDRESS = {
    "address.street": "Calle del Faro",
    "address.number": "3",
    "address.postcode": "29990",
    "address.town": "Puerto Claro",
}


def granted(comes_as: Callable[..., Client], settle: Callable[..., int], town: Town, **changes: object) -> str:
    dan, clara = comes_as("dan"), comes_as("clara")
    reference = applying.certificate(dan, **changes)
    settle()
    pressed = clara.submit(f"/es/desk/cases/{reference}/steps/grant", {"reasons": "entry_found"})
    assert pressed.status_code == 303, pressed.text
    settle()
    assert "document is ready" not in str(mails(dan)), "told before the recall time is over"
    town.clock.move(timedelta(minutes=11))
    settle()
    return reference


def mails(client: Client) -> list[dict[str, str]]:
    return [mail for mail in client.get("/demo/mailbox.json").json() if "PIN" not in mail["subject"]]


def test_in_the_portal_it_is_a_document_with_a_code(comes_as, settle, town):
    reference = granted(comes_as, settle, town)
    dan = comes_as("dan")
    opened(dan, reference)
    case = dan.get(f"/en/cases/{reference}").text
    place = case.partition(f"/en/cases/{reference}/documents/")[2].partition('"')[0]
    document = dan.get(f"/en/cases/{reference}/documents/{place}").text
    assert "Dan Whitlock" in document
    assert any(mail["channel"] == "email" and reference in mail["subject"] for mail in mails(dan))


def test_by_post_the_certificate_itself_is_in_the_letter(comes_as, settle, town):
    changes = {
        "delivery": {"delivery": "letter"},
        "copies": {"copies": "2"},
        "address": ADDRESS,
    }
    reference = granted(comes_as, settle, town, **changes)
    letters = [mail for mail in mails(comes_as("dan")) if mail["channel"] == "letter"]
    assert len(letters) == 1
    assert letters[0]["case"] == reference
    assert "Calle del Faro" in letters[0]["to"]
    assert "Dan Whitlock" in letters[0]["html"]
    assert "1990" in letters[0]["html"]


def test_a_letter_about_a_child_goes_to_the_parent_who_sent_it(comes_as, settle, town):
    child = {"child.name": "Eve Whitlock", "child.born.day": "1", "child.born.month": "2", "child.born.year": "2020"}
    changes = {
        "for_whom": {"for_whom": "child"},
        "child": {**child, "child.identifier.kind": "none"},
        "delivery": {"delivery": "letter"},
        "copies": {"copies": "1"},
        "address": ADDRESS,
    }
    reference = granted(comes_as, settle, town, **changes)
    dan = comes_as("dan")
    [letter] = [mail for mail in mails(dan) if mail["channel"] == "letter"]
    assert letter["to"].startswith("Dan Whitlock\n")
    dan.submit(f"/en/cases/{reference}", {"text": "It came, thank you."}, to=f"/en/cases/{reference}/messages")
    thread = dan.get(f"/en/cases/{reference}").text.partition('id="messages"')[2]
    assert "It came, thank you." in thread
    assert "Eve Whitlock" not in thread.partition("It came, thank you.")[0]


def test_the_mail_never_carries_an_answer(comes_as, settle, town):
    granted(comes_as, settle, town)
    for mail in mails(comes_as("dan")):
        assert "Ann and Bob" not in mail["text"] + mail["html"]
