"""Settings: from the environment or `.env`, one table, and one sentence for each that is wrong."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.kit.crypto import Keyring, make_keyring, read_keyring
from app.kit.engines import is_sqlite
from app.kit.setting_types import Blobs, Database, Level, Mail, Name, Registers, Site, Smtp, Web, Zone
from app.kit.towns import Town, Towns

PLAINLY = {
    "missing": "is missing",
    "extra_forbidden": "is no setting of a town",
    "int_parsing": "must be a whole number",
    "bool_parsing": "must be 0 or 1",
}
SENDER = "ventanilla@puertoclaro.example"
"""Who a demo's mails come from where nothing else is said."""


class Wrong(Exception):
    """A setting is wrong; the message is one sentence that names it."""


class Settings(BaseSettings):
    """The documented table is in docs/settings.md; a test holds both together."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    HOST: str = "127.0.0.1"
    PORT: Annotated[int, Field(ge=0, le=65535)] = 8000
    BASE_URL: Site = ""
    DATABASE_URL: Database = "sqlite:///var/town.db"
    BLOB_URL: Blobs = "file:var/blobs"
    BACKUPS: Path = Path("var/backups")
    KEYS: Path = Path("var/keys")
    SMTP_URL: Smtp = ""
    MAIL_FROM: Mail = ""
    SMS_URL: Web = ""
    REGISTERS: Registers = ""
    DEMO: bool = False
    OFFLINE_READING: bool = True
    TOWNS: Path | None = None
    WORKERS: Annotated[int, Field(ge=1, le=64)] = 1
    LOG_LEVEL: Level = "info"

    @model_validator(mode="after")
    def mail(self) -> "Settings":
        if self.TOWNS is None and (missing := _mail(self.DEMO, self.SMTP_URL, self.MAIL_FROM)):
            raise ValueError(missing)
        return self


class Listed(BaseModel):
    """A town of the TOWNS file. What it does not say comes from the settings."""

    model_config = ConfigDict(extra="forbid")

    name: Name
    hosts: Annotated[tuple[str, ...], Field(min_length=1)]
    base_url: Site
    database_url: Database
    blob_url: Blobs
    keys: Path | None = None
    smtp_url: Smtp | None = None
    mail_from: Mail | None = None
    sms_url: Web | None = None
    registers: Registers | None = None
    demo: bool | None = None
    zone: Zone | None = None


def load(**given: Any) -> Settings:
    """The settings of this process, or Wrong with one sentence."""
    try:
        return Settings(**given)
    except ValidationError as problem:
        name, words = _first(problem)
        raise Wrong(f"Setting {name}: {words}." if name else f"Setting {words}.") from None
    except (OSError, UnicodeError) as problem:
        raise Wrong(f"The settings in .env cannot be read ({type(problem).__name__}).") from None


def towns(settings: Settings) -> Towns:
    """The towns this process serves: one from the settings, or those of the file that TOWNS names."""
    common: dict[str, Any] = {
        "keys": _keyring(settings.KEYS),
        "smtp_url": settings.SMTP_URL,
        "mail_from": settings.MAIL_FROM or SENDER,
        "sms_url": settings.SMS_URL,
        "registers": settings.REGISTERS,
        "demo": settings.DEMO,
        "offline": settings.OFFLINE_READING,
        "backups": settings.BACKUPS,
    }
    if settings.TOWNS is None:
        base_url = settings.BASE_URL or f"http://localhost:{settings.PORT}"
        host = urlsplit(base_url).hostname or "localhost"
        return Towns(
            Town("town", (host,), base_url, settings.DATABASE_URL, settings.BLOB_URL, **common),
        )
    entries = _entries(settings.TOWNS)
    _each_its_own(entries)
    return Towns(*(_town(entry, common, settings.MAIL_FROM) for entry in entries))


def keyrings(settings: Settings) -> list[Path]:
    """Every file with root keys that these towns use."""
    entries = _entries(settings.TOWNS) if settings.TOWNS else []
    return sorted({settings.KEYS, *(entry.keys for entry in entries if entry.keys)})


def _entries(path: Path) -> list[Listed]:
    try:
        entries = yaml.safe_load(path.read_text("utf-8"))
    except (OSError, UnicodeError, yaml.YAMLError) as problem:
        raise Wrong(f"Setting TOWNS: {path} cannot be read ({problem.__class__.__name__}).") from None
    if not isinstance(entries, list) or not entries:
        raise Wrong(f"Setting TOWNS: {path} must hold a list of towns.")
    return [_listed(entry, number) for number, entry in enumerate(entries, 1)]


def _listed(entry: Any, number: int) -> Listed:
    which = str(entry.get("name") or number) if isinstance(entry, Mapping) else str(number)
    try:
        return Listed.model_validate(entry)
    except ValidationError as problem:
        name, words = _first(problem)
        said = f"{name} {words}" if name else "must be a table of names and values"
        raise Wrong(f"Setting TOWNS, town {which}: {said}.") from None


def _each_its_own(entries: list[Listed]) -> None:
    """Two towns share no name, no host and no database (on PostgreSQL each has a schema by its name)."""
    taken: set[tuple[str, str]] = set()
    for entry in entries:
        mine = {("name", entry.name), *(("host", host.lower()) for host in entry.hosts)}
        if is_sqlite(entry.database_url):
            mine.add(("database_url", entry.database_url))
        for what, value in sorted(mine & taken):
            raise Wrong(f"Setting TOWNS, town {entry.name}: {what} {value} is another town's already.")
        taken |= mine


def _town(entry: Listed, common: dict[str, Any], sender: str) -> Town:
    own = {name: getattr(entry, name) for name in ("smtp_url", "mail_from", "sms_url", "registers", "demo", "zone")}
    said = common | {name: value for name, value in own.items() if value is not None}
    if missing := _mail(said["demo"], said["smtp_url"], entry.mail_from or sender):
        raise Wrong(f"Setting TOWNS, town {entry.name}: {missing.lower()}.")
    if entry.keys:
        said["keys"] = _keyring(entry.keys)
    hosts = tuple(host.lower() for host in entry.hosts)
    return Town(entry.name, hosts, entry.base_url, entry.database_url, entry.blob_url, **said)


def _mail(demo: bool, smtp_url: str, mail_from: str) -> str:
    """What is missing for sending mails, "" if nothing."""
    if not demo and not smtp_url:
        return "SMTP_URL is missing: a town that is not a demo needs a mail server"
    if smtp_url and not mail_from:
        return "MAIL_FROM is missing: mails need an address to come from"
    return ""


def _first(problem: ValidationError) -> tuple[str, str]:
    """The first thing that is wrong: its name ("" when it is several together), and what about it."""
    first = problem.errors()[0]
    words = str(first["msg"]).removeprefix("Value error, ").replace("Input should be", "must be")
    words = PLAINLY.get(first["type"], words)
    return ".".join(str(part) for part in first["loc"]), words


def _keyring(path: Path) -> Keyring:
    try:
        if not path.exists():
            make_keyring(path)
        return read_keyring(path)
    except OSError as problem:
        raise Wrong(f"Setting KEYS: {path} cannot be used ({problem.strerror or type(problem).__name__}).") from None
    except ValueError:
        raise Wrong(f"Setting KEYS: {path} is no keyring of ours.") from None
