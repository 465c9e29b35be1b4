"""My page: what needs me, what runs, what is done, what I was told."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.cases.models import CaseFile
from app.kit import db
from app.kit.towns import Town
from tests.applying import begin, certificate
from tests.desk.cases import case_of, opened, words
from tests.towns import Client

PAGES = ("/me", "/me/cases", "/me/looks", "/me/messages")


def section(html: str, id: str) -> str:
    """What a section of the page says."""
    part = html.partition(f'aria-labelledby="{id}"')[2].partition("</section>")[0]
    return words(f"<main>{part}<footer")


@pytest.mark.parametrize("path", PAGES)
def test_it_is_only_for_somebody_who_signed_in(client: Client, path: str) -> None:
    answer = client.get(f"/en{path}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/en/sign-in?onward={path}")


def test_it_is_never_kept_by_a_cache(comes_as: Callable[..., Client]) -> None:
    amina = comes_as("amina")
    for path in PAGES:
        assert amina.get(f"/en{path}").headers["cache-control"] == "no-store"


def test_a_case_is_in_progress_then_done(
    comes_as: Callable[..., Client], town: Town, settle: Callable[..., int]
) -> None:
    amina, clara = comes_as("amina"), comes_as("clara")
    reference = certificate(amina)
    html = amina.get("/en/me").text
    assert reference in section(html, "progress")
    assert "Answer by" in section(html, "progress")
    clara.submit(f"/en/desk/cases/{reference}/steps/grant")
    town.clock.move(timedelta(minutes=11))
    settle()
    assert "A notification waits for you" in section(amina.get("/en/me").text, "needs")
    opened(amina, reference)
    html = amina.get("/en/me").text
    assert reference not in section(html, "progress")
    assert reference in section(html, "done")
    assert "Granted" in section(html, "done")


def test_what_needs_me_comes_first(comes_as: Callable[..., Client]) -> None:
    amina, clara = comes_as("amina"), comes_as("clara")
    reference = certificate(amina)
    assert 'id="needs"' not in amina.get("/en/me").text
    clara.submit(f"/en/desk/cases/{reference}/request", {"fields": ["parents"], "reason": "wrong"})
    needs = section(amina.get("/en/me").text, "needs")
    assert reference in needs
    assert "We need something from you" in needs


def test_a_draft_is_offered_with_its_answers_counted(comes_as: Callable[..., Client]) -> None:
    amina = comes_as("amina")
    place = begin(amina, "birth-certificate")
    drafts = section(amina.get("/en/me").text, "drafts")
    assert "Saved answers: 0 of" in drafts
    draft = re.search(r'href="(/en/drafts/[^"]+)"', amina.get("/en/me").text)
    assert draft
    assert place.startswith(draft[1])


def test_it_shows_nothing_of_anybody_else(comes_as: Callable[..., Client]) -> None:
    reference = certificate(comes_as("amina"))
    dan = comes_as("dan")
    for path in PAGES:
        assert reference not in dan.get(f"/en{path}").text


def test_it_says_what_a_proven_address_means_and_shows_no_record(comes_as: Callable[..., Client]) -> None:
    said = words(comes_as("teo").get("/en/me").text)
    assert "The town does not know yet which person you are" in said
    assert "+34600000022" not in said
    assert "The town does not know yet" not in words(comes_as("nour").get("/en/me").text)


def test_it_leads_staff_to_the_desk(comes_as: Callable[..., Client]) -> None:
    assert "To the desk" in words(comes_as("clara").get("/en/me").text)
    assert "To the desk" not in words(comes_as("amina").get("/en/me").text)


def test_it_tells_a_designer_what_she_can_do_and_whom_to_ask(comes_as: Callable[..., Client]) -> None:
    said = words(comes_as("dolores").get("/en/me").text)
    assert "You design services for this office: Civil registry." in said
    assert "To publish a change, ask: Vera Lindqvist ." in said
    assert "To ask about one, talk to: Clara Montes , Samir Benali ." in said
    assert "To the desk" not in said


def test_it_tells_the_administrator_how_the_town_is_run(comes_as: Callable[..., Client]) -> None:
    said = words(comes_as("vera").get("/en/me").text)
    assert "You run Ventanilla for this town." in said
    assert "python -m app --help" in said
    assert "To publish a change" not in said
    for who in ("clara", "amina"):
        assert "Your work at the town hall" not in words(comes_as(who).get("/en/me").text)


def test_earlier_cases_of_the_account_join_the_record_when_i_say_so(
    comes_as: Callable[..., Client], town: Town
) -> None:
    amina = comes_as("amina")
    reference = certificate(amina)
    assert "Add to my record" not in amina.get("/en/me").text
    person = case_of(town, reference).person_id
    with db.write(town) as unit:
        table = db.table(CaseFile)
        db.change(unit, table.update().where(table.c.reference == reference).values(person_id=None))
    assert "You sent 1 case before we knew who you are." in words(amina.get("/en/me").text)
    assert amina.submit("/en/me", to="/en/me/cases").status_code == 303
    assert case_of(town, reference).person_id == person
    assert "Add to my record" not in amina.get("/en/me").text


def test_it_names_her_language_in_the_language_of_the_page(comes_as: Callable[..., Client]) -> None:
    amina = comes_as("amina")
    assert "<bdi>Arabic</bdi>" in amina.get("/en/me").text
    assert "<bdi>árabe</bdi>" in amina.get("/es/me").text
