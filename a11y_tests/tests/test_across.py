"""Pages compared with each other, as one walk sees them."""

from collections.abc import Callable, Iterator

import pytest

from a11y_tests.browser import Browser
from a11y_tests.finding import Finding
from a11y_tests.gate import Gate
from a11y_tests.tests.site import Site, page
from a11y_tests.tools import Nu

Walk = Callable[..., list[Finding]]
CHECKS = frozenset({"identification", "once"})
NAV = "<header><nav aria-label=Town>{}</nav></header>"
FOOTER = "<footer>{}</footer>"
A, B, C = '<a href="/a">Dogs</a>', '<a href="/b">Cats</a>', '<a href="/c">Birds</a>'
HELP = '<a href="/help">Help</a>'


@pytest.fixture
def walk(browser: Browser, nu: Nu, site: Site) -> Iterator[Walk]:
    with browser.person() as driver:

        def look_at(pages: dict[str, str], lang: str = "en") -> list[Finding]:
            gate = Gate(nu, checks=CHECKS)
            urls = []
            for path, body in pages.items():
                whole = page("<h1>X</h1>", lang=lang)
                urls.append(site.put(path, whole[: whole.index("<body>")] + f"<body>{body}</body></html>"))
            return [*gate.walk(driver, urls), *gate.across()]

        yield look_at


def said(found: list[Finding]) -> list[tuple[str, str]]:
    return [(one.criterion, one.page) for one in found]


def test_navigation_in_another_order_is_found(walk: Walk) -> None:
    assert said(walk({"/1": NAV.format(A + B + C), "/2": NAV.format(B + A + C)})) == [("3.2.3", "/2")]


def test_navigation_that_lacks_a_part_or_has_one_more_keeps_its_order(walk: Walk) -> None:
    assert walk({"/1": NAV.format(A + B), "/2": NAV.format(A + C + B), "/3": NAV.format(B)}) == []


def test_another_name_for_the_same_link_is_found(walk: Walk) -> None:
    other = NAV.format(A.replace("Dogs", "Animals"))
    assert said(walk({"/1": NAV.format(A), "/2": other, "/3": NAV.format(A)})) == [("3.2.4", "/2")]


def test_another_name_in_one_part_is_found_where_another_part_keeps_its_own(walk: Walk) -> None:
    page = '<header><nav aria-label=Town>{}</nav><a href="/a">My dogs</a></header>'
    other = page.format(A.replace("Dogs", "Animals"))
    assert said(walk({"/1": page.format(A), "/2": other, "/3": page.format(A)})) == [("3.2.4", "/2")]


def test_a_link_to_the_page_itself_may_name_its_language(walk: Walk) -> None:
    report = FOOTER.format('<a href="/help">Report a barrier</a>')
    languages = "<header><nav aria-label=Languages><a href='{}'>English</a></nav></header>"
    assert walk({path: languages.format(path) + report for path in ("/1", "/2", "/help")}) == []


def test_another_name_for_the_same_search_is_found(walk: Walk) -> None:
    form = "<header><form action=/find><input aria-label=Words name=q><button>{}</button></form></header>"
    found = walk({"/1": form.format("Find"), "/2": form.format("Search")})
    assert [one.criterion for one in found] == ["3.2.4"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<a href=/x rel=next>Next</a>", "<a href=/x rel=prev>Previous</a>"),
        ("<a href=/x>Next chapter</a>", "<a href=/x>Previous chapter</a>"),
        ("<a href=/x>Messages (3)</a>", "<a href=/x>Messages (5)</a>"),
        ("<a href=/me>My page</a>", "<a href=/me><bdi>Kofi Mensah</bdi></a>"),
        ("<a href=/x>Home</a><a href=/x>The town</a>", "<a href=/x>The town</a>"),
    ],
)
def test_names_may_tell_the_way_from_here_or_a_count(walk: Walk, one: str, other: str) -> None:
    assert walk({"/1": NAV.format(one), "/2": NAV.format(other)}) == []


def test_help_in_another_place_is_found(walk: Walk) -> None:
    pages = {"/1": FOOTER.format(HELP), "/2": FOOTER.format(HELP), "/3": f"<header>{HELP}</header>"}
    assert ("3.2.6", "/3") in said(walk(pages))


def test_help_that_has_moved_among_its_neighbours_is_found(walk: Walk) -> None:
    found = said(walk({"/1": FOOTER.format(A + B + HELP), "/2": FOOTER.format(HELP + A + B)}))
    assert ("3.2.6", "/2") in found


def test_help_in_the_text_beside_the_usual_place_is_fine(walk: Walk) -> None:
    pages = {"/1": FOOTER.format(HELP), "/2": f"<main>{HELP}</main>{FOOTER.format(HELP)}", "/3": "<main>None</main>"}
    assert walk(pages) == []


def test_the_page_of_the_help_itself_is_fine(walk: Walk) -> None:
    beside = "<aside><a href='mailto:a@town.example'>a@town.example</a></aside>" + FOOTER.format(HELP)
    pages = {"/1": beside, "/2": beside, "/help": f"<main>{beside.replace('aside', 'p')}</main>{FOOTER.format(HELP)}"}
    assert walk(pages) == []


EMAIL = "<main><form><label>Email <input name=e autocomplete=email value='{}'></label></form></main>"


def test_what_was_answered_is_not_asked_again(walk: Walk) -> None:
    found = walk({"/apply/1": EMAIL.format("a@town.example"), "/apply/2": EMAIL.format("")})
    assert said(found) == [("3.3.7", "/apply/2")]


def test_what_was_answered_about_oneself_is_not_asked_again_in_another_group(walk: Walk) -> None:
    group = "<main><form><fieldset><legend>{}</legend>{}</fieldset></form></main>"
    first = group.format("What are your details?", EMAIL[12:-14].format("a@town.example"))
    assert said(walk({"/apply/1": first, "/apply/2": EMAIL.format("")})) == [("3.3.7", "/apply/2")]
    child = first.replace("What are your details?", "The child")
    assert walk({"/apply/1": child, "/apply/2": EMAIL.format("")}) == []


@pytest.mark.parametrize(
    "later",
    [
        EMAIL.format("a@town.example"),
        EMAIL.format("").replace("autocomplete=email", "autocomplete='section-child email'"),
        EMAIL.format("").replace("Email <input name=e autocomplete=email", "Chip <input name=c"),
    ],
)
def test_an_answer_that_is_there_or_another_question_is_fine(walk: Walk, later: str) -> None:
    assert walk({"/apply/1": EMAIL.format("a@town.example"), "/apply/2": later}) == []


def test_forms_of_other_journeys_may_ask_the_same(walk: Walk) -> None:
    assert walk({"/account/me": EMAIL.format("a@town.example"), "/contact/us": EMAIL.format("")}) == []
