"""Peta and the hall, run as a script: language × district × indicator."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.app.conftest import all_text


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("district", ["13.11", "13.05", ""])
@pytest.mark.parametrize("indicator", ["cakupan", "kesenjangan", "peserta", "dibayar", "sumber-dana", "tertanggung"])
def test_every_indicator_for_a_good_a_missing_and_no_district(open_room: Callable, language: str, district: str, indicator: str) -> None:
    query = {"bahasa": language, "indikator": indicator} | ({"daerah": district} if district else {})
    text = all_text(open_room("peta", **query))
    assert ("Release 2" if language == "en" else "Rilis 2") in text
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
    assert not app.code, "what the two hold travels only once they are open"
    app.session_state["apa-itu"] = app.session_state["lapor"] = True
    app.run()
    assert "Universal Coverage Jamsostek" in all_text(app)
    (report,) = app.code
    assert "Kota Sawahlunto (13.73)" in report.value
    assert "105" in report.value
    assert "per=2024-03" in report.value


BEFORE = {
    "2024-12": "**18.092 orang**, dihitung dari catatan September 2024",
    "2025-06": "**15.988 orang**, dihitung mundur dari catatan Oktober 2025 (13 bulan lalu): 18.788 peserta aktif; 15,00",
    "2025-07": "**18.788 orang**, dihitung mundur dari catatan Oktober 2025",
}
SOLOK_SELATAN = {
    "2025-10": "**18.788 orang**, tercatat Oktober 2025 (13 bulan lalu); 17,63",
    "2025-11": "**28.438 orang**, dihitung dari catatan Oktober 2025 (13 bulan lalu): 18.788 peserta aktif; 26,68",
    "2025-12": "**28.438 orang**, dihitung dari catatan",
    "2026-01": "**15.988 orang**, dihitung dari catatan",
    "2028-01": "**15.988 orang**, perkiraan bila tidak diperpanjang, dari catatan Oktober 2025",
}


def _plain(text: str) -> str:
    return text.replace("\\", "")


@pytest.mark.parametrize("month", SOLOK_SELATAN)
def test_who_is_protected_in_solok_selatan_in_a_month(open_room: Callable, month: str) -> None:
    app = open_room("peta", daerah="13.11", indikator="tertanggung", per=month)
    text = _plain(all_text(app))
    assert SOLOK_SELATAN[month] in text
    # The verdict beside the map stays what it is at the last month that can be known.
    assert "masih kurang **11.377 orang**" in text
    assert not app.warning


@pytest.mark.parametrize("month", BEFORE)
def test_a_month_between_two_records_rests_on_the_nearer_one(open_room: Callable, month: str) -> None:
    assert BEFORE[month] in _plain(all_text(open_room("peta", daerah="13.11", indikator="tertanggung", per=month)))


def test_a_forecast_says_so_in_both_languages_and_the_slider_reaches_it(open_room: Callable) -> None:
    app = open_room("peta", daerah="13.11", indikator="tertanggung", per="2027-05")
    text = _plain(all_text(app))
    assert "Tertanggung pada bulan Mei 2027 (perkiraan)" in text
    assert "DBH Sawit 2.800 orang berakhir Des 2025, APBD kabupaten/kota 9.650 orang berakhir Des 2025; perpanjangan tidak diketahui." in text
    assert "Bagian lain halaman ini menunjukkan keadaan November 2026" in text
    (slider,) = app.select_slider
    assert (slider.label, str(slider.value), str(slider.options[-1])) == ("Per bulan (perkiraan)", "2027-05", "Nov 2028")
    english = _plain(all_text(open_room("peta", daerah="13.11", indikator="tertanggung", per="2027-05", bahasa="en")))
    assert "**15,988 people**, forecast if nothing is renewed, from the record of October 2025" in english


def test_a_month_too_far_ahead_and_a_forecast_of_another_indicator_get_a_notice(open_room: Callable) -> None:
    for query in ({"indikator": "tertanggung", "per": "2031-01"}, {"indikator": "tertanggung", "per": "2028-12"}, {"per": "2027-05"}, {"indikator": "tertanggung", "per": "x"}):
        (notice,) = open_room("peta", **query).warning
        assert query["per"] in notice.value.replace("\\", "")


def test_leaving_the_indicator_that_looks_ahead_comes_back_to_the_last_month(open_room: Callable) -> None:
    app = open_room("peta", indikator="tertanggung", per="2028-01", daerah="13.11")
    app.selectbox(key="pilih-indikator").select("cakupan").run()
    assert not app.exception
    assert app.query_params["per"] in ("2026-11", ["2026-11"])
    assert "indikator" not in app.query_params
    assert not app.warning


def test_the_future_month_breaks_no_other_room(open_room: Callable) -> None:
    for slug in ("daerah", "pendanaan", "banding", "sumber"):
        open_room(slug, indikator="tertanggung", per="2028-01", daerah="13.11")


def test_two_dates_with_a_forecast(open_room: Callable) -> None:
    text = _plain(all_text(open_room("peta", indikator="tertanggung", per="2028-01", banding="2025-11", daerah="13.11")))
    assert "**Tertanggung pada bulan November 2025**" in text
    assert "**Tertanggung pada bulan Januari 2028 (perkiraan)**" in text
    assert "**15.988 orang**, perkiraan" in text


def test_the_calendar_of_ends_stands_below_the_map_or_under_a_click(open_room: Callable) -> None:
    open_ = _plain(all_text(open_room("peta", indikator="tertanggung", per="2025-11")))
    assert "Dalam enam bulan sejak November 2025 berakhir 7 masa perlindungan di 3 daerah (realisasi 6 dan rencana 1)." in open_
    assert "tidak menyebut bulan akhir" in open_
    english = _plain(all_text(open_room("peta", indikator="tertanggung", per="2024-12", bahasa="en")))
    assert "In the six months from December 2024 3 periods of cover are known to end, in 3 districts (realised 3)." in english
    future = _plain(all_text(open_room("peta", indikator="tertanggung", per="2027-05")))
    assert "Dalam enam bulan sejak Mei 2027 tidak ada akhir masa perlindungan yang diketahui." in future
    app = open_room("peta", per="2025-11")
    assert "masa perlindungan di" not in all_text(app)
    assert "Perlindungan yang berakhir dalam enam bulan sejak November 2025" in [box.label for box in app.expander]


def test_a_district_without_a_dated_record_has_no_number(open_room: Callable) -> None:
    text = _plain(all_text(open_room("peta", indikator="tertanggung", daerah="13.05")))
    assert "belum ada catatan bertanggal." in text
    undated = _plain(all_text(open_room("peta", indikator="tertanggung", daerah="13.10", per="2026-11")))
    assert "tidak bertanggal; tidak dihitung." in undated
