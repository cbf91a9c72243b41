"""A table to fill in and the button that opens a file, driven through a real server with made-up rows."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT, _wait_for, settled

DOOR = '''
from pathlib import Path
import streamlit as st
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from petaucj.server.routes import asset_routes

async def ok(request):
    return PlainTextResponse("ok")

app = st.App(str(Path(__file__).parent / "page.py"), routes=[Route("/healthz", ok), *asset_routes("")])
'''
PAGE = '''
import time
import streamlit as st
from petaucj.ui.entry import edit_table, open_file
from petaucj.ui.style import dress_page
from petaucj.views.entry import EntryCell, EntryColumn, EntryRow, EntryTable

st.set_page_config(page_title="Coba", layout="wide")
dress_page()
keep = st.session_state
PAYERS = (("apbd", "APBD"), ("sawit", "DBH Sawit"), ("nagari", "APB Nagari"))
MONTHS = tuple((f"2026-{m:02}", f"Bulan {m}") for m in range(1, 13))
YES = (("ya", "ya"), ("tidak", "tidak"))
COLUMNS = (EntryColumn("payer", "Pembayar", "select", PAYERS), EntryColumn("people", "Orang", "number"),
    EntryColumn("start", "Mulai", "month", MONTHS, True), EntryColumn("months", "Bln", "number", spoken="Lama dalam bulan"),
    EntryColumn("overlap", "Tumpang tindih (%)", "percent"), EntryColumn("accept", "Diterima (%)", "percent"),
    EntryColumn("stays", "Lanjut sendiri", "select", YES, True), EntryColumn("sector", "Angkutan", "select", YES, True),
    EntryColumn("paid", "Sudah terbayar", "select", YES, True), EntryColumn("cost", "Biaya sebulan", "number"))
KEYS = [column.key for column in COLUMNS[:-1]]

def fresh(payer, people):
    return dict(zip(KEYS, (payer, people, "2026-01", "12", "0", "100", "tidak", "tidak", "ya")))

if "rows" not in keep:
    keep.rows = {"r1": fresh("apbd", "9.650"), "r2": fresh("sawit", "2.100"), "r3": fresh("nagari", "1.400")}
    keep.next = 4
keep.setdefault("log", [])
keep.setdefault("runs", 0)
keep.runs += 1

def edit(row, column, text):
    keep.log.append(f"edit {row} {column} {text}")
    plain = text.replace(".", "")
    keep.rows[row][column] = f"{int(plain):,}".replace(",", ".") if column == "people" and plain.isdigit() else text

def add(value):
    keep.log.append(f"add {value}")
    keep.rows[f"r{keep.next}"] = fresh(value, "100")
    keep.next += 1

def remove(row):
    keep.log.append(f"remove {row}")
    del keep.rows[row]

def move(row, by):
    keep.log.append(f"move {row} {by}")
    order = list(keep.rows)
    at = order.index(row)
    order.insert(at + by, order.pop(at))
    keep.rows = {name: keep.rows[name] for name in order}

def reset():
    keep.log.append("reset")
    del keep["rows"]

def cells(values):
    bad = not values["people"].replace(".", "").isdigit()
    made = [EntryCell(values[key], fault="Tulis bilangan bulat, misalnya 9.650." if bad and key == "people" else "") for key in KEYS]
    return (*made, EntryCell(shown="Rp162.120.000", fixed=True))

rows = tuple(
    EntryRow(name, cells(v), "perpanjangan tidak diketahui" if name == "r2" else "",
                      True, True, "f-palm-oil-share", f"{dict(PAYERS)[v['payer']]} {v['people']}")
             for name, v in keep.rows.items())
edit_table(EntryTable("id", "Gelombang", COLUMNS, rows, "Tambah gelombang", PAYERS, "Hapus baris", "Naikkan", "Turunkan", "Kembalikan",
                      "Belum ada gelombang.", ("Jumlah", "13.150", *[""] * 8)), "tabel",
           on_edit=edit, on_add=add, on_remove=remove, on_move=move, on_reset=reset)

def opened(name, text):
    keep.log.append(f"open {name} {text}")

open_file("Buka berkas", "Paling besar 64 KB.", "buka", "id", opened)
with st.container(key="catatan"):
    st.text("; ".join(keep.log) or "kosong")
with st.container(key="jalan"):
    st.text(str(keep.runs))
with st.container(key="kaki"):
    st.text("kaki")
if "lambat" in st.query_params:
    time.sleep(0.5)
'''


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the made-up page with our asset routes; yield its address."""
    folder = tmp_path_factory.mktemp("entry")
    (folder / "door.py").write_text(DOOR, encoding="utf-8")
    (folder / "page.py").write_text(PAGE, encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(folder / "door.py"), "--server.port", str(port), "--server.headless", "true"],
        cwd=ROOT, env=dict(os.environ), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=15)


