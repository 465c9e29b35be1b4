"""The building permit: by rule in seconds, or by a person who asks, hears and decides."""

import io
import re
from datetime import timedelta

import pytest

from tests import applying
from tests.desk.cases import opened
from tests.proof.test_canary import PNG


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


REASONS = [
    "You own the place, alone or with others.",
    "The place is in Puerto Claro.",
    "The building is not protected.",
    "The works are inside and leave the structure as it is.",
    "The works cover 40 square metres or less.",
    "The works do not use the street.",
]


def reasons(html: str) -> list[str]:
    """The list below "Why", one reason a line."""
    return re.findall(r"<li>([^<]+)</li>", html.partition("<h3>Why</h3>")[2].partition("</ul>")[0])


@pytest.fixture
def special(comes_as):
    """A permit that a person has to look at; papers come by post."""
    dan = comes_as("dan")
    return dan, applying.permit(dan, work={"work": "roof"})


def test_the_standard_case_is_granted_by_rule_with_its_reasons(comes_as, settle):
    dan = comes_as("dan")
    reference = applying.permit(dan)
    html = dan.get(f"/en/cases/{reference}").text
    assert "Decided by rule on" in words(html)
    assert reasons(html) == REASONS
    assert "<li>La propiedad es suya, total o en parte.</li>" in html.partition("<details>")[2]
    settle()
    told = [mail["subject"] for mail in dan.get("/demo/mailbox.json").json()]
    assert any(reference in subject and "decision" in subject for subject in told), told
    issued = re.findall(rf'href="(/en/cases/{reference}/documents/[^"]+)"', html)[0]
    assert all(f"<li>{reason}</li>" in dan.get(issued).text for reason in REASONS)


def test_an_answer_that_opens_a_question_has_it_answered_along(special, comes_as, settle):
    dan, reference = special
    ask = {"fields": ["papers"], "reason": "missing", "phrases": ["drawing_missing"]}
    assert comes_as("clara").submit(f"/en/desk/cases/{reference}/request", ask).status_code == 303
    page = f"/en/cases/{reference}/answers"
    opened = dan.submit(page, {"papers": "now"})
    assert opened.status_code == 422
    assert 'name="drawings"' in opened.text
    sent = dan.submit(page, {"papers": "now"}, files={"drawings": ("plan.png", io.BytesIO(PNG), "image/png")})
    assert sent.status_code == 303, applying.problems(sent.text)
    assert "plan.png" in dan.get(f"/en/cases/{reference}/filed").text
    assert "plan.png" in comes_as("clara").get(f"/en/desk/cases/{reference}").text


def test_a_good_file_is_kept_when_another_answer_is_wrong(special, comes_as):
    dan, reference = special
    ask = {"fields": ["drawings", "area"], "reason": "wrong", "phrases": ["answer_wrong"]}
    assert comes_as("clara").submit(f"/en/desk/cases/{reference}/request", ask).status_code == 303
    page = f"/en/cases/{reference}/answers"
    picture = {"drawings": ("roof.png", io.BytesIO(PNG), "image/png")}
    wrong = dan.submit(page, {"area": "many"}, files=picture)
    assert wrong.status_code == 422
    assert "roof.png" in wrong.text
    assert 'value="many"' in wrong.text
    assert dan.submit(page, {"area": "25"}).status_code == 303
    assert "roof.png" in dan.get(f"/en/cases/{reference}/filed").text


def test_a_file_can_be_taken_away_before_it_is_sent(comes_as):
    dan = comes_as("dan")
    given = {**applying.PERMIT, "work": {"work": "roof"}, "papers": {"papers": "now"}}
    place = applying.fill_until(dan, applying.begin(dan, "building-permit"), given, "drawings")
    assert dan.submit(place, files={"drawings": ("roof.png", io.BytesIO(PNG), "image/png")}).status_code == 303
    blob = re.search(r'name="drawings.remove" value="([^"]+)"', dan.get(place).text)
    assert dan.submit(place, {"drawings.remove": blob[1]}).headers["location"] == place
    assert "roof.png" not in dan.get(place).text


def test_a_refusal_needs_a_hearing_and_is_told_after_the_recall(special, comes_as, settle, town):
    dan, reference = special
    desk = f"/en/desk/cases/{reference}"
    samir, clara = comes_as("samir"), comes_as("clara")
    refuse = {"reasons": "outside_town", "text": "The plan does not allow it."}
    assert samir.submit(desk, refuse, to=f"{desk}/steps/refuse").status_code in (404, 409)
    assert clara.submit(f"{desk}/steps/hear", {"reasons": "hear_any", "hear_any.rule": "art. 4"}).status_code == 303
    said = dan.submit(f"/en/cases/{reference}/answers", {"statement": "My roof leaks."})
    assert said.status_code == 303, applying.problems(said.text)
    assert samir.submit(f"{desk}/steps/refuse", refuse).status_code == 303
    assert "The plan does not allow it." not in dan.get(f"/en/cases/{reference}").text
    town.clock.move(timedelta(minutes=11))
    settle()
    case = opened(dan, reference)
    assert "The plan does not allow it." in case
    assert "Samir Benali" in case
    assert "the mayor of Puerto Claro" in case
    assert "My roof leaks." in case


def test_what_a_guest_sends_waits_until_it_is_known_who_sent_it(comes_as, settle, town):
    guest = comes_as()
    reference = applying.certificate(guest)
    assert "show who you are" in words(guest.get(f"/en/cases/{reference}").text).lower()
    assert "Waiting for proof of who sent it" in words(comes_as("clara").get(f"/en/desk/cases/{reference}").text)
    guest.sign_in("dan")
    settle()
    case = words(guest.get(f"/en/cases/{reference}").text)
    assert "Answer by" in case
    assert reference in comes_as("clara").get("/en/desk/cases?tab=all").text


def test_what_nobody_proves_is_closed_after_thirty_days(comes_as, settle, town):
    guest = comes_as()
    reference = applying.certificate(guest)
    town.clock.move(timedelta(days=33))
    settle()
    dan = comes_as("dan")
    assert dan.get(f"/en/cases/{reference}").status_code == 404
    assert comes_as("clara").get(f"/en/desk/cases/{reference}").text.count("not proven in time") >= 1
