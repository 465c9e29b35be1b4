"""What keeps strangers out: same-origin posts, form tokens, the session cookie, limits."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from starlette.requests import Request
from starlette.routing import Route

from app.identity.handlers.sign_in import safe
from app.kit import db, guard
from app.kit.db import Unit
from app.kit.edge import writes
from app.kit.errors import NotFound, TooMany
from app.kit.inputs import Form
from app.kit.pages import See
from app.kit.towns import Town
from tests.kit.conftest import everything
from tests.kit.windows import mark, marks, window
from tests.towns import Client

HOUR = timedelta(hours=1)


def create(request: Request, form: Form, unit: Unit) -> See:
    mark(unit, "one")
    return See("/done")


OPEN = Route("/mark", writes(create, token=False), methods=["POST"])


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "none"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, 403),
        ({"Sec-Fetch-Site": ""}, 403),
        ({"Origin": "http://localhost"}, 303),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://localhost.evil.example"}, 403),
        ({"Origin": "http://localhost:81"}, 403),
        ({"Origin": "http://localhost@evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Origin": ""}, 403),
        ({"Referer": "http://localhost/en/"}, 403),
        ({}, 403),
    ],
)
def test_a_post_that_another_site_made_a_browser_send_is_refused(
    town: Town, headers: dict[str, str], status: int
) -> None:
    with window(town, OPEN) as client:
        del client.headers["Sec-Fetch-Site"]
        answer = client.post("/es/mark", headers=headers)
    assert answer.status_code == status
    assert marks(town) == (status == 303)
    if status == 403:
        assert 'lang="es-ES"' in answer.text


@pytest.mark.parametrize("token", [None, "", "0" * 32, "ñ", "\x00"])
def test_a_form_without_its_own_token_is_refused(comes_as: Callable[..., Client], token: str | None) -> None:
    dan = comes_as("dan")
    data = {} if token is None else {"_token": token}
    assert dan.post("/en/sign-out", data=data).status_code == 403
    assert dan.get("/en/me").status_code == 200


@pytest.mark.databases("sqlite")
def test_the_token_of_somebody_else_is_refused(comes_as: Callable[..., Client]) -> None:
    dan, nour = comes_as("dan"), comes_as("nour")
    stolen = nour.token("/en/me")
    assert stolen
    assert stolen != dan.token("/en/me")
    assert dan.post("/en/sign-out", data={"_token": stolen}).status_code == 403
    assert nour.post("/en/sign-out", data={"_token": stolen}).status_code == 303


@pytest.mark.databases("sqlite")
def test_the_cookie_is_for_this_host_only_and_out_of_reach_of_scripts(town: Town) -> None:
    secure = Client(replace(town, base_url="https://localhost"))
    secure.base_url = "https://localhost"  # type: ignore[assignment]
    made = secure.post("/en/services/large-items/drafts").headers["set-cookie"]
    assert made.startswith("__Host-s=")
    assert {part.strip() for part in made.split(";")[1:]} == {"Path=/", "HttpOnly", "SameSite=Lax", "Secure"}
    assert secure.get("/en/drafts").headers["strict-transport-security"]
    secure.close()
    with Client(town) as plain:
        made = plain.post("/en/services/large-items/drafts").headers["set-cookie"]
        assert made.startswith("s=")
        assert {part.strip() for part in made.split(";")[1:]} == {"Path=/", "HttpOnly", "SameSite=Lax"}
        assert "strict-transport-security" not in plain.get("/en/drafts").headers


@pytest.mark.databases("sqlite")
def test_signing_out_takes_the_cookie_away(comes_as: Callable[..., Client]) -> None:
    dan = comes_as("dan")
    secret = dan.cookies["s"]
    out = dan.submit("/en/me", to="/en/sign-out")
    assert "Max-Age=0" in out.headers["set-cookie"]
    assert dan.get("/en/me").status_code == 303
    assert comes_as().get("/en/me", headers={"Cookie": f"s={secret}"}).status_code == 303


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("cookie", ["x", "a.b", "." * 300, "a." + "b" * 150, '"\\303"', "é.é"])
def test_a_cookie_that_we_did_not_sign_is_nobody(comes_as: Callable[..., Client], cookie: str) -> None:
    answer = comes_as().get("/en/me", headers={"Cookie": f"s={cookie}".encode("latin-1")})  # type: ignore[dict-item]
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/en/sign-in")


def test_a_limit_counts_each_try_and_each_who_apart(town: Town) -> None:
    for _ in range(3):
        guard.limit(town, "try", "dan", 3, HOUR)
    with pytest.raises(TooMany):
        guard.limit(town, "try", "dan", 3, HOUR)
    guard.limit(town, "try", "nour", 3, HOUR)
    guard.limit(town, "other", "dan", 3, HOUR)


def test_a_limit_is_over_with_its_span(town: Town) -> None:
    guard.limit(town, "try", "dan", 1, HOUR)
    with pytest.raises(TooMany):
        guard.limit(town, "try", "dan", 1, HOUR)
    town.clock.move(HOUR)
    guard.limit(town, "try", "dan", 1, HOUR)


def test_tries_at_the_same_moment_are_all_counted(town: Town) -> None:
    def one(_: int) -> bool:
        try:
            guard.limit(town, "try", "dan", 5, HOUR)
        except TooMany:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(one, range(16))) == 5


def test_what_was_counted_is_forgotten_when_its_span_is_over(town: Town) -> None:
    guard.limit(town, "try", "dan", 3, HOUR)
    town.clock.move(HOUR / 2)
    guard.limit(town, "try", "nour", 3, 2 * HOUR)
    town.clock.move(HOUR)
    with db.write(town) as unit:
        assert guard.sweep(unit) == 1
    assert marks(town) == 1


def test_a_limit_survives_what_is_rolled_back(town: Town) -> None:
    def fail(request: Request, form: Form, unit: Unit) -> See:
        mark(unit, "one")
        raise NotFound

    def count(request: Request, form: Form) -> None:
        guard.limit(request.state.town, "try", guard.client(request), 2, HOUR)

    with window(town, Route("/mark", writes(fail, before=count), methods=["POST"])) as client:
        assert [client.post("/en/mark").status_code for _ in range(4)] == [404, 404, 429, 429]
        late = client.post("/es/mark")
    assert int(late.headers["retry-after"]) > 0
    assert 'lang="es-ES"' in late.text
    assert marks(town) == 1


@pytest.mark.databases("sqlite")
def test_no_name_and_no_address_stands_in_the_rows_of_limits(town: Town) -> None:
    guard.limit(town, "link-to", "zyxcanary@example.com", 5, HOUR)
    assert "zyxcanary" not in everything(town).lower()


@pytest.mark.databases("sqlite")
def test_a_wrong_spelling_of_a_reference_is_no_new_try(comes_as: Callable[..., Client]) -> None:
    guest = comes_as()
    spelt = ["VC-0000-0000", "vc00000000", "VC 0000 0000", "vc-oooo-oooo", "VC.0000.0000", "VC–0000–0000"]
    answers = [guest.post("/en/check/follow", data={"reference": each, "address": "a@b.example"}) for each in spelt]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]


@pytest.mark.parametrize(
    "onward",
    ["//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "//[x", "evil.example/a",
     "/a\r\nb", "/\x00", "/臺", "javascript:alert(1)", "/" + "a" * 500, " /me", "///evil.example"],
)  # fmt: skip
def test_it_goes_on_to_no_other_site(onward: str) -> None:
    assert safe(onward) == ""


@pytest.mark.parametrize("onward", ["/me", "/cases/VC-7K3M-9QZA", "/me/cases?page=2", "/drafts/1/review#end"])
def test_it_goes_on_to_a_path_of_ours(onward: str) -> None:
    assert safe(onward) == onward


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("onward", ["//evil.example", "/\\evil.example", "//[", "/臺", "/\r\nX: y"])
def test_signing_in_with_a_hostile_way_on_ends_on_a_page_of_ours(
    comes_as: Callable[..., Client], settle: Callable[..., int], onward: str
) -> None:
    guest = comes_as()
    assert guest.get("/en/sign-in", params={"onward": onward}).status_code == 200
    assert guest.post("/en/sign-in", data={"email": "dan@puertoclaro.example", "onward": onward}).status_code == 200
    settle()
    link = guest.get("/demo/mailbox.json").json()[0]["text"].split("http://localhost")[1].split()[0]
    entered = guest.submit(link)
    assert (entered.status_code, entered.headers["location"]) == (303, "/en/me")


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize(
    ("path", "place"),
    [("/en", "/en/"), ("/en/services/", "/en/services"), ("/ar/check/?code=1", "/ar/check?code=1"), ("/", "/en/")],
)
def test_an_address_with_a_slash_too_many_leads_to_a_page_of_ours(client: Client, path: str, place: str) -> None:
    answer = client.get(path, headers={"Host": "evil.example"})
    assert answer.headers["location"] == place


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("path", ["//evil.example/", "//evil.example", "///evil.example/en/", "/en//evil.example/"])
def test_no_address_of_ours_leads_to_another_site(client: Client, path: str) -> None:
    answer = client.get(f"http://localhost{path}")
    location = answer.headers.get("location", "")
    assert not location.startswith(("//", "http"))
    assert answer.status_code in (302, 307, 404)
