"""The presenter's step as the phones see it: one short line, told to everybody who waits for the next."""

from __future__ import annotations

import asyncio
import threading
from contextlib import contextmanager
from collections.abc import Iterator


class Board:
    """Holds the current step (0 for the first) of one frozen page; ``move`` may be called from any thread.

    ``line`` is what phones read: the step and the page's version ("3 1f0c9a2b"). A phone that holds another version loads the page anew.
    """

    def __init__(self, steps: int, version: str) -> None:
        self.steps, self.version = steps, version
        self._step, self._closed = 0, False
        self._lock = threading.Lock()
        self._waiting: set[asyncio.Event] = set()
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def step(self) -> int:
        """The current step."""
        return self._step

    @property
    def closed(self) -> bool:
        """Whether nothing will be told any more."""
        return self._closed

    @property
    def line(self) -> str:
        """What is told now."""
        return f"{self._step} {self.version}"

    @property
    def followers(self) -> int:
        """How many phones are listening now."""
        return len(self._waiting)

    def move(self, step: int) -> bool:
        """Go to a step; False for one the page does not have."""
        if not 0 <= step < self.steps:
            return False
        self._step = step
        self._wake()
        return True

    def close(self) -> None:
        """Let everybody go who waits."""
        self._closed = True
        self._wake()

    @contextmanager
    def ear(self) -> Iterator[asyncio.Event]:
        """Give a phone an event that is set whenever there may be something new; the phone counts as a follower meanwhile."""
        held = asyncio.Event()
        with self._lock:
            self._loop = asyncio.get_running_loop()
            self._waiting.add(held)
        try:
            yield held
        finally:
            with self._lock:
                self._waiting.discard(held)

    def _wake(self) -> None:
        with self._lock:
            loop, waiting = self._loop, tuple(self._waiting)
        if loop and waiting and not loop.is_closed():
            loop.call_soon_threadsafe(_set_all, waiting)


def _set_all(waiting: tuple[asyncio.Event, ...]) -> None:
    for held in waiting:
        held.set()


async def heard(ear: asyncio.Event, seconds: float) -> bool:
    """Wait until there may be something new, at most ``seconds``; return whether there is."""
    try:
        await asyncio.wait_for(ear.wait(), seconds)
    except TimeoutError:
        return False
    ear.clear()
    return True
