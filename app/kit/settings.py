"""Settings: from the environment or `.env`, one table, and one sentence for each that is wrong."""

import logging
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import yaml
from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from app.kit.crypto import Keyring, make_keyring, read_keyring
from app.kit.towns import Town, Towns

OWN = ("smtp_url", "mail_from", "sms_url", "demo", "zone")
"""What a town of the TOWNS file may set for itself beside its places and keys."""


class Wrong(Exception):
    """A setting is wrong; the message is one sentence that names it."""


class Settings(BaseSettings):
    """The documented table is in docs/settings.md; a test holds both together."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    HOST: str = "127.0.0.1"
    PORT: Annotated[int, Field(ge=0, le=65535)] = 8000
    BASE_URL: str = ""
    DATABASE_URL: str = "sqlite:///var/town.db"
    BLOB_URL: str = "file:var/blobs"
    KEYS: Path = Path("var/keys")
    SMTP_URL: str = ""
    MAIL_FROM: str = ""
    SMS_URL: str = ""
    DEMO: bool = False
    TOWNS: Path | None = None
    WORKERS: Annotated[int, Field(ge=1, le=64)] = 1
    LOG_LEVEL: str = "info"

    @field_validator("DATABASE_URL")
    @classmethod
    def database(cls, url: str) -> str:
        try:
            driver = make_url(url).drivername.partition("+")[0]
        except ArgumentError:
            raise ValueError("is not a database address") from None
        if driver not in ("sqlite", "postgresql"):
            raise ValueError("must begin with sqlite:/// or postgresql://")
        return url

    @field_validator("BASE_URL", "SMS_URL")
    @classmethod
    def web(cls, url: str) -> str:
        if url and (urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).hostname):
            raise ValueError("must begin with http:// or https://")
        return url.rstrip("/")

    @field_validator("SMTP_URL")
    @classmethod
    def smtp(cls, url: str) -> str:
        if url and (urlsplit(url).scheme not in ("smtp", "smtps", "starttls") or not urlsplit(url).hostname):
            raise ValueError("must begin with smtp://, starttls:// or smtps://")
        return url

    @field_validator("LOG_LEVEL")
    @classmethod
    def level(cls, name: str) -> str:
        if name.upper() not in logging.getLevelNamesMapping():
            raise ValueError("must be debug, info, warning or error")
        return name.lower()

    @field_validator("BLOB_URL")
    @classmethod
    def blobs(cls, url: str) -> str:
        if not url.startswith(("file:", "s3://")):
            raise ValueError("must begin with file: or s3://")
        return url

    @model_validator(mode="after")
    def mail(self) -> "Settings":
        if not self.DEMO and not self.SMTP_URL:
            raise ValueError("SMTP_URL is missing: a town that is not a demo needs a mail server")
        if self.SMTP_URL and not self.MAIL_FROM:
            raise ValueError("MAIL_FROM is missing: mails need an address to come from")
        return self


def load(**given: Any) -> Settings:
    """The settings of this process, or Wrong with one sentence."""
    try:
        return Settings(**given)
    except ValidationError as problem:
        first = problem.errors()[0]
        words = str(first["msg"]).removeprefix("Value error, ")
        name = ".".join(str(part) for part in first["loc"])
        raise Wrong(f"Setting {name}: {words}." if name else f"Setting {words}.") from None


def towns(settings: Settings) -> Towns:
    """The towns this process serves: one from the settings, or those of the file that TOWNS names."""
    keys = _keyring(settings.KEYS)
    base_url = settings.BASE_URL or f"http://localhost:{settings.PORT}"
    common: dict[str, Any] = {
        "keys": keys,
        "smtp_url": settings.SMTP_URL,
        "mail_from": settings.MAIL_FROM or "ventanilla@puertoclaro.example",
        "sms_url": settings.SMS_URL,
        "demo": settings.DEMO,
    }
    if settings.TOWNS is None:
        host = urlsplit(base_url).hostname or "localhost"
        return Towns(
            Town("town", (host,), base_url, settings.DATABASE_URL, settings.BLOB_URL, **common),
        )
    return Towns(*(_listed(entry, common) for entry in _entries(settings.TOWNS)))


def keyrings(settings: Settings) -> list[Path]:
    """Every file with root keys that these towns use."""
    entries = _entries(settings.TOWNS) if settings.TOWNS else []
    return sorted({settings.KEYS, *(Path(entry["keys"]) for entry in entries if "keys" in entry)})


def _entries(path: Path) -> list[dict[str, Any]]:
    try:
        entries = yaml.safe_load(path.read_text())
    except (OSError, yaml.YAMLError) as problem:
        raise Wrong(f"Setting TOWNS: {path} cannot be read ({problem.__class__.__name__}).") from None
    if not isinstance(entries, list) or not entries:
        raise Wrong(f"Setting TOWNS: {path} must hold a list of towns.")
    return entries


def _listed(entry: dict[str, Any], common: dict[str, Any]) -> Town:
    for name in ("name", "hosts", "base_url", "database_url", "blob_url"):
        if not entry.get(name):
            raise Wrong(f"Setting TOWNS: a town has no {name}.")
    own: dict[str, Any] = {name: entry[name] for name in OWN if name in entry}
    if "keys" in entry:
        own["keys"] = _keyring(Path(entry["keys"]))
    places = [entry[name] for name in ("base_url", "database_url", "blob_url")]
    return Town(entry["name"], tuple(entry["hosts"]), *places, **common | own)


def _keyring(path: Path) -> Keyring:
    try:
        if not path.exists():
            make_keyring(path)
        return read_keyring(path)
    except (OSError, ValueError) as problem:
        raise Wrong(f"Setting KEYS: {path} cannot be used ({problem}).") from None
