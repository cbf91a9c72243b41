"""Routes, headers, compression and the socket."""

from __future__ import annotations

import socket

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from petaucj.data.catalogue import Release
from petaucj.draw.assets import assets
from petaucj.server.compress import CompressBundle
from petaucj.server.no_delay import OWN_FILES, listen_without_delay
from petaucj.server.routes import asset_routes, download_routes, health_route
from petaucj.share.downloads import Download

CALLS: list[str] = []


def _bundle(request) -> Response:
    CALLS.append(request.url.path)
    return Response("let a = 1;" * 500, media_type="text/javascript")


ROUTES = [health_route(Release(1, "2026-11-21", "abc"), "/ucj"), *asset_routes("/ucj"),
          *download_routes({"x.csv": lambda: Download("x.csv", b"a,b", "text/csv")}, "/ucj"),
          Route("/static/js/a.js", _bundle), Route("/static/img.png", lambda r: Response(b"png", media_type="image/png")),
          Route("/page", lambda r: PlainTextResponse("page" * 500))]


@pytest.fixture
def client() -> TestClient:
    CALLS.clear()
    return TestClient(Starlette(routes=ROUTES, middleware=[Middleware(CompressBundle)]))


def test_healthz_answers_the_release(client: TestClient) -> None:
    answer = client.get("/ucj/healthz")
    assert answer.json() == {"status": "ok", "release": 1, "date": "2026-11-21", "hash": "abc"}
    assert answer.headers["content-type"] == "application/json"


def test_our_files_are_immutable_and_have_their_type(client: TestClient) -> None:
    for asset in assets().values():
        answer = client.get(f"/ucj{asset.path}")
        assert answer.content == asset.body
        assert answer.headers["content-type"].startswith(asset.media_type)
        assert "immutable" in answer.headers["cache-control"]
        assert answer.headers["x-content-type-options"] == "nosniff"


def test_downloads_are_attachments(client: TestClient) -> None:
    answer = client.get("/ucj/data/x.csv")
    assert answer.content == b"a,b"
    assert answer.headers["content-disposition"] == 'attachment; filename="x.csv"'


def test_the_bundle_is_compressed_once(client: TestClient) -> None:
    first, second = (client.get("/static/js/a.js", headers={"accept-encoding": "gzip"}) for _ in range(2))
    assert first.headers["content-encoding"] == "gzip"
    assert first.text == second.text == "let a = 1;" * 500
    assert int(first.headers["content-length"]) < 200
    assert CALLS == ["/static/js/a.js"]


def test_what_need_not_be_compressed_passes_untouched(client: TestClient) -> None:
    assert "content-encoding" not in client.get("/static/js/a.js", headers={"accept-encoding": "identity"}).headers
    assert "content-encoding" not in client.get("/static/js/a.js", headers={"accept-encoding": "gzip", "range": "bytes=0-9"}).headers
    assert client.get("/static/img.png", headers={"accept-encoding": "gzip"}).content == b"png"
    assert client.get("/page").text == "page" * 500


@pytest.mark.skipif(not OWN_FILES.is_dir(), reason="hanya di Linux")
def test_listening_sockets_send_without_delay() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert listen_without_delay() >= 1
        assert server.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
