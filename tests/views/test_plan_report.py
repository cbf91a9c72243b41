"""The report of a plan in whole sentences, both languages: a good plan, one without figures, one over its target, and any other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import Base, Goal
from petaucj.views.phrases import Reader
from petaucj.views.plan_report import PlanReport, build_plan_report
from tests.conftest import make_atlas, make_district
from tests.plan_files import PLANS
from tests.plans import make_book, make_offer, make_plan, make_tranche

BOOK = make_book()
ATLAS = make_atlas(districts=(make_district("13.11", "Kabupaten Contoh"),))


def _report(plan, reader: Reader) -> PlanReport:
    return build_plan_report(outlook(plan, BOOK), BOOK, ATLAS, reader)


def _said(report: PlanReport, section: int) -> str:
    held = report.sections[section]
    rows = held.table.rows if held.table else ()
    return "\n".join([*held.lines, *(" | ".join(row) for row in rows), *held.notes]).replace("\u00a0", " ")


def test_a_good_plan(reader: Reader) -> None:
    report = _report(make_plan(offers=(make_offer("csr", None, 100_000_000), make_offer("employer", 10)), title="Rencana A"), reader)
    assert report.title == "Rencana Kabupaten Contoh (13.11): Rencana A"
    assert _said(report, 0) == (
        "Diperlukan pada Desember 2027: 30.165 orang, yaitu 28,30 % dari 106.590 orang.\n"
        "Terlindungi pada Desember 2027 tanpa tindakan baru: 15.988 orang.\n"
        "Kurang: 14.177 orang (selisih sederhana terhadap catatan: 11.377 orang).\n"
        "Selisih sederhana tidak menghitung 2.800 orang yang pembayarannya berakhir lebih dulu.\n"
        "Bila dibagi rata sampai tenggat: 525 orang sebulan selama 27 bulan.\n"
        "Dengan semua pembayaran rencana ini, target belum tercapai pada tenggat.")
    assert "csr | 496 | Rp201.600 | Rp99.993.600 | sebatas pagu\n" in _said(report, 4)
    assert "employer | 10 |  | Rp0 bagi APBD | sebanyak yang berhak\nBelum terdanai | 13.671 |  | Rp2.756.073.600 |" in _said(report, 4)
    assert "Pembayaran yang tidak terhitung karena tarif atau upahnya belum diketahui: 1." in _said(report, 2)


def test_over_the_target_is_a_surplus(reader: Reader, english: Reader) -> None:
    plan = make_plan("100", tranches=(), base=Base(105, Month(2024, 3), 100, Month(2024, 3), "bps_employed"))
    assert "Melampaui target: 5 orang. Ini tidak berarti semua pekerja terlindungi." in _said(_report(plan, reader), 0)
    assert "Above the target: 5 people. This does not mean that every worker is protected." in _said(_report(plan, english), 0)
    assert "105,00\u00a0%" in _report(plan, reader).lines[0]


BASE = make_plan().base


@pytest.mark.parametrize(("changes", "indonesian", "english_words"), [
    ({"goal": Goal(None, "unknown", Month(2027, 12))}, "berkas tidak menyebut target dalam persen", "the file gives no target percentage"),
    ({"base": replace(BASE, active=None)}, "isi peserta_aktif dan per pada [catatan]", "fill in peserta_aktif and per in [catatan]"),
    ({"base": replace(BASE, month=None)}, "isi per pada [catatan]", "fill in per in [catatan]"),
    ({"base": replace(BASE, denominator=None)}, "isi penyebut pada [catatan]", "fill in penyebut in [catatan]"),
    ({"base": replace(BASE, basis="unknown")}, "dasar penyebutnya belum jelas", "the basis of the denominator is unclear"),
    ({"goal": replace(make_plan().goal, basis="unknown")}, "dasar penyebut target belum jelas", "the basis of the target is unclear"),
    ({"base": replace(BASE, basis="bpjs_potential")}, "Tidak sebanding: target memakai penyebut penduduk bekerja", "Not comparable: the target uses"),
    ({"goal": replace(make_plan().goal, deadline=Month(2025, 1))}, "tenggat mendahului bulan catatan", "the deadline lies before"),
    ({"tranches": (make_tranche(30_000, "2025-10", 12),)}, "berjumlah 11.212 orang lebih banyak", "cover 11,212 more people"),
])
def test_without_a_figure_the_report_says_which(changes: dict, indonesian: str, english_words: str, reader: Reader, english: Reader) -> None:
    plan = make_plan(**changes)
    assert indonesian in _said(_report(plan, reader), 0)
    assert english_words in _said(_report(plan, english), 0)
    assert _said(_report(plan, reader), 1) == "Biaya kekurangan belum dapat dihitung; lihat bagian Kebutuhan."


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PLANS)
def test_any_plan_has_a_report_in_both_languages(reader: Reader, english: Reader, plan) -> None:
    for one in (reader, english):
        report = _report(plan, one)
        assert len(report.sections) == 9
        assert all(section.lines or section.table for section in report.sections)
        assert all(len(row) == len(s.table.columns) for s in report.sections if s.table for row in s.table.rows)
