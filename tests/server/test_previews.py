"""The head of Streamlit's page, and the pictures of links; with made-up districts and the page Streamlit really sends."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient

from petaucj.data.settings import Settings
from petaucj.server.previews import CARDS_KEPT, Previews, card_routes, dressed
from petaucj.views.occasion import Occasion, occasion_of
from tests.conftest import make_atlas, make_coverage, make_district, make_target
from tests.plans import make_book

ROOMS = ("peta", "daerah", "pendanaan", "banding", "rencana", "sumber")
STATIC = Path(streamlit.__file__).parent / "static"
INDEX = (STATIC / "index.html").read_text(encoding="utf-8")
HOSTILE = '"><script>alert(1)</script>{{7*7}}'
ATLAS = make_atlas(districts=(make_district("13.01", "Kabupaten Awan"), make_district("13.02", HOSTILE)),
                   coverage=(make_coverage("13.01", active=300, denominator=1000, pct="30.00"),), targets=(make_target("13.01"),))


def _occasion_for(query: Mapping[str, str]) -> Occasion:
    return occasion_of(query, ATLAS, make_book(), Settings(), date(2026, 11, 21))


def _page(request) -> Response:
    return HTMLResponse(INDEX, headers={"Cache-Control": "no-cache", "ETag": '"streamlit"', "Last-Modified": "Sat, 21 Nov 2026 11:00:52 GMT"})


def _client(prefix: str = "", public_url: str = "", page=_page, **client: object) -> TestClient:
    routes = [Route(f"{prefix}/", page), *(Route(f"{prefix}/{room}", page) for room in (*ROOMS, "lain")), Route(f"{prefix}/peta/x", page),
              Route(f"{prefix}/healthz", lambda request: JSONResponse({}))]
    middleware = [Middleware(Previews, occasion_for=_occasion_for, rooms=ROOMS, prefix=prefix, public_url=public_url)]
    return TestClient(Starlette(routes=routes, middleware=middleware), base_url="http://10.0.0.5:8501", **client)


class _Head(HTMLParser):
    """Reads what a chat app reads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: dict[str, str] = {}
        self.scripts, self.language, self.title, self._in_title = 0, "", "", False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag == "meta" and "content" in held:
            self.said[held.get("property") or held.get("name") or ""] = held["content"]
        self.language = held.get("lang", "") if tag == "html" else self.language
        self.scripts += tag == "script"
        self._in_title = tag == "title"

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False


def test_a_link_to_a_district_is_told_in_the_head() -> None:
    answer = _client().get("/daerah?daerah=13.01&per=2025-10")
    head = _Head(answer.text)
    assert (head.language, head.title) == ("id", "Kabupaten Awan · Peta UCJ")
    assert head.said["og:title"] == head.title and head.said["og:type"] == "website" and head.said["twitter:card"] == "summary_large_image"
    assert head.said["og:description"] == head.said["description"]
    assert head.said["og:description"].startswith("Per Oktober 2025 tercatat 300 peserta aktif")
    assert head.said["og:url"] == "http://10.0.0.5:8501/daerah?daerah=13.01&per=2025-10"
    assert head.said["og:image"] == "http://10.0.0.5:8501/kartu/13.01-2025-10-id.png"
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.headers["cache-control"] == "no-cache"


def test_the_rest_of_the_page_is_as_streamlit_made_it() -> None:
    told = _client().get("/").text
    ours = re.sub(r"<title>.*?</title>(<meta [^>]* />)+", "<title>Streamlit</title>", told, flags=re.S).replace('lang="id"', 'lang="en"')
    assert ours == INDEX


@pytest.mark.parametrize("address", ["/", "/peta", "/pendanaan", "/sumber?bagian=umur"])
def test_every_room_has_its_head(address: str) -> None:
    assert "Peta UCJ" in _Head(_client().get(address).text).title
    assert _Head(_client().get(address + ("&" if "?" in address else "?") + "bahasa=en").text).language == "en"


def test_all_else_passes_untouched() -> None:
    client = _client()
    for path in ("/lain", "/peta/x"):
        assert client.get(path).text == INDEX
        assert client.get(path).headers["etag"] == '"streamlit"'
    assert client.get("/healthz").json() == {}
    assert client.post("/peta").status_code == 405


