"""What a clerk may see of one person's cases, wherever she looks at a person."""

from app.cases.views.line import Line
from app.cases.views.of_person import elsewhere, lines, messages, open_counts

__all__ = ["Line", "elsewhere", "lines", "messages", "open_counts"]
