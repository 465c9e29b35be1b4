"""The code goes to the address of the account and nowhere else: my page is open to whoever has the session."""

from collections.abc import Mapping
from uuid import UUID

from app import notifications
from app.identity import accounts
from app.identity.proving_again import verbs
from app.identity.proving_again.aims import AIMS
from app.identity.proving_again.events import SecondProofAsked
from app.kit.db import Unit
from app.kit.i18n import N_, translate

SUBJECT = N_("Your code to show that it is you")
REST = (
    N_("Was it you? Type the code where you asked for it. It works for 60 minutes. The town never asks you for it."),
    N_("Was it not you? Give the code to nobody, and call us. On your page you see where you are signed in."),
)
LINK = N_("Use the code")


def asked(unit: Unit, event: SecondProofAsked) -> None:
    found = verbs.asked(unit, event.proof_id)
    contact = accounts.contact(unit, found[0]) if found else None
    if found is None or contact is None:
        return
    to = notifications.Recipient(locale=contact.locale, email=contact.email, channels=("email",))
    subject, *body = (translate(to.locale, words) for words in (SUBJECT, AIMS[found[1]].told, *REST))
    args = {"id": str(event.proof_id), "aim": found[1]}
    link = notifications.Mint(verbs.MINTER, args, translate(to.locale, LINK))
    notice = notifications.Notice("alert", to, subject, tuple(body), link, owner=contact.id)
    notifications.notify(unit, notice)


def mint(unit: Unit, args: Mapping[str, str]) -> notifications.Minted:
    code = verbs.plain(unit, UUID(args["id"]))
    return notifications.Minted(f"/me/proof/{args['aim']}?code={code}", code)
