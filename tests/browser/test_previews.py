"""The app behind the middleware that gives every link its own head: what is sent, and that the room still opens."""

from __future__ import annotations

import re
import urllib.request

from tests.browser.conftest import settled


def test_a_room_opens_and_keeps_the_language_of_its_address(visit, server) -> None:
    sent = urllib.request.urlopen(f"{server}/daerah?daerah=13.11&bahasa=en").read().decode()
    assert '<html lang="en">' in sent and "<title>Kabupaten Solok Selatan · Peta UCJ</title>" in sent
    page = visit("/daerah?daerah=13.11")
    assert page.title() == "Peta UCJ · Sumatera Barat"  # Streamlit's own, once the room stands
    assert page.locator("html").get_attribute("lang") == "id"
    assert page.get_by_text("11.377 orang").first.is_visible()
    page.locator(".st-key-pilih-bahasa button", has_text="EN").click()
    settled(page)
    page.wait_for_function("document.documentElement.lang === 'en'")


def test_the_picture_of_a_link_is_there(server) -> None:
    sent = urllib.request.urlopen(f"{server}/?daerah=13.12").read().decode()
    picture = re.search(r'property="og:image" content="([^"]+)"', sent)[1]
    assert picture.startswith(f"{server}/kartu/13.12-")
    answer = urllib.request.urlopen(picture)
    body = answer.read()
    assert answer.headers["content-type"] == "image/png" and body.startswith(b"\x89PNG") and len(body) < 250_000
    assert (int.from_bytes(body[16:20]), int.from_bytes(body[20:24])) == (1200, 630)
