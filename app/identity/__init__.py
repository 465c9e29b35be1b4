"""Who is here: accounts, sessions, one-time links, staff. An account proves an address, not a person."""

from app.identity.accounts import Contact, account_of, by_email, contact
from app.identity.importing import import_accounts
from app.identity.sessions import actor, open_session

__all__ = ["Contact", "account_of", "actor", "by_email", "contact", "import_accounts", "open_session"]
