"""The room Rencana on the real seeds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from petaucj.domain.month import Month
from tests.app.conftest import all_text

EDITED = ("x28_30.bekerja.daerah.2025~h2027-06~m2027-01~k18788.2025-10~d106590.bekerja.2024-09~g2_8~tapbd.6000.2027-01.12.dianggarkan"
          "~oapbd..1500000000")


def _words(app) -> str:
    """Return the words of the page as a reader sees them, without the marks that keep Markdown quiet."""
    return all_text(app).replace("\\", "")


@pytest.mark.parametrize(("language", "verdict", "money"), [
    ("id", "pembayaran untuk 2.800 orang berakhir lebih dulu, jadi sampai Desember 2027 kurang **14.177 orang**", "Rp2.858.083.200"),
    ("en", "payment for 2,800 people ends before then, so **14,177 people** are missing by December 2027", "Rp2,858,083,200"),
])
def test_a_good_district(open_room, language: str, verdict: str, money: str) -> None:
    text = _words(open_room("rencana", daerah="13.11", per="2025-10", bahasa=language))
    assert verdict in text
    assert money in text
    assert ("selisih sederhana 11.377 orang" if language == "id" else "simple difference 11,377 people") in text


@pytest.mark.parametrize(("district", "says"), [
    ("13.01", "jumlah penduduk bekerja sebagai penyebut target 32,20"), ("13.12", "dasar penyebut target 51,4\u00a0% belum jelas"),
    ("13.10", "Tidak sebanding"), ("13.71", "Tanyakan keduanya")])
def test_a_district_without_a_figure_says_which_to_ask_for(open_room, district: str, says: str) -> None:
    text = _words(open_room("rencana", daerah=district))
    assert says in text
    assert "None" not in text


def test_all_districts_when_none_is_chosen(open_room) -> None:
    text = _words(open_room("rencana"))
    assert "Semua daerah, rencana awal sampai Desember 2027" in text
    assert "| Kabupaten Solok Selatan | 14.177 | 11.377 | Rp2,86 miliar | Des 2025 (sudah lewat) |" in text


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("district", ["13.05", "13.09", "13.73", "13.74", "13.77", "99.99"])
def test_every_kind_of_district_opens(open_room, district: str, language: str) -> None:
    app = open_room("rencana", daerah=district, bahasa=language, a=EDITED if district == "13.73" else "")
    assert bool(app.warning) is (district == "99.99")


def test_an_edited_plan_is_read_from_the_address_and_stands_beside_the_others(open_room) -> None:
    text = _words(open_room("rencana", daerah="13.11", per="2025-10", a=EDITED, skenario="a"))
    assert "sampai Juni 2027" in text
    assert "| Hasil | Skenario A | Skenario B | Skenario C |" in text


def test_a_plan_that_cannot_be_read_gets_a_notice_and_the_first_plan(open_room) -> None:
    app = open_room("rencana", daerah="13.11", per="2025-10", a="zzz")
    assert "Rencana pada alamat tidak dapat dibaca (“zzz”)" in _words(app)
    assert "**14.177 orang**" in _words(app)


def test_a_plan_that_cannot_be_computed_says_why_and_shows_no_number(open_room) -> None:
    app = open_room("rencana", daerah="13.11", per="2025-10", a="h2027-12~m2027-01~g99~tapbd.5.2027-01.99.rencana")
    said = "\n".join(error.value for error in app.error).replace("\\", "")
    assert "Skenario A pada alamat tidak dapat dipakai" in said
    assert "“99” tidak dapat dipakai" in said
    assert "Belum terdanai" not in _words(app)


def test_sliders_move_the_address(open_room) -> None:
    app = open_room("rencana", daerah="13.11", per="2025-10")
    app.select_slider(key="rencana-tumbuh").set_value(Decimal("2.8")).run()
    assert not app.exception
    assert "~g2_8~" in app.query_params["a"] and app.query_params["daerah"] == "13.11"
    assert "32." in _words(app)
    app.select_slider(key="rencana-tenggat").set_value(Month(2028, 6)).run()
    assert "~h2028-06~m2028-01~" in app.query_params["a"]


def test_a_scenario_is_copied_and_cleared(open_room) -> None:
    app = open_room("rencana", daerah="13.11", per="2025-10", a=EDITED)
    app.button(key="salin-b").click().run()
    # The scenario on the page stays, so that a second click does the same again.
    assert app.query_params["b"] == EDITED and "skenario" not in app.query_params
    app.button(key="kosongkan").click().run()
    assert "a" not in app.query_params and app.query_params["b"] == EDITED


def test_another_district_begins_with_its_own_plan(open_room) -> None:
    app = open_room("rencana", daerah="13.11", per="2025-10", a=EDITED)
    app.selectbox(key="pilih-daerah").set_value("13.73").run()
    assert "a" not in app.query_params
    assert "Rencana Kota Sawahlunto" in _words(app)
    assert "Skenario untuk Kabupaten Solok Selatan ditinggalkan" in app.info[0].value.replace("\\", "")


def test_the_district_page_leads_here(open_room) -> None:
    app = open_room("daerah", daerah="13.11")
    assert not app.exception


@pytest.mark.parametrize("word", ["k5.", "k18788.~d106590.bekerja.2024-09~x28_30.bekerja", "k9999999.2025-10~d9999999.bekerja.2024-09~x90.bekerja",
                                  "k0.2025-10~d1.potensi.2025-10~x100.potensi", "x51_4.tidak-diketahui~k100.2025-10~d1000.bekerja.2025-10"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_half_known_and_extreme_figures_never_break_the_page(open_room, word: str, language: str) -> None:
    app = open_room("rencana", daerah="13.11", bahasa=language, a=f"h2027-12~m2027-01~{word}")
    assert ("Titik awal" if language == "id" else "Starting point") in _words(app)


def test_the_same_money_fills_three_scenarios(open_room) -> None:
    app = open_room("rencana", daerah="13.11", per="2025-10")
    app.button(key="banding-luas").click().run()
    assert not app.exception
    words = [app.query_params[letter] for letter in "abc"]
    assert ["tapbd.14177.2027-01.12.skenario" in words[0], "tapbd.28354.2027-07.6.skenario" in words[1], "tapbd.56708.2027-10.3.skenario" in words[2]] == [True] * 3
    assert "memakai APBD kabupaten/kota 2027 yang sama" in _words(app) or "sama dengan A" in _words(app)


def test_another_target_moves_an_edited_plan(open_room) -> None:
    app = open_room("rencana", daerah="13.11", per="2025-10", a=EDITED)
    app.selectbox(key="rencana-target").set_value("rpjmn").run()
    assert not app.exception
    assert app.query_params["a"].startswith("x43_92.bekerja.rpjmn.2029~")
