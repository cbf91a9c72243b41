"""The room Banding on the real seeds."""

from __future__ import annotations

import pytest

from tests.app.conftest import all_text


def _words(app) -> str:
    """Return the words of the page as a reader sees them, without the marks that keep Markdown quiet."""
    return all_text(app).replace("\\", "")


@pytest.mark.parametrize(("language", "rank", "pace"), [
    ("id", "Kabupaten Solok: peringkat 2 dari 2 yang sebanding; 17 belum sebanding.", "3.792 (11.377 orang dalam 3 bulan sampai Desember 2025"),
    ("en", "Kabupaten Solok: rank 2 of 2 comparable; 17 not comparable yet.", "3,792 (11,377 people in 3 months to December 2025"),
])
def test_rank_pace_and_total(open_room, language: str, rank: str, pace: str) -> None:
    text = _words(open_room("banding", basis="bekerja", daerah="13.02", bahasa=language))
    assert rank in text and pace in text


def test_as_published_there_is_no_rank_but_an_offer(open_room) -> None:
    app = open_room("banding")
    assert "Peringkat tidak dapat disusun dari angka seperti diterbitkan" in _words(app)
    app.button(key="pakai-bekerja").click().run()
    assert not app.exception
    assert "Peringkat A · penduduk bekerja" in _words(app)
    assert app.query_params["basis"] == "bekerja"


@pytest.mark.parametrize("query", [
    {"daerah": "13.11", "basis": "potensi"}, {"daerah": "13.05", "basis": "angkatan", "kelompok": "padang"}, {"daerah": "Zzz", "kelompok": "entah"},
    {"kelompok": "13.01,13.11", "basis": "bekerja", "target": "rpjmn"}, {"per": "2022-06", "basis": "potensi"}, {"target": "mou", "basis": "bekerja"},
])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_view_opens(open_room, query: dict, language: str) -> None:
    assert _words(open_room("banding", bahasa=language, **query))


def test_the_province_total_is_not_hidden_behind_a_mean(open_room) -> None:
    text = _words(open_room("banding", basis="bekerja"))
    assert "49.780 dari 258.670 orang, yaitu 19,24" in text and "mencakup 2 dari 19 kabupaten/kota" in text
    assert "Tercetak untuk provinsi: 24,62" in text and "tidak dapat dicocokkan karena baru 2 dari 19" in text


def test_an_own_group_is_written_as_codes_and_an_empty_one_means_all(open_room) -> None:
    app = open_room("banding", basis="bekerja", kelompok="padang")
    app.button_group(key="pilih-kelompok").set_value("sendiri").run()
    members = app.button_group(key="pilih-anggota")
    assert set(members.value) == {"13.01", "13.05", "13.09", "13.71", "13.77"}
    members.set_value(["13.73", "13.02"]).run()
    assert app.query_params["kelompok"] == "13.02,13.73"
    assert "Dari 2 daerah, 2 sebanding satu sama lain; 0 belum sebanding." in _words(app)
    app.button_group(key="pilih-anggota").set_value([]).run()
    assert not app.exception
    assert app.button_group(key="pilih-kelompok").value == "semua"
