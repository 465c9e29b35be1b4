"""Sessions that end while somebody is typing, and what of it is kept."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

from sqlalchemy import func, select

from app.kit import db
from app.kit.towns import Town
from app.kit.unsent import UnsentForm
from tests import applying
from tests.cast import BY_KEY
from tests.identity import mails
from tests.identity.authenticator import Authenticator, add, options
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]

MONTH, HALF_A_DAY, DAY = timedelta(days=31), timedelta(hours=13), timedelta(hours=24)
STILL = "What you wrote is still here."
GONE = "What was written here before cannot be shown"
OVER = "Your session has ended. Nothing is lost"
CANARY = "Zyxcanary بلقاسم <b>\"'&"


def text(html: str) -> str:
    return unescape(html)


def stands(html: str, name: str) -> str:
    """What a field of the page holds (a browser leaves out the line break that a text area begins with)."""
    return str(applying.standing(html)[name]).removeprefix("\n")


def sign_in_again(client: Client, key: str, away: Any, settle: Settle) -> Any:
    """Ask for a link on the page that one was led to, open it, press its button; staff use their passkey then. Where
    that leads."""
    assert away.status_code == 303, away.text
    window = client.get(away.headers["location"])
    assert OVER in window.text
    data = {**applying.standing(window.text), "email": BY_KEY[key].email, "code": ""}
    assert client.post("/en/sign-in", data=data).status_code == 200
    settle()
    entered = client.submit(mails.link(client, BY_KEY[key].email))
    return with_passkey(client, key, entered) if BY_KEY[key].staff else entered


def with_passkey(client: Client, key: str, led: Any) -> Any:
    """Use a passkey on the page that staff with a link alone were led to; it was made on another device."""
    device, other = Authenticator(), Client(client.town).sign_in(key)
    assert add(other, device).status_code == 303
    other.close()
    page = led.headers["location"]
    onward = applying.standing(client.get(page).text)["onward"]
    said = device.sign(options(client, "/en/sign-in/challenges"))
    return client.submit(page, {"credential": said, "onward": onward}, to="/en/sign-in/passkey")


def end_sessions(town: Town, key: str, client: Client) -> None:
    """End them on another device."""
    other = Client(town).sign_in(key)
    for way in re.findall(r'action="([^"]+/end)"', other.get("/en/me/sessions").text):
        assert other.submit("/en/me/sessions", to=way).status_code == 303
    other.close()
    assert client.get("/en/me").status_code == 303


def kept(town: Town) -> int:
    with db.read(town) as unit:
        return int(db.value(unit, select(func.count()).select_from(db.table(UnsentForm))))


class Asked:
    """A certificate of Dan's, for which the office has asked again for his parents."""

    def __init__(self, dan: Client, clara: Client) -> None:
        self.case = f"/en/cases/{applying.certificate(dan)}"
        asked = {"fields": "parents", "reason": "missing", "text": "Please."}
        desk = self.case.replace("/cases", "/desk/cases")
        assert clara.submit(f"{desk}/request", asked).status_code == 303
