"""Fields: labels seen and tied, groups with a name, words for what is required, tokens for one's own details."""

from collections.abc import Iterator

from ..finding import Finding
from ..view import View
from .told import every, told

OWN = ("name", "given-name", "family-name", "email", "tel", "bday", "street-address", "postal-code")


def check(view: View) -> Iterator[Finding]:
    own = {token: every(token) for token in OWN}
    yield from told(view, "forms", own, every("required"), every("yours"), every("again"))
