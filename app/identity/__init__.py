"""Who is here: accounts, sessions, one-time links, staff. An account proves an address, not a person."""

from app.identity import closing, linked, mandates, regained, staff
from app.identity.accounts import Contact, account_of, by_email, contact, email_token
from app.identity.colleagues import Colleague, account_names, colleagues
from app.identity.guests import with_session
from app.identity.importing import import_accounts
from app.identity.links import asked as link
from app.identity.links import minted
from app.identity.passkeys import offered as offers_passkey
from app.identity.sessions import actor, as_actor, open_session, typist
from app.identity.sessions import one as session

__all__ = [
    "Colleague", "Contact", "account_names", "account_of", "actor", "as_actor", "by_email", "closing", "colleagues",
    "contact", "email_token", "import_accounts", "link", "linked", "mandates", "minted", "offers_passkey",
    "open_session", "regained", "session", "staff", "typist", "with_session",
]  # fmt: skip
