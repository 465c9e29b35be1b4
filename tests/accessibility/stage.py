"""The pages of the town into which barriers are planted, each kind once: come to by HTTP, kept as they were sent."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from a11y_tests.mutants.recorded import Recorded
from tests import applying
from tests.accessibility.answers import BIRTH_CERTIFICATE, LARGE_ITEMS, question, steps
from tests.accessibility.visitor import Visitor
from tests.sites import Site

PUBLIC = {
    "home": "/",
    "services": "/services",
    "service": "/services/birth-certificate",
    "accessibility": "/accessibility",
    "contact": "/contact",
    "not there": "/nowhere",
    "sign-in": "/sign-in",
    "code": "/sign-in/code",
    "check": "/check",
}
WRONG = {"sign-in": {"email": "nobody"}, "check": {"reference": ""}}
OTHERS = ("es", "zh-Hant", "ar")
TRANSLATED = ("home", "service", "sign-in", "code")
FORM = ("choices", "choices wrong", "person", "boxes", "long text", "review", "receipt", "my page", "case")
QUESTIONS = {"for_whom": "choices", "applicant": "person", "languages": "boxes", "remark": "long text"}


def keep(answer: Any, kind: str, locale: str = "en") -> Recorded:
    return Recorded(kind, locale, str(answer.url), answer.status_code, answer.text)


def opened(http: Visitor, path: str, kind: str, locale: str = "en") -> Recorded:
    return keep(http.get(f"/{locale}{path}", follow_redirects=True), kind, locale)


def wrong(http: Visitor, place: str, kind: str, answers: Mapping[str, str]) -> Recorded:
    """What comes back when the first form of a page is sent with these."""
    page = http.get(place).text
    to = re.search(r'<form[^>]* action="([^"]*)"', page.partition("<main")[2])
    return keep(http.post(to[1] if to else place, data={**applying.standing(page), **answers}), kind)


def public(site: Site) -> Iterator[Recorded]:
    with Visitor(site) as guest:
        for kind, path in PUBLIC.items():
            yield opened(guest, path, kind)
        for kind, answers in WRONG.items():
            yield wrong(guest, f"/en{PUBLIC[kind]}", f"{kind} wrong", answers)


def in_other_languages(site: Site) -> Iterator[Recorded]:
    with Visitor(site) as guest:
        for locale in OTHERS:
            for kind in TRANSLATED:
                yield opened(guest, PUBLIC[kind], kind, locale)


def form(site: Site) -> Iterator[Recorded]:
    """A form from its first question to its receipt, and the case that came of it."""
    with signed_in(site, "kofi") as kofi:
        for place in steps(kofi, applying.begin(kofi, "birth-certificate"), BIRTH_CERTIFICATE):
            if kind := QUESTIONS.get(question(place)):
                yield keep(kofi.get(place), kind)
            if kind == "choices":
                yield wrong(kofi, place, "choices wrong", {})
        yield keep(kofi.get(place), "review")
        case = applying.send(kofi, place)
        yield opened(kofi, f"/cases/{case}/receipt", "receipt")
        yield opened(kofi, "/me", "my page")
        yield opened(kofi, f"/cases/{case}", "case")


def rows(site: Site) -> Iterator[Recorded]:
    """A form with rows, an address and telephone numbers."""
    with Visitor(site) as guest:
        way = steps(guest, applying.begin(guest, "large-items"), LARGE_ITEMS)
        yield keep(guest.get(next(way)), "row")
        yield keep(guest.get(next(way)), "rows")


def desk(site: Site) -> Iterator[Recorded]:
    with signed_in(site, "clara") as clara:
        queue = opened(clara, "/desk/cases", "queue")
        yield queue
        if not (first := re.search(r'href="/en(/desk/cases/VC[^"/?]*)"', queue.html)):
            raise AssertionError("no case waits")
        yield opened(clara, first[1], "desk case")
        yield opened(clara, f"{first[1]}/request", "request")


@contextmanager
def signed_in(site: Site, key: str) -> Iterator[Visitor]:
    with Visitor(site) as http:
        http.submit(site.sign_in(key).removeprefix(site.url))
        yield http


Part = Callable[[Site], Iterator[Recorded]]
# Which part brings which pages, so that a draw opens no more than it needs.
PARTS: dict[Part, tuple[str, ...]] = {
    public: tuple(f"{kind} (en)" for kind in (*PUBLIC, *(f"{kind} wrong" for kind in WRONG))),
    in_other_languages: tuple(f"{kind} ({locale})" for locale in OTHERS for kind in TRANSLATED),
    form: tuple(f"{kind} (en)" for kind in FORM),
    rows: ("row (en)", "rows (en)"),
    desk: ("queue (en)", "desk case (en)", "request (en)"),
}
STAGE = frozenset(name for names in PARTS.values() for name in names)


def stage(site: Site, names: Collection[str]) -> dict[str, Recorded]:
    """The pages of these names, and what is come to on the way."""
    parts = [part for part, brings in PARTS.items() if any(name in brings for name in names)]
    return {page.name: page for part in parts for page in part(site)}
