"""The command of --login, which prints a one-time link."""

import os
import shlex
import signal
import subprocess
from urllib.parse import urlsplit


class NoLink(Exception):
    """The command gave none; the message says why."""


def one_time_link(command: str, patience: float = 30) -> str:
    """The last word that the command prints; it and what it started are ended after `patience` seconds."""
    try:
        words = shlex.split(command)
        ran = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
    except (OSError, ValueError, IndexError) as problem:
        raise NoLink(f"the command of --login cannot run: {problem}") from problem
    try:
        out, told = ran.communicate(timeout=patience)
    except subprocess.TimeoutExpired as late:
        os.killpg(ran.pid, signal.SIGKILL)
        ran.communicate()
        raise NoLink(f"the command of --login gave no link within {patience:g} seconds: {command}") from late
    if ran.returncode or not out.strip():
        raise NoLink(f"the command of --login gave no link: {' '.join(told.split()) or command}")
    link = out.split()[-1]
    if urlsplit(link).scheme not in ("http", "https"):
        raise NoLink(f"the command of --login printed no link that begins with http: {link}")
    return link
