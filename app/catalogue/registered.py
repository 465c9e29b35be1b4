"""What rules of advice may ask of the register, about the person of the case."""

from collections.abc import Mapping

from app.kit.rules import Kind

REGISTER = "register"
REGISTERED: Mapping[str, Kind] = {
    "register.known": Kind("flag"),
    "register.agrees": Kind("flag"),
    "register.born": Kind("date"),
    "register.lives_here": Kind("flag"),
    "register.lives_since": Kind("date"),
}
"""`known`: the person of the case stands in it; `agrees`: name, birth date and number were written as they stand there;
`lives_here`: the address is in the town, `lives_since` since when."""
