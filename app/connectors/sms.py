"""Text messages: JSON to the gateway of the settings, with a key that keeps a repeated call from a second message."""

import json
from dataclasses import dataclass

from app.connectors.outbound import NotConfigured, Reply, Unreachable, post
from app.kit.towns import Town

LASTING = frozenset({400, 410, 422})
"""Refusals of this number or text. All others (a wrong password, a wrong address of ours) somebody can mend."""


@dataclass(frozen=True)
class Sent:
    """The gateway has it; `reference` is its own name for the message, or ""."""

    reference: str


@dataclass(frozen=True)
class Failed:
    """`lasting`: trying again does not help, another channel may."""

    reason: str
    lasting: bool


def send_sms(town: Town, to: str, text: str, key: str) -> Sent | Failed:
    """Hand a text for a number in E.164 to the gateway; the same `key` is the same message, however often sent."""
    if not town.sms_url:
        raise NotConfigured("SMS_URL")
    try:
        reply = post(town, town.sms_url, {"to": to, "text": text}, {"Idempotency-Key": key})
    except Unreachable as problem:
        return Failed(str(problem), lasting=False)
    if 200 <= reply.status < 300:
        return Sent(_reference(reply))
    return Failed(f"HTTP {reply.status}", lasting=reply.status in LASTING)


def _reference(reply: Reply) -> str:
    try:
        answer = json.loads(reply.body)
    except ValueError:
        return ""
    return str(answer.get("id", ""))[:100] if isinstance(answer, dict) else ""
