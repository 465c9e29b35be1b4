"""Roles and states that contradict what is there, or say twice what the name has said."""

from ..computed import computed
from .told import Told, every

WORDS = ("expanded", "pressed", "checked", "selected", "role")

check = Told("roles", lambda view: [computed(view), {kind: every(kind) for kind in WORDS}])
