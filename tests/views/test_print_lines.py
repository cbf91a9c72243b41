"""What only paper says: room, choices, release, day, address."""

from __future__ import annotations

from datetime import date

import pytest

from petaucj.domain.month import Month
from petaucj.domain.prefill import first_plan
from petaucj.views.phrases import Reader
from petaucj.views.print_lines import build_print_lines
from petaucj.views.state import ViewState
from tests.conftest import make_atlas, make_coverage, make_target
from tests.plans import make_book

ATLAS = make_atlas(coverage=(make_coverage("13.01"),), targets=(make_target("13.01"),))
DAY = date(2026, 11, 21)
HERE = "https://peta.example.go.id/daerah?daerah=13.01"


def _head(room: str, reader: Reader, **chosen: object) -> str:
    return build_print_lines(ATLAS, room, ViewState(**chosen), reader, DAY, HERE).head


def test_each_room_says_what_its_controls_stand_at(reader: Reader) -> None:
    assert _head("peta", reader) == "Peta · Indikator: Cakupan UCJ · Dasar penyebut: Seperti diterbitkan · Per bulan: Desember 2025 · Daerah: semua daerah"
    assert _head("peta", reader, indikator="kesenjangan", banding=Month(2024, 12), daerah="13.01") == (
        "Peta · Indikator: Kesenjangan · Target: RPJMN · Per bulan: Desember 2025 · Bandingkan dengan: Desember 2024 · Daerah: Kabupaten Awan")
    assert "Per bulan: Juni 2027" in _head("peta", reader, indikator="tertanggung", per=Month(2027, 6))
    assert "…" not in _head("peta", reader, indikator="tertanggung")
    assert _head("daerah", reader, daerah="13.01", target="daerah") == "Daerah · Daerah: Kabupaten Awan · Target: target daerah · Per bulan: Desember 2025"
    assert _head("pendanaan", reader, status="rencana", tahun=2024) == "Pendanaan · Status: rencana · Tahun: 2024 · Daerah: semua daerah"
    assert "Kelompok daerah: Awan, Kota Cahaya" in _head("banding", reader, kelompok="13.01,13.71")
    assert "Dasar penyebut: penduduk bekerja (BPS)" in _head("banding", reader, basis="bekerja")
    assert _head("sumber", reader, bagian="metode") == "Sumber · Bagian: Cara hitung"
    assert _head("sumber", reader, bagian="umur").endswith("Daerah: semua daerah · Per bulan: Desember 2025")


def test_a_plan_says_deadline_growth_and_scenario(reader: Reader) -> None:
    plan = first_plan(ATLAS, make_book(), "13.01", None, Month(2025, 12), Month(2026, 11))
    told = build_print_lines(ATLAS, "rencana", ViewState(daerah="13.01", skenario="b"), reader, DAY, HERE, plan).head
    assert told.startswith("Rencana · Daerah: Kabupaten Awan · Sampai bulan: ") and told.endswith("Skenario: B")


def test_the_foot_names_release_day_and_the_public_address(reader: Reader) -> None:
    foot = build_print_lines(ATLAS, "daerah", ViewState(), reader, DAY, HERE).foot
    assert foot == ("Peta UCJ · Sumatera Barat · rilis data 1 (21 Nov 2026), abc · dicetak 21 November 2026", f"Tampilan ini: {HERE}")


@pytest.mark.parametrize("address", ["http://127.0.0.1:8501/daerah", "http://localhost:8501/peta", "", "javascript:alert(1)"])
def test_an_address_nobody_else_can_open_is_not_printed(reader: Reader, address: str) -> None:
    assert len(build_print_lines(ATLAS, "daerah", ViewState(), reader, DAY, address).foot) == 1


def test_english_paper_is_english(english: Reader) -> None:
    lines = build_print_lines(ATLAS, "daerah", ViewState(daerah="13.01", bahasa="en"), english, DAY, HERE)
    assert lines.head == "District · District: Kabupaten Awan · As of: December 2025"
    assert "printed 21 November 2026" in lines.foot[0]
