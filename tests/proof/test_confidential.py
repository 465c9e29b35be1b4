"""What is confidential is not there for a guardian, nor for a helper by a mandate for everything: not its case, its
files, messages, documents, notices, not its appeal, not in a list and not in a number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from app.kit.settling import settle
from app.kit.towns import Town
from app.wiring import jobs
from tests import applying
from tests.cases.test_acting import held
from tests.cases.test_confidential import ANSWERS
from tests.cast import AMINA, DAN, LEO
from tests.databases import SEEDED, Databases
from tests.desk.test_appeal import appeal
from tests.identity import identifying
from tests.identity.identifying import accept, code, enter, give
from tests.proof import loads
from tests.proof.audiences import For
from tests.proof.crossing import crossings
from tests.proof.outsiders import ask, nobodys, state
from tests.proof.test_canary import PNG
from tests.proof.whom import WHO
from tests.towns import Client

THINGS = {"locale", "reference", "blob", "document", "notification", "field", "row", "notice", "session", "transition"}
ALL = [
    each
    for each in crossings()
    if WHO[each.name] in (For.SIGNED_OWNER, For.CLERKS, For.REVIEWERS, For.OWNER)
    and set(re.findall(r"\{(\w+)", each.path)) <= THINGS
]
"""Every route that has something of his in its path."""
CASES = [each for each in crossings() if WHO[each.name] is For.OWNER and "{reference}" in each.path]
PAGES = [each for each in crossings() if WHO[each.name] in (For.EACH, For.SIGNED) and each.method == "GET"]
TOLD = ("Zyx", "parking", "Disabled", "estacionamiento", "badge")


@dataclass(frozen=True)
class Secret:
    """Leo's request with all that can be in one, its appeal, and one that is for everybody who acts for him."""

    town: Town
    leo: Client
    badge: dict[str, str]
    appeal: dict[str, str]
    plain: str
    mandates: dict[str, str]

    def words(self) -> tuple[str, ...]:
        return (self.badge["reference"], self.appeal["reference"], *TOLD)


@pytest.fixture(scope="module")
def secret(databases: Databases, database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Secret]:
    known = jobs.install()
    town = databases.clone(database, SEEDED, "confidential", tmp_path_factory.mktemp("confidential"))
    loads.without_recall(town)
    Client(town).sign_in("leo").close()
    leo, amina, dan, olga = (Client(town).sign_in(key) for key in ("leo", "amina", "dan", "olga"))
    assert enter(leo, code(Client(town).sign_in("clara"), "leo"))[0] == 303
    assert give(leo, DAN.email).status_code == 303
    helper = accept(dan)
    guardian = held(amina, LEO.name)
    badge = applying.send(leo, applying.fill(leo, applying.begin(leo, "disabled-parking-badge"), ANSWERS))
    case, desk = f"/en/cases/{badge}", f"/en/desk/cases/{badge}"
    picture = [("files", ("zyx.png", PNG, "image/png"))]
    assert leo.submit(case, {"text": "Zyx"}, to=f"{case}/messages", files=picture).status_code == 303
    assert olga.submit(desk, {"text": "Zyx"}, to=f"{desk}/messages").status_code == 303
    settle(town, known)
    grounds = {"reasons": "region_has_decided", "conditions": "badge_until", "badge_until.date": "30/11/2031"}
    granted = olga.submit(f"{desk}/steps/grant", grounds)
    assert granted.status_code == 303, applying.problems(granted.text)
    settle(town, known)
    waits = _find(r"/notifications/([0-9a-f-]{36})", leo.get(case).text)
    against = appeal(leo, badge)
    settle(town, known)
    page = leo.get(case).text
    things = {
        "reference": badge, "blob": _find(r"/files/([0-9a-f-]{36})", page), "field": "holder", "row": "new",
        "document": _find(r"/documents/([0-9a-f-]{36})", page),
        "notice": _find(r"/me/messages/([0-9a-f-]{36})", leo.get("/en/me/messages").text), "transition": "grant",
        "session": _find(r"/me/sessions/([0-9a-f-]{36})/end", leo.get("/en/me/sessions").text),
        "notification": waits,
    }  # fmt: skip
    begun = dan.post("/en/services/birth-certificate/drafts", data={"_token": dan.token("/en/me"), "for": helper})
    answers = {name: given for name, given in applying.CERTIFICATE.items() if name != "applicant"}
    plain = applying.send(dan, applying.fill(dan, begun.headers["location"], {**answers, "applicant": {}}))
    settle(town, known)
    yield Secret(town, leo, things, {**things, "reference": against}, plain, {"amina": guardian, "dan": helper})
    databases.put_away(town)


