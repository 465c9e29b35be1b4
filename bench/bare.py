"""The measure: a Starlette that answers everything with one body, on the same server (uvicorn, one process).

python -m bench.bare PORT FILE        the body is the file's bytes
"""

import asyncio
import sys
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


def application(body: bytes) -> Starlette:
    async def answer(request: Request) -> Response:
        return Response(body, media_type="text/html")

    return Starlette(routes=[Route("/", answer)])


def main() -> None:
    port, file = int(sys.argv[1]), Path(sys.argv[2])
    config = uvicorn.Config(
        application(file.read_bytes()), port=port, log_config=None, access_log=False, server_header=False,
        lifespan="off",
    )  # fmt: skip
    asyncio.run(uvicorn.Server(config).serve())


if __name__ == "__main__":
    main()
