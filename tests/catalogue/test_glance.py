"""Cost and time at a glance, from fee, clock and profile."""

from uuid import UUID

import pytest

from app.catalogue.compiling import build, structure_of
from app.catalogue.definition import Service
from app.catalogue.glance import answer_within, cost, level_note, money, owed
from app.catalogue.loading import TownFolder
from app.catalogue.package import Fee, Package

PROFILE = {"term": {"months": "3"}, "prove": {"days": "30"}}


def service(folder: TownFolder, **changes: object) -> Service:
    package = folder.packages[0].package
    assert package
    changed = Package.model_validate({**package.model_dump(by_alias=True), **changes})
    return build(UUID(int=1), structure_of(changed, {"certificate": ""}))


def test_an_amount_has_no_empty_decimals() -> None:
    assert money(4500, "EUR", "en") == "€45"
    assert money(1250, "EUR", "en") == "€12.50"
    assert money(4500, "EUR", "es") == "45\xa0€"
    assert money(1200000, "EUR", "en") == "€12,000"
    assert money(1200000, "EUR", "es") == "12.000\xa0€"
    assert money(1200050, "EUR", "es") == "12.000,50\xa0€"


def test_what_may_be_free_says_both() -> None:
    assert cost(None, "en") == "Free"
    assert cost(Fee(amount=0, currency="EUR"), "en") == "Free"
    assert cost(Fee(amount=4500, currency="EUR"), "en") == "€45"
    assert cost(Fee(amount=4500, currency="EUR", free_when="small"), "en") == "Free or €45"
    assert cost(Fee(amount=600, currency="EUR", per="metres"), "en") == "From €6"


def test_a_fee_counts_what_was_answered(folder: TownFolder) -> None:
    by_metre = service(folder, fee={"amount": 650, "currency": "EUR", "per": "metres"})
    assert owed(by_metre, {"metres": "3"}, lambda _: False, "en") == "€19.50"
    once = service(folder, fee={"amount": 1200, "currency": "EUR", "free_when": "simple"})
    assert owed(once, {}, lambda _: False, "en") == "€12"
    assert owed(once, {}, lambda _: True, "en") == "Free"


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("none", ""),
        (None, "Within 3 months"),
        ({"months": 1}, "Within 1 month"),
        ({"days": 10, "working": True}, "Within 10 working days"),
        ({"days": 1}, "Within 1 day"),
    ],
)
def test_the_answer_comes_within_the_services_clock_or_the_profiles(
    folder: TownFolder, clock: object, words: str
) -> None:
    assert answer_within(service(folder, clock=clock), PROFILE, "en") == words


def test_what_must_be_proven_can_be_sent_before(folder: TownFolder) -> None:
    assert level_note(service(folder, level=0), PROFILE, "en") == ""
    assert "30 days to open the link" in level_note(service(folder, level=1), PROFILE, "en")
    assert "30 days to show a document" in level_note(service(folder, level=2), PROFILE, "en")