@pytest.fixture(scope="module", params=["amina", "dan"], ids=["guardian", "helper"])
def helper(request: pytest.FixtureRequest, secret: Secret) -> Iterator[tuple[Client, str]]:
    client = Client(secret.town).sign_in(request.param)
    yield client, secret.mandates[request.param]
    client.close()


def test_no_page_of_the_case_or_of_its_appeal_is_there(secret: Secret, helper: tuple[Client, str]) -> None:
    client, _ = helper
    lost, before = client.get("/en/nowhere"), state(secret.town)
    assert client.get(f"/en/cases/{secret.plain}").status_code == 200, "she acts for him, only not here"
    for crossing in ALL:
        for things in (secret.badge, secret.appeal) if crossing in CASES else (secret.badge,):
            found = ask(client, crossing, things)
            assert found == ask(client, crossing, nobodys(things)), crossing.name
            assert found[:2] == (404, lost.content), crossing.name
    assert state(secret.town) == before


def test_no_list_and_no_number_tells_of_it(secret: Secret, helper: tuple[Client, str]) -> None:
    client, mandate = helper
    mine = client.get(f"/en/me/mandates/{mandate}").text
    assert re.findall(r'href="/en/cases/(VC-[^"/]+)"', mine) == [secret.plain]
    things = {"slug": "birth-certificate", "aim": "closure"}
    pages = [crossing.url(things) for crossing in PAGES if "{code}" not in crossing.path]
    notices = re.findall(r'href="(/en/me/messages/[0-9a-f-]{36})"', client.get("/en/me/messages").text)
    for path in (f"/en/me/mandates/{mandate}", *pages, *notices):
        html = client.get(path).text
        for word in secret.words():
            if path == "/en/me/mandates/new" and word in TOLD:
                continue  # what one may let others do oneself
            assert word.lower() not in html.partition("<main")[2].lower(), f"{path}: {word}"


def test_nobody_who_acts_for_him_is_told_of_it(secret: Secret) -> None:
    mailbox = secret.leo.get("/demo/mailbox.json").json()
    theirs = [mail for mail in mailbox if {AMINA.email, DAN.email} & {mail["to"]} or AMINA.name in mail["to"]]
    assert secret.badge["reference"] in secret.leo.get("/en/me/messages").text, "he is told"
    assert any(secret.plain in mail["text"] for mail in theirs), "and they of what is theirs to know"
    for mail in theirs:
        for word in secret.words():
            assert word.lower() not in (mail["subject"] + mail["text"] + mail["html"]).lower()


def test_he_himself_reads_it_all(secret: Secret) -> None:
    for crossing in CASES:
        if crossing.method == "GET" and "{field}" not in crossing.path and "barrier" not in crossing.path:
            for things in (secret.badge, secret.appeal):
                if things is secret.appeal and re.search("{(blob|document|notification)", crossing.path):
                    continue
                assert secret.leo.get(crossing.url(things)).status_code in (200, 303, 409), crossing.name
    assert LEO.name in secret.leo.get("/en/me").text
    assert identifying.person(secret.town, "leo")


def _find(pattern: str, html: str) -> str:
    found = re.search(pattern, html)
    assert found is not None, pattern
    return found[1]
