"""Typed contexts of the pages on which an account gets another address."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.kit.pages import Page
from app.kit.views import FieldError, When


@dataclass(frozen=True)
class MyAccount(Page):
    """`wanted` is another address that is on its way: to be proven until `until`, or proven, and in effect at `due`.
    `proven`: until when she can ask for one, since she has shown once more that it is her."""

    template: ClassVar[str] = "identity/account.html"

    errors: Sequence[FieldError]
    email: str
    typed: str
    wanted: str
    until: When | None
    due: When | None
    proven: When | None


@dataclass(frozen=True)
class Prove(Page):
    """`wanted` is "" where no code is out; `code` comes out of the link of the mail."""

    template: ClassVar[str] = "identity/account_code.html"

    errors: Sequence[FieldError]
    wanted: str
    code: str


@dataclass(frozen=True)
class StopChange(Page):
    """`state`: asked, waits, over, unknown."""

    template: ClassVar[str] = "identity/readdressing.html"

    state: str
    due: When | None = None


@dataclass(frozen=True)
class ChangeOver(StopChange):
    status: ClassVar[int] = 410
