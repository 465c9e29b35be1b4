"""A town, a real mail server on a port of its own, and the mail lane of the worker."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

import app.notifications.delivering  # noqa: F401  (its tables)
from app.kit import db, engines, events, jobs
from app.kit.towns import Town
from app.notifications import minting
from app.notifications.delivering import JOBS
from tests.connectors.conftest import gateway
from tests.kit.conftest import make_town

__all__ = ["gateway"]


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    yield make_town(tmp_path)
    minting.install({}, minting.plain)
    events.install({})
    engines.dispose()


@dataclass
class Server:
    """A mail server that keeps what it takes; `refuse` answers addresses, `refuse_data` contents."""

    url: str = ""
    refuse: dict[str, str] = field(default_factory=dict)
    refuse_data: str = ""
    envelopes: list[Envelope] = field(default_factory=list)

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: Any) -> str:
        if address in self.refuse:
            return self.refuse[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.refuse_data:
            return self.refuse_data
        self.envelopes.append(envelope)
        return "250 OK"

    @property
    def mails(self) -> list[EmailMessage]:
        contents = [bytes(envelope.content or b"") for envelope in self.envelopes]
        return [message_from_bytes(raw, _class=EmailMessage, policy=default) for raw in contents]  # type: ignore[arg-type]


class AnyPort(Controller):
    """A controller that binds port 0 and then knows which one it got."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@contextmanager
def listening() -> Iterator[Server]:
    """A mail server on a free port, which keeps what it is given."""
    kept = Server()
    controller = AnyPort(kept, hostname="127.0.0.1", port=0, ready_timeout=5)
    controller.start()
    kept.url = f"smtp://127.0.0.1:{controller.port}"
    yield kept
    controller.stop()


@pytest.fixture
def server() -> Iterator[Server]:
    with listening() as kept:
        yield kept


@pytest.fixture
def real(town: Town, server: Server) -> Town:
    """A town that is no demo, with a mail server."""
    return replace(town, demo=False, smtp_url=server.url, mail_from="Ventanilla <ventanilla@puertoclaro.example>")


Work = Callable[[Town], int]


@pytest.fixture
def work() -> Work:
    """Run every due job of the mail lane once; how many."""

    def work(town: Town) -> int:
        with db.claim(town) as unit:
            claimed = jobs.claim(unit, "mail")
        for job in claimed:
            jobs.run(town, JOBS, job)
        return len(claimed)

    return work
