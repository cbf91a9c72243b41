"""The routes beside the app: files of ours with immutable addresses, open data, and the health check."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from petaucj.data.catalogue import Release
from petaucj.draw.assets import assets
from petaucj.share.downloads import Download

IMMUTABLE = {"Cache-Control": "public, max-age=31536000, immutable", "X-Content-Type-Options": "nosniff"}
FRESH = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}


def asset_routes(prefix: str = "") -> list[Route]:
    """Return one route for each file of ours below ``prefix``; the addresses change with the content."""
    return [Route(prefix + asset.path, _file(asset.body, asset.media_type, IMMUTABLE)) for asset in assets().values()]


def download_routes(downloads: Mapping[str, Callable[[], Download]], prefix: str = "") -> list[Route]:
    """Return one route ``/data/<name>`` for each open-data file, made on request."""
    return [Route(f"{prefix}/data/{name}", _download(make)) for name, make in downloads.items()]


def health_route(release: Release, prefix: str = "") -> Route:
    """Return ``/healthz``: status, number, date and short hash of the data release."""
    body = {"status": "ok", "release": release.number, "date": release.date, "hash": release.hash}

    async def healthz(request: Request) -> Response:
        return JSONResponse(body, headers=FRESH)

    return Route(f"{prefix}/healthz", healthz)


def _file(body: bytes, media_type: str, headers: Mapping[str, str]) -> Callable:
    async def serve(request: Request) -> Response:
        return Response(body, media_type=media_type, headers=dict(headers))
    return serve


def _download(make: Callable[[], Download]) -> Callable:
    async def serve(request: Request) -> Response:
        file = make()
        headers = {**FRESH, "Content-Disposition": f'attachment; filename="{file.name}"'}
        return Response(file.body, media_type=file.media_type, headers=headers)
    return serve
