"""Load from outside: drafts ready to be sent, and people who keep pressing until they get an answer."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from app import catalogue, forms, identity
from app.cases import drafts, queries
from app.catalogue.models import Content
from app.identity import accounts
from app.kit import db, guard
from app.kit.actor import Actor
from app.kit.towns import Town

FILED = {
    "for_whom": "me",
    "applicant": {
        "name": "Dan Whitlock",
        "born": "1990-06-04",
        "identifier": {"kind": "passport", "value": "C01X00T47"},
    },
    "born_here": True,
    "parents": "Ann and Bob Whitlock",
    "purpose": "residence",
    "languages": ["multilingual"],
    "delivery": "portal",
    "remark": None,
    "truth": True,
}


@dataclass(frozen=True)
class Ready:
    """A draft that only has to be sent: by this cookie, with this token and digest."""

    id: UUID
    cookie: str
    token: str
    digest: str

    @property
    def path(self) -> str:
        return f"/en/drafts/{self.id}/submission"

    @property
    def form(self) -> dict[str, str]:
        return {"_token": self.token, "digest": self.digest}


def cookie(town: Town, secret: str) -> str:
    return "s=" + guard._signer(town).sign(secret).decode()


def ready(town: Town, count: int, email: str = "load@example.com") -> list[Ready]:
    """So many finished drafts of birth certificates, all of one account."""
    with db.write(town) as unit:
        account = accounts.make(unit, email, "en", "Dan Whitlock")
        secret = identity.open_session(unit, account, "")
        actor = identity.actor(unit, secret, "en")
    made = []
    for start in range(0, count, 100):
        with db.write(town) as unit:
            made += [_one(unit, town, actor, secret) for _ in range(min(100, count - start))]
    return made


def _one(unit: db.Unit, town: Town, actor: Actor, secret: str) -> Ready:
    service = catalogue.service(unit, "birth_certificate")
    assert service is not None
    draft_id = drafts.begin(unit, actor, service)
    drafts.save(unit, queries.draft(unit, draft_id), FILED)
    filed = forms.submitted(service.form, service.rules, FILED, unit.now.date())
    return Ready(draft_id, cookie(town, secret), guard.form_token(town, secret), forms.digest(filed))


def staff_cookie(town: Town, email: str) -> tuple[str, str]:
    """The cookie and the form token of a clerk who is signed in."""
    with db.write(town) as unit:
        account = accounts.by_email(unit, email)
        secret = identity.open_session(unit, account, "", way="passkey")
    return cookie(town, secret), guard.form_token(town, secret)


def without_recall(town: Town) -> None:
    """Decisions of this town are told at once."""
    recall(town, "PT0S")


def recall(town: Town, time: str) -> None:
    """Decisions of this town are told after so long."""
    with db.write(town) as unit:
        table = db.table(Content)
        mine = (table.c.kind == "profile") & (table.c.key == "")
        data: dict[str, Any] = dict(db.value(unit, select(table.c.data).where(mine)))
        db.change(unit, update(table).where(mine).values(data={**data, "recall": time}))
        catalogue.bump(unit)
