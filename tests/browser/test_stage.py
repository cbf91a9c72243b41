"""The presentation in a real browser: seen from the last row, driven by keys, beside its speaker's window, without a cable; real seeds."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from petaucj.data.catalogue import load_catalogue
from petaucj.domain.atlas import Atlas
from petaucj.domain.gather import gather
from petaucj.domain.planning import PlanningBook, planning_of
from petaucj.draw.palette import luminance
from petaucj.share.qr import qr_svg
from petaucj.share.stage import StageOptions, write_kiosk, write_stage
from petaucj.views.occasion import Occasion, reader_for
from petaucj.views.state import ViewState
from petaucj.views.story import Story, build_story

DAY = date(2026, 11, 21)
EVERY = "provinsi,peringkat,putusan,pembayar,tebing,pilihan,rencana,keputusan"
STAGE = {"width": 1920, "height": 1080}
ADDRESS = "http://192.168.1.7:8520"
# Every piece of text that is drawn, with its size on the screen and its place; words for ears alone are left out.
TEXTS = """() => {
    const found = [];
    const root = document.querySelector('.langkah.kini');
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, holder = node.parentElement;
        if (!node.textContent.trim() || holder.closest('[hidden], title, defs')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        const svg = holder.closest('svg');
        let size = parseFloat(getComputedStyle(holder).fontSize);
        if (svg) { const m = holder.getScreenCTM(); size *= Math.sqrt(Math.abs(m.a * m.d - m.b * m.c)); }
        else size *= document.getElementById('kanvas').getBoundingClientRect().width / 1920;
        const line = holder.closest('.baris, text, b, i, dt, p, h2') || holder;
        found.push({ text: node.textContent, size, left: box.left, right: box.right, top: box.top, bottom: box.bottom,
            line: [...root.querySelectorAll('*')].indexOf(line) });
    }
    return found;
}"""


@pytest.fixture(scope="module")
def held() -> tuple[Atlas, PlanningBook]:
    catalogue = load_catalogue()
    return gather(catalogue), planning_of(catalogue)


@pytest.fixture(scope="module")
def story(held: tuple[Atlas, PlanningBook]) -> Callable[..., Story]:
    atlas, book = held

    def make(code: str, language: str = "id", steps: str = EVERY) -> Story:
        state = ViewState(daerah=code, bahasa=language, langkah=steps if code or ":" in steps else "")
        return build_story(Occasion(atlas, book, state, reader_for(atlas, language, None, DAY, 12, 6), DAY))

    return make


@pytest.fixture
def talk(chromium: Browser) -> Iterator[BrowserContext]:
    """A context whose pages may say nothing on the console and ask nobody but themselves."""
    context = chromium.new_context(viewport=STAGE, locale="en-US")
    faults: list[str] = []
    context.on("console", lambda message: faults.append(message.text))
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("request", lambda request: faults.append(request.url) if not request.url.startswith(("file://", "data:")) else None)
    yield context
    context.close()
    assert faults == []


def _opened(context: BrowserContext, file: Path, page: bytes) -> Page:
    file.write_bytes(page)
    shown = context.new_page()
    shown.goto(file.as_uri())
    shown.wait_for_selector("body[data-siap]")
    shown.evaluate("document.fonts.ready")
    return shown


@pytest.fixture
def stage(talk: BrowserContext, tmp_path: Path, story: Callable[..., Story]) -> Page:
    return _opened(talk, tmp_path / "presentasi.html", write_stage(story("13.11"), StageOptions()))


def _until(true: Callable[[], bool]) -> None:
    """Wait for something to become true; the page's own policy forbids Playwright's waiting."""
    for _ in range(150):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen in time")


def _at(page: Page) -> int:
    return page.evaluate("Number(document.querySelector('.langkah.kini').dataset.langkah)")


def _overlaps(texts: list[dict]) -> list[tuple[str, str]]:
    """Return pairs of texts of different lines whose letters (not their full line height) cover each other."""
    found = []
    for i, a in enumerate(texts):
        for b in texts[i + 1:]:
            across = min(a["right"], b["right"]) - max(a["left"], b["left"])
            inset_a, inset_b = 0.22 * (a["bottom"] - a["top"]), 0.22 * (b["bottom"] - b["top"])
            down = min(a["bottom"] - inset_a, b["bottom"] - inset_b) - max(a["top"] + inset_a, b["top"] + inset_b)
            if a["line"] != b["line"] and across > 1 and down > 1:
                found.append((a["text"], b["text"]))
    return found


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("code", ["13.11", "13.06", "13.73", "13.12", "13.09", ""])
def test_everything_is_at_least_28_pixels_and_in_its_place(talk: BrowserContext, tmp_path: Path, story: Callable[..., Story], code: str, language: str) -> None:
    page = _opened(talk, tmp_path / "p.html", write_stage(story(code, language), StageOptions()))
    page.evaluate("document.getElementById('bilah').hidden = true")
    steps = page.locator(".langkah").count()
    for n in range(1, steps + 1):
        assert _at(page) == n
        texts = page.evaluate(TEXTS)
        assert len(texts) > 4
        assert [t["text"] for t in texts if t["size"] < 27.99] == []
        assert [t["text"] for t in texts if t["left"] < 95 or t["right"] > 1826 or t["top"] < 40 or t["bottom"] > 1056] == [], n
        assert _overlaps(texts) == [], n
        body, foot = page.evaluate("['.isi', 'footer'].map((s) => document.querySelector(`.langkah.kini ${s}`).getBoundingClientRect().toJSON())")
        assert max(t["bottom"] for t in texts if t["bottom"] < foot["bottom"] - 1 and t["top"] < foot["top"] - 1) <= foot["top"] + 2, n
        assert body["bottom"] <= foot["top"] + 8, n
        message = page.evaluate("parseFloat(getComputedStyle(document.querySelector('.langkah.kini .pesan')).fontSize)")
        assert message >= 52
        big = page.evaluate("""[...document.querySelectorAll('.langkah.kini .nilai b')].filter((b) => /\\d/.test(b.textContent))
            .map((b) => parseFloat(getComputedStyle(b).fontSize))""")
        assert all(size >= 96 for size in big)
        page.keyboard.press("PageDown")


def test_all_nineteen_stand_beside_the_map_with_values_letters_and_dates(stage: Page) -> None:
    listed = stage.evaluate("[...document.querySelectorAll('.isi-provinsi figure')][1].textContent")
    for words in ("Pessel", "Mentawai", "Bukittinggi", "Sawahlunto", "57,84", "30,40", "Okt 2025", "tanpa tgl"):
        assert words in listed, words
    names = stage.evaluate("[...document.querySelectorAll('.isi-provinsi figure')][1].querySelectorAll('line').length")
    assert names == 19
    assert stage.locator(".isi-provinsi svg svg path.area").count() >= 19
    written = stage.evaluate("[...document.querySelectorAll('.isi-provinsi figure')][0].querySelectorAll(':scope > svg > text').values().map((t) => t.textContent).toArray()")
    assert len(written) >= 4 and "30,40 B" in written
    assert [words for words in written if words.rpartition(" ")[2] not in ("A", "B", "C", "?")] == []


def test_the_values_on_the_map_cover_neither_each_other_nor_a_small_city(stage: Page) -> None:
    values, dots = stage.evaluate("""['text', 'circle'].map((kind) => [...document.querySelectorAll('.isi-provinsi figure')][0].querySelectorAll(kind)
        .values().map((one) => one.getBoundingClientRect().toJSON()).toArray())""")
    assert len(values) >= 4 and len(dots) >= 5
    for i, value in enumerate(values):
        for other in (*values[i + 1:], *dots):
            inset = 0.22 * value["height"]
            assert (value["right"] <= other["left"] or other["right"] <= value["left"] or value["bottom"] - inset <= other["top"] + (inset if other in values else 0)
                    or other["bottom"] - (inset if other in values else 0) <= value["top"] + inset), (value, other)


def test_the_signs_of_the_months_stand_clear_above_their_words(stage: Page) -> None:
    stage.evaluate("location.hash = '#5'")
    _until(lambda: _at(stage) == 5)
    signs, words = stage.evaluate("""['path.ink', 'path.ink + text'].map((kind) => document.querySelector('.langkah.kini figure').querySelectorAll(kind)
        .values().map((one) => one.getBoundingClientRect().toJSON()).toArray())""")
    assert len(signs) == len(words) >= 2
    for sign, word in zip(signs, words, strict=True):
        assert word["top"] + 0.22 * word["height"] >= sign["bottom"] + 6


def _light(colour: str) -> float:
    red, green, blue = (int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
    return luminance(f"#{red:02x}{green:02x}{blue:02x}")


def test_on_dark_ground_no_known_end_computed_back_and_ahead_look_different(stage: Page) -> None:
    stage.keyboard.press("t")
    stage.evaluate("location.hash = '#5'")
    _until(lambda: _at(stage) == 5)
    ground, base, share, lines = stage.evaluate("""(() => { const css = (s, root = document.querySelector('.langkah.kini figure')) => getComputedStyle(root.querySelector(s));
        return [getComputedStyle(document.body).backgroundColor, css('rect.base:not(.back)').fill, Number(css('rect.back').fillOpacity), css('.pattern-line', document).stroke]; })()""")
    back = _light(ground) ** (1 / 2.2) * (1 - share) + _light(base) ** (1 / 2.2) * share
    steps = [_light(ground), back ** 2.2, _light(base)]
    assert all((upper + 0.05) / (lower + 0.05) >= 1.9 for lower, upper in zip(steps, steps[1:], strict=False)), steps
    assert (_light(base) + 0.05) / (_light(lines) + 0.05) >= 4.5


def test_the_verdict_shows_its_warning_on_the_stage_itself(stage: Page) -> None:
    stage.evaluate("location.hash = '#3'")
    _until(lambda: _at(stage) == 3)
    expect(stage.locator(".langkah.kini .isi")).to_contain_text("Angka yang diberitakan 30,40 % memakai penyebut lain")


def test_it_is_printed_page_by_page_with_every_source_and_no_blank_page(stage: Page, story: Callable[..., Story]) -> None:
    expect(stage.locator("#bilah")).to_be_visible()
    pages = [page.extract_text() for page in PdfReader(BytesIO(stage.pdf(prefer_css_page_size=True, print_background=True))).pages]
    assert len(pages) == 8
    steps = story("13.11").steps
    assert steps[0].source
    for i, (step, words) in enumerate(zip(steps, pages, strict=True), 1):
        assert not step.source or step.source.split()[0] in words, i
        assert f"{i}/8" in words.replace("\n", ""), i
    assert "Layar penuh" not in pages[0]


def test_the_buttons_of_the_first_screen_cover_no_word(stage: Page) -> None:
    expect(stage.locator("#bilah")).to_be_visible()
    bottom = stage.evaluate("Math.max(...[...document.querySelectorAll('#bilah button')].map((b) => b.getBoundingClientRect().bottom))")
    texts = stage.evaluate(TEXTS)
    assert min(t["top"] for t in texts) >= bottom
    assert any("Sumber:" in t["text"] for t in texts)
    assert stage.evaluate("getComputedStyle(document.querySelector('.langkah.kini footer')).visibility") == "visible"


def test_a_talk_is_held_with_keys_alone(stage: Page) -> None:
    keys, walked = stage.keyboard, []
    for key, expected in (("End", 8), ("Home", 1), ("ArrowRight", 2), ("ArrowDown", 3), ("PageDown", 4), (" ", 5), ("Enter", 6), ("ArrowLeft", 5), ("ArrowUp", 4),
                          ("PageUp", 3), ("Backspace", 2)):
        keys.press(key)
        walked.append((key, _at(stage) == expected))
    assert all(right for _, right in walked), walked
    keys.press("Home")
    for n in range(2, 10):
        keys.press("PageDown")
        assert _at(stage) == min(n, 8)
    keys.press("3")
    expect(stage.locator("#tanda")).to_have_text("Ke langkah 3, lalu Enter")
    keys.press("Enter")
    assert _at(stage) == 3
    keys.press("9")
    keys.press("9")
    keys.press("Enter")
    assert _at(stage) == 8
    expect(stage).to_have_title("8/8 · Kabupaten Solok Selatan: yang diminta · UCJ Kabupaten Solok Selatan")


def test_black_full_screen_light_and_the_list_of_keys(stage: Page) -> None:
    keys = stage.keyboard
    for black in ("b", "."):
        keys.press(black)
        expect(stage.locator("#hitam")).to_be_visible()
        keys.press("PageDown")
        expect(stage.locator("#hitam")).to_be_hidden()
        assert _at(stage) == 1
    for full in ("f", "F5"):
        keys.press(full)
        _until(lambda: stage.evaluate("document.fullscreenElement !== null"))
        keys.press(full)
        _until(lambda: stage.evaluate("document.fullscreenElement === null"))
    keys.press("t")
    assert stage.locator("body").get_attribute("data-theme") == "dark"
    keys.press("?")
    expect(stage.locator("#tombol")).to_be_visible()
    assert stage.evaluate("Math.min(...[...document.querySelectorAll('#tombol li')].map((e) => parseFloat(getComputedStyle(e).fontSize)))") >= 28
    keys.press("Escape")
    expect(stage.locator("#tombol")).to_be_hidden()


def test_the_first_screen_offers_full_screen_and_hides_the_mouse_in_time(stage: Page) -> None:
    stage.get_by_role("button", name="Layar penuh F").click()
    _until(lambda: stage.evaluate("document.fullscreenElement !== null"))
    stage.keyboard.press(" ")
    assert _at(stage) == 2
    expect(stage.locator("#bilah")).to_be_hidden()
    stage.wait_for_selector("body.diam")
    assert stage.evaluate("getComputedStyle(document.getElementById('panggung')).cursor") == "none"
    stage.keyboard.press("f")


def test_a_click_and_a_swipe_step(stage: Page, chromium: Browser, tmp_path: Path) -> None:
    stage.mouse.click(1500, 400)
    assert _at(stage) == 2
    stage.mouse.click(850, 400)
    assert _at(stage) == 2
    stage.mouse.click(300, 400)
    assert _at(stage) == 1
    swipe = """(by) => { const place = document.getElementById('panggung');
        const at = (x) => new Touch({ identifier: 1, target: place, clientX: x, clientY: 300 });
        place.dispatchEvent(new TouchEvent('touchstart', { touches: [at(600)], changedTouches: [at(600)] }));
        place.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [at(600 + by)] })); }"""
    stage.evaluate(swipe, -200)
    assert _at(stage) == 2
    stage.evaluate(swipe, 200)
    assert _at(stage) == 1


def test_the_step_is_in_the_address(stage: Page) -> None:
    for _ in range(2):
        stage.keyboard.press("PageDown")
    assert stage.url.endswith("#3")
    stage.reload()
    stage.wait_for_selector("body[data-siap]")
    assert _at(stage) == 3
    stage.go_back()
    _until(lambda: stage.evaluate("location.hash === '#2'"))
    assert _at(stage) == 2
    stage.evaluate("location.hash = '#5'")
    _until(lambda: stage.evaluate("document.querySelector('.langkah.kini').dataset.langkah === '5'"))


def test_the_step_is_told_to_those_who_do_not_see_it(stage: Page) -> None:
    stage.keyboard.press("3")
    stage.keyboard.press("Enter")
    told = stage.locator("#ucap")
    expect(told).to_have_attribute("aria-live", "polite")
    expect(told).to_contain_text("Langkah 3 dari 8. Kabupaten Solok Selatan: di mana kita berada. Per Oktober 2025 tercatat 18.788 peserta aktif.")
    assert stage.locator(".langkah.kini figure").get_attribute("aria-label")
    assert stage.evaluate("getComputedStyle(document.querySelector('[data-langkah=\"1\"]')).visibility") == "hidden"


def test_axe_finds_nothing_on_stage_speaker_window_and_telephone(chromium: Browser, tmp_path: Path, story: Callable[..., Story]) -> None:
    file = tmp_path / "axe.html"
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, bypass_csp=True)
    page = _opened(context, file, write_stage(story("13.11"), StageOptions()))
    page.keyboard.press("5")
    page.keyboard.press("Enter")
    with context.expect_page() as popup:
        page.keyboard.press("s")
    popup.value.wait_for_selector("body[data-siap]")
    upright = chromium.new_context(viewport={"width": 390, "height": 844}, bypass_csp=True)
    for window in (page, popup.value, _opened(upright, file, file.read_bytes())):
        window.wait_for_timeout(300)
        found = Axe().run(window).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []
    context.close()
    upright.close()


def test_the_speaker_drives_the_stage_and_sees_what_is_next(stage: Page, talk: BrowserContext) -> None:
    with talk.expect_page() as popup:
        stage.keyboard.press("s")
    speaker = popup.value
    speaker.wait_for_selector("body[data-siap]")
    speaker.set_viewport_size({"width": 1366, "height": 768})
    expect(speaker.locator("#posisi")).to_have_text("Langkah 1 dari 8")
    expect(speaker.locator("#waktu b")).to_have_text("00:00")
    stage.keyboard.press("PageDown")
    expect(speaker.locator("#posisi")).to_have_text("Langkah 2 dari 8")
    expect(speaker.locator("#nama-berikut")).to_have_text("Posisi daerah")
    expect(speaker.locator("#pesan-berikut")).to_contain_text("Per Oktober 2025 tercatat 18.788 peserta aktif.")
    speaker.keyboard.press("PageDown")
    _until(lambda: stage.evaluate("document.querySelector('.langkah.kini').dataset.langkah === '3'"))
    expect(speaker.locator("#catatan")).to_contain_text("Bacakan kalimat putusannya")
    expect(speaker.locator("#pesan strong").first).to_have_text("18.788")
    speaker.locator("#daftar [data-ke='6']").click()
    _until(lambda: stage.evaluate("document.querySelector('.langkah.kini').dataset.langkah === '6'"))
    speaker.keyboard.press("b")
    expect(stage.locator("#hitam")).to_be_visible()
    speaker.get_by_role("button", name="Layar hitam B").click()
    expect(stage.locator("#hitam")).to_be_hidden()
    speaker.keyboard.press("q")
    expect(stage.locator("#kode-alamat")).to_contain_text("tidak tersambung")
    assert speaker.evaluate("/^\\d\\d:\\d\\d$/.test(document.querySelector('#jam b').textContent)")
    expect(speaker.locator("#waktu b")).not_to_have_text("00:00")
    assert speaker.evaluate("document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth")


def test_the_clock_of_the_talk_can_be_stopped_and_set_back(stage: Page, talk: BrowserContext) -> None:
    with talk.expect_page() as popup:
        stage.keyboard.press("p")
    speaker = popup.value
    stage.keyboard.press("PageDown")
    expect(speaker.locator("#waktu b")).not_to_have_text("00:00")
    speaker.get_by_role("button", name="Jeda").click()
    stopped = speaker.locator("#waktu b").inner_text()
    speaker.wait_for_timeout(1300)
    assert speaker.locator("#waktu b").inner_text() == stopped
    speaker.get_by_role("button", name="Dari nol").click()
    expect(speaker.locator("#waktu b")).to_have_text("00:00")
    speaker.get_by_role("button", name="Lanjutkan").click()
    expect(speaker.locator("#waktu b")).not_to_have_text("00:00")


def test_stage_and_speaker_find_each_other_again(stage: Page, talk: BrowserContext) -> None:
    with talk.expect_page() as popup:
        stage.keyboard.press("s")
    speaker = popup.value
    for _ in range(3):
        stage.keyboard.press("PageDown")
    expect(speaker.locator("#posisi")).to_have_text("Langkah 4 dari 8")
    stage.reload()
    stage.wait_for_selector("body[data-siap]")
    stage.keyboard.press("PageDown")
    expect(speaker.locator("#posisi")).to_have_text("Langkah 5 dari 8")
    speaker.reload()
    expect(speaker.locator("#posisi")).to_have_text("Langkah 5 dari 8")
    stage.close()
    expect(speaker.locator("#putus")).to_contain_text("Jendela panggung tertutup", timeout=8000)
    with talk.expect_page() as again:
        speaker.get_by_role("button", name="Buka panggung lagi").click()
    again.value.wait_for_selector("body[data-siap]")
    assert _at(again.value) == 5
    expect(speaker.locator("#putus")).to_be_hidden()
    speaker.keyboard.press("End")
    _until(lambda: again.value.evaluate("document.querySelector('.langkah.kini').dataset.langkah === '8'"))


def test_a_stranger_cannot_step(stage: Page) -> None:
    digest = stage.evaluate("JSON.parse(document.getElementById('cerita').textContent).id")
    state = {"v": 99, "step": 5, "black": True, "qr": False, "dark": False, "since": 0, "held": 0, "lost": False, "refused": False}
    strange = {"petaucj": digest, "session": "0" * 16, "speaker": True, "state": state}
    for message in (strange, strange | {"petaucj": "lain"}, {"petaucj": digest, "state": {"step": 5}}, "5", None):
        stage.evaluate("(m) => window.postMessage(m, '*')", message)
    stage.wait_for_timeout(100)
    assert _at(stage) == 1


def test_words_from_the_data_stay_words_in_both_windows(talk: BrowserContext, tmp_path: Path, story: Callable[..., Story]) -> None:
    evil = """</script><script>window.__pwned=1</script><img src=x onerror=window.__pwned=1><svg onload=window.__pwned=1>"'&{{7*7}}"""
    held = story("13.11")
    steps = tuple(replace(s, name=evil, title=evil, message=f"**{evil}** {evil}", lines=(evil,), notes=(evil, evil, evil), source=evil, word=evil) for s in held.steps)
    page = _opened(talk, tmp_path / "p.html", write_stage(replace(held, title=evil, steps=steps, stamp=replace(held.stamp, as_of=evil, warning=evil)), StageOptions()))
    with talk.expect_page() as popup:
        page.keyboard.press("s")
    for _ in held.steps:
        page.keyboard.press("PageDown")
    expect(popup.value.locator("#posisi")).to_have_text("Langkah 8 dari 8")
    for window in (page, popup.value):
        assert window.evaluate("window.__pwned") is None
        assert window.evaluate("document.scripts.length") == 2
        assert window.title().startswith("8/8 · </script>")
    expect(popup.value.locator("#catatan li").first).to_have_text(evil)


