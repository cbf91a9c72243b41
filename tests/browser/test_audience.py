"""The audience page in a real browser on a phone's screen: read, follow, lose the network, come back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from petaucj.data.catalogue import load_catalogue
from petaucj.data.settings import Settings
from petaucj.domain.gather import gather
from petaucj.domain.planning import planning_of
from petaucj.meeting.audience import Audience
from petaucj.meeting.network import bound_socket
from petaucj.share.audience import write_audience
from petaucj.views.occasion import occasion_of
from petaucj.views.story import Story, build_story

HERE, DAY = "127.0.0.1", date(2026, 11, 21)
WHOLE = "provinsi,peringkat,putusan,pembayar,tebing,pilihan,rencana,keputusan"
# The smallest letters on the page in pixels, those inside pictures apart (they are told beside them too).
SMALLEST = """() => Math.min(...[...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && !['SCRIPT', 'STYLE'].includes(e.tagName)
  && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && e.getClientRects().length).map(e => parseFloat(getComputedStyle(e).fontSize)))"""
IN_SIGHT = "n => { const box = document.getElementById(`langkah-${n}`).getBoundingClientRect(); return box.top > -60 && box.top < 200; }"
PREVIEW = "() => Object.fromEntries([...document.querySelectorAll('meta[property]')].map(m => [m.getAttribute('property'), m.content]))"


@pytest.fixture(scope="module")
def stories() -> dict[str, Story]:
    """The whole story of one district in both languages."""
    catalogue = load_catalogue()
    atlas, book = gather(catalogue), planning_of(catalogue)
    return {language: build_story(occasion_of({"daerah": "13.11", "langkah": WHOLE, "bahasa": language}, atlas, book, Settings(), DAY)) for language in ("id", "en")}


@pytest.fixture
def audience(stories: dict[str, Story]) -> Iterator[Audience]:
    """An open audience on a free port of this machine."""
    held = Audience()
    with bound_socket(HERE, 0) as probe:
        port = probe.getsockname()[1]
    _open(held, stories["id"], port)
    yield held
    held.close()


def _open(held: Audience, story: Story, port: int) -> int:
    return held.open(write_audience(story, base=f"http://{HERE}:{port}"), b"\x89PNG", len(story.steps), port, HERE).port


@pytest.fixture
def phone(chromium: Browser, audience: Audience) -> Iterator[Page]:
    """A phone that has opened the page and hears the presenter."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="id-ID", reduced_motion="reduce")
    page = context.new_page()
    page.told = []
    page.on("console", lambda message: page.told.append(message.text))
    page.on("pageerror", lambda fault: page.told.append(str(fault)))
    page.asked = []
    page.on("request", lambda request: page.asked.append(request.url))
    page.goto(f"http://{HERE}:{audience.state.port}/")
    page.wait_for_selector("section.now")
    yield page
    context.close()


def _goes_to(audience: Audience, step: int) -> None:
    assert audience.move(step, audience.token)


def test_the_page_can_be_read_on_a_phone(phone: Page, audience: Audience) -> None:
    assert phone.evaluate("document.documentElement.scrollWidth") == 390
    assert phone.evaluate(SMALLEST) >= 16
    assert phone.locator("section").count() == 8
    assert phone.locator("svg").count() == 4
    assert phone.locator(".follow label").bounding_box()["height"] >= 44
    assert phone.title() == "UCJ Kabupaten Solok Selatan"
    assert phone.evaluate("document.documentElement.lang") == "id"
    assert phone.told == []
    assert {url for url in phone.asked if not url.startswith("data:")} == {f"http://{HERE}:{audience.state.port}/{path}" for path in ("", "posisi")}


def test_it_follows_the_presenter(phone: Page, audience: Audience) -> None:
    assert phone.get_by_role("switch", name="Ikuti presenter").is_checked()
    for step in (4, 7, 2):
        _goes_to(audience, step)
        phone.wait_for_selector(f"#langkah-{step + 1}.now[aria-current=step]", timeout=2000)
        phone.wait_for_function(IN_SIGHT, arg=step + 1)
        assert phone.inner_text(".where") == f"Presenter: {step + 1} dari 8"
    assert phone.locator("section.now").count() == 1


def test_whoever_switches_off_reads_alone_and_can_come_back(phone: Page, audience: Audience) -> None:
    phone.get_by_text("Ikuti presenter").click()
    _goes_to(audience, 5)
    phone.wait_for_selector("#langkah-6.now")
    assert phone.evaluate("scrollY") == 0
    phone.reload()
    phone.wait_for_selector("#langkah-6.now")
    assert not phone.get_by_role("switch").is_checked()
    assert phone.evaluate("scrollY") == 0
    phone.get_by_text("Ikuti presenter").click()
    phone.wait_for_function(IN_SIGHT, arg=6)


def test_a_link_to_a_step_is_read_alone(phone: Page, audience: Audience) -> None:
    _goes_to(audience, 6)
    phone.goto(f"http://{HERE}:{audience.state.port}/?x#langkah-2")
    phone.wait_for_selector("#langkah-7.now")
    assert not phone.get_by_role("switch").is_checked()
    phone.wait_for_function(IN_SIGHT, arg=2)


