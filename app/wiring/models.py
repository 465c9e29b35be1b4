"""Every table of the house: importing this fills SQLModel.metadata."""

from sqlmodel import SQLModel

from app.cases import models as cases
from app.cases.alike import models as alike
from app.cases.applying import models as applying
from app.cases.claims import models as claims
from app.cases.confirming import models as confirming
from app.cases.counter import models as counter
from app.cases.easing import models as easing
from app.cases.homes import models as case_homes
from app.cases.merging import models as merging
from app.cases.queueing import models as queueing
from app.cases.rights import models as rights
from app.cases.sampling import models as sampling
from app.cases.splitting import models as splitting
from app.cases.standing_in import models as standing_in
from app.cases.teamwork import models as teamwork
from app.catalogue import models as catalogue
from app.codesign import models as codesign
from app.desk import models as desk
from app.desk.watching import models as watching
from app.documents import models as documents
from app.identity import models as identity
from app.identity.linking import models as linking
from app.identity.mandating import models as mandating
from app.identity.proving_again import models as proving_again
from app.identity.readdressing import models as readdressing
from app.identity.regaining import models as regaining
from app.identity.staffing import models as staffing
from app.insights import models as insights
from app.insights.feedback import models as feedback
from app.kit import (
    audit,
    audit_seals,
    blobs,
    events,
    guard,
    heartbeat,
    jobs,
    keys,
    presses,
    schedules,
    unfinished,
    unsent,
)
from app.notifications import models as notifications
from app.people import models as people
from app.people.homes import models as homes

KIT = (audit, audit_seals, blobs, events, guard, heartbeat, jobs, keys, presses, schedules, unfinished, unsent)
ROOMS = (
    applying,
    case_homes,
    alike,
    cases,
    catalogue,
    claims,
    codesign,
    confirming,
    counter,
    desk,
    documents,
    easing,
    feedback,
    homes,
    identity,
    insights,
    linking,
    mandating,
    merging,
    proving_again,
    readdressing,
    regaining,
    notifications,
    people,
    queueing,
    rights,
    sampling,
    splitting,
    staffing,
    standing_in,
    teamwork,
    watching,
)
METADATA = SQLModel.metadata
