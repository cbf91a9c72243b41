"""Pace, sensitivity and result in whole sentences, with the numbers of domain notes §7.6, §7.9 and §7.10."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from petaucj.data.bilingual import Bilingual
from petaucj.domain.funding_records import BenefitFact
from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import Base
from petaucj.draw.spans import draw_spans
from petaucj.views.plan_sense import SenseView, build_sense
from tests.conftest import NO_WORDS, Evidence, make_atlas, make_coverage, make_district, make_funding
from tests.plans import make_book, make_plan

BOOK = make_book()
PAID = make_funding("13.03", workers=16_590, contribution_idr=5_400_000_000, contribution_kind="cumulative", period_start="2022-03",
                    period_end="2025-07", group=Bilingual("pekerja rentan", "vulnerable workers"))
RECEIVED = BenefitFact("b1", "13.03", "", "2022-03..2025-07", 119, 5_800_000_000, "work_injury_and_death", (Evidence("b1", "s1", "", NO_WORDS),), ())
SAVINGS = replace(RECEIVED, fact_key="b2", benefit_idr=9_000_000_000, programme="old_age")
DISTRICTS = (make_district("13.03", "Kabupaten Sijunjung"), make_district("13.11", "Kabupaten Solok Selatan"))
COUNTS = (make_coverage("13.11", "2024-09", "16.97", active=18_092, denominator=106_590),
          make_coverage("13.11", "2025-10", "17.63", active=18_788, denominator=106_590))
ATLAS = make_atlas(districts=DISTRICTS, funding=(PAID,), benefits=(RECEIVED, SAVINGS), coverage=COUNTS)
SURPLUS = {"base": Base(105, Month(2024, 3), 100, Month(2024, 3), "bps_employed"), "tranches": (),
           "goal": replace(make_plan().goal, pct=Decimal(100))}
NO_DENOMINATOR = {"base": replace(make_plan().base, denominator=None)}


def _sense(reader, atlas=ATLAS, **changes: object) -> SenseView:
    return build_sense(outlook(make_plan(**changes), BOOK), BOOK, atlas, reader)


def test_the_pace_needed_counts_both_months_and_stands_beside_the_recorded_one(reader, english) -> None:
    view = _sense(reader).pace
    assert view.sentences == (
        "Perlu 525 orang sebulan: 14.177 orang dalam 27 bulan, dari Oktober 2025 sampai Desember 2027, keduanya dihitung.",
        "Bila dimulai bulan ini (November 2026): 1.013 orang sebulan selama 14 bulan.",
        "Tercatat 18.092 (September 2024) menjadi 18.788 (Oktober 2025): +696 orang dalam 13 bulan, yaitu +54 sebulan.",
        "Indeks 0,10: laju tercatat dibagi laju yang diperlukan. Bila laju itu tetap, 14.177 orang baru tercapai pada November 2047.",
        "Pendaftaran mengikuti jadwal anggaran: laju menggambarkan yang sudah terjadi, bukan ramalan.")
    assert [name for name, _ in view.notes.notes] == ["18.092 orang, September 2024", "18.788 orang, Oktober 2025"]
    assert _sense(english).pace.sentences[0] == (
        "Needed: 525 people a month, 14,177 people in 27 months, from October 2025 to December 2027, both months included.")


def test_october_to_december_is_three_months(reader) -> None:
    at_the_time = replace(reader, today=Month(2025, 10))
    goal = replace(make_plan().goal, deadline=Month(2025, 12))
    assert _sense(at_the_time, goal=goal, tranches=()).pace.sentences[0] == (
        "Perlu 3.792 orang sebulan: 11.377 orang dalam 3 bulan, dari Oktober 2025 sampai Desember 2025, keduanya dihitung.")


def test_a_deadline_that_has_passed_is_said_and_has_no_index(reader) -> None:
    view = _sense(reader, goal=replace(make_plan().goal, deadline=Month(2025, 12)), tranches=()).pace
    assert view.sentences[0] == ("Tenggat Desember 2025 sudah lewat, jadi tidak ada lagi laju yang diperlukan. "
                                 "Sejak Oktober 2025 dahulu perlu 3.792 orang sebulan selama 3 bulan.")
    assert not any(sentence.startswith("Indeks") for sentence in view.sentences)


@pytest.mark.parametrize(("atlas", "sentence"), [
    (replace(ATLAS, coverage=()), "Laju tercatat tidak ada: jumlah peserta aktif belum pernah diterbitkan."),
    (replace(ATLAS, coverage=COUNTS[1:]), "Laju tercatat tidak ada: baru ada satu hitungan bertanggal."),
    (replace(ATLAS, districts=DISTRICTS[:1]), "Laju tercatat tidak ada: jumlah peserta aktif belum pernah diterbitkan.")])
def test_without_two_comparable_counts_there_is_no_recorded_pace(reader, atlas, sentence: str) -> None:
    view = _sense(reader, atlas).pace
    assert view.sentences[2:] == (sentence,)
    assert view.notes is None


def test_falling_counts_never_reach_the_target_and_disputes_are_said(reader) -> None:
    falling = (replace(COUNTS[0], active=20_487, disputed=True), COUNTS[1])
    assert _sense(reader, replace(ATLAS, coverage=falling)).pace.sentences[2:5] == (
        "Tercatat 20.487 (September 2024) menjadi 18.788 (Oktober 2025): −1.699 orang dalam 13 bulan, yaitu −131 sebulan.",
        "Salah satu hitungan ini dipersengketakan.", "Pada laju itu target tidak tercapai.")


def test_a_pace_that_should_have_arrived_waits_for_a_new_figure(reader) -> None:
    rising = (replace(COUNTS[0], active=8_788), COUNTS[1])
    plan = make_plan()
    near = {"base": replace(plan.base, denominator=67_000), "tranches": ()}
    assert _sense(reader, replace(ATLAS, coverage=rising), **near).pace.sentences[3] == (
        "Indeks 120,05: laju tercatat dibagi laju yang diperlukan. Pada laju itu 173 orang seharusnya tercapai pada November 2025; "
        "belum ada angka baru yang menunjukkannya.")


def test_one_assumption_moves_at_a_time(reader, english) -> None:
    view = _sense(reader, margin_pct=Decimal(5)).spans
    assert view.sentence == ("Masih kurang 14.177 orang; antara 11.377 dan 17.010 orang bila satu anggapan saja berubah. "
                             "Yang paling menggerakkan: kemungkinan beda penyebut.")
    assert [row.cells for row in view.table.rows] == [
        ("dana yang berakhir", "dari selisih sederhana sampai hitungan yang memuat dana yang berakhir dan yang dianggarkan", "11.377–14.177"),
        ("pembulatan target", "target tercetak 28,30\u00a0% dapat berarti 28,295\u00a0% sampai 28,305\u00a0%", "14.172–14.183"),
        ("pertumbuhan penyebut", "penyebut tetap, menurut rencana ini, atau tumbuh 2,8\u00a0% setahun", "14.177–17.010"),
        ("kemungkinan beda penyebut", "penyebut lebih kecil atau lebih besar 5\u00a0%", "12.669–15.686"),
        ("tumpang tindih", "0 sampai 100 % orang pada setiap pembayaran sudah terlindungi dari tempat lain", "11.377–14.177"),
        ("status dana", "hanya yang terbayar, juga yang dianggarkan, atau semua pembayaran rencana ini", "14.177, tidak berubah")]
    assert _sense(english).spans.sentence == (
        "14,177 people are still missing; between 11,377 and 17,010 if only one assumption changes. "
        "The one that matters most: growth of the denominator.")


def test_more_are_proposed_than_are_needed(reader) -> None:
    view = _sense(reader, tranches=()).spans
    assert view.propose == "Agar 11.377 orang diterima, usulkan 12.670 orang bila hanya 89,8\u00a0% usulan yang lolos."
    assert [name for name, _ in view.notes.notes] == ["Pertumbuhan tertinggi: 2,8\u00a0% setahun", "Bagian usulan yang diterima: 89,8\u00a0%"]


def test_the_ranges_are_drawn_around_the_plans_own_number(reader) -> None:
    view = _sense(reader).spans
    picture = draw_spans(view)
    assert picture.count("<circle") == 4 * 2 + 1, "an assumption that moves nothing is one dot"
    assert "rencana ini: 14.177" in picture
    assert view.alt.startswith("dana yang berakhir: 11.377 sampai 14.177 orang; pembulatan target: 14.172 sampai 14.183 orang; ")
    assert draw_spans(replace(view, marks=())) == ""


def test_what_was_paid_out_elsewhere_is_a_labelled_illustration(reader, english) -> None:
    view = _sense(reader, tranches=()).result
    assert view.head == ("Di Kabupaten Solok Selatan belum ada iuran dan manfaat yang dapat disandingkan. "
                         "Sebagai ilustrasi, yang tercatat di Kabupaten Sijunjung:")
    (pair,) = view.pairs
    assert pair.figures == (
        ("Rp5,4 miliar", "iuran dibayar"), ("Rp5,8 miliar", "manfaat dibayarkan, kecelakaan kerja dan kematian (JKK+JKM)"),
        ("119 kasus", "rata-rata Rp48,7 juta per kasus"), ("1,07", "manfaat per rupiah iuran (antara 1,06 dan 1,09 karena pembulatan)"))
    assert view.sentences == (
        "4,4 kasus per 1.000 pekerja setahun (rentang 95 %: 3,7–5,3); manfaat Rp18.044 per orang sebulan, dibandingkan iuran Rp16.800.",
        "Jumlah pekerja dihitung dari uangnya: Rp5,4 miliar dibagi Rp16.800 berarti 321.429 bulan-pekerja (orang × bulan), rata-rata 7.840 pekerja selama 41 bulan. "
        "Tidak ada yang menerbitkan angka ini.",
        "Ilustrasi, bukan ramalan: pada tingkat Kabupaten Sijunjung, 11.377 orang selama 12 bulan berarti sekitar 51 kasus (42–60) "
        "dan sekitar Rp2,5 miliar santunan (Rp2 miliar–Rp2,9 miliar).")
    assert "dana jaminan nasional" in view.caveats[0] and "klaim masih dapat bertambah" in view.caveats[0] and "susunan kasus" in view.caveats[0]
    assert view.caveats[1:] == ("Pencairan jaminan hari tua adalah tabungan peserta sendiri dan tidak dihitung sebagai manfaat.",)
    assert _sense(english, tranches=()).result.sentences[2] == (
        "An illustration, not a forecast: at the rate recorded in Kabupaten Sijunjung, 11,377 people over 12 months would have about 51 cases (42–60) "
        "and about Rp2.5 billion in benefits (Rp2 billion–Rp2.9 billion).")


def test_the_district_with_a_pair_speaks_of_itself(reader) -> None:
    view = _sense(reader, area_code="13.03").result
    assert view.head == "Yang tercatat di Kabupaten Sijunjung:"
    assert [name for name, _ in view.notes.notes] == [
        "Iuran Rp5.400.000.000, Maret 2022 – Juli 2025", "Manfaat Rp5.800.000.000, Maret 2022 – Juli 2025"]


def test_nothing_is_promised_as_a_return(reader, english) -> None:
    for language in (reader, english):
        view = _sense(language, tranches=()).result
        told = " ".join((view.title, view.head, *view.sentences))
        assert "imbal hasil" not in told and "return" not in told


def test_too_few_people_and_no_pair_have_no_illustration(reader, english) -> None:
    near = {"base": replace(make_plan().base, denominator=67_000), "tranches": ()}
    assert _sense(reader, **near).result.sentences[2] == (
        "Ilustrasi tidak dihitung: pada tingkat Kabupaten Sijunjung, 173 orang selama 12 bulan berarti kurang dari 10 kasus, "
        "terlalu sedikit untuk disebut.")
    assert _sense(english, replace(ATLAS, benefits=(SAVINGS,))).result.head == (
        "There are no contributions and benefits from one document, one period and one group to compare yet.")


def test_without_a_denominator_nothing_is_counted_and_the_reason_is_told(reader) -> None:
    view = _sense(reader, **NO_DENOMINATOR)
    why = "penyebutnya belum diketahui; mintalah angkanya"
    assert view.pace.sentences[0] == f"Laju yang diperlukan tidak dapat dihitung: {why}."
    assert (view.spans.sentence, view.spans.marks, view.spans.propose) == (f"Kepekaan tidak dapat dihitung: {why}.", (), "")
    assert view.result.sentences[2] == f"Ilustrasi untuk rencana ini tidak dihitung: {why}."


def test_beyond_the_target_there_is_nothing_to_catch_up_with(reader, english) -> None:
    view = _sense(reader, **SURPLUS)
    assert view.pace.sentences[0] == "Tidak ada yang perlu dikejar: pada Desember 2027 target terlampaui 5 orang."
    assert view.spans.propose == ""
    assert view.result.sentences[2] == "Ilustrasi untuk rencana ini tidak dihitung: tidak ada orang yang masih kurang."
    assert _sense(english, **SURPLUS).pace.sentences[0] == "There is nothing to make up: in December 2027 the target is exceeded by 5 people."
