"""The verdict of a good, a missing and an extreme district, whole sentences in both languages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from petaucj.domain.month import Month
from petaucj.views.standing import build_standing
from petaucj.views.state import ViewState
from tests.conftest import make_atlas, make_coverage, make_target

BASE = make_coverage("13.01", "2024-09", "16.97", active=18_092, denominator=106_590)
PRESS = make_coverage("13.01", "2025-10", "30.40", basis="bpjs_potential", active=18_788, denominator=61_794, denominator_wording="potensi tenaga kerja")
RPJMN = make_target("ID", "32.15", 2025, "rpjmn")


def test_a_press_figure_on_another_base(reader, english) -> None:
    atlas = make_atlas(coverage=(BASE, PRESS), targets=(make_target("13.01"), RPJMN))
    view = build_standing(atlas, ViewState(), "13.01", reader)
    assert view.verdict == ("Per Oktober 2025 tercatat **18.788** peserta aktif. Terhadap target daerah 2025, **30.165 orang** (28,30\u00a0% dari penduduk bekerja), "
                            "masih kurang **11.377 orang**.")
    assert view.warnings == ("Angka yang diberitakan 30,40\u00a0% memakai penyebut lain (61.794 orang, disebut “potensi tenaga kerja”): tidak sebanding dengan target.",)
    assert (view.gauge.value_text, view.headline, view.detail) == ("17,63\u00a0%", "Kurang 10,67\u00a0poin", "Kurang 11.377 orang")
    assert [(t.at, t.chosen) for t in view.gauge.ticks] == [(28.3, True), (32.15, False)]
    spoken = build_standing(atlas, ViewState(), "13.01", english)
    assert spoken.verdict == ("As of October 2025, **18,788** active participants are recorded. Against the district target 2025, **30,165 people** "
                              "(28.30% of the employed population), **11,377 people** are still missing.")
    assert spoken.meta == "13.01 · Solok branch · as of October 2025 (13 months ago)"


def test_no_figure_at_all(reader, english) -> None:
    atlas = make_atlas(coverage=(PRESS,), targets=(RPJMN,))
    view = build_standing(atlas, ViewState(), "13.02", reader)
    assert view.verdict == "Belum ada angka cakupan seluruh pekerja untuk Kabupaten Bukit sampai Desember 2025."
    assert (view.gauge.value, view.gauge.ticks, view.headline, view.notes) == (None, (), "", ())
    assert build_standing(atlas, ViewState(), "13.02", english).verdict == "There is no coverage figure of all workers for Kabupaten Bukit up to December 2025."


def test_above_100_per_cent_is_shown_whole_and_warned_of(reader) -> None:
    fact = make_coverage("13.71", "2024-03", "105", basis="bpjs_potential")
    view = build_standing(make_atlas(coverage=(fact,), targets=(RPJMN,)), ViewState(), "13.71", replace(reader, per=Month(2024, 3)))
    assert "105\u00a0%" in view.verdict
    assert "Tidak sebanding" in view.verdict
    assert view.gauge.axis == pytest.approx(115.5)
    assert (view.gauge.fill, view.gauge.value, view.gauge.ticks) == ("c6", 105.0, ())
    assert any("bukan berarti semua pekerja terlindungi" in w for w in view.warnings)


def test_without_a_known_base_the_words_say_which_figure_to_ask_for(reader) -> None:
    fact = make_coverage("13.01", "2025-08", "33.51", basis="unknown")
    view = build_standing(make_atlas(coverage=(fact,), targets=(make_target("13.01", "51.4", basis="unknown"),)), ViewState(), "13.01", reader)
    assert view.verdict == ("Diberitakan **33,51\u00a0%** per Agustus 2025 (dasar belum jelas). Tidak sebanding dengan target daerah 2025 (51,4\u00a0%): dasar penyebut "
                            "belum jelas. Mintalah jumlah peserta aktif dan penyebutnya kepada kantor cabang.")
    assert (view.headline, view.detail) == ("", "")


def test_beyond_the_target_is_a_surplus(reader) -> None:
    fact = make_coverage("13.01", "2025-10", "50.00", active=500, denominator=1_000)
    view = build_standing(make_atlas(coverage=(fact,), targets=(make_target("13.01"),)), ViewState(), "13.01", reader)
    assert view.verdict.endswith("sudah terlampaui sebanyak **217 orang**.")
    assert (view.headline, view.detail) == ("Lebih 21,70\u00a0poin", "Lebih 217 orang")


def test_stale_undated_and_disputed_are_said(reader) -> None:
    old = make_coverage("13.01", "2021", "13.30", precision="year", disputed=True)
    undated = make_coverage("13.02", "", "21", precision="unknown")
    atlas = make_atlas(coverage=(old, undated, make_coverage("13.71", "2025-12")))
    assert [w for w in build_standing(atlas, ViewState(), "13.01", reader).warnings if "usang" in w or "dipersengketakan" in w].__len__() == 2
    assert "Tanggal angka ini tidak disebut" in build_standing(atlas, ViewState(), "13.02", reader).warnings[0]


def test_every_number_opens_its_source(reader) -> None:
    view = build_standing(make_atlas(coverage=(BASE, PRESS), targets=(make_target("13.01"),)), ViewState(), "13.01", reader)
    assert {note.sources[0].publisher for note in view.notes} == {"Warta"}
    lines = " ".join(line for note in view.notes for line in note.lines)
    assert "Penyebut: 61.794 orang, disebut “potensi tenaga kerja”." in lines
    assert "Dasar B: potensi pekerja menurut BPJS Ketenagakerjaan. Alasan bacaan." in lines
    assert Decimal("30.40") == PRESS.pct_printed