def test_it_says_that_the_presenter_closed_and_comes_back_by_itself(phone: Page, audience: Audience, stories: dict[str, Story]) -> None:
    port = audience.state.port
    audience.close()
    phone.wait_for_function("() => document.querySelector('.news').textContent === 'Ditutup presenter.'")
    assert phone.locator("#langkah-3 h2").is_visible()
    assert _open(audience, stories["id"], port) == port
    _goes_to(audience, 3)
    phone.wait_for_selector("#langkah-4.now", timeout=20_000)
    phone.wait_for_function("() => document.querySelector('.news').textContent === ''")


FAST = """const [wait, real] = [setTimeout, Date.now], began = Date.now(); window.setTimeout = (f, ms) => wait(f, ms / 20);
  Date.now = () => began + 20 * (real() - began);"""


def test_after_many_tries_it_says_that_the_presenter_may_be_gone_and_still_comes_back(phone: Page, audience: Audience, stories: dict[str, Story]) -> None:
    phone.add_init_script(FAST)
    # A cut line says no goodbye.
    phone.add_init_script("EventSource.prototype.addEventListener = () => {};")
    phone.reload()
    phone.wait_for_selector("section.now")
    port = audience.state.port
    audience.close()
    phone.wait_for_function("() => document.querySelector('.news').textContent.startsWith('Terputus')")
    told = "Presenter menutup halaman ini atau jaringan terputus; halaman tetap dapat dibaca."
    phone.wait_for_function("(told) => document.querySelector('.news').textContent === told", arg=told, timeout=20_000)
    assert phone.locator("#langkah-3 h2").is_visible()
    assert _open(audience, stories["id"], port) == port
    _goes_to(audience, 3)
    phone.wait_for_selector("#langkah-4.now", timeout=20_000)
    phone.wait_for_function("() => document.querySelector('.news').textContent === ''")


def test_a_new_frozen_view_is_loaded_by_those_who_follow(phone: Page, audience: Audience, stories: dict[str, Story]) -> None:
    _open(audience, stories["en"], audience.state.port)
    phone.wait_for_selector("html[lang=en] section.now", timeout=20_000)
    assert phone.inner_text(".where") == "Presenter: 1 of 8"


def test_those_who_read_alone_are_told_of_a_new_view(phone: Page, audience: Audience, stories: dict[str, Story]) -> None:
    phone.get_by_text("Ikuti presenter").click()
    _open(audience, stories["en"], audience.state.port)
    phone.wait_for_function("() => document.querySelector('.news').textContent.includes('tampilan baru')", timeout=20_000)
    assert phone.evaluate("document.documentElement.lang") == "id"


def test_without_streams_it_asks(phone: Page, audience: Audience) -> None:
    phone.add_init_script("delete window.EventSource")
    phone.reload()
    phone.wait_for_selector("#langkah-1.now")
    for step in (1, 5):
        _goes_to(audience, step)
        phone.wait_for_selector(f"#langkah-{step + 1}.now", timeout=2000)


def test_a_stream_that_brings_nothing_is_given_up(phone: Page, audience: Audience) -> None:
    phone.add_init_script("window.EventSource = class { close() {} addEventListener() {} }; const wait = setTimeout; window.setTimeout = (f, ms) => wait(f, ms / 20);")
    phone.reload()
    phone.wait_for_selector("#langkah-1.now")
    _goes_to(audience, 2)
    phone.wait_for_selector("#langkah-3.now")


def test_chat_apps_find_title_sentence_and_picture(phone: Page, audience: Audience) -> None:
    told = phone.evaluate(PREVIEW)
    assert told["og:title"] == "UCJ Kabupaten Solok Selatan"
    assert told["og:description"].startswith("Per Oktober 2025 tercatat 18.788 peserta aktif.")
    assert told["og:image"] == f"http://{HERE}:{audience.state.port}/kartu.png"


def test_without_script_it_is_a_plain_page(chromium: Browser, audience: Audience) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"http://{HERE}:{audience.state.port}/")
    assert page.locator("#langkah-8 h2").inner_text() == "Kabupaten Solok Selatan: yang diminta"
    assert not page.locator("#ikuti").is_visible()
    context.close()


@pytest.mark.parametrize(("language", "width", "height", "theme"), [("id", 390, 844, "light"), ("en", 360, 640, "dark"), ("id", 1366, 768, "dark"), ("en", 1366, 768, "light")])
def test_a_saved_page_opens_without_a_network_and_everybody_can_use_it(chromium: Browser, stories: dict[str, Story], tmp_path, language: str, width: int,
                                                                        height: int, theme: str) -> None:
    (tmp_path / "halaman.html").write_bytes(write_audience(stories[language]))
    context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=theme, offline=True)
    page = context.new_page()
    page.goto(f"file://{tmp_path}/halaman.html")
    assert not page.locator("#ikuti").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.evaluate(SMALLEST) >= 16
    found = Axe().run(page)
    assert [v["id"] for v in found.response["violations"] if v["impact"] in ("serious", "critical")] == []
    context.close()
