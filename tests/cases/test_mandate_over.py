"""A mandate that ends while somebody is at a form or a case by it: she reads exactly what happened, keeps what she just
typed, and the person it was for goes on with what was begun. Whoever never had a mandate finds nothing, as ever."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.kit.towns import Town
from tests import applying
from tests.cases.test_acting import apply_for, held
from tests.cast import AMINA, BORIS, DAN, NOUR
from tests.desk import test_mandates as window
from tests.desk.cases import words
from tests.identity.identifying import accept, give
from tests.identity.proving import row, sign_in
from tests.towns import Client

Comes = Callable[..., Client]
OVER = "This mandate has ended"


def begun(helper: Client, mandate: str) -> str:
    """A form for somebody, as far as a question that is typed; its address."""
    started = helper.post(
        "/en/services/birth-certificate/drafts", data={"_token": helper.token("/en/me"), "for": mandate, "another": "1"}
    )
    own = {name: given for name, given in applying.CERTIFICATE.items() if name != "applicant"}
    return applying.fill_until(helper, started.headers["location"], {**own, "applicant": {}}, "parents")


def typed(helper: Client, place: str, parents: str = "Fatiha & Omar") -> Callable[[], Any]:
    """The page is open and filled in; what comes back presses its button."""
    given = {**applying.standing(helper.get(place).text), "parents": parents}
    return lambda: helper.post(place, data=given)


def test_a_form_says_who_ended_it_and_its_person_goes_on_with_it(comes_as: Comes, town: Town) -> None:
    amina, boris, dan = comes_as("amina"), comes_as("boris"), comes_as("dan")
    mine = held(amina, BORIS.name)
    place = begun(amina, mine)
    draft = place.rpartition("/")[0]
    press = typed(amina, place, "Fatiha & Omar\nof Oran")
    assert f"{AMINA.name} acts for {BORIS.name}" in words(amina.get("/en/me").text)
    assert boris.get(place).status_code == 404, "while she is at it, it is hers"
    assert boris.submit(f"/en/me/mandates/{mine}/end").status_code == 303
    answer = press()
    said = words(answer.text)
    assert answer.status_code == 410
    assert OVER in said
    assert f"{BORIS.name} ended the mandate by which {AMINA.name} acted for them." in said
    assert "Nothing was sent or changed just now." in said
    assert f"{BORIS.name} finds it on “My page” and can go on." in said
    assert "What you typed here" in said
    assert "<bdi>Fatiha &amp; Omar</bdi><br><bdi>of Oran</bdi>" in answer.text
    for path in (draft, f"{draft}/review", f"{draft}/saved", place):
        page = amina.get(path)
        assert (page.status_code, OVER in page.text, "What you typed" in page.text) == (410, True, False), path
        assert dan.get(path).content == dan.get("/en/nowhere").content
    assert f"{AMINA.name} began this for you." in words(boris.get("/en/me").text)
    offered = boris.post("/en/services/birth-certificate/drafts", data={"_token": boris.token("/en/me")})
    assert f'href="{draft}"' in offered.text, "she need not begin it once more"
    assert "Fatiha" not in boris.get(place).text, "nothing was written after the end"
    own = {name: given for name, given in applying.CERTIFICATE.items() if name != "applicant"}
    reference = applying.send(boris, applying.fill(boris, place, own))
    assert row(town, reference).helper_id is None
    assert f"What was filled in is with {BORIS.name} now." in words(amina.get(draft).text)
    assert amina.get(f"/en/cases/{reference}").status_code == 404, "it was sent after the end"


def test_a_new_mandate_goes_on_where_the_old_one_stopped_unless_its_person_did(comes_as: Comes) -> None:
    amina, boris = comes_as("amina"), comes_as("boris")
    for taken in (False, True):
        mine = held(amina, BORIS.name)
        place = begun(amina, mine)
        boris.submit(f"/en/me/mandates/{mine}/end")
        if taken:
            assert typed(boris, place)().status_code == 303
        give(boris, AMINA.email)
        accept(amina)
        assert amina.get(place).status_code == (410 if taken else 200)
        assert boris.get(place).status_code == (200 if taken else 404)
        if not taken:
            assert typed(amina, place)().status_code == 303


def test_a_case_says_it_at_every_page_and_shows_what_was_typed(comes_as: Comes) -> None:
    amina, boris, dan, clara = (comes_as(key) for key in ("amina", "boris", "dan", "clara"))
    mine = held(amina, BORIS.name)
    case = f"/en/cases/{apply_for(amina, mine)}"
    desk = case.replace("/en/", "/en/desk/")
    asked = {"fields": "parents", "reason": "missing", "text": "Which parents?"}
    assert clara.submit(f"{desk}/request", asked).status_code == 303
    token = {"_token": amina.token(case)}
    assert boris.submit(f"/en/me/mandates/{mine}/end").status_code == 303
    for below in ("", "/receipt", "/filed", "/messages", "/answers", "/withdrawal", "/appeal"):
        page = amina.get(case + below)
        assert (page.status_code, OVER in page.text) == (410, True), below
        assert "It belongs to" in words(page.text)
        assert dan.get(case + below).content == dan.get("/en/nowhere").content
    for below, given in (
        ("messages", {"text": "Mine"}),
        ("answers", {"parents": "Mine"}),
        ("withdrawal", {"reason": "Mine"}),
    ):
        page = amina.post(f"{case}/{below}", data={**token, **given})
        assert (page.status_code, "<bdi>Mine</bdi>" in page.text) == (410, True), below
        assert "Nothing was sent or changed just now." in page.text
        assert dan.post(f"{case}/{below}", data={"_token": dan.token("/en/me"), **given}).status_code == 404
    assert "Mine" not in boris.get(case).text
    later, secret = applying.certificate(boris), applying.badge(boris)
    for reference in (later, secret):
        assert amina.get(f"/en/cases/{reference}").content == amina.get("/en/nowhere").content


@pytest.mark.databases("sqlite")
def test_the_pages_of_a_mandate_say_it_to_its_two_sides_only(comes_as: Comes) -> None:
    boris, dan, teo = comes_as("boris"), comes_as("dan"), comes_as("teo")
    give(boris, DAN.email)
    mine = accept(dan)
    page = f"/en/me/mandates/{mine}"
    assert dan.submit(f"{page}/end").status_code == 303
    ended = f"{DAN.name} ended the mandate by which they acted for {BORIS.name}"
    begin = {"_token": dan.token("/en/me"), "for": mine}
    answers = [
        dan.get(page), dan.get(f"{page}/end"), dan.submit("/en/me", to=f"{page}/end"),
        dan.submit("/en/me", to=f"{page}/acceptance"), dan.post("/en/services/birth-certificate/drafts", data=begin),
        boris.get(f"{page}/end"), boris.submit("/en/me", to=f"{page}/end"),
    ]  # fmt: skip
    assert [(each.status_code, ended in words(each.text)) for each in answers] == [(410, True)] * len(answers)
    for below in ("", "/end"):
        assert teo.get(page + below).content == teo.get("/en/nowhere").content
    begin = {"_token": teo.token("/en/me"), "for": mine}
    assert teo.post("/en/services/birth-certificate/drafts", data=begin).status_code == 404


@pytest.mark.databases("sqlite")
def test_a_last_day_a_birthday_and_the_town_are_named_before_any_timer_ran(comes_as: Comes, town: Town) -> None:
    amina, boris, dan, clara, nour = (comes_as(key) for key in ("amina", "boris", "dan", "clara", "nour"))
    assert window.record(clara, "rosa", NOUR.email).status_code == 303
    hers = accept(nour)
    place = begun(nour, hers)
    assert clara.submit(f"{window.page(clara, 'rosa')}/{hers}/end").status_code == 303
    said = words(nour.get(place).text)
    assert f"the town ended the mandate by which {NOUR.name} acted for Rosa" in said
    assert "Nobody can open it meanwhile" in said, "she has no account"
    give(boris, DAN.email, until="P1M")
    mine = accept(dan)
    guardian = f"/en/me/mandates/{held(amina, 'Leo Belkacem Navas')}"
    town.clock.move(timedelta(days=40))
    said = words(sign_in(dan, "dan").get(f"/en/me/mandates/{mine}").text)
    assert f"was the last day of the mandate by which {DAN.name} acted for {BORIS.name}" in said
    assert "Its last day is over" in words(dan.get("/en/me/mandates").text)
    town.clock.move(timedelta(days=3 * 365))
    said = words(sign_in(amina, "amina").get(guardian).text)
    assert "Leo Belkacem Navas is 18 now." in said
    assert "13 September 2029 was the last day" in said
