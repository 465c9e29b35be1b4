"""At the desk a barrier is placed, mended or refused; nobody else's clerk sees it."""

from collections.abc import Callable

import pytest

from app.kit import audit_looks, db
from app.kit.towns import Town
from tests.codesign.reporting import mend, place, report
from tests.desk.cases import case_of, words
from tests.towns import Client

Comes = Callable[..., Client]
PUBLIC = "/en/accessibility/reports"


def reported(comes_as: Comes, settle: Callable[..., int], **changes: object) -> str:
    reference = report(comes_as(), **changes)
    settle()
    return reference


def test_a_report_is_listed_and_shown_with_the_words_of_the_person(comes_as: Comes, settle: Callable[..., int]) -> None:
    reference, clara = reported(comes_as, settle), comes_as("clara")
    assert reference in words(clara.get("/en/desk/barriers").text)
    said = words(clara.get(f"/en/desk/cases/{reference}/barrier").text)
    assert "My screen reader did not say which day I chose" in said
    assert "Somebody could not do what they wanted" in said
    assert f"/en/desk/cases/{reference}/barrier" in clara.get(f"/en/desk/cases/{reference}").text


def test_a_clerk_of_another_department_and_a_citizen_find_nothing(comes_as: Comes, settle: Callable[..., int]) -> None:
    reference = reported(comes_as, settle)
    tomas, dan = comes_as("tomas"), comes_as("dan")
    for path in ("/barrier", "/barrier/mending"):
        assert tomas.get(f"/en/desk/cases/{reference}{path}").status_code == 404
        assert dan.get(f"/en/desk/cases/{reference}{path}").status_code == 404
    assert place(tomas, reference).status_code in (403, 404)
    assert reference not in tomas.get("/en/desk/barriers").text
    assert dan.get("/en/desk/barriers").status_code == 404


def test_another_case_has_no_barrier(comes_as: Comes, asked: str) -> None:
    assert comes_as("clara").get(f"/en/desk/cases/{asked}/barrier").status_code == 404


def test_a_look_and_each_change_are_written_down(comes_as: Comes, settle: Callable[..., int], town: Town) -> None:
    nour = comes_as("nour")
    reference = report(nour)
    settle()
    clara = comes_as("clara")
    assert place(clara, reference).status_code == 303
    assert mend(clara, reference).status_code == 303
    person = case_of(town, reference).person_id
    assert person
    with db.read(town) as unit:
        done = {look.action for look in audit_looks.looks_at(unit, person)}
    assert {"looked", "placed", "mended"} <= done
    assert "Said where your barrier is" in words(nour.get("/en/me/looks").text)


def test_what_is_missing_is_said_at_its_list(comes_as: Comes, settle: Callable[..., int]) -> None:
    reference, clara = reported(comes_as, settle), comes_as("clara")
    page = place(clara, reference, component="", criterion="9.9.9")
    assert page.status_code == 422
    assert page.text.count("Choose where the barrier is") == 2
    assert page.text.count("Choose a criterion, or “none of them”") == 2


def test_a_barrier_counts_without_a_criterion_and_is_placed_once(comes_as: Comes, settle: Callable[..., int]) -> None:
    reference, clara = reported(comes_as, settle, email="guest@example.com"), comes_as("clara")
    for _ in range(2):
        assert place(clara, reference, "scroller", "none").status_code == 303
    settle()
    mails = [one["subject"] for one in clara.get("/demo/mailbox.json").json() if one["case"] == reference]
    assert len(mails) == 2, "the receipt, and one word that it was found"
    listed = words(clara.get(PUBLIC).text)
    assert "Table that scrolls" in listed
    assert "None of them" in listed


def test_it_is_mended_only_where_it_is_known_to_be(comes_as: Comes, settle: Callable[..., int]) -> None:
    reference, clara = reported(comes_as, settle), comes_as("clara")
    assert mend(clara, reference).status_code == 409
    place(clara, reference)
    page = mend(clara, reference, release=" ")
    assert page.status_code == 422
    assert "Write the version in which it is mended" in page.text


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("<b>banana", "Write the version with digits and dots only, for example 0.1.0"),
        ("0.1.", "Write the version with digits and dots only"),
        ("0.1.0rc1", "Write the version with digits and dots only"),
        ("٠.١", "Write the version with digits and dots only"),
        ("0.1.1", "Write a version that runs already: 0.1.0 or an earlier one"),
        ("1", "Write a version that runs already"),
        ("0." + "1" * 30, "This text is too long"),
    ],
)
def test_a_version_is_one_that_runs_already(
    comes_as: Comes, settle: Callable[..., int], written: str, said: str
) -> None:
    reference, clara = reported(comes_as, settle), comes_as("clara")
    place(clara, reference)
    page = mend(clara, reference, written)
    assert page.status_code == 422
    assert said in words(page.text)
    assert mend(clara, reference, "0.1.0.0").status_code == 303


def test_a_wrong_version_is_put_right_until_the_person_has_answered(
    comes_as: Comes, settle: Callable[..., int]
) -> None:
    nour, clara = comes_as("nour"), comes_as("clara")
    reference = report(nour, again="yes")
    settle()
    place(clara, reference)
    assert mend(clara, reference, "0.0.1").status_code == 303
    for _ in range(2):
        assert mend(clara, reference, "0.0.9").status_code == 303
    assert "in version 0.0.9" in words(clara.get(PUBLIC).text)
    assert "Correct the version" in clara.get(f"/en/desk/cases/{reference}/barrier").text
    trial = f"/en/accessibility/barrier/{reference}/trial"
    assert "in version 0.0.9" in words(nour.get(trial).text)
    assert nour.submit(trial, {"answer": "works"}).status_code == 303
    assert "Correct the version" not in clara.get(f"/en/desk/cases/{reference}/barrier").text


def test_a_barrier_that_is_refused_is_on_no_list(comes_as: Comes, settle: Callable[..., int], town: Town) -> None:
    reference, clara = reported(comes_as, settle), comes_as("clara")
    place(clara, reference)
    step = f"/en/desk/cases/{reference}/steps/refuse"
    assert clara.submit(step).status_code == 422, "it needs a reason"
    assert clara.submit(step, {"text": "This page is not ours."}).status_code == 303
    assert mend(clara, reference).status_code == 409, "a decision waits to be told"
    town.clock.set(case_of(town, reference).received_at.replace(year=case_of(town, reference).received_at.year + 1))
    settle()
    assert case_of(town, reference).state == "refused"
    said = words(clara.get(PUBLIC).text)
    assert "At the moment we know of none." in said
    assert "waits for a first look" not in said
