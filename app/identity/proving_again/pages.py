"""Typed contexts of the page on which somebody shows once more that it is her."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.kit.pages import Page
from app.kit.views import FieldError, When


@dataclass(frozen=True)
class ProveAgain(Page):
    """`wish` says what for, `stay` is the link back to `back_url`. `sent` is until when the code works that is on its
    way to `email`; `passkey` and `on_paper`: she has a passkey that counts, and recovery codes."""

    template: ClassVar[str] = "identity/proof.html"

    errors: Sequence[FieldError]
    here_url: str
    wish: str
    stay: str
    back_url: str
    email: str
    sent: When | None
    code: str
    passkey: bool
    on_paper: bool


@dataclass(frozen=True)
class CopiedKey(ProveAgain):
    """The same page after a passkey that is refused for good."""

    status: ClassVar[int] = 422
