"""What is asked for a second proof: what a stolen session could take from its owner for good."""

from dataclasses import dataclass

from app.kit.i18n import N_

CLOSURE, ADDRESS, CODES = "closure", "address", "codes"


@dataclass(frozen=True)
class Aim:
    """`path` is the page where it is done. The rest are message ids: what she wants, as the page and as the mail say
    it, and the link for whoever changes her mind."""

    path: str
    wish: str
    told: str
    stay: str


AIMS = {
    CLOSURE: Aim(
        "/me/account/closure",
        N_("You want to close your account. That cannot be undone."),
        N_("Somebody who is signed in as you wants to close your account."),
        N_("Keep my account"),
    ),
    ADDRESS: Aim(
        "/me/account",
        N_("You want another e-mail address for your account."),
        N_("Somebody who is signed in as you wants another e-mail address for your account."),
        N_("Keep the address I have"),
    ),
    CODES: Aim(
        "/me/recovery-codes",
        N_("You want new recovery codes. Each of them opens your account."),
        N_("Somebody who is signed in as you wants new recovery codes. Each of them opens your account."),
        N_("Your recovery codes"),
    ),
}
