"""Pendanaan in whole sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from petaucj.data.bilingual import Bilingual
from petaucj.domain.matrix import funding_matrix
from petaucj.domain.month import Month
from petaucj.views.funding_bars import build_funding_bars
from petaucj.views.pendanaan import build_matrix, chosen_year, matrix_of, years_to_choose
from petaucj.views.pendanaan_detail import build_funds, build_rupiah, build_statements
from petaucj.views.state import ViewState
from tests.conftest import make_atlas, make_funding

COVERED = make_funding("13.02", "palm_oil_share", 2_800, months_funded=6, cover_start=Month(2025, 7), cover_end=Month(2025, 12),
                       end_of_cover="computed", period_start="2025-07", period_end="")
ATLAS = make_atlas(funding=(
    make_funding("13.02", workers=9_650, months_funded=2), COVERED,
    make_funding("13.02", "csr", None, count_kind="no_number", status="realised"),
    make_funding("13.71", workers=1_234, contribution_idr=606_480_000, contribution_kind="paid", months_funded=2),
    make_funding("13.71", workers=None, count_kind="no_number", contribution_idr=5_400_000_000, contribution_kind="budget", fact_key="b"),
    make_funding("13.71", "palm_oil_share", 7_764, period_start="2024-06", period_end="2025-04"),
    make_funding("13.71", "csr", 2_410, count_kind="total_of_parts"),
    make_funding("13.71", "csr", 99, period_start="", period_end=""),
    make_funding("13", workers=300, count_kind="as_printed", fact_key="p"),
    make_funding("13.71", "not_protected", 3_805, status="gap", count_kind="gap"),
))
CODES = [d.code for d in ATLAS.districts]


def _cells(reader, status: str = "realised", year: int = 2025):
    view = build_matrix(ATLAS, funding_matrix(ATLAS, year, status), "13.02", reader)
    return view, {row.cells[0]: row.cells[1:] for row in view.table.rows}


def test_cells_say_number_marks_and_statements(reader) -> None:
    view, cells = _cells(reader)
    assert view.title == "Siapa membayar di mana: realisasi, 2025"
    assert view.sentence == "2 dari 19 daerah punya pernyataan realisasi untuk 2025, dari 3 sumber dana."
    assert cells == {"Awan": ("", "", ""), "Bukit": ("9.650 (1)", "2.800 (1)", "tanpa angka (1)"),
                     "Kota Cahaya": ("1.234 (2)", "sejak 2024†", "2.410* (1)")}
    assert view.province.cells == ("Provinsi (tersendiri)", "300 (1)", "", "")
    assert [row.chosen for row in view.table.rows] == [False, True, False]


def test_notes_explain_only_the_marks_in_use(reader, english) -> None:
    notes = " ".join(_cells(reader)[0].notes)
    assert ("† ada pembayaran yang mulai pada tahun sebelumnya dan berjalan ke tahun ini: Kota Cahaya, palm_oil_share: 7.764 "
            "(Juni 2024 – April 2025).") in notes
    assert "1 pernyataan berstatus realisasi tidak menyebut tahun" in notes
    assert "‡" not in notes
    assert "† some payments began in an earlier year" in " ".join(_cells(english)[0].notes)


@pytest.mark.parametrize(("shares", "said"), [
    ((200, 100), "Bagian 2 kabupaten/kota berjumlah 300, sama dengan angka provinsi: orangnya sama, jadi baris provinsi tidak menambah apa-apa."),
    ((200, 50), "Bagian 2 kabupaten/kota berjumlah 250, sedangkan angka provinsi 300: orangnya sama, jadi keduanya tidak dijumlahkan."),
])
def test_shares_of_the_province_are_told_beside_its_number(reader, shares, said) -> None:
    facts = [make_funding(code, workers=count, count_kind="part_of_3000") for code, count in zip(CODES, shares, strict=False)]
    atlas = make_atlas(funding=(make_funding("13", workers=300), *facts))
    view = build_matrix(atlas, funding_matrix(atlas, 2025, "realised"), "", reader)
    assert view.notes[0].endswith(said)
    assert view.table.rows[0].cells[1] == "200‡ (1)"


def test_people_without_cover_are_no_funding(reader, english) -> None:
    view, cells = _cells(reader, "gap")
    assert view.title == "Siapa dilaporkan belum terlindungi, 2025"
    assert view.sentence == ("1 dari 19 daerah punya laporan tentang pekerja yang belum terlindungi pada 2025. "
                             "Daerah lain tidak berarti semuanya terlindungi.")
    assert cells["Kota Cahaya"] == ("3.805 (1)",)
    assert _cells(english, "gap")[0].title == "Who is reported as not yet protected, 2025"


def test_a_year_without_statements_names_the_years_there_are(reader, english) -> None:
    view, cells = _cells(reader, year=2031)
    assert view.sentence == ("Tidak ada pernyataan berstatus realisasi untuk 2031. Pilih tahun atau status lain. "
                             "Tahun yang ada untuk status ini: 2025 dan 2024.")
    assert cells == {}
    assert _cells(english, year=2031)[0].sentence.startswith("There is no statement with status realised for 2031.")


def test_the_year_of_the_address_else_the_newest_realised() -> None:
    planned = make_funding("13.01", status="planned", period_start="2026", period_end="2026")
    atlas = make_atlas(funding=(*ATLAS.funding, planned))
    assert chosen_year(atlas, ViewState()) == 2025
    assert years_to_choose(atlas, ViewState(tahun=2031)) == (2031, 2026, 2025, 2024)
    assert matrix_of(atlas, ViewState(tahun=2026, status="rencana")).rows[0].cell("district_budget").largest.workers == 100
    assert chosen_year(make_atlas(), ViewState()) == 0


def test_bars_show_parts_and_never_a_total(reader, english) -> None:
    matrix = funding_matrix(ATLAS, 2025, "realised")
    view = build_funding_bars(ATLAS, matrix, "13.02", reader)
    assert [(b.name, [(p.fund, p.start, p.length, p.label) for p in b.pieces]) for b in view.bars] == [
        ("Bukit", [("district_budget", 0, 9650, "9.650"), ("palm_oil_share", 9650, 2800, "2.800")]),
        ("Kota Cahaya", [("district_budget", 0, 1234, "1.234")])]
    assert "Tumpang tindihnya tidak diketahui" in view.note and "jumlah seluruhnya tidak dicetak" in view.note
    assert view.alt == ("Pekerja menurut sumber dana: realisasi, 2025. Bukit: district_budget 9.650 dan palm_oil_share 2.800. "
                        "Kota Cahaya: district_budget 1.234")
    assert view.missing == "Tanpa angka yang dapat digambar (1): Awan."
    assert (view.scale, view.scale_label) == (2000.0, "= 2.000 orang")
    everything = " ".join([view.note, view.alt, view.missing, *(p.label for b in view.bars for p in b.pieces)])
    assert "12.450" not in everything
    assert "12,450" not in build_funding_bars(ATLAS, matrix, "", english).alt


def test_paid_budget_and_transfer_keep_columns_of_their_own(reader) -> None:
    view = build_rupiah(ATLAS, funding_matrix(ATLAS, 2025, "realised"), "", reader)
    assert view.table.columns[-2:] == ("Dibayar", "Dianggarkan")
    assert [row.cells[-2:] for row in view.table.rows] == [("Rp606.480.000", ""), ("", "Rp5.400.000.000")]
    assert build_rupiah(ATLAS, funding_matrix(ATLAS, 2024, "planned"), "", reader).sentence == (
        "Tidak ada rupiah yang tercetak untuk 2024 dengan status rencana.")


def test_statements_of_a_district_with_sources(reader, english) -> None:
    matrix = funding_matrix(ATLAS, 2025, "realised")
    view = build_statements(ATLAS, matrix, matrix.rows[1], reader)
    assert view.title == "Kabupaten Bukit: realisasi, 2025"
    assert [head for head, _ in view.groups] == ["district_budget · pernyataan: 1", "palm_oil_share · pernyataan: 1", "csr · pernyataan: 1"]
    note = view.groups[1][1][0]
    assert note.lines[:3] == (
        "2.800 orang: pekerja rentan; realisasi, angka seperti tercetak.", "Periode: Juli 2025; 6 bulan.",
        "Masa perlindungan Juli 2025 – Desember 2025 (dihitung dari awal dan lamanya); berakhir Desember 2025; perpanjangan tidak diketahui.")
    assert [s.publisher for s in note.sources] == ["Warta"]
    english_note = build_statements(ATLAS, matrix, matrix.rows[1], english).groups[1][1][0]
    assert english_note.lines[2] == "Cover July 2025 – December 2025 (computed from start and length); ended December 2025; renewal unknown."
    nothing = build_statements(ATLAS, matrix, matrix.rows[0], reader)
    assert (nothing.sentence, nothing.groups) == ("Tidak ada pernyataan berstatus realisasi tentang Kabupaten Awan untuk 2025.", ())


def test_carried_and_undated_statements_stand_under_their_own_heads(reader) -> None:
    matrix = funding_matrix(ATLAS, 2025, "realised")
    heads = [head for head, _ in build_statements(ATLAS, matrix, matrix.rows[2], reader).groups]
    assert heads[-2:] == ["Mulai pada tahun sebelumnya, berjalan ke 2025", "Tanpa tahun"]


def test_funds_say_who_limits_and_legal_basis_or_that_nothing_is_known(reader, english) -> None:
    rules = (replace(ATLAS.funding_rules[0], who=Bilingual("Pekerja rentan.", "Vulnerable workers."), legal_basis="Inpres 2/2021", months_seen="2"),
             replace(ATLAS.funding_rules[2], funding_source="mixed"), replace(ATLAS.funding_rules[2], funding_source="not_protected"))
    held = build_funds(make_atlas(funding_rules=rules), reader)
    assert held[0].lines == (("Boleh membayar untuk", "Pekerja rentan."), ("Batas", "belum ada keterangan"), ("Dasar hukum", "Inpres 2/2021"),
                             ("Lama yang pernah diberitakan (bulan)", "2"))
    assert [f.kind for f in held] == ["uang publik", "uang publik atau bukan, tidak diketahui", "bukan sumber dana"]
    assert build_funds(make_atlas(funding_rules=rules), english)[0].lines[0] == ("May pay for", "Vulnerable workers.")
