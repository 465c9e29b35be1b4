"""An account that nobody is, empty and long unused: warned first, then closed; whoever comes, keeps it."""

from collections.abc import Callable
from datetime import timedelta

from app.cases import releasing
from app.identity.closure import unused
from app.kit import db
from app.kit.towns import Town
from tests import applying
from tests.identity import mails
from tests.identity.proving import sign_in
from tests.towns import Client

Comes = Callable[..., Client]
YEARS, MONTH = timedelta(days=366 * 3), timedelta(days=31)


def sweep(town: Town, settle: Callable[..., int]) -> int:
    with db.write(town) as unit:
        done = unused.sweep(unit, releasing.busy)
    settle()
    return done


def subjects(client: Client, key: str) -> list[str]:
    return [mail["subject"] for mail in mails.to(client, f"{key}@puertoclaro.example")]


def test_it_is_warned_and_closes_a_month_later_unless_somebody_comes(
    comes_as: Comes, settle: Callable[..., int], town: Town
) -> None:
    guest, dan, teo, leo = comes_as(), comes_as("dan"), comes_as("teo"), comes_as("leo")
    applying.certificate(teo)
    assert sweep(town, settle) == 0
    town.clock.move(YEARS)
    assert sweep(town, settle) > 0
    assert [said for said in subjects(guest, "dan") if "Your account closes on" in said]
    assert not [said for said in subjects(guest, "teo") if "se cierra" in said], "a case of hers is there"
    for key in ("kofi", "clara"):
        assert not [said for said in subjects(guest, key) if "closes" in said or "se cierra" in said], key
    sign_in(leo, "leo")
    assert sweep(town, settle) == 0, "it was said; now the month runs"
    town.clock.move(MONTH)
    assert sweep(town, settle) > 0
    assert subjects(guest, "dan")[0] == "Your account is closed"
    assert not [said for said in subjects(guest, "leo") if "está cerrada" in said], "he came"
    assert dan.get("/en/me").status_code == 303
    assert sweep(town, settle) == 0
