"""The tax office of the province, played: a program of its own that the demo town asks over HTTP, like a real one.

python towns/puerto-claro/peers/tax_office.py --key KEY [--port PORT | --fd SOCKET]

POST {"identifier": {"kind", "value"}} with the key as the password of `town`. It answers what employers, banks and
funds reported for last year, from tax_office.csv beside it: 404 for whoever it does not know, 401 without the key.
"""

import argparse
import csv
import hmac
import json
import os
import socket
import threading
import time
from base64 import b64encode
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

REPORTED = Path(__file__).with_suffix(".csv")
LARGEST = 4096


def figures(kind: str, number: str) -> list[dict[str, Any]]:
    """What was reported of a person for last year, as far as it was due by now."""
    year = date.today().year - 1
    with REPORTED.open(encoding="utf-8", newline="") as file:
        return [
            {
                "name": row["figure"], "amount": int(row["cents"]), "currency": "EUR", "by": row["by"],
                "on": f"{year}-{row['on']}",
            }
            for row in csv.DictReader(file)
            if (row["kind"], row["number"]) == (kind, number)
        ]  # fmt: skip


class Window(BaseHTTPRequestHandler):
    key = ""

    def do_POST(self) -> None:
        wanted = "Basic " + b64encode(f"town:{self.key}".encode()).decode()
        if not hmac.compare_digest(self.headers.get("Authorization", "").encode(), wanted.encode()):
            return self._answer(401, {"error": "the key is wrong"})
        try:
            length = min(int(self.headers.get("Content-Length", "0")), LARGEST)
            asked = json.loads(self.rfile.read(length))["identifier"]
            found = figures(str(asked["kind"]), str(asked["value"]))
        except (ValueError, KeyError, TypeError):
            return self._answer(400, {"error": "send {identifier: {kind, value}}"})
        return self._answer(200, {"figures": found}) if found else self._answer(404, {"error": "not known"})

    def _answer(self, status: int, body: dict[str, Any]) -> None:
        words = json.dumps(body, ensure_ascii=False).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(words)))
        self.end_headers()
        self.wfile.write(words)

    def log_message(self, format: str, *args: object) -> None:
        """Who was asked about is nobody's log line."""


def end_with(parent: int) -> None:
    """End when whoever started this is gone, however that came."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(0)


def main() -> None:
    parser = argparse.ArgumentParser(description="Plays the tax office.")
    parser.add_argument("--key", required=True)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--fd", type=int, help="a socket that listens already")
    given = parser.parse_args()
    Window.key = given.key
    server = ThreadingHTTPServer(("127.0.0.1", given.port), Window, bind_and_activate=given.fd is None)
    if given.fd is not None:
        server.socket.close()
        server.socket = socket.socket(fileno=given.fd)
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    print(f"Listening: http://127.0.0.1:{server.socket.getsockname()[1]}/", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
