"""The same draft, sent by many at the same moment, is one case."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx
import pytest
from sqlalchemy import func, select

from app.cases.models import CaseFile, CaseReference, CaseStep, Filing
from app.kit import db
from app.kit.towns import Town
from tests.proof import loads

CLIENTS = 8


@pytest.mark.databases("sqlite", "postgresql")
def test_each_draft_sent_by_eight_clients_is_one_case(site):
    _send(site, 60)


@pytest.mark.proof
@pytest.mark.databases("sqlite", "postgresql")
def test_four_hundred_drafts_each_sent_by_eight_clients(site):
    _send(site, 400)


def _send(site, drafts: int) -> None:
    town: Town = site.town
    before = _count(town, CaseFile)
    ready = loads.ready(town, drafts)
    together = Barrier(CLIENTS)

    def client(number: int) -> list[str]:
        got = []
        with httpx.Client(base_url=site.url, headers={"Sec-Fetch-Site": "same-origin"}, timeout=60) as browser:
            for draft in ready:
                together.wait(60)
                answer = browser.post(draft.path, data=draft.form, headers={"Cookie": draft.cookie})
                while answer.status_code in (409, 503):
                    answer = browser.post(draft.path, data=draft.form, headers={"Cookie": draft.cookie})
                assert answer.status_code == 303, answer.text
                got.append(answer.headers["location"])
        return got

    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = list(pool.map(client, range(CLIENTS)))
    for places in zip(*answers, strict=True):
        assert len(set(places)) == 1
    assert len(set(answers[0])) == drafts
    assert _count(town, CaseFile) - before == drafts
    assert _count(town, CaseReference) - before == drafts
    with db.read(town) as unit:
        filed = Counter(row.case_id for row in db.rows(unit, select(db.table(Filing).c.case_id)))
        submitted = db.rows(unit, select(db.table(CaseStep).c.case_id).where(db.table(CaseStep).c.kind == "submitted"))
    assert set(filed.values()) == {1}
    assert max(Counter(row.case_id for row in submitted).values()) == 1


def _count(town: Town, model: type) -> int:
    with db.read(town) as unit:
        return int(db.value(unit, select(func.count()).select_from(db.table(model))))
