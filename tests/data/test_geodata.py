"""The boundaries as shipped in ``geodata/``: complete, light, one coverage, in the right places, with their notices."""

from __future__ import annotations

import gzip
import hashlib
import json
import shlex
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely

GEODATA = Path(__file__).resolve().parents[2] / "geodata"
EQUAL_AREA = "+proj=laea +lat_0=-0.8 +lon_0=100.4 +datum=WGS84 +units=m"
CODES = [f"13.{number:02d}" for number in [*range(1, 13), *range(71, 78)]]
LIMITS = {"districts.geojson": 90_000, "context.geojson": 30_000}

# Places everybody knows, so that no mix-up of code systems can move a district unnoticed (lon, lat).
PLACES = {
    "13.01": ("Painan", 100.58, -1.35), "13.02": ("Alahan Panjang", 100.78, -1.08), "13.03": ("Muaro Sijunjung", 100.95, -0.69),
    "13.04": ("Batusangkar", 100.60, -0.455), "13.05": ("Lubuk Alung", 100.28, -0.68), "13.06": ("Lubuk Basung", 100.03, -0.32),
    "13.07": ("Sarilamak", 100.70, -0.15), "13.08": ("Lubuk Sikaping", 100.17, 0.14), "13.09": ("Siberut", 98.9, -1.4),
    "13.10": ("Pulau Punjung", 101.52, -0.97), "13.11": ("Padang Aro", 101.27, -1.55), "13.12": ("Simpang Ampek", 99.83, 0.08),
    "13.71": ("Padang", 100.40, -0.92), "13.72": ("Kota Solok", 100.65, -0.79), "13.73": ("Sawahlunto", 100.78, -0.67),
    "13.74": ("Padang Panjang", 100.40, -0.47), "13.75": ("Jam Gadang", 100.3695, -0.3051), "13.76": ("Payakumbuh", 100.63, -0.22),
    "13.77": ("Pariaman", 100.13, -0.63),
}


def read(name: str) -> dict[str, Any]:
    return json.loads((GEODATA / name).read_bytes())


def shapes_of(name: str, key: str) -> gpd.GeoSeries:
    features = read(name)["features"]
    return gpd.GeoSeries([shapely.geometry.shape(f["geometry"]) for f in features], index=[f["properties"][key] for f in features], crs=4326)


@pytest.fixture(scope="module")
def districts() -> gpd.GeoSeries:
    return shapes_of("districts.geojson", "kemendagri_code")


@pytest.fixture(scope="module")
def provinces() -> gpd.GeoSeries:
    return shapes_of("context.geojson", "province_code")


@pytest.fixture(scope="module")
def record() -> dict[str, Any]:
    return read("boundaries.json")


def test_there_are_the_nineteen_districts(districts: gpd.GeoSeries) -> None:
    assert list(districts.index) == CODES


@pytest.mark.parametrize(("name", "properties"), [("districts.geojson", {"kemendagri_code", "label_lon", "label_lat"}),
                                                  ("context.geojson", {"province_code"})])
