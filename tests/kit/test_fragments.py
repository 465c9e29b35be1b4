"""What a script is answered: the part it named, or the page it has to go to."""

import re
from collections.abc import Callable

import pytest
from starlette.requests import Request
from starlette.routing import Route

from app.kit.db import Unit
from app.kit.edge import writes
from app.kit.inputs import Form
from app.kit.pages import See
from app.kit.towns import Town
from tests.applying import certificate
from tests.kit.windows import window
from tests.towns import Client

HX = {"HX-Request": "true", "HX-Current-URL": "http://localhost/en/mark"}


def leads(town: Town, path: str, headers: dict[str, str]) -> tuple[int, dict[str, str]]:
    def create(request: Request, form: Form, unit: Unit) -> See:
        return See(path)

    with window(town, Route("/mark", writes(create), methods=["POST"])) as client:
        answer = client.post("/en/mark", headers=headers)
    return answer.status_code, dict(answer.headers)


@pytest.mark.databases("sqlite")
def test_a_script_stays_on_its_page_and_is_sent_to_another(town: Town) -> None:
    assert leads(town, "/mark", HX)[0] == 303
    assert leads(town, "/mark?page=2#end", HX)[0] == 303
    status, headers = leads(town, "/other?a=b", HX)
    assert (status, headers["hx-redirect"]) == (200, "/en/other?a=b")
    assert "location" not in headers


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("current", ["", "http://[", "no address"])
def test_a_script_that_does_not_say_where_it_is_is_answered(town: Town, current: str) -> None:
    assert leads(town, "/other", HX | {"HX-Current-URL": current})[0] in (200, 303)


@pytest.mark.databases("sqlite")
def test_an_address_in_any_script_fits_into_a_header(town: Town) -> None:
    status, headers = leads(town, "/臺灣/a b?x=é%20\r\nSet-Cookie: s=1", {})
    assert status == 303
    assert headers["location"] == "/en/%E8%87%BA%E7%81%A3/a%20b?x=%C3%A9%20%0D%0ASet-Cookie:%20s=1"


def test_a_script_gets_the_part_it_named(comes_as: Callable[..., Client]) -> None:
    dan = comes_as("dan")
    case = f"/en/cases/{certificate(dan)}"
    whole = dan.get(case).text
    part = dan.get(case, headers={"HX-Request": "true", "HX-Target": "section#case-messages"})
    assert part.status_code == 200
    assert part.text.startswith(f"<title>{re.search('<title>(.*?)</title>', whole, re.S)[1]}</title>")  # type: ignore[index]
    assert "<html" not in part.text
    assert "<main" not in part.text
    assert 'name="text"' in part.text
    assert "hx-retarget" not in part.headers
    assert part.headers["cache-control"] == "no-store"


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("target", ["div#nowhere", "div", "#", "div#../../etc", "div#title", "div#" + "x" * 5000])
def test_an_unknown_part_is_the_main_block_and_says_where_it_goes(comes_as: Callable[..., Client], target: str) -> None:
    part = comes_as("dan").get("/en/me", headers={"HX-Request": "true", "HX-Target": target})
    assert part.status_code == 200
    assert "<html" not in part.text
    if target != "div#title":
        assert part.headers["hx-retarget"] == "#main"
        assert "<h1" in part.text


def test_a_script_gets_errors_as_a_part_too(comes_as: Callable[..., Client]) -> None:
    dan = comes_as("dan")
    case = f"/en/cases/{certificate(dan)}"
    headers = {"HX-Request": "true", "HX-Target": "section#case-messages", "HX-Current-URL": f"http://localhost{case}"}
    sent = dan.post(f"{case}/messages", data={"_token": dan.token(case), "text": ""}, headers=headers)
    assert sent.status_code == 422
    assert sent.text.startswith("<title>Error:")
    assert "<html" not in sent.text
    lost = dan.get("/en/cases/VC-0000-0000", headers=headers)
    assert lost.status_code == 404
    assert lost.headers["hx-retarget"] == "#main"


@pytest.mark.databases("sqlite")
def test_a_script_whose_session_is_over_goes_to_the_sign_in_page_as_a_whole(client: Client) -> None:
    headers = {"HX-Request": "true", "HX-Target": "div#x", "HX-Current-URL": "http://localhost/es/me"}
    answer = client.get("/es/me/cases?page=2", headers=headers)
    assert answer.headers["hx-redirect"] == "/es/sign-in?onward=/me/cases%3Fpage%3D2"
