"""Every room on A4 paper, as the browser prints it: what is said stands there, what is pressed does not, nothing is cut."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.conftest import map_frame

A4 = (595, 842)
# What the page box leaves of A4's width beside its margins, in CSS pixels.
PAPER_WIDTH = 703
# Room and its view; the most pages it may need (measured, one more where figures may grow).
ROOMS = {
    "/peta?daerah=13.11": 1, "/peta": 1, "/peta?daerah=13.11&banding=2024-12": 1, "/peta?indikator=tertanggung&per=2027-06": 1,
    "/daerah?daerah=13.11": 3, "/daerah": 1, "/pendanaan?daerah=13.11": 5, "/pendanaan": 4, "/banding?daerah=13.11&basis=bekerja": 2,
    "/rencana?daerah=13.11": 4, "/rencana": 1, "/sumber": 4, "/sumber?bagian=pertentangan": 5, "/sumber?bagian=umur": 2,
    "/sumber?bagian=unduh": 2, "/sumber?bagian=metode": 3, "/rapat?daerah=13.11": 1,
}
SAID = {
    "/peta?daerah=13.11": ("18.788", "masih kurang", "Indikator: Cakupan UCJ", "Per bulan: Desember 2025"),
    "/daerah?daerah=13.11": ("18.788", "masih kurang", "17,63 %", "Langkah daerah"),
    "/pendanaan?daerah=13.11": ("Status: realisasi", "Tahun: 2025", "9.650"),
    "/banding?daerah=13.11&basis=bekerja": ("Kelompok daerah: Semua (19)", "Target pembanding: daerah, lalu provinsi", "Belum sebanding, dan sebabnya"),
    "/rencana?daerah=13.11": ("14.177 orang", "Sampai bulan: Desember 2027", "Pertumbuhan penyebut per tahun: 0 %", "Skenario: A", "DBH Sawit"),
    "/sumber?bagian=umur": ("Bagian: Umur angka", "Kota Pariaman"),
}
# Labels of controls, menus and buttons; none of them means anything on paper.
PRESSED = ("Cari daerah", "Apa itu UCJ?", "Laporkan angka keliru", "Tambah", "Unduh lembar", "Buka berkas", "Susun rencana", "ID EN",
           "Salin skenario", "Kembalikan", "keyboard_arrow", "Press", "Choose an option")
FLAT = """() => {
  const found = [];
  const walk = (root) => { for (const e of root.querySelectorAll('*')) {
    if (e.shadowRoot) walk(e.shadowRoot);
    if (e.closest('svg') && !e.matches('svg')) continue;
    const box = e.getBoundingClientRect();
    if (box.width && box.height && box.right > innerWidth + 1) found.push(`${e.tagName}.${e.className} ${Math.round(box.right)}`);
  } };
  walk(document.body);
  return found; }"""


def _printed(page: Page, **options: object) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(format="A4", **options)))


def _text(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def _ready(page: Page, address: str) -> None:
    """Wait for what a visitor who prints would wait for: the map, and the pictures of the district."""
    if address.startswith("/peta"):
        map_frame(page)
    if address.startswith("/daerah?"):
        page.wait_for_selector(".js-plotly-plot .main-svg text")
    page.locator(".st-key-cetak-kaki p").first.wait_for(state="attached")


def _too_wide(page: Page) -> list[str]:
    """Return what reaches beyond the paper; a browser would shrink the whole page for it, or cut it off."""
    page.evaluate("for (const w of [window, ...Array.from(frames)]) w.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER_WIDTH, "height": 1000})
    wide = page.evaluate("document.documentElement.scrollWidth")
    return page.evaluate(FLAT) + ([f"scrolls to {wide}"] if wide > PAPER_WIDTH else [])


@pytest.fixture
def opened(visit: Callable[..., Page]) -> Callable[..., Page]:
    def open_(address: str, **options: object) -> Page:
        page = visit(address, **options)
        _ready(page, address)
        return page
    return open_


@pytest.mark.parametrize("address", ROOMS)
def test_it_prints_on_a4_with_what_is_said_and_nothing_to_press(opened, address) -> None:
    page = opened(address)
    pdf = _printed(page)
    assert all([float(side) for side in page.mediabox[2:]] == pytest.approx(A4, abs=2) for page in pdf.pages)
    assert 1 <= len(pdf.pages) <= ROOMS[address]
    told = _text(pdf)
    for words in (*SAID.get(address, ()), "rilis data 2 (21 Nov 2026)", "dicetak 21 November 2026", f"1 / {len(pdf.pages)}"):
        assert words in told, words
    assert [words for words in PRESSED if words in told] == []
    # No page is blank or holds a foot alone.
    assert min(len(page.extract_text()) for page in pdf.pages) > 150
    assert _too_wide(page) == []


@pytest.mark.parametrize("size", [(390, 844), (1920, 1080)])
@pytest.mark.parametrize("address", ["/peta?daerah=13.11", "/daerah?daerah=13.11", "/rencana?daerah=13.11"])
def test_the_window_does_not_change_the_paper(opened, address, size) -> None:
    pdf = _printed(opened(address, width=size[0], height=size[1]))
    assert len(pdf.pages) <= ROOMS[address]
    assert all(words in _text(pdf) for words in SAID[address])


def test_the_address_of_a_public_server_needs_no_page_of_its_own(opened) -> None:
    page = opened("/rencana?daerah=13.11")
    page.evaluate("""() => { const walk = (root) => { for (const e of root.querySelectorAll('*')) { if (e.shadowRoot) walk(e.shadowRoot);
        if (e.matches('.print-foot')) e.append(Object.assign(document.createElement('p'), { textContent: 'Tampilan ini: https://ucj.contoh.go.id/rencana?daerah=13.11' })); } };
        walk(document.querySelector('.st-key-cetak-kaki')); }""")
    pages = _printed(page).pages
    assert len(pages) <= ROOMS["/rencana?daerah=13.11"]
    last = pages[-1].extract_text()
    assert "ucj.contoh.go.id" in last and len(last) > 600


def test_nothing_scrolls_inside_the_page_on_paper(opened) -> None:
    page = opened("/pendanaan?daerah=13.11")
    page.emulate_media(media="print")
    inner = page.evaluate("""() => [...document.querySelectorAll('*')].filter((e) => ['auto', 'scroll'].includes(getComputedStyle(e).overflowY)
        && e.scrollHeight > e.clientHeight + 1).map((e) => e.dataset.testid || e.tagName)""")
    assert inner == []


INK = """() => {
  const rgb = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const dark = (colour) => { const [r, g, b, a] = rgb(colour); return a !== 0 && r * 0.299 + g * 0.587 + b * 0.114 < 140; };
  const said = []; const grounds = new Set();
  const walk = (root) => { for (const e of root.querySelectorAll('*')) {
    if (e.shadowRoot) walk(e.shadowRoot);
    const style = getComputedStyle(e);
    const words = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!words || style.display === 'none' || !e.getClientRects().length || e.closest('.tile, style, script, .fill-nodata')) continue;
    const ink = e.namespaceURI.endsWith('svg') ? style.fill : style.color;
    if (!dark(ink) && !e.matches('.bar-text')) said.push(`${e.tagName} ${ink} ${e.textContent.slice(0, 30)}`);
  } };
  walk(document.body);
  for (const e of [document.body, document.querySelector('.stApp')]) grounds.add(getComputedStyle(e).backgroundColor);
  return [said, [...grounds]]; }"""


@pytest.mark.parametrize("address", ["/peta?daerah=13.11", "/daerah?daerah=13.11", "/pendanaan?daerah=13.11", "/banding?daerah=13.11", "/rencana?daerah=13.11",
                                     "/sumber"])
def test_from_the_dark_it_prints_black_on_white(opened, address) -> None:
    page = opened(address, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    pale, grounds = page.evaluate(INK)
    assert pale == []
    assert grounds == ["rgb(255, 255, 255)"]


def test_dark_and_light_plotly_pictures_print_alike(opened) -> None:
    def colours(theme: str) -> list[str]:
        page = opened("/daerah?daerah=13.11", color_scheme=theme)
        page.emulate_media(media="print", color_scheme=theme)
        return page.evaluate("""() => [...document.querySelectorAll('.js-plotly-plot .main-svg :is(text, path, rect, line)')].filter((e) => e.closest('.cartesianlayer, .infolayer, .layer-above'))
            .map((e) => { const s = getComputedStyle(e); return `${e.tagName} ${s.fill} ${s.stroke}`; })""")
    assert colours("dark") == colours("light")


def test_the_map_prints_whole_and_the_screen_comes_back(opened) -> None:
    page = opened("/peta?daerah=13.11")
    frame = map_frame(page)
    where = "() => { const m = petaucj.state.map; return [m.getZoom(), m.getCenter().lat, m.getCenter().lng, m.getSize().x, m.getSize().y]; }"
    frame.wait_for_function("() => !document.querySelector('.leaflet-zoom-anim')")
    before = frame.evaluate(where)
    inside = """() => { const box = petaucj.state.map.getContainer().getBoundingClientRect();
        return [box.width, box.height, [...document.querySelectorAll('path.district')].filter((p) => { const b = p.getBoundingClientRect();
          return b.left < box.left - 1 || b.right > box.right + 1 || b.top < box.top - 1 || b.bottom > box.bottom + 1; }).map((p) => { const b = p.getBoundingClientRect(); return [p.getAttribute("aria-label").slice(0, 20), b.left, b.top, b.right, b.bottom]; }),
          new Set([...document.querySelectorAll('path.district')].map((p) => getComputedStyle(p).fill)).size,
          [...document.querySelectorAll('path.pattern')].filter((p) => p.style.fill.includes('#hatch')).length]; }"""
    page.emulate_media(media="print")
    frame.evaluate("dispatchEvent(new Event('beforeprint'))")
    width, height, cut, fills, hatched = frame.evaluate(inside)
    shown = page.locator("iframe[title*='st_folium']").bounding_box()
    assert (shown["width"], shown["height"]) == (width, height)
    assert cut == [] and fills >= 4 and hatched >= 5
    page.emulate_media(media="screen")
    frame.evaluate("dispatchEvent(new Event('afterprint'))")
    frame.wait_for_function("(width) => petaucj.state.map.getSize().x === width", arg=before[3])
    assert frame.evaluate(where) == pytest.approx(before, rel=1e-4)


def test_english_paper_is_english(opened) -> None:
    told = _text(_printed(opened("/rencana?daerah=13.11&bahasa=en")))
    assert "printed 21 November 2026" in told and "Scenario: A" in told
    assert "dicetak" not in told and "Daerah:" not in told


def test_what_stands_only_on_paper_is_not_on_the_screen(opened) -> None:
    page = opened("/daerah?daerah=13.11")
    assert not page.locator(".st-key-cetak-pilihan").is_visible()
    assert not page.locator(".st-key-cetak-kaki").is_visible()
