"""Daerah: who pays, what was paid out, what was done, what is not yet protected."""

from __future__ import annotations

from types import MappingProxyType

from petaucj.data.bilingual import Bilingual
from petaucj.domain.funding_records import BenefitFact
from petaucj.domain.month import Month
from petaucj.domain.records import Conflict, Evidence, Milestone
from petaucj.views.daerah_benefits import build_benefits
from petaucj.views.daerah_funding import build_funding
from petaucj.views.daerah_milestones import build_milestones
from petaucj.views.daerah_unprotected import build_unprotected
from petaucj.views.phrases import Reader
from petaucj.views.state import ViewState
from tests.conftest import make_atlas, make_coverage, make_funding, make_source

CODE = "13.01"
NO_WORDS = Bilingual("", "")
BUDGET = make_funding(CODE, workers=9_650, months_funded=2, cover_start=Month(2025, 11), cover_end=Month(2025, 12), end_of_cover="stated")
PALM = make_funding(CODE, "palm_oil_share", 2_800, months_funded=6, contribution_idr=282_240_000, contribution_kind="paid")
PLAN = make_funding(CODE, "csr", 1_000, status="planned")
UNDATED = make_funding(CODE, "csr", None, period_start="", period_end="", group=NO_WORDS)
CARRIED = make_funding(CODE, "palm_oil_share", 7_764, months_funded=11, period_start="2024-06-01", period_end="2025-04-30",
                       cover_start=Month(2024, 6), cover_end=Month(2025, 4))


def benefit(period: str, cases: int | None, idr: int | None, programme: str) -> BenefitFact:
    """Return a made-up benefit statement."""
    return BenefitFact(f"{period}|{programme}", CODE, "", period, cases, idr, programme, (Evidence("b", "s1", "", NO_WORDS),), ())


def _funding(reader: Reader, *facts, **state: object):
    return build_funding(make_atlas(funding=facts), ViewState(daerah=CODE, **state), CODE, reader)


def test_bars_keep_to_one_year_and_status_the_table_holds_all(reader: Reader) -> None:
    view = _funding(reader, BUDGET, PALM, PLAN, UNDATED, CARRIED)
    assert view.title == "Siapa membayar: realisasi 2025"
    assert view.years == (2025, 2024)
    assert [(b.label, b.text, b.planned) for b in view.bars] == [
        ("1. district_budget", "9.650, 2 bulan", False), ("2. palm_oil_share", "2.800, 6 bulan", False),
        ("4. palm_oil_share", "7.764, 11 bulan, mulai 2024", False)]
    assert view.table.rows[0] == ("1", "district_budget", "pekerja rentan", "9.650", "2 bulan", "19.300", "–", "Nov 2025 – Des 2025", "realisasi")
    assert view.table.rows[1][6:8] == ("Rp282.240.000 (dibayar)", "2025")
    assert view.table.rows[4] == ("5", "csr", "–", "–", "–", "–", "–", "tahun tidak disebut", "realisasi")
    assert view.sums == ("district_budget: angka tunggal terbesar 9.650 orang; 19.300 bulan-pekerja.",
                         "palm_oil_share: angka tunggal terbesar 2.800 orang; 16.800 bulan-pekerja; Rp282,24 juta tercetak.")
    assert view.rule.startswith("Orang tidak pernah dijumlahkan antarbulan, antartahun, antarstatus, atau antarsumber dana:")
    assert view.notes.notes[0].note.lines[0] == "Masa: Nov 2025 – Des 2025; akhir perlindungan disebut sumber."
    assert [n.number for n in view.notes.notes] == [1, 2, 3, 4, 5]


def test_a_year_and_status_without_people_say_where_people_are(reader: Reader, english: Reader) -> None:
    view = _funding(reader, BUDGET, PLAN, status="kosong")
    assert view.bars == ()
    assert view.empty == ("Tidak ada jumlah orang yang diberitakan dengan status belum terlindungi untuk 2025. "
                          "Jumlah orang ada untuk: rencana 2025 dan realisasi 2025.")
    assert _funding(english, tahun=2020).empty == "No number of people is reported as realised for 2020."
    assert _funding(reader, BUDGET, tahun=2020).years == (2025, 2020), "the year of the address can be chosen even if nothing is said of it"


