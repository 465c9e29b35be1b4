"""Other offices that a demo town asks: each a program of its own in the folder of the town, asked over HTTP under a key
that is made at the start. A town that names its registers in the settings asks those, and starts none."""

import os
import secrets
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

from app.commands.family import Family

FOLDER = Path(__file__).parents[2] / "towns" / "puerto-claro" / "peers"


def start(family: Family) -> str:
    """Start them; the setting that names them: by each program's name, where it listens and with which key."""
    return ",".join(_start(family, program) for program in programs())


def programs() -> Iterator[Path]:
    yield from sorted(FOLDER.glob("*.py"))


def _start(family: Family, program: Path) -> str:
    door = socket.create_server(("127.0.0.1", 0))
    os.set_inheritable(door.fileno(), True)
    key = secrets.token_urlsafe(24)

    def become() -> None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what it says is no line of this program's
        os.execv(sys.executable, [sys.executable, str(program), "--key", key, "--fd", str(door.fileno())])  # noqa: S606

    family.add(program.stem, become)
    return f"{program.stem}=http://town:{key}@127.0.0.1:{door.getsockname()[1]}/figures"
