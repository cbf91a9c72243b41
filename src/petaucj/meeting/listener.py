"""A second listener beside the app: its own thread, its own small limits, closed without a trace."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Callable

import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_CONNECTIONS = 200
MOST_HEADER_BYTES = 8 * 1024
# A phone has this long to say what it wants; whoever only holds a place loses it.
REQUEST_SECONDS = 10.0
KEEP_ALIVE_SECONDS, GRACE_SECONDS, START_SECONDS = 20, 2, 10.0
log = logging.getLogger("petaucj.meeting")


class _Patient(H11Protocol):
    """The usual protocol with a deadline for each request, and without lines in the app's log for what strangers send."""

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)
        self.access_log, self.logger, self._deadline = False, log, None

    def connection_made(self, transport: asyncio.Transport) -> None:
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._forget()
        super().connection_lost(exc)

    def _watch(self) -> None:
        """Start the clock while a request is on its way, stop it while it is being answered; bytes that trickle in do not reset it."""
        if self.cycle is not None and not self.cycle.response_complete:
            self._forget()
        elif self._deadline is None:
            self._deadline = self.loop.call_later(REQUEST_SECONDS, self.transport.abort)

    def on_response_complete(self) -> None:
        self._forget()
        super().on_response_complete()

    def _forget(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None


class _Server(uvicorn.Server):
    """A server that tells when it is ready, and ends by itself after ``seconds``."""

    def __init__(self, config: uvicorn.Config, seconds: float, on_stop: Callable[[], None]) -> None:
        super().__init__(config)
        self.ready = threading.Event()
        self._seconds, self._on_stop = seconds, on_stop

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        asyncio.get_running_loop().call_later(self._seconds, self._time_is_over)
        self.ready.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._on_stop()
        await super().shutdown(sockets)

    def _time_is_over(self) -> None:
        self.should_exit = True


class Listener:
    """Serves one application on an already bound socket until ``stop`` is called or its time is over.

    Parameters
    ----------
    seconds : how long it stays open by itself.
    on_stop : called in its thread before connections are closed, so that open streams can end.
    """

    def __init__(self, app: Starlette, held: socket.socket, seconds: float, on_stop: Callable[[], None]) -> None:
        config = uvicorn.Config(
            app, http=_Patient, ws="none", lifespan="off", log_config=None, server_header=False, date_header=False, proxy_headers=False,
            limit_concurrency=MOST_CONNECTIONS, h11_max_incomplete_event_size=MOST_HEADER_BYTES, timeout_keep_alive=KEEP_ALIVE_SECONDS,
            timeout_graceful_shutdown=GRACE_SECONDS)
        self._server, self._held = _Server(config, seconds, on_stop), held
        self._thread = threading.Thread(target=self._run, name="petaucj-hadirin", daemon=True)

    def start(self) -> bool:
        """Start serving; return whether it is ready."""
        self._thread.start()
        return self._server.ready.wait(START_SECONDS)

    @property
    def alive(self) -> bool:
        """Whether it still serves."""
        return self._thread.is_alive() and not self._server.should_exit

    def stop(self) -> None:
        """End all connections and wait until the port is free and the thread gone."""
        self._server.should_exit = True
        self._thread.join(START_SECONDS)

    def _run(self) -> None:
        try:
            self._server.run(sockets=[self._held])
        except Exception:  # the app beside it must go on; the state tells that this listener has ended
            log.exception("the audience's listener failed")
        finally:
            self._held.close()
