"""The meeting in a real browser: one click to all files, steps in the presenter's order, phones that follow, pages without Streamlit."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled

ENDINGS = {".html", ".pptx", ".pdf", ".xlsx", ".csv", ".geojson", ".json", ".png", ".svg"}


def test_one_click_from_the_district_to_all_files(visit) -> None:
    page: Page = visit("/daerah?daerah=13.11&per=2025-10")
    with page.expect_download(timeout=60_000) as held:
        page.get_by_role("button", name="Unduh semua berkas (zip)").click()
    assert held.value.suggested_filename == "ucj-13.11-2025-10.zip"
    with zipfile.ZipFile(io.BytesIO(held.value.path().read_bytes())) as archive:
        assert {name[name.rindex("."):] for name in archive.namelist()} == ENDINGS
        assert all(name.startswith("ucj-13.11-2025-10") for name in archive.namelist())


def test_many_files_tell_how_far_they_are(visit) -> None:
    page: Page = visit("/rapat?daerah=13.11")
    page.get_by_role("radio", name="Provinsi").click()
    for name in ("HTML untuk WhatsApp", "PPTX", "PDF", "PNG dan SVG"):
        page.get_by_role("button", name=name, exact=True).click()
        settled(page)
    page.get_by_role("button", name="Buat berkas").click()
    page.get_by_text(re.compile(r"\d+ berkas siap")).wait_for(timeout=60_000)
    with page.expect_download() as held:
        page.get_by_role("button", name="Simpan semua (zip)").click()
    with zipfile.ZipFile(io.BytesIO(held.value.path().read_bytes())) as archive:
        assert {name[name.rindex("."):] for name in archive.namelist()} == {".xlsx", ".csv", ".geojson", ".json"}


def test_the_presenter_s_order_stands_in_the_address_and_on_the_stage(visit, server: str) -> None:
    page: Page = visit("/rapat?daerah=13.11")
    page.get_by_role("button", name=re.compile("Hapus langkah.*Peringkat")).click()
    settled(page)
    page.get_by_role("button", name=re.compile("Turunkan.*Provinsi")).click()
    settled(page)
    assert "langkah=putusan%2Cprovinsi%2Cpembayar" in page.url
    href = page.get_by_role("link", name="Buka presentasi").get_attribute("href")
    page.goto(f"{server}{href}" if href.startswith("/") else href)
    assert "di mana kita berada" in page.locator("main, body").first.inner_text()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_text("13 dari 19").first).to_be_visible()


def test_a_plan_becomes_a_step(visit) -> None:
    page: Page = visit("/rencana?daerah=13.11")
    page.get_by_role("link", name="Bawa ke rapat").click()
    page.wait_for_url(re.compile("/rapat"))
    settled(page)
    expect(page.get_by_role("button", name=re.compile("Hapus langkah.*Rencana"))).to_be_visible()
    assert "rencana%3Aa" in page.url


def test_phones_follow_the_stage_until_the_presenter_closes(visit, chromium, server: str) -> None:
    room: Page = visit("/rapat?daerah=13.11")
    room.get_by_role("button", name="Buka untuk hadirin").click()
    try:
        shown = room.get_by_text(re.compile(r"Terbuka di: http://")).first
        if room.get_by_text("Buka untuk hadirin").count() and not shown.count():
            settled(room)
        if not shown.count():
            pytest.skip("mesin ini tidak punya alamat jaringan")
        address = re.search(r"http://\S+", shown.inner_text()).group().rstrip(".")
        phone = chromium.new_context(viewport={"width": 390, "height": 844}).new_page()
        phone.goto(address)
        stage = chromium.new_context(viewport={"width": 1920, "height": 1080}).new_page()
        stage.goto(f"{server}/presentasi?daerah=13.11")
        stage.keyboard.press("End")
        phone.wait_for_function("() => { const here = document.querySelector('[aria-current], .kini, .current'); return here && /keputusan/i.test(here.textContent); }", timeout=10_000)
        other = chromium.new_context().new_page()
        other.goto(f"{server}/presentasi?daerah=13.06")
        other.keyboard.press("ArrowRight")
        phone.wait_for_timeout(1_000)
        assert phone.evaluate("() => /keputusan/i.test(document.querySelector('[aria-current], .kini, .current').textContent)"), "a screen with another story moved the phones"
        assert phone.request.get(f"{address}/data/coverage.csv").status == 404
    finally:
        room.get_by_role("button", name="Tutup", exact=True).click()
        settled(room)
    expect(room.get_by_text("Tertutup:")).to_be_visible()


@pytest.mark.parametrize(("path", "says"), [
    ("/?tampil=sematkan&daerah=13.11", "18.788"), ("/peta?tampil=sematkan", "13 dari 19"), ("/daerah?tampil=kios&daerah=13.11", "13 dari 19"),
    ("/hadirin?daerah=13.11", "14.177"), ("/presentasi?daerah=13.11", "13 dari 19"),
])
def test_pages_of_our_own_ask_for_nothing_else(chromium, server: str, path: str, says: str) -> None:
    page, asked, said = chromium.new_context().new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{server}{path}")
    page.wait_for_timeout(500)
    assert says in page.content() and "streamlit" not in page.content().lower()
    assert [url for url in asked if not url.startswith(("data:", f"{server}/panggung/"))] == [f"{server}{path}"] and said == []
