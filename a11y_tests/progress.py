"""How far the work is and how long it may still take, told on the side."""

import shutil
import time
from collections.abc import Callable
from typing import TextIO

EVERY = 10  # seconds between two lines where there is no terminal


class Progress:
    def __init__(self, count: int, out: TextIO | None, clock: Callable[[], float] = time.monotonic) -> None:
        self.count, self.out, self.clock = count, out, clock
        self.done = 0
        self.began = self.told = clock()
        self.bar = out is not None and out.isatty()

    def step(self) -> None:
        self.done += 1
        if self.out is None:
            return
        if self.bar:
            print(f"\r{self.drawn(shutil.get_terminal_size().columns)}", end="", file=self.out, flush=True)
        elif self.clock() - self.told >= EVERY:
            self.told = self.clock()
            print(f"a11y-gate: {self.said}", file=self.out, flush=True)

    def end(self) -> None:
        if self.bar and self.done:
            print(f"\r{' ' * (shutil.get_terminal_size().columns - 1)}\r", end="", file=self.out, flush=True)

    @property
    def said(self) -> str:
        left = (self.clock() - self.began) / self.done * (self.count - self.done)
        return f"{self.done} of {self.count} pages, {in_words(left)} left"

    def drawn(self, columns: int) -> str:
        words = f" {self.said} "
        room = max(columns - len(words) - 3, 0)
        full = room * self.done // self.count
        bar = f"[{'#' * full}{'.' * (room - full)}]" if room > 4 else ""
        return f"{bar}{words}"[: columns - 1].ljust(columns - 1)


def in_words(seconds: float) -> str:
    return f"{seconds:.0f} s" if seconds < 90 else f"{seconds / 60:.0f} min"
