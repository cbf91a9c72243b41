"""What a chat app shows of a link: Streamlit sends one page for every address, here its head gets the words of the address.

Chat apps run no scripts, so title, sentence and picture must stand in the page as it is sent.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from html import escape
from urllib.parse import parse_qsl, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from petaucj.server.inner import Message, inner_answer, reply
from petaucj.views.occasion import Occasion
from petaucj.views.preview import build_preview

log = logging.getLogger("petaucj")

Query = Mapping[str, str]
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::\d{1,5})?", re.IGNORECASE)
_HEAD, _TITLE, _LANGUAGE = re.compile(r"<head\b[^>]*>", re.I), re.compile(r"<title>.*?</title>", re.I | re.S), re.compile(r'(<html\b[^>]*?\blang=")[^"]*', re.I)
# They speak of Streamlit's file, not of the page we make of it.
_OF_THE_FILE = (b"content-length", b"etag", b"last-modified", b"accept-ranges")
# The rooms stand in no page of another site; ?tampil=sematkan is made for that.
_UNFRAMED = ((b"content-security-policy", b"frame-ancestors 'self'"), (b"x-frame-options", b"SAMEORIGIN"))
_CONDITIONS = (b"if-none-match", b"if-modified-since", b"if-range", b"range", b"accept-encoding")
# A picture of 1200 by 630 pixels is made for each district, month and language that is asked for; so many are kept.
CARDS_KEPT = 40
CARD_HEADERS = {"Cache-Control": "public, max-age=3600", "X-Content-Type-Options": "nosniff"}
_CARD = re.compile(r"(sumbar|\d\d\.\d\d)-(\d{4}-\d\d)-([a-z]{2})")


class Previews:
    """ASGI middleware: Streamlit's page with the language, title, sentence and picture of the address; all else passes through.

    Parameters
    ----------
    occasion_for : what an address asks for, today.
    rooms : the names of the rooms in the address; the first one also answers at ``/``.
    prefix : the base path of the server ("/ucj"), "" at the root.
    public_url : the configured address of the app with its base path; without one the request's own host stands in, if it is one.
    """

    def __init__(self, app: Callable, occasion_for: Callable[[Query], Occasion], rooms: tuple[str, ...], prefix: str = "", public_url: str = "") -> None:
        self._app, self._occasion_for, self._prefix, self._public = app, occasion_for, prefix, public_url.rstrip("/")
        self._rooms = {f"{prefix}/{room}": room for room in rooms} | {f"{prefix}/": rooms[0]}

    async def __call__(self, scope: Message, receive: Callable[[], Awaitable], send: Callable[[Message], Awaitable]) -> None:
        """Answer one request."""
        room = self._rooms.get(scope["path"]) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        if room is None:
            await self._app(scope, receive, send)
            return
        # Whole and uncompressed, whatever the browser already has.
        status, headers, body = await inner_answer(self._app, scope, receive, _CONDITIONS, method="GET", extensions={})
        if status == 200 and dict(headers).get(b"content-type", b"").startswith(b"text/html"):
            status, headers, body = _own(scope, headers, self._dressed(scope, room, body))
        await reply(send, status, headers, b"" if scope["method"] == "HEAD" else body)

    def _dressed(self, scope: Message, room: str, body: bytes) -> bytes:
        """Return the page with its own head; as it came when it is not what we know, for a preview must never cost the page."""
        try:
            page = body.decode()
            occasion = self._occasion_for(dict(parse_qsl(scope.get("query_string", b"").decode("latin-1"))))
            return dressed(page, occasion.reader.language, self._tags(scope, room, occasion)).encode()
        except Exception:  # whatever breaks, the visitor still gets the page; the log says what it was
            log.exception("a link preview failed")
            return body

    def _tags(self, scope: Message, room: str, occasion: Occasion) -> str:
        preview, state = build_preview(occasion, room), occasion.state
        told = [("name", "description", preview.sentence), ("property", "og:type", "website"), ("property", "og:site_name", preview.site),
                ("property", "og:title", preview.title), ("property", "og:description", preview.sentence),
                ("property", "og:locale", {"id": "id_ID", "en": "en_GB"}[occasion.reader.language]), ("name", "twitter:card", "summary_large_image")]
        if base := self._public or own_base(scope, self._prefix):
            query = urlencode(state.query(), safe=",")
            picture = f"{base}/kartu/{state.daerah or 'sumbar'}-{occasion.reader.per}-{occasion.reader.language}.png"
            told += [("property", "og:url", f"{base}/{room}" + (f"?{query}" if query else "")), ("property", "og:image", picture),
                     ("property", "og:image:width", "1200"), ("property", "og:image:height", "630"), ("property", "og:image:alt", preview.title)]
        tags = "".join(f'<meta {kind}="{name}" content="{escape(words)}" />' for kind, name, words in told)
        return f"<title>{escape(preview.title)}</title>{tags}"


def dressed(page: str, language: str, tags: str) -> str:
    """Return the page in its language with ``tags`` in place of its title; a page without a head stays as it is."""
    if not _HEAD.search(page):
        return page
    spoken = _LANGUAGE.sub(lambda found: found[1] + language, page, count=1)
    place = _TITLE if _TITLE.search(spoken) else _HEAD
    return place.sub(lambda found: tags if place is _TITLE else found[0] + tags, spoken, count=1)


def own_base(scope: Message, prefix: str) -> str:
    """Return the address the request itself came to, or "" when its host is not plainly a host and a port."""
    hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
    scheme = scope.get("scheme", "http")
    plain = len(hosts) == 1 and len(hosts[0]) <= 253 and _HOST.fullmatch(hosts[0]) and scheme in ("http", "https")
    return f"{scheme}://{hosts[0]}{prefix}" if plain else ""


def _own(scope: Message, headers: list[tuple[bytes, bytes]], body: bytes) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    """Return the answer with a tag of its own content: 304 to a browser that has the same page already."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'.encode()
    kept = [(name, value) for name, value in headers if name not in _OF_THE_FILE] + [(b"etag", tag), *_UNFRAMED]
    if tag in dict(scope["headers"]).get(b"if-none-match", b""):
        return 304, kept, b""
    return 200, [*kept, (b"content-length", str(len(body)).encode())], body


