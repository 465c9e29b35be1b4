"""A voice for speech-dispatcher that writes down what it is asked to say, one JSON line an utterance.

It runs by itself, as speech-dispatcher's output module: commands come in a line each, `SPEECH_LOG` names the file.
"""

import html
import json
import os
import re
import sys
import time

SPEAK = ("SPEAK", "CHAR", "KEY", "SOUND_ICON")
SETTINGS = {
    "AUDIO": ("207 OK RECEIVING AUDIO SETTINGS", "203 OK AUDIO INITIALIZED"),
    "LOGLEVEL": ("207 OK RECEIVING LOGLEVEL SETTINGS", "203 OK LOG LEVEL SET"),
    "SET": ("203 OK RECEIVING SETTINGS", "203 OK SETTINGS RECEIVED"),
}
ANSWERS = {
    "INIT": "299-Ready to write down what is said\n299 OK LOADED SUCCESSFULLY",
    "LIST VOICES": "200-written\ten\tnone\n200-written\tes\tnone\n200 OK VOICE LIST SENT",
    "PAUSE": "704 PAUSE",
    "QUIT": "210 OK QUIT",
}


def answer(line: str) -> None:
    print(line, flush=True)


def body() -> list[str]:
    """The lines up to a dot that stands alone."""
    lines = []
    while (line := sys.stdin.readline()) and line.rstrip("\n") != ".":
        lines.append(line.rstrip("\n").removeprefix("."))
    return lines


def words(message: list[str]) -> str:
    """Without the tags of SSML."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", " ".join(message))).split())


def listen(log: str) -> None:
    with open(log, "a", encoding="utf8", buffering=1) as out:
        while line := sys.stdin.readline():
            command = line.strip()
            if command in SETTINGS:
                receiving, received = SETTINGS[command]
                answer(receiving)
                body()
                answer(received)
            elif command in SPEAK:
                answer("202 OK RECEIVING MESSAGE")
                said = words(body())
                if said:
                    out.write(json.dumps({"at": time.monotonic(), "said": said}, ensure_ascii=False) + "\n")
                answer("200 OK SPEAKING\n701 BEGIN\n702 END")
            elif command in ANSWERS:
                answer(ANSWERS[command])
                if command == "QUIT":
                    return
            elif command not in ("STOP", ""):
                answer("300 ERR UNKNOWN COMMAND")


if __name__ == "__main__":
    listen(os.environ["SPEECH_LOG"])