def test_sums_of_several_statements_are_an_upper_bound(english: Reader) -> None:
    again = make_funding(CODE, workers=5_174, months_funded=2)
    assert _funding(english, BUDGET, again).sums == (
        "district_budget: largest single figure 9,650 people; at most 29,648 worker-months (2 statements, overlap unknown).",)


def test_a_planned_bar_is_hollow_and_a_running_total_is_called_one(reader: Reader) -> None:
    assert [b.planned for b in _funding(reader, PLAN, status="rencana").bars] == [True]
    total = make_funding(CODE, workers=16_590, count_kind="cumulative", period_start="2022-03", period_end="2025-07")
    row = _funding(reader, total, tahun=2022).table.rows[0]
    assert (row[3], row[7]) == ("16.590 (kumulatif)", "Maret 2022 – Juli 2025 (masa yang disebut sumber)")


def test_the_worked_pair_says_ratio_interval_and_that_it_is_no_return(reader: Reader, english: Reader) -> None:
    paid = make_funding(CODE, workers=None, contribution_idr=5_400_000_000, contribution_kind="cumulative", period_start="2022-03", period_end="2025-07")
    atlas = make_atlas(funding=(paid,), benefits=(benefit("2022-03..2025-07", 119, 5_800_000_000, "work_injury_and_death"),))
    view = build_benefits(atlas, CODE, reader)
    (pair,) = view.pairs
    assert pair.head == "Untuk pekerja rentan, Maret 2022 – Juli 2025:"
    assert pair.figures == (("Rp5,4 miliar", "iuran dibayar"), ("Rp5,8 miliar", "manfaat dibayarkan, kecelakaan kerja dan kematian (JKK+JKM)"),
                            ("119 kasus", "rata-rata Rp48,7 juta per kasus"),
                            ("1,07", "manfaat per rupiah iuran (antara 1,06 dan 1,09 karena pembulatan)"))
    assert pair.caveat.startswith("Rasio ini bukan imbal hasil APBD:")
    assert len(view.notes.notes) == 2, "the contributions have their sources too"
    (told,) = build_benefits(atlas, CODE, english).pairs
    assert told.figures[3] == ("1.07", "benefit per rupiah of contributions (between 1.06 and 1.09 because of rounding)")


def test_old_age_savings_are_never_a_programme_benefit(reader: Reader) -> None:
    view = build_benefits(make_atlas(benefits=(benefit("2025", 3630, 46_242_385_836, "all"), benefit("2025", 2726, 40_178_728_900, "old_age"))), CODE, reader)
    assert view.pairs == ()
    assert view.sentences == (
        "2025: Rp46,24 miliar seluruhnya, Rp40,18 miliar di antaranya tabungan hari tua; tanpa itu Rp6,06 miliar dalam 904 kasus.",
        "Pencairan jaminan hari tua adalah tabungan peserta sendiri dan tidak dihitung sebagai manfaat program.",
        "Iuran dan manfaat tidak disandingkan: tidak ada pasangan dari satu dokumen dengan masa dan kelompok yang sama.")
    assert view.table.rows[1] == ("2", "2025", "jaminan hari tua (JHT)", "2.726", "Rp40.178.728.900", "tabungan peserta sendiri, bukan manfaat program")


def test_periods_of_benefits_in_words(english: Reader) -> None:
    facts = (benefit("2025-08-19", 1, 42_000_000, "death"), benefit("..2024-09", 596, 9_100_000_000, "all"), benefit("2022-03..", None, 10, "all"))
    rows = build_benefits(make_atlas(benefits=facts), CODE, english).table.rows
    assert [row[1] for row in rows] == ["19 August 2025", "up to September 2024 (start not given)", "since March 2022"]
    assert rows[0][-1] == "handed over on one day, not a yearly total"


def test_no_benefits_at_all(reader: Reader, english: Reader) -> None:
    view = build_benefits(make_atlas(), CODE, reader)
    assert (view.sentences, view.notes) == (("Belum ada pembayaran manfaat yang diberitakan untuk daerah ini.",), None)
    assert build_benefits(make_atlas(), CODE, english).sentences == ("No benefit payment has been reported for this district.",)