def test_the_files_hold_no_names_or_other_texts(name: str, properties: set[str]) -> None:
    for feature in read(name)["features"]:
        assert set(feature) == {"type", "properties", "bbox", "geometry"}
        assert set(feature["properties"]) == properties


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_the_files_are_light_and_are_those_of_the_record(name: str, record: dict[str, Any]) -> None:
    data = (GEODATA / name).read_bytes()
    assert len(gzip.compress(data, 9, mtime=0)) <= LIMITS[name]
    entry = next(entry for entry in record["outputs"] if entry["file"] == name)
    assert (entry["bytes"], entry["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


def test_the_districts_are_one_coverage_without_holes(districts: gpd.GeoSeries) -> None:
    assert districts.is_valid.all()
    assert shapely.coverage_is_valid(districts.to_numpy())
    land = shapely.coverage_union_all(districts.to_numpy())
    assert shapely.get_num_interior_rings(shapely.get_parts(land)).sum() == 0
    assert shapely.area(districts.to_numpy()).sum() == pytest.approx(land.area, abs=1e-9)


def test_cities_inside_one_district_share_their_whole_border(districts: gpd.GeoSeries) -> None:
    for city, around in [("13.75", "13.06"), ("13.76", "13.07")]:
        assert districts[around].boundary.covers(districts[city].boundary)


def test_rings_turn_as_rfc_7946_asks_and_boxes_fit(districts: gpd.GeoSeries) -> None:
    for feature, shape in zip(read("districts.geojson")["features"], districts, strict=True):
        assert feature["bbox"] == list(shape.bounds)
        for part in shapely.get_parts(shape):
            assert part.exterior.is_ccw and not any(ring.is_ccw for ring in part.interiors)


def test_each_label_point_lies_in_its_own_district_alone(districts: gpd.GeoSeries) -> None:
    for feature in read("districts.geojson")["features"]:
        properties = feature["properties"]
        inside = districts.index[districts.contains(shapely.Point(properties["label_lon"], properties["label_lat"]))]
        assert list(inside) == [properties["kemendagri_code"]]


@pytest.mark.parametrize("code", CODES)
def test_known_places_lie_in_their_district(code: str, districts: gpd.GeoSeries) -> None:
    name, lon, lat = PLACES[code]
    assert list(districts.index[districts.contains(shapely.Point(lon, lat))]) == [code], name


def test_areas_are_within_half_a_per_cent_of_the_official_ones(districts: gpd.GeoSeries, record: dict[str, Any]) -> None:
    measured = districts.to_crs(EQUAL_AREA).area / 1e6
    assert [entry["kemendagri_code"] for entry in record["districts"]] == CODES
    for entry in record["districts"]:
        assert abs(measured[entry["kemendagri_code"]] / entry["official_km2"] - 1) <= 0.005, entry
        assert measured[entry["kemendagri_code"]] == pytest.approx(entry["built_km2"], abs=0.001)
    assert sum(entry["official_km2"] for entry in record["districts"]) == pytest.approx(42107.674, abs=0.001)


def test_the_large_islands_are_there(districts: gpd.GeoSeries) -> None:
    parts = gpd.GeoSeries(list(shapely.get_parts(districts["13.09"])), crs=4326).to_crs(EQUAL_AREA).area / 1e6
    assert (parts > 500).sum() == 4  # Siberut, Sipora, Pagai Utara, Pagai Selatan
    assert len(parts) > 100


def test_the_neighbours_touch_the_districts_and_never_cover_them(districts: gpd.GeoSeries, provinces: gpd.GeoSeries) -> None:
    land = shapely.coverage_union_all(districts.to_numpy())
    assert {"12", "14", "15", "17"} <= set(provinces.index) and "13" not in provinces.index
    assert provinces.is_valid.all()
    assert provinces.intersection(land).to_crs(EQUAL_AREA).area.max() < 1.0  # square metres
    assert all(provinces[code].boundary.intersection(land.boundary).length > 0.2 for code in ("12", "14", "15", "17"))
    together = shapely.union_all([*provinces, land])
    slivers = [shapely.Polygon(ring) for part in shapely.get_parts(together) for ring in part.interiors]
    assert sum(sliver.area for sliver in slivers) < 1e-6


def test_the_licences_travel_with_the_data(record: dict[str, Any]) -> None:
    assert record["source"]["licences"] == ["LICENSE-cahyadsn-wilayah_boundaries.txt", "LICENSE-cahyadsn-wilayah.txt"]
    for name, year in zip(record["source"]["licences"], ("2024", "2017-2025"), strict=True):
        text = (GEODATA / name).read_text(encoding="utf-8")
        assert text.startswith("MIT License") and f"Copyright (c) {year} Cahya DSN" in text


def test_the_readme_tells_origin_attribution_and_command_in_both_languages(record: dict[str, Any]) -> None:
    readme = (GEODATA / "README.md").read_text(encoding="utf-8")
    indonesian, english = readme.split("# petaucj boundaries (English)")
    for line in record["source"]["attribution"]:
        assert line in indonesian and line in english
    assert any(line.startswith("Batas wilayah: Badan Informasi Geospasial (BIG)") for line in record["source"]["attribution"])
    assert "Danau tidak dipotong" in indonesian and "Lakes are not cut out" in english
    for part in (indonesian, english):
        words = shlex.split(part.split("```\n")[1].replace("\\\n", ""))
        assert words[:4] == ["petaucj", "boundaries", "build", record["inputs"][0]["file"]]
        assert words[words.index("--source-commit") + 1] == record["source"]["commit"]


def test_the_record_names_its_inputs_by_hash_and_no_folder_of_one_machine(record: dict[str, Any]) -> None:
    assert {entry["role"] for entry in record["inputs"]} == {"districts", "codes", "context"}
    assert all(len(entry["sha256"]) == 64 and "/" not in entry["file"] for entry in record["inputs"])
    assert record["source"]["url"] == "github.com/cahyadsn/wilayah_boundaries"
