"""Sources, conflicts, ages and downloads in whole sentences, both languages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest

from tests.conftest import make_atlas, make_coverage, make_funding, make_source
from petaucj.data.bilingual import Bilingual
from petaucj.data.dictionary import ColumnMeaning
from petaucj.domain.conflicts import OutletDifference, base_histories, mismatches, rupiah_checks
from petaucj.domain.records import Conflict
from petaucj.views.state import ViewState
from petaucj.views.sumber import Grid, area_name
from petaucj.views.sumber_ages import build_ages
from petaucj.views.sumber_conflicts import Found, build_conflicts_view
from petaucj.views.sumber_downloads import OfferedFile, build_downloads
from petaucj.views.sumber_sources import PAGE_SIZE, build_sources_view

WORDS = Bilingual("Judul 59 %, isi 26 %.", "Headline 59%, body 26%.")


def texts(grid: Grid) -> list[list[str]]:
    """Return the words of a table, cell by cell, with plain blanks."""
    return [["".join(part.text for part in cell).replace("\u00a0", " ") for cell in row] for row in grid.rows]


def make_sources(count: int) -> MappingProxyType:
    """Return made-up sources whose publishers sort by number."""
    return MappingProxyType({f"s{i}": replace(make_source(f"s{i}"), publisher=f"Warta {i:03d}") for i in range(1, count + 1)})


def test_sources_are_paged_and_tell_trust_rights_and_uses(reader, english) -> None:
    atlas = make_atlas(sources=make_sources(PAGE_SIZE + 2))
    uses = {"s1": {"coverage": 3, "funding": 2}}
    view = build_sources_view(atlas, ViewState(), uses, frozenset(), reader)
    assert view.summary == "27 sumber. Keterpercayaan: 27 sedang."
    assert (view.told, view.pages, len(view.entries)) == ("Sumber 1–25 dari 27, menurut nama penerbit.", 2, 25)
    assert view.entries[0].rights == "Hak pakai: hanya fakta yang diambil"
    assert view.entries[0].uses == "5 keterangan bertumpu padanya: 3 cakupan dan 2 pendanaan."
    assert view.entries[1].uses == "Belum ada keterangan yang bertumpu padanya."
    second = build_sources_view(atlas, ViewState(halaman=2), uses, frozenset(), english)
    assert second.told == "Sources 26–27 of 27, by name of publisher."
    assert second.entries[0].rights == "Rights: only facts are taken"


def test_a_page_that_is_not_there_is_said_not_silently_replaced(reader) -> None:
    view = build_sources_view(make_atlas(), ViewState(halaman=7), {}, frozenset(), reader)
    assert view.remarks[0] == "Halaman 7 tidak ada pada daftar ini; ditampilkan halaman 1."


def test_antara_pages_are_to_be_linked_not_copied(reader, english) -> None:
    atlas = make_atlas(sources=MappingProxyType({"s1": replace(make_source(), publisher="ANTARA Sumbar", licence="facts_only_no_crawl")}))
    rights = [build_sources_view(atlas, ViewState(), {}, frozenset(), who).entries[0].rights for who in (reader, english)]
    assert rights == ["Hak pakai: hanya fakta yang diambil; penerbit melarang perayapan, jadi baca lewat tautannya dan jangan disalin",
                      "Rights: only facts are taken; the publisher forbids crawling, so read it through the link and do not reproduce it"]


def test_a_chosen_district_shows_its_sources_and_one_without_says_so(reader) -> None:
    atlas = make_atlas(sources=make_sources(3))
    one = build_sources_view(atlas, ViewState(daerah="13.01"), {}, frozenset({"s2"}), reader)
    assert one.summary.startswith("1 dari 3 sumber memuat keterangan tentang Kabupaten Awan.")
    assert [entry.note.publisher for entry in one.entries] == ["Warta 002"]
    none = build_sources_view(atlas, ViewState(daerah="13.02"), {}, frozenset(), reader)
    assert (none.summary, none.entries) == ("Belum ada sumber yang memuat keterangan tentang Kabupaten Bukit.", ())


def _atlas():
    return make_atlas(
        coverage=(make_coverage("13.71", "2022-12-02", "93", "day", active=16_950, denominator=19_042, basis="bpjs_potential"),
                  make_coverage("13.01", "2024-09", "16.97", active=18_092, denominator=106_590),
                  make_coverage("13.01", "2025-10", "30.40", active=18_788, denominator=61_794, basis="bpjs_potential")),
        funding=(make_funding("13.01", "palm_oil_share", 3_360, months_funded=5, contribution_idr=282_000_000, contribution_kind="paid"),
                 make_funding("13.02", "csr", 100, months_funded=1, contribution_idr=1_680_000, status="planned"),
                 make_funding("13.02", "csr", 100, months_funded=2, contribution_idr=2_000_001, period_start="", period_end="")),
        conflicts=(Conflict("c1", "13", "printed_vs_recomputed", (), ("s1",), WORDS),
                   Conflict("c2", "13.01", "base_change", ("13.01|2024-09|all|16.97",), (), WORDS)))


def _found(atlas) -> Found:
    return Found(mismatches(atlas), (), base_histories(atlas), rupiah_checks(atlas, 16_800))


def test_printed_against_recomputed(reader, english) -> None:
    atlas = _atlas()
    view = build_conflicts_view(atlas, _found(atlas), "", reader)
    assert texts(view.findings[0].grid) == [["Kota Cahaya", "2 Desember 2022", "93 %", "16.950 ÷ 19.042 = 89,01 %", "lebih 3,99 poin",
                                             "18.226 (18.129–18.324)", "Warta"]]
    assert view.findings[0].grid.rows[0][-1][0].url == "https://example.org/berita"
    told = texts(build_conflicts_view(atlas, _found(atlas), "", english).findings[0].grid)[0]
    assert told[3:6] == ["16,950 ÷ 19,042 = 89.01%", "3.99 points more", "18,226 (18,129–18,324)"]


def test_the_chain_of_bases_tells_where_it_changes(reader, english) -> None:
    atlas = _atlas()
    chain = texts(build_conflicts_view(atlas, _found(atlas), "13.01", reader).findings[2].grid)
    assert chain == [["Kabupaten Awan", "September 2024: 18.092 dari 106.590 (A), tercetak 16,97 % → Oktober 2025: 18.788 dari 61.794 (B), "
                                        "tercetak 30,40 % (berganti) peserta +696 sejak jumlah sebelumnya"]]
    assert texts(build_conflicts_view(atlas, _found(atlas), "13.01", english).findings[2].grid)[0][1].endswith(
        "(changed) participants +696 since the count before")


def test_rupiah_that_fits_that_is_rounded_and_that_differs(reader) -> None:
    atlas = _atlas()
    rows = texts(build_conflicts_view(atlas, _found(atlas), "", reader).findings[3].grid)
    assert rows[0][2:5] == ["3.360 × 5 × Rp16.800 = Rp282.240.000", "Rp282.000.000 (dibayar)", "sesuai, dalam pembulatan angka tercetak"]
    assert rows[1][1:5] == ["csr, 2025 (rencana)", "100 × 1 × Rp16.800 = Rp1.680.000", "Rp1.680.000 (sifatnya tidak disebut)", "tepat"]
    assert rows[2][1] == "csr, tanggal tidak disebut (realisasi)"
    assert rows[2][4] == "kurang Rp1.359.999; tersirat Rp10.000 per orang per bulan"


def test_without_a_rate_rupiah_is_not_checked_and_says_so(reader) -> None:
    atlas = _atlas()
    last = build_conflicts_view(atlas, replace(_found(atlas), rupiah=None), "", reader).findings[3]
    assert last.explanation == "Belum dihitung: tabel tarif belum memuat iuran terendah yang berlaku." and not last.grid.rows


@pytest.mark.parametrize(("code", "summary", "titles"), [
    ("", "2 pertentangan tercatat dan 3 temuan hitungan. Tidak ada yang dirata-ratakan atau dipilihkan: keduanya ditampilkan.",
     ["Provinsi Sumatera Barat", "Kabupaten Awan"]),
    ("13.71", "Kota Cahaya: 0 pertentangan tercatat dan 1 temuan hitungan. Pilih “semua daerah” untuk melihat seluruhnya.", []),
])
def test_written_conflicts_are_grouped_by_area(reader, code: str, summary: str, titles: list[str]) -> None:
    atlas = _atlas()
    view = build_conflicts_view(atlas, _found(atlas), code, reader)
    assert (view.summary, [group.title for group in view.groups]) == (summary, titles)
    if titles:
        written = view.groups[1].conflicts[0]
        assert (written.kind, written.summary, written.sources[0].text) == ("penyebut berganti", "Judul 59 %, isi 26 %.", "Warta")
    else:
        assert view.findings[1].explanation == "Tidak ada temuan untuk pilihan ini (Satu keterangan, media mencetak berbeda)."


def test_outlets_that_print_differently_are_named_with_their_values(reader, english) -> None:
    atlas = replace(_atlas(), sources=make_sources(2))
    key = atlas.funding[0].fact_key
    outlets = (OutletDifference("funding", "13.01", key, "contribution_idr", ((740_174_000, ("s1",)), (740_000_000, ("s2",)))),
               OutletDifference("coverage", "13.71", atlas.coverage[0].fact_key, "as_of", (("2022-12-02", ("s1",)), ("2022-12-03", ("s2",)))),
               OutletDifference("coverage", "13.71", atlas.coverage[0].fact_key, "coverage_pct_printed",
                                ((Decimal("93"), ("s1",)), (Decimal("93.90"), ("s2",)))))
    found = Found((), outlets, (), ())
    rows = texts(build_conflicts_view(atlas, found, "", reader).findings[1].grid)
    assert rows[0] == ["Kabupaten Awan", "palm_oil_share, 2025", "rupiah iuran", "Rp740.174.000: Warta 001; Rp740.000.000: Warta 002"]
    assert rows[1][1:] == ["cakupan 16.950 dari 19.042 (B), tercetak 93 %, 2 Desember 2022", "tanggal data",
                           "2 Desember 2022: Warta 001; 3 Desember 2022: Warta 002"]
    assert rows[2][3] == "93 %: Warta 001; 93,90 %: Warta 002"
    assert texts(build_conflicts_view(atlas, found, "", english).findings[1].grid)[0][3] == "Rp740,174,000: Warta 001; Rp740,000,000: Warta 002"


def test_ages_of_a_good_a_stale_an_undated_an_extreme_and_a_missing_figure(reader, english) -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", "2025-10", "30.40"),
                                 make_coverage("13.02", "2024-03", "105", basis="bpjs_potential", disputed=True)),
                       funding=(make_funding("13.01", workers=9_650, period_start="2025-11", period_end="2025-12"), make_funding("13.01", workers=5)))
    view = build_ages(atlas, "13.01", reader)
    assert view.summary == "Sampai Desember 2025, 2 dari 3 daerah punya persentase seluruh pekerja: 1 usang, 0 tanpa tanggal, 1 dipersengketakan."
    good, extreme, missing = texts(view.grid)
    assert good == ["Kabupaten Awan", "30,40 % (A)", "Oktober 2025 (tanggal data)", "2 bulan", "13 bulan", "belum usang", "1 · 2 · 0",
                    "district_budget, 9.650 orang, realisasi, November 2025 – Desember 2025", "Warta"]
    assert extreme[1:6] == ["105 % (B)", "Maret 2024 (tanggal data)", "21 bulan", "32 bulan",
                            "usang, dipersengketakan, di atas 100 %: bukan berarti semua terlindungi"]
    assert missing == ["Kota Cahaya", "belum ada", "–", "–", "–", "–", "0 · 0 · 0", "belum ada yang bertanggal", "–"]
    assert view.grid.rows[0][0][0].strong and not view.grid.rows[1][0][0].strong
    assert [name for name, _ in view.notes] == ["Kabupaten Awan", "Kabupaten Bukit"]
    assert texts(build_ages(atlas, "", english).grid)[0][3:6] == ["2 months", "13 months", "not stale"]


def test_an_undated_figure_has_no_age_and_a_count_alone_is_said(reader) -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", "", "26.98", "unknown"), make_coverage("13.02", "2025-12", None, active=5_500)))
    undated, counted, _ = texts(build_ages(atlas, "", reader).grid)
    assert undated[1:6] == ["26,98 % (A)", "tanggal tidak disebut", "–", "–", "tanpa tanggal"]
    assert counted[1] == "hanya jumlah peserta: 5.500 (Desember 2025)"


def test_downloads_list_files_with_size_and_meaning(reader, english) -> None:
    files = (OfferedFile("petaucj-data.zip", "/data/petaucj-data.zip", 157_000, None),
             OfferedFile("coverage.csv", "/ucj/data/coverage.csv", 59_605, 104))
    meaning = ColumnMeaning(Bilingual("orang", "people"), Bilingual("", ""), Bilingual("peserta aktif tercetak", "active participants as printed"))
    view = build_downloads(make_atlas(), files, ("Batas.",), {"coverage": {"active_participants": meaning}}, reader)
    assert view.whole == ("Unduh semua (153 KB)", "/data/petaucj-data.zip")
    assert texts(view.grid)[1] == ["coverage.csv", "keterangan cakupan: persentase, peserta aktif, penyebut, dasar", "104", "58 KB"]
    assert view.grid.rows[1][0][0].url == "/ucj/data/coverage.csv"
    assert view.dictionary == (("coverage.csv", ("active_participants: peserta aktif tercetak (satuan: orang)",)),)
    intro = build_downloads(make_atlas(), files, (), {}, english).intro
    assert intro.startswith("All data behind these pages, release 1 (21 November 2026, data abc).")


@pytest.mark.parametrize(("code", "name"), [("13.01", "Kabupaten Awan"), ("13", "Provinsi Sumatera Barat"), ("ID", "Nasional"),
                                            ("branch:padang", "Cabang Padang"), ("branch:", "Kantor cabang"), ("", "Kantor cabang")])
def test_every_area_has_a_name(reader, code: str, name: str) -> None:
    assert area_name(make_atlas(), code, reader) == name
