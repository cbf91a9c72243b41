"""What an official does: picks, goes on, goes back, reloads, changes language; address, widgets and content agree."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.browser.conftest import map_frame, settled


def _query(page) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}


def _district_widget(page) -> str:
    return page.locator('.st-key-pilih-daerah input').input_value() or page.locator('.st-key-pilih-daerah').inner_text()


def _expect_district(page, code: str, name: str) -> None:
    page.wait_for_function("code => new URLSearchParams(location.search).get('daerah') === code", arg=code)
    page.wait_for_selector(f"h3:has-text('{name}')")
    settled(page)
    assert name in _district_widget(page)


def test_a_click_on_the_map_chooses_and_zoom_survives(visit) -> None:
    page = visit("/peta?daerah=13.11")
    frame = map_frame(page)
    frame.click(".leaflet-control-zoom-in")
    frame.click(".leaflet-control-zoom-in")
    frame.wait_for_timeout(500)
    zoom = frame.evaluate("window.map.getZoom()")
    frame.evaluate("window.petaucj.state.areas['13.02'].path.fire('click', {latlng: window.map.getCenter()}, true)")
    _expect_district(page, "13.02", "Kabupaten Solok")
    assert frame.evaluate("window.map.getZoom()") == zoom
    tile = page.locator(".tile[data-code='13.74']")
    tile.click()
    _expect_district(page, "13.74", "Kota Padang Panjang")
    assert frame.evaluate("window.map.getZoom()") == zoom
    assert frame.evaluate("document.querySelector('path.district[aria-pressed=true]').getAttribute('aria-label')").startswith("Kota Padang Panjang")


def test_back_forward_reload_and_page_change_agree(visit) -> None:
    page = visit("/peta")
    page.locator(".tile[data-code='13.11']").click()
    _expect_district(page, "13.11", "Kabupaten Solok Selatan")
    page.locator(".tile[data-code='13.73']").click()
    _expect_district(page, "13.73", "Kota Sawahlunto")
    page.go_back()
    _expect_district(page, "13.11", "Kabupaten Solok Selatan")
    page.go_forward()
    _expect_district(page, "13.73", "Kota Sawahlunto")
    page.reload()
    settled(page)
    _expect_district(page, "13.73", "Kota Sawahlunto")
    page.get_by_role("link", name="Daerah", exact=True).click()
    page.wait_for_url(re.compile(r"/daerah\?"))
    settled(page)
    assert _query(page)["daerah"] == "13.73"
    assert "Sawahlunto" in page.locator(".stMain").inner_text()
    page.go_back()
    page.wait_for_url(re.compile(r"/peta"))
    _expect_district(page, "13.73", "Kota Sawahlunto")


@pytest.mark.parametrize("room", ["/peta", "/daerah", "/pendanaan", "/banding", "/sumber"])
def test_a_cold_deep_link_shows_that_view_in_the_frame(visit, room) -> None:
    page = visit(f"{room}?daerah=13.12&per=2025-08&bahasa=en")
    text = page.locator(".stMain").inner_text()
    assert "Release 2" in text
    assert _query(page) == {"daerah": "13.12", "per": "2025-08", "bahasa": "en"}


def test_the_language_switch_keeps_the_view(visit) -> None:
    page = visit("/peta?daerah=13.11&per=2025-10")
    page.locator(".st-key-pilih-bahasa button", has_text="EN").click()
    page.wait_for_function("() => location.search.includes('bahasa=en')")
    page.wait_for_selector("text=are still missing")
    assert _query(page) == {"daerah": "13.11", "per": "2025-10", "bahasa": "en"}


def test_nonsense_in_the_address_gets_a_notice(visit) -> None:
    page = visit("/peta?daerah=Solok&per=kapan")
    notices = page.locator('[data-testid="stAlert"]').all_inner_texts()
    assert len(notices) == 2
    assert "Kota Solok" in notices[0]


def test_numbers_are_indonesian_whatever_the_browser_speaks(visit) -> None:
    page = visit("/peta?daerah=13.11", )
    assert page.evaluate("navigator.language") == "en-US"
    text = page.locator(".stMain").inner_text()
    assert "18.788" in text
    assert "18,788" not in text


def test_the_map_carries_its_attribution_and_keeps_zoom_when_the_language_changes(visit) -> None:
    page = visit("/peta?daerah=13.11")
    frame = map_frame(page)
    assert "Badan Informasi Geospasial" in frame.locator(".leaflet-control-attribution").inner_text()
    frame.get_by_role("button", name="Perbesar").click()
    frame.wait_for_timeout(500)
    zoom = frame.evaluate("window.map.getZoom()")
    page.locator(".st-key-pilih-bahasa button", has_text="EN").click()
    page.wait_for_selector("text=are still missing")
    settled(page)
    frame.get_by_role("button", name="Zoom in").wait_for()
    assert "Boundaries:" in frame.locator(".leaflet-control-attribution").inner_text()
    assert frame.evaluate("window.map.getZoom()") == zoom


def test_two_dates_draw_two_whole_maps_without_a_fault(visit) -> None:
    page = visit("/peta?banding=2024-03&daerah=13.74")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.reload()
    settled(page)
    for index in range(2):
        frame = map_frame(page, index)
        assert frame.locator("path.district").count() == 19
    heights = {page.locator("iframe[title*='st_folium']").nth(i).bounding_box()["height"] for i in range(2)}
    assert len(heights) == 1
    assert faults == []
