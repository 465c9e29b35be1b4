"""What is Amina's, for others to try to reach."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app import identity
from app.cases.counter.models import Paper
from app.cases.models import Message
from app.cases.rights.models import Outage
from app.identity.models import Passkey
from app.kit import db
from app.kit.ids import new_id
from app.kit.settling import settle
from app.kit.towns import Town
from app.wiring import jobs, links
from tests import applying
from tests.cases import test_choices as choices
from tests.cases import test_confirmations as confirmations
from tests.cast import BY_KEY
from tests.codesign.reporting import report
from tests.databases import SEEDED, Databases
from tests.desk import intake
from tests.desk import test_mandates as mandates
from tests.desk.cases import opened as opened_by
from tests.desk.test_appeal import appeal
from tests.identity import authenticator, identifying
from tests.papers import pdf
from tests.proof import loads
from tests.proof.crossing import Crossing
from tests.proof.test_canary import PNG
from tests.towns import Client


@dataclass(frozen=True)
class Hers:
    """What is Amina's: the names that stand in the paths of her cases, and of the barrier that she reported."""

    town: Town
    amina: Client
    open: Mapping[str, str]
    done: Mapping[str, str]
    rows: Mapping[str, str]
    barrier: Mapping[str, str]
    appeal: Mapping[str, str]
    intake: Mapping[str, str]
    choice: Mapping[str, str]
    named: Mapping[str, str]

    def things(self, crossing: Crossing) -> Mapping[str, str]:
        if "intake" in crossing.path:
            return self.intake
        if "{confirmation" in crossing.path:
            return self.named
        if "/choices/" in crossing.path:
            return {**self.open, "transition": "accept"} if "/desk/" in crossing.path else self.choice
        if "{field}" in crossing.path:
            return self.rows
        if "/desk/people/" in crossing.path and "{mandate" in crossing.path:
            return {**self.open, "mandate": self.open["recorded"]}
        if "/first" in crossing.path:
            return self.appeal
        if "barrier" in crossing.path:
            return self.barrier
        if "/desk/feedback" in crossing.path:
            return {**self.open, "line": str(new_id())}
        decided = any(word in crossing.path for word in ("document", "notification", "/appeal"))
        return self.done if decided else self.open

    def beyond_appeal(self) -> list[str]:
        """The same for whoever decides on her appeal, and knows whose it is."""
        return [*(of["reference"] for of in (self.open, self.done, self.rows, self.barrier, self.choice)), "Zyxcanary"]

    def words(self) -> list[str]:
        """What would tell an outsider something of her."""
        cases = [of["reference"] for of in (self.open, self.done, self.rows, self.barrier, self.appeal, self.choice)]
        return ["Amina", "Belkacem", *cases, "Zyxcanary"]


