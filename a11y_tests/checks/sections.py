"""Helps for reading that level AAA asks for, as far as a machine can measure them; all are minor but one."""

from .told import Told

check = Told("sections")
