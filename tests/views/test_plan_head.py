"""The first screen of a plan says the whole verdict, in both languages, also where a figure is missing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from petaucj.domain.month import Month
from petaucj.domain.outlook import outlook
from petaucj.domain.plan import Base, Goal
from petaucj.views.phrases import Reader
from petaucj.views.plan_head import base_facts, build_head
from petaucj.views.plan_start import build_start
from petaucj.views.plan_tables import Typed, build_offers, build_tranches
from tests.conftest import make_atlas, make_coverage, make_district, make_funding
from tests.plans import make_book, make_offer, make_plan, make_tranche

BOOK = make_book()
READERS = {language: Reader(language, Month(2025, 10), Month(2026, 11)) for language in ("id", "en")}
BASE = make_plan().base


@pytest.fixture
def small_atlas():
    facts = (make_coverage("13.11", "2025-10", "30.40", active=18_788, denominator=61_794, basis="bpjs_potential"),)
    return make_atlas(districts=(make_district("13.11", "Kabupaten Solok Selatan"),), coverage=facts,
                      funding=(make_funding("13.11", "zakat", 1000, status="planned"),))


def _head(plan, atlas, language: str):
    return build_head(outlook(plan, BOOK), atlas, READERS[language])


@pytest.mark.parametrize(("language", "verdict", "people", "safe"), [
    ("id", "Per Oktober 2025 tercatat **18.788** peserta aktif. Target 28,30\u00a0% dari 106.590 penduduk bekerja berarti 30.165 orang. Selisih "
           "sederhananya 11.377, tetapi pembayaran untuk 2.800 orang berakhir lebih dulu, jadi sampai Desember 2027 kurang **14.177 orang**.",
     "14.177 orang", "Januari 2026 turun 12.450 orang (11,68\u00a0poin)"),
    ("en", "As of October 2025, **18,788** active participants are recorded. The target of 28.30% of 106,590 (employed population) means 30,165 people. "
           "The simple difference is 11,377, but payment for 2,800 people ends before then, so **14,177 people** are missing by December 2027.",
     "14,177 people", "January 2026: 12,450 people fewer (11.68\u00a0points)"),
])
def test_the_verdict_and_its_numbers(small_atlas, language: str, verdict: str, people: str, safe: str) -> None:
    view = _head(make_plan(), small_atlas, language)
    assert view.verdict == verdict
    assert [n.value for n in view.numbers][:1] == [people]
    assert view.numbers[1].value == ("Rp2,86 miliar" if language == "id" else "Rp2.86 billion")
    assert view.numbers[-1].detail == safe


@pytest.mark.parametrize(("changes", "words"), [
    ({"base": replace(BASE, denominator=None)}, "jumlah penduduk bekerja sebagai penyebut target 28,30\u00a0% belum diterbitkan"),
    ({"base": replace(BASE, basis="bpjs_potential")}, "Tidak sebanding: target 28,30"),
    ({"base": replace(BASE, active=None)}, "Mintalah jumlah peserta aktif"),
    ({"goal": Goal(Decimal("51.4"), "unknown", Month(2027, 12), "district", 2025)}, "dasar penyebut target 51,4"),
    ({"tranches": (make_tranche(20_000, "2025-10", 12),)}, "1.212 orang lebih banyak dari 18.788"),
    ({"goal": Goal(None, "unknown", Month(2027, 12))}, "tidak ada target dalam persen"),
    ({"goal": replace(make_plan().goal, deadline=Month(2025, 1))}, "mendahului angka peserta aktif"),
])
def test_without_a_figure_the_words_say_which_to_ask_for(small_atlas, changes: dict, words: str) -> None:
    view = _head(make_plan(**changes), small_atlas, "id")
    assert words in view.verdict
    assert "14.177" not in view.verdict
    assert _head(make_plan(**changes), small_atlas, "en").verdict


def test_the_other_denominator_is_offered(small_atlas) -> None:
    view = _head(make_plan(base=replace(BASE, denominator=None)), small_atlas, "id")
    assert view.verdict.endswith("Penyebut lain yang diketahui: 61.794 (potensi BPJS, Oktober 2025; cakupan 30,40\u00a0%).")


def test_beyond_the_target_is_said_in_people_and_as_no_protection_of_all(small_atlas) -> None:
    plan = make_plan("28.3", tranches=(), base=Base(18_788, Month(2025, 10), 61_794, Month(2025, 10), "bpjs_potential"),
                     goal=Goal(Decimal("28.3"), "bpjs_potential", Month(2027, 12)))
    view = _head(plan, small_atlas, "id")
    assert "terlampaui **1.300 orang**. Ini tidak berarti semua pekerja terlindungi." in view.verdict
    assert (view.numbers[0].label, view.numbers[0].value) == ("Melampaui target", "1.300 orang")


def test_above_the_target_today_and_below_it_once_payment_ends(small_atlas) -> None:
    plan = make_plan("17", base=BASE)
    assert "di atas 18.121 orang yang diminta target 17\u00a0%" in _head(plan, small_atlas, "id").verdict
    assert "kurang **2.133 orang** (selisih sederhana 0)" in _head(plan, small_atlas, "id").verdict


def test_warnings_name_age_and_borrowed_year(small_atlas) -> None:
    told = _head(make_plan(), small_atlas, "id").warnings
    assert told == ("Angka awal berumur 13 bulan (per Oktober 2025); mintalah angka terbaru sebelum memutuskan.",
                    "Angka target daerah untuk 2027 tidak diterbitkan; yang dipakai angka 2025.")


def test_the_table_of_tranches_says_what_each_means(small_atlas) -> None:
    view = build_tranches(outlook(make_plan(), BOOK), BOOK, small_atlas, READERS["id"], {})
    palm, casual = view.rows
    assert [cell.value or cell.shown for cell in casual.cells] == ["district_budget", "9.650", "2025-11", "2", "Des\u00a02025", "paid", "non_transport", "0",
                                                                   "100", "0", "Rp324.240.000"]
    assert palm.note.startswith("Sudah termasuk dalam angka Okt 2025.")
    assert casual.note == ("Dihitung sebagai tambahan baru setelah Okt 2025. 2 bulan: ahli waris peserta baru menerima Rp10 juta, bukan Rp42 juta.")
    assert ("record:f1", "catatan: zakat 1.000 orang, 2025 (rencana); bulan isi sendiri") in view.add_options


def test_what_could_not_be_used_stays_in_its_cell(small_atlas) -> None:
    wrong = {("tranche", "t2", "workers"): Typed("banyak", "“banyak” bukan bilangan bulat.")}
    cell = build_tranches(outlook(make_plan(), BOOK), BOOK, small_atlas, READERS["id"], wrong).rows[1].cells[1]
    assert (cell.value, cell.fault) == ("banyak", "“banyak” bukan bilangan bulat.")


def test_the_waterfall_prints_what_is_unfunded(small_atlas) -> None:
    plan = make_plan(offers=(make_offer("palm_oil_share", 2000, 712_000_000, "2027-07", 6), make_offer("district_budget"), make_offer("employer", 10)))
    view = build_offers(outlook(plan, BOOK), BOOK, small_atlas, READERS["id"], {})
    said = [[cell.shown for cell in row.cells][-3:] for row in view.rows]
    assert said == [["2.000", "Rp201.600.000", "sebanyak yang berhak"], ["0", "–", "isi pagu"],
                    ["10", "Rp0 bagi APBD; isi upah untuk biaya pemberi kerja", "sebanyak yang berhak"]]
    assert view.total == ("Belum terdanai", "", "", "", "", "", "12.167", "Rp2.452.867.200", "untuk 12 bulan, tarif APBD")


def test_the_starting_point_can_be_changed_and_empty_means_not_known() -> None:
    cells = {column.key: cell.value for column, cell in zip(*(lambda v: (v.columns, v.rows[0].cells))(
        build_start(make_plan(base=replace(BASE, denominator=None)), READERS["id"], {})), strict=True)}
    assert cells == {"active": "18.788", "month": "2025-10", "denominator": "", "denominator_month": "2024-09", "basis": "bps_employed", "pct": "28,30",
                     "goal_basis": "bps_employed"}


def test_a_statement_speaks_only_for_the_figures_it_prints(small_atlas) -> None:
    fact = small_atlas.coverage[0]
    known = replace(BASE, fact_keys=(fact.fact_key,))
    assert base_facts(small_atlas, make_plan(base=known)) == (fact,)
    assert base_facts(small_atlas, make_plan(base=replace(known, active=20_000))) == ()


def test_a_payment_dropped_from_the_record_is_warned_of(small_atlas) -> None:
    running = make_funding("13.11", "palm_oil_share", 2800, cover_start=Month(2025, 7), cover_end=Month(2025, 12))
    atlas = replace(small_atlas, funding=(running,))
    plan = make_plan(base=replace(BASE, fact_keys=("k",)), tranches=())
    assert any("dihapus dari tabel" in warning for warning in _head(plan, atlas, "id").warnings)


def test_where_a_payment_comes_from_is_said_only_as_far_as_it_is_true(small_atlas) -> None:
    running = make_funding("13.11", "palm_oil_share", 2800, cover_start=Month(2025, 7), cover_end=Month(2025, 12))
    atlas = replace(small_atlas, funding=(running,))
    rows = (make_tranche(2800, "2025-07", 6, "palm_oil_share", record_id="f1"), make_tranche(2800, "2027-01", 12, "palm_oil_share", record_id="f1"),
            make_tranche(28_000, "2025-07", 6, "palm_oil_share", record_id="f1"), make_tranche(2800, record_id="palsu"))
    plan = make_plan(tranches=rows, base=replace(BASE, active=50_000))
    notes = [row.note for row in build_tranches(outlook(plan, BOOK), BOOK, atlas, READERS["id"], {}).rows]
    assert notes[0].startswith("Dari catatan f1.")
    assert notes[1].startswith("Jumlah orang menurut catatan f1 (2025); mulai, lama dan status isian sendiri.")
    assert notes[2].startswith("Berangkat dari catatan f1, sudah diubah.")
    assert "catatan palsu" not in notes[3]
