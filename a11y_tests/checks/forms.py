"""Fields: labels seen and tied, groups with a name, words for what is required, tokens for one's own details."""

from .told import Told, every

OWN = ("name", "given-name", "family-name", "email", "tel", "bday", "street-address", "postal-code")

check = Told(
    "forms",
    lambda view: [{token: every(token) for token in OWN}, every("required"), every("yours"), every("again")],
)
