"""Orca drives the core tasks. It is one screen reader on one system; what is heard here is not heard everywhere."""

import pytest

from a11y_tests.readers.listener import Listener
from a11y_tests.readers.orca import Fallen, Orca
from a11y_tests.readers.transcript import Transcript
from tests.accessibility.stable import stable
from tests.accessibility.transcripts import KEPT, WRITING
from tests.by_ear import journeys
from tests.by_ear.journeys import MOST, Journey, Visit
from tests.sites import Site


def by_ear(journey: Journey, locale: str, orcas: dict[str, Orca], site: Site) -> None:
    try:
        transcript = hear(journey, locale, orcas, site)
    except Fallen:
        orcas.pop(locale).close()
        transcript = hear(journey, locale, orcas, site)
    if WRITING:
        keep(journey, locale, f"{stable(str(transcript))}\n{transcript.presses} keys\n")
    assert transcript.presses <= MOST[journey], f"{transcript.presses} keys: {MOST[journey]} at most\n\n{transcript}"


def hear(journey: Journey, locale: str, orcas: dict[str, Orca], site: Site) -> Transcript:
    if locale not in orcas:
        orcas[locale] = Orca(locale)
    listener = Listener(orcas[locale], locale)
    try:
        journey(Visit(listener, site, locale))
    except AssertionError as problem:
        pytest.fail(f"{problem}\n\n{listener.transcript}", pytrace=False)
    finally:
        listener.close()
    return listener.transcript


def keep(journey: Journey, locale: str, text: str) -> None:
    file = KEPT / "orca" / locale / f"{journey.__name__}.txt"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf8")


def test_somebody_applies_by_ear_and_mends_a_mistake(orcas: dict[str, Orca], site: Site) -> None:
    by_ear(journeys.apply, "es", orcas, site)


OTHERS = [
    (journey, locale) for journey in MOST for locale in journeys.WORDS if (journey, locale) != (journeys.apply, "es")
]


@pytest.mark.proof
@pytest.mark.parametrize(("journey", "locale"), OTHERS, ids=[f"{one.__name__}_in_{locale}" for one, locale in OTHERS])
def test_a_task_is_done_by_ear(journey: Journey, locale: str, orcas: dict[str, Orca], site: Site) -> None:
    by_ear(journey, locale, orcas, site)
