"""Web and worker are killed again and again under load, and on PostgreSQL cut off from the database besides; what was
accepted is recorded, once, and told at most once more for each kill and each cut; what was decided is told once, and
nothing that was recalled. Everything is counted from outside: by what clients were answered, and by what a mail server
got."""

import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import psycopg
import pytest
from aiosmtpd.controller import Controller
from sqlalchemy import func, make_url, select

from app.cases.models import CaseFile, CaseReference, Decision, Filing
from app.documents.models import Document
from app.kit import db, engines, job_care, jobs
from app.kit.jobs import Job
from app.kit.towns import Town
from tests.databases import SEEDED, Databases
from tests.proof import loads

ROOT = Path(__file__).parents[2]
SENDERS = 4
STILL, SOON = 300.0, 30.0
NAMED = "crashing"
"""How PostgreSQL knows the connections of web and worker from the test's own."""
CUT = """
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = %s
"""


@pytest.mark.databases("sqlite", "postgresql")
def test_twenty_kills_lose_nothing_and_double_nothing(crashing):
    crashing.run(kills=20, cases=240)


@pytest.mark.proof
@pytest.mark.databases("sqlite", "postgresql")
def test_two_hundred_kills_lose_nothing_and_double_nothing(crashing):
    crashing.run(kills=200, cases=2400)


class Post:
    """A real mail server that counts what it gets by Message-ID."""

    def __init__(self) -> None:
        self.got: Counter[str] = Counter()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        head = envelope.content.decode("utf-8", "replace")
        found = next(line for line in head.splitlines() if line.lower().startswith("message-id:"))
        self.got[found.partition(":")[2].strip()] += 1
        return "250 OK"


