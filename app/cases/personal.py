"""What a clerk may see of one person's cases, wherever she looks at a person."""

from app.cases.views.of_person import elsewhere, lines, open_counts

__all__ = ["elsewhere", "lines", "open_counts"]
