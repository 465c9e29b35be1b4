"""Every route × every role of the cast: the outsider learns nothing, by route or wording, and changes nothing."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from app.cases.models import CaseFile
from app.identity import accounts
from app.kit import db, ids
from tests import applying
from tests.cast import BY_KEY
from tests.databases import Databases
from tests.proof import colleagues
from tests.proof.audiences import For
from tests.proof.colleagues import COLLEAGUES, ELSEWHERE, NARROWED
from tests.proof.crossing import crossings
from tests.proof.hers import Hers, opened
from tests.proof.outsiders import LISTS, ask, looks, lost, nobodys, state
from tests.proof.whom import WHO
from tests.towns import Client

ROLES = (None, "dan", "nour", "leo", "clara", "samir", "tomas", "dolores", "vera", "olga", *COLLEAGUES)
CLERKS = ("clara", "samir")
COUNTER = ("clara", "samir", "tomas", "olga", ELSEWHERE, NARROWED)
STAFF = (*COUNTER, "dolores", "vera")
SUPERVISORS = ("samir", "vera", "olga", ELSEWHERE)
LEADERS = ("samir", "olga", ELSEWHERE)
REVIEWERS = ("samir", "olga")
MEANT = {For.CLERKS: CLERKS, For.TAKER: ("clara",), For.COUNTER: COUNTER, For.REVIEWERS: REVIEWERS}
HERS = (For.OWNER, For.SIGNED_OWNER, For.HELPER, *MEANT)
WHOSE = {
    For.STAFF: STAFF,
    For.WORKERS: STAFF,
    For.ADMINISTRATORS: ("vera",),
    For.SUPERVISORS: SUPERVISORS,
    For.LEADERS: LEADERS,
}
AFTER_MERGING = ("/mergers/{merger:uuid}", "/rejoining")
NOT_OF_APPEALS = (*AFTER_MERGING, "/barrier", "/barrier/mending")
ASKED = [crossing for crossing in crossings() if WHO.get(crossing.name) not in (For.ALL, None)]


@pytest.fixture(scope="module")
def hers(databases: Databases, database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hers]:
    with opened(databases, database, tmp_path_factory.mktemp("outsider")) as what:
        yield what


@pytest.fixture(scope="module", params=ROLES, ids=lambda key: key or "guest")
def outsider(request: pytest.FixtureRequest, hers: Hers) -> Iterator[Client]:
    key = request.param
    client = colleagues.come(hers, key) if key in COLLEAGUES else Client(hers.town)
    client.key = key  # type: ignore[attr-defined]
    if key in BY_KEY:
        client.sign_in(key)
    yield client
    client.close()


def test_every_route_says_whom_it_is_for() -> None:
    assert {crossing.name for crossing in crossings()} == set(WHO)


def test_what_is_not_yours_is_not_there(hers: Hers, outsider: Client) -> None:
    key = outsider.key  # type: ignore[attr-defined]
    before = state(hers.town)
    for crossing in ASKED:
        audience = WHO[crossing.name]
        if audience not in HERS or key in MEANT.get(audience, ()):
            continue
        things = hers.things(crossing)
        found = ask(outsider, crossing, things)
        if key in (None, "dan", "clara", *COLLEAGUES):
            assert found == ask(outsider, crossing, nobodys(things)), crossing.name
        if key in COLLEAGUES:
            assert (found[0], [word for word in hers.words() if word.encode() in found[1]]) == (404, []), crossing.name
        elif key is None:
            assert found[0] == 303, crossing.name
            assert found[2].startswith("/en/sign-in"), crossing.name
        else:
            assert found[:2] == (404, lost(outsider, crossing.path)), crossing.name
    assert state(hers.town) == before


def test_pages_about_oneself_say_nothing_of_her(hers: Hers, outsider: Client) -> None:
    key = outsider.key  # type: ignore[attr-defined]
    for crossing in ASKED:
        audience = WHO[crossing.name]
        if crossing.method != "GET" or audience not in (For.EACH, For.SIGNED, *WHOSE):
            continue
        answer = outsider.get(crossing.url(hers.open))
        if audience is For.STAFF and key in CLERKS:
            continue
        if audience is not For.EACH and key is None:
            assert answer.status_code == 303, crossing.name
        elif audience in WHOSE and key not in WHOSE[audience]:
            assert answer.status_code == 404, crossing.name
        else:
            assert answer.status_code in (200, 303), crossing.name
        for word in hers.words() if key != "olga" or audience is not For.STAFF else hers.beyond_appeal():
            assert word not in answer.text, f"{crossing.name}: {word}"


def test_a_search_at_the_desk_finds_only_what_is_of_the_department(hers: Hers, outsider: Client) -> None:
    key = outsider.key  # type: ignore[attr-defined]
    if key not in STAFF:
        return
    found = outsider.get("/en/desk/cases", params={"reference": hers.open["reference"].lower()})
    absent = outsider.get("/en/desk/cases", params={"reference": ids.reference("VC")})
    assert absent.status_code == 404
    if key in CLERKS:
        assert found.headers["location"] == f"/en/desk/cases/{hers.open['reference']}"
    else:
        assert (found.status_code, found.content) == (404, absent.content)


def test_a_case_of_ones_own_leads_to_nothing_of_another(hers: Hers) -> None:
    dan = Client(hers.town).sign_in("dan")
    mine = applying.certificate(dan)
    for below in (f"files/{hers.open['blob']}", f"documents/{hers.open['document']}"):
        assert dan.get(f"/en/cases/{mine}/{below}").status_code == 404
        assert Client(hers.town).sign_in("clara").get(f"/en/desk/cases/{mine}/{below}").status_code == 404


def test_she_herself_reaches_everything_of_hers(hers: Hers) -> None:
    for crossing in ASKED:
        if crossing.method == "GET" and WHO[crossing.name] in (For.OWNER, For.SIGNED_OWNER, For.SIGNED):
            answer = hers.amina.get(crossing.url(hers.things(crossing)))
            assert answer.status_code in (200, 303), crossing.name
            assert "/sign-in" not in answer.headers.get("location", "")


def test_her_clerks_reach_her_case(hers: Hers) -> None:
    clara = Client(hers.town).sign_in("clara")
    for crossing in ASKED:
        if crossing.path.endswith(AFTER_MERGING):
            continue  # hers were never merged: tests/desk/test_mergers.py
        if crossing.method == "GET" and WHO[crossing.name] in (For.CLERKS, For.COUNTER):
            answer = clara.get(crossing.url(hers.things(crossing)))
            assert answer.status_code in (200, 303, 409), crossing.name


def test_her_appeal_is_there_for_those_who_decide_on_it_and_not_for_who_decided_before(hers: Hers) -> None:
    """Clara decided on the first case; Olga serves the department of appeals and opens the first by the appeal."""
    clara, olga = Client(hers.town).sign_in("clara"), Client(hers.town).sign_in("olga")
    for crossing in ASKED:
        audience = WHO[crossing.name]
        if crossing.method != "GET" or "/desk/cases/{reference}" not in crossing.path:
            continue
        if audience is For.REVIEWERS:
            assert olga.get(crossing.url(hers.appeal)).status_code == 200, crossing.name
        elif "{" not in crossing.path.partition("{reference}")[2] and not crossing.path.endswith(NOT_OF_APPEALS):
            assert olga.get(crossing.url(hers.appeal)).status_code in (200, 303, 409), crossing.name
        assert clara.get(crossing.url(hers.appeal)).content == lost(clara, crossing.path), crossing.name


@pytest.mark.parametrize(("key", "reads", "writes"), [("teo", (200, 303, 409), 409), ("ines", (410,), 410)])
def test_who_acts_for_her_reads_her_cases_and_nothing_else_until_the_mandate_ends(
    hers: Hers, key: str, reads: tuple[int, ...], writes: int
) -> None:
    """Teo may read and changes nothing. Ines is told that she no longer acts. What was never open is not there."""
    client = Client(hers.town).sign_in(key)
    before = state(hers.town)
    for crossing in ASKED:
        if WHO[crossing.name] not in HERS:
            continue
        status, body, _ = ask(client, crossing, hers.things(crossing))
        if not crossing.path.startswith("/{locale}/cases/"):
            assert (status, body) == (404, lost(client, crossing.path)), crossing.name
        elif crossing.method == "GET":
            assert status in reads, crossing.name
            assert b"Amina" in body or status != 200 or "/files/" in crossing.path, crossing.name
        else:
            assert status == writes, crossing.name
    assert state(hers.town) == before
    for word in hers.words()[2:]:
        for crossing in ASKED:
            if crossing.method == "GET" and WHO[crossing.name] in (For.EACH, For.SIGNED):
                assert word not in client.get(crossing.url(hers.open)).text, f"{crossing.name}: {word}"


@pytest.mark.parametrize("key", ["clara", "olga", "samir", "tomas"])
def test_whatever_staff_open_of_a_person_is_written_down(hers: Hers, key: str) -> None:
    """No log, no look: each page, picture and file of the desk that shows something of her, whoever adds it."""
    staff = Client(hers.town).sign_in(key)
    assert staff.submit("/en/desk/purpose", {"purpose": "look_contact"}).status_code == 303
    with db.read(hers.town) as unit:
        clerk = accounts.by_email(unit, BY_KEY[key].email)
    assert clerk is not None
    for crossing in ASKED:
        if crossing.method != "GET" or "/desk" not in crossing.path or crossing.path.endswith(LISTS):
            continue
        before = looks(hers.town, clerk)
        answer = staff.get(crossing.url(hers.things(crossing)), params={"q": "belkacem"})
        if answer.status_code == 200:
            hers_alone = WHO[crossing.name] in (For.CLERKS, For.REVIEWERS, For.COUNTER, For.TAKER)
            if hers_alone or any(word in answer.text for word in hers.words()):
                assert looks(hers.town, clerk) > before, crossing.name


def test_a_clerk_of_one_department_does_not_see_another(hers: Hers) -> None:
    """The large items are the street's: Samir is its clerk, Clara is not."""
    guest = Client(hers.town)
    with db.write(hers.town) as unit:
        table = db.table(CaseFile)
        moved = db.value(unit, select(table.c.id).where(table.c.reference == hers.open["reference"]))
        db.change(unit, table.update().where(table.c.id == moved).values(department="streets"))
    try:
        clara, samir = Client(hers.town).sign_in("clara"), Client(hers.town).sign_in("samir")
        path = f"/en/desk/cases/{hers.open['reference']}"
        assert clara.get(path).content == lost(clara, path)
        assert hers.open["reference"] not in clara.get("/en/desk/cases").text
        assert samir.get(path).status_code == 200
        assert guest.get(path).status_code == 303
    finally:
        with db.write(hers.town) as unit:
            db.change(unit, table.update().where(table.c.id == moved).values(department="civil_registry"))