def test_a_telephone_held_upright_is_a_remote(chromium: Browser, tmp_path: Path, story: Callable[..., Story]) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = _opened(context, tmp_path / "hp.html", write_stage(story("13.11"), StageOptions()))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Lanjut").tap()
    page.get_by_role("button", name="Lanjut").tap()
    assert _at(page) == 3
    expect(page.locator("#pesan")).to_be_visible()
    boxes = page.evaluate("[...document.querySelectorAll('.bawah button')].filter((b) => b.offsetParent).map((b) => b.getBoundingClientRect().toJSON())")
    assert all(box["height"] >= 48 and box["width"] >= 48 and 0 <= box["left"] and box["right"] <= 390 for box in boxes)
    page.get_by_role("button", name="Layar hitam").tap()
    expect(page.locator("#hitam")).to_be_visible()
    context.close()


def test_the_pictures_fill_the_window_at_every_size(stage: Page) -> None:
    for width, height in ((1366, 768), (1024, 768), (1920, 1200), (844, 390)):
        stage.set_viewport_size({"width": width, "height": height})
        wide = min(width, height * 16 / 9)
        _until(lambda wide=wide: stage.evaluate("document.getElementById('kanvas').getBoundingClientRect().width") == pytest.approx(wide, abs=1))
        box = stage.evaluate("document.getElementById('kanvas').getBoundingClientRect().toJSON()")
        assert box["left"] >= -0.5 and box["top"] >= -0.5
        assert stage.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_the_whole_file_is_small_and_a_key_is_answered_at_once(stage: Page, story: Callable[..., Story], record_property: Callable) -> None:
    body = write_stage(story("13.11"), StageOptions())
    assert body.count(b'class="langkah') == 8
    assert len(body) <= 1_200_000
    taken = stage.evaluate("""async () => { const times = [];
        for (const key of [...Array(7).fill('PageDown'), ...Array(7).fill('PageUp')]) {
            const start = performance.now();
            window.dispatchEvent(new KeyboardEvent('keydown', { key }));
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
            times.push(performance.now() - start); }
        return times.sort((a, b) => a - b); }""")
    record_property("bytes", len(body))
    record_property("milliseconds_per_key", [round(t, 1) for t in taken])
    print(f"\n{len(body)} bytes; a key takes {taken[len(taken) // 2]:.1f} ms, at most {taken[-1]:.1f} ms")