@contextmanager
def opened(databases: Databases, database: str, folder: Path) -> Iterator[Hers]:
    """A draft, a case with a message and a file, a case that was granted, with its document, one that asks for rows,
    a barrier that was reported, and an appeal against a decision, with the file that goes along. Teo acts for her and
    only reads; Ines acted for her until a moment ago."""
    known = jobs.install()
    town = databases.clone(database, SEEDED, "outsider", folder)
    loads.without_recall(town)
    amina, clara = Client(town).sign_in("amina"), Client(town).sign_in("clara")
    done = applying.certificate(amina)
    assert clara.submit(f"/en/desk/cases/{done}/steps/grant").status_code == 303
    first = applying.certificate(amina)
    sheet = [("files", ("zyxcanary.pdf", pdf("Zyxcanary"), "application/pdf"))]
    assert amina.submit(f"/en/cases/{first}", {}, to=f"/en/cases/{first}/messages", files=sheet).status_code == 303
    assert clara.submit(f"/en/desk/cases/{first}/steps/grant").status_code == 303
    settle(town, known)
    against = appeal(amina, first)
    running = applying.certificate(amina)
    picture = ("files", ("zyxcanary.png", PNG, "image/png"))
    case = f"/en/cases/{running}"
    assert amina.submit(case, {"text": "Zyxcanary"}, to=f"{case}/messages", files=[picture]).status_code == 303
    desk = f"/en/desk/cases/{running}"
    assert clara.submit(desk, {"text": "Zyxcanary"}, to=f"{desk}/messages").status_code == 303
    asked = {"fields": "parents", "reason": "missing", "text": "Zyxcanary"}
    assert clara.submit(f"/en/desk/cases/{running}/request", asked).status_code == 303
    permit = applying.permit(amina, work={"work": "roof"})
    again = {"fields": "contacts", "reason": "missing", "text": "Zyxcanary"}
    assert clara.submit(f"/en/desk/cases/{permit}/request", again).status_code == 303
    place_at_school = choices.enrol(amina)
    with Client(town) as hugo:
        choices.offer(hugo.sign_in("hugo"), place_at_school)
    with Client(town) as boris:
        his = confirmations.move(boris.sign_in("boris"), ("Amina Belkacem Ruiz", "27", "3", "1985"))
    settle(town, known)
    asked_of_her = confirmations.question(amina).rpartition("/")[2]
    named = {"reference": his}
    place = applying.begin(amina, "large-items")
    barrier = report(amina, stopped="Zyxcanary", again="yes")
    assert authenticator.add(amina, authenticator.Authenticator()).status_code == 303
    hour = {"since.day": "1", "since.month": "9", "since.year": "2026", "since_time": "09:00"}
    samir = Client(town).sign_in("samir")
    assert samir.submit("/en/desk/outages", hour).status_code == 303
    samir.close()
    Client(town).sign_in("amina").close()
    taken = clara.submit("/en/desk/intake", {**intake.START, "service": "large_items", "number": "Y2046817S"})
    assert taken.status_code == 303
    slip = identifying.slip(clara, "amina")
    identifying.give(amina, "somebody@puertoclaro.example")
    scanned = {"files": ("zyxcanary.pdf", pdf(running), "application/pdf")}
    paper = clara.submit("/en/desk/papers", {}, files=scanned)
    assert paper.status_code == 303
    waits = _find(r"/notifications/([0-9a-f-]{36})", amina.get(f"/en/cases/{done}").text)
    opened_by(amina, done)
    hers = amina.get("/en/me/mandates").text.partition("Who acts for you")[2]
    asked_of_somebody = _find(r"/me/mandates/([0-9a-f-]{36})/end", hers)
    _acts(town, amina, "teo", rights="read")
    ended = _acts(town, amina, "ines")
    assert amina.submit(f"/en/me/mandates/{ended}/end").status_code == 303
    settle(town, known)
    ours = {
        "draft": place.split("/")[3],
        "step": "items",
        "field": "contacts",
        "row": "new",
        "aim": "closure",
        "transition": "grant",
        "number": "1",
        "view": "01890000-0000-7000-8000-000000000000",
        "batch": "01890000-0000-7000-8000-000000000000",
        "absence": "01890000-0000-7000-8000-000000000000",
        "sample": "01890000-0000-7000-8000-000000000000",
        "mention": "01890000-0000-7000-8000-000000000000",
        "task": "01890000-0000-7000-8000-000000000000",
        "confirmation": asked_of_her,
        "merger": "01890000-0000-7000-8000-000000000000",
        "slug": "birth-certificate",
        "street": "calle-mayor",
        "name": "button",
        "paper": str(_one(town, Paper)),
        "notice": _find(r"/me/messages/([0-9a-f-]{36})", amina.get("/en/me/messages").text),
        "session": _find(r"/me/sessions/([0-9a-f-]{36})/end", amina.get("/en/me/sessions").text),
        "passkey": str(_one(town, Passkey)),
        "code": links.mint(town, ["amina@puertoclaro.example"]).popitem()[1].rpartition("/")[2],
        "care": "01234567-89ab-7def-8123-456789abcdef",
        "person": str(identifying.person(town, "amina")),
        "slip": slip.rpartition("/")[2],
        "link": str(identifying.link(town, "amina")),
        "recorded": _recorded(clara),
        "mandate": asked_of_somebody,
        "blob": _find(r"/files/([0-9a-f-]{36})", amina.get(case).text),
        "outage": str(_one(town, Outage)),
        "notification": waits,
        "message": str(_one(town, Message, Message.ours)),
        "document": _find(r"/documents/([0-9a-f-]{36})", clara.get(f"/en/desk/cases/{done}").text),
        "account": str(_account(town, "clara")),
        "invitation": str(new_id()),
        "watch": str(new_id()),
    }
    file = clara.get(f"/en/desk/cases/{first}").text
    gone_along = {
        "reference": against,
        "blob": _find(r"/files/([0-9a-f-]{36})", file),
        "document": _find(r"/documents/([0-9a-f-]{36})", file),
    }
    whole = ({**ours, "reference": one} for one in (running, done, permit, barrier))
    form = {**ours, "draft": taken.headers["location"].rpartition("/")[2], "field": "items", "reference": running}
    offered = {**ours, "reference": place_at_school, "transition": "accept"}
    yield Hers(town, amina, *whole, {**ours, **gone_along}, form, offered, {**ours, **named})
    databases.put_away(town)


def _account(town: Town, key: str) -> UUID | None:
    with db.read(town) as unit:
        return identity.by_email(unit, BY_KEY[key].email)


def _acts(town: Town, amina: Client, key: str, **changes: str) -> str:
    """Somebody who acts for her by a mandate; its id."""
    assert identifying.give(amina, BY_KEY[key].email, **changes).status_code == 303
    with Client(town) as helper:
        return identifying.accept(helper.sign_in(key))


def _recorded(clara: Client) -> str:
    """A mandate of hers that was recorded at the window, with its scan."""
    scan = [("scan", ("zyxcanary.pdf", pdf("Zyxcanary"), "application/pdf"))]
    assert mandates.record(clara, "amina", "kofi@puertoclaro.example", scan=scan).status_code == 303
    return _find(r"/mandates/([0-9a-f-]{36})/end", clara.get(mandates.page(clara, "amina")).text)


def _find(pattern: str, html: str) -> str:
    found = re.search(pattern, html)
    assert found is not None
    return found[1]


def _one(town: Town, model: Any, *only: Any) -> Any:
    with db.read(town) as unit:
        return db.value(unit, select(db.table(model).c.id).where(*only))
