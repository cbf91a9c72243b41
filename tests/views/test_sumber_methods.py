"""The methods: their examples come from the facts at hand, their tables keep empty years empty."""

from __future__ import annotations

from dataclasses import replace

from tests.conftest import NO_WORDS, make_atlas, make_coverage, make_target
from tests.domain.test_conflicts import RATES, make_catalogue
from tests.views.test_sumber import texts
from petaucj.data.bilingual import Bilingual
from petaucj.domain.month import Month
from petaucj.domain.rates import Correction, Rate, rates_of
from petaucj.views.phrases import Reader
from petaucj.views.sumber_methods import ORDER, MethodsView, build_methods

SOLSEL = (make_coverage("13.01", "2024-09", "16.97", active=18_092, denominator=106_590),
          make_coverage("13.01", "2025-10", "30.40", active=18_788, denominator=61_794, basis="bpjs_potential"))


def _chapter(view: MethodsView, name: str) -> str:
    chapter = view.chapters[ORDER.index(name)]
    return " ".join((*chapter.paragraphs, *chapter.items)).replace("\u00a0", " ")


def _table(view: MethodsView, name: str):
    return next(table for table in view.tables if table.key == f"tabel-{name}")


def _build(reader: Reader, *coverage, targets=(), rates=(), corrections=()) -> MethodsView:
    return build_methods(make_atlas(coverage=coverage or SOLSEL, targets=targets), rates, corrections, reader)


def test_the_conversion_is_worked_out_from_the_facts(reader, english) -> None:
    targets = (make_target("13.01"),)
    assert ("Contoh Kabupaten Awan: berita mencetak 30,40 % (dasar B). Pada dasar target, 18.788 peserta (Oktober 2025) ÷ 106.590 "
            "(penduduk bekerja (BPS), September 2024) = 17,63 %. Terhadap target daerah 2025 sebesar 28,30 % kurang 10,67 poin: perlu "
            "30.165 orang, masih kurang 11.377 orang.") in _chapter(_build(reader, targets=targets), "convert")
    assert "30,165 people are needed, 11,377 are missing" in _chapter(_build(english, targets=targets), "convert")


def test_without_an_example_none_is_made_up(reader) -> None:
    assert "belum ada daerah yang dapat dijadikan contoh" in _chapter(_build(reader), "convert")


def test_letters_are_counted_and_the_settings_are_named(reader) -> None:
    view = _build(replace(reader, stale_after_months=18, rank_window_months=9))
    assert "A: penduduk bekerja (BPS). Dipakai dokumen perencanaan (RPJPN, RPJMN, target provinsi). 1 angka daerah." in _chapter(view, "bases")
    assert "lebih dari 18 bulan" in _chapter(view, "age") and "paling lama 9 bulan" in _chapter(view, "rank")


def test_a_figure_that_does_not_add_up_is_the_example_of_one(reader) -> None:
    bad = make_coverage("13.71", "2022-12", "93", active=16_950, denominator=19_042)
    assert ("Tidak cocok: di Kota Cahaya 16.950 ÷ 19.042 = 89,01 %, tetapi tercetak 93 %; agar benar penyebutnya harus 18.129–18.324."
            ) in _chapter(_build(reader, *SOLSEL, bad), "recompute")


def test_the_province_total_says_how_many_it_covers(reader) -> None:
    assert "Dasar B: 18.788 ÷ 61.794 = 30,40 %, mencakup 1 dari 3 daerah (Kabupaten Awan)." in _chapter(_build(reader), "total")


def test_health_insurance_is_named_as_left_out(reader, english) -> None:
    for who in (reader, english):
        assert "BPJS Kesehatan" in _chapter(_build(who), "outside")


def test_years_nobody_published_stay_empty_and_say_so(reader) -> None:
    targets = (make_target("ID", "32.15", 2025, "rpjmn"), make_target("ID", "43.92", 2028, "rpjmn"), make_target("13.01", None, 2025, people=5_000))
    table = _table(_build(reader, targets=targets), "targets")
    rows = texts(table.grid)
    assert [(row[2], row[3], row[6]) for row in rows[:4]] == [
        ("2025", "32,15 %", "Perda 1/2024"), ("2026", "–", "tidak ditemukan penerbitannya; dibiarkan kosong"),
        ("2027", "–", "tidak ditemukan penerbitannya; dibiarkan kosong"), ("2028", "43,92 %", "Perda 1/2024")]
    assert rows[4][3:5] == ["–", "5.000"]
    assert "3 dari 3 daerah tidak punya target persentase yang diterbitkan: Kabupaten Awan, Kabupaten Bukit dan Kota Cahaya." in table.text


def _seed_rates() -> tuple[Rate, ...]:
    held = rates_of(make_catalogue(rates=RATES))
    return tuple(replace(rate, source_id="s1", checked_on="2026-11-21", verification="press", note=Bilingual("Catatan.", "Remark.")) for rate in held)


def test_rates_tell_amount_dates_and_verification_and_are_marked_once_ended(reader, english) -> None:
    table = _table(_build(reader, rates=_seed_rates()), "rates")
    first, second, relief = texts(table.grid)
    assert first[:5] == ["bukan penerima upah (BPU)", "JKK", "semua sektor", "siapa pun",
                         "1 % dari penghasilan yang dilaporkan, paling sedikit Rp10.000 per bulan"]
    assert (second[4], second[5], second[7]) == ("Rp6.800 per bulan", "masa berlaku tidak disebut", "dari berita, 21 November 2026")
    assert relief[5] == "April 2026 – Desember 2026" and relief[9] == "1"
    assert table.notes == ("Catatan.",) and table.text.endswith("dijumlahkan dari tabel ini: Rp16.800 per orang per bulan.")
    later = _table(_build(replace(english, today=Month(2027, 1)), rates=_seed_rates()), "rates")
    assert texts(later.grid)[2][5] == "April 2026 – December 2026: ended"
    assert later.grid.rows[2][5][0].strong and "Against January 2027, 1 rates have passed" in later.text


def test_corrections_are_listed_with_their_reason(reader) -> None:
    held = Correction("c1", "coverage", "cov-013", "as_of", "2023-10", "2024-10", Bilingual("Salah cetak.", "Misprint."), "s1")
    view = _build(reader, corrections=(held,))
    assert texts(_table(view, "changes").grid) == [["coverage.as_of, cov-013", "2023-10", "2024-10", "Salah cetak.", "Warta"]]
    assert "Rilis ini memuat 1 koreksi" in _chapter(view, "corrections")


def test_empty_tables_say_that_they_are_empty(reader) -> None:
    view = _build(reader)
    assert _table(view, "rates").text == "Tabel tarif belum berisi." and not _table(view, "rates").grid.rows
    assert _table(view, "changes").text == "Rilis ini tidak memuat koreksi."


def test_a_target_in_people_keeps_its_words(reader) -> None:
    target = make_target("13.02", None, None, people=38_000, segment="vulnerable", legal_basis="", legal_basis_status="not_stated", basis="unknown",
                         basis_status="undecided", basis_reason=NO_WORDS)
    (row,) = texts(_table(_build(reader, targets=(target,)), "targets").grid)
    assert row[:7] == ["Kabupaten Bukit", "target daerah (pekerja rentan)", "tahun tidak disebut", "–", "38.000",
                       "dasar belum jelas", "tidak disebut sumber"]
