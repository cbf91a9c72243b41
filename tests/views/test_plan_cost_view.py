"""What a plan costs, in whole sentences: a good plan, one without a denominator, one beyond its target."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from petaucj.data.bilingual import Bilingual
from petaucj.domain.funding_records import FundingSourceRule
from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import PLANNABLE, Base
from petaucj.views.plan_cost_view import CostView, build_cost
from tests.conftest import NO_WORDS, make_atlas, make_district
from tests.plans import CASUAL, PALM, make_book, make_offer, make_plan, make_tranche

BOOK = make_book()
NAMES = {"district_budget": ("APBD kabupaten/kota", "district budget"), "palm_oil_share": ("DBH Sawit", "palm-oil share"), "csr": ("CSR", "CSR"),
         "employer": ("Pemberi kerja", "Employers")}
STATE, OTHERS = "APBN/APBD, pekerja di luar transportasi", "pembayar selain APBN/APBD, pekerja di luar transportasi"
ATLAS = make_atlas(
    districts=(make_district("13.11", "Kabupaten Solok Selatan"),),
    funding_rules=tuple(FundingSourceRule(s, True, Bilingual(*NAMES.get(s, (s, s))), NO_WORDS, NO_WORDS, "", "", NO_WORDS, ("s1",))
                        for s in PLANNABLE))


def _cost(reader, book=BOOK, **changes: object) -> CostView:
    return build_cost(outlook(make_plan(**changes), book), book, ATLAS, reader)


def _cells(table) -> list[tuple[str, ...]]:
    return [row.cells for row in table.rows]


def test_the_gap_has_a_cost_and_the_naive_one_stands_beside_it(reader, english) -> None:
    view = _cost(reader)
    assert view.gap_sentences == (
        "Menanggung 14.177 orang yang masih kurang dengan tarif APBD kabupaten/kota berarti Rp238.173.600 sebulan mulai Januari 2027, "
        "dan Rp2,86 miliar untuk anggaran 2027, dua belas bulan penuh.",)
    assert view.gap.columns == ("Yang dihitung", "Orang", "Sebulan (Jan 2027)", "Anggaran 2027 (12 bulan)", "Dua belas bulan")
    assert _cells(view.gap) == [
        ("Masih kurang, termasuk akibat dana yang berakhir", "14.177", "Rp238.173.600", "Rp2.858.083.200", "Rp2.858.083.200"),
        ("Selisih sederhana, tanpa memperhitungkan yang berakhir", "11.377", "Rp191.133.600", "Rp2.293.603.200", "Rp2.293.603.200")]
    assert _cost(english).gap_sentences[0] == (
        "Covering the 14,177 people still missing costs Rp238,173,600 a month from January 2027 "
        "and Rp2.86 billion for the 2027 budget, a full twelve months (payer: district budget).")


def test_a_budget_that_starts_late_costs_its_rest_and_a_full_year(reader) -> None:
    view = _cost(reader, first_month=Month(2027, 11))
    assert view.gap_sentences[0].endswith("Rp476,35 juta sampai akhir anggaran 2027 (2 bulan), dan Rp2,86 miliar untuk dua belas bulan penuh.")
    assert view.gap.rows[0].cells[3] == "Rp476.347.200"


def test_each_payer_has_its_rows_and_people_are_never_summed(reader) -> None:
    more = make_tranche(1000, "2027-01", 12, "palm_oil_share", commitment="planned")
    view = _cost(reader, tranches=(PALM, CASUAL, more))
    assert _cells(view.plan) == [
        ("DBH Sawit", "terbayar", "2.800", "Jul 2025–Des 2025 (6 bulan)", "Rp47.040.000", "Rp0", "Rp282.240.000"),
        ("DBH Sawit", "rencana", "1.000", "Jan 2027–Des 2027 (12 bulan)", "Rp16.800.000", "Rp201.600.000", "Rp201.600.000"),
        ("Jumlah DBH Sawit", "", "", "", "", "Rp201.600.000", "Rp483.840.000"),
        ("APBD kabupaten/kota", "terbayar", "9.650", "Nov 2025–Des 2025 (2 bulan)", "Rp162.120.000", "Rp0", "Rp324.240.000"),
        ("Beban APBD kabupaten/kota", "", "", "", "", "Rp0", "Rp324.240.000"),
        ("Semua pembayar", "", "", "", "", "Rp201.600.000", "Rp808.080.000")]
    assert view.plan_notes == ("Seluruhnya termasuk Rp606.480.000 yang berstatus terbayar.",
                               "Orang dari bulan atau pembayar yang berbeda tidak dijumlahkan, karena dapat orang yang sama.")


def test_an_employer_costs_the_district_nothing_and_without_a_wage_says_what_to_give(reader, english) -> None:
    offers = (make_offer("employer", 500),)
    view = _cost(reader, tranches=(), offers=offers)
    assert _cells(view.plan) == [
        ("Pemberi kerja", "dari urutan pembayar", "500", "Jan 2027–Des 2027 (12 bulan)", "isi upah", "isi upah", "isi upah"),
        ("Beban APBD kabupaten/kota", "", "", "", "", "Rp0", "Rp0"),
        ("Semua pembayar, tanpa 1 baris yang tarifnya belum diketahui", "", "", "", "", "Rp0", "Rp0")]
    assert view.plan_notes == (
        "Pekerja yang didaftarkan pemberi kerja berarti Rp0 bagi APBD: iurannya kewajiban pemberi kerja.",
        "Biaya pemberi kerja belum dihitung: isilah upah sebulan pekerjanya pada bagian Anggapan lain, misalnya Rp3.182.955.")
    paid = _cost(english, tranches=(), offers=offers, wage_idr=3_182_955)
    assert _cells(paid.plan)[0][4:] == ("Rp8,594,000", "Rp103,128,000", "Rp103,128,000")
    assert _cells(paid.plan)[1] == ("Cost to district budget", "", "", "", "", "Rp0", "Rp0")
    assert paid.plan_notes == ("Workers enrolled by their employer cost the APBD Rp0: the contribution is the employer's duty.",)


def test_a_month_is_not_a_twelfth_when_the_rate_changes_inside(reader) -> None:
    view = _cost(reader, tranches=(), offers=(make_offer("csr", None, 100_000_000, "2026-07", 18),))
    assert view.plan_notes[0] == (
        "CSR, 396 orang: biaya seluruhnya bukan kelipatan bulan pertama, karena iuran seorang berubah dari Rp8.400 menjadi Rp16.800 mulai Januari 2027. "
        "Rp3.326.400 pada bulan pertama dikalikan 18 bulan menjadi Rp59.875.200; biaya sebenarnya Rp99.792.000.")
    assert view.rates.warnings == (
        "Potongan 50\u00a0% bagi pekerja di luar transportasi (PP 50/2025) berakhir Desember 2026; sejak Januari 2027 dihitung tarif penuh; "
        "perpanjangan belum ditemukan (diperiksa 21 November 2026).",)


def test_both_windows_are_told_with_whom_they_leave_out(reader, english) -> None:
    view = _cost(reader).rates
    assert view.warnings == ()
    assert view.reliefs[:2] == (
        "Potongan 50\u00a0% untuk JKK dan JKM pekerja transportasi, Januari 2026 sampai Maret 2027: Rp8.400 seorang sebulan, bukan Rp16.800 "
        "(PP 50/2025; dari berita). Tidak berlaku bagi iuran yang dibayar APBN/APBD: tetap Rp16.800 (belum diverifikasi pada naskah asli).",
        "Potongan 50\u00a0% untuk JKK dan JKM pekerja di luar transportasi, April 2026 sampai Desember 2026: Rp8.400 seorang sebulan, bukan Rp16.800 "
        "(PP 50/2025; dari berita). Tidak berlaku bagi iuran yang dibayar APBN/APBD: tetap Rp16.800 (simpulan, belum diverifikasi pada naskah asli).")
    assert view.reliefs[2] == ("Dihitung sebagai APBN/APBD: DBH Sawit, village_budget, village_fund, province_budget dan APBD kabupaten/kota.")
    assert len(view.reliefs) == 3
    assert _cost(english).rates.reliefs[0] == (
        "50% discount on JKK and JKM for transport workers, January 2026 to March 2027: Rp8,400 per person per month instead of Rp16,800 "
        "(PP 50/2025; from the press). It does not apply to contributions paid from the APBN/APBD: "
        "these stay at Rp16,800 (not verified against the original text).")


def test_an_inferred_payer_class_is_said(reader) -> None:
    rules = BOOK.rules | {"csr": replace(BOOK.rules["csr"], payer_class_status="inference")}
    assert _cost(reader, replace(BOOK, rules=rules)).rates.reliefs[-1] == (
        "Golongan pembayar CSR adalah simpulan, belum diverifikasi pada naskah asli.")


def test_every_rate_used_tells_amount_validity_basis_and_how_it_is_known(reader) -> None:
    view = _cost(reader, tranches=(make_tranche(100, "2026-03", 2, "district_budget"), make_tranche(100, "2026-12", 2, "csr")))
    assert _cells(view.rates.table) == [
        (STATE, "Mar 2026", "Rp16.800", "JKK Rp10.000 + JKM Rp6.800", "tidak disebut berakhir", "PP 44/2015",
         "dari berita"),
        (STATE, "Apr 2026", "Rp16.800", "JKK Rp10.000 + JKM Rp6.800", "April 2026 – Desember 2026", "PP 44/2015",
         "simpulan, belum diverifikasi pada naskah asli"),
        (STATE, "Jan 2027–Des 2027", "Rp16.800", "JKK Rp10.000 + JKM Rp6.800", "tidak disebut berakhir", "PP 44/2015",
         "dari berita"),
        (OTHERS, "Des 2026", "Rp8.400", "JKK Rp5.000 + JKM Rp3.400", "April 2026 – Desember 2026", "PP 50/2025",
         "dari berita"),
        (OTHERS, "Jan 2027", "Rp16.800", "JKK Rp10.000 + JKM Rp6.800", "tidak disebut berakhir", "PP 44/2015",
         "dari berita")]
    name, note = view.rates.notes.notes[0]
    assert (name, note.lines, note.sources[0].url) == (
        "JKK: PP 44/2015, tidak disebut berakhir", ("Diperiksa 21 November 2026: dari berita.",), "https://example.org/berita")


def test_a_rate_past_its_validity_today_warns(reader) -> None:
    view = _cost(replace(reader, today=Month(2027, 2)), tranches=(make_tranche(100, "2026-11", 3, "csr"),)).rates
    assert view.warnings[1] == ("Tarif untuk pembayar selain APBN/APBD, pekerja di luar transportasi (PP 50/2025) berlaku sampai "
                                "Desember 2026 dan sudah lewat "
                                "per Februari 2027; periksa apakah ada tarif baru.")
    assert view.table.rows[0].cells[4] == "April 2026 – Desember 2026 (sudah lewat)"


def test_parts_of_a_package_with_different_bases_are_told_apart(reader) -> None:
    view = _cost(reader, package="three", tranches=(make_tranche(10, "2026-04", 1, "csr"),), offers=()).rates
    assert view.table.rows[0].cells[2:5] == (
        "Rp28.400", "JKK Rp5.000 + JKM Rp3.400 + JHT Rp20.000",
        "JKK: April 2026 – Desember 2026; JKM: April 2026 – Desember 2026; JHT: tidak disebut berakhir")


@pytest.mark.parametrize(("changes", "sentence", "english_sentence"), [
    ({"base": replace(make_plan().base, denominator=None)}, "Biaya kekurangan belum dapat dihitung: penyebutnya belum diketahui; mintalah angkanya.",
     "The cost of the shortfall cannot be computed yet: its denominator is not known; ask for the figure."),
    ({"base": replace(make_plan().base, basis="bpjs_potential")},
     "Biaya kekurangan belum dapat dihitung: tidak sebanding, karena penyebut dan target memakai dasar yang berbeda.",
     "The cost of the shortfall cannot be computed yet: not comparable, since denominator and target use different bases."),
    ({"base": Base(105, Month(2024, 3), 100, Month(2024, 3), "bps_employed"), "goal": replace(make_plan().goal, pct=Decimal(100)), "tranches": ()},
     "Tidak ada yang masih kurang pada tenggat, jadi tidak ada biaya kekurangan.",
     "Nobody is missing at the deadline, so there is no shortfall to pay for.")])
def test_without_a_number_or_a_shortage_there_is_no_cost_and_no_zero(reader, english, changes, sentence, english_sentence) -> None:
    view = _cost(reader, **changes)
    assert (view.gap_sentences, view.gap.rows) == ((sentence,), ())
    assert _cost(english, **changes).gap_sentences == (english_sentence,)


def test_a_plan_without_payments_says_so(reader) -> None:
    view = _cost(reader, tranches=(), offers=())
    assert (view.plan_empty, view.plan.rows, view.plan_notes) == ("Rencana ini belum berisi pembayaran.", (), ())
