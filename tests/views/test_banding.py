"""Banding in whole sentences."""

from __future__ import annotations

from dataclasses import replace

from petaucj.domain.month import Month
from petaucj.views.banding import build_ranking
from petaucj.views.banding_target import build_dumbbells, build_pace
from petaucj.views.banding_total import build_totals
from petaucj.views.state import ViewState
from tests.conftest import make_atlas, make_coverage, make_target

A = ViewState(basis="bekerja")
TWO = make_atlas(coverage=(make_coverage("13.01", "2025-10", "30.40", active=3040, denominator=10_000),
                           make_coverage("13.02", "2025-12", "13.85", active=1385, denominator=10_000)))
SOLSEL = make_atlas(targets=(make_target("13.01"), make_target("13", "32.20", regime="province")), coverage=(
    make_coverage("13.01", "2024-09", "16.97", active=18_092, denominator=106_590),
    make_coverage("13.01", "2025-10", "30.40", active=18_788, denominator=61_794, basis="bpjs_potential"),
    make_coverage("13.02", "2025-12", "105", basis="bps_employed"),
    make_coverage("13.71", "2025-08", "33.51", basis="unknown", basis_status="undecided")))


def test_a_rank_says_place_comparables_and_the_rest(reader, english) -> None:
    view = build_ranking(TWO, A.with_(daerah="13.02"), reader)
    assert view.title == "Peringkat A · penduduk bekerja, sampai Des 2025"
    assert view.sentence == "Kabupaten Bukit: peringkat 2 dari 2 yang sebanding; 1 belum sebanding."
    assert [row.cells for row in view.table.rows] == [
        ("1", "Kabupaten Awan", "30,40\u00a0%", "Oktober 2025 (13 bulan lalu)", "1"),
        ("2", "Kabupaten Bukit", "13,85\u00a0%", "Desember 2025 (11 bulan lalu)", "2")]
    assert [row.chosen for row in view.table.rows] == [False, True]
    assert view.out.rows[0].cells == ("Kota Cahaya", "belum ada angka cakupan seluruh pekerja", "–")
    assert build_ranking(TWO, A.with_(daerah="13.02"), english).sentence == "Kabupaten Bukit: rank 2 of 2 comparable; 1 not comparable yet."


def test_rounding_is_told_as_an_interval(reader) -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", pct="30"), make_coverage("13.02", "2025-10", "30.40")))
    state = A.with_(daerah="13.01")
    assert build_ranking(atlas, state, replace(reader, per=Month(2025, 10))).sentence == (
        "Kabupaten Awan: peringkat 2 dari 2 yang sebanding (antara 1 dan 2, karena pembulatan); 1 belum sebanding.")


def test_a_district_left_out_or_outside_the_group_is_told_so(reader) -> None:
    assert build_ranking(TWO, A.with_(daerah="13.71"), reader).sentence == (
        "Kota Cahaya belum dapat diperingkat: belum ada angka cakupan seluruh pekerja. Dari 3 daerah, 2 sebanding satu sama lain; 1 belum sebanding.")
    assert build_ranking(TWO, A.with_(daerah="13.71", kelompok="13.01,13.02"), reader).sentence == (
        "Kota Cahaya tidak termasuk kelompok ini. Dari 2 daerah, 2 sebanding satu sama lain; 0 belum sebanding.")
    assert build_ranking(TWO, A, reader).sentence == "Dari 3 daerah, 2 sebanding satu sama lain; 1 belum sebanding."


def test_one_alone_or_nobody_has_no_rank(reader, english) -> None:
    view = build_ranking(TWO, A.with_(kelompok="13.01,13.71"), reader)
    assert view.sentence == ("Tidak ada peringkat: hanya Kabupaten Awan (30,40\u00a0%, Oktober 2025) yang punya angka yang memenuhi syarat, "
                             "jadi tidak ada pembandingnya; 1 dari 2 belum sebanding.")
    assert view.table.rows == ()
    assert build_ranking(TWO, A.with_(kelompok="padang"), english).sentence == (
        "No rank: there is no dated figure on this basis for this group up to December 2025; 1 of 1 are not comparable yet.")


def test_what_is_too_old_names_the_newest(reader) -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", "2025-12"), make_coverage("13.02", "2025-11", "12"), make_coverage("13.71", "2024-12", "20")))
    assert build_ranking(atlas, A, reader).out.rows[0].cells == (
        "Kota Cahaya", "lebih dari 6 bulan sebelum angka terbaru (Desember 2025)", "20\u00a0% (A), Desember 2024")


def test_as_published_offers_the_bases_instead(reader, english) -> None:
    view = build_ranking(TWO, ViewState(), reader)
    assert view.title == "Peringkat tidak dapat disusun dari angka seperti diterbitkan"
    assert [(o.basis, o.label) for o in view.offers] == [
        ("bekerja", "A · penduduk bekerja: 2 ada angka, 2 sebanding"), ("potensi", "B · potensi BPJS: 0 ada angka, 0 sebanding"),
        ("angkatan", "C · angkatan kerja: 0 ada angka, 0 sebanding")]
    assert view.table.rows == () and view.out.rows[0].cells[1] == "dasarnya A · penduduk bekerja"
    assert build_ranking(TWO, ViewState(), english).sentence.startswith("Figures as published stand on different denominators")