class _Server:
    """A tiny server of one page that listens to the position and answers how the audience stands."""

    def __init__(self) -> None:
        self.page, self.kiosk, self.positions, self.standing, self.fails = b"", b"", [], {"open": False, "note": ""}, False
        self.refuses, self.asked = False, 0
        told = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path.startswith("/hadirin"):
                    told.asked += 1
                    self._send(json.dumps(told.standing).encode(), "application/json")
                elif self.path == "/favicon.ico":
                    self._send(b"", "image/x-icon")
                else:
                    self._send(told.kiosk if self.path.startswith("/kios") else told.page, "text/html; charset=utf-8")

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                told.positions.append((self.headers["Content-Type"], body))
                self._send(b"", "text/plain", 503 if told.fails else 204 if told.standing["open"] and not told.refuses else 403)

            def _send(self, body: bytes, kind: str, status: int = 200) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                return

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()


@pytest.fixture
def served(story: Callable[..., Story]) -> Iterator[_Server]:
    server = _Server()
    server.page = write_stage(story("13.11"), StageOptions("/posisi", "rahasia", "/hadirin"))
    yield server
    server.http.shutdown()


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=STAGE)
    yield context
    context.close()


def _visit(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("body[data-siap]")
    return page


def test_the_phones_learn_the_step_and_the_room_sees_the_code(served: _Server, visitor: BrowserContext) -> None:
    served.standing = {"open": True, "address": ADDRESS, "qr": qr_svg(ADDRESS), "followers": 12, "note": "<img src=x onerror=window.__pwned=1>"}
    page = _visit(visitor, served.address)
    page.keyboard.press("PageDown")
    page.keyboard.press("End")
    _until(lambda: len(served.positions) >= 2 and served.positions[-1][1]["step"] == 7)
    kind, first = served.positions[0]
    assert kind == "application/json" and first | {"mark": ""} == {"step": 0, "token": "rahasia", "mark": ""} and len(first["mark"]) == 12
    page.keyboard.press("q")
    expect(page.locator("#kode-alamat")).to_have_text("192.168.1.7:8520")
    expect(page.locator("#kode-catatan")).to_have_text("12 ponsel mengikuti")
    assert page.evaluate("(async () => { const i = document.getElementById('kode-gambar'); await i.decode(); return i.naturalWidth > 0 && i.src.startsWith('data:image/svg+xml'); })()")
    bottom = page.evaluate("Math.max(...['kode-gambar', 'kode-alamat', 'kode-catatan'].map((i) => document.getElementById(i).getBoundingClientRect().bottom))")
    assert bottom <= 1080
    with visitor.expect_page() as popup:
        page.keyboard.press("s")
    expect(popup.value.locator("#hadirin b")).to_have_text(f"Ponsel: {ADDRESS} · 12 ponsel mengikuti")
    expect(popup.value.locator("#hadirin small")).to_have_text("<img src=x onerror=window.__pwned=1>")
    assert popup.value.evaluate("window.__pwned") is None


def test_a_closed_page_for_phones_is_said_and_told_again_when_it_opens(served: _Server, visitor: BrowserContext) -> None:
    page = _visit(visitor, served.address)
    page.keyboard.press("PageDown")
    page.keyboard.press("q")
    expect(page.locator("#kode-alamat")).to_contain_text("buka di ruang Rapat dengan tombol “Buka untuk hadirin”")
    expect(page.locator("#kode-gambar")).to_be_hidden()
    served.positions.clear()
    served.standing = {"open": True, "address": ADDRESS, "qr": qr_svg(ADDRESS), "followers": 0, "note": ""}
    expect(page.locator("#kode-alamat")).to_have_text("192.168.1.7:8520")
    _until(lambda: [body["step"] for _, body in served.positions] == [1])


OTHER = "Ponsel memperlihatkan susunan lain; tekan “Bekukan ulang dari tampilan ini” di ruang Rapat."


def _standing(served: _Server, mark: str, step: int) -> None:
    served.standing = {"open": True, "address": ADDRESS, "qr": qr_svg(ADDRESS), "followers": 3, "note": "catatan", "mark": mark, "step": step}


def test_another_story_on_the_phones_is_said_instead_of_the_code(served: _Server, visitor: BrowserContext) -> None:
    _standing(served, "lain", 0)
    served.refuses = True
    page = _visit(visitor, served.address)
    own = page.evaluate("JSON.parse(document.getElementById('cerita').textContent).cerita")
    page.keyboard.press("PageDown")
    page.keyboard.press("q")
    expect(page.locator("#kode-alamat")).to_have_text(OTHER)
    expect(page.locator("#kode-gambar")).to_be_hidden()
    expect(page.locator("#kode-catatan")).to_have_text("")
    with visitor.expect_page() as popup:
        page.keyboard.press("s")
    speaker = popup.value
    expect(speaker.locator("#hadirin")).to_have_text(OTHER)
    speaker.wait_for_timeout(2300)
    expect(speaker.locator("#lapor")).to_be_hidden()
    served.positions.clear()
    served.refuses = False
    _standing(served, own, 1)
    expect(page.locator("#kode-alamat")).to_have_text("192.168.1.7:8520")
    expect(speaker.locator("#hadirin b")).to_have_text(f"Ponsel: {ADDRESS} · 3 ponsel mengikuti")
    _until(lambda: bool(served.positions) and served.positions[-1][1]["step"] == 1)


def test_phones_that_stand_elsewhere_are_told_again_while_somebody_looks(served: _Server, visitor: BrowserContext) -> None:
    page = _visit(visitor, served.address)
    _standing(served, page.evaluate("JSON.parse(document.getElementById('cerita').textContent).cerita"), 0)
    page.keyboard.press("q")
    expect(page.locator("#kode-alamat")).to_have_text("192.168.1.7:8520")
    page.keyboard.press("End")
    page.keyboard.press("q")
    served.standing["step"] = 7
    page.wait_for_timeout(2500)
    served.positions.clear()
    page.wait_for_timeout(2500)
    assert served.positions == []
    served.standing["step"] = 0
    _until(lambda: [body["step"] for _, body in served.positions][:1] == [7])


def test_a_stage_alone_asks_now_and_then_and_heals_after_a_view_frozen_anew(served: _Server, visitor: BrowserContext) -> None:
    visitor.add_init_script("const wait = setInterval; window.setInterval = (f, ms) => wait(f, ms / 20);")
    page = _visit(visitor, served.address)
    own = page.evaluate("JSON.parse(document.getElementById('cerita').textContent).cerita")
    _standing(served, own, 0)
    page.keyboard.press("PageDown")
    _until(lambda: served.asked >= 3)
    for mark, step in (("lain", 0), (own, 0)):
        _standing(served, mark, step)
        asked = served.asked
        _until(lambda asked=asked: served.asked >= asked + 2)
    assert served.positions[-1][1] == {"step": 1, "token": "rahasia", "mark": own}
    served.positions.clear()
    page.wait_for_timeout(4000)
    assert len(served.positions) <= 3


def test_it_goes_on_without_the_cable_and_catches_up_later(served: _Server, visitor: BrowserContext) -> None:
    served.standing = {"open": True, "address": ADDRESS, "qr": "", "followers": 0, "note": ""}
    page = _visit(visitor, served.address)
    with visitor.expect_page() as popup:
        page.keyboard.press("s")
    popup.value.wait_for_selector("body[data-siap]")
    visitor.set_offline(True)
    for n in range(2, 9):
        page.keyboard.press("PageDown")
        assert _at(page) == n
        assert page.evaluate("document.querySelector('.langkah.kini .pesan').getBoundingClientRect().height") > 50
    expect(popup.value.locator("#posisi")).to_have_text("Langkah 8 dari 8")
    expect(popup.value.locator("#lapor")).to_be_visible()
    visitor.set_offline(False)
    _until(lambda: bool(served.positions) and served.positions[-1][1]["step"] == 7)
    expect(popup.value.locator("#lapor")).to_be_hidden()


def test_a_tab_left_open_elsewhere_does_not_join_in(served: _Server, visitor: BrowserContext) -> None:
    old = _visit(visitor, served.address)
    old.keyboard.press("End")
    new = _visit(visitor, served.address)
    with visitor.expect_page() as popup:
        new.keyboard.press("s")
    new.keyboard.press("PageDown")
    expect(popup.value.locator("#posisi")).to_have_text("Langkah 2 dari 8")
    popup.value.wait_for_timeout(1500)
    assert (_at(old), _at(new)) == (8, 2)


def test_the_kiosk_walks_rests_and_renews_itself(served: _Server, visitor: BrowserContext, story: Callable[..., Story], held: tuple[Atlas, PlanningBook]) -> None:
    words = ",".join(("provinsi", *(f"putusan:{d.code}" for d in held[0].districts)))
    served.kiosk = write_kiosk(story("", steps=words), 1)
    assert served.kiosk.count(b'class="langkah') == 20
    page = _visit(visitor, f"{served.address}/kios?tampil=kios")
    _until(lambda: page.evaluate("Number(document.querySelector('.langkah.kini').dataset.langkah) >= 3"))
    assert page.evaluate("getComputedStyle(document.getElementById('panggung')).cursor") == "none"
    expect(page.locator("#laju.jalan")).to_be_visible()
    page.keyboard.press("End")
    expect(page.locator("#tanda")).to_have_text("Jeda; lanjut sendiri setelah satu menit, atau tekan spasi.")
    page.wait_for_timeout(1300)
    assert _at(page) == 20
    page.keyboard.press("PageDown")
    assert _at(page) == 1
    page.keyboard.press("b")
    expect(page.locator("#hitam")).to_be_visible()
    page.keyboard.press("b")
    page.keyboard.press(" ")
    _until(lambda: page.evaluate("Number(document.querySelector('.langkah.kini').dataset.langkah) >= 2"))
    page.evaluate("window.dispatchEvent(new Event('online')); window.kept = true")
    page.wait_for_timeout(300)
    assert page.evaluate("window.kept") is True
    served.kiosk = write_kiosk(story("", "en", steps=words), 1)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert served.positions == []


def test_the_kiosk_walks_in_a_circle(talk: BrowserContext, tmp_path: Path, story: Callable[..., Story]) -> None:
    page = _opened(talk, tmp_path / "kios.html", write_kiosk(story(""), 1))
    assert page.locator(".langkah").count() == 2
    _until(lambda: page.evaluate("document.querySelector('.langkah.kini').dataset.langkah === '2'"))
    _until(lambda: page.evaluate("document.querySelector('.langkah.kini').dataset.langkah === '1'"))
