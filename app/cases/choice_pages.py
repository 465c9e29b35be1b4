"""Typed context of what the person decides herself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.kit.pages import Page
from app.kit.views import FieldError, When


@dataclass(frozen=True)
class Choice(Page):
    """What the person decides herself. `words` are what the office wrote when it asked, in their language where that is
    another; `visit` tells this offer from an earlier one."""

    template: ClassVar[str] = "cases/choice.html"

    service: str
    reference: str
    case_url: str
    title: str
    means: Sequence[str]
    words: Sequence[str]
    words_lang: str
    words_dir: str
    by: str
    until: When | None
    visit: int
    typed: str
    errors: Sequence[FieldError]
    action_url: str
