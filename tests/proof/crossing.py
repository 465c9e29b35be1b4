"""Every route of the house, whom it is for, and what stands in its path for something of Amina's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from starlette.routing import BaseRoute, Mount, Route

from app.wiring.routes import ROUTES
from tests.proof.anybody import ANYBODY
from tests.proof.audiences import For
from tests.proof.by_account import BY_ACCOUNT
from tests.proof.by_hand import BY_HAND
from tests.proof.everybodys import EVERYBODYS

__all__ = ["WHO", "Crossing", "For", "crossings"]


WHO: Mapping[str, For] = {
    **dict.fromkeys(EVERYBODYS, For.ALL),
    **{name: For[kind] for name, kind in (ANYBODY | BY_HAND | BY_ACCOUNT).items()},
    "GET /{locale}/services/{slug}/drafts": For.EACH,
    "POST /{locale}/services/{slug}/drafts": For.EACH,
    "GET /{locale}/drafts": For.EACH,
    "POST /{locale}/drafts": For.EACH,
    "GET /{locale}/drafts/{draft:uuid}": For.OWNER,
    "GET /{locale}/drafts/{draft:uuid}/saved": For.OWNER,
    "GET /{locale}/drafts/{draft:uuid}/figures": For.OWNER,
    "POST /{locale}/drafts/{draft:uuid}/figures": For.OWNER,
    "GET /{locale}/drafts/{draft:uuid}/review": For.OWNER,
    "POST /{locale}/drafts/{draft:uuid}/submission": For.OWNER,
    "GET /{locale}/drafts/{draft:uuid}/{step}": For.OWNER,
    "POST /{locale}/drafts/{draft:uuid}/{step}": For.OWNER,
    "GET /{locale}/drafts/{draft:uuid}/{step}/{row}": For.OWNER,
    "POST /{locale}/drafts/{draft:uuid}/{step}/{row}": For.OWNER,
    "GET /{locale}/cases/{reference}": For.OWNER,
    "GET /{locale}/cases/{reference}/receipt": For.OWNER,
    "GET /{locale}/cases/{reference}/filed": For.OWNER,
    "GET /{locale}/cases/{reference}/files/{blob:uuid}": For.OWNER,
    "GET /{locale}/cases/{reference}/documents/{document:uuid}": For.OWNER,
    "GET /{locale}/cases/{reference}/messages": For.OWNER,
    "POST /{locale}/cases/{reference}/messages": For.OWNER,
    "GET /{locale}/cases/{reference}/answers": For.OWNER,
    "POST /{locale}/cases/{reference}/answers": For.OWNER,
    "GET /{locale}/cases/{reference}/answers/{field}/{row}": For.OWNER,
    "POST /{locale}/cases/{reference}/answers/{field}/{row}": For.OWNER,
    "GET /{locale}/cases/{reference}/notifications/{notification:uuid}": For.OWNER,
    "POST /{locale}/cases/{reference}/notifications/{notification:uuid}": For.OWNER,
    "GET /{locale}/cases/{reference}/appeal": For.OWNER,
    "POST /{locale}/cases/{reference}/appeal": For.OWNER,
    "GET /{locale}/desk/cases/{reference}/first": For.REVIEWERS,
    "GET /{locale}/desk/cases/{reference}/first/files/{blob:uuid}/pages/{number:int}": For.REVIEWERS,
    "GET /{locale}/desk/cases/{reference}/first/documents/{document:uuid}": For.REVIEWERS,
    "GET /{locale}/cases/{reference}/withdrawal": For.OWNER,
    "POST /{locale}/cases/{reference}/withdrawal": For.OWNER,
    "GET /{locale}/check": For.EACH,
    "POST /{locale}/check": For.EACH,
    "GET /{locale}/check/follow": For.EACH,
    "POST /{locale}/check/follow": For.EACH,
    "GET /{locale}/check/follow/code": For.EACH,
    "POST /{locale}/check/follow/code": For.EACH,
    "GET /{locale}/desk": For.STAFF,
    "GET /{locale}/desk/search": For.STAFF,
    "GET /{locale}/desk/purpose": For.STAFF,
    "POST /{locale}/desk/purpose": For.STAFF,
    "GET /{locale}/desk/people/{person:uuid}": For.STAFF,
    "GET /{locale}/desk/cases": For.STAFF,
    "GET /{locale}/desk/news": For.STAFF,
    "GET /{locale}/desk/shortcuts": For.STAFF,
    "POST /{locale}/desk/shortcuts": For.STAFF,
    "POST /{locale}/desk/mentions/{mention:uuid}": For.AUTHOR,
    "GET /{locale}/desk/cases/{reference}/tasks": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/tasks": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/tasks/{task:uuid}": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/related": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/related": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/mergers": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/mergers": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/mergers/{merger:uuid}": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/mergers/{merger:uuid}": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/splits": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/splits": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/rejoining": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/rejoining": For.CLERKS,
    "GET /{locale}/desk/team": For.SUPERVISORS,
    "POST /{locale}/desk/team/samples": For.AUTHOR,
    "GET /{locale}/desk/team/samples/{sample:uuid}": For.AUTHOR,
    "POST /{locale}/desk/team/samples/{sample:uuid}": For.AUTHOR,
    "GET /{locale}/desk/absences": For.STAFF,
    "POST /{locale}/desk/absences": For.STAFF,
    "POST /{locale}/desk/absences/{absence:uuid}": For.AUTHOR,
    "GET /{locale}/desk/batches": For.STAFF,
    "POST /{locale}/desk/batches": For.STAFF,
    "GET /{locale}/desk/batches/{batch:uuid}": For.AUTHOR,
    "POST /{locale}/desk/batches/{batch:uuid}": For.AUTHOR,
    "GET /{locale}/desk/views": For.STAFF,
    "POST /{locale}/desk/views": For.STAFF,
    "GET /{locale}/desk/views/{view:uuid}/removal": For.AUTHOR,
    "POST /{locale}/desk/views/{view:uuid}/removal": For.AUTHOR,
    "GET /{locale}/desk/cases/{reference}": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/files/{blob:uuid}": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/documents/{document:uuid}": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/messages": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/messages": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/notes": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/notes": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/assignment": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/assignment": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/serving": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/serving": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/extension": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/extension": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/withdrawal": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/withdrawal": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/appeal": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/appeal": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/correction/{transition}": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/correction/{transition}": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/messages/{message:uuid}/correction": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/messages/{message:uuid}/correction": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/recall": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/recall": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/messages/{message:uuid}/recall": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/messages/{message:uuid}/recall": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/request": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/request": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/steps/{transition}": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/steps/{transition}": For.CLERKS,
    "GET /{locale}/accessibility/barrier": For.EACH,
    "POST /{locale}/accessibility/barrier": For.EACH,
    "GET /{locale}/accessibility/barrier/{reference}/trial": For.OWNER,
    "POST /{locale}/accessibility/barrier/{reference}/trial": For.OWNER,
    "GET /{locale}/desk/barriers": For.STAFF,
    "GET /{locale}/desk/cases/{reference}/files/{blob:uuid}/pages/{number:int}": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/files/{blob:uuid}/pictures/{number:int}": For.CLERKS,
    "GET /{locale}/desk/outages": For.LEADERS,
    "POST /{locale}/desk/outages": For.LEADERS,
    "GET /{locale}/desk/outages/{outage:uuid}": For.LEADERS,
    "POST /{locale}/desk/outages/{outage:uuid}": For.LEADERS,
    "GET /{locale}/desk/staff": For.ADMINISTRATORS,
    "GET /{locale}/desk/staff/invitations": For.ADMINISTRATORS,
    "POST /{locale}/desk/staff/invitations": For.ADMINISTRATORS,
    "POST /{locale}/desk/staff/invitations/{invitation:uuid}/renewal": For.ADMINISTRATORS,
    "POST /{locale}/desk/staff/invitations/{invitation:uuid}/revocation": For.ADMINISTRATORS,
    "GET /{locale}/desk/staff/{account:uuid}": For.ADMINISTRATORS,
    "POST /{locale}/desk/staff/{account:uuid}": For.ADMINISTRATORS,
    "POST /{locale}/desk/staff/{account:uuid}/invitation": For.ADMINISTRATORS,
    "GET /{locale}/desk/staff/{account:uuid}/departure": For.ADMINISTRATORS,
    "POST /{locale}/desk/staff/{account:uuid}/departure": For.ADMINISTRATORS,
    "GET /{locale}/desk/watching": For.ADMINISTRATORS,
    "GET /{locale}/desk/watching/{watch:uuid}": For.ADMINISTRATORS,
    "POST /{locale}/desk/watching/{watch:uuid}": For.ADMINISTRATORS,
    "GET /{locale}/desk/figures": For.SUPERVISORS,
    "GET /{locale}/desk/figures.csv": For.SUPERVISORS,
    "GET /{locale}/desk/cases/{reference}/barrier": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/barrier": For.CLERKS,
    "GET /{locale}/desk/cases/{reference}/barrier/mending": For.CLERKS,
    "POST /{locale}/desk/cases/{reference}/barrier/mending": For.CLERKS,
    "GET /{locale}/transparency": For.EACH,
    "GET /{locale}/sign-in": For.EACH,
    "POST /{locale}/sign-in": For.EACH,
    "GET /{locale}/sign-in/code": For.EACH,
    "POST /{locale}/sign-in/code": For.EACH,
    "GET /{locale}/sign-in/links/{code}": For.HOLDER,
    "POST /{locale}/sign-in/links/{code}": For.HOLDER,
    "GET /{locale}/sign-in/links/{code}/renewal": For.HOLDER,
    "POST /{locale}/sign-in/links/{code}/renewal": For.HOLDER,
    "POST /{locale}/sign-in/challenges": For.EACH,
    "GET /{locale}/sign-in/passkey": For.EACH,
    "POST /{locale}/sign-in/passkey": For.EACH,
    "GET /{locale}/sign-in/recovery": For.EACH,
    "POST /{locale}/sign-in/recovery": For.EACH,
    "GET /{locale}/sign-in/second-factor": For.WORKERS,
    "POST /{locale}/sign-in/second-factor": For.WORKERS,
    "POST /{locale}/sign-in/second-factor/challenges": For.WORKERS,
    "POST /{locale}/sign-out": For.EACH,
    "GET /{locale}/me": For.SIGNED,
    "GET /{locale}/me/cases": For.SIGNED,
    "POST /{locale}/me/cases": For.SIGNED,
    "GET /{locale}/desk/people/{person:uuid}/care": For.STAFF,
    "POST /{locale}/desk/people/{person:uuid}/care": For.STAFF,
    "POST /{locale}/desk/people/{person:uuid}/care/{care:uuid}/end": For.STAFF,
    "GET /{locale}/me/needs": For.SIGNED,
    "POST /{locale}/me/needs": For.SIGNED,
    "GET /{locale}/desk/people/{person:uuid}/needs": For.STAFF,
    "POST /{locale}/desk/people/{person:uuid}/needs": For.STAFF,
    "GET /{locale}/me/looks": For.SIGNED,
    "GET /{locale}/me/messages": For.SIGNED,
    "GET /{locale}/me/messages/{notice:uuid}": For.SIGNED_OWNER,
    "GET /{locale}/me/sessions": For.SIGNED,
    "POST /{locale}/me/sessions/{session:uuid}/end": For.SIGNED_OWNER,
    "GET /{locale}/me/passkeys": For.SIGNED,
    "POST /{locale}/me/passkeys": For.SIGNED,
    "POST /{locale}/me/passkeys/challenges": For.SIGNED,
    "POST /{locale}/me/passkeys/later": For.SIGNED,
    "GET /{locale}/me/passkeys/{passkey:uuid}/removal": For.SIGNED_OWNER,
    "POST /{locale}/me/passkeys/{passkey:uuid}/removal": For.SIGNED_OWNER,
    "GET /{locale}/desk/people/{person:uuid}/links/{link:uuid}/address": For.COUNTER,
    "POST /{locale}/desk/people/{person:uuid}/links/{link:uuid}/address": For.COUNTER,
    "GET /{locale}/sign-in/regaining/{code}": For.HOLDER,
    "POST /{locale}/sign-in/regaining/{code}": For.HOLDER,
    "GET /{locale}/me/mandates": For.SIGNED,
    "GET /{locale}/me/mandates/new": For.SIGNED,
    "POST /{locale}/me/mandates/new": For.SIGNED,
    "GET /{locale}/me/mandates/code": For.SIGNED,
    "POST /{locale}/me/mandates/code": For.SIGNED,
    "POST /{locale}/me/mandates/{mandate:uuid}/acceptance": For.SIGNED_OWNER,
    "GET /{locale}/me/mandates/{mandate:uuid}/notices": For.SIGNED_OWNER,
    "POST /{locale}/me/mandates/{mandate:uuid}/notices": For.SIGNED_OWNER,
    "GET /{locale}/me/mandates/{mandate:uuid}/end": For.SIGNED_OWNER,
    "GET /{locale}/me/mandates/{mandate:uuid}": For.HELPER,
    "POST /{locale}/me/mandates/{mandate:uuid}/end": For.SIGNED_OWNER,
    "GET /{locale}/me/person": For.SIGNED,
    "POST /{locale}/me/person": For.SIGNED,
    "GET /{locale}/desk/people/{person:uuid}/mandates": For.COUNTER,
    "POST /{locale}/desk/people/{person:uuid}/mandates": For.COUNTER,
    "GET /{locale}/desk/people/{person:uuid}/mandates/{mandate:uuid}/scan": For.COUNTER,
    "GET /{locale}/desk/people/{person:uuid}/mandates/{mandate:uuid}/end": For.COUNTER,
    "POST /{locale}/desk/people/{person:uuid}/mandates/{mandate:uuid}/end": For.COUNTER,
    "GET /{locale}/desk/people/{person:uuid}/mandates/{mandate:uuid}/notices": For.COUNTER,
    "POST /{locale}/desk/people/{person:uuid}/mandates/{mandate:uuid}/notices": For.COUNTER,
    "GET /{locale}/desk/people/{person:uuid}/codes": For.COUNTER,
    "POST /{locale}/desk/people/{person:uuid}/codes": For.COUNTER,
    "GET /{locale}/desk/people/{person:uuid}/codes/{slip:uuid}": For.CLERKS,
    "GET /{locale}/me/person/end": For.SIGNED,
    "POST /{locale}/me/person/end": For.SIGNED,
    "GET /{locale}/me/person/letter": For.SIGNED,
    "POST /{locale}/me/person/letter": For.SIGNED,
    "GET /{locale}/desk/people/{person:uuid}/links/{link:uuid}/end": For.COUNTER,
    "POST /{locale}/desk/people/{person:uuid}/links/{link:uuid}/end": For.COUNTER,
    "GET /{locale}/me/recovery-codes": For.SIGNED,
    "POST /{locale}/me/recovery-codes": For.SIGNED,
}


@dataclass(frozen=True)
class Crossing:
    """A route as it is asked: `path` still has the names of what goes into it."""

    method: str
    path: str

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    def url(self, things: Mapping[str, str]) -> str:
        made = self.path.replace("{locale}", "en")
        for name, value in things.items():
            made = re.sub(rf"\{{{name}(:\w+)?\}}", lambda _, value=value: value, made)
        assert "{" not in made, f"nothing is known of {self.path}"
        return made


def crossings() -> list[Crossing]:
    return list(_below(ROUTES, ""))


def _below(routes: list[BaseRoute], prefix: str) -> Iterator[Crossing]:
    for route in routes:
        if isinstance(route, Mount):
            yield from _below(route.routes, route.path.replace("{locale:locale}", "{locale}"))
        else:
            assert isinstance(route, Route)
            for method in sorted((route.methods or {"GET"}) - {"HEAD"}):
                yield Crossing(method, prefix + route.path)
