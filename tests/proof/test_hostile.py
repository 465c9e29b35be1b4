"""Whatever is typed or sent, to whatever form: never a broken page, never a trace of code, and nothing half done."""

import logging
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests import applying
from tests.databases import Databases
from tests.proof.crossing import Crossing, crossings
from tests.proof.house import House, opened
from tests.proof.test_canary import PNG

pytestmark = pytest.mark.databases("sqlite")
POSTS = [crossing for crossing in crossings() if crossing.method == "POST" and "/sign-out" not in crossing.path]
GETS = [crossing for crossing in crossings() if crossing.method == "GET" and "{locale}" in crossing.path]
STEPS = (
    "items", "place", "day", "reach", "email", "phone", "spot", "for_whom", "applicant", "born_here", "delivery",
    "copies", "address", "truth", "drawings", "start", "contacts", "nothing",
)  # fmt: skip
NAMES = (
    "_token", "text", "note", "email", "code", "credential", "shared", "reference", "address", "onward", "then",
    "seen", "services", "rights", "until", "self.born.day", "self.born.year", "self.identifier.kind",
    "self.identifier.value", "digest", "another", "reason", "until.day", "until.month", "until.year", "notices",
    "since_time", "until_time", "name", "language", "roles.works", "to.civil_registry", "reasons", "conditions",
    "fields", "phrases", "assignee", "back", "kind", "count", "what", "place.street", "place.number",
    "place.no_fixed_address", "day", "day.day", "day.month", "day.year", "reach", "applicant.name",
    "applicant.born.day", "applicant.born.month", "applicant.born.year", "applicant.identifier.kind",
    "applicant.identifier.value", "for_whom", "born_here", "truth", "phone", "copies", "start.day", "start.month",
    "start.year", "drawings", "remove", "add", "change", "parents", "files", "service", "channel", "known",
    "number", "street", "_asked", "_alike", "_declared", "_who", "items.add", "who", "about", "outcome", "came.day",
    "first", "last", "visit", "says", "turn",
    "case-reference", "paper", "", "_", "slot.x", "a" * 300, "became", "paper_day.day", "paper_day.month",
    "paper_day.year", "_code", "_contact", "purpose", "words", "to", "q", "needs", "helper", "way", "days", "later",
    "why", "taken", "ease", "page", "month", "place", "place.latitude", "place.longitude", "place.accuracy",
    "place.remove", "case", "tell", "news", "_news", "stop",
)  # fmt: skip
OF_THE_QUEUE = (
    "name", "share", "to", "words", "which", "cases", "listed", "who", "stand_in", "first.day", "last.year", "verdict",
    "other", "part", "until.month", "key", "messages",
)  # fmt: skip
NASTY = (
    "", " ", "\x00", "\ufffd", "\r\n", "a\r\nSet-Cookie: s=1", "0", "-1", "1e9", "９９", "٣", "²", "½", "Ⅷ", "१२",
    "99999999999999999999", "NaN", "Infinity", "0.1", "1,5", "1.000,50", "2026-02-30", "31", "13", "0000",
    "9999", "115", "yes", "on", "true", "None", "null", "{{ 7*7 }}", "%(name)s", "%s", "{0.__class__}",
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'; DROP TABLE case_file; --",
    "../../etc/passwd", "//evil.example", "/\\evil", "//[", "http://[::1", "javascript:alert(1)",
    "VC-0000-0000", "VC-7K3M-9QZA", "vc 7k3m 9qza", "+34600000014", "010", "+" + "9" * 40, "a@b",
    "dan@puertoclaro.example", '"a b"@x.example', "a@" + "b." * 60 + "c", "X1234567L", "12345678Z",
    "A123456789", "اسم\u202e", "林美惠", "e\u0301" * 50, "\u200b", "👩‍👩‍👧‍👦", "𠮷", "ı", "İ", "ß", "K",
    "\U0010ffff", "\ufdd0", "x" * 5001, "x" * 20001, "add", "later", "remove:0", "new", "review",
    "00000000-0000-0000-0000-000000000000", "entry_found", "missing", "sofa", "me", "child", "letter",
)  # fmt: skip
WORDS = st.one_of(st.sampled_from(NASTY), st.text(max_size=40))
FIELDS = st.lists(st.tuples(st.sampled_from((*NAMES, *OF_THE_QUEUE)), WORDS), max_size=12)


