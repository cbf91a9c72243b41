"""The room Sumber on the real seeds, in both languages."""

from __future__ import annotations

import pytest

from petaucj.share.downloads import downloads
from petaucj.ui.memory import atlas, catalogue
from petaucj.views.state import SECTIONS
from tests.app.conftest import all_text


def _words(app) -> str:
    """Return the words of the page and of its tables, without the marks that keep Markdown quiet."""
    tables = "\n".join(str(cell) for table in app.table for row in table.value.itertuples(index=False) for cell in row)
    return f"{all_text(app)}\n{tables}".replace("\\", "").replace("\u00a0", " ")


@pytest.mark.parametrize("district", ["13.11", "13.05", "Zzz", ""])
@pytest.mark.parametrize("section", [*SECTIONS, "xyz"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_section_opens(open_room, language: str, section: str, district: str) -> None:
    app = open_room("sumber", bahasa=language, bagian=section, daerah=district)
    assert len(app.warning) == (section == "xyz") + (district == "Zzz")


@pytest.mark.parametrize(("language", "sentence"), [("id", "{count} sumber. Keterpercayaan:"), ("en", "{count} sources. Trust:")])
def test_every_source_is_on_some_page(open_room, language: str, sentence: str) -> None:
    count = len(atlas().sources)
    first = _words(open_room("sumber", bahasa=language))
    assert sentence.format(count=count) in first
    pages = [_words(open_room("sumber", halaman=str(page))) for page in range(1, -(-count // 25) + 1)]
    assert all(any(f"]({source.url})" in page.replace("](<", "](").replace(">)", ")") for page in pages) for source in atlas().sources.values())


def test_printed_against_recomputed_of_the_seeds(open_room) -> None:
    text = _words(open_room("sumber", bagian="pertentangan"))
    for told in ("16.950 ÷ 19.042 = 89,01 %", "19.885 ÷ 170.744 = 11,65 %", "18.226 (18.129–18.324)", "149.511 (149.456–149.567)"):
        assert told in text
    assert "Oktober 2025: 18.788 dari 61.794 (B), tercetak 30,40 %" in text and "(berganti)" in text
    assert "10.977 dari 28.102" in text and "14.208 dari 18.319" in text and "18.338 dari 31.706" in text
    assert "7.764 × 11 × Rp16.800 = Rp1.434.787.200" in text and "tepat" in text


def test_every_written_conflict_stands_there(open_room) -> None:
    text = _words(open_room("sumber", bagian="pertentangan", bahasa="en"))
    assert all(conflict.summary.en in text for conflict in atlas().conflicts)


def test_ages_of_all_districts(open_room) -> None:
    app = open_room("sumber", bagian="umur", per="2025-12")
    (table,) = app.table
    assert len(table.value) == 19
    text = _words(app)
    assert "30,40 % (B)" in text and "Oktober 2025 (tanggal data)" in text and "13 bulan" in text


def test_methods_are_worked_out_on_the_seeds(open_room) -> None:
    text = _words(open_room("sumber", bagian="metode"))
    assert "18.788 peserta (Oktober 2025) ÷ 106.590 (penduduk bekerja (BPS), September 2024) = 17,63 %" in text
    assert "masih kurang 11.377 orang" in text and "Rp16.800 per orang per bulan" in text
    assert "BPJS Kesehatan (JKN, UHC) adalah program lain" in text


def test_downloads_are_linked_with_their_sizes(open_room) -> None:
    text = _words(open_room("sumber", bagian="unduh"))
    for name, make in downloads(catalogue(), atlas()).items():
        assert f"/data/{name}>)" in text, name
        assert make().body
    assert "Badan Informasi Geospasial" in text


def test_section_district_and_page_write_the_address(open_room) -> None:
    app = open_room("sumber", halaman="3")
    app.button_group(key="pilih-halaman").set_value(2).run()
    assert dict(app.query_params)["halaman"] == "2"
    app.selectbox(key="pilih-daerah").set_value("13.11").run()
    assert dict(app.query_params) == {"daerah": "13.11"}
    app.button_group(key="pilih-bagian").set_value("pertentangan").run()
    assert dict(app.query_params) == {"daerah": "13.11", "bagian": "pertentangan"}
    assert not app.exception


def test_a_page_that_is_not_there_is_said(open_room) -> None:
    assert "Halaman 90 tidak ada pada daftar ini" in _words(open_room("sumber", halaman="90"))
    assert len(open_room("sumber", halaman="100").warning) == 1
