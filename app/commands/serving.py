"""A web process: one socket, one application, eight threads for eight connections."""

import asyncio
import logging
import socket

import uvicorn
from anyio.to_thread import current_default_thread_limiter

from app.catalogue import search
from app.kit import engines
from app.kit.logs import RequestLog
from app.kit.settings import Settings
from app.kit.towns import Towns
from app.main import create_app
from app.wiring import jobs

log = logging.getLogger(__name__)


class Server(uvicorn.Server):
    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        current_default_thread_limiter().total_tokens = engines.READERS
        await super().startup(sockets)


def bind(known: Settings) -> socket.socket:
    """The listening socket, shared by all web processes; OSError when the place is taken."""
    family = socket.AF_INET6 if ":" in known.HOST else socket.AF_INET
    # asyncio sets TCP_NODELAY only where the protocol is named: without it each answer waits 40 ms
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((known.HOST, known.PORT))
        made.listen(1024)
    except OSError:
        made.close()
        raise
    return made


def taken(known: Settings, problem: OSError) -> str:
    """Why a socket could not be bound, as one sentence."""
    return f"Settings HOST and PORT: {known.HOST}:{known.PORT} cannot be used ({problem.strerror or problem})."


def serve(towns: Towns, door: socket.socket) -> None:
    """Answer requests until told to stop."""
    jobs.install()
    search.prepare(towns.all)
    config = uvicorn.Config(
        RequestLog(create_app(towns)),
        log_config=None,
        access_log=False,
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=5,
    )
    host, port = door.getsockname()[:2]
    log.info("listening", extra={"host": host, "port": port})
    asyncio.run(Server(config).serve(sockets=[door]))
