"""What phones can ask the second listener for: the page, the presenter's step, the preview picture, a sign of life. Nothing else."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from petaucj.meeting.board import Board, heard

# Seconds between two lines to a phone when nothing happens: shorter than what routers forget a connection after.
STILL_HERE = 15.0
# A phone that cannot hold a stream open asks, and is answered when there is something new, or after this long.
HOLD = 20.0
GUARD = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache",
         "Content-Security-Policy": "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"}
STREAM = {"Cache-Control": "no-store", "X-Accel-Buffering": "no", "X-Content-Type-Options": "nosniff"}


@dataclass(frozen=True)
class Shown:
    """The frozen page and its preview picture (b"" for none), compressed once."""

    page: bytes
    packed: bytes
    card: bytes
    version: str


def freeze(page: bytes, card: bytes) -> Shown:
    """Return a page as phones will get it; ``version`` changes with the page."""
    return Shown(page, gzip.compress(page, 9, mtime=0), card, hashlib.sha256(page).hexdigest()[:8])


def audience_app(shown: Shown, board: Board) -> Starlette:
    """Return the whole application of the second listener; every path that is not one of these four is not found."""

    async def page(request: Request) -> Response:
        return _page(request, shown)

    async def position(request: Request) -> Response:
        return await _position(request, board)

    async def card(request: Request) -> Response:
        return Response(shown.card, media_type="image/png", headers=GUARD) if shown.card else Response(status_code=404, headers=GUARD)

    async def healthz(request: Request) -> Response:
        return JSONResponse({"status": "ok", "audience": True}, headers=GUARD)

    app = Starlette(routes=[Route("/", page), Route("/posisi", position), Route("/kartu.png", card), Route("/healthz", healthz)])
    app.router.redirect_slashes = False
    return app


def _page(request: Request, shown: Shown) -> Response:
    tag = f'"{shown.version}"'
    headers = GUARD | {"ETag": tag, "Vary": "Accept-Encoding"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    if _takes_gzip(request.headers):
        return Response(shown.packed, media_type="text/html", headers=headers | {"Content-Encoding": "gzip"})
    return Response(shown.page, media_type="text/html", headers=headers)


def _takes_gzip(headers: Mapping[str, str]) -> bool:
    offered = (part.replace(" ", "").lower() for part in headers.get("accept-encoding", "").split(","))
    return any(part in ("gzip", "*") or part.startswith("gzip;q=") and part.strip("0.") != "gzip;q=" for part in offered)


async def _position(request: Request, board: Board) -> Response:
    if "text/event-stream" in request.headers.get("accept", ""):
        told = _told(board) if request.method == "GET" else _nothing()
        return StreamingResponse(told, media_type="text/event-stream", headers=STREAM)
    tag = _tag(board)
    if request.method == "GET" and request.headers.get("if-none-match") == tag:
        with board.ear() as ear:
            # The line may have changed between the question and the ear.
            if tag == _tag(board) and not board.closed:
                await heard(ear, HOLD)
        tag, old = _tag(board), tag
        if tag == old:
            return Response(status_code=304, headers=STREAM | {"ETag": tag})
    return Response(board.line, media_type="text/plain", headers=STREAM | {"ETag": tag})


def _tag(board: Board) -> str:
    return f'"{board.line.replace(" ", "-")}"'


async def _told(board: Board) -> AsyncIterator[bytes]:
    """Yield the line now, whenever it changes, and again every STILL_HERE seconds, so that a phone notices a dead connection; last that it is over."""
    with board.ear() as ear:
        while not board.closed:
            yield f"data:{board.line}\n\n".encode()
            await heard(ear, STILL_HERE)
        # Closed by the presenter, or frozen anew: the phones say so instead of looking for a fault. An event without data would be dropped.
        yield b"event:tutup\ndata:-\n\n"


async def _nothing() -> AsyncIterator[bytes]:
    for empty in ():
        yield empty
