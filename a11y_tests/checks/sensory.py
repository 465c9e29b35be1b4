"""Nothing is said by colour alone: where a link is in running text, what is asked, what is wrong (WCAG 1.4.1)."""

from .told import Told

check = Told("sensory")
