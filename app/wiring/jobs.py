"""Every job by name, and the schedules. `install` tells the house once, before the first event of a process."""

from collections.abc import Mapping
from datetime import timedelta

from app import cases, catalogue, identity, insights, notifications
from app.cases import deciding, drafts, following, messaging, moving, proving, releasing, rounds, stepping, timers
from app.cases.alike import news
from app.cases.claims import by_code
from app.cases.counter import declaring
from app.cases.events import CaseReceived, MessageWritten
from app.cases.queueing import stepping as together
from app.cases.rights import opening, outages, serving
from app.codesign import standing, trying
from app.desk.watching import reviewing
from app.identity import ceremonies
from app.identity.closure import forgetting, unused
from app.identity.linking import letters
from app.identity.mandating import ending
from app.identity.proving_again import telling as proving_again
from app.identity.proving_again import verbs as second_proofs
from app.identity.readdressing import telling as readdressing
from app.identity.readdressing import verbs as readdress
from app.identity.regaining import telling as regaining
from app.identity.regaining import verbs
from app.insights.feedback import giving
from app.kit import audit_seals, blobs, db, events, guard, keys, presses, unsent
from app.kit.jobs import Call, Change, Jobs
from app.kit.schedules import Schedule, Tick
from app.notifications.delivering import JOBS as DELIVERIES
from app.wiring.events import EVENTS


def seal_audit(unit: db.Unit, tick: Tick) -> None:
    audit_seals.seal_minute(unit)


def rewrap_keys(unit: db.Unit, tick: Tick) -> None:
    """After a rotation: by and by, so that nothing waits for it."""
    keys.rewrap(unit, 500)


def sweep_drafts(unit: db.Unit, tick: Tick) -> None:
    drafts.sweep(unit)


def sweep_limits(unit: db.Unit, tick: Tick) -> None:
    guard.sweep(unit)
    presses.sweep(unit)


def sweep_challenges(unit: db.Unit, tick: Tick) -> None:
    ceremonies.sweep(unit)
    second_proofs.sweep(unit)


def end_mandates(unit: db.Unit, tick: Tick) -> None:
    ending.sweep(unit)


def forget_closed(unit: db.Unit, tick: Tick) -> None:
    forgetting.sweep(unit)


def close_unused(unit: db.Unit, tick: Tick) -> None:
    unused.sweep(unit, releasing.busy)


def sweep_unsent(unit: db.Unit, tick: Tick) -> None:
    unsent.sweep(unit)


def sweep_feedback(unit: db.Unit, tick: Tick) -> None:
    giving.sweep(unit)
    giving.mix(unit)
    cases.easy.sweep(unit)


def sweep_news(unit: db.Unit, tick: Tick) -> None:
    news.forgetting.sweep(unit)


def review_looks(unit: db.Unit, tick: Tick) -> None:
    reviewing.review(unit)


def sum_months(unit: db.Unit, tick: Tick) -> None:
    insights.sum_due(unit)


def tell_decision(unit: db.Unit, args: deciding.ToTell) -> None:
    deciding.tell(unit, args)


def tell_message(unit: db.Unit, args: MessageWritten) -> None:
    messaging.tell(unit, args)


SWEEP = Call(Tick, lambda unit, tick: unit.town, blobs.sweep, lambda unit, tick, strays: None)

SCHEDULES = (
    Schedule("kit.seal_audit", timedelta(minutes=1), Change(Tick, seal_audit)),
    Schedule("kit.rewrap_keys", timedelta(minutes=10), Change(Tick, rewrap_keys)),
    Schedule("kit.sweep_blobs", timedelta(hours=6), SWEEP),
    Schedule("kit.sweep_limits", timedelta(hours=1), Change(Tick, sweep_limits)),
    Schedule("kit.sweep_unsent", timedelta(hours=1), Change(Tick, sweep_unsent)),
    Schedule("identity.end_mandates", timedelta(hours=1), Change(Tick, end_mandates)),
    Schedule("identity.close_unused", timedelta(days=1), Change(Tick, close_unused)),
    Schedule("identity.forget_closed", timedelta(hours=6), Change(Tick, forget_closed)),
    Schedule("identity.sweep_challenges", timedelta(hours=1), Change(Tick, sweep_challenges)),
    Schedule("insights.sweep_feedback", timedelta(days=1), Change(Tick, sweep_feedback)),
    Schedule("desk.review_looks", timedelta(minutes=10), Change(Tick, review_looks)),
    Schedule("insights.sum_months", insights.SUMMED_EVERY, Change(Tick, sum_months)),
    Schedule("cases.absences", cases.absences.EVERY, Change(Tick, cases.absences.tick)),
    Schedule("cases.sweep_news", timedelta(hours=1), Change(Tick, sweep_news)),
    Schedule("cases.sweep_drafts", timedelta(hours=1), Change(Tick, sweep_drafts)),
)

JOBS: Jobs = {
    **DELIVERIES,
    timers.TIMER: Change(timers.TimerDue, stepping.timer),
    moving.PROOF_OVER: Change(CaseReceived, proving.lapse),
    deciding.TELL: Change(deciding.ToTell, tell_decision),
    messaging.TELL: Change(MessageWritten, tell_message),
    verbs.JOB: Change(verbs.Regain, verbs.finish),
    readdress.JOB: Change(readdress.Readdress, readdress.finish),
    letters.JOB: Change(letters.Asked, letters.send),
    serving.JOB: Change(serving.Lies, opening.expire),
    together.JOB: Change(together.ToStep, together.take),
    outages.JOB: Change(outages.Recorded, outages.concern),
    outages.CASE_JOB: Change(outages.Concerned, outages.move),
    by_code.JOB: Change(by_code.Claim, by_code.send),
    following.JOB: Change(following.Follow, following.send),
    news.asking.JOB: Change(news.asking.Ask, news.asking.send),
}


def mint_sign_in(unit: db.Unit, args: Mapping[str, str]) -> notifications.Minted:
    path, code = identity.minted(unit, args["link"])
    return notifications.Minted(path, code)


def sender(unit: db.Unit, locale: str) -> notifications.Sender:
    """How the town is named in a message."""
    town = catalogue.town(unit, locale)
    if town is None:
        return notifications.Sender(unit.town.name)
    return notifications.Sender(str(town.name), (str(town.address),), town.phone)


def install() -> Jobs:
    """Install listeners, minters and companions; the jobs by name, for a worker."""
    notifications.install(
        {
            "sign_in": mint_sign_in,
            "follow": following.mint,
            news.asking.MINTER: news.asking.mint,
            rounds.ENDING: rounds.mint,
            cases.easy.MINTER: cases.easy.mint,
            by_code.MINTER: by_code.mint,
            declaring.MINTER: declaring.mint,
            letters.MINTER: letters.mint,
            verbs.MINTER: regaining.mint,
            second_proofs.MINTER: proving_again.mint,
            readdress.MINTER: readdressing.mint,
            readdress.STOPPER: readdressing.mint_stop,
            trying.MINTER: trying.mint,
        },
        sender,
    )
    cases.accompany(standing.SERVICE, trying.Companion())
    return {**events.install(EVENTS), **JOBS, **{schedule.name: schedule.job for schedule in SCHEDULES}}
