"""What a request has done, counted: two that must not be told apart do the same."""

import hmac
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import Engine, event

from app.kit import crypto, plans
from tests.towns import Client


@dataclass
class Work:
    """What one request had done: its statements in order, and how often something was hashed, sealed or opened."""

    statements: list[str] = field(default_factory=list)
    hashes: int = 0
    seals: int = 0


@dataclass
class Answered:
    status: int
    words: str
    work: Work


class Measuring:
    """Counts the work of requests."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.work = Work()
        self._count(monkeypatch, hmac, "new", "hashes")
        self._write_down(monkeypatch)
        self._count(monkeypatch, crypto, "seal", "seals")
        self._count(monkeypatch, crypto, "unseal", "seals")

    def _count(self, monkeypatch: pytest.MonkeyPatch, where: Any, name: str, what: str) -> None:
        real = getattr(where, name)

        def counted(*given: Any, **named: Any) -> Any:
            setattr(self.work, what, getattr(self.work, what) + 1)
            return real(*given, **named)

        monkeypatch.setattr(where, name, counted)

    def _write_down(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Questions that go to the driver as plans."""
        fetch = plans._fetch

        def written(connection: Any, plan: plans.Plan, values: Any) -> Any:
            self.work.statements.append(plan.sql)
            return fetch(connection, plan, values)

        monkeypatch.setattr(plans, "_fetch", written)

    @contextmanager
    def measured(self) -> Iterator[Work]:
        self.work = Work()

        def executed(connection: Any, cursor: Any, statement: str, *_: Any) -> None:
            self.work.statements.append(statement)

        event.listen(Engine, "before_cursor_execute", executed)
        try:
            yield self.work
        finally:
            event.remove(Engine, "before_cursor_execute", executed)
            self.work = Work()

    def post(self, client: Client, path: str, **typed: str) -> Answered:
        """Send a form; `words` are the page without what was typed."""
        with self.measured() as work:
            answer = client.post(path, data={"_token": "", **typed})
        words = answer.text
        for value in sorted(typed.values(), key=len, reverse=True):
            words = words.replace(value, "…") if value else words
        return Answered(answer.status_code, re.sub(r"[0-9]{2}:[0-9]{2}", "", words), work)


@pytest.fixture
def measuring(monkeypatch: pytest.MonkeyPatch) -> Measuring:
    return Measuring(monkeypatch)


def alike(*answers: Answered) -> None:
    first = answers[0]
    assert first.work.statements
    for other in answers[1:]:
        assert other.work == first.work
        assert (other.status, other.words) == (first.status, first.words)
