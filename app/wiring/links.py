"""One-time links for a shell: the demo's cast, and whoever runs the town."""

from collections.abc import Iterable

from app.identity import accounts, links
from app.kit import db
from app.kit.towns import Town


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
