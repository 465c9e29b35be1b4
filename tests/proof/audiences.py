"""Whom a route answers about Amina's things."""

from enum import Enum


class For(Enum):
    """Read in `whom.py`, route by route."""

    ALL = "the same for everybody, and nothing of anybody"
    EACH = "for everybody, about herself only"
    SIGNED = "for whoever signed in, about herself only"
    OWNER = "for Amina only"
    SIGNED_OWNER = "for Amina only, who signed in"
    STAFF = "for staff, about their departments"
    SUPERVISORS = "for those who answer for the work of others, about numbers"
    LEADERS = "for the supervisors of a department"
    ADMINISTRATORS = "for those who run the town, about staff"
    WORKERS = "for every member of staff, about herself only"
    AUTHOR = "for the member of staff who made it, about the queue"
    TOLD = "for the staff of the department that an answer is about"
    CLERKS = "for the clerks of the department of her case"
    REVIEWERS = "for the clerks of the department that decides on her appeal"
    TAKER = "for the member of staff who fills it in for her"
    HELPER = "for whoever acts for her"
    COUNTER = "for every clerk who serves people, about anybody of the record"
    HOLDER = "for whoever holds the one-time link"
