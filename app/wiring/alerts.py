"""What the owner of an account hears when its ways in change: by e-mail and on her page, whatever else she chose."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from app import identity, notifications
from app.identity.events import NewDevice, PasskeyAdded, PasskeyEnded, RecoveryCodesMade, RecoveryCodeUsed
from app.kit.db import Unit
from app.kit.i18n import N_, format_moment, translate

CHANNELS = ("email", "portal")
ENDED = {
    "removed": (
        N_("A passkey was removed"),
        N_("Somebody who was signed in as you removed a passkey. It no longer opens your account."),
    ),
    "copied": (
        N_("A passkey of yours was copied"),
        N_(
            "Somebody tried to sign in with a copy of a passkey of yours. It no longer opens your account, neither the "
            "copy nor the real one. Sign in with the link by e-mail and add a new one."
        ),
    ),
}
NOT_YOU = N_("Was it not you? Call us or come to the window at once.")


def new_device(unit: Unit, event: NewDevice) -> None:
    """Which device and when, so that she knows whether it was she."""
    session, contact = identity.session(unit, event.session_id), identity.contact(unit, event.account_id)
    if session is None or contact is None:
        return
    device = session.device or translate(contact.locale, N_("a device that we do not know"))
    when = format_moment(session.created_at, contact.locale, unit.town.zone)
    words = N_("Your account was opened on a device that it was never opened on: %(device)s, %(when)s.")
    tell(
        unit,
        event.account_id,
        N_("You signed in on a new device"),
        [words, N_("If it was you, do nothing."), NOT_YOU],
        link=notifications.Link("/me/sessions", translate(contact.locale, N_("Where you are signed in"))),
        values={"device": device, "when": when},
    )


def passkey_added(unit: Unit, event: PasskeyAdded) -> None:
    tell(
        unit,
        event.account_id,
        N_("A new passkey opens your account"),
        [N_("A new passkey was added. From now on it opens your page without an e-mail."), NOT_YOU],
    )


def passkey_ended(unit: Unit, event: PasskeyEnded) -> None:
    subject, words = ENDED[event.why]
    tell(unit, event.account_id, subject, [words, NOT_YOU])


def codes_made(unit: Unit, event: RecoveryCodesMade) -> None:
    tell(
        unit,
        event.account_id,
        N_("You have new recovery codes"),
        [N_("New recovery codes were made. The old ones no longer open your account."), NOT_YOU],
    )


def code_used(unit: Unit, event: RecoveryCodeUsed) -> None:
    tell(
        unit,
        event.account_id,
        N_("Somebody came in with a recovery code"),
        [N_("A recovery code opened your account. It works only once."), NOT_YOU],
    )


def tell(
    unit: Unit,
    account_id: UUID,
    subject: str,
    body: Sequence[str],
    *,
    link: notifications.Link | None = None,
    values: Mapping[str, str] | None = None,
) -> None:
    """`values` fill the sentences; without a `link` it leads to the passkeys."""
    contact = identity.contact(unit, account_id)
    if contact is None:
        return

    def say(words: str) -> str:
        return translate(contact.locale, words, **(values or {}))

    notifications.notify(
        unit,
        notifications.Notice(
            kind="alert",
            recipient=notifications.Recipient(
                locale=contact.locale, account_id=account_id, email=contact.email, channels=CHANNELS
            ),
            subject=say(subject),
            body=tuple(say(words) for words in body),
            link=link or notifications.Link("/me/passkeys", say(N_("Your passkeys"))),
        ),
    )
