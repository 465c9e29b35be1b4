"""Every page of the town, in every state, is free of what the gate can find: here in the language that this week has
drawn for its chapter, in the three others by bin/prove."""

from collections.abc import Callable
from itertools import product

import pytest

from a11y_tests.finding import Finding
from app.kit.i18n import LOCALES
from tests.accessibility import transcripts
from tests.accessibility.addresses import addresses
from tests.accessibility.chapters import CHAPTERS
from tests.accessibility.languages import WEEK, drawn
from tests.accessibility.register import register
from tests.accessibility.sights import Sights

THIS_WEEK = drawn(CHAPTERS, WEEK)
in_every_language = pytest.mark.parametrize(
    ("chapter", "locale"),
    [
        pytest.param(
            chapter,
            locale,
            id=f"in_{locale}-{chapter}",
            marks=() if THIS_WEEK[chapter] == locale else pytest.mark.proof,
        )
        for locale, chapter in product(LOCALES, CHAPTERS)
    ],
)


@in_every_language
def test_nothing_stands_in_anybodys_way(chapter: str, locale: str, sights: Sights) -> None:
    tell(sights.of(chapter, locale).findings)


@pytest.mark.proof
@pytest.mark.parametrize(("chapter", "locale"), list(THIS_WEEK.items()))
def test_nothing_stands_in_anybodys_way_in_any_mode(chapter: str, locale: str, sights: Sights) -> None:
    """Each kind of page in all 48, in the language of this week."""
    tell(sights.in_every_mode(chapter, locale).findings)


@in_every_language
def test_nobody_hears_a_control_without_a_name_or_a_name_for_machines(
    chapter: str, locale: str, sights: Sights
) -> None:
    if wrong := sights.by_ear(chapter, locale).wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


@in_every_language
def test_it_sounds_as_it_is_written(chapter: str, locale: str, sights: Sights) -> None:
    """bin/transcripts writes anew what is heard."""
    heard = sights.by_ear(chapter, locale).heard
    if transcripts.WRITING:
        transcripts.keep(heard, locale, chapter)
    if changed := transcripts.difference(heard, locale, chapter):
        pytest.fail(changed, pytrace=False)


def tell(findings: list[Finding]) -> None:
    if findings:
        pytest.fail("\n".join(map(str, findings)), pytrace=False)


def test_every_address_stands_in_the_register() -> None:
    known = register()
    assert set(addresses()) <= {*known.addresses, *known.no_page}, "a page that nobody looks at"
    assert set(known.no_page) <= set(addresses()), "an address that is no more"
    assert all(known.no_page.values())


@in_every_language
def test_every_state_of_the_register_was_seen_and_no_other(
    chapter: str, locale: str, sights: Sights, record_property: Callable[[str, object], None]
) -> None:
    seen: dict[str, set[str]] = {}
    looks = sights.of(chapter, locale).looks
    for look in looks:
        seen.setdefault(look.address, set()).add(look.state)
    record_property(
        "total",
        (
            f"views of pages, in the languages of {WEEK} (WEEK={WEEK} repeats them),",
            len(looks),
            sights.seconds[chapter, locale],
        ),
    )
    assert seen == register().states[chapter]
