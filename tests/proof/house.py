"""A town with somebody in each of its rooms, for those who try to break in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.kit.towns import Town
from app.wiring import jobs, links
from tests import applying
from tests.databases import SEEDED, Databases
from tests.desk import intake
from tests.identity import identifying
from tests.papers import pdf
from tests.proof.crossing import Crossing
from tests.towns import Client


class House:
    """Somebody who is signed in, with a draft and a case of every kind, and a clerk."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.dan, self.clara, self.guest = Client(town).sign_in("dan"), Client(town).sign_in("clara"), Client(town)
        for client in (self.dan, self.clara, self.guest):
            client._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
        self.vera = Client(town).sign_in("vera")
        self.vera._transport.raise_server_exceptions = False  # type: ignore[attr-defined]
        self.reference = applying.certificate(self.dan)
        drafts = [applying.begin(self.dan, slug).split("/")[3] for slug in ("birth-certificate", "building-permit")]
        self.drafts = [*drafts, applying.begin(self.dan, "large-items").split("/")[3]]
        taken = self.clara.submit("/en/desk/intake", {**intake.START, "service": "large_items", "number": intake.ROSA})
        self.intake = {"draft": str(taken.headers["location"]).rpartition("/")[2], "field": "items"}
        scanned = self.clara.submit("/en/desk/papers", {}, files={"files": ("a.pdf", pdf("One", "Two"))})
        self.paper = str(scanned.headers["location"]).partition("?")[0].rpartition("/")[2]
        self.old_token = self.dan.token("/en/drafts")
        self.dan.sign_in("dan")
        self.tokens = {client: client.token("/en/drafts") for client in (self.dan, self.clara, self.vera)}
        code = links.mint(town, ["nour@puertoclaro.example"]).popitem()[1].rpartition("/")[2]
        fresh = "01890000-0000-7000-8000-000000000000"
        self.things = {
            "reference": self.reference, "slug": "birth-certificate", "row": "new", "transition": "grant", "code": code,
            "notice": fresh, "session": fresh, "passkey": fresh, "blob": fresh, "document": fresh,
            "message": fresh, "notification": fresh, "outage": fresh, "care": fresh,
            "field": "contacts", "aim": "codes",
            "number": "1", "paper": self.paper, "slip": fresh, "link": fresh, "mandate": fresh,
            "person": str(identifying.person(town, "rosa")),
            "account": fresh, "invitation": fresh, "watch": fresh,
        }  # fmt: skip
        self.things |= {
            "street": "calle-mayor",
            "line": fresh,
            "token": code,
            "confirmation": fresh,
            "view": fresh,
            "batch": fresh,
            "absence": fresh,
            "sample": fresh,
            "mention": fresh,
            "task": fresh,
            "merger": fresh,
        }

    def where(self, crossing: Crossing, draft: int, step: str) -> str:
        taken = self.intake if "intake" in crossing.path else {}
        return crossing.url({**self.things, "draft": self.drafts[draft % 3], "step": step, **taken})

    def who(self, crossing: Crossing) -> Client:
        if "/desk/staff" in crossing.path or "/desk/watching" in crossing.path:
            return self.vera
        return self.clara if "/desk" in crossing.path else self.guest if "sign-in" in crossing.path else self.dan


@contextmanager
def opened(databases: Databases, database: str, folder: Path) -> Iterator[House]:
    """The house in a town of its own, which is put away afterwards."""
    jobs.install()
    town = databases.clone(database, SEEDED, folder.name, folder)
    yield House(town)
    databases.put_away(town)
