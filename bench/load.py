"""A load generator: a few connections that are kept open, each asking again as soon as it was answered."""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass

CONNECTIONS = 4


@dataclass(frozen=True)
class Target:
    """An address on this machine, a request as bytes, and how many bytes an answer of 200 has (None: it is a 303)."""

    port: int
    request: bytes
    size: int | None


def get(port: int, path: str, *headers: str) -> bytes:
    lines = [f"GET {path} HTTP/1.1", f"Host: localhost:{port}", "Accept-Encoding: gzip", *headers, "", ""]
    return "\r\n".join(lines).encode()


def rate(target: Target, requests: int) -> float:
    """Requests answered in a second. Any answer but the one that was expected ends the run."""
    begun = time.perf_counter()
    asyncio.run(each([target] * requests))
    return requests / (time.perf_counter() - begun)


async def each(targets: Sequence[Target]) -> None:
    """Ask each of them once, spread over the connections."""
    await asyncio.gather(*(_visit(targets[number::CONNECTIONS]) for number in range(CONNECTIONS)))


async def _visit(targets: Sequence[Target]) -> None:
    if not targets:
        return
    reader, writer = await asyncio.open_connection("127.0.0.1", targets[0].port)
    for target in targets:
        writer.write(target.request)
        head = await reader.readuntil(b"\r\n\r\n")
        size = int(head.lower().partition(b"content-length:")[2].partition(b"\r")[0] or 0)
        await reader.readexactly(size)
        wanted = b"303" if target.size is None else b"200"
        if head.split(b" ", 2)[1] != wanted or target.size not in (None, size):
            raise RuntimeError(f"{head[:40]!r}, {size} bytes instead of {target.size}")
    writer.close()
    await writer.wait_closed()
