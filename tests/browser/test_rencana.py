"""From a district's gap to a saved plan and a sheet to print, as an official does it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settled

SOLOK_SELATAN = "/rencana?daerah=13.11&per=2025-10"
PLAN = "x28_30.bekerja.daerah.2025~h2027-12~m2027-01~k18788.2025-10~d106590.bekerja.2024-09~g2_8"


def _word(page: Page, scenario: str = "a") -> str:
    return parse_qs(urlsplit(page.url).query).get(scenario, [""])[0]


def _download(page: Page, name: str) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def _type(page: Page, cell: str, text: str) -> None:
    field = page.get_by_label(re.compile(cell)).first
    field.fill(text)
    field.press("Enter")


def _until_word(page: Page, part: str, scenario: str = "a") -> None:
    page.wait_for_function("([name, part]) => (new URLSearchParams(location.search).get(name) || '').includes(part)", arg=[scenario, part])
    settled(page)


def test_from_the_district_page_to_a_saved_plan_and_a_sheet_in_three_clicks(visit) -> None:
    page = visit("/daerah?daerah=13.11&per=2025-10")
    page.get_by_role("link", name="Susun rencana").click()
    page.wait_for_url(re.compile(r"/rencana\?"))
    settled(page)
    page.get_by_text("kurang 14.177 orang").first.wait_for()
    plan = tomllib.loads(_download(page, "Simpan berkas rencana"))
    assert (plan["daerah"], plan["catatan"]["peserta_aktif"], plan["catatan"]["penyebut"]) == ("13.11", 18_788, 106_590)
    assert [row["orang"] for row in plan["tranche"]] == [2_800, 9_650]
    sheet = _download(page, "Unduh lembar siap cetak")
    assert "14.177" in sheet and "Rp2.858.083.200" in sheet
    assert "<script" not in sheet


def test_a_cell_changes_the_plan_and_back_takes_it_back(visit) -> None:
    page = visit(SOLOK_SELATAN)
    _type(page, "APBD kabupaten/kota, Pagu", "1,5 miliar")
    _until_word(page, "1500000000")
    page.get_by_text("6.737").first.wait_for()
    page.reload()
    settled(page)
    page.get_by_text("6.737").first.wait_for()
    page.go_back()
    page.wait_for_function("() => !new URLSearchParams(location.search).get('a')")
    settled(page)
    expect(page.get_by_text("14.177 orang").first).to_be_visible()


def test_what_cannot_be_used_stays_in_its_cell_with_the_reason(visit) -> None:
    page = visit(SOLOK_SELATAN)
    _type(page, "APBD kabupaten/kota 9.650, Orang", "banyak")
    page.locator(".entry-fault", has_text="“banyak” bukan bilangan bulat.").wait_for()
    field = page.get_by_label(re.compile("APBD kabupaten/kota 9.650, Orang")).first
    assert (field.input_value(), field.get_attribute("aria-invalid")) == ("banyak", "true")
    assert _word(page) == ""
    _type(page, "APBD kabupaten/kota 9.650, Orang", "10.000")
    _until_word(page, "tapbd.10000.")
    assert page.locator(".entry-fault").count() == 0


def test_a_plan_travels_as_a_link_and_as_a_file(visit, tmp_path) -> None:
    page = visit(f"{SOLOK_SELATAN}&a={PLAN}~tapbd.6000.2027-01.12.dianggarkan")
    page.get_by_text("6.000").first.wait_for()
    told = page.locator("blockquote").inner_text()
    saved = _download(page, "Simpan berkas rencana")
    file = tmp_path / "rencana.toml"
    file.write_text(saved, encoding="utf-8")
    other = visit("/rencana?daerah=13.73&skenario=b")
    with other.expect_file_chooser() as chooser:
        other.get_by_role("button", name="Buka berkas rencana").click()
    chooser.value.set_files(str(file))
    other.get_by_text("dibuka sebagai skenario B").wait_for()
    settled(other)
    assert parse_qs(urlsplit(other.url).query)["daerah"] == ["13.11"]
    assert "tapbd.6000.2027-01.12.dianggarkan" in _word(other, "b")
    assert other.locator("blockquote").inner_text() == told


def test_a_file_with_faults_changes_nothing_and_names_each(visit, tmp_path) -> None:
    page = visit(SOLOK_SELATAN)
    file = tmp_path / "salah.toml"
    file.write_text('format = "petaucj-rencana-1"\n[target]\ndasar = "mars"\ntenggat = "2027-12"\n', encoding="utf-8")
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Buka berkas rencana").click()
    chooser.value.set_files(str(file))
    page.get_by_text("Berkas salah.toml tidak dibuka").wait_for()
    assert "mars" in page.locator("[data-testid='stAlert']").inner_text()
    assert _word(page) == ""


def test_a_slider_moved_by_keyboard_answers(visit) -> None:
    page = visit(SOLOK_SELATAN)
    handle = page.locator(".st-key-rencana-tenggat input[type='range']")
    handle.focus()
    page.keyboard.press("ArrowRight")
    _until_word(page, "h2028-01~m2028-01")
    page.get_by_text("sampai Januari 2028 kurang").first.wait_for()


def test_the_language_changes_and_the_plan_stays(visit) -> None:
    page = visit(f"{SOLOK_SELATAN}&a={PLAN}")
    page.get_by_role("radio", name="EN").or_(page.get_by_role("button", name="EN")).first.click()
    page.get_by_text("Plan for Kabupaten Solok Selatan").wait_for()
    settled(page)
    assert _word(page) == PLAN


@pytest.mark.parametrize("width", [390, 1366, 1920])
def test_nothing_is_wider_than_the_page(visit, width: int) -> None:
    page = visit(SOLOK_SELATAN, width=width, height=900)
    assert page.evaluate("() => document.querySelector('.stMain').scrollWidth <= document.querySelector('.stMain').clientWidth + 1")
