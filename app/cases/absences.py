"""A door of this room: who is away, who stands in, and that the cases follow and come back."""

from app.cases.standing_in.following import EVERY, begun, tick
from app.cases.standing_in.queries import Away, of_accounts
from app.cases.standing_in.recording import end, may_record, record, uncovered

__all__ = ["EVERY", "Away", "begun", "end", "may_record", "of_accounts", "record", "tick", "uncovered"]
