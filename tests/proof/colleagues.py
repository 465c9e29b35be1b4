"""Staff who once were, or might be taken to be, those for whom Amina's things are: each must find nothing of hers."""

from uuid import UUID

from app import identity
from app.identity import accounts, staff
from app.kit import db
from app.kit.actor import Actor, Role
from app.kit.towns import Town
from app.wiring import links
from tests.cast import BY_KEY
from tests.days import today
from tests.proof.hers import Hers
from tests.towns import Client

ELSEWHERE, NARROWED, LEFT = "elsewhere", "narrowed", "left"
COLLEAGUES = (ELSEWHERE, NARROWED, LEFT)
"""Whoever works in each department that has nothing of hers, in each function there, and in hers in each function that
has no cases; a stand-in who was named in a note and lost the function in mid-session; and a clerk who left."""

OTHERS = ("streets", "market", "social_services")
EVERYTHING_ELSE = [
    *((department, function) for department in OTHERS for function in ("clerk", "supervisor", "designer")),
    *((department, "designer") for department in ("civil_registry", "works", "appeals", "responsible_department")),
]


def come(hers: Hers, key: str) -> Client:
    """One of them, signed in."""
    account = _made(hers.town, key)
    if key == ELSEWHERE:
        _appoint(hers.town, account, EVERYTHING_ELSE)
        return _signed_in(hers.town, key)
    _appoint(hers.town, account, [("civil_registry", "clerk")])
    client, vera = _signed_in(hers.town, key), Actor(account_id=_account(hers.town, "vera"))
    case = f"/en/desk/cases/{hers.open['reference']}"
    assert client.get(case).status_code == 200, "until a moment ago it was open"
    if key == NARROWED:
        _stands_in(hers, account, case)
        with db.write(hers.town) as unit:
            assert staff.change(unit, vera, account, [Role("market", "clerk")])
        return client
    with db.write(hers.town) as unit:
        staff.leave(unit, vera, account)
    assert client.get(case).status_code == 303, "the session has ended"
    return _signed_in(hers.town, key)


def _stands_in(hers: Hers, account: UUID, case: str) -> None:
    """For Clara, who names her in a note, and gives her something to do."""
    clara, day = Client(hers.town).sign_in("clara"), today()
    days = {f"{end}.{part}": str(getattr(day, part)) for end in ("first", "last") for part in ("day", "month", "year")}
    given = {"who": str(_account(hers.town, "clara")), "stand_in": str(account), **days}
    assert clara.submit("/en/desk/absences", given).status_code == 303
    note = {"note": f"@{NARROWED.title()} Colleague, please look at it."}
    assert clara.submit(case, note, to=f"{case}/notes").status_code == 303
    assert clara.submit(f"{case}/tasks", {"what": "Look at it.", "who": str(account)}).status_code == 303
    clara.close()


def _made(town: Town, key: str) -> UUID:
    with db.write(town) as unit:
        return accounts.make(unit, _email(key), "en", f"{key.title()} Colleague")


def _appoint(town: Town, account: UUID, roles: list[tuple[str, str]]) -> None:
    with db.write(town) as unit:
        for department, function in roles:
            accounts.appoint(unit, account, department, function)


def _signed_in(town: Town, key: str) -> Client:
    client = Client(town)
    path = links.mint(town, [_email(key)])[_email(key)].removeprefix(town.base_url)
    assert client.submit(path).status_code == 303
    return client


def _account(town: Town, key: str) -> UUID:
    with db.read(town) as unit:
        found = identity.by_email(unit, BY_KEY[key].email)
    assert found is not None
    return found


def _email(key: str) -> str:
    return f"{key}.colleague@puertoclaro.example"
