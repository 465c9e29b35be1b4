"""From the first question to the receipt."""

import re

import pytest
from sqlalchemy import func, select

from app.cases.models import CaseFile, CaseReference, Draft, Filing
from app.kit import db
from app.kit.towns import Town
from tests import applying


def test_it_ends_with_a_receipt_that_proves_what_was_sent(comes_as):
    dan = comes_as("dan")
    reference = applying.certificate(dan)
    receipt = dan.get(f"/en/cases/{reference}/receipt").text
    assert reference in receipt
    assert "Ann and Bob Whitlock" in receipt
    code = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", receipt)
    assert code is not None
    checked = comes_as().post("/en/check", data={"code": code[0].lower()}).text
    assert "This receipt is ours" in checked
    assert reference in checked
    assert "Whitlock" not in checked


def test_an_unknown_and_a_malformed_code_read_alike(client):
    unknown = client.post("/en/check", data={"code": "AAAA-BBBB-CCCC-DDDD"})
    malformed = client.post("/en/check", data={"code": "?!"})
    strip = re.compile(r'value="[^"]*"')
    assert strip.sub("", unknown.text) == strip.sub("", malformed.text)
    assert unknown.status_code == malformed.status_code == 200


def test_a_draft_sent_twice_is_one_case(comes_as, town: Town):
    dan = comes_as("dan")
    review = applying.fill(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE)
    form = applying.standing(dan.get(review).text)
    first = dan.post(applying.submission(review), data=form)
    second = dan.post(applying.submission(review), data=form)
    assert first.headers["location"] == second.headers["location"]
    assert count(town, CaseFile) == count(town, CaseReference) == count(town, Filing) == 1
    assert count(town, Draft) == 0


def test_other_content_for_a_sent_draft_is_refused(comes_as):
    dan = comes_as("dan")
    review = applying.fill(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE)
    form = applying.standing(dan.get(review).text)
    dan.post(applying.submission(review), data=form)
    assert dan.post(applying.submission(review), data=form | {"digest": "0" * 64}).status_code == 422


def test_answers_that_changed_since_the_check_are_not_sent(comes_as, town: Town):
    dan = comes_as("dan")
    review = applying.fill(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE)
    form = applying.standing(dan.get(review).text)
    parents = review.replace("/review", "/parents")
    dan.submit(parents, {"parents": "Somebody else"})
    refused = dan.post(applying.submission(review), data=form)
    assert refused.status_code == 422
    assert f'<a href="{review.partition("?")[0]}">Check your answers</a>' in refused.text, "the way on is one press"
    assert count(town, CaseFile) == 0


def test_going_back_after_sending_leads_to_the_receipt(comes_as):
    dan = comes_as("dan")
    review = applying.fill(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE)
    reference = applying.send(dan, review)
    assert dan.get(review).headers["location"] == f"/en/cases/{reference}/receipt"


@pytest.mark.parametrize("who", ["dan", None])
def test_every_page_of_a_form_that_was_sent_leads_to_the_receipt(comes_as, who):
    person = comes_as(who) if who else comes_as()
    review = applying.fill(person, applying.begin(person, "birth-certificate"), applying.CERTIFICATE)
    form = applying.standing(person.get(review).text)
    reference = applying.send(person, review)
    draft = review.removesuffix("/review")
    late = person.post(f"{draft}/parents", data={"_token": form["_token"], "parents": "Eve"})
    for page in (person.get(draft), person.get(f"{draft}/parents"), person.get(f"{draft}/saved"), late):
        assert page.status_code == 410
        assert "You have sent this form already" in page.text
        assert f'href="/en/cases/{reference}/receipt"' in page.text
    stranger = comes_as("amina")
    assert stranger.get(f"{draft}/parents").status_code == 404


def test_an_open_draft_is_offered_and_never_doubled(comes_as, town: Town):
    dan = comes_as("dan")
    applying.begin(dan, "birth-certificate")
    again = dan.post("/en/services/birth-certificate/drafts")
    assert again.status_code == 200
    assert "You have begun this form already" in again.text
    assert count(town, Draft) == 1
    another = dan.post("/en/services/birth-certificate/drafts", data={"another": "1", "_token": token(again.text)})
    assert another.status_code == 303
    assert count(town, Draft) == 2


