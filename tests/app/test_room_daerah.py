"""Daerah, run as a script: all 19 districts, both languages, no district, nonsense, and the figures that must read right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from petaucj.ui.memory import atlas
from tests.app.conftest import all_text

CODES = [district.code for district in atlas().districts]
HEADS = {"id": ("Tren cakupan", "Iuran dan manfaat", "Yang belum terlindungi", "Langkah daerah"),
         "en": ("Trend of coverage", "Contributions and benefits", "Not yet protected", "Steps of the district")}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("code", CODES)
def test_every_district_gives_a_whole_page(open_room: Callable, language: str, code: str) -> None:
    text = all_text(open_room("daerah", daerah=code, bahasa=language))
    assert atlas().district_by_code[code].name in text
    for head in HEADS[language]:
        assert head in text


@pytest.mark.parametrize(("language", "title"), [("id", "Pilih kabupaten/kota"), ("en", "Choose a district")])
def test_without_a_district_the_room_asks_for_one_and_lists_all(open_room: Callable, language: str, title: str) -> None:
    app = open_room("daerah", bahasa=language)
    assert title in all_text(app)
    pills = [group for group in app.button_group if group.key.startswith("pil-")]
    assert sum(len(group.options) for group in pills) == 19


def test_picking_a_district_opens_it(open_room: Callable) -> None:
    app = open_room("daerah")
    next(group for group in app.button_group if group.key == "pil-1").set_value("13.73").run()
    assert not app.exception
    assert app.query_params["daerah"] == "13.73"
    assert "Kota Sawahlunto" in all_text(app)


@pytest.mark.parametrize("language", ["id", "en"])
def test_nonsense_gets_a_notice_and_the_page_still_asks(open_room: Callable, language: str) -> None:
    app = open_room("daerah", daerah="Solok", tahun="kapan", status="x", target="y", bahasa=language)
    assert len(app.warning) == 4
    assert HEADS[language][0] not in all_text(app)


def test_solok_selatan_reads_right(open_room: Callable) -> None:
    text = all_text(open_room("daerah", daerah="13.11"))
    assert "masih kurang **11.377 orang**" in text
    assert "18.788 dari 106.590 penduduk bekerja" in text
    assert "berubah \\+696 orang sejak September 2024 \\(18.092 → 18.788\\)" in text
    assert "| 1 | APBD kabupaten/kota | pekerja rentan | 9.650 | 2 bulan | 19.300 | – | Nov 2025 – Des 2025 | realisasi |" in text
    assert "bukan berarti tidak diperpanjang" in text
    assert "87.802 orang belum" in text
    english = all_text(open_room("daerah", daerah="13.11", bahasa="en"))
    assert "18,788 of 106,590 employed population" in english


def test_sijunjung_shows_contributions_against_benefits(open_room: Callable) -> None:
    text = all_text(open_room("daerah", daerah="13.03"))
    for words in ("Rp5,4 miliar", "Rp5,8 miliar", "119 kasus", "1,07", "antara 1,06 dan 1,09", "bukan imbal hasil"):
        assert words in text


def test_sawahlunto_above_one_hundred(open_room: Callable) -> None:
    text = all_text(open_room("daerah", daerah="13.73", per="2024-03"))
    assert "**105\u00a0%**" in text
    assert "Di atas 100\u00a0% bukan berarti semua pekerja terlindungi" in text or "Di atas 100 % bukan berarti semua pekerja terlindungi" in text
    assert "tidak ditampilkan; geser bulannya" in text


def test_pasaman_barat_invents_no_people_and_mentawai_speaks_of_vulnerable_workers_only(open_room: Callable) -> None:
    text = all_text(open_room("daerah", daerah="13.12"))
    assert "Tidak sebanding" in text
    assert "masih kurang" not in text
    assert "3.805" in text
    assert "hanya angka sebagian pekerja" in all_text(open_room("daerah", daerah="13.09"))


def test_savings_are_told_apart_in_pesisir_selatan(open_room: Callable) -> None:
    text = all_text(open_room("daerah", daerah="13.01"))
    assert "Rp40,18 miliar di antaranya tabungan hari tua; tanpa itu Rp6,06 miliar dalam 904 kasus" in text


def test_year_and_status_follow_the_address_and_write_it(open_room: Callable) -> None:
    app = open_room("daerah", daerah="13.11", tahun="2024", status="realisasi")
    assert "Siapa membayar\\: realisasi 2024" in all_text(app)
    next(group for group in app.button_group if group.key == "pilih-status").set_value("rencana").run()
    assert app.query_params["status"] == "rencana"
    assert "Siapa membayar\\: rencana 2024" in all_text(app)


def test_a_regime_this_district_lacks_is_replaced_openly(open_room: Callable) -> None:
    assert "Tidak ada target daerah yang diterbitkan untuk daerah ini" in all_text(open_room("daerah", daerah="13.02", target="daerah"))