def test_milestones_newest_first_done_and_planned_apart(reader: Reader, english: Reader) -> None:
    def step(date: str, status: str) -> Milestone:
        return Milestone(date, CODE, date, "mou", status, Bilingual(f"langkah {date}", f"step {date}"), NO_WORDS, "s1")

    atlas = make_atlas(milestones=(step("2017", "done"), step("2025-08-04", "planned"), step("2025-08", "done")))
    view = build_milestones(atlas, CODE, reader)
    assert view.sentence == "Terlaksana: 2. Direncanakan, dinominasikan, atau kerangka nasional: 1. Terbaru di atas."
    assert [(row[1], row[4]) for row in view.table.rows] == [
        ("4 Agustus 2025", "○ direncanakan; pelaksanaannya belum diketahui"), ("Agustus 2025", "● terlaksana"), ("2017", "● terlaksana")]
    assert build_milestones(atlas, CODE, english).table.rows[0][3] == "step 2025-08-04"
    assert build_milestones(make_atlas(milestones=(step("2017", "done"),)), CODE, english).sentence == "Done: 1. Newest first."
    assert build_milestones(make_atlas(), CODE, reader).sentence == "Belum ada langkah yang diberitakan untuk daerah ini."


def test_what_is_not_yet_protected(reader: Reader, english: Reader) -> None:
    coverage = (make_coverage(CODE, "2024-09", "16.97", active=18_092, denominator=106_590),
                make_coverage(CODE, "2025-10", "30.40", basis="bpjs_potential", active=18_788, denominator=61_794))
    gap = make_funding(CODE, "not_protected", 3_805, status="gap", period_start="", period_end="2025-08", group=Bilingual("perangkat nagari", "nagari staff"))
    view = build_unprotected(make_atlas(coverage=coverage, funding=(gap, PLAN)), CODE, reader)
    assert view.remainders == (
        "1. Dari 106.590 penduduk bekerja (September 2024), 18.788 tercatat aktif (Oktober 2025): 87.802 orang belum, dihitung dari dua tanggal.",
        "2. Dari 61.794 potensi BPJS, 18.788 tercatat aktif (Oktober 2025): 43.006 orang belum.")
    assert view.gaps == ("3. 3.805 perangkat nagari (Agustus 2025)",)
    assert view.plans == ("4. csr: 1.000 pekerja rentan (2025)",)
    assert view.missing == ""
    assert [n.number for n in view.notes.notes] == [1, 2, 3, 4]
    told = build_unprotected(make_atlas(coverage=coverage, funding=(gap,)), CODE, english)
    assert told.gaps == ("3. 3,805 nagari staff (August 2025)",)


def test_no_remainder_asks_for_the_figures_and_a_surplus_is_not_protection_of_all(reader: Reader) -> None:
    view = build_unprotected(make_atlas(), CODE, reader)
    assert view.missing.startswith("Sisa seluruh pekerja tidak dapat dihitung:")
    assert (view.remainders, view.caveat, view.notes) == ((), "", None)
    over = build_unprotected(make_atlas(coverage=(make_coverage(CODE, "2024-03", "105", active=105, denominator=100),)), CODE, reader)
    assert over.remainders[0].endswith("lebih 5 orang dari penyebutnya, bukan berarti semua terlindungi.")


def test_the_click_counts_sources_and_conflicts(reader: Reader) -> None:
    conflict = Conflict("c", CODE, "two_outlets", (), ("s1",), Bilingual("Dua media berbeda.", "Two outlets differ."))
    facts = (make_funding(CODE, conflict_ids=("c",)), make_funding(CODE, "csr", evidence=(Evidence("f", "s2", "", NO_WORDS),)))
    atlas = make_atlas(funding=facts, conflicts=(conflict,), sources=MappingProxyType({"s1": make_source(), "s2": make_source("s2")}))
    view = build_funding(atlas, ViewState(daerah=CODE), CODE, reader)
    assert view.notes.label == "2 sumber · 1 beda"
    assert view.notes.notes[0].note.conflicts == ("Dua media berbeda.",)
