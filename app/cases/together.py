"""A door of this room: tasks, mentions, cases that belong together, and those that are one."""

from app.cases import mergers, splits
from app.cases.teamwork import mentions, related, tasks

__all__ = ["mentions", "mergers", "related", "splits", "tasks"]
