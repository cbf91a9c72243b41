"""The file as it is opened: from a telephone's storage in airplane mode, with a finger, a keyboard, or no script at all; with the real seeds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from petaucj.data.catalogue import load_catalogue
from petaucj.domain.gather import gather
from petaucj.domain.planning import planning_of
from petaucj.share.embed import write_embed
from petaucj.share.pocket import write_pocket
from petaucj.views.occasion import Occasion, reader_for
from petaucj.views.pocket import build_pocket
from petaucj.views.state import ViewState
from tests.share.test_pocket import hostile_occasion

DAY = date(2026, 11, 21)
SMALL_CITIES = ("13.72", "13.73", "13.74", "13.75", "13.76", "13.77", "13.71")
TOLD = "() => document.querySelector('.panel:not([hidden]) h2').textContent"


@cache
def _facts():
    catalogue = load_catalogue()
    return gather(catalogue), planning_of(catalogue)


def _occasion(code: str = "13.11", language: str = "id", public_url: str = "") -> Occasion:
    atlas, book = _facts()
    return Occasion(atlas, book, ViewState(daerah=code, bahasa=language), reader_for(atlas, language, None, DAY, 12, 6), DAY, public_url)


def _pocket(code: str = "13.11", language: str = "id") -> bytes:
    return write_pocket(build_pocket(_occasion(code, language)))


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open a page from a file with the network off; at the end nothing was asked for, said or thrown."""
    asked, faults, contexts = [], [], []

    def open_(html: bytes, width: int = 390, height: int = 844, fragment: str = "", **options: object) -> Page:
        file = tmp_path / "saku.html"
        file.write_bytes(html)
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
        page.route("**/*", lambda route: route.continue_() if route.request.url.startswith(file.as_uri()) else route.abort())
        context.set_offline(True)
        page.goto(file.as_uri() + fragment)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []
    assert set(asked) <= {(tmp_path / "saku.html").as_uri()}
    assert len(asked) == len(contexts), "nothing but the file itself"


def _shown(page: Page) -> list[str]:
    return page.evaluate("() => [...document.querySelectorAll('.panel')].filter((p) => p.offsetParent).map((p) => p.id)")


def _text(page: Page) -> str:
    return page.locator(".panel:visible").inner_text().replace("\u00a0", " ")


def test_it_opens_at_its_district_and_says_the_golden_numbers(opened: Callable[..., Page]) -> None:
    page = opened(_pocket())
    assert _shown(page) == ["13.11"]
    told = _text(page)
    for number in ("18.788", "30.165", "11.377 orang", "14.177", "Rp2,86 miliar", "61.794", "9.650", "Nov 2025 – Des 2025"):
        assert number in told, number
    verdict = page.locator(".panel:visible .verdict").bounding_box()
    assert verdict["y"] + 80 < 844, "the verdict begins on the first screen of a telephone"


def test_a_tap_on_the_map_and_on_a_tile_shows_the_verdict(opened: Callable[..., Page]) -> None:
    page = opened(_pocket(), has_touch=True, is_mobile=True)
    page.locator(".place[data-code='13.12'] .area").first.tap()
    assert _shown(page) == ["13.12"]
    assert page.locator(".panel:visible .verdict").inner_text().strip()
    page.get_by_role("button", name="Petak").tap()
    page.locator(".tile[data-code='13.75']").tap()
    assert _shown(page) == ["13.75"]
    assert page.evaluate("location.hash") == "#13.75"
    assert page.locator("[aria-current=true]:visible").count() >= 1
    page.go_back()
    page.wait_for_function("() => document.querySelector('.panel:not([hidden])').id === '13.12'")


@pytest.mark.parametrize("width", [390, 360])
def test_small_cities_are_as_easy_to_hit_as_any(opened: Callable[..., Page], width: int) -> None:
    page = opened(_pocket(), width, 640)
    page.get_by_role("button", name="Petak").click()
    for code in SMALL_CITIES:
        box = page.locator(f".tile[data-code='{code}']").bounding_box()
        assert min(box["width"], box["height"]) >= 44, code
    page.get_by_role("button", name="Peta", exact=True).click()
    for code in ("13.74", "13.75", "13.76", "13.77", "13.72"):
        page.locator(f".place[data-code='{code}'] .dot").click()
        assert _shown(page) == [code]


def test_a_link_to_a_district_opens_it_and_nonsense_opens_the_files_own(opened: Callable[..., Page]) -> None:
    assert _shown(opened(_pocket(), fragment="#13.73")) == ["13.73"]
    assert _shown(opened(_pocket(), fragment="#%3Cscript%3E")) == ["13.11"]
    assert _shown(opened(_pocket(""))) == ["provinsi"]


