"""What somebody of the staff who sees no cases can do now, and whom to ask: in words, while that work has no page."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from app import catalogue, identity
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, listed, translate

COMMANDS = Markup('<bdi class="code" dir="ltr">python -m app --help</bdi>')
ADMINISTRATOR, DESIGNER = "administrator", "designer"


def words(unit: Unit, actor: Actor, locale: str) -> tuple[Markup, ...]:
    """Nothing for a citizen, and nothing for whoever has a queue."""
    if not actor.is_staff or actor.departments:
        return ()
    said: list[Markup] = []
    if offices := _offices(unit, actor, DESIGNER, locale):
        said += _designer(unit, offices, locale)
    if _offices(unit, actor, ADMINISTRATOR, locale):
        said += _administrator(locale)
    return (*said, _cases(unit, actor, locale))


def _designer(unit: Unit, offices: Sequence[str], locale: str) -> list[Markup]:
    said = [
        _say(locale, N_("You design services for this office: %(office)s."), office=listed(offices, locale)),
        _say(
            locale, N_("There is no page for this work yet. Services and their texts are files in the town’s folder.")
        ),
    ]
    everywhere = [department.id for department in catalogue.departments(unit, locale)]
    if askable := identity.colleagues(unit, everywhere, (ADMINISTRATOR,)):
        said.append(_say(locale, N_("To publish a change, ask: %(names)s."), names=_names(askable, locale)))
    return said


def _administrator(locale: str) -> list[Markup]:
    return [
        _say(locale, N_("You run Ventanilla for this town.")),
        _say(locale, N_("Who works here, and as what: %(list)s."), list=_staff(locale)),
        _say(locale, N_("The rest you do with commands on the server.")),
        _say(locale, N_("This command lists them all: %(command)s"), command=COMMANDS),
    ]


def _staff(locale: str) -> Markup:
    return Markup('<a href="/{}/desk/staff">{}</a>').format(locale, translate(locale, N_("the list of staff")))


def _cases(unit: Unit, actor: Actor, locale: str) -> Markup:
    others = identity.colleagues(unit, {role.department for role in actor.roles})
    if not others:
        return _say(locale, N_("You do not see people’s cases."))
    words = N_("You do not see people’s cases. To ask about one, talk to: %(names)s.")
    return _say(locale, words, names=_names(others, locale))


def _offices(unit: Unit, actor: Actor, function: str, locale: str) -> list[str]:
    found = sorted({role.department for role in actor.roles if role.function == function})
    return [str(catalogue.department_name(unit, department, locale)) for department in found]


def _names(people: Sequence[identity.Colleague], locale: str) -> Markup:
    """Each keeps its own direction."""
    named = tuple(Markup("<bdi>{}</bdi>").format(each.name) for each in people)
    return escape(listed(["%s"] * len(named), locale)) % named


def _say(locale: str, sentence: str, **values: str) -> Markup:
    said = escape(translate(locale, sentence))
    return said % values if values else said
