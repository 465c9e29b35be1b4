"""Mistakes: the field says that it is wrong, the message is tied to it, says what to do, and is said once."""

from ..computed import computed
from .told import Told, every

check = Told("errors", lambda view: [computed(view), every("vague"), every("wrong")])
