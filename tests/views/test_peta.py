"""The marks and the legend of every indicator."""

from __future__ import annotations

from dataclasses import replace

import pytest

from petaucj.domain.month import Month
from petaucj.views.calendar import build_calendar
from petaucj.views.peta import build_change, build_map, build_table
from petaucj.views.state import ViewState
from tests.conftest import make_atlas, make_coverage, make_funding, make_target

COVERAGE = (
    make_coverage("13.01", "2024-09", "16.97", active=18_092, denominator=106_590),
    make_coverage("13.01", "2025-10", "30.40", basis="bpjs_potential", active=18_788, denominator=61_794),
    make_coverage("13.71", "2024-03", "105", basis="bpjs_potential", disputed=True),
)
ATLAS = make_atlas(coverage=COVERAGE, targets=(make_target("ID", "32.15", 2025, "rpjmn"),), funding=(
    make_funding("13.01", "district_budget", 9_650, cover_start=Month(2025, 11), cover_end=Month(2025, 12), end_of_cover="stated", months_funded=2),
    make_funding("13.01", "palm_oil_share", 2_800, cover_start=Month(2025, 7), cover_end=Month(2025, 12), end_of_cover="computed", months_funded=6),
    make_funding("13.71", "district_budget", 39_000),
    make_funding("13.71", "csr", None, count_kind="no_number", status="planned"),
))


def _marks(reader, **state):
    return {mark.code: mark for mark in build_map(ATLAS, ViewState(**state), reader).marks}


def test_as_published_shows_letter_date_and_states(reader) -> None:
    marks = _marks(reader, daerah="13.01")
    assert (marks["13.01"].fill, marks["13.01"].value, marks["13.01"].letter, marks["13.01"].date, marks["13.01"].chosen) == ("c2", "30,40", "B", "Okt 2025", True)
    assert marks["13.02"].fill == "nodata"
    assert (marks["13.71"].fill, marks["13.71"].mark) == ("c6", "!†")
    assert marks["13.71"].spoken == "Kota Cahaya: 105\u00a0% dari potensi BPJS, Maret 2024 (dipersengketakan, usang, 32 bulan lalu)"


def test_one_basis_says_who_is_known_on_another_only(reader) -> None:
    marks = _marks(reader, basis="bekerja")
    assert (marks["13.01"].fill, marks["13.01"].letter) == ("c0", "")
    assert (marks["13.02"].fill, marks["13.71"].fill) == ("nodata", "other")


def test_the_legend_counts_classes_states_and_letters(reader) -> None:
    view = build_map(ATLAS, ViewState(), reader)
    words = [entry.label for entry in view.legend]
    assert {"30–40 (1)", "> 100\u00a0% (1)", "belum ada data (1)", "dipersengketakan (1)", "B potensi BPJS (2)"} <= set(words)
    assert "tidak dapat dibandingkan" in view.sentence


def test_the_gap_stands_on_the_targets_denominator(reader) -> None:
    marks = _marks(reader, indikator="kesenjangan")
    assert (marks["13.01"].fill, marks["13.01"].value, marks["13.01"].mark) == ("g4", "−14,5", "≈")
    assert marks["13.71"].fill == "other"
    assert _marks(reader, indikator="kesenjangan", basis="potensi")["13.01"].fill in ("other", "nodata")


def test_people_are_circles_never_fills(reader) -> None:
    marks = _marks(reader, indikator="peserta")
    assert (marks["13.01"].fill, marks["13.01"].value, marks["13.01"].radius) == ("plain", "18.788", 34)
    assert marks["13.71"].fill == "nodata"


def test_public_money_is_at_most_or_of_the_year_only(reader) -> None:
    marks = _marks(reader, indikator="dibayar")
    assert marks["13.01"].value == "≤ 12.450"
    assert "tumpang tindih tidak diketahui" in marks["13.01"].spoken
    assert (marks["13.71"].hollow, marks["13.71"].value) == (True, "39.000")


def test_the_mix_is_a_part_to_whole_mark(reader) -> None:
    assert _marks(reader, indikator="sumber-dana")["13.01"].parts == (("district_budget", 9_650), ("palm_oil_share", 2_800))


def test_as_published_has_no_difference_and_one_basis_has(reader) -> None:
    assert "tidak dapat diperkurangkan" in build_change(ATLAS, ViewState(), Month(2024, 12), reader).sentence
    atlas = make_atlas(coverage=(COVERAGE[0], make_coverage("13.01", "2025-10", "18.00")))
    view = build_change(atlas, ViewState(basis="bekerja"), Month(2024, 12), reader)
    assert [(m.fill, m.value) for m in view.marks][0] == ("d2", "+1,03")


@pytest.mark.parametrize("indicator", ["cakupan", "kesenjangan", "peserta", "dibayar", "sumber-dana"])
def test_the_table_says_what_the_map_says(reader, english, indicator: str) -> None:
    for who in (reader, english):
        view = build_map(ATLAS, ViewState(indikator=indicator), who)
        table = build_table(ATLAS, view, who)
        assert [row[0] for row in table.rows] == ["Kabupaten Awan", "Kabupaten Bukit", "Kota Cahaya"]
        assert all(mark.spoken.endswith(row[3]) for mark, row in zip(view.marks, table.rows, strict=True))


def test_the_calendar_draws_only_dated_cover_and_never_says_not_renewed(reader) -> None:
    view = build_calendar(ATLAS, "13.01", reader)
    assert [(row.name, [(b.first, b.last, b.label) for b in row.bars]) for row in view.rows] == [
        ("district_budget", [(10, 11, "9.650")]), ("palm_oil_share", [(6, 11, "2.800")])]
    assert view.ends[0].lines == ("berakhir Desember 2025", "paling banyak 12.450 orang", "perpanjangan tidak diketahui")
    assert "36.100 bulan-pekerja" in view.note
    other = build_calendar(ATLAS, "13.71", reader)
    assert [row.text for row in other.rows] == ["39.000 orang (realisasi); bulan tidak disebut", "rencana, jumlah tidak disebut"]
    assert other.ends == ()


def test_nothing_is_reported_for_an_empty_year(reader) -> None:
    view = build_calendar(ATLAS, "13.02", replace(reader, per=Month(2022, 5)))
    assert (view.rows, view.alt) == ((), "Tidak ada pembayaran iuran yang diberitakan untuk 2022.")
