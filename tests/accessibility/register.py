"""The register of states beside the routes: what has to be looked at, and what answers with no page."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "states.toml"


@dataclass(frozen=True)
class Register:
    states: dict[str, set[str]]
    """By address; also what no route answers: trouble, mails, letters."""
    no_page: dict[str, str]
    """Addresses that lead on or answer with no page, and why nobody looks at them."""


def register() -> Register:
    read = tomllib.loads(FILE.read_text("utf-8"))
    return Register({address: set(states) for address, states in read["states"].items()}, read["no_page"])
