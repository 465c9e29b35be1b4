"""One-time links for a shell: the demo's cast, and whoever runs the town."""

from collections.abc import Iterable

from email_validator import EmailNotValidError, validate_email

from app import catalogue
from app.identity import accounts, links
from app.identity.staffing import inviting, listing, roles
from app.kit import db
from app.kit.actor import Role
from app.kit.towns import Town

NOBODY = "{town}: nobody runs it yet. python -m app administrator EMAIL prints a link for the first administrator."


def mint(town: Town, emails: Iterable[str]) -> dict[str, str]:
    """A fresh link for each address that has an account, in the account's language. Whoever reads the console may also
    make a passkey by it."""
    made = {}
    with db.write(town) as unit:
        for email in emails:
            account = accounts.by_email(unit, email)
            contact = accounts.contact(unit, account) if account else None
            if contact is None:
                continue
            link_id = links.ask(unit, contact.email, contact.locale, "", way="printed")
            made[email] = f"{town.base_url}/{contact.locale}/sign-in/links/{links.code(unit, link_id)}"
    return made


class NotNow(Exception):
    """Why no link is printed, as one sentence."""


def for_administrator(town: Town, email: str) -> str:
    """A link that makes this address an administrator, while the town has none who can come in; and one for a new
    passkey, where it is an administrator's already."""
    address = _whole(email)
    with db.write(town) as unit:
        known = accounts.by_email(unit, address)
        hers = roles.roles_of(unit, known) if known else frozenset()
        departments = catalogue.departments(unit, town.locales[0])
        if not departments:
            raise NotNow("The town has no departments yet: bring them in with import, then try again.")
        if roles.administers(hers):
            link = inviting.by_console(unit, address, town.locales[0], ())
        elif any(member.passkeys and roles.administers(member.roles) for member in listing.members(unit)):
            raise NotNow("The town has an administrator, who invites others at the desk, under Staff.")
        else:
            wanted = Role(departments[0].id, roles.ADMINISTRATOR)
            link = inviting.by_console(unit, address, town.locales[0], [wanted])
        return f"{town.base_url}/{town.locales[0]}/sign-in/links/{links.code(unit, link)}"


def lacks_administrator(town: Town) -> bool:
    """Whether a real town has nobody yet who runs it."""
    with db.read(town) as unit:
        return not town.demo and not any(roles.administers(member.roles) for member in listing.members(unit))


def _whole(email: str) -> str:
    try:
        return validate_email(email, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError:
        raise NotNow(f"{email} is not a whole e-mail address.") from None
