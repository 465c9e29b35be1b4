"""Ids stand once, and what points at something finds it."""

from .told import Told

check = Told("references")
