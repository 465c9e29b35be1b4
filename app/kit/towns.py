"""A town is a database, never a column: everything a request needs to know about the one it is for."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.kit.clock import Clock
from app.kit.crypto import Keyring

LOCALES = ("en", "es", "zh-Hant", "ar")


@dataclass(frozen=True)
class Town:
    """`name` is also the schema on PostgreSQL. `base_url` has no slash at its end. `sms_url` is "" without SMS,
    `registers` are those of other offices that may be asked: name=address, with commas between. `offline`: whether
    browsers may keep public pages to read without network. `backups` is where a schema is dumped before it is
    migrated."""

    name: str
    hosts: tuple[str, ...]
    base_url: str
    database_url: str
    blob_url: str
    keys: Keyring
    locales: tuple[str, ...] = LOCALES
    zone: str = "Europe/Madrid"
    smtp_url: str = ""
    mail_from: str = ""
    sms_url: str = ""
    registers: str = ""
    demo: bool = False
    offline: bool = True
    backups: Path = Path("var/backups")
    clock: Clock = field(default_factory=Clock, compare=False)

    def register(self, name: str) -> str:
        """The address of another office's register, with the key in it; "" for none."""
        listed = dict(entry.strip().partition("=")[::2] for entry in self.registers.split(","))
        return listed.get(name, "")

    def at(self, database_url: str, blob_url: str, clock: Clock) -> "Town":
        """The same town elsewhere in space and time: a scratch town."""
        return replace(self, database_url=database_url, blob_url=blob_url, clock=clock)


class Towns:
    """Which town a host name means. With one town every host means it."""

    def __init__(self, *towns: Town) -> None:
        self.all = towns
        self._by_host: Mapping[str, Town] = {host: town for town in towns for host in town.hosts}

    def by_host(self, host: str) -> Town | None:
        if len(self.all) == 1:
            return self.all[0]
        plain = host.lower().rsplit(":", 1)[0] if host.rpartition(":")[2].isdecimal() else host.lower()
        return self._by_host.get(plain.removesuffix("."))
