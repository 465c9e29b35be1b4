"""A door of this room: tasks, mentions, and cases that belong together."""

from app.cases.teamwork import mentions, related, tasks

__all__ = ["mentions", "related", "tasks"]
