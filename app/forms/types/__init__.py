"""One file a type: `read` what a browser sent, `typed` it back into a page, `show` it, `draw` its controls."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from app.forms.controls import Control
from app.forms.reading import Typed
from app.forms.showing import Lines
from app.forms.types import (
    address,
    choice,
    choices,
    date,
    declaration,
    email,
    file,
    group,
    iban,
    identifier,
    long_text,
    money,
    month,
    note,
    number,
    organisation,
    person,
    phone,
    position,
    text,
    time,
    yes_no,
)


class Kind(NamedTuple):
    read: Callable[..., Any]
    typed: Callable[..., Typed]
    show: Callable[..., Lines]
    draw: Callable[..., tuple[Control, ...]]


_MODULES = (
    address, choice, choices, date, declaration, email, file, group, iban, identifier, long_text, money, month, note,
    number, organisation, person, phone, position, text, time, yes_no,
)  # fmt: skip
KINDS: Mapping[str, Kind] = {
    module.__name__.rpartition(".")[2]: Kind(module.read, module.typed, module.show, module.draw) for module in _MODULES
}
"""By `type`, which is also the name of the file."""
