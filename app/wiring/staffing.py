"""What staff hear when somebody is invited, joins, changes or leaves."""

from urllib.parse import urlencode

from app import identity, notifications
from app.cases.events import CasesLeft
from app.desk.watching import reviewing
from app.desk.watching.events import LooksRaised
from app.identity.colleagues import administrators
from app.identity.events import RolesChanged, StaffInvited, StaffJoined, StaffLeft
from app.identity.staffing import inviting
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.wiring.alerts import tell

RAISED = {
    reviewing.MANY: N_("Somebody of the staff opened 50 people or more in one day who are not their work."),
    reviewing.ONESELF: N_("Somebody of the staff opened their own data at the desk."),
}


def send_invitation(unit: Unit, event: StaffInvited) -> None:
    """Mail the link of an invitation; the link itself is made when the mail leaves."""
    found = inviting.find(unit, event.invitation_id)
    if found is None:
        return

    def say(words: str) -> str:
        return translate(found.locale, words)

    new = bool(found.roles)
    notifications.notify(
        unit,
        notifications.Notice(
            kind="sign_in",
            recipient=notifications.Recipient(locale=found.locale, email=found.email, channels=("email",)),
            subject=say(N_("You are invited to work at the desk") if new else N_("Make a new passkey for the desk")),
            body=(
                say(N_("Open the link and press the button. Then you make a passkey, and come to the desk with it.")),
                say(N_("The link works once, for 7 days.")),
                say(N_("If you do not know why you get this, do nothing, or call us.")),
            ),
            link=notifications.Mint("sign_in", {"link": str(found.link_id)}, say(N_("Open the invitation"))),
        ),
    )


def joined(unit: Unit, event: StaffJoined) -> None:
    """Each administrator hears that somebody new is there."""
    for each in administrators(unit):
        if each.id != event.account_id:
            contact = identity.contact(unit, each.id)
            locale = contact.locale if contact else "en"
            tell(
                unit,
                each.id,
                N_("Somebody has accepted an invitation"),
                [N_("Somebody new works here. The list of staff says who, and as what.")],
                link=notifications.Link("/desk/staff", translate(locale, N_("Staff"))),
            )


def roles_changed(unit: Unit, event: RolesChanged) -> None:
    contact = identity.contact(unit, event.account_id)
    locale = contact.locale if contact else "en"
    tell(
        unit,
        event.account_id,
        N_("What you do here has changed"),
        [N_("An administrator changed your departments or functions. The desk shows what is yours now.")],
        link=notifications.Link("/desk", translate(locale, N_("To the desk"))),
    )


def looks_raised(unit: Unit, event: LooksRaised) -> None:
    """Each administrator but the one whom it is about, unless there is no other."""
    running = administrators(unit)
    others = [each for each in running if each.id != event.account_id] or running
    for each in others:
        contact = identity.contact(unit, each.id)
        locale = contact.locale if contact else "en"
        tell(
            unit,
            each.id,
            N_("Please look: unusual looks"),
            [RAISED[event.kind], N_("There may be a good reason. Ask first, then write down what you found.")],
            link=notifications.Link("/desk/watching", translate(locale, N_("Unusual looks"))),
        )


def cases_left(unit: Unit, event: CasesLeft) -> None:
    """Who leads the department, or else who works there, hears that cases have nobody; not who is away."""
    led = identity.colleagues(unit, [event.department], ("supervisor",))
    there = [each for each in led if each.id != event.account_id]
    for each in there or identity.colleagues(unit, [event.department]):
        if each.id == event.account_id:
            continue
        contact = identity.contact(unit, each.id)
        locale = contact.locale if contact else "en"
        queue = f"/desk/cases?{urlencode({'tab': 'nobody', 'department': event.department})}"
        tell(
            unit,
            each.id,
            N_("Please share out: cases have nobody"),
            [
                N_("A clerk is away, and the stand-in does not work in your department."),
                N_("The cases are in the queue now. Nobody has them."),
            ],
            link=notifications.Link(queue, translate(locale, N_("Cases that nobody has"))),
        )


def left(unit: Unit, event: StaffLeft) -> None:
    contact = identity.contact(unit, event.account_id)
    locale = contact.locale if contact else "en"
    tell(
        unit,
        event.account_id,
        N_("Your access to the desk has ended"),
        [
            N_("An administrator has recorded that you no longer work here. Your passkeys open nothing any more."),
            N_("Your own page stays yours. The link by e-mail opens it."),
        ],
        link=notifications.Link("/me", translate(locale, N_("My page"))),
    )
