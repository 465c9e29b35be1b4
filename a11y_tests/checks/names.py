"""Names as they are computed: there, true to what is shown, different for different things, saying something."""

from ..computed import computed
from .told import Told, every

WORDS = ("alone", "nothing", "picture")

check = Told("names", lambda view: [computed(view), {kind: every(kind) for kind in WORDS}])
