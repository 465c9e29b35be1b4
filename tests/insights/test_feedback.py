"""Was this page easy? Anybody answers, without an account; nothing of her is kept."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from app.insights.feedback import giving, queries, subjects
from app.insights.feedback.models import Feedback
from app.kit import db
from app.kit.asking import ASKED, asks
from app.kit.i18n import LOCALES, translate
from app.kit.towns import Town
from tests.applying import standing
from tests.desk.cases import words
from tests.towns import Client

FORM = "/en/feedback"
SERVICE = "/services/birth-certificate"
PAGES = ("/", "/services", SERVICE, "/search", "/articles/bins-and-bags", "/events/repair-cafe", "/check", "/offices")
WRONG = (
    ({"words": "x"}, "Choose how easy it was."),
    ({"ease": "6"}, "Choose how easy it was."),
    ({"ease": "4", "words": "x" * 501}, "Use at most 500 characters."),
    ({"ease": "4", "words": "x" * 10_000}, "Use at most 500 characters."),
    ({"ease": "4", "words": "a\x00b"}, "Type it again."),
)
STRANGE = (
    "👩‍👩‍👧‍👦 \u202eabc\u202c \u200f",
    "'; DROP TABLE feedback; --",
    "<script>alert(1)</script>",
    "{{ 7*7 }} %s",
)
ELSEWHERE = (
    "//evil.example",
    "https://evil.example",
    "/\\evil",
    "/services/nowhere",
    "/cases/VC-7K3M-9QZA",
    "/me/looks",
    "/check\n",
    "/search?q=evil",
    "/" + "x" * 300,
    "javascript:alert(1)",
)
Comes = Callable[..., Client]
F = db.table(Feedback)


def say(client: Client, page: str = SERVICE, ease: str = "4", words: str = "", locale: str = "en") -> Any:
    return client.post(f"/{locale}/feedback", data={"page": page, "ease": ease, "words": words})


def kept(town: Town) -> list[Any]:
    with db.read(town) as unit:
        return list(db.rows(unit, select(F).order_by(F.c.ease)))


def lines(town: Town) -> list[str]:
    with db.read(town) as unit:
        pages = [row.page for row in db.rows(unit, select(F.c.page))]
        wanted = queries.Wanted(pages, [], date.min, date.max, 5)
        return [line.words for line in queries.lines(unit, wanted, 0, 50)]


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("locale", LOCALES)
def test_each_public_page_leads_to_the_form_and_the_form_back_to_it(client: Client, locale: str) -> None:
    for path in PAGES:
        main, _, foot = client.get(f"/{locale}{path}").text.partition(f'href="/{locale}/feedback?page={path}"')
        assert "</main>" not in main, path
        assert translate(locale, "Was this page easy? Tell us") in foot.partition("</a>")[0]
        form = client.get(f"/{locale}/feedback", params={"page": path}).text
        assert standing(form)["page"] == path
        assert f'class="back-link" href="/{locale}{path}"' in form


@pytest.mark.databases("sqlite")
def test_a_page_about_somebody_a_lost_one_and_the_form_itself_ask_nothing(comes_as: Comes) -> None:
    amina = comes_as("amina")
    for path in ("/me/sessions", "/me/needs", "/services/nowhere", "/feedback?page=/services", "/feedback/thanks"):
        assert "/feedback?page=" not in amina.get(f"/en{path}").text.partition("</header>")[2].partition("<footer")[0]
    assert not asks("/cases/VC-7K3M-9QZA")


def test_an_answer_is_kept_with_page_language_and_day_and_nothing_of_who_gave_it(town: Town, client: Client) -> None:
    answer = say(client, words="Zyxcanary  was\r\nhard to find", locale="es")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/es/feedback/thanks?page={SERVICE}"
    assert "set-cookie" not in answer.headers
    assert f'href="/es{SERVICE}"' in client.get(answer.headers["location"]).text
    [row] = kept(town)
    assert (row.page, row.service, row.step, row.ease, row.locale) == (SERVICE, "", "", 4, "es")
    assert row.day.replace(day=1) == row.month
    assert row.id.version == 4, "its number tells no time"
    assert b"Zyxcanary" not in row.words
    assert lines(town) == ["Zyxcanary was hard to find"]


@pytest.mark.databases("sqlite")
def test_who_is_signed_in_gives_an_answer_like_anybody(town: Town, comes_as: Comes) -> None:
    amina = comes_as("amina")
    assert "Amina" not in amina.get(f"{FORM}?page={SERVICE}").text
    say(amina)
    assert len(kept(town)) == 1


@pytest.mark.databases("sqlite")
def test_what_is_wrong_is_said_and_nothing_is_lost(town: Town, client: Client) -> None:
    for given, error in WRONG:
        page = client.post(FORM, data={"page": SERVICE, **given})
        assert page.status_code == 422
        assert error in page.text
        assert "<title>Error: " in page.text
        left = standing(page.text)
        assert left["page"] == SERVICE
        assert left["words"].removeprefix("\n") == given.get("words", "").replace("\x00", "\ufffd")
    assert kept(town) == []


@pytest.mark.databases("sqlite")
def test_whatever_is_written_is_an_ordinary_answer(town: Town, client: Client) -> None:
    for typed in STRANGE:
        assert say(client, words=typed).status_code == 303
    assert sorted(lines(town)) == sorted(" ".join(typed.split()) for typed in STRANGE)


@pytest.mark.databases("sqlite")
def test_only_a_page_of_ours_is_asked_about_and_led_back_to(town: Town, client: Client) -> None:
    for page in ELSEWHERE:
        form = client.get(FORM, params={"page": page}).text
        assert standing(form)["page"] == ""
        assert "All pages of the town" in form
        assert say(client, page, words=page[:99]).headers["location"] == "/en/feedback/thanks", page
        assert "evil" not in client.get("/en/feedback/thanks", params={"page": page}).text.partition("<main")[2]
    assert {row.page for row in kept(town)} == {""}


@pytest.mark.databases("sqlite")
def test_another_site_makes_nobody_answer(town: Town, client: Client) -> None:
    client.headers["Sec-Fetch-Site"] = "cross-site"
    assert say(client).status_code == 403
    del client.headers["Sec-Fetch-Site"]
    client.headers["Origin"] = "https://evil.example"
    assert say(client).status_code == 403
    assert kept(town) == []


def test_a_button_pressed_twice_is_one_answer(town: Town, client: Client) -> None:
    one, other = say(client, words="Twice"), say(client, words="Twice")
    assert one.headers["location"] == other.headers["location"]
    say(client, words="Once more")
    assert len(kept(town)) == 2


@pytest.mark.databases("sqlite")
def test_who_sends_too_many_is_asked_to_wait(town: Town, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.insights.handlers.feedback.MOST", 2)
    assert [say(client, words=str(number)).status_code for number in range(3)] == [303, 303, 429]
    assert len(kept(town)) == 2


@pytest.mark.databases("sqlite")
def test_the_form_is_the_same_for_everybody_and_no_browser_keeps_it(client: Client, comes_as: Comes) -> None:
    mine, hers = client.get(f"{FORM}?page={SERVICE}"), comes_as("amina").get(f"{FORM}?page={SERVICE}")
    assert mine.content == hers.content
    assert mine.headers["X-Keep"] == client.get("/en/feedback/thanks").headers["X-Keep"] == "no"
    assert '<meta name="robots" content="noindex">' in mine.text
    assert "Nobody knows that it was you: we keep your answer with the page" in words(mine.text)


def test_after_a_year_it_is_forgotten(town: Town, client: Client) -> None:
    say(client, ease="1")
    say(client, ease="5")
    with db.write(town) as unit:
        long_ago = (unit.today - timedelta(days=366)).replace(day=1)
        db.change(unit, update(F).where(F.c.ease == 1).values(month=long_ago))
    with db.write(town) as unit:
        assert giving.sweep(unit) == 1
    assert [row.ease for row in kept(town)] == [5]


@pytest.mark.databases("sqlite")
def test_each_page_that_asks_has_a_name_of_its_own(town: Town) -> None:
    with db.read(town) as unit:
        lost = [path for path in ASKED if "[" not in path and not subjects.of_page(unit, f"/{path}", "en").path]
    assert not lost
