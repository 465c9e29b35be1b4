"""Whoever applied and is in no record is found in the same box, by those whose case it is, and it is written down."""

from collections.abc import Callable
from uuid import UUID

from sqlalchemy import select

from app.cases.applying.models import ApplicantToken
from app.cases.models import CaseFile
from app.kit import db
from app.kit.audit import AuditEntry, AuditSubject
from app.kit.towns import Town
from tests import applying
from tests.applying import certificate
from tests.desk.people import search, with_purpose
from tests.towns import Client

APPLIED = "Applied, not in the record"
Comes = Callable[..., Client]


def test_an_account_that_nobody_is_is_found_by_name_and_address(comes_as: Comes, clara: Client) -> None:
    reference = certificate(comes_as("dan"))
    looking = with_purpose(clara)
    for typed in ("dan whitlock", "Whitlock Dan", "whit", "DAN@puertoclaro.example"):
        said = search(looking, typed)
        assert APPLIED in said, typed
        assert "1 case Dan Whitlock Get a birth certificate" in said, typed
        assert reference in said, typed
    for typed in ("amina", "Zyxnobody", "%", "whitlock amina"):
        assert APPLIED not in search(looking, typed), typed


def test_a_guest_is_found_by_her_contact_in_the_office_of_the_case_only(
    comes_as: Comes, clara: Client, town: Town
) -> None:
    reference = applying.pickup(comes_as(), "guest@example.com")
    assert reference in search(with_purpose(comes_as("samir")), " Guest@example.com ")
    assert "Nobody found" in search(with_purpose(clara), "guest@example.com")
    c, e = db.table(CaseFile).c, db.table(AuditEntry).c
    with db.read(town) as unit:
        case = db.value(unit, select(c.id).where(c.reference == reference))
        assert [row.action for row in db.rows(unit, select(e.action).where(e.case_id == case, e.function != ""))] == [
            "found"
        ]


def test_who_is_in_the_record_is_not_listed_twice(comes_as: Comes, clara: Client, amina: Client, town: Town) -> None:
    certificate(amina)
    assert APPLIED not in search(with_purpose(clara), "whitlock")
    with db.read(town) as unit:
        assert not db.rows(unit, select(db.table(ApplicantToken).c.token))


def test_each_find_is_written_down_for_the_case_and_for_whose_account_it_is(
    comes_as: Comes, clara: Client, town: Town
) -> None:
    dan = comes_as("dan")
    reference = certificate(dan)
    looking = with_purpose(clara)
    search(looking, "whitlock")
    search(looking, "dan whitlock")
    [(case_id, count, purpose, subject)] = looks(town, reference)
    assert (count, purpose.partition(" ")[0]) == (2, "looking")
    assert subject == account(town, reference)
    assert "found" in dan.get("/en/me/looks").text.lower()


def looks(town: Town, reference: str) -> list[tuple[UUID, int, str, UUID]]:
    e, s, c = (db.table(model).c for model in (AuditEntry, AuditSubject, CaseFile))
    with db.read(town) as unit:
        asked = (
            select(e.case_id, e.count, e.purpose, s.person_id)
            .join(db.table(AuditSubject), s.entry_id == e.id)
            .join(db.table(CaseFile), c.id == e.case_id)
            .where(c.reference == reference, e.action == "found")
        )
        return [tuple(row) for row in db.rows(unit, asked)]


def account(town: Town, reference: str) -> UUID:
    c = db.table(CaseFile).c
    with db.read(town) as unit:
        found: UUID = db.value(unit, select(c.account_id).where(c.reference == reference))
        return found
