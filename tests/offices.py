"""Other offices that a town asks, as programs of their own that answer over HTTP."""

import subprocess
import sys
from pathlib import Path

PEERS = Path(__file__).parents[1] / "towns" / "puerto-claro" / "peers"
KEY = "counter-window"


class Office:
    """A program of the folder `peers`. `setting` is how a town's settings name it."""

    def __init__(self, name: str, port: int = 0) -> None:
        self.name = name
        command = [sys.executable, str(PEERS / f"{name}.py"), "--key", KEY, "--port", str(port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.url = self.process.stdout.readline().split()[1]

    @property
    def port(self) -> int:
        return int(self.url.rsplit(":", 1)[1].rstrip("/"))

    def setting(self, key: str = KEY) -> str:
        return f"{self.name}={self.url.replace('//', f'//town:{key}@')}figures"

    def end(self) -> None:
        self.process.kill()
        self.process.wait(10)
        if self.process.stdout:
            self.process.stdout.close()
