"""Who listens to what: the table of contents of the business."""

from app.cases.events import (
    CaseClosed,
    CaseMerged,
    CaseReceived,
    CasesLeft,
    CasesParted,
    CaseSplitOff,
    MessageWritten,
    OthersSaid,
)
from app.desk.watching.events import LooksRaised
from app.identity.closure.events import AccountClosed
from app.identity.events import (
    LinkAsked,
    NewDevice,
    PasskeyAdded,
    PasskeyEnded,
    RecoveryCodesMade,
    RecoveryCodeUsed,
    RolesChanged,
    SignedIn,
    StaffInvited,
    StaffJoined,
    StaffLeft,
)
from app.identity.linking import renamed, telling
from app.identity.linking.events import LinkCodeMade, PersonLinked, PersonUnlinked
from app.identity.mandating import telling as mandate_telling
from app.identity.mandating.events import (
    MandateAccepted,
    MandateEnded,
    MandateEnding,
    MandateGiven,
    MandateNewsChanged,
)
from app.identity.proving_again import telling as proving_again
from app.identity.proving_again.events import SecondProofAsked
from app.identity.readdressing import telling as readdressing_telling
from app.identity.readdressing.events import EmailAsked, EmailChanged, EmailKept, EmailProven
from app.identity.regaining import telling as regaining_telling
from app.identity.regaining.events import RegainingBegun, RegainingEnded
from app.kit.events import Listeners, on
from app.notifications.events import DeliveryBounced
from app.people.events import AddressChanged, PersonRenamed
from app.wiring import alerts, homes, listeners, staffing

EVENTS: Listeners = {
    LinkAsked: [on(LinkAsked, listeners.send_link)],
    SignedIn: [on(SignedIn, listeners.adopt_what_a_guest_did)],
    NewDevice: [on(NewDevice, alerts.new_device)],
    PasskeyAdded: [on(PasskeyAdded, alerts.passkey_added)],
    PasskeyEnded: [on(PasskeyEnded, alerts.passkey_ended)],
    LooksRaised: [on(LooksRaised, staffing.looks_raised)],
    StaffInvited: [on(StaffInvited, staffing.send_invitation)],
    StaffJoined: [on(StaffJoined, staffing.joined)],
    RolesChanged: [on(RolesChanged, staffing.roles_changed)],
    StaffLeft: [on(StaffLeft, staffing.left)],
    RecoveryCodesMade: [on(RecoveryCodesMade, alerts.codes_made)],
    RecoveryCodeUsed: [on(RecoveryCodeUsed, alerts.code_used)],
    MandateGiven: [on(MandateGiven, mandate_telling.given)],
    MandateAccepted: [on(MandateAccepted, mandate_telling.accepted)],
    MandateEnding: [on(MandateEnding, mandate_telling.ending)],
    MandateEnded: [on(MandateEnded, mandate_telling.ended)],
    MandateNewsChanged: [on(MandateNewsChanged, mandate_telling.news_changed)],
    RegainingBegun: [on(RegainingBegun, regaining_telling.begun)],
    RegainingEnded: [on(RegainingEnded, regaining_telling.ended)],
    SecondProofAsked: [on(SecondProofAsked, proving_again.asked)],
    EmailAsked: [on(EmailAsked, readdressing_telling.asked)],
    EmailProven: [on(EmailProven, readdressing_telling.proven)],
    EmailKept: [on(EmailKept, readdressing_telling.kept)],
    EmailChanged: [
        on(EmailChanged, readdressing_telling.changed),
        on(EmailChanged, listeners.note_address_in_record),
        on(EmailChanged, listeners.note_address_in_cases),
    ],
    AccountClosed: [
        on(AccountClosed, listeners.release_cases),
        on(AccountClosed, listeners.forget_needs),
        on(AccountClosed, listeners.forget_what_was_seen_too),
    ],
    LinkCodeMade: [on(LinkCodeMade, telling.code_made)],
    PersonUnlinked: [on(PersonUnlinked, telling.unlinked)],
    PersonLinked: [on(PersonLinked, listeners.prove_what_waited), on(PersonLinked, telling.linked)],
    PersonRenamed: [on(PersonRenamed, renamed.renamed), on(PersonRenamed, listeners.note_name_in_cases)],
    AddressChanged: [on(AddressChanged, homes.changed)],
    CaseReceived: [
        on(CaseReceived, listeners.audit_receipt),
        on(CaseReceived, listeners.note_barrier),
        on(CaseReceived, listeners.count_received, lane="bulk"),
    ],
    CaseClosed: [
        on(CaseClosed, listeners.close_barrier),
        on(CaseClosed, listeners.settle_merged),
        on(CaseClosed, listeners.tell_who_sees_it_too),
        on(CaseClosed, listeners.count_closed, lane="bulk"),
    ],
    OthersSaid: [on(OthersSaid, listeners.go_on)],
    CaseMerged: [
        on(CaseMerged, listeners.carry_who_sees_it_too),
        on(CaseMerged, listeners.count_merged, lane="bulk"),
    ],
    CaseSplitOff: [],
    CasesParted: [on(CasesParted, listeners.count_parted, lane="bulk")],
    CasesLeft: [on(CasesLeft, staffing.cases_left)],
    MessageWritten: [],
    DeliveryBounced: [
        on(DeliveryBounced, listeners.mark_contact_point),
        on(DeliveryBounced, listeners.note_alert),
    ],
}
