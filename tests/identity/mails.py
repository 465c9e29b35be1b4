"""What was mailed to somebody, as the demo's mailbox shows it."""

import re
from typing import Any

from tests.towns import Client


def to(client: Client, address: str) -> list[dict[str, Any]]:
    """The mails to an address, the newest first."""
    return [mail for mail in client.get("/demo/mailbox.json").json() if mail["to"] == address]


def link(client: Client, address: str) -> str:
    """The path of the newest one-time link to an address."""
    found = re.search(r"http://localhost(/[^/]+/sign-in/links/[0-9A-Z]+)", to(client, address)[0]["text"])
    assert found is not None
    return found[1]


def code(client: Client, address: str) -> str:
    """The code beside that link."""
    return link(client, address).rpartition("/")[2]
