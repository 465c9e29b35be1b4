"""The receipt says how its reference reaches whoever sent the form, and what a guest has to keep."""

import re
from collections.abc import Callable
from datetime import date

import pytest

from app.kit.i18n import LOCALES, format_day, translate
from tests import applying
from tests.desk.cases import words
from tests.towns import Client

KEEP = "Keep the reference and the code"
ONLY_HERE = "They stand only on this page."


def receipt(client: Client, reference: str, locale: str = "en") -> str:
    return client.get(f"/{locale}/cases/{reference}/receipt").text


def code_of(html: str) -> str:
    found = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", html)
    assert found
    return found[0]


@pytest.mark.parametrize("locale", LOCALES)
def test_who_can_be_reached_by_nothing_is_told_to_keep_reference_and_code(
    comes_as: Callable[..., Client], locale: str
) -> None:
    guest = comes_as()
    reference = applying.certificate(guest, locale)
    html = receipt(guest, reference, locale)
    kept = html.partition('<div class="callout attention">')[2].partition("</div></div>")[0]
    assert translate(locale, KEEP) in kept
    assert translate(locale, "We cannot send them to you. They stand only on this page.") in kept
    assert translate(locale, "Write them down, print this page or take a picture of it.") in kept
    assert reference in kept
    assert code_of(html) in kept
    assert f'href="/{locale}/check"' in kept


def test_a_guest_with_an_address_is_told_what_was_sent_and_keeps_the_code_too(comes_as: Callable[..., Client]) -> None:
    guest = comes_as()
    said = words(receipt(guest, applying.pickup(guest, "guest@example.com")))
    assert "We also sent the reference to guest@example.com ." in said
    assert KEEP in said
    assert ONLY_HERE not in said


def test_a_guest_who_gets_a_letter_is_told_so(comes_as: Callable[..., Client], settle: Callable[..., int]) -> None:
    guest = comes_as()
    reference = applying.pickup(guest, "", reach={"reach": []})
    said = words(receipt(guest, reference))
    assert "We also send a letter with the reference and the code." in said
    assert ONLY_HERE not in said
    settle()
    [letter] = [mail for mail in guest.get("/demo/mailbox.json").json() if mail["case"] == reference]
    assert letter["channel"] == "letter"
    assert code_of(receipt(guest, reference)) in letter["text"]


def test_an_account_has_nothing_to_keep(comes_as: Callable[..., Client]) -> None:
    dan = comes_as("dan")
    said = words(receipt(dan, applying.certificate(dan)))
    assert "We also sent the reference to dan@puertoclaro.example ." in said
    assert "You do not need to write it down" in said
    assert KEEP not in said


def test_the_code_of_a_receipt_opens_the_case_from_the_page_it_names(comes_as: Callable[..., Client]) -> None:
    guest, later = comes_as(), comes_as()
    reference = applying.certificate(guest)
    check = later.get("/en/check").text
    [way] = re.findall(r'<a href="([^"]+)">Use the code of my receipt</a>', check)
    given = {"reference": reference.lower(), "code": code_of(receipt(guest, reference)).lower()}
    opened = later.submit(way, given)
    assert (opened.status_code, opened.headers["location"]) == (303, f"/en/cases/{reference}")
    assert later.get(f"/en/cases/{reference}").status_code == 200


def test_a_reference_that_was_typed_wrong_can_be_mended(comes_as: Callable[..., Client]) -> None:
    page = comes_as().post("/en/check/follow/code", data={"reference": "VC-7K3M", "code": "AAAA"})
    assert page.status_code == 422
    assert re.search(r'<input[^>]* name="reference"[^>]* value="VC-7K3M"', page.text)
    assert 'type="hidden" name="reference"' not in page.text


def test_what_it_costs_and_how_it_is_paid_is_said_before_sending_and_after(comes_as: Callable[..., Client]) -> None:
    dan = comes_as("dan")
    place = applying.begin(dan, "building-permit")
    review = applying.fill(dan, place, applying.PERMIT | {"work": {"work": "roof"}})
    said = words(dan.get(review).text)
    assert "Cost €45 We send you a bill with the decision." in said
    assert said.index("€45") < said.index("Send to the town")
    sent = words(receipt(dan, applying.send(dan, review)))
    assert "Cost: €45. We send you a bill with the decision." in sent


def test_what_costs_these_answers_nothing_says_so(comes_as: Callable[..., Client]) -> None:
    dan = comes_as("dan")
    said = words(receipt(dan, applying.permit(dan)))
    assert "Cost Free" in said
    assert "bill" not in said


def test_a_service_without_a_fee_says_nothing_of_costs(comes_as: Callable[..., Client]) -> None:
    dan = comes_as("dan")
    assert "Cost" not in words(receipt(dan, applying.certificate(dan)))


def test_who_still_brings_or_posts_papers_is_told_so_until_the_case_goes_on(
    comes_as: Callable[..., Client], settle: Callable[..., int]
) -> None:
    dan, post = comes_as("dan"), "Post the papers of the works to us. Write your case reference on them."
    reference = applying.permit(dan, work={"work": "roof"})
    said = words(receipt(dan, reference))
    assert f"What we still need from you {post}" in said
    assert "Nothing more to do" not in said
    assert f"What we still need from you {post}" in words(dan.get(f"/en/cases/{reference}").text)
    settle()
    [mail] = [mail for mail in dan.get("/demo/mailbox.json").json() if mail["case"] == reference]
    assert post in mail["text"]
    ask = {"fields": ["papers"], "reason": "missing", "phrases": ["drawing_missing"]}
    assert comes_as("clara").submit(f"/en/desk/cases/{reference}/request", ask).status_code == 303
    page = words(dan.get(f"/en/cases/{reference}").text)
    assert "What we still need from you" not in page
    assert "A drawing is missing. We need one that shows the place today" in page, "what the office wrote stands here"


@pytest.mark.databases("sqlite")
def test_no_mail_about_what_is_confidential_says_what_to_bring(
    comes_as: Callable[..., Client], settle: Callable[..., int]
) -> None:
    nour = comes_as("nour")
    reference = applying.badge(nour)
    assert "Bring the papers to the window" in words(receipt(nour, reference))
    settle()
    [mail] = [mail for mail in nour.get("/demo/mailbox.json").json() if mail["case"] == reference]
    assert "window" not in mail["text"]


METER = {
    "signs": {"signs": ["high_bill"]},
    "test": {"test": "still"},
    "place": {"place.street": "Calle de las Redes", "place.number": "12"},
    "meter": {"meter": "b20 004 512"},
    "part": {"part": "early"},
    "at_home": {"at_home": "me"},
    "contact": {"contact": "Dan"},
    "reach": {"reach": ["email"]},
    "email": {"email": "dan@puertoclaro.example"},
}


@pytest.mark.databases("sqlite")
def test_the_day_that_was_chosen_stands_on_the_receipt_and_in_the_case(comes_as: Callable[..., Client]) -> None:
    dan = comes_as("dan")
    place = applying.fill_until(dan, applying.begin(dan, "water-meter"), METER, "day")
    day = re.findall(r'name="day"[^>]*value="([^"]+)"', dan.get(place).text)[1]
    reference = applying.send(dan, applying.fill(dan, place, {**METER, "day": {"day": day}}))
    agreed = f"The agreed day is {format_day(date.fromisoformat(day), 'en', 'full')}."
    assert agreed in words(receipt(dan, reference))
    case = words(dan.get(f"/en/cases/{reference}").text)
    assert case.index(agreed) < case.index("Answer by")
    assert "B20004512" in words(receipt(dan, reference)), "a small letter is no mistake"