@pytest.fixture
def open_demo(chromium: Browser, demo: str, requests: list[str]) -> Iterator[Callable[..., Page]]:
    contexts, faults = [], []

    def open_(path: str = "/", width: int = 1366, height: int = 768, **options: object) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, locale="en-US", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(f"{demo}{path}")
        settled(page)
        page.locator("tbody[data-row=r1] input").first.wait_for()
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


def _log(page: Page, text: str) -> None:
    expect(page.locator(".st-key-catatan")).to_have_text(text)


def _cell(page: Page, row: str, column: str):
    return page.locator(f"tbody[data-row={row}] [data-spot='{column}']")


def _expect_rows(page: Page, *wanted: str) -> None:
    expect(page.locator("tbody")).to_have_count(len(wanted))
    for place, row in enumerate(wanted):
        expect(page.locator("tbody").nth(place)).to_have_attribute("data-row", row)


FOCUS = """() => { let a = document.activeElement; while (a.shadowRoot?.activeElement) a = a.shadowRoot.activeElement;
    return ((a.closest('tbody')?.dataset.row || '') + ' ' + (a.dataset.spot || a.textContent)).trim(); }"""


def _focus(page: Page) -> str:
    return page.evaluate(FOCUS)


def _expect_focus(page: Page, wanted: str) -> None:
    """Wait until the table has drawn its answer, which may come after the text below it."""
    page.wait_for_function(f"(wanted) => ({FOCUS})() === wanted", arg=wanted)


def test_a_number_is_taken_with_enter_and_comes_back_in_the_readers_writing(open_demo) -> None:
    page = open_demo()
    people = page.get_by_role("textbox", name="APBD 9.650, Orang")
    people.click()
    people.fill("12000")
    expect(people).to_have_value("12000")
    assert page.locator(".st-key-jalan").inner_text() == "1", "nothing is sent while typing"
    people.press("Enter")
    _log(page, "edit r1 people 12000")
    expect(_cell(page, "r1", "people")).to_have_value("12.000")
    expect(_cell(page, "r1", "people")).to_have_attribute("aria-label", "APBD 12.000, Orang")
    _expect_focus(page, "r1 people")
    page.keyboard.press("Tab")
    settled(page)
    _log(page, "edit r1 people 12000")


def test_leaving_a_cell_takes_it_and_escape_restores(open_demo) -> None:
    page = open_demo()
    _cell(page, "r1", "months").fill("6")
    page.keyboard.press("Tab")
    _log(page, "edit r1 months 6")
    people = _cell(page, "r2", "people")
    people.fill("77")
    people.press("Escape")
    expect(people).to_have_value("2.100")
    people.press("Tab")
    settled(page)
    _log(page, "edit r1 months 6")


def test_a_choice_is_taken_at_once(open_demo) -> None:
    page = open_demo()
    page.get_by_role("combobox", name="DBH Sawit 2.100, Mulai").select_option(label="Bulan 7")
    _log(page, "edit r2 start 2026-07")
    expect(_cell(page, "r2", "start")).to_have_value("2026-07")


