"""The workbook: formulas that say what the domain says, recalculated by LibreOffice; data that stay words; the same bytes everywhere."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

import openpyxl
import pytest
import zxingcpp
from openpyxl.workbook import Workbook
from PIL import Image

from petaucj.data.bilingual import Bilingual
from petaucj.data.dictionary import ColumnMeaning
from petaucj.domain.atlas import Atlas
from petaucj.domain.month import Month
from petaucj.domain.need import grown, need
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import Plan
from petaucj.share.workbook import write_workbook
from petaucj.text.words import words_in
from petaucj.views.handout import build_handout
from petaucj.views.plan_address import encode
from petaucj.views.occasion import first_plan_of
from petaucj.views.workbook import WorkbookView, build_workbook
from petaucj.views.workbook_meanings import INPUTS, RESULTS
from tests.conftest import make_district, make_funding, make_source
from tests.occasions import EVIL, make_golden_atlas, make_occasion
from tests.plans import make_book, make_tranche

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ADDRESS = "https://ucj.contoh.go.id"
MEANING = ColumnMeaning(Bilingual("satuan", "unit"), Bilingual("", ""), Bilingual("arti `kolom`", "meaning"))
DICTIONARY = {"funding": {"workers": MEANING}, "sources": {"url": MEANING}}
SHEETS = ["Ringkasan", "Rencana", "Pembayaran", "Sumber", "Kamus data", "Keterangan"]


def _view(code: str = "13.11", language: str = "id", atlas: Atlas | None = None, public_url: str = "", **state: object) -> WorkbookView:
    occasion = make_occasion(code, language, atlas, public_url, **state)
    codes = (code,) if code else tuple(d.code for d in occasion.atlas.districts)
    return build_workbook(occasion, tuple(build_handout(occasion.of(one)) for one in codes), DICTIONARY)


def _read(body: bytes, values: bool = False) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(body), data_only=values)


def _row_of(sheet, label: str) -> int:
    return next(cell.row for cell in sheet["A"] if cell.value == label)


def _value(book: Workbook, key: str, language: str = "id") -> object:
    words = words_in(language)
    sheet = book[words("buku.sheet.plan")]
    return sheet.cell(_row_of(sheet, words(f"buku.plan.{key}")), 2).value


def _recalculated(body: bytes, folder: Path, *changes: Callable[[Workbook], None]) -> list[Workbook]:
    """Return the workbook after each change as LibreOffice computes it: openpyxl drops the values the formulas carried."""
    if not SOFFICE:
        assert not os.environ.get("CI"), "CI must have LibreOffice"
        pytest.skip("tidak ada LibreOffice; pasang libreoffice-calc untuk menjalankan uji ini")
    files = [folder / f"buku{i}.xlsx" for i in range(len(changes))]
    for file, change in zip(files, changes, strict=True):
        book = _read(body)
        change(book)
        book.save(file)
    subprocess.run([SOFFICE, f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML",
                    "--outdir", str(folder / "hasil"), *map(str, files)], check=True, capture_output=True, timeout=240)
    return [openpyxl.load_workbook(folder / "hasil" / file.name, data_only=True) for file in files]


def _as_it_is(book: Workbook) -> None:
    """Change nothing."""


def _formulas(book: Workbook) -> dict[tuple[str, str], str]:
    return {(sheet.title, cell.coordinate): cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"}


@pytest.fixture(scope="module")
def body() -> bytes:
    return write_workbook(_view(public_url=ADDRESS))


def test_the_sheets_stand_in_the_readers_words(body: bytes) -> None:
    assert _read(body).sheetnames == SHEETS
    assert _read(write_workbook(_view(language="en"))).sheetnames == ["Summary", "Plan", "Payments", "Sources", "Data dictionary", "About"]


def test_every_formula_carries_its_value(body: bytes) -> None:
    held = _read(body, values=True)
    assert [_value(held, key) for key in ("required", "missing", "naive", "month_idr", "year_idr", "permanent", "baseline")] == [
        30_165, 14_177, 11_377, 238_173_600, 2_858_083_200, 15_988, 15_988]
    summary = [cell.value for cell in held["Ringkasan"][5]]
    assert summary[:9] == ["13.11", "Kabupaten Contoh", 18_788, datetime(2025, 10, 1), 106_590, "A", 17.63, 30.4, "B"]
    assert summary[13:18] == [30_165, 14_177, 0, 11_377, 2_858_083_200]


def test_libreoffice_computes_what_the_domain_says(tmp_path: Path) -> None:
    body = write_workbook(_view(""))
    before, after = _read(body, values=True), _recalculated(body, tmp_path, _as_it_is)[0]
    checked = 0
    for name, place in _formulas(_read(body)):
        told, found = before[name][place].value, after[name][place].value
        assert (told or None if isinstance(told, str) else told) == (found or None if isinstance(found, str) else found), (name, place)
        checked += 1
    assert checked > 150
    assert [_value(after, key) for key in ("required", "missing", "naive", "year_idr")] == [30_165, 14_177, 11_377, 2_858_083_200]
    assert not [cell for sheet in after for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str) and cell.value.startswith(("#", "Err:"))]


def _changed(book: Workbook, changes: dict[str, object]) -> None:
    sheet = book["Rencana"]
    for key, value in changes.items():
        sheet.cell(_row_of(sheet, words_in("id")(f"buku.plan.{key}")), 2).value = value


def _matches(after: Workbook, plan: Plan) -> None:
    result = outlook(plan.with_(offers=()), make_book())
    found = need(plan)
    told = [_value(after, key) for key in ("denominator_at", "required", "permanent", "baseline", "missing", "surplus", "naive", "open", "month_idr", "year_idr")]
    bill = result.gap_bill
    assert told == [found.denominator, found.required, result.permanent, found.baseline, found.missing, found.surplus, found.naive_missing, result.open_people,
                    bill.month_idr, bill.twelve_months_idr]


def test_a_reader_who_changes_an_input_sees_everything_follow(tmp_path: Path) -> None:
    occasion = make_occasion()
    start = first_plan_of(occasion)
    awkward = replace(start.tranches[0], workers=2_801, acceptance=Decimal("0.898"), overlap=Decimal("0.125"), continuing=Decimal("0.333"))
    plan = start.with_(tranches=(awkward, *start.tranches[1:], make_tranche(1_001, "2027-03", 12, commitment="planned"), make_tranche(777, "2027-12", 1, commitment="budgeted")),
                       growth_pct=Decimal("2.8"), base=replace(start.base, active=19_001), goal=replace(start.goal, pct=Decimal("28.335")), grace_months=1)

    def change(book: Workbook) -> None:
        _changed(book, {"growth": 2.8, "active": 19_001, "target": 28.335, "grace": 1})
        sheet, words = book["Rencana"], words_in("id")
        first = _row_of(sheet, words("buku.plan.fund")) + 1
        for column, value in ((2, 2_801), (3, 89.8), (4, 12.5), (5, 33.3)):
            sheet.cell(first, column).value = value
        for row, people, month, months, status in ((first + 2, 1_001, datetime(2027, 3, 15), 12, "planned"), (first + 3, 777, datetime(2027, 12, 31), 1, "budgeted")):
            for column, value in ((2, people), (6, month), (7, months), (8, words(f"rencana.commitment.{status}"))):
                sheet.cell(row, column).value = value

    after = _recalculated(write_workbook(_view()), tmp_path, change)[0]
    _matches(after, plan)
    summary = after["Ringkasan"][5]
    assert (summary[2].value, summary[14].value) == (19_001, need(plan).missing)


def test_people_are_rounded_up_and_never_one_too_many(tmp_path: Path) -> None:
    start, printed = first_plan_of(make_occasion()), ("28.30", "100", "7", "0.1", "33.333")
    changes = [partial(_changed, changes={"target": float(pct), "denominator": 100_000}) for pct in printed]
    for pct, after in zip(printed, _recalculated(write_workbook(_view()), tmp_path, *changes), strict=True):
        plan = start.with_(goal=replace(start.goal, pct=Decimal(pct)), base=replace(start.base, denominator=100_000))
        assert _value(after, "required") == need(plan).required, pct


def test_a_missing_figure_leaves_an_empty_cell_and_its_reason(tmp_path: Path) -> None:
    told = {"no_target": {"target": None}, "no_denominator": {"denominator": None}, "target_basis_unknown": {"target_basis": "?"}, "basis_unknown": {"basis": "?"},
            "basis_differs": {"basis": "C"}, "no_active": {"active": None}, "undated_record": {"month": None}, "before_record": {"deadline": datetime(2025, 9, 1)},
            "tranches_exceed": {"active": 9}}
    books = _recalculated(write_workbook(_view()), tmp_path, *(partial(_changed, changes=changes) for changes in told.values()))
    for reason, after in zip(told, books, strict=True):
        assert _value(after, "remark") == words_in("id")(f"bahan.number.why.{reason}")
        assert [_value(after, key) for key in ("required", "missing", "year_idr")] == [None, None, None], reason


def _error_values(book: Workbook) -> list[tuple[str, str, object]]:
    return [(sheet.title, cell.coordinate, cell.value) for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.data_type == "e" or (isinstance(cell.value, str) and cell.value.startswith(("#", "Err:")))]


def test_what_no_formula_can_read_is_said_and_never_an_error(tmp_path: Path) -> None:
    words = words_in("id")

    def first_payment(column: int, value: object) -> Callable[[Workbook], None]:
        def change(book: Workbook) -> None:
            book["Rencana"].cell(_row_of(book["Rencana"], words("buku.plan.fund")) + 1, column).value = value
        return change

    def fault(kind: str, key: str) -> str:
        return words(f"buku.plan_hint.{kind}", name=words(f"buku.plan.{key}"))

    asked = [({"denominator": 0}, fault("is_zero", "denominator")), ({"denominator": -3}, fault("is_zero", "denominator")), ({"target": "28,30"}, fault("is_text", "target")),
             ({"active": "banyak"}, fault("is_text", "active")), ({"deadline": "Desember 2027"}, fault("is_text", "deadline")), ({"growth": "2,8"}, fault("is_text", "growth")),
             ({"grace": "satu"}, fault("is_text", "grace")), ({"month": "x", "denominator": "0"}, fault("is_text", "month")), ({"growth": 1e200}, words("buku.plan_hint.unread"))]
    rows = [(first_payment(2, "2.800"), words("buku.plan_hint.payment_unread")), (first_payment(3, "semua"), words("buku.plan_hint.payment_unread")),
            (first_payment(6, "Juli"), words("buku.plan_hint.payment_unread")), (first_payment(14, "mahal"), "")]
    changes = [*((partial(_changed, changes=typed), reason) for typed, reason in asked), *rows]
    books = _recalculated(write_workbook(_view()), tmp_path, *(change for change, _ in changes))
    for after, (_, reason) in zip(books, changes, strict=True):
        assert _error_values(after) == []
        assert ((_value(after, "remark") or ""), after["Ringkasan"][5][18].value or "") == (reason, reason)
        assert (_value(after, "missing") is None) is bool(reason), reason


def test_a_denominator_may_not_be_zero_and_people_may(body: bytes) -> None:
    sheet, words = _read(body)["Rencana"], words_in("id")
    rules = {key: next(rule for rule in sheet.data_validations.dataValidation if sheet.cell(_row_of(sheet, words(f"buku.plan.{key}")), 2).coordinate in rule.sqref)
             for key in ("denominator", "active")}
    assert [(rule.operator, rule.formula1) for rule in rules.values()] == [("greaterThanOrEqual", "1"), ("greaterThanOrEqual", "0")]


def test_a_district_without_figures_has_reasons_and_no_zero() -> None:
    held = _read(write_workbook(_view("13.06")), values=True)
    row = [cell.value for cell in held["Ringkasan"][5]]
    assert row[:2] == ["13.06", "Kabupaten Kosong"]
    assert row[18] == "tidak ada target dalam persen"
    assert not [value for value in row[2:18] if isinstance(value, int | float)]


def test_only_our_formulas_are_formulas() -> None:
    source = replace(make_source(), publisher=EVIL, title=EVIL, url="=HYPERLINK(\"http://x\")")
    bad = make_funding("13.11", EVIL, 5, group=Bilingual(EVIL, EVIL), period_start="2025", months_funded=3)
    atlas = make_golden_atlas(districts=(make_district("13.11", EVIL), make_district("13.06", "+1"), make_district("13.73", "@SUM(A1)")),
                              sources={"s1": source}, release_hash=EVIL)
    atlas = replace(atlas, funding=(*atlas.funding, bad))
    body = write_workbook(_view("", atlas=atlas))
    found = _formulas(_read(body))
    assert all(text.startswith(("=IF(", "=MAX(", "=B", "=C", "=D", "=E", "=F", "=G", "=H", "=I", "=J", "=K", "=L")) for text in found.values())
    assert not [text for text in found.values() if "cmd" in text or "HYPERLINK" in text or "pwned" in text]
    assert {name for name, _ in found} == {"Ringkasan", "Rencana", "Pembayaran"}
    book = _read(body)
    assert not [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert "=HYPERLINK(\"http://x\")" in [cell.value for cell in book["Sumber"]["D"]]
    assert all(cell.data_type == "s" for cell in book["Sumber"]["D"][3:])
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert not [name for name in archive.namelist() if "external" in name.lower() or "vba" in name.lower()]
        assert "\x0b" not in "".join(archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".xml"))


def test_where_the_formulas_stand(body: bytes) -> None:
    found = _formulas(_read(body))
    words, plan = words_in("id"), _read(body)["Rencana"]
    results = {("Rencana", f"B{_row_of(plan, words(f'buku.plan.{key}'))}") for key in RESULTS}
    assert results <= set(found)
    inputs = {("Rencana", f"B{_row_of(plan, words(f'buku.plan.{key}'))}") for key in INPUTS}
    assert not inputs & set(found)
    rows = {place[1:] for name, place in found if name == "Ringkasan"}
    assert rows == {"5"}


def test_inputs_are_marked_and_guarded(body: bytes) -> None:
    sheet, words = _read(body)["Rencana"], words_in("id")
    for key in INPUTS:
        cell = sheet.cell(_row_of(sheet, words(f"buku.plan.{key}")), 2)
        assert cell.fill.fgColor.rgb == "FFFDF1D0"
        assert any(cell.coordinate in guard.sqref for guard in sheet.data_validations.dataValidation), key
    assert sheet.cell(_row_of(sheet, words("buku.plan.required")), 2).fill.fgColor.rgb in ("00000000", None)


def test_funding_is_printed_as_it_was_and_never_added_up(body: bytes) -> None:
    sheet = _read(body, values=True)["Pembayaran"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=5)]
    assert [(row[0], row[4], row[12], row[13], row[15]) for row in rows] == [("13.11", 2_800, "2025-07", "2025-12", "1"), ("13.11", 9_650, "2025-11", "2025-12", "1")]
    assert "SUM(" not in "".join(text for (name, _), text in _formulas(_read(body)).items() if name == "Pembayaran")


def test_sources_are_numbered_and_their_addresses_are_text(body: bytes) -> None:
    sheet = _read(body)["Sumber"]
    assert [cell.value for cell in sheet[5]][:4] == [1, "Warta", "Judul", "https://example.org/berita"]
    assert sheet["D5"].hyperlink is None


def test_every_column_is_explained(body: bytes) -> None:
    book = _read(body)
    explained = {(row[0].value, row[1].value) for row in book["Kamus data"].iter_rows(min_row=5)}
    for name in ("Ringkasan", "Pembayaran", "Sumber"):
        assert {(name, cell.value) for cell in book[name][4] if cell.value} <= explained, name
    for key in (*INPUTS, *RESULTS):
        assert ("Rencana", words_in("id")(f"buku.plan.{key}")) in explained
    assert all(row[3].value for row in book["Kamus data"].iter_rows(min_row=5) if row[0].value in ("Ringkasan", "Rencana"))
    assert "arti kolom" in [row[3].value for row in book["Kamus data"].iter_rows(min_row=5)]


def test_it_prints_on_paper_and_keeps_its_heads_in_sight(body: bytes) -> None:
    for sheet in _read(body):
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == (9, "landscape", 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
    book = _read(body)
    assert {name: book[name].freeze_panes for name in SHEETS} == {**dict.fromkeys(SHEETS[:1] + SHEETS[2:5], "C5"), "Rencana": None, "Keterangan": None}
    assert {book[name].print_title_rows for name in ("Ringkasan", "Pembayaran", "Sumber", "Kamus data")} == {"$4:$4"}


def test_results_carry_names(body: bytes) -> None:
    book = _read(body, values=True)
    places = {name: held.attr_text for name, held in book.defined_names.items()}
    assert set(places) == {"diperlukan_13_11", "kurang_13_11", "biaya_12_bulan_13_11"}
    sheet, _, cell = places["kurang_13_11"].partition("!")
    assert book[sheet.strip("'")][cell.replace("$", "")].value == 14_177


def test_the_last_sheet_tells_its_origin_and_leads_back(body: bytes) -> None:
    told = " ".join(str(cell.value) for cell in _read(body)["Keterangan"]["A"] if cell.value)
    for part in ("Per Oktober 2025", "dibuat 21 November 2026", "rilis data 1 (21 Nov 2026), abc", "A = penduduk bekerja (BPS)", f"{ADDRESS}/daerah?daerah=13.11",
                 "kurang_13_11"):
        assert part in told, part
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("xl/media/")]
        assert len(pictures) == 1
        assert [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(archive.read(pictures[0]))))][0].startswith(f"{ADDRESS}/daerah?daerah=13.11")
    plain = write_workbook(_view(public_url="http://localhost:8501"))
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        assert not [name for name in archive.namelist() if "media" in name]
    assert "localhost" not in " ".join(str(cell.value) for cell in _read(plain)["Keterangan"]["A"])


def test_nineteen_districts_stand_in_nineteen_rows() -> None:
    districts = tuple(make_district(f"13.{i:02d}", f"Kabupaten {i}") for i in range(1, 20))
    book = _read(write_workbook(_view("", atlas=make_golden_atlas(districts=districts, coverage=(), funding=(), targets=()))))
    assert [book["Ringkasan"].cell(row, 1).value for row in range(5, 25)] == [d.code for d in districts] + [None]
    assert sum(str(cell.value).startswith("Rencana Kabupaten") for cell in book["Rencana"]["A"]) == 19


def test_the_plan_of_the_address_is_the_one_computed() -> None:
    occasion = make_occasion()
    first = first_plan_of(occasion)
    word = encode(first.with_(grace_months=0, growth_pct=Decimal("2.8")), first)
    held = _read(write_workbook(_view(a=word)), values=True)
    assert (_value(held, "growth"), _value(held, "grace"), _value(held, "denominator_at")) == (2.8, 0, grown(106_590, Decimal("2.8"), 39))


def test_a_rate_that_changes_is_said(tmp_path: Path) -> None:
    occasion = make_occasion()
    first = first_plan_of(occasion)
    word = encode(first.with_(tranches=(make_tranche(10, "2026-11", 4, "self_paid", commitment="planned"),)), first)
    body = write_workbook(_view(a=word))
    sheet = _read(body, values=True)["Rencana"]
    row = [cell.value for cell in sheet[_row_of(sheet, "Pembayar") + 1]]
    assert row[13] is None
    assert row[14:16] == [8_400 * 2 + 16_800 * 2, 10 * (8_400 * 2 + 16_800 * 2)]
    assert "Tarif berubah" in row[16]
    assert _recalculated(body, tmp_path, _as_it_is)[0]["Rencana"].cell(_row_of(sheet, "Pembayar") + 1, 16).value == row[15]


def test_the_clock_leaves_no_trace(body: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 21, 0, 0, 0)}
        assert b"2026-11-21T00:00:00Z" in archive.read("docProps/core.xml")
    code = ("import hashlib; from tests.share.test_workbook import _view, ADDRESS, write_workbook; "
            "print(hashlib.sha256(write_workbook(_view(public_url=ADDRESS))).hexdigest())")
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert other == hashlib.sha256(body).hexdigest()


def test_no_english_word_of_ours_stands_in_an_indonesian_workbook(body: bytes) -> None:
    told = " ".join(str(cell.value) for sheet in _read(body) for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str))
    for word in ("missing", "required", "people", "month", "Sources", "printed"):
        assert f" {word} " not in told, word


def test_a_percentage_older_than_its_people_is_not_recomputed() -> None:
    held = make_golden_atlas()
    newer = replace(held.coverage[0], fact_key="k9", active=None, denominator=None, as_of=replace(held.coverage[0].as_of, month=Month(2025, 12)))
    row = _read(write_workbook(_view(atlas=replace(held, coverage=(*held.coverage, newer)))), values=True)["Ringkasan"][5]
    assert (row[2].value, row[4].value, row[6].value) == (18_788, 106_590, None)
