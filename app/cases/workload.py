"""Cases as somebody's work: how many she holds, and to whom they go when she leaves."""

from app.cases.handing import held, pass_on

__all__ = ["held", "pass_on"]
