"""Open data: safe cells, the same bytes each time, metadata inside."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import make_atlas, make_coverage, make_district, make_source
from tests.domain.test_conflicts import make_catalogue
from petaucj.data.bilingual import Bilingual
from petaucj.data.dictionary import ColumnMeaning
from petaucj.data.notices import BoundaryRights
from petaucj.data.schemas import TABLES
from petaucj.share.csv_files import write_csv
from petaucj.share.downloads import ARCHIVE, TABLE_ORDER, downloads
from petaucj.share.geojson_file import write_geojson
from petaucj.share.metadata_file import write_metadata
from petaucj.share.safe_cells import safe_cell
from petaucj.text.words import words_in

RIGHTS = BoundaryRights(("Batas wilayah: contoh.",), MappingProxyType({"LICENSE-x.txt": "MIT"}), "example.org@1")


@pytest.mark.parametrize("text", [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "\nx", "|calc", "%0A", "  =1", "＝1", "-", "+62 812", '=HYPERLINK("x")', "-1.2.3",
])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "18788", "-5", "+5", "30.40", "-0.5", "13.10", "Rp16.800", "a=b", "n=5", "'x", "13.11|2025-10|all|30.40", "–"])
def test_plain_numbers_and_words_stay_as_they_are(text: str) -> None:
    assert safe_cell(text) == text


@given(st.text())
def test_no_cell_starts_a_formula(text: str) -> None:
    safe = safe_cell(text)
    assert not safe.lstrip(" ").startswith(("=", "@", "|", "%", "\t", "\r", "\n")) and safe.removeprefix("'").endswith(text.removeprefix("'"))


def test_csv_keeps_decimals_codes_empty_cells_and_line_breaks() -> None:
    catalogue = make_catalogue(
        coverage=[{"record_id": "a", "kemendagri_code": "13.10", "coverage_pct_printed": "30.40", "active_participants": "18788",
                   "note_id": 'Ada "kutip",\nbaris dua'}],
        districts=[{"kemendagri_code": "13.10", "branch_verified": "yes", "name": "=1+1"}])
    (row,) = csv.DictReader(io.StringIO(write_csv(catalogue["coverage"]).decode()))
    assert (row["kemendagri_code"], row["coverage_pct_printed"], row["active_participants"], row["denominator"]) == ("13.10", "30.40", "18788", "")
    assert row["note_id"] == 'Ada "kutip",\nbaris dua'
    (district,) = csv.DictReader(io.StringIO(write_csv(catalogue["districts"]).decode()))
    assert (district["branch_verified"], district["name"]) == ("yes", "'=1+1")


def test_every_table_is_offered_and_has_words_in_both_languages() -> None:
    assert set(TABLE_ORDER) == set(TABLES)
    assert all(words_in(language).has(f"sumber.table.{table}") for language in ("id", "en") for table in TABLES)


def test_metadata_tell_release_rights_columns_and_sources() -> None:
    catalogue = make_catalogue(sources=[{"source_id": "s1", "publisher": "Warta", "url": "https://example.org", "licence": "facts_only"}],
                               coverage=[{"record_id": "a"}, {"record_id": "b"}])
    word = Bilingual("kunci", "key")
    told = json.loads(write_metadata(catalogue, {"coverage.csv": b"abc", "districts.geojson": b"{}"},
                                     {"coverage": {"record_id": ColumnMeaning(word, word, word)}}, RIGHTS))
    assert told["release"] == {"number": 1, "date": "2026-11-21", "hash": "abc"}
    assert told["rights"]["boundaries"] == {"attribution": ["Batas wilayah: contoh."], "origin": "example.org@1", "licence_files": ["LICENSE-x.txt"]}
    table, shapes = told["files"]
    assert (table["name"], table["rows"], table["bytes"]) == ("coverage.csv", 2, 3)
    assert table["columns"][0] == {"name": "record_id", **dict.fromkeys(("unit", "values", "meaning"), {"id": "kunci", "en": "key"})}
    assert "rows" not in shapes and shapes["description"]["id"].startswith("batas 19 kabupaten/kota")
    assert told["sources"][0]["publisher"] == "Warta"
    assert "BPJS Kesehatan" in told["description"]["id"]


def _boundaries(*codes: str) -> bytes:
    features = [{"type": "Feature", "properties": {"kemendagri_code": code, "label_lon": 100.0, "label_lat": -1.0},
                 "geometry": {"type": "Point", "coordinates": [100.0, -1.0]}} for code in codes]
    return json.dumps({"type": "FeatureCollection", "bbox": [0, 0, 1, 1], "features": features}).encode()


def test_geojson_carries_names_both_codes_and_the_newest_figure_of_each_basis() -> None:
    atlas = make_atlas(districts=(make_district("13.10", "Kabupaten Awan", bps_code="1311"), make_district("13.02", "Kabupaten Bukit")), coverage=(
        make_coverage("13.10", "2024-09", "16.97"),
        make_coverage("13.10", "2025-10", "30.40", active=18_788, denominator=61_794, basis="bpjs_potential"),
        make_coverage("13.10", "2023-01", "9"),
    ))
    held = json.loads(write_geojson(atlas, _boundaries("13.10", "13.02"), RIGHTS))
    first, second = (feature["properties"] for feature in held["features"])
    assert (first["kemendagri_code"], first["bps_code"], first["name"]) == ("13.10", "1311", "Kabupaten Awan")
    assert (first["bpjs_potential_pct"], first["bpjs_potential_pct_printed"], first["bpjs_potential_as_of"]) == (30.4, "30.40", "2025-10")
    assert (first["bps_employed_pct_printed"], first["bps_employed_source_url"]) == ("16.97", "https://example.org/berita")
    assert second["bps_employed_pct"] is None and set(first) == set(second)
    assert held["metadata"]["release"] == {"number": 1, "date": "2026-11-21", "hash": "abc"}
    assert held["metadata"]["attribution"] == ["Batas wilayah: contoh."] and held["metadata"]["licences"] == {"LICENSE-x.txt": "MIT"}


def test_an_undated_figure_has_no_date_in_the_geojson() -> None:
    atlas = make_atlas(coverage=(make_coverage("13.01", "", "26.98", "unknown"), make_coverage("13.02")))
    (first,) = json.loads(write_geojson(atlas, _boundaries("13.01"), RIGHTS))["features"]
    assert (first["properties"]["bps_employed_as_of"], first["properties"]["bps_employed_as_of_precision"]) == (None, "unknown")


def test_files_are_made_once_and_the_same_data_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    from petaucj.share import downloads as module
    shapes = replace(module.assets()[module.BOUNDARIES], body=_boundaries("13.01"))
    monkeypatch.setattr(module, "assets", lambda: {module.BOUNDARIES: shapes})
    atlas = make_atlas(coverage=(make_coverage("13.01"),), sources=MappingProxyType({"s1": make_source()}))
    one, two = ({name: make() for name, make in downloads(make_catalogue(coverage=[{"record_id": "a"}]), atlas).items()} for _ in range(2))
    assert {name: file.body for name, file in one.items()} == {name: file.body for name, file in two.items()}
    assert all(file.name == name and file.body for name, file in one.items())
    catalogue = make_catalogue()
    assert downloads(catalogue, atlas)["sources.csv"]() is downloads(catalogue, atlas)["sources.csv"]()
    archive = zipfile.ZipFile(io.BytesIO(one[ARCHIVE].body))
    assert {"README.txt", "metadata.json", "districts.geojson", *(f"{table}.csv" for table in TABLES)} <= set(archive.namelist())
    assert any(name.startswith("LICENSE") for name in archive.namelist())
    assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 11, 21)}


def test_decimals_are_never_written_as_powers() -> None:
    catalogue = make_catalogue(rates=[{"rate_id": "r", "ratio": "0.0000001"}])
    assert catalogue["rates"]["ratio"].iloc[0] == Decimal("0.0000001")
    assert b"0.0000001" in write_csv(catalogue["rates"])
