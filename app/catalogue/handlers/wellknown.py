"""What programs and curious people look for at fixed addresses: who is told of a weakness, and who made this."""

from datetime import UTC, datetime, timedelta

from starlette.requests import Request

from app.catalogue.content import town
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.pages import Data

TEXT = "text/plain; charset=utf-8"
VALID = timedelta(days=180)
"""How long what security.txt says can be relied upon (RFC 9116: less than a year)."""


def security(request: Request, unit: Unit) -> Data:
    """`/.well-known/security.txt`, by RFC 9116."""
    facts = town(unit, "en")
    if not (contact := facts.security or facts.email):
        raise NotFound
    until = datetime.combine((unit.now + VALID).date().replace(day=1), datetime.min.time(), UTC)
    lines = [
        f"Contact: mailto:{contact}",
        f"Expires: {until:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(unit.town.locales)}",
        f"Canonical: {unit.town.base_url}/.well-known/security.txt",
        "",
    ]
    return Data("\n".join(lines).encode(), TEXT)


def humans(request: Request, unit: Unit) -> Data:
    """`/humans.txt`: who stands behind these pages."""
    facts = town(unit, "en")
    lines = [
        "/* TOWN */",
        f"{facts.name}, {facts.address}",
        f"Write to: {facts.email}",
        "",
        "/* SOFTWARE */",
        "Ventanilla, the one counter window of a town: open source under the EUPL-1.2.",
        "Tested by everybody who reported a barrier. Thank you.",
        "",
        "/* SITE */",
        f"Languages: {', '.join(unit.town.locales)}",
        "Standards: HTML, CSS, WAI-ARIA, WCAG 2.2, UNE 139803. No tracking, nothing fetched from elsewhere.",
        "",
    ]
    return Data("\n".join(lines).encode(), TEXT)
