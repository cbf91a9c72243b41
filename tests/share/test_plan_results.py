"""The results of a plan as plain data: the worked numbers of domain notes §7.9 and §8, under their words, exact."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from petaucj.data.catalogue import Release
from petaucj.data.plan_keys import RESULT_WORDS
from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import Base
from petaucj.share.plan_expected import ABSENT, Compared, compared
from petaucj.share.plan_results import plan_json, plan_results
from tests.plan_files import PLANS
from tests.plans import make_book, make_offer, make_plan, make_tranche

BOOK = make_book()
OFFERS = (make_offer("employer", 1_000), make_offer("palm_oil_share", 2_000, 712_000_000, "2027-07", 6), make_offer("district_budget"))
PLAN = make_plan(offers=OFFERS, spread_idr=282_240_000)
TOLD = plan_results(outlook(PLAN, BOOK), BOOK)


def test_the_need_with_the_naive_gap_beside() -> None:
    assert TOLD["kebutuhan"] == {
        "alasan": "", "penyebut": 106_590, "persen_sekarang": "17.63", "diperlukan": 30_165, "tanpa_tindakan": 15_988, "kurang": 14_177, "lebih": 0,
        "selisih_sederhana": 11_377, "lebih_sederhana": 0, "diperlukan_per_bulan": 525}


def test_the_bills() -> None:
    assert TOLD["biaya_kekurangan"] == {"orang": 14_177, "mulai": "2027-01", "sebulan": 238_173_600, "sisa_tahun_anggaran": 2_858_083_200,
                                        "bulan_sisa_tahun": 12, "dua_belas_bulan": 2_858_083_200}
    assert TOLD["biaya_selisih_sederhana"]["dua_belas_bulan"] == 2_293_603_200


def test_a_tranche_with_its_months_and_benefit_quality() -> None:
    assert TOLD["tranche"][1] == {
        "sumber": "apbd", "orang_dibayar": 9650, "orang_bersih": 9650, "bulan_orang": 19_300, "mulai": "2025-11", "akhir": "2025-12",
        "biaya": 324_240_000, "biaya_per_tahun": {"2025": 324_240_000},
        "iuran_per_bulan": {"2025-11": 16_800, "2025-12": 16_800}, "bagian_manfaat_penuh": "0"}
    assert [row["bagian_manfaat_penuh"] for row in TOLD["tranche"]] == ["0.5", "0"]


def test_a_relief_ends_within_a_tranche() -> None:
    plan = make_plan(tranches=(make_tranche(1_000, "2026-11", 4, "csr"),))
    (row,) = plan_results(outlook(plan, BOOK), BOOK)["tranche"]
    assert row["iuran_per_bulan"] == {"2026-11": 8_400, "2026-12": 8_400, "2027-01": 16_800, "2027-02": 16_800}
    assert row["biaya_per_tahun"] == {"2026": 16_800_000, "2027": 33_600_000}


def test_the_cliff_the_safe_month_and_the_four_figures() -> None:
    plan = plan_results(outlook(make_plan(), BOOK), BOOK)
    assert plan["tebing"] == [{"bulan": "2026-01", "turun": 12_450, "poin": "11.68"}]
    assert (plan["aman_sampai"], plan["tercapai"]) == ("2025-12", False)
    assert plan["empat_angka"] == {"pada_tenggat": 15_988, "tertinggi": 15_988, "rata_rata": 15_988, "terendah": 15_988, "bulan": 12}
    assert plan["proyeksi"]["terlindungi"]["2025-11"] == 28_438
    assert plan["proyeksi"]["tercatat"]["2026-03"] == 28_438


def test_the_waterfall_leaves_the_rest_unfunded_and_an_unknown_rate_is_none() -> None:
    mix = TOLD["bauran"]
    assert mix["sumber"] == [
        {"sumber": "pemberi-kerja", "orang": 1_000, "rupiah": None, "iuran_seorang": None, "berhenti_karena": "eligible"},
        {"sumber": "dbh-sawit", "orang": 2_000, "rupiah": 201_600_000, "iuran_seorang": 100_800, "berhenti_karena": "eligible"},
        {"sumber": "apbd", "orang": 0, "rupiah": 0, "iuran_seorang": 201_600, "berhenti_karena": "needs_cap"}]
    assert (mix["perlu"], mix["belum_terdanai_orang"], mix["belum_terdanai_setahun"]) == (14_177, 11_177, 11_177 * 201_600)
    assert (TOLD["biaya_tahun_anggaran"], TOLD["biaya_seluruhnya"], TOLD["tanpa_tarif"]) == (201_600_000, 808_080_000, 1)


def test_the_same_money_in_breadth_or_duration() -> None:
    assert TOLD["luas_atau_lama"]["12"] == {"orang": 1_400, "bulan_orang": 16_800, "rupiah": 282_240_000, "sisa": 0, "bagian_manfaat_penuh": "0.75"}
    assert TOLD["luas_atau_lama"]["6"]["orang"] == 2_800
    assert TOLD["luas_atau_lama"]["11"]["bagian_manfaat_penuh"] == "0.727"
    assert list(TOLD["luas_atau_lama"]) == [str(months) for months in range(1, 13)]


def test_what_moves_the_need() -> None:
    assert TOLD["kepekaan"]["habis"] == TOLD["kepekaan"]["tumpang-tindih"] == [11_377, 14_177]
    assert TOLD["kepekaan"]["pembulatan"] == [14_172, 14_183]
    assert set(TOLD["kepekaan"]) == {"habis", "pembulatan", "pertumbuhan", "tumpang-tindih", "status"}


def test_without_a_denominator_nothing_is_zero() -> None:
    told = plan_results(outlook(make_plan(base=replace(PLAN.base, denominator=None), tranches=()), BOOK), BOOK)
    assert told["kebutuhan"] == {"alasan": "no_denominator", "penyebut": None, "persen_sekarang": None, "diperlukan": None, "tanpa_tindakan": None,
                                 "kurang": None, "lebih": None, "selisih_sederhana": None, "lebih_sederhana": None, "diperlukan_per_bulan": None}
    assert (told["biaya_kekurangan"], told["bauran"], told["tercapai"], told["luas_atau_lama"], told["kepekaan"]) == (None, None, None, {}, {})


def test_a_sum_of_only_unknown_rates_is_not_zero_rupiah() -> None:
    told = plan_results(outlook(make_plan(tranches=(make_tranche(10, "2027-01", 12, "employer"),)), BOOK), BOOK)
    assert (told["biaya_tahun_anggaran"], told["biaya_seluruhnya"], told["tanpa_tarif"]) == (None, None, 1)


def test_more_than_all_is_not_clipped() -> None:
    plan = make_plan("100", tranches=(), base=Base(105, Month(2024, 3), 100, Month(2024, 3), "bps_employed"))
    need = plan_results(outlook(plan, BOOK), BOOK)["kebutuhan"]
    assert (need["persen_sekarang"], need["kurang"], need["lebih"], need["diperlukan_per_bulan"]) == ("105.00", 0, 5, 0)


def test_the_json_carries_inputs_release_and_rates() -> None:
    told = plan_json(outlook(PLAN, BOOK), BOOK, Release(2, "2026-11-21", "abc"))
    assert told["rilis"] == {"nomor": 2, "tanggal": "2026-11-21", "hash": "abc"}
    assert (told["rencana"]["target"]["persen"], told["rencana"]["catatan"]["peserta_aktif"]) == ("28.30", 18_788)
    assert {(rate["rate_id"], rate["legal_basis"], rate["verification"], rate["valid_to"]) for rate in told["tarif"]} == {
        ("jkk", "PP 44/2015", "press", None), ("jkm", "PP 44/2015", "press", None)}


@given(PLANS)
def test_every_plan_gives_results_that_json_knows(plan) -> None:
    told = plan_results(outlook(plan, BOOK), BOOK)
    assert tuple(told) == RESULT_WORDS
    assert json.loads(json.dumps(told)) == told


def test_a_case_is_compared_exactly_and_only_where_it_says_something() -> None:
    wanted = {"kebutuhan": {"kurang": 14_177, "persen_sekarang": Decimal("17.63"), "alasan": ""}, "aman_sampai": "2025-12", "tercapai": False,
              "tranche": [{"biaya": 282_240_000}, {"bagian_manfaat_penuh": "0"}], "kepekaan": {"habis": [11_377, 14_177], "penyebut": ABSENT}}
    assert [one for one in compared(TOLD, wanted) if not one.agrees] == []
    assert len(compared(TOLD, wanted)) == 10
    assert compared(TOLD, {}) == ()


@pytest.mark.parametrize(("wanted", "said"), [
    ({"kebutuhan": {"kurang": 14_178}}, Compared("kebutuhan.kurang", "14178", "14177", False)),
    ({"kebutuhan": {"kurang": ABSENT}}, Compared("kebutuhan.kurang", ABSENT, "14177", False)),
    ({"kebutuhan": {"lebih": False}}, Compared("kebutuhan.lebih", "false", "0", False)),
    ({"kebutuhan": {"kurng": 14_177}}, Compared("kebutuhan.kurng", "14177", ABSENT, False)),
    ({"tranche": [{"biaya": 1}]}, Compared("tranche", "[1]", "[2]", False)),
    ({"tranche": [{"biaya": 1}, {}]}, Compared("tranche[1].biaya", "1", "282240000", False)),
    ({"tercapai": "false"}, Compared("tercapai", "false", "false", False)),
    ({"proyeksi": 3}, Compared("proyeksi", "3", "{…}", False)),
    ({"aman_sampai": {"bulan": 1}}, Compared("aman_sampai.bulan", "1", ABSENT, False)),
])
def test_each_mismatch_is_named(wanted: dict, said: Compared) -> None:
    assert [one for one in compared(TOLD, wanted) if not one.agrees][:1] == [said]
