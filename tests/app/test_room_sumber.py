"""The room Sumber on the real seeds, in both languages."""

from __future__ import annotations

import pytest

from petaucj.share.downloads import downloads
from petaucj.text.words import words_in
from petaucj.ui.memory import atlas, catalogue
from petaucj.views.state import SECTIONS
from tests.app.conftest import all_text


def _words(app) -> str:
    """Return the words of the page and of its tables, without the marks that keep Markdown quiet."""
    tables = "\n".join(str(cell) for table in app.table for row in table.value.itertuples(index=False) for cell in row)
    return f"{all_text(app)}\n{tables}".replace("\\", "").replace("\u00a0", " ")


# Only the first three sections look at the district: one well known, one without any figure, one that is nonsense.
VIEWS = [*((section, district) for section in SECTIONS[:3] for district in ("13.11", "13.05", "Zzz")),
         *((section, "") for section in (*SECTIONS[3:], "xyz"))]


@pytest.mark.parametrize(("section", "district"), VIEWS)
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_section_opens(open_room, language: str, section: str, district: str) -> None:
    app = open_room("sumber", bahasa=language, bagian=section, daerah=district)
    assert len(app.warning) == (section == "xyz") + (district == "Zzz")


@pytest.mark.parametrize(("language", "sentence"), [("id", "{count} sumber. Keterpercayaan:"), ("en", "{count} sources. Trust:")])
def test_sources_are_counted(open_room, language: str, sentence: str) -> None:
    assert sentence.format(count=len(atlas().sources)) in _words(open_room("sumber", bahasa=language))


def test_every_source_is_on_some_page(open_room) -> None:
    text = "".join(all_text(open_room("sumber", halaman=str(page))) for page in range(1, -(-len(atlas().sources) // 25) + 1))
    assert [source.url for source in atlas().sources.values() if f"](<{source.url}>)" not in text] == []


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


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_key_of_the_seeds_has_words(language: str) -> None:
    words, tables = words_in(language), catalogue()
    groups = (("segment", "segment"), ("programme", "programme"), ("sector", "sector"), ("payer", "payer_class"),
              ("verification", "verification"), ("rates", "kind"))
    keys = {f"methods.{group}.{key}" for group, column in groups for key in tables["rates"][column]}
    keys |= {f"sumber.rights.{key}" for key in tables["sources"]["licence"]} | {f"sumber.kind.{key}" for key in tables["conflicts"]["kind"]}
    keys |= {f"sumber.contribution.{key}" for key in tables["funding"]["contribution_kind"] if key}
    assert [key for key in sorted(keys) if not words.has(key)] == []
