"""The room Pendanaan on the real seeds."""

from __future__ import annotations

import pytest

from tests.app.conftest import all_text


def _words(app) -> str:
    """Return the words of the page as a reader sees them, without the marks that keep Markdown quiet."""
    return all_text(app).replace("\\", "")


@pytest.mark.parametrize(("language", "why", "statement"), [
    ("id", "Orang tidak pernah dijumlahkan antarbulan atau antartahun", "9.650 orang: pekerja rentan"),
    ("en", "People are never added across months or years", "9,650 people: vulnerable workers"),
])
def test_matrix_reason_and_statements(open_room, language: str, why: str, statement: str) -> None:
    text = _words(open_room("pendanaan", daerah="13.11", bahasa=language))
    assert why in text and statement in text
    assert "12.450" not in text and "12,450" not in text


@pytest.mark.parametrize("query", [
    {"daerah": "13.04"}, {"daerah": "Zzz"}, {"status": "rencana", "tahun": "2026"}, {"status": "kosong", "daerah": "13.12"},
    {"tahun": "2031"}, {"tahun": "9999"},
])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_view_opens(open_room, query: dict, language: str) -> None:
    assert _words(open_room("pendanaan", bahasa=language, **query))


def test_the_shares_of_the_fishers_add_up_to_the_province(open_room) -> None:
    text = _words(open_room("pendanaan", tahun="2024"))
    assert "Bagian 8 kabupaten/kota berjumlah 3.000, sama dengan angka provinsi" in text
    assert "892‡ (1)" in text


def test_a_district_without_statements_says_so(open_room) -> None:
    assert "Tidak ada pernyataan berstatus realisasi tentang Kota Padang untuk 2025." in _words(open_room("pendanaan", daerah="13.71"))


def test_year_status_and_district_write_the_address(open_room) -> None:
    app = open_room("pendanaan")
    app.button_group(key="pilih-tahun").set_value(2024).run()
    app.button_group(key="pilih-status").set_value("rencana").run()
    app.button_group(key="pilih-daerah").set_value("13.08").run()
    assert not app.exception
    assert {name: app.query_params[name] for name in ("tahun", "status", "daerah")} == {"tahun": "2024", "status": "rencana", "daerah": "13.08"}
    assert "Siapa membayar di mana: rencana, 2024" in _words(app) and "Kabupaten Pasaman: rencana, 2024" in _words(app)


def test_the_room_of_the_district_is_one_click_away_and_keeps_the_view(open_room) -> None:
    app = open_room("pendanaan", daerah="13.11", tahun="2024", bahasa="en")
    link = next(link for link in app.page_link if "Kabupaten Solok Selatan" in link.label)
    assert "daerah=13.11" in link.proto.query_string and "bahasa=en" in link.proto.query_string


def test_every_fund_is_explained(open_room) -> None:
    text = _words(open_room("pendanaan"))
    for words in ("PMK 91/2023", "Fatwa MUI 102/2025", "Boleh membayar untuk", "bukan uang publik"):
        assert words in text
