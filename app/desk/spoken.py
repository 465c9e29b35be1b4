"""What the person may choose in a case now, as the desk says it."""

from app import catalogue
from app.cases import Case, at_her_word
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.views import Link


def choices(unit: Unit, case: Case, locale: str) -> tuple[Link, ...]:
    """A way to write down each, when the person says it."""
    here = f"/{locale}/desk/cases/{case.reference}/choices"
    return tuple(
        Link(said(label(unit, case, way.id, locale), locale), f"{here}/{way.id}")
        for way in at_her_word.choices(unit, case)
    )


def said(label: str, locale: str) -> str:
    return translate(locale, N_("The person says: “%(what)s”"), what=label)


def label(unit: Unit, case: Case, transition: str, locale: str) -> str:
    texts = catalogue.texts(unit, catalogue.version(unit, case.version), locale)
    return str(texts(f"transition.{transition}.label"))


def meaning(unit: Unit, case: Case, transition: str, locale: str) -> tuple[str, ...]:
    """What follows, in the lines that the person reads online."""
    texts = catalogue.texts(unit, catalogue.version(unit, case.version), locale)
    return tuple(str(texts(f"transition.{transition}.meaning")).splitlines())
