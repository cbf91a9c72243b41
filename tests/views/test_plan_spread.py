"""Breadth or duration in whole sentences, and its picture."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from petaucj.data.bilingual import Bilingual
from petaucj.domain.funding_records import FundingSourceRule
from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import PLANNABLE, Base
from petaucj.draw.spread import draw_spread
from petaucj.views.entry import EntryCell
from petaucj.views.plan_changes import share_words
from petaucj.views.plan_spread import SpreadView, build_spread
from petaucj.views.plan_tables import Typed
from tests.conftest import NO_WORDS, make_atlas, make_district
from tests.plans import make_book, make_plan

BOOK = make_book()
APBD = Bilingual("APBD kabupaten/kota", "district budget")
ATLAS = make_atlas(
    districts=(make_district("13.11", "Kabupaten Solok Selatan"),),
    funding_rules=tuple(FundingSourceRule(s, True, APBD if s == "district_budget" else Bilingual(s, s), NO_WORDS, NO_WORDS, "", "", NO_WORDS, ("s1",))
                        for s in PLANNABLE))
MONEY = {"spread_idr": 282_240_000}


def _spread(reader, wrong=None, **changes: object) -> SpreadView:
    return build_spread(outlook(make_plan(**changes), BOOK), BOOK, ATLAS, reader, wrong)


@pytest.mark.parametrize(("months", "sentence"), [
    (12, "Rp282,24 juta melindungi 1.400 orang selama 12 bulan atau 2.800 orang selama 6 bulan."),
    (6, "Rp282,24 juta melindungi 2.800 orang selama 6 bulan atau 1.400 orang selama 12 bulan."),
    (1, "Rp282,24 juta melindungi 16.800 orang selama 1 bulan atau 1.400 orang selama 12 bulan.")])
def test_the_same_money_buys_breadth_or_duration(reader, months: int, sentence: str) -> None:
    view = _spread(reader, spread_months=months, **MONEY)
    assert view.sentence == sentence
    assert view.details == ("Keduanya 16.800 bulan-pekerja (orang × bulan).", "Uangnya isian sendiri. Tarif APBD kabupaten/kota, mulai Januari 2027.")


def test_the_sentence_in_english_tells_one_month_from_several(english) -> None:
    assert _spread(english, spread_months=12, **MONEY).sentence == (
        "Rp282.24 million protects 1,400 people for 12 months or 2,800 people for 6 months.")
    assert _spread(english, spread_months=1, **MONEY).quality[0] == "1 month: the heirs of a new participant receive Rp10 million, not Rp42 million."


@pytest.mark.parametrize(("months", "sentence"), [
    (2, "2 bulan: ahli waris peserta baru menerima Rp10 juta, bukan Rp42 juta."),
    (3, "3 bulan: ahli waris peserta baru menerima Rp10 juta, bukan Rp42 juta."),
    (4, "4 bulan: peserta baru mendapat santunan kematian penuh Rp42 juta hanya pada 1 bulan (25\u00a0%); "
        "pada 3 bulan pertama ahli warisnya menerima Rp10 juta."),
    (11, "11 bulan: peserta baru mendapat santunan kematian penuh Rp42 juta hanya pada 8 bulan (72,7\u00a0%); "
         "pada 3 bulan pertama ahli warisnya menerima Rp10 juta.")])
def test_short_cover_is_said_plainly(reader, months: int, sentence: str) -> None:
    view = _spread(reader, spread_months=months, **MONEY)
    assert view.quality[0] == sentence
    assert view.quality[1:] == (
        "Peserta lama yang terus dibayar tanpa putus tetap mendapat Rp42 juta.",
        "Santunan kematian bukan karena kecelakaan kerja; dasar: Permenaker 1/2025 (dari berita). "
        "Apakah bulan ke-3 sudah dihitung penuh belum dapat dipastikan; di sini dihitung belum.")


def test_the_table_tells_people_worker_months_money_left_and_quality(reader) -> None:
    view = _spread(reader, **MONEY)
    rows = {row.cells[0]: row for row in view.table.rows}
    assert view.table.columns == ("Bulan", "Orang", "Bulan-pekerja", "Sisa uang", "Bulan dengan santunan penuh (peserta baru)")
    assert rows["12"].cells == ("12", "1.400", "16.800", "Rp0", "75\u00a0%") and rows["12"].chosen
    assert rows["9"].cells == ("9", "1.866", "16.794", "Rp100.800", "66,7\u00a0%") and not rows["9"].chosen
    assert list(rows) == [str(months) for months in range(1, 13)]


def test_money_left_over_makes_worker_months_differ(reader) -> None:
    assert _spread(reader, spread_months=11, **MONEY).details[0] == "Itu 16.797 dan 16.800 bulan-pekerja (orang × bulan): tarifnya berubah atau ada sisa uang."


def test_without_own_money_the_cost_of_the_gap_is_divided(reader) -> None:
    view = _spread(reader)
    assert view.sentence == "Rp2,86 miliar melindungi 14.177 orang selama 12 bulan atau 28.354 orang selama 6 bulan."
    assert view.details[1] == "Uangnya: biaya dua belas bulan untuk 14.177 orang yang masih kurang. Tarif APBD kabupaten/kota, mulai Januari 2027."
    assert view.entry.rows[0].cells[0] == EntryCell("2.858.083.200")


@pytest.mark.parametrize(("changes", "sentence", "english_sentence"), [
    ({"base": replace(make_plan().base, denominator=None)},
     "Belum ada uang untuk dibagi, karena kekurangannya belum dapat dihitung: penyebutnya belum diketahui; mintalah angkanya. "
     "Isilah rupiah di bawah untuk membandingkan luas dan lama.",
     "There is no money to divide yet, since the shortfall cannot be computed: its denominator is not known; ask for the figure. "
     "Enter rupiah below to compare breadth and duration."),
    ({"base": Base(105, Month(2024, 3), 100, Month(2024, 3), "bps_employed"), "goal": replace(make_plan().goal, pct=Decimal(100)), "tranches": ()},
     "Belum ada uang untuk dibagi: tidak ada kekurangan pada tenggat. Isilah rupiah di bawah untuk membandingkan luas dan lama.",
     "There is no money to divide yet: nobody is missing at the deadline. Enter rupiah below to compare breadth and duration."),
    ({"spread_idr": 10_000}, "Rp10.000 tidak cukup untuk seorang pun, bahkan selama 1 bulan: seorang perlu Rp16.800 dengan tarif APBD kabupaten/kota.",
     "Rp10,000 is not enough for a single person, even for 1 month: one person costs Rp16,800 (payer: district budget)."),
    ({"spread_source": "employer", **MONEY},
     "Belum dapat dibandingkan: tarif employer belum diketahui. Untuk pemberi kerja, isilah upah sebulan pada bagian Anggapan lain.",
     "Nothing can be compared yet: the rate of this payer is not known (employer). For employers, enter a monthly wage under Other assumptions.")])
def test_without_money_or_rate_there_is_no_number_but_the_reason(reader, english, changes, sentence, english_sentence) -> None:
    view = _spread(reader, **changes)
    assert (view.sentence, view.alt, view.bars, view.table.rows, view.details) == (sentence, sentence, (), (), ())
    assert _spread(english, **changes).sentence == english_sentence
    assert draw_spread(view) == ""


@pytest.mark.parametrize(("idr", "months", "sentence", "english_sentence"), [
    (16_800, 12, "Rp16.800 tidak cukup untuk seorang pun selama 12 bulan (seorang perlu Rp201.600) atau 6 bulan (seorang perlu Rp100.800). "
                 "Masih cukup untuk 1 orang selama paling lama 1 bulan.",
     "Rp16,800 is not enough for a single person for 12 months (one person costs Rp201,600) or 6 months (Rp100,800). "
     "The longest cover it can pay for: 1 month (people: 1)."),
    (201_599, 12, "Rp201.599 melindungi 1 orang selama 6 bulan, tetapi tidak cukup untuk seorang pun selama 12 bulan: seorang perlu Rp201.600.",
     "People that Rp201,599 can protect: 1 for 6 months, but nobody for 12 months, where one person costs Rp201,600."),
    (201_599, 2, "Rp201.599 melindungi 5 orang selama 2 bulan, tetapi tidak cukup untuk seorang pun selama 12 bulan: seorang perlu Rp201.600.",
     "People that Rp201,599 can protect: 5 for 2 months, but nobody for 12 months, where one person costs Rp201,600.")])
def test_money_for_nobody_is_said_with_what_one_person_costs(reader, english, idr, months, sentence, english_sentence) -> None:
    view = _spread(reader, spread_idr=idr, spread_months=months)
    assert (view.sentence, view.details) == (sentence, ("Uangnya isian sendiri. Tarif APBD kabupaten/kota, mulai Januari 2027.",))
    assert _spread(english, spread_idr=idr, spread_months=months).sentence == english_sentence


def test_a_share_is_written_exactly_where_it_ends(reader) -> None:
    shares = (Decimal("0.75"), Decimal("0.898"), Decimal("0.12345"), Decimal(8) / 11, Decimal(1), Decimal(0))
    assert [share_words(share, reader).replace("\u00a0", " ") for share in shares] == ["75 %", "89,8 %", "12,345 %", "72,7 %", "100 %", "0 %"]


def test_what_was_typed_wrongly_stays_with_its_reason(reader) -> None:
    view = _spread(reader, {("spread", "plan", "spread_idr"): Typed("banyak", "bukan angka")}, **MONEY)
    assert view.entry.rows[0].cells[0] == EntryCell("banyak", fault="bukan angka")
    assert [column.key for column in view.entry.columns] == ["spread_idr", "spread_source", "spread_sector"]


def test_a_longer_plan_than_a_year_keeps_its_place_on_the_slider(reader) -> None:
    view = _spread(reader, spread_months=18, **MONEY)
    assert list(view.options) == list(range(1, 19)) and view.options[18] == "18 bulan"
    assert view.sentence.startswith("Rp282,24 juta melindungi 933 orang selama 18 bulan atau 1.400 orang selama 12 bulan.")


def test_the_picture_hatches_what_is_too_short_and_says_so(reader) -> None:
    view = _spread(reader, spread_months=6, **MONEY)
    picture = draw_spread(view)
    assert [bar.months for bar in view.bars if bar.short] == [1, 2, 3]
    assert picture.count('url(#terlalu-singkat)') == 3 + 1
    assert len(re.findall('class="bar"', picture)) == 1 + 1
    assert "sampai 3 bulan: hanya Rp10 juta bagi peserta baru" in picture
    assert view.alt == ("Dengan Rp282,24 juta: dari 16.800 orang selama 1 bulan turun sampai 1.400 orang selama 12 bulan. "
                        "Pilihan: 2.800 orang selama 6 bulan. "
                        "Sampai 3 bulan, ahli waris peserta baru menerima Rp10 juta.")


def test_the_benefit_amounts_open_their_sources(reader) -> None:
    notes = _spread(reader, **MONEY).notes
    assert notes.label == "Sumber santunan dan masa tunggu (1)"
    assert [(name, note.lines) for name, note in notes.notes] == [
        (name, ("Permenaker 1/2025", "Diperiksa 21 November 2026: dari berita."))
        for name in ("Santunan kematian penuh: Rp42.000.000", "Santunan selama masa tunggu: Rp10.000.000", "Masa tunggu: 3 bulan",
                     "Meninggal karena kecelakaan kerja: Rp70 juta disebut untuk dasar penghasilan terendah")]
