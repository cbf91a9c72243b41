"""Open data of one place: what is known by its month, with documents, rights and hashes; nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import subprocess
import sys
from dataclasses import replace

import pytest

from petaucj.data.bilingual import Bilingual
from petaucj.data.dictionary import ColumnMeaning
from petaucj.data.notices import BoundaryRights
from petaucj.domain.atlas import Atlas
from petaucj.domain.month import Month
from petaucj.share.artefact import Artefact
from petaucj.share.handout_data import COVERAGE, FUNDING, write_data
from petaucj.share.metadata_file import SOURCE_FIELDS
from petaucj.views.handout import build_handout
from petaucj.views.stamp import build_stamp
from tests.conftest import make_coverage, make_district, make_funding, make_source
from tests.occasions import EVIL, make_golden_atlas, make_occasion

RIGHTS = BoundaryRights(("Batas: Badan Contoh (Lisensi Contoh)",), {"LICENSE.txt": "Izin"}, "asal@1")
MEANING = ColumnMeaning(Bilingual("orang", "people"), Bilingual("", ""), Bilingual("arti", "meaning"))
DICTIONARY = {"coverage": dict.fromkeys(COVERAGE, MEANING), "funding": dict.fromkeys(FUNDING, MEANING), "sources": dict.fromkeys(SOURCE_FIELDS, MEANING)}


def _files(code: str = "13.11", atlas: Atlas | None = None, per: Month | None = None, url: str = "") -> dict[str, bytes]:
    occasion = make_occasion(code, "id", atlas, url)
    occasion = replace(occasion, reader=replace(occasion.reader, per=per)) if per else occasion
    codes = (code,) if code else tuple(d.code for d in occasion.atlas.districts)
    stamp = build_stamp(occasion)
    made = write_data(stamp, tuple(build_handout(occasion.of(one)) for one in codes), occasion.atlas, DICTIONARY, RIGHTS)
    assert all(isinstance(held, Artefact) and held.media_type for held in made)
    return {held.name: held.body for held in made}


def _rows(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8"))))


def test_the_five_files_bear_the_name_of_place_and_month() -> None:
    assert list(_files()) == [f"ucj-13.11-2025-10{end}" for end in ("-angka.csv", "-pendanaan.csv", "-sumber.csv", ".geojson", "-metadata.json")]
    assert all(name.startswith("ucj-sumbar-2025-10") for name in _files(""))


def test_figures_keep_what_was_printed() -> None:
    row = _rows(_files()["ucj-13.11-2025-10-angka.csv"])[0]
    assert (row["kemendagri_code"], row["district"], row["as_of"], row["as_of_precision"], row["coverage_pct_printed"], row["active_participants"], row["denominator"],
            row["basis"], row["usable"], row["disputed"], row["source_ids"]) == (
        "13.11", "Kabupaten Contoh", "2025-10", "month", "30.40", "18788", "61794", "bpjs_potential", "yes", "no", "s1")
    paid = _rows(_files()["ucj-13.11-2025-10-pendanaan.csv"])
    assert [(row["workers"], row["cover_start"], row["cover_end"], row["contribution_idr"]) for row in paid] == [
        ("2800", "2025-07", "2025-12", ""), ("9650", "2025-11", "2025-12", "")]


def test_a_later_figure_is_left_out_and_an_undated_one_too() -> None:
    held = make_golden_atlas()
    atlas = replace(held, coverage=(*held.coverage, make_coverage("13.11", "", "50", "unknown", fact_key="k8")))
    early = _files(per=Month(2024, 12), atlas=atlas)
    assert [row["fact_key"] for row in _rows(early["ucj-13.11-2024-12-angka.csv"])] == ["k2"]
    figures = json.loads(early["ucj-13.11-2024-12.geojson"])["features"][0]["properties"]
    assert figures["bpjs_potential_pct"] is None
    now = _files(atlas=atlas)
    assert [(row["fact_key"], row["as_of"]) for row in _rows(now["ucj-13.11-2025-10-angka.csv"])] == [("k1", "2025-10"), ("k2", "2024-09"), ("k8", "")]
    assert json.loads(now["ucj-13.11-2025-10.geojson"])["features"][0]["properties"]["bpjs_potential_pct"] == 30.4


def test_the_boundaries_are_those_of_the_place() -> None:
    def codes(body: bytes) -> list[str]:
        return [f["properties"]["kemendagri_code"] for f in json.loads(body)["features"]]

    one = json.loads(_files()["ucj-13.11-2025-10.geojson"])
    assert codes(_files()["ucj-13.11-2025-10.geojson"]) == ["13.11"]
    assert one["features"][0]["geometry"]["type"] in ("Polygon", "MultiPolygon")
    assert one["metadata"]["as_of"] == "2025-10"
    assert one["metadata"]["attribution"] == list(RIGHTS.attribution)
    assert "bbox" not in one
    assert sorted(codes(_files("")["ucj-sumbar-2025-10.geojson"])) == ["13.06", "13.11", "13.73"]


def test_the_province_tells_its_own_figures_first() -> None:
    held = make_golden_atlas()
    atlas = replace(held, coverage=(*held.coverage, make_coverage("13", pct="24.62", fact_key="k13")))
    assert [row["kemendagri_code"] for row in _rows(_files("", atlas)["ucj-sumbar-2025-10-angka.csv"])] == ["13", "13.11", "13.11", "13.73"]
    assert "k13" not in _files("13.11", atlas)["ucj-13.11-2025-10-angka.csv"].decode()


def test_metadata_tell_stamp_columns_rights_sources_and_hashes() -> None:
    files = _files(url="https://ucj.contoh.go.id")
    told = json.loads(files.pop("ucj-13.11-2025-10-metadata.json"))
    assert (told["place"], told["kemendagri_code"], told["as_of"], told["made_on"], told["release"]) == (
        "Kabupaten Contoh", "13.11", "2025-10", "2026-11-21", {"date": "2026-11-21", "hash": "abc"})
    assert told["address"] == "https://ucj.contoh.go.id/daerah?daerah=13.11&per=2025-10"
    assert any("A = penduduk bekerja" in line for line in told["stamp"])
    assert told["rights"]["boundaries"] == {"attribution": list(RIGHTS.attribution), "origin": "asal@1", "licences": {"LICENSE.txt": "Izin"}}
    assert {held["name"]: (held["bytes"], held["sha256"]) for held in told["files"]} == {
        name: (len(body), hashlib.sha256(body).hexdigest()) for name, body in files.items()}
    for held in (h for h in told["files"] if h["name"].endswith(".csv")):
        assert [column["name"] for column in held["columns"]] == files[held["name"]].decode("utf-8").splitlines()[0].split(",")
        assert all(column["meaning"]["id"] and column["meaning"]["en"] for column in held["columns"])
        assert held["rows"] == len(_rows(files[held["name"]]))
    assert [source["source_id"] for source in told["sources"]] == [row["source_id"] for row in _rows(files["ucj-13.11-2025-10-sumber.csv"])] == ["s1"]


def test_columns_of_ours_are_explained_without_the_dictionary() -> None:
    occasion = make_occasion()
    made = write_data(build_stamp(occasion), (build_handout(occasion),), occasion.atlas,
                      {name: {key: held for key, held in columns.items() if key not in ("source_ids", "conflict_ids", "usable", "disputed")}
                       for name, columns in DICTIONARY.items()}, RIGHTS)
    told = json.loads(made[-1].body)["files"][0]["columns"]
    assert next(column for column in told if column["name"] == "usable")["meaning"]["en"].startswith("yes where")


@pytest.mark.parametrize("evil", ["=cmd()|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "  =1", "＝1"])
def test_nothing_from_data_is_a_formula(evil: str) -> None:
    held = make_golden_atlas()
    bad = make_funding("13.11", "csr", 5, group=Bilingual(evil, evil), fact_key=evil)
    fact = replace(held.coverage[0], denominator_wording=evil, fact_key=evil)
    atlas = replace(held, districts=(make_district("13.11", evil), *held.districts[1:]), sources={"s1": replace(make_source(), publisher=evil, title=evil, url=evil)},
                    funding=(*held.funding, bad), coverage=(fact, *held.coverage[1:]))
    for name, body in _files(atlas=atlas).items():
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(body.decode("utf-8"), newline="")) for cell in row]
            assert any(evil in cell for cell in cells)
            assert not [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝")) and cell not in ("-", "+")], name
        else:
            json.loads(body)


def test_hostile_words_stay_words_in_json() -> None:
    atlas = make_golden_atlas(districts=(make_district("13.11", EVIL),), release_hash=EVIL)
    files = _files(atlas=atlas)
    assert json.loads(files["ucj-13.11-2025-10-metadata.json"])["place"] == EVIL
    assert json.loads(files["ucj-13.11-2025-10.geojson"])["features"][0]["properties"]["name"] == EVIL


def test_two_processes_make_the_same_bytes() -> None:
    code = "import hashlib; from tests.share.test_handout_data import _files; print(hashlib.sha256(b''.join(_files('').values())).hexdigest())"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    assert other == hashlib.sha256(b"".join(_files("").values())).hexdigest()
