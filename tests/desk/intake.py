"""Filling a form in for somebody, as a clerk without scripts does."""

import re
from typing import Any

from tests.applying import problems, standing
from tests.towns import Client

START = {"service": "birth_certificate", "channel": "counter", "known": "document", "language": "es"}
ROSA = "37142624-q"
ANSWERS = {
    "for_whom": "me", "born_here": "yes", "purpose": "residence", "languages": ["spanish"], "delivery": "letter",
    "copies": "1",
}  # fmt: skip
SAID = {"_declared": "spoken"}
ON_HER_PAGE: dict[str, Any] = {**ANSWERS, **SAID, "delivery": "portal"}


def start(clerk: Client, **changes: str) -> str:
    """Open a form for somebody; its address."""
    opened = clerk.submit("/en/desk/intake", {**START, **changes})
    assert opened.status_code == 303, problems(opened.text)
    return str(opened.headers["location"])


def write(clerk: Client, page: str, **given: Any) -> Any:
    """Fill in the page as it stands and send it."""
    html = clerk.get(page).text
    asked = re.findall(r'name="_asked" value="([^"]+)"', html)
    return clerk.post(page.partition("#")[0], data={**standing(html), "_asked": asked, **given})


def take_in(clerk: Client, page: str, **given: Any) -> str:
    """Fill it in until nothing new is asked and send it; the reference."""
    write(clerk, page, then="show", **given)
    sent = write(clerk, page, **given)
    assert sent.status_code == 303, problems(sent.text)
    return str(sent.headers["location"]).split("/")[4]
