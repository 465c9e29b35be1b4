"""What a setting may be. Each check raises the end of one sentence that begins with the setting's name."""

from email.utils import parseaddr
from re import fullmatch
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import AfterValidator
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError


def _database(url: str) -> str:
    try:
        made = make_url(url)
    except (ArgumentError, ValueError):
        raise ValueError("is not a database address") from None
    driver = made.drivername.partition("+")[0]
    if driver not in ("sqlite", "postgresql"):
        raise ValueError("must begin with sqlite:/// or postgresql://")
    if driver == "sqlite" and made.database in (None, "", ":memory:"):
        raise ValueError("must name a file, such as sqlite:///var/town.db")
    return url


def _web(url: str) -> str:
    if url and (_scheme(url) not in ("http", "https") or not urlsplit(url).hostname):
        raise ValueError("must begin with http:// or https://")
    return url.rstrip("/")


def _site(url: str) -> str:
    plain = _web(url)
    if plain and (urlsplit(plain).path or urlsplit(plain).query or urlsplit(plain).fragment):
        raise ValueError("must have no path, such as https://town.example")
    return plain


def _registers(listed: str) -> str:
    for entry in filter(None, (part.strip() for part in listed.split(","))):
        name, found, url = entry.partition("=")
        if not found or not fullmatch("[a-z][a-z0-9_]{0,39}", name):
            raise ValueError("must be names and addresses, such as tax_office=https://town:key@taxes.example/figures")
        _web(url)
    return listed


def _smtp(url: str) -> str:
    if url and (_scheme(url) not in ("smtp", "smtps", "starttls") or not urlsplit(url).hostname):
        raise ValueError("must begin with smtp://, starttls:// or smtps://")
    return url


def _scheme(url: str) -> str:
    """The scheme of an address whose host and port can be read, else ""."""
    try:
        parts = urlsplit(url)
        return parts.scheme if parts.port != 0 else ""
    except ValueError:
        return ""


def _mail(address: str) -> str:
    if address and "@" not in parseaddr(address)[1].strip("@"):
        raise ValueError("must be an e-mail address, such as Puerto Claro <window@town.example>")
    return address


def _blobs(url: str) -> str:
    if not url.startswith(("file:", "s3://")) or url in ("file:", "s3://"):
        raise ValueError("must begin with file: or s3://")
    return url


def _level(name: str) -> str:
    if name.lower() not in ("debug", "info", "warning", "error"):
        raise ValueError("must be debug, info, warning or error")
    return name.lower()


def _name(name: str) -> str:
    """Also the name of a schema on PostgreSQL, whose own begin with pg_."""
    if not fullmatch("[a-z][a-z0-9_]{0,40}", name) or name.startswith("pg_"):
        raise ValueError("must be small letters, digits and underscores, such as puerto_claro")
    return name


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (OSError, ValueError, KeyError):
        raise ValueError("is not a time zone, such as Europe/Madrid") from None


Database = Annotated[str, AfterValidator(_database)]
Web = Annotated[str, AfterValidator(_web)]
Site = Annotated[str, AfterValidator(_site)]
Registers = Annotated[str, AfterValidator(_registers)]
Smtp = Annotated[str, AfterValidator(_smtp)]
Mail = Annotated[str, AfterValidator(_mail)]
Blobs = Annotated[str, AfterValidator(_blobs)]
Name = Annotated[str, AfterValidator(_name)]
Level = Annotated[str, AfterValidator(_level)]
Zone = Annotated[str, AfterValidator(_zone)]
