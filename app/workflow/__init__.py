"""How a case moves: states, transitions, and the step from one to the next.

Pure: no tables, no routes. `cases` stores what a step says and carries out its actions; `catalogue` asks `check`
before a workflow may be published.
"""

# ruff: noqa: I001
from app.workflow.checks import check
from app.workflow.definition import (
    CONFIRMED, REQUEST, Action, Invite, Issue, Notify, Record, RequestInformation, State, Transition, Workflow,
)  # fmt: skip
from app.workflow.errors import Missing, NotFromHere, NotHeard, NotYours, Runaway, StepRefused, UnknownTransition
from app.workflow.offers import is_plain, is_settled, offers, unmoved
from app.workflow.places import Finding, actions
from app.workflow.step import Due, Event, Press, Remind, Start, Step, Trigger, held, step
from app.workflow.terms import PROFILE_TERMS, ClockSetting, ServiceClock, Silence, Term
from app.workflow.texts import text_keys
from app.workflow.timers import Calendar, Timer, timers

# fmt: off
__all__ = [
    "CONFIRMED", "PROFILE_TERMS",
    "REQUEST", "Action", "Calendar", "ClockSetting", "Due", "Event", "Finding", "Invite", "Issue", "Missing",
    "NotFromHere",
    "NotHeard", "NotYours", "Notify", "Press", "Record", "Remind", "RequestInformation", "Runaway", "ServiceClock",
    "Silence", "Start", "State", "Step", "StepRefused", "Term", "Timer", "Transition", "Trigger",
    "UnknownTransition", "Workflow",
    "actions", "check", "held", "is_plain", "is_settled", "offers", "step", "text_keys", "timers", "unmoved",
]