def card_routes(occasion_for: Callable[[Query], Occasion], draw: Callable[[Occasion], bytes], prefix: str = "") -> list[Route]:
    """Return the route of the preview pictures, ``/kartu/13.11-2025-10-id.png``; 404 for a district, month or language there is not.

    ``draw`` makes the PNG. One picture is drawn at a time and CARDS_KEPT are kept, so that nobody can keep the server busy or fill it.
    """
    kept: dict[tuple[object, ...], bytes] = {}
    drawing = asyncio.Lock()

    async def card(request: Request) -> Response:
        occasion = _card_occasion(request.path_params["name"], occasion_for)
        if occasion is None:
            return Response(status_code=404)
        key = (request.path_params["name"], occasion.day)
        async with drawing:
            if key not in kept:
                picture = await run_in_threadpool(draw, occasion)
                while len(kept) >= CARDS_KEPT:
                    kept.pop(next(iter(kept)))
                kept[key] = picture
            body = kept[key]
        return Response(body, media_type="image/png", headers=CARD_HEADERS)

    return [Route(f"{prefix}/kartu/{{name}}.png", card)]


def _card_occasion(name: str, occasion_for: Callable[[Query], Occasion]) -> Occasion | None:
    """Return the occasion a picture is named after, None for a name that means none: then the address has said something else."""
    named = _CARD.fullmatch(name)
    if named is None:
        return None
    code, month, language = "" if named[1] == "sumbar" else named[1], named[2], named[3]
    occasion = occasion_for({"daerah": code, "per": month, "bahasa": language})
    said = (occasion.state.daerah, str(occasion.state.per), occasion.state.bahasa)
    return occasion if said == (code, month, language) else None
