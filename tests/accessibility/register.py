"""The register of states beside the routes: what has to be looked at, and what answers with no page."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "states.toml"


States = dict[str, set[str]]
"""By address; also what no route answers: trouble, mails, letters."""


@dataclass(frozen=True)
class Register:
    states: dict[str, States]
    """By the chapter that comes to them."""
    no_page: dict[str, str]
    """Addresses that lead on or answer with no page, and why nobody looks at them."""

    @property
    def every_state(self) -> States:
        """Of all chapters together."""
        return {
            address: set().union(*(states.get(address, set()) for states in self.states.values()))
            for address in self.addresses
        }

    @property
    def addresses(self) -> set[str]:
        return {address for states in self.states.values() for address in states}


def register() -> Register:
    read = tomllib.loads(FILE.read_text("utf-8"))
    no_page = read.pop("no_page")
    return Register(
        {chapter: {address: set(states) for address, states in listed.items()} for chapter, listed in read.items()},
        no_page,
    )
