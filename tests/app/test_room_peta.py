"""Peta and the hall, run as a script: language × district × indicator."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.app.conftest import all_text


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("district", ["13.11", "13.05", ""])
@pytest.mark.parametrize("indicator", ["cakupan", "kesenjangan", "peserta", "dibayar", "sumber-dana"])
def test_every_indicator_for_a_good_a_missing_and_no_district(open_room: Callable, language: str, district: str, indicator: str) -> None:
    query = {"bahasa": language, "indikator": indicator} | ({"daerah": district} if district else {})
    text = all_text(open_room("peta", **query))
    assert ("Release 1" if language == "en" else "Rilis 1") in text
    if district == "13.11":
        # The map of gaps speaks of RPJMN, the others of the district's own target.
        short, needed = ("15.481", "34.269") if indicator == "kesenjangan" else ("11.377", "30.165")
        assert short in text or short.replace(".", ",") in text
        assert needed in text or needed.replace(".", ",") in text


def test_the_verdict_of_solok_selatan_in_both_languages(open_room: Callable) -> None:
    indonesian = all_text(open_room("peta", daerah="13.11"))
    assert "Per Oktober 2025 tercatat **18.788** peserta aktif." in indonesian
    assert "masih kurang **11.377 orang**" in indonesian
    assert "61.794" in indonesian
    english = all_text(open_room("peta", daerah="13.11", bahasa="en"))
    assert "**11,377 people** are still missing" in english


def test_nonsense_gets_a_notice_and_the_page_still_stands(open_room: Callable) -> None:
    app = open_room("peta", daerah="Solok", per="kapan", indikator="x", basis="y", bahasa="zz")
    notices = [warning.value for warning in app.warning]
    assert len(notices) == 5
    assert any("Kabupaten Solok" in n and "Kota Solok" in n and "Solok Selatan" in n for n in notices)


def test_two_dates_on_one_basis_and_as_published(open_room: Callable) -> None:
    assert "tidak dapat diperkurangkan" in all_text(open_room("peta", banding="2022-12"))
    assert "dua angka yang sebanding" in all_text(open_room("peta", banding="2022-12", basis="potensi", per="2024-12"))


def test_padang_1310_is_recognised_as_a_bps_code(open_room: Callable) -> None:
    (notice,) = open_room("peta", daerah="1310").warning
    assert "Solok Selatan" in notice.value
    assert "Dharmasraya" not in notice.value


def test_the_two_questions_stand_on_the_page(open_room: Callable) -> None:
    app = open_room("peta", daerah="13.73", per="2024-03")
    assert "Universal Coverage Jamsostek" in all_text(app)
    (report,) = app.code
    assert "Kota Sawahlunto (13.73)" in report.value
    assert "105" in report.value
    assert "per=2024-03" in report.value
