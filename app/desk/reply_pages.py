"""Typed contexts of the pages on which staff write down what a person answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from app.desk.pages import Need, Option
from app.kit.pages import Page
from app.kit.views import FieldError


@dataclass(frozen=True)
class ReplyPage(Page):
    """`came` asks for the day on which a paper came in."""

    template: ClassVar[str] = "desk/reply.html"

    reference: str
    needs: Sequence[Need]
    fields: Sequence[Any]
    channels: Sequence[Option]
    channel: str
    came: Any
    multipart: bool
    action_url: str
    back_url: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class WrongReplyPage(ReplyPage):
    status: ClassVar[int] = 422