class Crashing:
    def __init__(self, town: Town, keyring: Path, folder: Path, smtp: str, post: Post) -> None:
        self.town, self.post = town, post
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.log = (folder / "crash.log").open("w")
        self.environment = os.environ | {
            "DATABASE_URL": town.database_url, "BLOB_URL": town.blob_url, "KEYS": str(keyring), "HOST": "127.0.0.1",
            "PORT": str(self.port), "DEMO": "0", "SMTP_URL": smtp, "MAIL_FROM": "town@puertoclaro.example",
            "LOG_LEVEL": "error", "PGAPPNAME": NAMED,
        }  # fmt: skip
        self.processes = {name: self._start(name) for name in ("serve", "worker")}
        self.accepted: dict[Any, str] = {}
        self.granted: set[str] = set()
        self.recalled: set[str] = set()
        self.over = threading.Event()
        self.cuts = 0

    def run(self, kills: int, cases: int) -> None:
        loads.recall(self.town, "PT2S")
        drafts = loads.ready(self.town, cases)
        shares = [drafts[number::SENDERS] for number in range(SENDERS)]
        threads = [threading.Thread(target=self._send, args=(share,)) for share in shares]
        threads.append(threading.Thread(target=self._decide))
        for thread in threads:
            thread.start()
        chance = random.Random(7)
        for number in range(kills):
            time.sleep(chance.uniform(0.3, 1.0))
            if not engines.is_sqlite(self.town.database_url):
                self._cut()
                time.sleep(chance.uniform(0.1, 0.5))
            name = ("serve", "worker")[number % 2]
            self.processes[name].send_signal(signal.SIGKILL)
            self.processes[name].wait()
            self.processes[name] = self._start(name)
        for thread in threads[:-1]:
            self._until(lambda thread=thread: not thread.is_alive(), lambda: len(self.accepted))
        self._settle()
        self.over.set()
        self._until(lambda: not threads[-1].is_alive(), lambda: len(self.granted))
        self._settle()
        self._count(drafts, kills)

    def _cut(self) -> None:
        """Every connection of web and worker, whatever they are in the middle of; both go on running. On a slow machine
        they need a while until they have one."""
        here = make_url(self.town.database_url).set(drivername="postgresql").render_as_string(hide_password=False)
        until = time.monotonic() + SOON
        with psycopg.connect(here, autocommit=True) as connection:
            while not connection.execute(CUT, [NAMED]).fetchall() and time.monotonic() < until:
                time.sleep(0.1)
        self.cuts += time.monotonic() < until

    def _send(self, drafts: list[loads.Ready]) -> None:
        """Press until there is an answer, as a person does who sees an error."""
        for draft in drafts:
            self.accepted[draft.id] = self._until_answered(draft.path, draft.form, draft.cookie).split("/")[3]

    def _decide(self) -> None:
        """A clerk grants whatever is in the queue, over HTTP; of some she thinks again, if there is still time."""
        cookie, token = loads.staff_cookie(self.town, "clara@puertoclaro.example")
        while not (self.over.is_set() and len(self.granted) >= len(self.accepted)):
            for reference in [one for one in list(self.accepted.values()) if one not in self.granted]:
                case = f"/en/desk/cases/{reference}"
                grounds = {"_token": token, "reasons": "entry_found"}
                self._until_answered(f"{case}/steps/grant", grounds, cookie, gone=(404, 409))
                again = len(self.granted) % 3 == 0 and reference not in self.recalled
                if again and self._until_answered(f"{case}/recall", {"_token": token}, cookie, gone=(409,)):
                    self.recalled.add(reference)
                else:
                    self.granted.add(reference)
            time.sleep(0.05)

    def _until_answered(self, path: str, form: dict[str, str], cookie: str, gone: tuple[int, ...] = ()) -> str:
        headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin"}
        while True:
            try:
                answer = httpx.post(self.url + path, data=form, headers=headers, timeout=20)
            except httpx.HTTPError:
                time.sleep(0.1)
                continue
            if answer.status_code == 303:
                return str(answer.headers["location"])
            if answer.status_code in gone:
                return ""
            assert answer.status_code in (429, 503), f"{path}: {answer.status_code} {answer.text[:2000]}"
            time.sleep(0.1)

    def _settle(self) -> None:
        """Until no job is due any more; leases of killed workers run out first."""
        self._until(lambda: not self._waiting(), self._waiting)

    def _waiting(self) -> int:
        table = db.table(Job)
        with db.read(self.town) as unit:
            due = select(func.count()).select_from(table).where(table.c.run_at <= unit.now + jobs.LEASE)
            return int(db.value(unit, due.where(table.c.lane != "bulk")))

    def _until(self, over: Callable[[], bool], count: Callable[[], int]) -> None:
        """Wait as long as it goes on, however slow the machine: it ends, or it has stood still for five minutes."""
        seen, since = count(), time.monotonic()
        while not over():
            ended = [name for name, process in self.processes.items() if process.poll() is not None]
            assert not ended, f"ended by themselves: {ended}"
            time.sleep(0.5)
            now = count()
            if now != seen:
                seen, since = now, time.monotonic()
            assert time.monotonic() - since < STILL, f"nothing moves any more, {now} left or done"

    def _count(self, drafts: list[loads.Ready], kills: int) -> None:
        assert len(self.accepted) == len(drafts)
        with db.read(self.town) as unit:
            mine = {draft.id for draft in drafts}
            cases = {
                row.id: row.reference for row in db.rows(unit, select(_case.id, _case.reference)) if row.id in mine
            }
            filed = Counter(row.case_id for row in db.rows(unit, select(_filing.case_id)))
            references = db.value(unit, select(func.count()).select_from(db.table(CaseReference)))
            open_ones = [row.id for row in db.rows(unit, select(_case.id).where(_case.closed_at.is_(None)))]
            issued = Counter(row.case_id for row in db.rows(unit, select(_document.case_id)))
            decided = db.rows(unit, select(_decision.case_id, _decision.told_at, _decision.recalled_at))
            quarantined = job_care.quarantined(unit)
        assert cases == self.accepted, "accepted is not what was recorded"
        assert len(set(cases.values())) == references == len(drafts)
        assert set(filed.values()) == {1}
        assert not open_ones
        assert Counter(row.case_id for row in decided if row.told_at) == dict.fromkeys(mine, 1), "told once each"
        assert not [row for row in decided if row.told_at and row.recalled_at], "recalled, and told all the same"
        assert {cases[row.case_id] for row in decided if row.recalled_at} == self.recalled
        assert self.recalled, "nobody thought again: the test proves less than it says"
        assert set(issued.values()) == {1}
        assert len(issued) == len(drafts)
        assert not quarantined
        assert len(self.post.got) == 2 * len(drafts), "a mail for each receipt and each decision"
        repeated = sum(count - 1 for count in self.post.got.values())
        print(f"{kills} kills, {self.cuts} cuts, {len(cases)} cases, {len(self.post.got)} mails, {repeated} repeated")
        assert repeated <= kills + self.cuts
        assert engines.is_sqlite(self.town.database_url) or self.cuts, "nothing was cut"

    def _start(self, name: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "app", name]
        return subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=self.log, stderr=self.log)

    def end(self) -> None:
        self.over.set()
        for process in self.processes.values():
            process.kill()
            process.wait()
        self.log.close()


_case, _filing, _document, _decision = (db.table(model).c for model in (CaseFile, Filing, Document, Decision))


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _mail_server(post: Post) -> Iterator[str]:
    server = Controller(post, hostname="127.0.0.1", port=_free_port())
    server.start()
    try:
        yield f"smtp://127.0.0.1:{server.port}"
    finally:
        server.stop()


@pytest.fixture
def crashing(databases: Databases, database: str, tmp_path: Path) -> Iterator[Crashing]:
    town = databases.clone(database, SEEDED, "crash", tmp_path)
    post = Post()
    with _mail_server(post) as smtp:
        one = Crashing(town, databases.keyring(), tmp_path, smtp, post)
        yield one
        one.end()
    databases.put_away(town)
    engines.dispose()