@pytest.mark.parametrize(("typed", "found"), [
    ("solsel", ["Kabupaten Solok Selatan"]), ("SÖLSÉL", ["Kabupaten Solok Selatan"]), ("pd pariaman", ["Kabupaten Padang Pariaman"]),
    ("50 kota", ["Kabupaten Lima Puluh Kota"]), ("mentawai", ["Kabupaten Kepulauan Mentawai"]), ("zzz", []),
    ("solok", ["Kabupaten Solok", "Kabupaten Solok Selatan", "Kota Solok"]),
])
def test_search_finds_usual_names(opened: Callable[..., Page], typed: str, found: list[str]) -> None:
    page = opened(_pocket(""))
    page.get_by_label("Cari kabupaten/kota").fill(typed)
    assert page.locator(".search li b").all_inner_texts() == found
    said = page.locator(".search [role=status]").inner_text()
    assert said == (f"{len(found)} ditemukan" if found else "Tidak ada kabupaten/kota dengan nama itu.")
    if len(found) == 1:
        page.keyboard.press("Enter")
        assert page.evaluate(TOLD) == found[0]
        assert page.locator(".search li").count() == 0


def test_the_table_sorts_without_mixing_letters(opened: Callable[..., Page]) -> None:
    page = opened(_pocket(), 1366, 768)

    def column(index: int) -> list[str]:
        return page.locator(f".sort tbody tr > :nth-child({index})").all_inner_texts()

    page.get_by_role("button", name="Cakupan").click()
    assert page.locator(".sort th[aria-sort=descending]").inner_text().startswith("Cakupan")
    letters = column(3)
    assert letters == sorted(letters, key=lambda letter: "ABC?–".index(letter))
    values = [float(re.sub(r"[^\d,]", "", v).replace(",", ".")) for v, letter in zip(column(2), letters, strict=True) if letter == "?"]
    assert len(values) > 2
    assert values == sorted(values, reverse=True)
    page.get_by_role("button", name="Kekurangan (dasar)").click()
    assert column(5)[:3] == ["41.641 A", "14.177 A", "226 A"]
    page.get_by_role("button", name="Kekurangan (dasar)").click()
    assert column(5)[:3] == ["226 A", "14.177 A", "41.641 A"], "empty cells stay last"
    assert set(column(5)[3:]) == {"–"}


def test_without_a_script_everything_is_there(opened: Callable[..., Page]) -> None:
    page = opened(_pocket(), java_script_enabled=False)
    assert page.locator(".panel").count() == 20
    for at in range(20):
        assert page.locator(".panel .verdict").nth(at).is_visible()
    assert page.locator(".sort tbody tr").count() == 19
    assert not page.locator("#cari").is_visible()
    page.locator(".tile[data-code='13.09']").click()
    assert page.url.endswith("#13.09")


@pytest.mark.parametrize("code", ["13.11", ""])
@pytest.mark.parametrize("make", [lambda o: write_pocket(build_pocket(o)), write_embed], ids=["saku", "sematkan"])
def test_hostile_words_stay_words(opened: Callable[..., Page], make: Callable[[Occasion], bytes], code: str) -> None:
    page = opened(make(hostile_occasion(code)))
    if page.locator("#cari").count():
        page.get_by_label("Cari kabupaten/kota").fill("cmd")
        assert page.locator(".search li").count() >= 1
    for link in page.locator(".tile").all():
        link.dispatch_event("click")
    page.wait_for_timeout(100)
    assert page.evaluate("window.__pwned") is None
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("width", [320, 360, 390, 768, 1366, 1920])
def test_the_page_never_scrolls_sideways(opened: Callable[..., Page], width: int) -> None:
    for html in (_pocket(), _pocket("13.12", "en")):
        page = opened(html, width, 700)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.locator(".panel:visible summary").last.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_no_text_of_the_pictures_is_too_small_to_read(opened: Callable[..., Page]) -> None:
    page = opened(_pocket())
    small = page.evaluate("""() => { const svg = document.querySelector('.panel:not([hidden]) .months svg'); const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
        return Math.min(...[...svg.querySelectorAll('text')].map((t) => Number(t.getAttribute('font-size')) * scale)); }""")
    assert small >= 10


def test_dark_is_dark_and_paper_is_light(opened: Callable[..., Page]) -> None:
    page = opened(_pocket(), color_scheme="dark")
    ground = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(ground) == "rgb(22, 24, 26)"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"


@pytest.mark.parametrize("code", ["13.11", "13.09", ""])
def test_it_prints_on_few_pages_of_a4(opened: Callable[..., Page], code: str) -> None:
    pdf = opened(_pocket(code)).pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) <= 3
    width, height = map(float, re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf).groups())
    assert (round(width), round(height)) == pytest.approx((595, 842), abs=2)


