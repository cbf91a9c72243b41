"""Scenarios side by side: the same questions, the budget beside A's, and what was changed, in both languages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from petaucj.domain.month import Month
from petaucj.domain.outlook import Outlook, outlook
from petaucj.domain.plan import Base, Plan
from petaucj.views.phrases import Reader
from petaucj.views.plan_changes import plan_changes
from petaucj.views.plan_scenarios import ScenariosView, build_scenarios
from tests.plans import CASUAL, PALM, make_book, make_offer, make_plan, make_tranche

BOOK = make_book()
START = make_plan()
BROAD = make_tranche(2800, "2027-01", 6, commitment="planned")
LONG = make_tranche(1400, "2027-01", 12, commitment="planned")


def _results(*plans: Plan) -> dict[str, Outlook]:
    return {letter: outlook(plan, BOOK) for letter, plan in zip("abc", plans, strict=False)}


def _row(view: ScenariosView, name: str) -> tuple[str, ...]:
    return next(row.cells[1:] for row in view.table.rows if row.cells[0] == name)


def _with(*tranches: object) -> Plan:
    return START.with_(tranches=(PALM, CASUAL, *tranches))


def test_unedited_scenarios_are_the_same_and_say_so(reader: Reader) -> None:
    view = build_scenarios(_results(START, START, START), START, BOOK, reader)
    assert _row(view, "Keadaan") == ("belum diubah",) * 3
    assert view.sentence.startswith("Ketiga skenario belum diubah")
    assert (view.budgets, view.differences, view.edited) == ((), (), ())


def test_breadth_and_duration_cost_the_same_and_protect_differently(reader: Reader) -> None:
    view = build_scenarios(_results(_with(LONG), _with(BROAD)), START, BOOK, reader)
    assert view.table.columns == ("Hasil", "Skenario A", "Skenario B")
    assert _row(view, "Biaya APBD kabupaten/kota, 2027") == ("Rp282.240.000", "Rp282.240.000")
    assert view.budgets == ("Skenario B memakai APBD kabupaten/kota yang sama dengan A pada 2027: Rp282.240.000.",)
    assert _row(view, "Terlindungi pada Des 2027") == ("17.388", "15.988")
    assert _row(view, "Rata-rata 12 bulan") == ("17.388", "17.388")
    assert _row(view, "Bulan-pekerja") == ("52.900", "52.900")
    assert _row(view, "Mencapai target") == ("tidak", "tidak")


def test_more_and_less_money_are_told_beside_a(reader: Reader, english: Reader) -> None:
    results = _results(_with(LONG), _with(make_tranche(2000, "2027-01", 12, commitment="planned")), START)
    assert build_scenarios(results, START, BOOK, reader).budgets == (
        "Skenario B memerlukan Rp120.960.000 lebih banyak dari APBD kabupaten/kota 2027 daripada A (B Rp403.200.000, A Rp282.240.000).",
        "Skenario C memerlukan Rp282.240.000 lebih sedikit dari APBD kabupaten/kota 2027 daripada A (C Rp0, A Rp282.240.000).")
    assert build_scenarios(results, START, BOOK, english).budgets[1] == (
        "Scenario C needs Rp282,240,000 less from the 2027 district budget than A (C Rp0, A Rp282,240,000).")


def test_another_budget_year_is_not_compared(reader: Reader) -> None:
    later = _with(LONG).with_(first_month=Month(2028, 1))
    assert build_scenarios(_results(START, later), START, BOOK, reader).budgets == (
        "Skenario B memakai tahun anggaran lain (2028; A 2027); biayanya tidak dibandingkan.",)


def test_short_cover_is_told_as_ten_million(reader: Reader, english: Reader) -> None:
    short = make_tranche(9650, "2027-11", 2, commitment="planned")
    view = build_scenarios(_results(START, _with(short), _with(LONG)), START, BOOK, reader)
    assert _row(view, "Perlindungan terpendek") == (
        "tidak ada pembayaran", "2 bulan (APBD kabupaten/kota): ahli waris peserta baru menerima Rp10 juta, bukan Rp42 juta",
        "12 bulan (APBD kabupaten/kota): santunan kematian penuh Rp42 juta pada 75\u00a0% bulannya bagi peserta baru")
    assert view.brief.rows[-1].cells == ("Perlindungan terpendek dan santunannya", "–", "2 bulan, hanya Rp10 juta",
                                         "12 bulan, Rp42 juta pada 75\u00a0% bulannya")
    told = build_scenarios(_results(START, _with(short)), START, BOOK, english)
    assert _row(told, "Shortest cover")[1] == "2 months (District budget): the heirs of a new participant receive Rp10 million, not Rp42 million"


def test_an_employer_without_a_wage_leaves_only_the_whole_cost_incomplete(reader: Reader) -> None:
    plan = _with(make_tranche(500, "2027-01", 12, "employer", commitment="planned"))
    view = build_scenarios(_results(START, plan), START, BOOK, reader)
    assert _row(view, "Biaya APBD kabupaten/kota, 2027") == ("Rp0", "Rp0")
    assert _row(view, "Biaya semua sumber, 2027")[1] == "Rp0, belum termasuk 1 pembayaran tanpa tarif"


def test_a_plan_without_a_record_has_dashes_and_no_zeros(reader: Reader) -> None:
    bare = START.with_(base=Base(None, None, None, None, "unknown"), tranches=())
    view = build_scenarios(_results(bare), bare, BOOK, reader)
    for name in ("Terlindungi pada Des 2027", "Diperlukan", "Belum terdanai", "Rata-rata 12 bulan", "Aman sampai", "Penurunan terbesar"):
        assert _row(view, name) == ("–",), name
    assert _row(view, "Mencapai target") == ("belum dapat dihitung",)


def test_without_a_the_next_letter_leads_and_without_any_there_is_nothing(reader: Reader) -> None:
    results = {"b": outlook(START, BOOK), "c": outlook(_with(LONG), BOOK)}
    view = build_scenarios(results, START, BOOK, reader)
    assert view.differences == ("Beda C dari B: tambah APBD kabupaten/kota 1.400 orang × 12 bulan sejak Jan 2027 (rencana).",)
    assert build_scenarios({}, START, BOOK, reader).table.rows == ()


def test_every_kind_of_change_is_named(reader: Reader) -> None:
    changed = START.with_(
        base=Base(19_000, Month(2025, 11), 110_000, None, "bpjs_potential"), goal=replace(START.goal, pct=Decimal("32.2"), deadline=Month(2026, 12)),
        first_month=Month(2026, 1), tranches=(replace(PALM, overlap=Decimal("0.5"), acceptance=Decimal("0.898"), sector="transport"),),
        offers=(make_offer("csr", None, 100_000_000),), growth_pct=Decimal("2.4"), margin_pct=Decimal(5), grace_months=0, package="three",
        income_idr=2_000_000, wage_idr=3_182_955)
    told = plan_changes(START, changed, reader)
    assert told == (
        "peserta aktif 18.788 → 19.000", "bulan catatan Okt 2025 → Nov 2025", "penyebut 106.590 → 110.000", "bulan penyebut Sep 2024 → belum diketahui",
        "dasar penyebut penduduk bekerja → potensi BPJS", "target 28,30\u00a0% → 32,2\u00a0%", "tenggat Des 2027 → Des 2026",
        "anggaran mulai Jan 2027 → Jan 2026", "pertumbuhan penyebut setahun 0\u00a0% → 2,4\u00a0%", "kemungkinan beda penyebut 0\u00a0% → 5\u00a0%",
        "masa tenggang (bulan) 3 → 0", "program JKK + JKM → JKK + JKM + JHT", "penghasilan dilaporkan belum diketahui → Rp2.000.000",
        "upah bila pemberi kerja belum diketahui → Rp3.182.955",
        "DBH Sawit 2.800 orang × 6 bulan sejak Jul 2025 (terbayar) menjadi DBH Sawit 2.800 orang × 6 bulan sejak Jul 2025 (terbayar), "
        "transportasi, tumpang tindih 50\u00a0%, diterima 89,8\u00a0%",
        "tanpa APBD kabupaten/kota 9.650 orang × 2 bulan sejak Nov 2025 (terbayar)",
        "tambah CSR/TJSL (berhak belum diketahui, pagu Rp100.000.000, 12 bulan sejak Jan 2027)",
    )


def test_another_order_of_the_same_sources_is_a_change(reader: Reader) -> None:
    first = START.with_(offers=(make_offer("csr"), make_offer()))
    assert plan_changes(first, first.with_(offers=first.offers[::-1]), reader) == ("urutan sumber dana",)
    assert plan_changes(first, first, reader) == ()


def test_sources_that_go_without_ever_having_a_sum_are_only_named(reader: Reader) -> None:
    first = START.with_(offers=(make_offer("csr"), make_offer("zakat"), make_offer(cap_idr=10**9)))
    assert plan_changes(first, first.with_(offers=first.offers[2:]), reader) == ("tanpa CSR/TJSL, BAZNAS (zakat)",)
    filled = first.with_(offers=(make_offer("csr", None, 10**8), *first.offers[1:]))
    assert plan_changes(first, filled, reader) == (
        "CSR/TJSL (berhak belum diketahui, pagu belum diketahui, 12 bulan sejak Jan 2027) menjadi "
        "CSR/TJSL (berhak belum diketahui, pagu Rp100.000.000, 12 bulan sejak Jan 2027)",)
