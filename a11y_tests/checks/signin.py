"""Signing in without a puzzle: secrets can be pasted and filled in, nothing has to be typed off or worked out."""

from .told import Told, every

check = Told("signin", lambda view: [every("code"), every("letters"), every("typed")])
