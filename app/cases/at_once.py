"""A short form that is sent from one page: begun, filled in and submitted in one step, and once only."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app import catalogue, forms
from app.cases import contents, drafts, following, law, queries, submitting
from app.cases.queries import Case
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.ids import new_id


def send(unit: Unit, actor: Actor, draft_id: UUID, service: catalogue.Service, given: Mapping[str, Any]) -> Case:
    """Record these answers as a case. `draft_id` came with the page: who sends the same answers with it again gets the
    same case, in a second browser session too, since a first one is only opened by the first answer."""
    digest = forms.digest(forms.submitted(service.form, service.rules, given, law.today(unit)))
    row = db.row(unit, queries.BY_ID, case=draft_id)
    if row is not None:
        sent = Case._make(row)
        if contents.filings(unit, sent.id)[0].digest == digest:
            if db.row(unit, queries.OWN, case=draft_id, **queries.who(actor)) is None:
                following.allow(unit, actor, sent.id)
            return sent
        draft_id = new_id()
    drafts.begin(unit, actor, service, draft_id)
    drafts.save(unit, queries.own_draft(unit, actor, draft_id), dict(given))
    return submitting.submit(unit, actor, draft_id, digest)
