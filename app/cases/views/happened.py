"""What happened to a case in a few words each, for its person and for the staff."""

from app.cases import readdressed, released, remaining
from app.cases.counter import calling, choosing_for
from app.cases.homes import noting as homes
from app.cases.views import merged
from app.kit.i18n import N_

PERSON = {
    "submitted": N_("You sent the form"),
    "answered": N_("You sent your answer"),
    "claimed": N_("You took it into your account"),
    readdressed.STEP: N_("Your account has another e-mail address"),
    released.STEP: N_("You closed your account. The case goes on"),
    "proven": N_("You showed who you are"),
    homes.STEP: N_("Your address was changed in the town’s record"),
    "renamed": N_("Your name was changed in the town’s record"),
    "unproven": N_("Closed: nobody showed us in time who sent it"),
    "extended": N_("We need more time to decide"),
    "outage": N_("The portal did not work"),
    "more_time": N_("More time to answer"),
    "corrected": N_("The decision was corrected"),
    "served_available": N_("A notification was made available to you"),
    "served_alert_bounced": N_("Our message about the notification came back. It still waits for you here"),
    "served_opened": N_("You opened the notification"),
    "served_refused": N_("You refused the notification"),
    "served_handed": N_("You took the decision at the window"),
    "served_not_taken": N_("You did not want the decision at the window"),
    "served_expired": N_("The notification was not opened in time: it counts as served"),
    "served_by_letter": N_("The decision goes to you by post"),
    "appealed": N_("There is an appeal against the decision"),
    "appeal_confirms": N_("On appeal the decision stays"),
    "appeal_changes": N_("On appeal the decision was changed"),
    "appeal_changes_in_part": N_("On appeal a part of the decision was changed"),
    "appeal_sends_back": N_("On appeal the case was sent back, to be decided again"),
    "merged": merged.PERSON,
    "merged_in": N_("Another request for the same was added"),
    "parted": N_("It goes on by itself again"),
    "split_off": N_("A second case was opened from it"),
    "split_from": N_("Opened as a case of its own"),
    "parted_from": N_("The other request goes on by itself again"),
    "other_agreed": N_("Somebody you named said yes"),
}
FOR_HER = {
    "counter": N_("The office filled this in for you, at the window"),
    "phone": N_("The office filled this in for you, on the phone"),
    "post": N_("The office filled this in for you, from paper"),
}
"""What staff do for the person."""
YOU_CHOSE = {
    "counter": N_("You said at the window: “%(what)s”"),
    "phone": N_("You said on the phone: “%(what)s”"),
    "post": N_("You wrote in a letter: “%(what)s”"),
}
CHOSE = {
    "counter": N_("The person said at the window: “%(what)s”"),
    "phone": N_("The person said on the phone: “%(what)s”"),
    "post": N_("The person wrote in a letter: “%(what)s”"),
}
"""What the person chose, and staff wrote down."""
BESIDE = (
    "other_agreed",
    "other_declined",
    calling.CALLED,
    remaining.CAME_IN,
    choosing_for.STEP,
    readdressed.STEP,
    released.STEP,
    homes.STEP,
)
"""What happens beside the case and moves it nowhere."""
CALLED = {"counter": N_("A visit"), "phone": N_("A call"), "post": N_("A letter")}
STAFF = {
    "submitted": N_("The form was sent"),
    "answered": N_("The person sent the answer"),
    "claimed": N_("The person took it into an account"),
    readdressed.STEP: N_("The person has another e-mail address"),
    released.STEP: N_("The person closed the account. The case goes on"),
    "proven": N_("The person showed who sent it"),
    homes.STEP: N_("The person lives somewhere else now"),
    "renamed": N_("The person has another name in the town’s record"),
    "unproven": N_("Closed: nobody showed us in time who sent it"),
    "extended": N_("More time to decide"),
    "outage": N_("The portal did not work"),
    "corrected": N_("The decision was corrected"),
    "served_available": N_("The decision was made available in the portal"),
    "served_alert_bounced": N_("The message about the notification came back; what was made available stays so"),
    "served_opened": N_("The person opened the notification"),
    "served_refused": N_("The person refused the notification"),
    "served_handed": N_("The person took the decision at the window"),
    "served_not_taken": N_("The person did not want the decision at the window"),
    "served_expired": N_("Nobody opened the notification in time: it counts as served"),
    "served_by_letter": N_("The decision goes to the person by post"),
    "appealed": N_("There is an appeal against the decision"),
    "appeal_confirms": N_("On appeal the decision stays"),
    "appeal_changes": N_("On appeal the decision was changed"),
    "appeal_changes_in_part": N_("On appeal a part of the decision was changed"),
    "appeal_sends_back": N_("On appeal the case was sent back, to be decided again"),
    "recalled": N_("The decision was recalled before it was told"),
    "message_recalled": N_("A message was recalled before it was told"),
    "assigned": N_("Given to a clerk"),
    "handed": N_("Handed over to a clerk, with a note"),
    "more_time": N_("More time to answer"),
    "stood_in": N_("With the stand-in of a clerk who is away"),
    "left": N_("With nobody: a clerk is away, and the stand-in does not work in this department"),
    "came_back": N_("Back with the clerk who was away"),
    "merged": merged.STAFF,
    "merged_in": N_("Another case was merged into it"),
    "parted": N_("Taken apart: it goes on by itself again"),
    "parted_from": N_("Taken apart: the other case goes on by itself again"),
    "split_off": N_("A second case was opened from it"),
    "split_from": N_("Opened as a case of its own"),
    "message_beside": N_("There is a message in a merged case"),
    "other_agreed": N_("Somebody who is named said yes"),
    "other_declined": N_("Somebody who is named said no"),
    "unplanned": N_("What was planned with others was taken back"),
    "unassigned": N_("Given back: nobody has it now"),
}