def test_a_fault_keeps_what_was_typed_and_is_tied_to_its_cell(open_demo) -> None:
    page = open_demo()
    people = _cell(page, "r1", "people")
    people.fill("seribu")
    people.press("Enter")
    expect(people).to_have_attribute("aria-invalid", "true")
    expect(people).to_have_value("seribu")
    says = page.locator(f"#{people.get_attribute('aria-describedby')}")
    expect(says).to_have_text("Tulis bilangan bulat, misalnya 9.650.")
    assert says.bounding_box()["y"] >= people.bounding_box()["y"] + people.bounding_box()["height"] - 1
    expect(page.locator(".entry-news")).to_contain_text("Tulis bilangan bulat")
    people.fill("1.000")
    people.press("Enter")
    expect(people).not_to_have_attribute("aria-invalid", "true")
    expect(says).to_have_count(0)


def test_the_letters_streamlit_takes_are_only_letters_here(open_demo) -> None:
    page = open_demo()
    _cell(page, "r1", "people").press("r")
    page.keyboard.press("c")
    page.wait_for_timeout(300)
    assert page.locator(".st-key-jalan").inner_text() == "1"
    assert page.locator("[role=dialog]").count() == 0


def test_half_typed_numbers_and_quick_changes_survive_a_slow_answer(open_demo) -> None:
    page = open_demo("/?lambat=1")
    first, second, third = (_cell(page, row, "people") for row in ("r1", "r2", "r3"))
    first.fill("1")
    first.press("Enter")
    second.fill("2")
    second.press("Enter")
    third.fill("3")
    third.press("Enter")
    _cell(page, "r3", "months").click()
    page.keyboard.press("End")
    page.keyboard.type("34")
    page.keyboard.press("ArrowLeft")
    _log(page, "edit r1 people 1; edit r2 people 2; edit r3 people 3")
    settled(page)
    expect(_cell(page, "r3", "months")).to_have_value("1234")
    _expect_focus(page, "r3 months")
    assert _cell(page, "r3", "months").evaluate("field => field.selectionStart") == 3
    expect(first).to_have_value("1")
    expect(second).to_have_value("2")


def test_an_edit_left_by_a_click_on_a_button_loses_neither(open_demo) -> None:
    page = open_demo()
    _cell(page, "r1", "people").fill("seribu")
    page.get_by_role("button", name="Hapus baris: DBH Sawit 2.100").click()
    _log(page, "edit r1 people seribu; remove r2")
    _expect_rows(page, "r1", "r3")


def test_an_added_row_takes_the_focus(open_demo) -> None:
    page = open_demo()
    page.get_by_role("combobox", name="Tambah gelombang").select_option("nagari")
    page.get_by_role("button", name="Tambah gelombang").click()
    _log(page, "add nagari")
    expect(page.locator("tbody")).to_have_count(4)
    _expect_focus(page, "r4 payer")


def test_after_removing_the_next_row_has_the_focus_and_after_the_last_the_add_control(open_demo) -> None:
    page = open_demo()
    page.get_by_role("button", name="Hapus baris: DBH Sawit 2.100").click()
    expect(page.locator("tbody")).to_have_count(2)
    _expect_focus(page, "r3 payer")
    page.get_by_role("button", name="Hapus baris: APB Nagari 1.400").click()
    expect(page.locator("tbody")).to_have_count(1)
    _expect_focus(page, "r1 payer")
    page.get_by_role("button", name="Hapus baris: APBD 9.650").click()
    expect(page.get_by_text("Belum ada gelombang.")).to_be_visible()
    _expect_focus(page, "!options")
    page.get_by_role("button", name="Kembalikan").click()
    expect(page.locator("tbody")).to_have_count(3)


