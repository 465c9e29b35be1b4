"""A door of this room: what the rules would do with a case, and why."""

from app.cases.advising.weighing import against
from app.cases.views.advice import Advice, advice, otherwise

__all__ = ["Advice", "advice", "against", "otherwise"]
