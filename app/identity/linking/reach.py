"""Reaching somebody of the record about what is hers: every account that is she, else as the record has her."""

from uuid import UUID

from app.identity import accounts, reaching
from app.identity.linking import persons
from app.identity.reaching import Link, Words
from app.kit.db import Unit


def reach(unit: Unit, person_id: UUID, words: Words, link: Link) -> None:
    """`link` goes to her page, so only to her accounts."""
    reached = []
    for each in persons.of_person(unit, person_id):
        reaching.account(unit, each.account_id, words, link)
        if contact := accounts.contact(unit, each.account_id):
            reached.append(contact.email)
    if not reached:
        reaching.record(unit, person_id, words)
