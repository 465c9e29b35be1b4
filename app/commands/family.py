"""Processes that begin and end together: forked from one that has everything imported already."""

import logging
import os
import select
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

log = logging.getLogger(__name__)
ENDING = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP}
WATCHED = {*ENDING, signal.SIGCHLD}
GRACE = 10.0
PATIENCE = 0.1
DEATHS, WITHIN = 5, 30.0
"""A family whose members die this often in this many seconds gives up."""


@dataclass(frozen=True)
class Member:
    name: str
    main: Callable[[], None]


class Family:
    """The parent opens no database and starts no thread: what is forked must be whole. Its end, however it comes,
    closes a pipe, and that ends the children."""

    def __init__(self) -> None:
        self._members: dict[int, Member] = {}
        self._deaths: deque[float] = deque(maxlen=DEATHS)
        self._alive, self._held = os.pipe()
        self._told, wake = os.pipe()
        os.set_blocking(wake, False)
        signal.set_wakeup_fd(wake)
        for number in WATCHED:
            signal.signal(number, lambda *_: None)

    def add(self, name: str, main: Callable[[], None]) -> None:
        """Start a member; one that dies is started again."""
        self._start(Member(name, main))

    def do(self, main: Callable[[], int]) -> int:
        """Run something to its end in a process of its own; its exit status, 130 when somebody said stop."""
        pid = self._fork(main)
        while True:
            if self._news() & ENDING:
                os.kill(pid, signal.SIGTERM)
                os.waitpid(pid, 0)
                return 130
            done, status = os.waitpid(pid, os.WNOHANG)
            if done:
                return abs(os.waitstatus_to_exitcode(status))

    def watch(self, until: Callable[[], bool] | None = None) -> int | None:
        """The exit status when somebody said stop (0) or the members keep dying (1); None once `until` is true."""
        while until is None or not until():
            if self._news(None if until is None else PATIENCE) & ENDING:
                self.end()
                return 0
            if not self._bury():
                log.error("the processes keep ending: giving up")
                self.end()
                return 1
        return None

    def end(self) -> None:
        """Ask every member to end, and make those that do not."""
        for pid in self._members:
            os.kill(pid, signal.SIGTERM)
        limit = time.monotonic() + GRACE
        while self._members:
            pid, _ = os.waitpid(-1, os.WNOHANG)
            if pid:
                self._members.pop(pid, None)
                continue
            if time.monotonic() > limit:
                for left in self._members:
                    os.kill(left, signal.SIGKILL)
            time.sleep(0.02)

    def _news(self, patience: float | None = PATIENCE) -> set[int]:
        """The signals that came, waiting for one at most so long."""
        ready, _, _ = select.select([self._told], [], [], patience)
        return set(os.read(self._told, 4096)) if ready else set()

    def _bury(self) -> bool:
        """Start again whoever died; False when they die too often."""
        while self._members:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                break
            member = self._members.pop(pid)
            log.error("a process ended", extra={"member": member.name, "status": os.waitstatus_to_exitcode(status)})
            self._deaths.append(time.monotonic())
            if len(self._deaths) == DEATHS and self._deaths[-1] - self._deaths[0] < WITHIN:
                return False
            self._start(member)
        return True

    def _start(self, member: Member) -> None:
        def main() -> int:
            member.main()
            return 0

        self._members[self._fork(main)] = member

    def _fork(self, main: Callable[[], int]) -> int:
        sys.stdout.flush()
        sys.stderr.flush()
        signal.pthread_sigmask(signal.SIG_BLOCK, WATCHED)
        pid = os.fork()
        if pid == 0:
            self._live(main)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, WATCHED)
        return pid

    def _live(self, main: Callable[[], int]) -> NoReturn:
        """What a child does."""
        status = 1
        try:
            signal.set_wakeup_fd(-1)
            for number in WATCHED:
                signal.signal(number, signal.SIG_DFL)
            signal.signal(signal.SIGINT, signal.default_int_handler)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, WATCHED)
            os.close(self._held)
            threading.Thread(target=self._end_with_parent, daemon=True).start()
            status = main()
        except KeyboardInterrupt:
            status = 130
        except SystemExit as asked:
            status = asked.code if isinstance(asked.code, int) else 1
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)

    def _end_with_parent(self) -> None:
        os.read(self._alive, 1)
        os.kill(os.getpid(), signal.SIGTERM)
