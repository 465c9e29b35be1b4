"""A button that was pressed twice: it is done once, and the second press leads where the first did.

For forms that can be sent as often as one likes, such as messages: the same words in the same session within moments
are one press; where nobody has a session, from the same address. Whoever means to say it twice says it later.
"""

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from sqlalchemy import bindparam, delete, select
from sqlmodel import Field, SQLModel
from starlette.requests import Request

from app.kit import db, guard
from app.kit.inputs import Form
from app.kit.pages import Answer, See
from app.kit.tables import moment

WITHIN = timedelta(seconds=10)


class Press(SQLModel, table=True):
    """The key is a blind token of session, path and words; `path` and `said` are where the first press led."""

    key: bytes = Field(primary_key=True)
    path: str
    said: str
    until: object = moment(index=True)


P = db.table(Press).c
FIRST = select(P.path, P.said).where(P.key == bindparam("key"), P.until > bindparam("now"))


@dataclass(frozen=True)
class Pressed:
    """One press of a button."""

    key: bytes

    @staticmethod
    def of(request: Request, form: Form) -> "Pressed":
        words = {name: list(values) for name, values in form.texts.items()}
        files = {name: [file.sha256 for file in files] for name, files in form.files.items()}
        said = [
            guard.session_secret(request) or guard.client(request),
            request.url.path,
            request.url.query,
            words,
            files,
        ]
        stable = request.state.town.keys.stable("press")
        return Pressed(hmac.new(stable, json.dumps(said, sort_keys=True).encode(), sha256).digest()[:16])

    def once(self, unit: db.Unit, do: Callable[[], Answer]) -> Answer:
        """Where an equal press has just led, or what is done now. It is remembered in the transaction of what it does:
        of two at once the later one fails, is tried again, and finds the first."""
        row = db.row(unit, FIRST, key=self.key, now=unit.now)
        if row is not None:
            return See(row.path, row.said)
        answer = do()
        if isinstance(answer, See):
            db.change(unit, delete(db.table(Press)).where(P.key == self.key, P.until <= unit.now))
            db.add(unit, Press, key=self.key, path=answer.path, said=answer.said, until=unit.now + WITHIN)
        return answer


def sweep(unit: db.Unit) -> int:
    """Forget the presses of a while ago; how many they were."""
    return db.change(unit, delete(db.table(Press)).where(P.until < unit.now))
