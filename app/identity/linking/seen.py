"""What a clerk was shown before she said who somebody is: the kind, never a number and never a copy."""

from app.kit.i18n import N_

COUNTER, LETTER, REGISTER = "counter", "letter", "register"
DOCUMENTS = {
    "identity_card": N_("Identity card"),
    "residence_card": N_("Residence card"),
    "passport": N_("Passport"),
    "photo_document": N_("Another official document with a photo"),
}
ATTESTED = "attested"
SAY = N_("Say what you saw, or that you know the person.")
SEEN = {**DOCUMENTS, ATTESTED: N_("No document: I know the person and attest who it is")}

HOW = {
    REGISTER: N_("The town knew it already"),
    COUNTER: N_("At the window"),
    LETTER: N_("By a code that came by post"),
    ATTESTED: N_("At the window: a clerk knew you"),
}
"""How it became known, as its owner reads it."""


def how(way: str, seen: str) -> str:
    """The sentence for the owner of the link, a message id."""
    return HOW.get(seen) or HOW.get(way) or HOW[REGISTER]
