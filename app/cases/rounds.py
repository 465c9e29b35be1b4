"""The days on which something comes round where a case is about: for its timers, and for what its messages say."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from app import catalogue, notifications
from app.cases import codes, law
from app.kit.db import Unit
from app.kit.i18n import listed
from app.kit.rules import look_up

FIELD = "rounds"
ENDING = "end_rounds"
AHEAD = 60


def with_days(unit: Unit, service: catalogue.Service, filed: Mapping[str, Any], entered: datetime) -> Mapping[str, Any]:
    """The answers, with the days that come after the case came into its state."""
    street = _street(unit, service, filed)
    if street is None:
        return filed
    first = law.calendar(unit).day_of(entered)
    days = catalogue.rounds.coming(unit, service, street, first, AHEAD)
    return {**filed, FIELD: [each.day.isoformat() for each in days]}


def tomorrow(unit: Unit, service: catalogue.Service, filed: Mapping[str, Any], locale: str) -> str:
    """What comes tomorrow, in words; "" where nothing does."""
    street = _street(unit, service, filed)
    if street is None:
        return ""
    first = law.today(unit) + timedelta(days=1)
    found = next(iter(catalogue.rounds.coming(unit, service, street, first, 0)), None)
    return listed(catalogue.rounds.called(unit, service, found.what, locale), locale) if found else ""


def _street(unit: Unit, service: catalogue.Service, filed: Mapping[str, Any]) -> str | None:
    if service.calendar is None:
        return None
    answer = look_up(filed, service.calendar.by)
    return catalogue.rounds.street_of(unit, service, answer) if isinstance(answer, str) else None


def mint(unit: Unit, args: Mapping[str, str]) -> notifications.Minted:
    """The way of a guest to where she ends the mails: by the code of her receipt, which no time takes away."""
    code = codes.code(unit, codes.RECEIPT, UUID(args["filing"]))
    asked = {"reference": args["reference"], "code": code, "onward": f"/cases/{args['reference']}/withdrawal"}
    return notifications.Minted(f"/check/follow/code?{urlencode(asked)}", code)
