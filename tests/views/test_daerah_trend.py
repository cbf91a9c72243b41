"""Daerah, its trend: sentences, spans of dates, target steps of the same basis, what stands beside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from petaucj.views.daerah_trend import TrendView, build_trend
from petaucj.views.phrases import Reader
from petaucj.views.state import ViewState
from tests.conftest import make_atlas, make_coverage, make_target

CODE = "13.01"
OLD = make_coverage(CODE, "2024-09", "16.97", active=18_092, denominator=106_590)
YEAR = make_coverage(CODE, "2024", "19", precision="year")
NEW = make_coverage(CODE, "2025-10", "30.40", basis="bpjs_potential", active=18_788, denominator=61_794)


def _trend(reader: Reader, *coverage, targets: tuple = (), **state: object) -> TrendView:
    return build_trend(make_atlas(coverage=coverage, targets=targets), ViewState(daerah=CODE, **state), CODE, reader)


def test_the_break_is_told_in_both_languages_with_people_and_without_points(reader: Reader, english: Reader) -> None:
    assert _trend(reader, OLD, NEW).sentences == (
        "Garis terputus pada Oktober 2025: dasarnya berganti dari penduduk bekerja (A) ke potensi BPJS (B), jadi kedua persentase tidak dapat "
        "dibandingkan. Jumlah peserta aktif sendiri berubah +696 orang sejak September 2024 (18.092 → 18.788).",)
    assert _trend(english, OLD, NEW).sentences == (
        "The line breaks at October 2025: the basis changes from employed population (A) to BPJS potential (B), so the two percentages cannot "
        "be compared. The number of active participants itself changed by +696 since September 2024 (18,092 → 18,788).",)


def test_series_lines_and_breaks(reader: Reader) -> None:
    view = _trend(reader, OLD, YEAR, NEW)
    assert [(s.letter, len(s.points), s.runs) for s in view.series] == [("A", 2, ((0, 1),)), ("B", 1, ())]
    (gap,) = view.breaks
    assert view.series[0].points[1].x < gap < view.series[1].points[0].x


@pytest.mark.parametrize(("as_of", "precision", "low", "at", "high"), [
    ("2024", "year", 2024.0, 2024.956, 2025.0), ("2023-03", "quarter", 2023.0, 2023.206, 2023.25),
    ("2024-09", "month", 2024.706, 2024.706, 2024.706), ("2024-01-01", "day", 2024.001, 2024.001, 2024.001),
])
def test_a_date_spans_what_its_source_says(reader: Reader, as_of: str, precision: str, low: float, at: float, high: float) -> None:
    point = _trend(reader, make_coverage(CODE, as_of, "19", precision=precision)).series[0].points[0]
    assert (point.low, point.x, point.high) == (pytest.approx(low, abs=1e-3), pytest.approx(at, abs=1e-3), pytest.approx(high, abs=1e-3))


def test_steps_are_targets_of_drawn_known_bases_in_sight(reader: Reader) -> None:
    targets = (make_target(CODE), make_target("ID", "32.15", 2025, "rpjmn"), make_target("ID", "99.5", 2045, "rpjpn"),
               make_target("ID", "52.15", 2025, "national_other", basis="bpjs_potential"), make_target(CODE, "51.4", basis="unknown", target_id="u"))
    view = _trend(reader, OLD, targets=targets)
    assert [(s.hover, s.label, s.chosen) for s in view.steps] == [
        ("A target daerah 2025 28,30\u00a0%", "target A 28,30\u00a0%", True), ("A RPJMN 2025 32,15\u00a0%", "", False)]
    assert view.sentences[-1] == ("Garis mendatar: target pada tahunnya, hanya sebanding dengan lambang berhuruf sama "
                                  "(A target daerah 2025 28,30\u00a0%; A RPJMN 2025 32,15\u00a0%).")
    assert _trend(reader, make_coverage(CODE, basis="unknown"), targets=targets).steps == ()


def test_what_has_no_place_in_it_stands_beside(reader: Reader, english: Reader) -> None:
    undated = make_coverage(CODE, "", "29", precision="unknown", basis="unknown")
    people_only = make_coverage(CODE, "2023-08", None, active=23_343)
    base_only = make_coverage(CODE, "2025-02", None, denominator=161_000)
    part = make_coverage(CODE, "2024-09", None, segment="wage", active=11_110)
    at_newest = make_coverage(CODE, "2025-12", "40")
    held = (undated, people_only, base_only, part, at_newest)
    assert _trend(reader, *held).beside == (
        "Tanpa tanggal, karena itu tidak digambar: tanggal tidak disebut: 29\u00a0% (dasar belum jelas).",
        "Persentasenya tidak dicetak sumber, jadi tidak digambar: Agustus 2023: 23.343 orang; Februari 2025: hanya penyebut, 161.000 orang.",
        "Hanya sebagian pekerja, tidak segaris dengan seluruh pekerja: September 2024: 11.110 orang penerima upah (PU).")
    assert _trend(english, *held).beside[0] == "Undated and therefore not drawn: date not stated: 29% (basis unclear)."
    assert [row[0] for row in _trend(reader, *held).table.rows] == ["1", "2", "3", "4", "5"]
    assert [note.number for note in _trend(reader, *held).notes.notes] == [1, 2, 3, 4, 5]


def test_a_disputed_and_a_later_figure_are_announced(reader: Reader) -> None:
    view = _trend(reader, replace(OLD, disputed=True), make_coverage(CODE, "2026-03", "40"))
    assert "Tanda “!” dan lambang kosong: angka dipersengketakan, tidak disambung garis." in view.sentences
    assert "1 angka yang lebih baru dari Desember 2025 tidak ditampilkan; geser bulannya untuk melihatnya." in view.sentences
    assert view.series[0].points[0].text == "16,97!"
    assert view.table.rows[0][-1] == "dipersengketakan"


def test_an_empty_trend_says_so(reader: Reader, english: Reader) -> None:
    view = _trend(reader)
    assert (view.series, view.notes) == ((), None)
    assert view.alt == "Belum ada angka cakupan seluruh pekerja yang bertanggal sampai Desember 2025, jadi tidak ada tren."
    assert _trend(english).alt == "No dated coverage figure for the whole workforce up to December 2025, so there is no trend."


def test_the_sentence_beside_the_picture_names_every_figure(english: Reader) -> None:
    assert _trend(english, OLD, NEW).alt == ("Coverage by date, one mark for each basis: September 2024: 16.97% of employed population, 18,092 people; "
                                             "October 2025: 30.40% of BPJS potential, 18,788 people.")
