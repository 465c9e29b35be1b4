"""The measure: a Starlette that answers with bytes that are ready, on the same server (uvicorn, one process).

python -m bench.bare PORT FILE...     / and /0 are the bytes of the first file, /1 of the second
"""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


def application(bodies: Sequence[bytes]) -> Starlette:
    async def answer(request: Request) -> Response:
        return Response(bodies[request.path_params.get("number", 0)], media_type="text/html")

    return Starlette(routes=[Route("/", answer), Route("/{number:int}", answer)])


def main() -> None:
    port, files = int(sys.argv[1]), sys.argv[2:]
    made = application([Path(file).read_bytes() for file in files])
    config = uvicorn.Config(
        made, port=port, log_config=None, access_log=False, server_header=False, lifespan="off",
    )  # fmt: skip
    asyncio.run(uvicorn.Server(config).serve())


if __name__ == "__main__":
    main()
