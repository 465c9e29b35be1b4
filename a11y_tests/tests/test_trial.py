"""A barrier is planted into a page on its way to the browser, and counts only where it makes the difference."""

from collections.abc import Callable, Iterator

import pytest

from a11y_tests.browser import Browser
from a11y_tests.mutants.mutant import Edit, Mutant
from a11y_tests.mutants.planter import Planter
from a11y_tests.mutants.recorded import record
from a11y_tests.mutants.trial import Outcome, Trial
from a11y_tests.tests.site import CLEAN, Site, page
from a11y_tests.tools import Nu

Try = Callable[..., Outcome]
MOUSE = "<div id=m style='cursor: pointer' onclick='1'>Only for a mouse</div>"


@pytest.fixture
def tried(browser: Browser, nu: Nu, site: Site) -> Iterator[Try]:
    planter = Planter(browser)
    with browser.person() as driver:

        def plant(criterion: str, at: str, main: str = CLEAN, html: str = "", script: str = "") -> Outcome:
            driver.get(site.put("/trial", page(main)))
            stage = {"trial (en)": record(driver, "trial", "en")}
            mutant = Mutant("planted", criterion, "absent", "trial (en)", at, Edit(html=html, script=script))
            return Trial(driver, nu, planter, stage).run(mutant)

        yield plant
    planter.close()


def test_what_is_planted_is_found_by_criterion_and_element(tried: Try) -> None:
    outcome = tried("1.1.1", "main img", html="put('main h1', 'afterend', '<img src=/x width=90 height=90>')")
    assert outcome.by is not None
    assert outcome.by.criterion == "1.1.1"


def test_what_a_script_does_is_found(tried: Try) -> None:
    away = "document.querySelector('main a').addEventListener('focus', () => { location.href = '/next'; })"
    outcome = tried("3.2.1", "main a", script=away)
    assert outcome.by is not None
    assert (outcome.by.check, outcome.by.criterion) == ("change", "3.2.1")


def test_what_was_there_before_does_not_count(tried: Try) -> None:
    outcome = tried("2.1.1", "#m", main=CLEAN + MOUSE, html="one('#m').title = 'Press'")
    assert outcome.by is None
    assert not outcome.unnoticed


def test_what_stands_elsewhere_or_has_another_name_does_not_count(tried: Try) -> None:
    assert tried("1.1.1", "main form", html="put('main h1', 'afterend', '<img src=/x width=90 height=90>')").by is None
    assert tried("2.4.6", "main img", html="put('main h1', 'afterend', '<img src=/x width=90 height=90>')").by is None


def test_what_changes_nothing_for_anybody_is_no_barrier(tried: Try) -> None:
    assert tried("1.1.1", "main h1", html="one('main h1').setAttribute('data-x', 'y')").unnoticed
