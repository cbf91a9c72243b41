"""What a critical reader found: files must not count people twice, hide what documents tell, or claim more than they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from petaucj.domain.month import Month
from petaucj.domain.records import Evidence
from petaucj.views.handout import build_handout
from petaucj.views.story import build_story
from tests.conftest import NO_WORDS, make_coverage, make_funding, make_target
from tests.occasions import make_golden_atlas, make_occasion


def _of(code: str = "13.11", **atlas: object):
    return build_handout(make_occasion(code, atlas=make_golden_atlas(**atlas)))


def test_a_plan_that_was_carried_out_is_not_a_second_payment() -> None:
    cover = {"cover_start": Month(2025, 12), "cover_end": Month(2025, 12)}
    done = make_funding("13.11", "donation", 1_000, cover_start=Month(2025, 11), cover_end=Month(2025, 12))
    funding = (done, make_funding("13.11", "donation", 1_000, status="planned", **cover), make_funding("13.11", "donation", 700, status="planned", **cover))
    held = _of(funding=funding)
    assert [(t.workers, t.commitment) for t in held.plan.plan.tranches] == [(1_000, "paid"), (700, "planned")]


def test_a_total_has_no_bar_beside_its_parts_but_stays_in_the_table() -> None:
    parts = (make_funding("13.11", "zakat", 1_000), make_funding("13.11", "csr", 410), make_funding("13.11", "mixed", 1_410, count_kind="total_of_parts"))
    held = _of(funding=parts)
    assert sorted(bar.people for bar in held.funding.bars) == [410, 1_000]
    assert len(held.funding.table.rows) == 3
    alone = _of(funding=parts[2:])
    assert [bar.people for bar in alone.funding.bars] == [1_410] and "(" in alone.funding.bars[0].text


def test_payments_the_months_do_not_show_are_named() -> None:
    funding = (*make_golden_atlas().funding, make_funding("13.11", "csr", 3_158, status="planned", period_start="2026", period_end="2026",
                                                          evidence=(Evidence("f9", "s1", "CSR", NO_WORDS),)))
    held = _of(funding=funding)
    assert "3.158 orang, 2026 (rencana)" in held.beside and held.beside.startswith("Tidak tampak di bulan-bulannya")
    steps = {step.kind: step for step in build_story(make_occasion(atlas=make_golden_atlas(funding=funding))).steps}
    assert held.beside_short in steps["tebing"].lines and "3.158" in held.beside_short
    assert _of().beside == ""


def test_points_need_a_base_that_fits_the_target() -> None:
    assert "poin" in _of().projection.falls[0]
    other = _of(targets=(make_target("13.11", basis="unknown", basis_status="undecided"),))
    assert other.projection.falls and "poin" not in other.projection.falls[0]


@pytest.mark.parametrize(("coverage", "targets", "asks"), [
    ((), (make_target("13.11"),), "peserta aktif beserta bulannya dari BPJS Ketenagakerjaan, dan penyebut"),
    ((make_coverage("13.11", active=900),), (make_target("13.11"),), "Minta penyebut yang dipakai target"),
    ((make_coverage("13.11", active=900, denominator=3_000),), (make_target("13.11", basis="unknown"),), "Minta penetap target menyebut penyebutnya"),
    ((make_coverage("13.11", active=900, denominator=3_000),), (), "Tetapkan target dalam persen"),
])
def test_the_first_decision_asks_for_what_is_really_missing(coverage: tuple, targets: tuple, asks: str) -> None:
    held = _of(coverage=(*coverage, make_coverage("13.73", "2025-09", "50.00")), targets=targets)
    assert asks in held.decisions[0].text and held.decisions[0].due == "bulan ini"


def test_age_counts_from_today_and_a_borrowed_target_is_said() -> None:
    held = _of()
    assert any("berumur 13 bulan" in line for line in held.standing.warnings)
    assert held.caveat == "Angka target daerah untuk 2027 tidak diterbitkan; yang dipakai angka 2025."


def test_two_figures_are_no_ranking() -> None:
    coverage = tuple(make_coverage(code, pct=pct, fact_key=code) for code, pct in (("13.11", "30.40"), ("13.06", "20.00"), ("13.73", "50.00")))
    two = _of(coverage=coverage[:2])
    assert two.rank.sentence.startswith("Belum ada peringkat: pada dasar A") and "Kabupaten Contoh 30,40" in two.rank.sentence
    three = _of(coverage=coverage)
    assert "Kabupaten Contoh 30,40\u00a0% (Oktober 2025): peringkat 2 dari 3" in three.rank.sentence


def test_a_figure_without_a_name_is_not_quoted() -> None:
    atlas = make_golden_atlas()
    bare = tuple(replace(fact, denominator_wording="") for fact in atlas.coverage)
    lines = [line for note in _of(coverage=bare).standing.notes for line in note.lines]
    assert any("tanpa sebutan di sumbernya" in line for line in lines) and not any("“tanpa nama”" in line for line in lines)


def test_documents_of_other_districts_in_the_ranking_stand_last() -> None:
    held = _of()
    marks = [source.for_rank for source in held.sources]
    assert marks == sorted(marks)
