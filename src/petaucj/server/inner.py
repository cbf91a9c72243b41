"""Asks the app below a middleware and holds its whole answer, so that it can be changed before it leaves."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping

Message = MutableMapping[str, object]
Headers = list[tuple[bytes, bytes]]


async def inner_answer(app: Callable, scope: Message, receive: Callable[[], Awaitable], without: tuple[bytes, ...], **more: object) -> tuple[int, Headers, bytes]:
    """Return status, headers and body of the inner answer to a request that carries none of the headers ``without``; ``more`` replaces parts of the scope."""
    started: Message = {}
    chunks: list[bytes] = []

    async def collect(message: Message) -> None:
        if message["type"] == "http.response.start":
            started.update(message)
        elif message["type"] == "http.response.body":
            chunks.append(message.get("body", b""))

    plain = [(name, value) for name, value in scope["headers"] if name not in without]
    await app({**scope, "headers": plain, **more}, receive, collect)
    return started["status"], list(started["headers"]), b"".join(chunks)


async def reply(send: Callable[[Message], Awaitable], status: int, headers: Headers, body: bytes) -> None:
    """Send a whole answer."""
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
