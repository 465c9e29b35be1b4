"""A door of this room: the days of rounds, and how names of streets are compared."""

from app.forms.folding import name as folded
from app.forms.folding import street as looked_for
from app.forms.round_days import days, is_round

__all__ = ["days", "folded", "is_round", "looked_for"]
