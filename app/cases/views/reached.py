"""How the reference of a case reaches whoever sent it, and what a guest has to keep."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from app import catalogue, notifications
from app.cases import addressees, moving
from app.cases.helping import naming
from app.cases.queries import Case
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.views import phone

Filed = Mapping[str, Any]


def sent(unit: Unit, case: Case, service: catalogue.Service, filed: Filed, locale: str) -> tuple[Markup, ...]:
    """What goes out beside the page. Whoever has an account finds the case there and needs no note."""
    said = _told(unit, case, service, filed, locale)
    if case.account_id is None:
        return said
    return (*said, escape(translate(locale, N_("You do not need to write it down: the case is on your page."))))


def keep(unit: Unit, case: Case, service: catalogue.Service, filed: Filed, locale: str) -> tuple[Markup, ...]:
    """What a guest has to do, because nobody can find her case for her later; nothing for an account."""
    if case.account_id is not None:
        return ()
    path = f"/{locale}/check"
    written = (unit.town.base_url + path).partition("://")[2]
    where = Markup('<a href="{}"><bdi dir="ltr">{}</bdi></a>').format(path, written)
    later = escape(translate(locale, N_("To see your case later, open %(address)s. You need both there.")))
    said = [escape(translate(locale, N_("Write them down, print this page or take a picture of it.")))]
    if not _told(unit, case, service, filed, locale):
        said.insert(0, escape(translate(locale, N_("We cannot send them to you. They stand only on this page."))))
    return (*said, later % {"address": where})


def _told(unit: Unit, case: Case, service: catalogue.Service, filed: Filed, locale: str) -> tuple[Markup, ...]:
    """A sentence for each way by which the reference goes out. Before it is known who sent it, nothing does."""
    if case.state == moving.TO_PROVE or not naming.hears(unit, case)[0]:
        return ()
    person = addressees.recipient(unit, case, service, filed)
    addresses = {"email": person.email, "sms": phone(person.phone)}
    ways = notifications.chosen(unit.town, person)
    words = escape(translate(locale, N_("We also sent the reference to %(address)s.")))
    said = [words % {"address": Markup("<bdi>{}</bdi>").format(addresses[way])} for way in ways if way in addresses]
    if "letter" in ways:
        said.append(escape(translate(locale, N_("We also send a letter with the reference and the code."))))
    return tuple(said)
