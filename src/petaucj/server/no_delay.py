"""Small answers leave at once: without TCP_NODELAY a rerun of 2 ms waits 40 ms for the visitor's acknowledgement."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

OWN_FILES = Path("/proc/self/fd")


def listen_without_delay() -> int:
    """Set TCP_NODELAY on this process's listening sockets, whose connections inherit it on Linux; return how many.

    Streamlit binds its socket itself and offers no setting. Elsewhere than on Linux nothing is done.
    """
    if not OWN_FILES.is_dir():
        return 0
    return sum(_without_delay(int(entry.name)) for entry in list(OWN_FILES.iterdir()))


def _without_delay(number: int) -> bool:
    try:
        if not stat.S_ISSOCK(os.fstat(number).st_mode):
            return False
        with socket.socket(fileno=os.dup(number)) as found:
            if found.type != socket.SOCK_STREAM or not found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                return False
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return True
    except OSError:
        return False


@asynccontextmanager
async def lifespan(app: object) -> AsyncIterator[dict]:
    """Prepare the socket when the server starts."""
    listen_without_delay()
    yield {}
