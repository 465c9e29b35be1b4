"""Regions that announce their changes can be heard, are small, stand alone, and interrupt for urgent things only."""

from .told import Told, every

check = Told("status", lambda view: [every("wrong")])
