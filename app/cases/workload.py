"""Cases as somebody's work: what she holds, to whom it goes when she leaves, and what of others she opened."""

from app.cases.handing import held, pass_on
from app.cases.others_work import her_people, not_hers

__all__ = ["held", "her_people", "not_hers", "pass_on"]
