"""What I was told stays on my page, in the language it was written in."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from tests.applying import certificate
from tests.desk.cases import words
from tests.towns import Client


def first(html: str) -> str:
    found = re.search(r"/en/me/messages/[0-9a-f-]{36}", html)
    assert found
    return found[0]


def test_a_notice_is_new_until_its_page_was_opened(comes_as: Callable[..., Client], settle: Callable[..., int]) -> None:
    amina = comes_as("amina")
    reference = certificate(amina)
    settle()
    page = amina.get("/en/me/messages").text
    assert f"{reference}: we have your request" in words(page)
    assert '<span class="tag">New</span>' in page
    notice = amina.get(first(page))
    assert "We answer by" in words(notice.text)
    assert f'href="/en/cases/{reference}"' in notice.text
    assert '<span class="tag">New</span>' not in amina.get("/en/me/messages").text


def test_a_notice_in_another_language_says_so(comes_as: Callable[..., Client], settle: Callable[..., int]) -> None:
    amina = comes_as("amina")
    certificate(amina, "ar")
    settle()
    page = amina.get("/en/me/messages").text
    assert '<h2 lang="ar" dir="rtl">' in page
    assert '<h1 lang="ar" dir="rtl">' in amina.get(first(page)).text


def test_somebody_elses_notice_is_not_there(comes_as: Callable[..., Client], settle: Callable[..., int]) -> None:
    amina, dan = comes_as("amina"), comes_as("dan")
    certificate(amina)
    settle()
    path = first(amina.get("/en/me/messages").text)
    assert dan.get(path).status_code == dan.get(f"/en/me/messages/{uuid4()}").status_code == 404
    assert '<span class="tag">New</span>' in amina.get("/en/me/messages").text


def test_older_notices_are_a_page_further(comes_as: Callable[..., Client], settle: Callable[..., int]) -> None:
    amina, clara = comes_as("amina"), comes_as("clara")
    reference = certificate(amina)
    page = f"/en/desk/cases/{reference}"
    token = clara.token(page)
    for number in range(21):
        clara.post(f"{page}/messages", data={"_token": token, "text": f"Message {number}"})
    amina.town.clock.move(timedelta(minutes=11))
    settle()
    html = amina.get("/en/me/messages").text
    assert words(html).count("the office wrote to you") == 20
    earlier = re.search(r'<a href="([^"]+)" rel="prev"', html)
    assert earlier
    assert f"{reference}: we have your request" in words(amina.get(earlier[1]).text)
    assert amina.get("/en/me/messages?before=x").status_code == 200