def test_a_converted_value_is_marked_and_measured_on_the_targets_denominator(reader) -> None:
    view = build_dumbbells(SOLSEL, ViewState(daerah="13.01"), reader)
    mark = next(m for m in view.marks if m.name == "Kabupaten Awan")
    assert (mark.actual_text, mark.target_text, mark.gap_text) == ("≈ 17,63\u00a0%", "28,30\u00a0%", "kurang 10,67\u00a0poin, 11.377 orang")
    assert view.sentence == "2 dari 3 daerah dapat diukur terhadap targetnya, pada penyebut target itu: 1 masih kurang, 1 sudah mencapai."
    assert view.notes == ("≈ berarti peserta aktif terbaru dibagi penyebut target, karena angka beritanya memakai penyebut lain.",)
    assert view.out.rows[0].cells == ("Kota Cahaya", "dasar penyebut belum jelas")
    assert "capaian ≈ 17,63\u00a0%, target 28,30\u00a0%, kurang 10,67\u00a0poin, 11.377 orang" in view.alt


def test_more_than_100_is_not_clipped(reader) -> None:
    view = build_dumbbells(SOLSEL, ViewState(target="provinsi"), reader)
    high = next(m for m in view.marks if m.name == "Kabupaten Bukit")
    assert (high.actual, high.gap_text, high.short) == (105.0, "lebih 72,80\u00a0poin", False)
    assert view.axis > 105


def test_pace_is_described_beside_what_is_needed(reader, english) -> None:
    view = build_pace(SOLSEL, ViewState(), reader)
    assert [row.cells for row in view.table.rows] == [(
        "Kabupaten Awan", "18.092 (September 2024) → 18.788 (Oktober 2025): +696 dalam 13 bulan", "+54",
        "3.792 (11.377 orang dalam 3 bulan sampai Desember 2025; tenggat lewat)", "Juli 2043, bila lajunya tetap")]
    assert "bukan ramalan" in view.explain
    assert view.left == ("Jumlah peserta aktif tidak disebut: Bukit dan Kota Cahaya.",)
    assert build_pace(SOLSEL, ViewState(), english).table.rows[0].cells[3] == "3,792 (11,377 people in 3 months to December 2025; deadline passed)"
    before = replace(reader, today=Month(2025, 11))
    assert build_pace(SOLSEL, ViewState(), before).table.rows[0].cells[3] == "3.792 (11.377 orang dalam 3 bulan sampai Desember 2025)"
    assert build_pace(make_atlas(), ViewState(), reader).sentence.startswith("Tidak ada daerah dalam kelompok ini yang punya dua hitungan")


def test_a_falling_count_never_arrives(reader) -> None:
    atlas = make_atlas(targets=(make_target("13.01", "90", 2024),), coverage=(
        make_coverage("13.01", "2023-12", "89", active=890, denominator=1000), make_coverage("13.01", "2025-12", "78", active=780, denominator=1000)))
    assert build_pace(atlas, ViewState(), reader).table.rows[0].cells[2:] == ("−5", "tenggat lewat", "tidak tercapai pada laju ini")


def test_the_province_total_says_what_it_covers_and_why_it_differs(reader, english) -> None:
    atlas = make_atlas(coverage=(*TWO.coverage, make_coverage("13", "2024-11", "24.62", active=24_620, denominator=100_000)))
    view = build_totals(atlas, A, reader)
    assert view.sentence == "Provinsi: 4.425 dari 20.000 orang, yaitu 22,13\u00a0%, mencakup 2 dari 3 kabupaten/kota (Okt 2025–Des 2025)."
    assert view.check == ("Tercetak untuk provinsi: 24,62\u00a0% (November 2024). Selisih 2,49\u00a0poin, tidak dapat dicocokkan karena "
                          "baru 2 dari 3 daerah yang terhitung (20,0\u00a0% dari penyebut provinsi 100.000 orang), tanggalnya berbeda dan "
                          "segmen yang dihitung berbeda atau tidak dirinci.")
    assert [row.cells for row in view.table.rows] == [
        ("Cabang Padang", "–", "–", "–", "0 dari 1", "tidak ada"),
        ("Cabang Solok", "4.425", "20.000", "22,13\u00a0%", "2 dari 2 (Okt 2025–Des 2025)", "tidak ada"),
        ("Cabang Bukittinggi", "–", "–", "–", "0 dari 0", "tidak ada"),
        ("Provinsi Sumatera Barat", "4.425", "20.000", "22,13\u00a0%", "2 dari 3 (Okt 2025–Des 2025)",
         "24,62\u00a0% (Nov 2024), selisih 2,49\u00a0poin")]
    assert "bukan rata-rata persentase" in view.notes[0]
    assert "covering 2 of 3 districts" in build_totals(atlas, A, english).sentence


def test_a_total_that_agrees_is_reconciled(reader) -> None:
    atlas = make_atlas(coverage=(*TWO.coverage, make_coverage("13", "2025-12", "22.13")))
    assert build_totals(atlas, A, reader).check == "Tercetak untuk provinsi: 22,13\u00a0% (Desember 2025). Cocok: sama dalam batas pembulatan."


def test_totals_need_one_basis_and_counts(reader) -> None:
    assert build_totals(TWO, ViewState(), reader).sentence == (
        "Pilih satu dasar penyebut (A, B, atau C): peserta dan penyebut dengan dasar berbeda tidak dapat dijumlahkan.")
    none = build_totals(TWO, ViewState(basis="potensi"), reader)
    assert none.sentence.endswith("(mencakup 0 dari 3).")
    assert none.check == "Pada dasar ini tidak ada angka provinsi yang tercetak untuk dicocokkan."


def test_an_own_group_has_its_own_row(reader) -> None:
    rows = build_totals(TWO, A.with_(kelompok="13.01,13.71"), reader).table.rows
    assert (rows[3].cells, rows[3].chosen) == (("Kelompok pilihan", "3.040", "10.000", "30,40\u00a0%", "1 dari 2 (Okt 2025)", "–"), True)
