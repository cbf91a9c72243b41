"""A phone without a screen: real sockets, every byte counted in both directions."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass

# What a phone's Chrome sends; its length matters for the budget.
HEADERS = ("Host: {host}\r\nConnection: keep-alive\r\nUpgrade-Insecure-Requests: 1\r\n"
           "User-Agent: Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36\r\n"
           "Accept: {accept}\r\nAccept-Encoding: gzip, deflate\r\nAccept-Language: id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7\r\n{more}\r\n")


@dataclass
class Answer:
    """One answer: status, headers (names in small letters) and body as it came."""

    status: int
    headers: dict[str, str]
    body: bytes


class Phone:
    """One phone at one listener; ``sent`` and ``received`` count bytes on its sockets, ``lines`` is what it was told, ``heard`` when (monotonic)."""

    def __init__(self, port: int, host: str = "127.0.0.1") -> None:
        self.port, self.host = port, host
        self.sent = self.received = 0
        self.lines: list[str] = []
        self.heard: list[float] = []
        self._told = asyncio.Event()

    async def _ask(self, path: str, accept: str, more: str = "") -> tuple[asyncio.StreamReader, asyncio.StreamWriter, Answer]:
        reader, writer = await asyncio.open_connection(self.host, self.port)
        request = f"GET {path} HTTP/1.1\r\n{HEADERS.format(host=f'{self.host}:{self.port}', accept=accept, more=more)}".encode()
        writer.write(request)
        self.sent += len(request)
        head = await reader.readuntil(b"\r\n\r\n")
        self.received += len(head)
        first, *rest = head.decode("latin-1").rstrip("\r\n").split("\r\n")
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in rest)}
        return reader, writer, Answer(int(first.split(" ")[1]), headers, b"")

    async def get(self, path: str = "/", accept: str = "text/html,*/*;q=0.8", more: str = "") -> Answer:
        """Ask for a path and read the whole answer."""
        reader, writer, answer = await self._ask(path, accept, more)
        answer.body = await reader.readexactly(int(answer.headers.get("content-length", "0")))
        self.received += len(answer.body)
        writer.close()
        return answer

    async def follow(self) -> int:
        """Listen to the presenter until the stream ends; return the status of the answer."""
        reader, writer, answer = await self._ask("/posisi", "text/event-stream", "Cache-Control: no-cache\r\n")
        try:
            while answer.status == 200 and (raw := await reader.readline()):
                self.received += len(raw)
                if raw.startswith(b"data:"):
                    self._take(raw.decode()[5:].strip())
        finally:
            writer.close()
        return answer.status

    async def ask_again(self) -> None:
        """Ask for ever as a phone does that cannot hold a stream open: the server answers when there is something new, or after a while."""
        tag = ""
        while True:
            answer = await self.get("/posisi", "*/*", f"If-None-Match: {tag}\r\n" if tag else "")
            if answer.status == 200:
                tag = answer.headers["etag"]
                self._take(answer.body.decode())
            await asyncio.sleep(1)

    def _take(self, line: str) -> None:
        self.lines.append(line)
        self.heard.append(time.monotonic())
        self._told.set()

    async def hear_any(self, seconds: float = 10.0) -> None:
        """Wait until anything has arrived; raises TimeoutError."""
        async with asyncio.timeout(seconds):
            await self._told.wait()

    async def hear(self, step: int, seconds: float = 2.0) -> None:
        """Wait until the presenter's step has arrived; raises TimeoutError."""
        async with asyncio.timeout(seconds):
            while not self.lines or not self.lines[-1].startswith(f"{step} "):
                self._told.clear()
                await self._told.wait()
