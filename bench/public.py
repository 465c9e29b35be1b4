"""Pages from the micro-cache, and a bare Starlette response of the same bytes: same server, same load."""

import gzip
from urllib.request import Request, urlopen

from bench import load
from bench.ground import Ground, cpu, free_port, process
from bench.load import Target
from bench.ratios import Ratio, alternate

PAGES = {"home page": "/en/", "service page": "/en/services/birth-certificate"}
HALF = 0.5


def run(ground: Ground, rounds: int, requests: int) -> list[Ratio]:
    port = free_port()
    found = []
    with process(["-m", "app", "serve"], ground.settings, port) as site:
        for name, path in PAGES.items():
            found += _against_bare(ground, name, path, (port, site), rounds, requests)
    return found


def _against_bare(
    ground: Ground, name: str, path: str, site: tuple[int, int], rounds: int, requests: int
) -> list[Ratio]:
    body = _body(site[0], path)
    file = ground.folder / "bare.gz"
    file.write_bytes(body)
    port = free_port()
    ours = Target(site[0], load.get(site[0], path), len(body))
    theirs = Target(port, load.get(port, "/"), len(body))
    with process(["-m", "bench.bare", str(port), str(file)], {}, port, "/") as bare:
        rates = alternate(lambda: load.rate(ours, requests), lambda: load.rate(theirs, requests), rounds)
        spent = alternate(lambda: _cpu(theirs, bare, requests), lambda: _cpu(ours, site[1], requests), rounds)
    size = f"{len(gzip.decompress(body))} bytes, {len(body)} sent"
    return [
        Ratio(f"{name} : bare Starlette, requests a second", rates, least=HALF, note=size),
        Ratio(f"{name} : bare Starlette, requests for the same CPU", spent, least=HALF),
    ]


def _body(port: int, path: str) -> bytes:
    """The compressed page, as the micro-cache sends it."""
    request = Request(f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": "gzip"})  # own address
    with urlopen(request, timeout=10) as answer:  # noqa: S310  # the same
        return bytes(answer.read())


def _cpu(target: Target, pid: int, requests: int) -> float:
    before = cpu(pid)
    load.rate(target, requests)
    return max(cpu(pid) - before, 0.01)
