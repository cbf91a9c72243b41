"""What every file of a district says: golden numbers, no number where nobody can give one, decisions that fit."""

from __future__ import annotations

import pytest

from petaucj.domain.month import Month
from petaucj.views.handout import build_handout
from petaucj.views.occasion import scenario_of
from petaucj.views.plan_address import BARE, encode
from petaucj.views.stamp import build_stamp
from tests.conftest import make_funding
from tests.occasions import make_golden_atlas, make_occasion


def test_the_golden_district_says_its_numbers() -> None:
    held = build_handout(make_occasion())
    assert "**18.788** peserta aktif" in held.standing.verdict and "**11.377 orang**" in held.standing.verdict
    assert [n.value for n in held.numbers] == ["17,63\u00a0%", "14.177", "Rp2,86 miliar"]
    assert held.numbers[1].detail == "sekarang 11.377, lalu pembayaran 2.800 orang berakhir"
    assert [d.text for d in held.decisions][:2] == [
        "Anggarkan iuran 14.177 orang yang masih kurang: Rp2,86 miliar setahun, dan tetapkan pembayarnya.",
        "Periksa apakah pembayaran 12.450 orang yang berakhir Desember 2025 sudah diperpanjang; bila ya dan berlanjut, yang masih kurang tinggal 1.727 orang, bukan jumlah di atas."]
    assert [d.due for d in held.decisions] == ["sebelum Januari 2027", "bulan ini", "sebelum Januari 2027"]


def test_the_same_in_english() -> None:
    held = build_handout(make_occasion(language="en"))
    assert [n.value for n in held.numbers] == ["17.63%", "14,177", "Rp2.86 billion"]
    assert held.decisions[1].text == ("Check whether the payment for 12,450 people that ended in December 2025 was renewed; if it was and goes on, "
                                      "only 1,727 people are still missing, not the number above.")


def test_a_district_without_figures_gives_none_and_asks_for_them() -> None:
    held = build_handout(make_occasion("13.06"))
    assert [n.value for n in held.numbers] == ["–", "–", "–"]
    assert held.decisions[0].text == "Tetapkan target dalam persen beserta penyebutnya."
    assert held.options.table is None and held.projection.reason


def test_above_the_target_nobody_is_missing_and_nothing_is_clipped() -> None:
    held = build_handout(make_occasion("13.73"))
    assert [(n.label, n.value) for n in held.numbers] == [("Posisi", "105,00\u00a0%"), ("Melampaui target", "1.100"), ("Biaya setahun", "–")]
    assert held.numbers[2].detail == "tidak ada kekurangan"
    assert held.decisions[0].text.startswith("Pertahankan perlindungan 1.000 orang yang diminta target; sekarang terlampaui sebanyak 1.100 orang")
    assert held.options.sentence.startswith("Tidak ada kekurangan")


@pytest.mark.parametrize("code", ["13.11", "13.06", "13.73"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_there_are_three_decisions_and_every_document_once(code: str, language: str) -> None:
    held = build_handout(make_occasion(code, language))
    assert len(held.decisions) == 3 and len({d.text for d in held.decisions}) == 3
    assert [s.number for s in held.sources] == list(range(1, len(held.sources) + 1))
    assert len({s.source.source_id for s in held.sources}) == len(held.sources)


def test_options_spend_the_same_money() -> None:
    options = build_handout(make_occasion()).options
    assert [row.cells[0] for row in options.table.rows] == ["A: 12 bulan", "B: 6 bulan", "C: 3 bulan"]
    assert options.bars.items[2].hollow and not options.bars.items[0].hollow
    people = [item.value for item in options.bars.items]
    assert people[0] < people[1] < people[2]


def test_a_payment_that_is_only_planned_is_asked_for_as_a_budget_line() -> None:
    planned = make_funding("13.73", "zakat", 400, status="planned", cover_start=Month(2026, 12), cover_end=Month(2027, 2))
    held = build_handout(make_occasion("13.73", atlas=make_golden_atlas(funding=(planned,))))
    assert any("Jadikan rencana sebagai anggaran" in d.text and "400 orang" in d.text for d in held.decisions)


def test_a_scenario_that_cannot_be_computed_gives_way_to_the_district_s_own_plan() -> None:
    plain, faulty = build_handout(make_occasion()), encode(BARE.with_(grace_months=9), BARE)
    assert scenario_of(make_occasion(a=faulty), "a") is None
    assert build_handout(make_occasion(a=faulty)).numbers == plain.numbers


def test_the_stamp_names_day_month_release_and_the_way_back() -> None:
    stamp = build_stamp(make_occasion(public_url="https://ucj.example.go.id/"))
    assert stamp.address == "https://ucj.example.go.id/daerah?daerah=13.11&per=2025-10"
    assert stamp.as_of == "Per Oktober 2025" and "21 November 2026" in stamp.made_on and "abc" in stamp.data
    assert build_stamp(make_occasion("", public_url="https://ucj.example.go.id", language="en")).address == "https://ucj.example.go.id/peta?per=2025-10&bahasa=en"


@pytest.mark.parametrize("address", ["", "http://127.0.0.1:8501", "http://localhost", "http://[::1]:8501", "http://0.0.0.0:1", "ftp://x", "javascript:alert(1)"])
def test_an_address_nobody_else_can_open_is_never_printed(address: str) -> None:
    stamp = build_stamp(make_occasion(public_url=address))
    assert stamp.address == "" and "tanpa kode QR" in stamp.address_line
    assert not any("127.0.0.1" in line or "localhost" in line for line in stamp.lines)


def test_turned_to_another_district_the_scenarios_stay_behind() -> None:
    turned = make_occasion(a="x").of("13.06")
    assert (turned.state.daerah, turned.state.a) == ("13.06", "")
    assert make_occasion(a="x").of("13.11").state.a == "x"
