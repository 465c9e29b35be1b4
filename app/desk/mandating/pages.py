"""Typed contexts of the pages on which clerks see and record who acts for somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from app.forms import Control
from app.identity.mandates import Line
from app.kit.pages import Page
from app.kit.views import FieldError


@dataclass(frozen=True)
class Shown:
    """A mandate with what a clerk saw; `scan_url` and `end_url` are "" where there is none or nothing to end."""

    line: Line
    what: str
    seen: str
    scan_url: str
    end_url: str


@dataclass(frozen=True)
class OnFile(Page):
    template: ClassVar[str] = "desk/mandates.html"

    name: str
    codes_url: str
    mandates: Sequence[Shown]
    fields: Sequence[Control]
    errors: Sequence[FieldError]
    scan_error: str


@dataclass(frozen=True)
class WrongOnFile(OnFile):
    """The same page with what is wrong."""

    status: ClassVar[int] = 422


@dataclass(frozen=True)
class MandateEndedHere(Page):
    template: ClassVar[str] = "desk/mandate_end.html"

    name: str
    helper: str
    back_url: str
