"""One-time links are made when a message leaves, by the room that knows them; no payload ever holds one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from app.kit.db import Unit
from app.notifications.notice import Link, Mint, Minted, Notice

Minter: TypeAlias = Callable[[Unit, Mapping[str, str]], Minted | str]
"""Reads only: it gets the read unit of a job, and may be asked again when a message is tried again."""


@dataclass(frozen=True)
class Sender:
    """Who a message comes from, in the person's language: the town's name, the lines of its address, its number."""

    name: str
    address: tuple[str, ...] = ()
    phone: str = ""


Naming: TypeAlias = Callable[[Unit, str], Sender]


def plain(unit: Unit, locale: str) -> Sender:
    """The sender while nobody has said how the town is called."""
    return Sender(unit.town.name)


MINTERS: dict[str, Minter] = {}
_naming: list[Naming] = [plain]


def install(minters: Mapping[str, Minter], naming: Naming) -> None:
    """Tell this room who mints one-time links, and how a town is named in a language (`wiring` does, once)."""
    MINTERS.clear()
    MINTERS.update(minters)
    _naming[:] = [naming]


def sender(unit: Unit, locale: str) -> Sender:
    return _naming[0](unit, locale)


@dataclass(frozen=True)
class Action:
    """The link of a message as it leaves: whole address, words, and the code that does the same by hand. `url` is ""
    where there is only a code."""

    url: str
    label: str
    code: str = ""


def action(unit: Unit, notice: Notice) -> Action | None:
    """The link of a notice, minted now where it is a one-time one."""
    return _made(unit, notice, notice.link)


def aside(unit: Unit, notice: Notice) -> Action | None:
    """The quiet link of a mail, None where there is none by now."""
    made = _made(unit, notice, notice.aside)
    return made if made and made.url else None


def _made(unit: Unit, notice: Notice, link: Link | Mint | None) -> Action | None:
    home = f"{unit.town.base_url}/{notice.recipient.locale}"
    match link:
        case Link(path, label):
            return Action(home + path, label)
        case Mint(minter, args, label):
            made = MINTERS[minter](unit, args)
            minted = made if isinstance(made, Minted) else Minted(made)
            return Action(home + minted.path if minted.path else "", label, minted.code)
        case None:
            return None