def test_below_a_base_path() -> None:
    client = _client(prefix="/ucj")
    assert _Head(client.get("/ucj/").text).title == "Peta UCJ · Sumatera Barat"
    assert _Head(client.get("/ucj/peta?daerah=13.01").text).said["og:image"] == "http://10.0.0.5:8501/ucj/kartu/13.01-2025-10-id.png"
    assert client.get("/peta").status_code == 404


def test_the_configured_address_comes_before_the_host() -> None:
    head = _Head(_client(prefix="/ucj", public_url="https://peta.example.go.id/ucj/").get("/ucj/daerah?daerah=13.01").text)
    assert head.said["og:url"] == "https://peta.example.go.id/ucj/daerah?daerah=13.01"
    assert head.said["og:image"] == "https://peta.example.go.id/ucj/kartu/13.01-2025-10-id.png"


@pytest.mark.parametrize("host", ["evil.example/x", "a b", '"><script>', "user@host", "host:99999999", "-x", "", "a..b", "[::1", "host:80:80"])
def test_a_host_that_is_none_gives_no_picture(host: str) -> None:
    head = _Head(_client().get("/peta?daerah=13.01", headers={"host": host}).text)
    assert "og:image" not in head.said and "og:url" not in head.said
    assert head.title == "Kabupaten Awan · Peta UCJ"


@pytest.mark.parametrize("host", ["localhost:8501", "192.168.1.7", "peta.example.go.id", "[::1]:8501", "xn--bcher-kva.example:443"])
def test_a_plain_host_is_taken(host: str) -> None:
    assert _Head(_client().get("/peta", headers={"host": host}).text).said["og:image"] == f"http://{host}/kartu/sumbar-2025-10-id.png"


def test_nothing_from_data_or_address_becomes_markup() -> None:
    told = _client().get("/daerah", params={"daerah": "13.02", "kelompok": HOSTILE, "bahasa": '"><script>', "a": HOSTILE}).text
    head = _Head(told)
    assert head.scripts == _Head(INDEX).scripts
    assert head.title == f"{HOSTILE} · Peta UCJ" and head.said["og:title"] == head.title
    assert "<script>alert" not in told and head.language == "id"


