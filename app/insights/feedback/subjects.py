"""What a page is called and who answers for it."""

from dataclasses import dataclass

from app import catalogue
from app.kit.asking import asks
from app.kit.db import Unit
from app.kit.i18n import N_, translate

PAGES = {
    "/": N_("The first page"),
    "/services": N_("Services"),
    "/search": N_("Search"),
    "/life-events": N_("Something is changing in your life"),
    "/articles": N_("Questions and answers"),
    "/events": N_("What’s on in town"),
    "/offices": N_("Our offices"),
    "/announcements": N_("What is closed or changed today?"),
    "/accessibility": N_("Accessibility"),
    "/accessibility/reports": N_("Barriers that we know of"),
    "/reading": N_("Reading settings"),
    "/transparency": N_("Proof that nobody changes the record"),
    "/numbers": N_("Numbers of all services"),
    "/outages": N_("When our portal did not work"),
    "/check": N_("Follow a case or check a receipt"),
    "/drafts": N_("Go on with a saved form"),
    "/sign-in": N_("Sign in"),
    "/me": N_("My page"),
}
WHOLE = N_("All pages of the town")


@dataclass(frozen=True)
class Subject:
    """`path` is below the locale, "" for all pages together; `lang` and `dir` are "" in the page's language."""

    path: str
    title: str
    department: str = ""
    service: str = ""
    lang: str = ""
    dir: str = ""


def of_page(unit: Unit, path: str, locale: str) -> Subject:
    """The page of ours that has this path; all of them for anything else that somebody put into an address."""
    if asks(path):
        if path in PAGES:
            return Subject(path, translate(locale, PAGES[path]))
        found = catalogue.addressed.at(unit, path, locale)
        if found is not None:
            title = found.title
            return Subject(path, str(title), found.department, found.service, title.lang, title.dir)
    return Subject("", translate(locale, WHOLE))
