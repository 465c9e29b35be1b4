"""Staff who come and go: invited by mail, with an authenticator of their own."""

import re
from html import unescape
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app import identity
from app.kit import db
from app.kit.audit import AuditEntry
from app.kit.towns import Town
from tests.cast import BY_KEY
from tests.identity import mails
from tests.identity.authenticator import Authenticator, options
from tests.towns import Client

STAFF = "/en/desk/staff"
NEW = "new.clerk@puertoclaro.example"
ROLES = {"roles.civil_registry": "clerk"}


def account(town: Town, key: str) -> UUID:
    with db.read(town) as unit:
        found = identity.by_email(unit, BY_KEY[key].email if key in BY_KEY else key)
    assert found is not None
    return found


def invite(vera: Client, **given: Any) -> Any:
    typed = {"name": "Marta Gil", "email": NEW, "language": "en", **ROLES, **given}
    return vera.submit(f"{STAFF}/invitations", typed)


def way(page: str, what: str) -> str:
    """The address of the one form of the list that ends so."""
    found = re.search(rf'action="([^"]+/{what})"', page)
    assert found is not None
    return found[1]


def come(client: Client, reader: Client, email: str = NEW, key: Authenticator | None = None) -> Any:
    """Open the invitation that was mailed, press its button, and make a passkey."""
    led = client.submit(mails.link(reader, email))
    page = led.headers["location"].partition("?")[0]
    assert page.endswith("/sign-in/second-factor")
    said = (key or Authenticator()).make(options(client, f"{page}/challenges"))
    return client.submit(page, {"credential": said, "onward": "/desk/cases"})


def words(html: str) -> str:
    main = html.partition("<main")[2].partition("</main>")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def audited(town: Town, action: str) -> list[Any]:
    table = db.table(AuditEntry)
    with db.read(town) as unit:
        return list(db.rows(unit, select(*table.c).where(table.c.action == action)))
