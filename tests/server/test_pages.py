"""Pages of our own: one made at a time, kept by what they show, framed only where they are made for it."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from petaucj.data.settings import Settings
from petaucj.meeting.audience import Audience
from petaucj.server import pages as pages_module
from petaucj.server.pages import Pages, Views
from petaucj.views.occasion import occasion_of
from tests.occasions import DAY, make_golden_atlas, make_occasion

ROOMS = ("peta", "daerah")


class _Clock:
    day: date = DAY


@pytest.fixture
def pages() -> Pages:
    atlas, book = make_golden_atlas(), make_occasion().book
    return Pages(lambda query: occasion_of(query, atlas, book, Settings(), _Clock.day), Audience(), "/ucj")


@pytest.fixture
def client(pages: Pages) -> TestClient:
    inner = [Route("/ucj/peta", lambda r: PlainTextResponse("streamlit")), Route("/ucj/", lambda r: PlainTextResponse("streamlit"))]
    return TestClient(Starlette(routes=[*pages.routes(), *inner], middleware=[Middleware(Views, pages=pages, rooms=ROOMS, prefix="/ucj")]),
                      base_url="http://127.0.0.1:8501", client=("127.0.0.1", 5))


def test_the_presentation_tells_its_step_only_from_this_machine(client: TestClient, pages: Pages) -> None:
    here = client.get("/ucj/presentasi?daerah=13.11")
    assert pages._audience.token in here.text and "/ucj/panggung/posisi" in here.text
    for headers in ({"X-Forwarded-For": "1.2.3.4"}, {"Host": "ucj.go.id"}, {"Origin": "https://ucj.go.id"}):
        assert pages._audience.token not in client.get("/ucj/presentasi?daerah=13.11", headers=headers).text


@pytest.mark.parametrize(("path", "says"), [("/ucj/?tampil=sematkan&daerah=13.11", "18.788"), ("/ucj/peta?tampil=kios", "Kota Penuh"), ("/ucj/peta", "streamlit"),
                                            ("/ucj/peta?tampil=apa", "streamlit"), ("/ucj/hadirin?daerah=13.11", "14.177")])
def test_each_address_gets_its_page(client: TestClient, path: str, says: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200 and says in answer.text


def test_only_the_embedded_page_may_stand_in_another_site(client: TestClient) -> None:
    for path in ("/ucj/presentasi", "/ucj/hadirin", "/ucj/?tampil=kios"):
        assert client.get(path).headers["content-security-policy"] == "frame-ancestors 'self'"
    assert "content-security-policy" not in client.get("/ucj/?tampil=sematkan").headers


def test_what_changes_nothing_makes_no_second_copy(client: TestClient, pages: Pages) -> None:
    for more in ("", "&halaman=3", "&halaman=4&tahun=", "&indikator=peserta", "&kelompok=solok"):
        client.get(f"/ucj/hadirin?daerah=13.11{more}")
    assert len(pages._kept) == 1
    client.get("/ucj/hadirin?daerah=13.11&langkah=putusan")
    assert len(pages._kept) == 2


def test_the_kept_pages_stay_below_their_limit(client: TestClient, pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_module, "MOST_BYTES", 200_000)
    for langkah in ("putusan", "tebing", "pilihan", "keputusan", "provinsi"):
        assert client.get(f"/ucj/hadirin?daerah=13.11&langkah={langkah}").status_code == 200
    assert sum(map(len, pages._kept.values())) <= 200_000


def test_beyond_a_short_queue_the_answer_is_busy(pages: Pages, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages_module, "MOST_WAITING", 2)

    async def ask() -> list[int]:
        return [answer.status_code for answer in await asyncio.gather(
            *(pages.page("hadirin", {"daerah": "13.11", "langkah": kind}) for kind in ("putusan", "tebing", "pilihan", "keputusan")))]

    # In a thread of its own: the browser tests keep a loop running in this one.
    with ThreadPoolExecutor(1) as apart:
        assert sorted(apart.submit(asyncio.run, ask()).result()) == [200, 200, 503, 503]
