"""Which language each chapter is told in this week. The others are told by bin/prove; in four weeks all meet all."""

from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import cycle, islice

from a11y_tests.mutants.drawing import seed_of
from app.kit.i18n import LOCALES

WEEK = seed_of(datetime.now(UTC).date())


def drawn(chapters: Iterable[str], week: str) -> dict[str, str]:
    """By chapter. One week on, each chapter has its next language."""
    number = int("0" + "".join(filter(str.isdigit, week)))
    return dict(zip(chapters, islice(cycle(LOCALES), number % len(LOCALES), None), strict=False))