def test_a_browser_that_has_the_page_gets_304_and_a_changed_view_does_not() -> None:
    client = _client()
    first = client.get("/peta?daerah=13.01")
    again = client.get("/peta?daerah=13.01", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["cache-control"] == "no-cache"
    other = client.get("/peta", headers={"if-none-match": first.headers["etag"], "if-modified-since": "Sun, 22 Nov 2026 00:00:00 GMT"})
    assert other.status_code == 200 and "Sumatera Barat" in other.text
    assert "last-modified" not in first.headers


def test_head_tells_the_length_and_sends_nothing() -> None:
    client = _client()
    asked, got = client.head("/peta"), client.get("/peta")
    assert asked.content == b"" and asked.headers["content-length"] == got.headers["content-length"]


@pytest.mark.parametrize("page", ["no html at all", "<html lang='x'><body>no head</body></html>", "", "<html><head></head><body></body></html>"])
def test_another_index_never_costs_the_page(page: str) -> None:
    answer = _client(page=lambda request: HTMLResponse(page)).get("/peta?daerah=13.01")
    assert answer.status_code == 200
    assert answer.text == page or ("<head><title>Kabupaten Awan" in answer.text and answer.text.endswith("</head><body></body></html>"))


def test_bytes_that_are_no_text_an_error_and_a_redirect_pass() -> None:
    assert _client(page=lambda request: Response(b"\xff\xfe", media_type="text/html")).get("/peta").content == b"\xff\xfe"
    assert _client(page=lambda request: HTMLResponse("<head></head>", status_code=500)).get("/peta").text == "<head></head>"
    assert _client(page=lambda request: RedirectResponse("/lain"), follow_redirects=False).get("/peta").headers["location"] == "/lain"
    assert _client(page=lambda request: JSONResponse({"a": 1})).get("/peta").json() == {"a": 1}


def test_a_preview_that_cannot_be_made_leaves_the_page_as_it_came(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    # import-linter, run by another test, switches off every logger there is.
    monkeypatch.setattr(logging.getLogger("petaucj"), "disabled", False)

    def broken(query: Mapping[str, str]) -> Occasion:
        raise ValueError(query)

    inner = Starlette(routes=[Route("/peta", _page)], middleware=[Middleware(Previews, occasion_for=broken, rooms=ROOMS)])
    assert TestClient(inner).get("/peta").text == INDEX
    assert "a link preview failed" in caplog.text


def test_a_file_as_streamlit_serves_it_is_read_whole() -> None:
    inner = Starlette(routes=[Mount("/", StaticFiles(directory=STATIC, html=True))],
                      middleware=[Middleware(Previews, occasion_for=_occasion_for, rooms=ROOMS)])
    answer = TestClient(inner).get("/", headers={"range": "bytes=0-20", "if-modified-since": "Sun, 22 Nov 2099 00:00:00 GMT"})
    assert answer.status_code == 200 and answer.text.rstrip().endswith("</html>")
    assert len(answer.content) == int(answer.headers["content-length"])


def test_language_and_title_are_replaced_once() -> None:
    told = dressed('<html class="a" lang="en"><head><title>x</title></head><svg lang="en"><title>y</title></svg></html>', "id", r"<title>\1</title>")
    assert told == '<html class="a" lang="id"><head><title>\\1</title></head><svg lang="en"><title>y</title></svg></html>'


@pytest.fixture
def drawn() -> list[tuple[str, str, str]]:
    return []


@pytest.fixture
def cards(drawn: list[tuple[str, str, str]]) -> TestClient:
    def draw(occasion: Occasion) -> bytes:
        drawn.append((occasion.state.daerah, str(occasion.reader.per), occasion.reader.language))
        return b"PNG " + repr(drawn[-1]).encode()

    return TestClient(Starlette(routes=card_routes(_occasion_for, draw, "/ucj")))


def test_a_card_is_drawn_once_and_sent_as_png(cards: TestClient, drawn: list) -> None:
    first, second = (cards.get("/ucj/kartu/13.01-2025-10-en.png") for _ in range(2))
    assert first.content == second.content and first.headers["content-type"] == "image/png"
    assert first.headers["x-content-type-options"] == "nosniff"
    assert drawn == [("13.01", "2025-10", "en")]
    assert cards.get("/ucj/kartu/sumbar-2025-10-id.png").status_code == 200
    assert drawn[-1] == ("", "2025-10", "id")


@pytest.mark.parametrize("name", ["13.99-2025-10-id", "13.01-1999-01-id", "13.01-2099-01-id", "13.01-2025-13-id", "13.01-2025-10-xx", "13.01-2025-10", "sumbar",
                                  "13.01-2025-10-id.png", "..%2f..%2fapp", "%3Cscript%3E-2025-10-id", "1301-2025-10-id", "13.01-2025-1-id", "13.01-٢٠٢٥-10-id"])
def test_what_there_is_not_is_not_drawn(cards: TestClient, drawn: list, name: str) -> None:
    assert cards.get(f"/ucj/kartu/{name}.png").status_code == 404
    assert drawn == []


def test_only_so_many_cards_are_kept(cards: TestClient, drawn: list) -> None:
    months = [f"20{year}-{month:02}" for year in range(25, 27) for month in range(1, 13)]
    asked = [f"/ucj/kartu/{code}-{month}-{language}.png" for month in months if "2025-10" <= month <= "2026-11" for code in ("13.01", "13.02", "sumbar")
             for language in ("id", "en")]
    assert len(asked) > CARDS_KEPT
    for address in asked:
        assert cards.get(address).status_code == 200
    cards.get(asked[-1])
    assert len(drawn) == len(asked)
    cards.get(asked[0])
    assert len(drawn) == len(asked) + 1


def test_the_picture_named_in_the_head_is_one_there_is(cards: TestClient) -> None:
    for query in ("", "?daerah=13.01", "?daerah=13.01&per=2026-03&bahasa=en", "?indikator=tertanggung&per=2027-06"):
        picture = unescape(_Head(_client(prefix="/ucj").get(f"/ucj/peta{query}").text).said["og:image"])
        assert cards.get(picture.removeprefix("http://10.0.0.5:8501")).status_code == 200, picture


def test_the_day_makes_a_new_card() -> None:
    days = iter((date(2026, 11, 21), date(2026, 11, 22)))
    drawn: list[date] = []

    def draw(occasion: Occasion) -> bytes:
        drawn.append(occasion.day)
        return b"x"

    client = TestClient(Starlette(routes=card_routes(lambda query: replace(_occasion_for(query), day=next(days)), draw)))
    client.get("/kartu/13.01-2025-10-id.png"), client.get("/kartu/13.01-2025-10-id.png")
    assert drawn == [date(2026, 11, 21), date(2026, 11, 22)]
