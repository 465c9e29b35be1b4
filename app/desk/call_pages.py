"""Typed context of the page on which a call, a visit or a letter is noted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.desk.pages import Option
from app.kit.pages import Page
from app.kit.views import FieldError, Link


@dataclass(frozen=True)
class CallPage(Page):
    """With a case (`reference`) it is known who it was; `ways` lead to what she may have done in it now."""

    template: ClassVar[str] = "desk/call.html"

    reference: str
    who: str
    channels: Sequence[Option]
    channel: str
    about: str
    outcome: str
    ways: Sequence[Link]
    action_url: str
    back_url: str
    errors: Sequence[FieldError]
