"""Showing once more that it is you, with the code that comes by e-mail."""

import re
from collections.abc import Callable
from typing import Any

from tests.identity import mails
from tests.towns import Client

Settle = Callable[..., int]


def ask(client: Client, settle: Settle, aim: str, address: str) -> str:
    """Ask for the code; what came."""
    sent = client.submit("/en/me", to=f"/en/me/proof/{aim}/codes")
    assert sent.headers["location"] == f"/en/me/proof/{aim}?said=proof_sent"
    settle()
    found = re.search(rf"/me/proof/{aim}\?code=([0-9A-Z]{{10}})", mails.to(client, address)[0]["text"])
    assert found is not None
    return found[1]


def show(client: Client, settle: Settle, aim: str, key: str) -> Any:
    """Ask for the code and type it."""
    page = f"/en/me/proof/{aim}"
    shown = client.submit(page, {"code": ask(client, settle, aim, f"{key}@puertoclaro.example")})
    assert shown.status_code == 303, shown.text
    return shown
