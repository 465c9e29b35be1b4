"""What is seen can be heard, and what can be pressed is not hidden from screen readers."""

from .told import Told

check = Told("hidden")
