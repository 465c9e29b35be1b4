"""What rooms do when something happened elsewhere: each function tells one room what another did."""

from app import identity, insights, notifications, people
from app.cases import confirmations, mergers, proving, queries, readdressed, releasing, renamed, seen_too
from app.cases.events import CaseClosed, CaseMerged, CaseReceived, CasesParted, OthersSaid
from app.cases.rights import alerting
from app.codesign import standing
from app.identity.closure.events import AccountClosed
from app.identity.events import LinkAsked, SignedIn
from app.identity.linking import persons
from app.identity.linking.events import PersonLinked
from app.identity.readdressing import changes
from app.identity.readdressing.events import EmailChanged
from app.kit import audit
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.notifications.events import DeliveryBounced
from app.people.events import PersonRenamed

COUNTED = (CaseReceived.__name__, CaseClosed.__name__)
"""What the figures are counted from."""


def send_link(unit: Unit, event: LinkAsked) -> None:
    """Mail a one-time link; the link itself is made when the mail leaves."""
    link = identity.link(unit, event.link_id)
    if link is None:
        return

    def say(words: str) -> str:
        return translate(link.locale, words)

    notifications.notify(
        unit,
        notifications.Notice(
            kind="sign_in",
            recipient=notifications.Recipient(locale=link.locale, email=link.email, channels=("email",)),
            subject=say(N_("Your link to sign in")),
            body=(
                say(N_("Open the link and press the button. It works once, for 60 minutes.")),
                say(N_("If you did not ask for it, do nothing.")),
            ),
            link=notifications.Mint("sign_in", {"link": str(event.link_id)}, say(N_("Sign in"))),
        ),
    )


def adopt_what_a_guest_did(unit: Unit, event: SignedIn) -> None:
    """Drafts and cases of the guest's session belong to the account that signed in on it."""
    if event.guest_session_id is not None:
        proving.adopt(unit, identity.as_actor(unit, event.account_id), event.guest_session_id)


def prove_what_waited(unit: Unit, event: PersonLinked) -> None:
    """Cases that waited to be proven begin: it is known now who sent them."""
    proving.prove_all(unit, identity.as_actor(unit, event.account_id))


def go_on(unit: Unit, event: OthersSaid) -> None:
    """Where nobody is waited for any more, the case goes on."""
    confirmations.go_on(unit, event.case_id)


def audit_receipt(unit: Unit, event: CaseReceived) -> None:
    audit.record(unit, Actor.system("received"), "received", case_id=event.case_id)


def note_barrier(unit: Unit, event: CaseReceived) -> None:
    """A report of a barrier came in: what of it may be shown is noted apart."""
    standing.note(unit, queries.case(unit, event.case_id))


def close_barrier(unit: Unit, event: CaseClosed) -> None:
    standing.close(unit, queries.case(unit, event.case_id))


def mark_contact_point(unit: Unit, event: DeliveryBounced) -> None:
    """Mail came back: the contact point is marked, so that nobody relies on it."""
    sent = notifications.sent_to(unit, event.delivery_id)
    if sent is not None:
        people.mark_bounced(unit, *sent)


def note_address_in_record(unit: Unit, event: EmailChanged) -> None:
    """The record learns the new address, if the old one is what it knew of her."""
    change, link = changes.one(unit, event.change_id), persons.of_account(unit, event.account_id)
    if change is not None and link is not None:
        old, new = changes.old_address(unit, change), changes.new_address(unit, change)
        people.readdress(unit, link.person_id, old, new)


def note_address_in_cases(unit: Unit, event: EmailChanged) -> None:
    """The offices that work on her cases read it where they look: they may have the old address on paper."""
    readdressed.note(unit, event.account_id)


def note_name_in_cases(unit: Unit, event: PersonRenamed) -> None:
    renamed.note(unit, event.person_id, event.change_id)


def note_alert(unit: Unit, event: DeliveryBounced) -> None:
    """The alert of a served notification came back: both sides of the case see it."""
    if event.case_id is not None:
        alerting.came_back(unit, event.case_id, event.notice_id)


def release_cases(unit: Unit, event: AccountClosed) -> None:
    """Cases stay with the town and go on, drafts go."""
    last = identity.closing.last_contact(unit, event.account_id)
    releasing.release(unit, event.account_id, last.email if last else "")


def forget_what_was_seen_too(unit: Unit, event: AccountClosed) -> None:
    seen_too.forget(unit, event.account_id)


def tell_who_sees_it_too(unit: Unit, event: CaseClosed) -> None:
    seen_too.closed(unit, event.case_id)


def carry_who_sees_it_too(unit: Unit, event: CaseMerged) -> None:
    seen_too.carry(unit, event.case_id, event.into_id)


def forget_needs(unit: Unit, event: AccountClosed) -> None:
    """What hung on the account alone. What the record has of her is the record's."""
    whose = people.needing.Whose(None, event.account_id)
    people.needing.tell(unit, whose, {}, people.needing.By(people.needing.SELF, event.account_id))


def count_received(unit: Unit, event: CaseReceived) -> None:
    insights.count(unit, event.case_id)


def count_closed(unit: Unit, event: CaseClosed) -> None:
    insights.count(unit, event.case_id)


def settle_merged(unit: Unit, event: CaseClosed) -> None:
    """What others sent and went on in this case is done with it, or goes on by itself."""
    mergers.settle(unit, event.case_id)


def count_merged(unit: Unit, event: CaseMerged) -> None:
    insights.count(unit, event.case_id)


def count_parted(unit: Unit, event: CasesParted) -> None:
    insights.count(unit, event.case_id)
