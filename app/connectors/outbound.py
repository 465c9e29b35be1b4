"""The one way out by HTTP: configured hosts only, bounded in time and size, no redirects, no unit open."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx

from app.kit import db
from app.kit.towns import Town

TIMEOUT = httpx.Timeout(10, connect=5)
LARGEST = 64 * 1024
"""Bytes of an answer that are read."""


class NotConfigured(Exception):
    """The town has no such service, or the host is none of its own."""


class Unreachable(Exception):
    """No answer came, or none that can be used; trying again may help."""


@dataclass(frozen=True)
class Reply:
    status: int
    body: bytes


def hosts(town: Town) -> frozenset[str]:
    """Where this town may call: the hosts of its settings."""
    return frozenset(urlsplit(url).netloc.rpartition("@")[2] for url in _urls(town) if url)


def _urls(town: Town) -> tuple[str, ...]:
    return (town.sms_url, *(entry.partition("=")[2] for entry in town.registers.split(",")))


def post(town: Town, url: str, body: Mapping[str, Any], headers: Mapping[str, str]) -> Reply:
    """POST JSON. Raises NotConfigured for a foreign host, Unreachable when no usable answer came."""
    if db.inside_unit():
        raise RuntimeError("a call left the town while a unit of work was open")
    if urlsplit(url).netloc.rpartition("@")[2] not in hosts(town):
        raise NotConfigured(urlsplit(url).hostname or "no host")
    try:
        with (
            httpx.Client(timeout=TIMEOUT, trust_env=False, follow_redirects=False) as client,
            client.stream("POST", url, json=dict(body), headers=dict(headers)) as response,
        ):
            return Reply(response.status_code, _bounded(response))
    except httpx.HTTPError as problem:
        raise Unreachable(type(problem).__name__) from problem


def _bounded(response: httpx.Response) -> bytes:
    read = b""
    for piece in response.iter_bytes(LARGEST):
        read += piece
        if len(read) > LARGEST:
            raise Unreachable("the answer is too long")
    return read