def test_a_guest_finds_the_draft_again_by_its_code(comes_as):
    guest = comes_as()
    place = applying.begin(guest, "large-items")
    saved = guest.get(place.rpartition("/")[0] + "/saved").text
    code = re.search(r'<b class="code" dir="ltr">([^<]+)</b>', saved)
    assert code is not None
    elsewhere = comes_as()
    found = elsewhere.submit("/en/drafts", {"code": code[1].lower().replace("-", " ")})
    assert found.status_code == 303
    assert place.split("/")[3] in found.headers["location"]
    assert guest.get(place).headers["location"].startswith("/en/sign-in")


def test_one_answer_is_changed_from_the_check_and_one_comes_back(comes_as):
    dan = comes_as("dan")
    review = applying.fill(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE)
    change = review.replace("/review", "/parents?back=review")
    assert f'href="{change}"' in dan.get(review).text
    done = dan.post(change, data={"_token": dan.token(change), "parents": "Eve Whitlock"})
    assert done.headers["location"] == review
    assert "Eve Whitlock" in dan.get(review).text


def test_what_was_typed_stays_when_something_is_wrong(comes_as):
    dan = comes_as("dan")
    place = applying.fill_until(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE, "applicant")
    wrong = dan.submit(place, {**applying.ME, "applicant.born.day": "31", "applicant.born.month": "2"})
    assert wrong.status_code == 422
    assert "<title>Error:" in wrong.text
    assert 'value="Dan Whitlock"' in wrong.text
    assert 'value="31"' in wrong.text


def test_what_is_too_big_leads_back_to_its_question(comes_as):
    dan = comes_as("dan")
    place = applying.fill_until(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE, "parents")
    unread = dan.post(place, data={"parents": "a" * 70_000})
    too_big = dan.post(place, content=b"", headers={"Content-Length": "99999999"})
    assert (unread.status_code, too_big.status_code) == (400, 413)
    assert f'href="{place}"' in unread.text
    assert f'href="{place}"' in too_big.text


def test_only_level_two_is_prefilled_with_its_source(comes_as):
    amina, dan = comes_as("amina"), comes_as("dan")
    mine = applying.fill_until(amina, applying.begin(amina, "birth-certificate"), applying.CERTIFICATE, "applicant")
    page = amina.get(mine).text
    assert 'value="Amina Belkacem Ruiz"' in page
    assert "From the town’s register" in page or "From the town&#39;s register" in page
    his = applying.fill_until(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE, "applicant")
    assert "register" not in dan.get(his).text.partition("<main")[2].partition("<aside")[0]


def test_a_form_that_a_guest_began_knows_her_once_she_signs_in(comes_as, settle):
    guest = comes_as()
    person = applying.fill_until(guest, applying.begin(guest, "birth-certificate"), applying.CERTIFICATE, "applicant")
    guest.sign_in("amina")
    settle()
    page = guest.get(person).text
    assert applying.standing(page)["applicant.name"] == "Amina Belkacem Ruiz"
    assert "From the town’s register" in page or "From the town&#39;s register" in page


def test_whoever_the_town_knows_is_asked_for_nothing_that_it_knows(comes_as):
    amina = comes_as("amina")
    place = applying.begin(amina, "water-meter").replace("/signs", "/{}")
    assert applying.standing(amina.get(place.format("place")).text)["place.street"] == "Calle de las Redes"
    assert applying.standing(amina.get(place.format("contact")).text)["contact"] == "Amina Belkacem Ruiz"


def token(html: str) -> str:
    return str(applying.standing(html).get("_token", ""))


def count(town: Town, model: type) -> int:
    with db.read(town) as unit:
        return int(db.value(unit, select(func.count()).select_from(db.table(model))))


def test_finishing_later_keeps_what_is_not_whole_yet(comes_as):
    dan = comes_as("dan")
    place = applying.fill_until(dan, applying.begin(dan, "birth-certificate"), applying.CERTIFICATE, "applicant")
    later = dan.submit(place, {"applicant.name": "Dan W", "applicant.born.day": "31", "then": "later"})
    assert later.headers["location"].endswith("/saved")
    page = dan.get(place).text
    assert 'value="Dan W"' in page
    assert 'value="31"' in page
    assert dan.get(f"{place.rpartition('/')[0]}").headers["location"] == place


def test_the_start_of_a_form_can_be_opened_again_in_another_language(comes_as):
    dan = comes_as("dan")
    applying.begin(dan, "birth-certificate")
    offered = dan.post("/en/services/birth-certificate/drafts")
    assert 'href="/es/services/birth-certificate/drafts"' in offered.text
    assert dan.get("/es/services/birth-certificate/drafts").headers["location"] == "/es/services/birth-certificate"
