"""The one page for a head of region and the booklet around it: short, true, nothing cut in the middle."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from petaucj.domain.month import Month
from petaucj.domain.plan import Tranche
from petaucj.views import brief as brief_module
from petaucj.views.brief import BriefView, build_brief
from petaucj.views.brief_booklet import build_booklet_cover
from petaucj.views.brief_sources import numeric_date, openable
from petaucj.views.brief_words import MOST_WORDS, words_in_texts
from petaucj.views.handout import build_handout
from petaucj.views.plan_address import encode
from petaucj.views.occasion import first_plan_of
from tests.conftest import make_funding, make_source
from tests.occasions import make_golden_atlas, make_occasion


def _brief(code: str = "13.11", language: str = "id", **more: object) -> BriefView:
    return build_brief(build_handout(make_occasion(code, language, **more)))


@pytest.mark.parametrize(("text", "count"), [
    ("Per Oktober 2025 tercatat 18.788 orang", 4), ("Rp2,86 miliar", 1), ("30,40 %", 0), ("A: potensi BPJS", 2), ("af55db6549 13.11", 0),
    ("https://ucj.contoh.go.id/daerah?per=2025-12 ini", 1), ("APBD kabupaten/kota", 3), ("t.t. · n.d.", 0), ("", 0), ("non-ASN", 2), ("−12.450 orang", 1),
])
def test_a_word_is_a_run_of_letters(text: str, count: int) -> None:
    assert words_in_texts((text,)) == count


def test_the_golden_district_answers_a_head_of_region() -> None:
    view = _brief()
    assert view.stamp.place == "Kabupaten Contoh"
    assert view.meta == "Per Oktober 2025 · A: penduduk bekerja (BPS)"
    assert "**18.788**" in view.verdict and "**30.165 orang**" in view.verdict
    assert [n.value for n in view.numbers] == ["17,63\u00a0%", "14.177", "Rp2,86 miliar"]
    assert [(row.cells[0], row.cells[1], row.chosen) for row in view.paying.rows] == [
        ("DBH Sawit", "2.800", False), ("APBD kabupaten/kota", "9.650", False), ("Belum terdanai", "14.177", True)]
    assert [row.cells for row in view.options.rows] == [
        ("A: 12 bulan", "14.177", "75\u00a0% dari masanya"), ("B: 6 bulan", "28.354", "50\u00a0% dari masanya"), ("C: 3 bulan", "56.708", "tidak pernah")]
    assert [d.text for d in view.decisions] == ["Anggarkan Rp2,86 miliar setahun bagi 14.177 orang.", "Periksa perpanjangan 12.450 orang; bila berlanjut, tersisa 1.727.",
                                                "Tetapkan daftar penerima; padankan NIK."]
    assert (view.decisions_title, [d.due for d in view.decisions]) == (
        "Keputusan yang diminta", ["sebelum Januari 2027", "bulan ini", "sebelum Januari 2027"])
    assert view.assumption == "Anggapan: pembayaran berakhir tidak diperpanjang; target 2025 berlaku 2027; iuran terendah."
    assert view.gauge is None and view.blanks is None and view.projection.cliffs
    assert [s.text for s in view.sources] == ["Warta 6/10/2025"]


def test_the_same_page_in_english() -> None:
    view = _brief(language="en")
    assert [d.text for d in view.decisions] == ["Budget Rp2.86 billion a year for 14,177 people.", "Check renewal of 12,450 people; continued, 1,727 remain.",
                                                "Fix the recipient list; match NIK."]
    assert view.results in ((), ("No results published.",))
    assert view.foot[-1] == "No public address: no QR."


def test_a_district_without_figures_asks_for_them_on_lines_to_fill_in() -> None:
    view = _brief("13.06")
    assert [n.value for n in view.numbers] == ["–", "–", "–"]
    assert view.months_line == "Tidak ada proyeksi tanpa peserta aktif dan bulannya."
    assert [row.cells for row in view.blanks.rows] == [("Peserta aktif", "", "", ""), ("Penyebut target", "", "", ""), ("Orang yang dibayar", "", "", "")]
    assert view.gauge is None and view.paying is None and view.options is None
    assert (view.paying_note, view.options_line, view.rank) == ("Belum ada pembayaran yang diketahui.", "Menunggu jumlah uangnya.", "")


def test_above_a_hundred_per_cent_is_said_and_not_cut() -> None:
    view = _brief("13.73")
    assert view.numbers[0].value == "105,00\u00a0%"
    assert any("Di atas 100" in line for line in view.warnings)
    assert view.decisions[0].text.startswith("Pertahankan ")


def test_many_payments_are_counted_and_not_listed() -> None:
    many = tuple(make_funding("13.06", "csr", 100 + i, period_start="2025-01", period_end="2025-02") for i in range(8))
    view = _brief("13.06", atlas=make_golden_atlas(funding=many))
    assert len(view.paying.rows) == 5
    assert view.paying_note == "Pembayaran lain: 3."
    assert view.beside.startswith("Tanpa bulan: csr 100 (2025);") and view.beside.endswith("dan 5 lainnya.")


def test_a_page_too_full_loses_whole_sentences_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _brief()
    count = words_in_texts(whole.texts)
    seen = []
    for most in range(count, 60, -1):
        monkeypatch.setattr(brief_module, "MOST_WORDS", most)
        view = _brief()
        assert set(view.texts) <= set(whole.texts)
        seen.append((bool(view.results), bool(view.months_line), bool(view.assumption)))
    assert list(dict.fromkeys(seen)) == [(True, True, True), (False, True, True), (False, False, True), (False, False, False)]
    assert (whole.verdict, whole.numbers, whole.decisions, whole.sources) == (view.verdict, view.numbers, view.decisions, view.sources)


def test_edited_scenarios_stand_on_it_and_it_stays_short() -> None:
    first = first_plan_of(make_occasion())
    other = first.with_(tranches=(*first.tranches, Tranche("district_budget", 5000, Month(2027, 1), 12, commitment="planned")))
    view = _brief(b=encode(other, first), skenario="b", public_url="https://ucj.contoh.go.id")
    assert len(view.stamp.address) > 120
    assert view.foot[-1] == "Tampilan ini lewat kode QR: ucj.contoh.go.id"
    assert len(view.options.columns) >= 3
    assert any("5.000" in cell for row in view.paying.rows for cell in row.cells)
    assert words_in_texts(view.texts) <= MOST_WORDS


@pytest.mark.parametrize(("url", "kept"), [("https://example.org/a", True), ("http://example.org", True), ("javascript:alert(1)", False), ("file:///etc/passwd", False),
                                           ("", False), ("http://[bad", False), ("https:", False), ("mailto:a@b.c", False)])
def test_only_web_addresses_may_be_opened(url: str, kept: bool) -> None:
    assert openable(url) == (url if kept else "")
    atlas = make_golden_atlas(sources=MappingProxyType({"s1": replace(make_source(), url=url)}))
    assert [s.url for s in _brief(atlas=atlas).sources] == [url if kept else ""]


def test_dates_of_documents_stand_in_figures() -> None:
    assert [numeric_date(iso) for iso in ("2025-10-06", "2025-10", "2025", "")] == ["6/10/2025", "10/2025", "2025", ""]
    atlas = make_golden_atlas(sources=MappingProxyType({"s1": replace(make_source(), published_on="", event_date="")}))
    assert [s.text for s in _brief(atlas=atlas).sources] == ["Warta t.t."]


def test_the_cover_lists_every_district_and_every_document_once() -> None:
    cover = build_booklet_cover(make_occasion(""))
    assert cover.codes == ("13.11", "13.06", "13.73")
    assert [row.cells for row in cover.contents.rows] == [("Contoh", "30,40 B", "Okt 2025", "14.177 A", ""), ("Kosong", "–", "–", "–", ""),
                                                          ("Kota Penuh", "105,00 A", "Sep 2025", "0 A", "")]
    assert [(d.number, d.source_id, d.used) for d in cover.documents] == [(1, "s1", "dipakai semua daerah")]
    assert cover.documents[0].text == "Judul, 6 Oktober 2025"
    assert cover.title == "UCJ Sumatera Barat"
    assert build_booklet_cover(make_occasion("13.11")) == cover
