"""The accessibility gate: it opens pages in a real browser and says what would stand in somebody's way.

It knows nothing of the portal it grew up in: give it an address, and it checks any website.
"""

from .finding import Finding
from .modes import Mode
from .view import View

__all__ = ["Finding", "Mode", "View"]