@pytest.fixture(scope="module")
def house(databases: Databases, database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    with opened(databases, database, tmp_path_factory.mktemp("hostile")) as house:
        yield house


def clear(answer: Any, about: str) -> None:
    """A page that says something, or a way on; never a broken one."""
    assert answer.status_code < 500, f"{about}: {answer.status_code}"
    assert "Traceback" not in answer.text, about
    assert "<script>alert" not in answer.text, about
    assert "onerror=alert(1)>" not in answer.text.replace("&gt;", ">").replace("&lt;img src=x onerror=alert(1)>", ""), (
        about
    )
    location = answer.headers.get("location", "")
    assert location == "" or (location.startswith("/") and not location.startswith("//")), about
    assert "set-cookie" not in answer.headers or answer.headers["set-cookie"].startswith("s="), about


LIMITED = settings(
    max_examples=150,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=[*settings.default.suppress_health_check, HealthCheck.function_scoped_fixture],
)


@seed(20261124)
@LIMITED
@given(
    crossing=st.sampled_from(POSTS), fields=FIELDS, draft=st.integers(0, 2), step=st.sampled_from(STEPS),
    parted=st.booleans(), locale=st.sampled_from(("en", "es", "zh-Hant", "ar")),
)  # fmt: skip
def test_no_form_breaks(
    house: House, crossing: Crossing, fields: list[tuple[str, str]], draft: int, step: str, parted: bool, locale: str
) -> None:
    client = house.who(crossing)
    data: dict[str, list[str]] = {}
    for name, value in fields:
        data.setdefault(name, []).append(value)
    if client in house.tokens:
        data["_token"] = [house.tokens[client]]
    url = house.where(crossing, draft, step).replace("/en/", f"/{locale}/", 1)
    files = [("drawings", ("a.png", PNG)), ("files", ("../b.exe", b"MZ\0"))] if parted else None
    clear(client.post(url, data=data, files=files), f"{url} {data}")


@pytest.mark.parametrize("step", STEPS)
def test_no_page_breaks_that_shows_what_was_typed_when_a_session_ended(house: House, step: str) -> None:
    places = [f"/es/drafts/{draft}/{step}" for draft in house.drafts]
    for number, url in enumerate([*places, f"/es/cases/{house.reference}/messages"]):
        for word in NASTY[number + STEPS.index(step) :: 29]:
            names = {step, "text", "kind", "what", "count", f"{step}.street", f"{step}.day", f"{step}.name"}
            sent = dict.fromkeys(names, word) | {"_token": house.old_token}
            back = house.dan.post(url, data=sent)
            clear(back, f"{url} {word!r}")
            clear(house.dan.get(back.headers.get("location", url)), f"{url} {word!r} again")


@pytest.mark.parametrize("step", STEPS)
def test_no_question_breaks_on_any_one_word(house: House, step: str) -> None:
    """Every field of a question filled with the same word, and each page shown again with it."""
    for number, draft in enumerate(house.drafts):
        url = f"/ar/drafts/{draft}/{step}"
        page = house.dan.get(url)
        if page.status_code != 200:
            url = str(page.headers.get("location", url))
            page = house.dan.get(url)
        if page.status_code != 200:
            continue
        names = set(applying.standing(page.text)) | {step, "kind", "what", "count", f"{step}.street"}
        for word in NASTY[number::9]:
            sent = dict.fromkeys(names, word) | {"_token": house.tokens[house.dan]}
            clear(house.dan.post(url, data=sent), f"{url} {word!r}")
        clear(house.dan.get(f"/ar/drafts/{draft}/review"), "review")
        clear(house.dan.get(f"/ar/drafts/{draft}"), "draft")


@seed(20261124)
@LIMITED
@given(
    crossing=st.sampled_from(GETS), word=WORDS, name=st.sampled_from((*NAMES, *OF_THE_QUEUE)), draft=st.integers(0, 2)
)
def test_no_address_breaks(house: House, crossing: Crossing, word: str, name: str, draft: int) -> None:
    things = {**house.things, "draft": house.drafts[draft]}
    hostile = quote(word, safe="")[:1000] or "x"
    for url in (
        crossing.url({**things, **dict.fromkeys(("step", "row", "transition", "slug", "field", "aim"), hostile)}),
        crossing.url({**things, "step": "items", "reference": hostile, "code": hostile}),
        crossing.url({**things, "step": "items"})
        + f"?{quote(name)}={hostile}&tab={hostile}&after={hostile}&said={hostile}&unsent={hostile}&onward={hostile}",
    ):
        for client in (house.dan, house.clara):
            clear(client.get(url), url)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HX-Target", "section#\udcff"), ("HX-Target", "#" * 3000), ("HX-Current-URL", "http://["),
        ("HX-Current-URL", "\\\\x"), ("Accept-Language", "en;q=x,*;q=1e99,,;;,es;q=-1," + "a," * 3000),
        ("Accept-Language", "zh;q=nan"), ("Accept-Encoding", "gzip;q=,;"), ("If-None-Match", '"' * 500),
        ("Cookie", "s=; s=a; =; ;;s"), ("Cookie", "s=" + "é" * 90), ("Cookie", "x" * 8000),
        ("Content-Type", "multipart/form-data; boundary=" + "x" * 300), ("User-Agent", "\x7f" * 400),
        ("Range", "bytes=0-1"), ("Host", "localhost:99999999"), ("X-Forwarded-For", "'" * 300),
        ("Sec-Fetch-Site", "same-origin, same-origin"),
    ],
)  # fmt: skip
def test_no_header_breaks_a_page(house: House, name: str, value: str) -> None:
    headers = [(name.encode(), value.encode("utf-8", "surrogateescape"))]
    hx = [(b"HX-Request", b"true")] if name.startswith("HX") else []
    for client in (house.dan, house.guest):
        for url in (
            "/",
            "/en/services",
            "/en/me",
            f"/en/cases/{house.reference}",
            "/en/sign-in",
            "/en/drafts",
            "/healthz",
        ):
            answer = client.get(url, headers=headers + hx)  # type: ignore[arg-type]
            assert answer.status_code < 500 or url == "/healthz", f"{url} {name}"
        clear(client.post("/en/check", headers=headers + hx, content=b""), name)  # type: ignore[arg-type]


def test_nothing_of_all_that_stands_in_the_logs_as_it_was_typed(house: House, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    for word in ("Zyxcanary", "Zyxcanary\x00", "Zyxcanary\udcff".encode("utf-8", "surrogateescape").decode("latin-1")):
        house.guest.post("/en/sign-in", data={"email": word})
        house.guest.post("/en/check", data={"code": word})
        house.dan.post(f"/en/cases/{house.reference}/messages", data={"text": word * 900})
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("app")]
    assert not [line for line in ours if "Zyxcanary" in line]