def test_a_moved_row_keeps_the_hand_on_its_control(open_demo) -> None:
    page = open_demo()
    page.get_by_role("button", name="Turunkan: APBD 9.650").click()
    _log(page, "move r1 1")
    _expect_rows(page, "r2", "r1", "r3")
    _expect_focus(page, "r1 !down")
    page.keyboard.press("Enter")
    _log(page, "move r1 1; move r1 1")
    _expect_rows(page, "r2", "r3", "r1")
    _expect_focus(page, "r1 !up")  # down is off in the last row
    expect(page.get_by_role("button", name="Turunkan: APBD 9.650")).to_be_disabled()


def test_everything_works_by_keyboard_alone(open_demo) -> None:
    page = open_demo()
    stops = []
    for _ in range(60):
        page.keyboard.press("Tab")
        stops.append(_focus(page))
        if stops[-1] == "Buka berkas":
            break
    assert {"r1 payer", "r1 people", "r1 !down", "r1 !remove", "r3 paid", "!options", "!add", "!reset", "Buka berkas"} <= set(stops)
    assert stops.index("r1 !remove") < stops.index("r2 payer")
    _cell(page, "r3", "!remove").focus()
    page.keyboard.press("Enter")
    _log(page, "remove r3")
    _expect_focus(page, "r2 payer")
    page.keyboard.press("Tab")
    page.keyboard.type("55")
    page.keyboard.press("Enter")
    _log(page, "remove r3; edit r2 people 55")


def test_a_file_is_opened_twice_and_a_large_one_refused(open_demo, tmp_path: Path) -> None:
    page = open_demo()
    small, large = tmp_path / "rencana.toml", tmp_path / "besar.toml"
    small.write_text('nama = "é"', encoding="utf-8")
    large.write_bytes(b"x" * 70 * 1024)
    button = page.get_by_role("button", name="Buka berkas")
    expect(button).to_have_accessible_description("Paling besar 64 KB.")
    wanted = []
    for file, told in ((small, 'open rencana.toml nama = "é"'), (large, "open besar.toml None"), (small, 'open rencana.toml nama = "é"')):
        with page.expect_file_chooser() as chooser:
            button.press("Enter")
        chooser.value.set_files(file)
        wanted.append(told)
        _log(page, "; ".join(wanted))


@pytest.mark.parametrize("width", [390, 640, 800, 1366, 1920])
def test_it_never_overflows_the_page(open_demo, width) -> None:
    page = open_demo(width=width, height=844)
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    stacked = page.locator(".entry.stacked").count()
    assert stacked == (1 if width < 1000 else 0)
    box = page.locator(".entry").first
    assert box.evaluate("e => e.scrollWidth <= e.clientWidth + 1")
    assert box.evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 13
    if stacked:
        heights = page.locator(".stacked .entry-field, .stacked button").evaluate_all(
            "all => all.filter(e => e.offsetParent).map(e => e.getBoundingClientRect().height)")
        assert min(heights) >= 44
    roles = page.get_by_role("table").locator("th[scope=row]").count(), page.get_by_role("columnheader").count()
    assert roles == (4, 10)


@pytest.mark.parametrize("width", [390, 1366])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_table(open_demo, requests, demo, theme, width) -> None:
    page = open_demo(color_scheme=theme, width=width)
    people = _cell(page, "r1", "people")
    people.fill("seribu")
    people.press("Enter")
    expect(people).to_have_attribute("aria-invalid", "true")
    settled(page)
    assert page.locator(".petaucj").first.get_attribute("data-theme") == theme
    results = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]})
    serious = [f"{v['id']}: {n['html'][:160]}" for v in results.response["violations"] if v["impact"] in ("serious", "critical") for n in v["nodes"]]
    assert serious == []
    own = urlsplit(demo).netloc
    assert [url for url in requests if urlsplit(url).scheme in ("http", "https", "ws", "wss") and urlsplit(url).netloc != own] == []
