"""The pages of the town into which barriers are planted, each kind once: come to by the short way, then kept."""

from collections.abc import Callable, Collection, Iterator, Mapping

from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.wait import WebDriverWait

from a11y_tests.modes import PLAIN
from a11y_tests.mutants.recorded import Recorded, record
from tests.browser.applying import step_of
from tests.browser.people import Comes
from tests.browser.person import Person

PUBLIC = {
    "home": "/",
    "services": "/services",
    "service": "/services/birth-certificate",
    "accessibility": "/accessibility",
    "contact": "/contact",
    "not there": "/nowhere",
    "sign-in": "/sign-in",
    "check": "/check",
}
OTHERS = ("es", "zh-Hant", "ar")
TRANSLATED = ("home", "service", "sign-in")
FORM = ("choices", "choices wrong", "person", "boxes", "long text", "review", "receipt", "my page", "case")
FILL = """
const [answers, press] = arguments;
for (const [name, value] of Object.entries(answers)) {
  const fields = [...document.querySelectorAll(`main [name="${name}"]`)];
  const box = fields.find(field => ["radio", "checkbox"].includes(field.type) && (!value || field.value === value));
  if (box) box.checked = true; else fields[0].value = value;
}
const button = document.querySelector(press);
button.form.noValidate = true;
button.form.requestSubmit(button);
"""
PRESS = "main form[method=post i] .sill button, main form[method=post i] button:not([name])"
Answers = Mapping[str, str]
BIRTH: Mapping[str, Answers] = {
    "for_whom": {"for_whom": "me"},
    "born_here": {"born_here": "yes"},
    "purpose": {"purpose": "identity"},
    "languages": {"languages": "spanish"},
    "delivery": {"delivery": "portal"},
    "truth": {"truth": ""},
}


def send(person: Person, answers: Answers, press: str = PRESS) -> None:
    """Fill the form of the page and press its button; a journey by keyboard would take ten times as long."""
    page = person.driver.find_element("css selector", "html")
    person.driver.execute_script(FILL, dict(answers), press)
    WebDriverWait(person.driver, 15).until(staleness_of(page))


def keep(person: Person, kind: str) -> Recorded:
    return record(person.driver, kind, person.locale)


def public(comes: Comes) -> Iterator[Recorded]:
    guest = comes(None, "en", PLAIN)
    for kind, path in PUBLIC.items():
        guest.open(path)
        yield keep(guest, kind)
    guest.open("/sign-in")
    send(guest, {"email": "nobody"})
    yield keep(guest, "sign-in wrong")
    guest.open("/check")
    send(guest, {"code": ""})
    yield keep(guest, "check wrong")


def in_other_languages(comes: Comes) -> Iterator[Recorded]:
    guest = comes(None, "en", PLAIN)
    for guest.locale in OTHERS:
        for kind in TRANSLATED:
            guest.open(PUBLIC[kind])
            yield keep(guest, kind)


def form(comes: Comes) -> Iterator[Recorded]:
    """A form from its first question to its receipt, and the case that came of it."""
    kofi = comes("kofi", "en", PLAIN)
    kofi.open("/services/birth-certificate")
    send(kofi, {}, "main form[action$='/drafts'] button")
    yield keep(kofi, "choices")
    send(kofi, {})
    yield keep(kofi, "choices wrong")
    kinds = {"applicant": "person", "languages": "boxes", "remark": "long text"}
    while (step := step_of(kofi)) != "review":
        if step in kinds:
            yield keep(kofi, kinds[step])
        send(kofi, BIRTH.get(step, {}))
        assert step_of(kofi) != step, f"{step} was not accepted: {kofi.text('.error-summary')}"
    yield keep(kofi, "review")
    send(kofi, {})
    yield keep(kofi, "receipt")
    kofi.open("/me")
    yield keep(kofi, "my page")
    kofi.driver.execute_script("document.querySelector('main a[href*=\"/cases/VC\"]').click()")
    kofi.wait(lambda: "/cases/VC" in kofi.path, "no case on my page")
    yield keep(kofi, "case")


def rows(comes: Comes) -> Iterator[Recorded]:
    """A form with rows, an address and telephone numbers."""
    guest = comes(None, "en", PLAIN)
    guest.open("/services/large-items")
    send(guest, {}, "main form[action$='/drafts'] button")
    yield keep(guest, "row")
    send(guest, {"kind": "sofa", "count": "1"})
    yield keep(guest, "rows")


def desk(comes: Comes) -> Iterator[Recorded]:
    clara = comes("clara", "en", PLAIN)
    clara.open("/desk/cases")
    yield keep(clara, "queue")
    way = clara.driver.execute_script("return document.querySelector('main a[href*=\"/desk/cases/VC\"]').pathname")
    clara.driver.get(clara.site.url + str(way))
    yield keep(clara, "desk case")
    clara.driver.get(clara.site.url + str(way) + "/request")
    yield keep(clara, "request")


Part = Callable[[Comes], Iterator[Recorded]]
# Which part brings which pages, so that a draw opens no more than it needs.
PARTS: dict[Part, tuple[str, ...]] = {
    public: tuple(f"{kind} (en)" for kind in (*PUBLIC, "sign-in wrong", "check wrong")),
    in_other_languages: tuple(f"{kind} ({locale})" for locale in OTHERS for kind in TRANSLATED),
    form: tuple(f"{kind} (en)" for kind in FORM),
    rows: ("row (en)", "rows (en)"),
    desk: ("queue (en)", "desk case (en)", "request (en)"),
}
STAGE = frozenset(name for names in PARTS.values() for name in names)


def stage(comes: Comes, names: Collection[str]) -> dict[str, Recorded]:
    """The pages of these names, and what is come to on the way."""
    parts = [part for part, brings in PARTS.items() if any(name in brings for name in names)]
    return {page.name: page for part in parts for page in part(comes)}
