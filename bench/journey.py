"""From the front page to the receipt, as somebody on a cheap phone goes: search, service, nine questions, review, send.

What was fetched once is kept. Beside it: as many bare responses of the same bytes, one after the other.
"""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

import httpx

from bench.ground import Ground, free_port, process
from bench.ratios import Ratio
from bench.visit import KB, Sent, visit
from tests.applying import CERTIFICATE, begin, fill, send

MOST = 150 * KB
"""What all of a journey may weigh, compressed."""
AROUND = ("/en/", "/en/search?q=birth+certificate", "/en/services/birth-certificate")


@dataclass
class Phone:
    """A browser that keeps what it fetched, without scripts; `answers` are the bytes of each answer of the server."""

    line: httpx.Client
    kept: set[str] = field(default_factory=set)
    answers: list[int] = field(default_factory=list)
    seconds: float = 0.0

    def get(self, url: str) -> Any:
        answer = self._taken("GET", url)
        if answer.status_code == 200:
            visit(lambda address: self._sent(address, answer if address == url else None), url)
        return answer

    def post(self, url: str, *, data: Any = None, files: Any = None) -> Any:
        return self._taken("POST", url, data=data, files=files)

    def _sent(self, address: str, page: httpx.Response | None) -> Sent:
        if page is None and address in self.kept:
            return Sent(0, "", "")
        answer = page or self._taken("GET", address)
        if page is None:
            self.kept.add(address)
        kind = answer.headers["content-type"].partition(";")[0]
        return Sent(0, kind, answer.text if kind.startswith("text/") else "")

    def _taken(self, method: str, url: str, **given: Any) -> httpx.Response:
        begun = time.perf_counter()
        answer = self.line.request(method, url, **given)
        self.seconds += time.perf_counter() - begun
        self.answers.append(int(answer.headers.get("content-length", 0)))
        return answer


def run(stack: ExitStack, ground: Ground, site: int, rounds: int, walks: int) -> list[Ratio]:
    first = _walk(site)
    file = ground.folder / "bare.journey"
    file.write_bytes(b"x" * (sum(first.answers) // len(first.answers)))
    port = free_port()
    stack.enter_context(process(["-m", "bench.bare", str(port), str(file)], {}, port, "/"))
    turns = [
        ([_walk(site).seconds for _ in range(walks)], [_bare(port, len(first.answers)) for _ in range(walks)])
        for _ in range(rounds)
    ]
    asked, weight = len(first.answers), sum(first.answers)
    name = "from the front page to the receipt"
    return [
        Ratio(f"{name}: everything : 150 KB", (weight / MOST,), most=1.0, note=f"{weight} bytes, {asked} requests"),
        Ratio(
            f"{name}: time : bare Starlette",
            tuple(sum(ours) / sum(theirs) for ours, theirs in turns),
            note=f"{1000 * _middle(turns):.0f} ms in all",
        ),
    ]


def _walk(site: int) -> Phone:
    headers = {"Sec-Fetch-Site": "same-origin", "Accept-Encoding": "gzip", "Host": f"localhost:{site}"}
    with httpx.Client(base_url=f"http://127.0.0.1:{site}", headers=headers) as line:
        phone = Phone(line)
        for path in AROUND:
            phone.get(path)
        reference = send(phone, fill(phone, begin(phone, "birth-certificate"), CERTIFICATE))
        phone.get(f"/en/cases/{reference}/receipt")
        return phone


def _bare(port: int, asked: int) -> float:
    with httpx.Client(base_url=f"http://127.0.0.1:{port}") as line:
        begun = time.perf_counter()
        for _ in range(asked):
            line.get("/")
        return time.perf_counter() - begun


def _middle(turns: Sequence[tuple[list[float], list[float]]]) -> float:
    every = sorted(seconds for ours, _ in turns for seconds in ours)
    return every[len(every) // 2]
