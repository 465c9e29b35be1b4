"""Words that only some people can follow: told by shape, colour or place, spaced out, painted, or all the same."""

from .told import Told, every

check = Told("wording", lambda view: [every("control"), every("sense")])
