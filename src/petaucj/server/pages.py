"""Pages of our own beside Streamlit's: the presentation, the page of the room, and what ``?tampil=`` asks for.

Each is drawn whole from one view, needs no session, and works on when the cable is pulled.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from dataclasses import replace
from datetime import date
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from petaucj.meeting.audience import Audience
from petaucj.meeting.routes import refused
from petaucj.share.audience import write_audience
from petaucj.share.embed import write_embed
from petaucj.share.stage import StageOptions, write_kiosk, write_stage
from petaucj.views.occasion import Occasion
from petaucj.views.story import build_story
from petaucj.views.story_words import TOLD_BY

EMBEDDED, KIOSK = "sematkan", "kios"
MOST_BYTES, MOST_WAITING = 16_000_000, 12
# Another site may show only what is made to be embedded.
UNFRAMED = {"Content-Security-Policy": "frame-ancestors 'self'", "X-Frame-Options": "SAMEORIGIN"}
HEADERS = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
Query = Mapping[str, str]
Key = tuple[str, tuple[tuple[str, str], ...], date, bool]


class Pages:
    """The pages by name, each made once for what it shows and a day.

    Making one costs up to a second of a core, and anybody may ask: so one is made at a time, those who ask for the same wait for it,
    and beyond a short queue the answer is "busy". Few are kept, the smallest memory that still serves a meeting.

    Parameters
    ----------
    occasion_for : what an address asks for, today.
    audience : the phones of the room, to whom the presentation reports its step; only for whoever sits at this machine.
    """

    def __init__(self, occasion_for: Callable[[Query], Occasion], audience: Audience, prefix: str = "") -> None:
        self._occasion_for, self._audience, self._prefix = occasion_for, audience, prefix
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._making, self._waiting = asyncio.Lock(), 0

    def routes(self) -> list[Route]:
        """Return the routes of the presentation and of the page for the room."""
        return [Route(f"{self._prefix}/presentasi", self._presentation), Route(f"{self._prefix}/hadirin", self._room)]

    async def _presentation(self, request: Request) -> Response:
        return await self.page("presentasi", dict(request.query_params), here=not refused(request))

    async def _room(self, request: Request) -> Response:
        return await self.page("hadirin", dict(request.query_params))

    async def page(self, kind: str, query: Query, here: bool = False) -> Response:
        """Return a page; 503 where too many others wait for theirs."""
        occasion = self._occasion_for(query)
        key = (kind, tuple((name, value) for name, value in occasion.state.query().items() if name in TOLD_BY), occasion.day, here)
        body = self._kept.get(key)
        if body is None:
            if self._waiting >= MOST_WAITING:
                return Response(status_code=503, headers={**HEADERS, "Retry-After": "5"})
            body = await self._made(key, occasion)
        return Response(body, media_type="text/html", headers=HEADERS if kind == EMBEDDED else HEADERS | UNFRAMED)

    async def _made(self, key: Key, occasion: Occasion) -> bytes:
        self._waiting += 1
        try:
            async with self._making:
                if key not in self._kept:
                    self._kept[key] = await run_in_threadpool(self._make, key[0], occasion, key[-1])
                    while sum(map(len, self._kept.values())) > MOST_BYTES:
                        self._kept.popitem(last=False)
                # A page larger than all that may be kept is made and forgotten.
                return self._kept.get(key) or await run_in_threadpool(self._make, key[0], occasion, key[-1])
        finally:
            self._waiting -= 1

    def _make(self, kind: str, occasion: Occasion, here: bool) -> bytes:
        if kind == "presentasi":
            return write_stage(build_story(occasion), self._options(occasion.reader.language) if here else StageOptions())
        if kind == "hadirin":
            return write_audience(build_story(occasion), follow_url="")
        return write_embed(occasion, self._prefix) if kind == EMBEDDED else write_kiosk(build_story(_every_district(occasion)))

    def _options(self, language: str) -> StageOptions:
        path = f"{self._prefix}/panggung"
        return StageOptions(f"{path}/posisi", self._audience.token, f"{path}/hadirin?bahasa={language}")


def _every_district(occasion: Occasion) -> Occasion:
    """Return the occasion whose story walks from the province through the verdict of every district."""
    words = ",".join(("provinsi", *(f"putusan:{district.code}" for district in occasion.atlas.districts)))
    return replace(occasion, state=occasion.state.with_(langkah=occasion.state.langkah or words))


class Views:
    """ASGI middleware: a room's address with ``tampil=sematkan`` or ``tampil=kios`` gets our own page instead of Streamlit's."""

    def __init__(self, app: Callable, pages: Pages, rooms: tuple[str, ...], prefix: str = "") -> None:
        self._app, self._pages = app, pages
        self._paths = {f"{prefix}/{room}".rstrip("/") or "/" for room in ("", *rooms)} | {f"{prefix}/"}

    async def __call__(self, scope: MutableMapping[str, object], receive: Callable[[], Awaitable], send: Callable) -> None:
        """Answer the two views; anything else passes through untouched."""
        query = dict(parse_qsl(scope.get("query_string", b"").decode("latin-1"))) if scope["type"] == "http" else {}
        kind = query.get("tampil")
        if kind in (EMBEDDED, KIOSK) and scope["method"] in ("GET", "HEAD") and scope["path"] in self._paths:
            answer = await self._pages.page(kind, query)
            await answer(scope, receive, send)
            return
        await self._app(scope, receive, send)