def test_the_keyboard_reaches_everything(opened: Callable[..., Page]) -> None:
    page = opened(_pocket(), 1366, 768)
    reached = set()
    for _ in range(45):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("() => { const a = document.activeElement; return a.id || a.getAttribute('class') || a.tagName; }"))
    assert {"cari", "whole", "place", "BUTTON", "SUMMARY", "wide"} <= reached
    assert any(name.startswith("tile") for name in reached)
    page.locator(".tile[tabindex='0']").focus()
    page.keyboard.press("Home")
    seen = {page.evaluate("document.activeElement.dataset.code")}
    frontier = list(seen)
    while frontier:
        code = frontier.pop()
        for key in ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"):
            page.locator(f".tile[data-code='{code}']").focus()
            page.keyboard.press(key)
            found = page.evaluate("document.activeElement.dataset.code")
            if found not in seen:
                seen.add(found)
                frontier.append(found)
    assert len(seen) == 19
    page.locator(".place[tabindex='0']").focus()
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert _shown(page) != ["13.11"]
    assert page.evaluate("document.activeElement.tagName") == "H2", "the reader is led to what was chosen"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("make", [lambda o: write_pocket(build_pocket(o)), write_embed], ids=["saku", "sematkan"])
def test_axe_finds_nothing_serious(opened: Callable[..., Page], make: Callable[[Occasion], bytes], width: int, theme: str) -> None:
    for code in ("13.11", ""):
        page = opened(make(_occasion(code)), width, 768, color_scheme=theme)
        for button in page.get_by_role("button", name="Petak").all():
            if button.is_visible():
                button.click()
        for fold in page.locator(".panel:visible summary").all():
            fold.click()
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]}).response["violations"]
        assert [f"{v['id']}: {n['target']} {n['html'][:120]}" for v in found if v["impact"] in ("serious", "critical") for n in v["nodes"]] == []


def test_every_file_is_light_and_the_same_every_time() -> None:
    for language in ("id", "en"):
        body = _pocket("13.11", language)
        assert body == _pocket("13.11", language)
        assert len(body) < 350_000
    assert max(len(write_embed(_occasion(code))) for code in ("13.11", "13.12", "")) < 150_000


FRAMES = [(320, 480), (390, 600), (640, 420), (860, 600), (1200, 700)]


@pytest.mark.parametrize("size", FRAMES)
@pytest.mark.parametrize("code", ["13.11", "13.09", ""])
def test_the_source_line_of_a_frame_is_always_in_sight(opened: Callable[..., Page], code: str, size: tuple[int, int]) -> None:
    page = opened(write_embed(_occasion(code, public_url="https://ucj.contoh.go.id")), *size)
    foot = page.locator("footer").bounding_box()
    assert foot["y"] + foot["height"] <= size[1] + 1
    assert "Peta UCJ · Per Desember 2025 · data" in page.locator("footer").inner_text()
    assert page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]") == list(size)
    assert page.locator("main").bounding_box()["height"] > size[1] / 2


def test_a_frame_of_the_province_shows_the_line_of_the_tapped_district(opened: Callable[..., Page]) -> None:
    page = opened(write_embed(_occasion("")), 320, 480)
    before = page.locator("footer p").first.inner_text()
    page.get_by_role("button", name="Petak").click()
    page.locator(".tile[data-code='13.11']").click()
    assert "11.377 orang" in _text(page)
    assert "ANTARA Sumbar" in page.locator("footer p").first.inner_text() != before
    assert page.evaluate("location.hash") == "", "Back belongs to the page around the frame"


def test_a_locked_frame_cannot_be_led_elsewhere(opened: Callable[..., Page]) -> None:
    page = opened(write_embed(_occasion("13.11")), 640, 420, fragment="#13.06")
    assert _shown(page) == ["13.11"]
    assert page.locator("a, button").count() == 0
    for name in ("Sawahlunto", "Kepulauan Mentawai"):
        assert name not in page.locator("body").inner_text()


def test_it_works_in_a_sandboxed_frame(opened: Callable[..., Page]) -> None:
    inner = write_embed(_occasion("")).decode("utf-8").replace("&", "&amp;").replace('"', "&quot;")
    page = opened(f'<!DOCTYPE html><title>t</title><iframe title="Peta UCJ" loading="lazy" width="600" height="500" sandbox="allow-scripts allow-popups" srcdoc="{inner}"></iframe>'
                  .encode(), 700, 600)
    frame = page.frame_locator("iframe")
    frame.get_by_role("button", name="Petak").click()
    frame.locator(".tile[data-code='13.11']").click()
    assert "11.377 orang" in frame.locator(".panel:visible").inner_text()
