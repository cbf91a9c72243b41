"""The boundary build on a made-up province: two regencies, a city on their border, an island, an islet, two neighbours."""

from __future__ import annotations

import copy
import json
import math
import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pytest
import shapely
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import Polygon
from typer.testing import CliRunner

from petaucj.cli.boundaries import boundaries
from petaucj.data.boundary_build import BuildSettings, SourceRecord, build_boundaries
from petaucj.data.boundary_build.check_shapes import cover_faults, coverage_faults
from petaucj.data.boundary_build.simplify import drop_islets, simplify_districts
from petaucj.data.faults import DataFaults, Fault

EQUAL_AREA = "+proj=laea +lat_0=-0.8 +lon_0=100.4 +datum=WGS84 +units=m"
NAMES = {"99.01": "Kabupaten Barat", "99.02": "Kabupaten Timur", "99.71": "Kota Tengah"}
BPS = {"99.01": "9902", "99.02": "9901", "99.71": "9971"}  # 01 and 02 change places, as 10 and 11 do in West Sumatra

Features = list[dict[str, Any]]


def bend(points: np.ndarray, phase: float = 0.0) -> np.ndarray:
    """Make straight lines crooked; equal points stay equal, so neighbours keep sharing their lines."""
    x, y = points[:, 0], points[:, 1]
    return np.column_stack([x + 0.002 * np.sin(300 * y + phase), y + 0.002 * np.sin(300 * x + 2 * phase)]).round(6)


def crooked(corners: list[tuple[float, float]], phase: float = 0.0) -> Polygon:
    fine = shapely.transform(shapely.segmentize(Polygon(corners), 0.004), lambda xy: xy.round(6))
    return shapely.transform(fine, lambda xy: bend(xy, phase))


def made_up_shapes(phase: float = 0.0) -> dict[str, Any]:
    west = [(100, -1), (100.5, -1), (100.5, -0.55), (100.45, -0.55), (100.45, -0.45), (100.5, -0.45), (100.5, 0), (100, 0)]
    east = [(101, -1), (101, 0), (100.5, 0), (100.5, -0.45), (100.55, -0.45), (100.55, -0.55), (100.5, -0.55), (100.5, -1)]
    city = [(100.45, -0.55), (100.5, -0.55), (100.55, -0.55), (100.55, -0.45), (100.5, -0.45), (100.45, -0.45)]
    island, islet = shapely.box(99.7, -0.52, 99.72, -0.5), shapely.box(99.8, -0.5005, 99.8005, -0.5)
    return {"99.01": shapely.multipolygons([crooked(west, phase), island, islet]), "99.02": crooked(east, phase), "99.71": crooked(city, phase)}


def collection(shapes: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    features = [{"type": "Feature", "properties": {"kode": code, "nama": names.get(code, "")}, "geometry": shapely.geometry.mapping(shape)}
                for code, shape in shapes.items()]
    return json.loads(json.dumps({"type": "FeatureCollection", "features": features}))


def areas(shapes: dict[str, Any]) -> dict[str, float]:
    measured = gpd.GeoSeries(shapes, crs=4326).to_crs(EQUAL_AREA).area / 1e6
    return {code: round(float(size), 3) for code, size in measured.items()}


@dataclass
class World:
    """A folder with the three inputs; each test spoils one thing and builds."""

    folder: Path
    source: dict[str, Any]
    codes: list[dict[str, str]]
    context: dict[str, Any]

    @property
    def features(self) -> Features:
        return self.source["features"]

    def build(self, out: str = "out", context: bool = True, **options: Any) -> Path:
        self.folder.mkdir(exist_ok=True)
        (self.folder / "in.geojson").write_text(json.dumps(self.source), encoding="utf-8")
        (self.folder / "land.geojson").write_text(json.dumps(self.context), encoding="utf-8")
        lines = [",".join(self.codes[0])] + [",".join(row.values()) for row in self.codes]
        (self.folder / "codes.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        build_boundaries(self.folder / "in.geojson", self.folder / "codes.csv", self.folder / "land.geojson" if context else None,
                         self.folder / out, **options)
        return self.folder / out

    def faults(self, **options: Any) -> list[Fault]:
        with pytest.raises(DataFaults) as caught:
            self.build(**options)
        assert not (self.folder / "out").exists(), "a refused build must write nothing"
        return caught.value.faults


@pytest.fixture
def world(tmp_path: Path) -> World:
    shapes = made_up_shapes()
    codes = [{"kemendagri_code": code, "bps_code": BPS[code], "name": NAMES[code], "type": NAMES[code].split()[0],
              "area_km2_big_2024": f"{size:.3f}", "code_differs": "no" if code == "99.71" else "yes"}
             for code, size in areas(shapes).items()]
    north = Polygon([(99.9, 0), (101, 0), (102, 0), (102, 0.8), (99.9, 0.8)])
    east = Polygon([(101, 0), (101, -1.2), (102, -1.2), (102, 0)])
    land = {"98.01": north, "97.01": east, "99.01": shapely.box(100, -1, 101, 0)}
    return World(tmp_path / "w", collection(shapes, NAMES), codes, collection(land, {}))


def found(faults: list[Fault], rule: str, **fields: str) -> bool:
    """Tell whether one fault has this text in its rule and exactly these other fields."""
    return any(rule in fault.rule and all(getattr(fault, key) == value for key, value in fields.items()) for fault in faults)


def shapes_of(path: Path, key: str = "kemendagri_code") -> gpd.GeoSeries:
    features = json.loads(path.read_bytes())["features"]
    return gpd.GeoSeries([shapely.geometry.shape(f["geometry"]) for f in features], index=[f["properties"][key] for f in features], crs=4326)


# What comes out


def test_the_file_holds_the_code_the_label_point_and_nothing_else(world: World) -> None:
    built = json.loads((world.build() / "districts.geojson").read_bytes())
    assert [f["properties"]["kemendagri_code"] for f in built["features"]] == ["99.01", "99.02", "99.71"]
    for feature in built["features"]:
        assert set(feature["properties"]) == {"kemendagri_code", "label_lon", "label_lat"}
        shape = shapely.geometry.shape(feature["geometry"])
        assert shape.contains(shapely.Point(feature["properties"]["label_lon"], feature["properties"]["label_lat"]))
        assert feature["bbox"] == list(shape.bounds)
        assert all(part.exterior.is_ccw for part in shapely.get_parts(shape))
    assert len(built["bbox"]) == 4


def test_neighbours_still_share_their_lines(world: World) -> None:
    before, after = gpd.GeoSeries(made_up_shapes(), crs=4326), shapes_of(world.build() / "districts.geojson")
    assert shapely.coverage_is_valid(after.to_numpy())
    for one, two in [("99.01", "99.02"), ("99.01", "99.71"), ("99.02", "99.71")]:
        shared = after[one].boundary.intersection(after[two].boundary)
        assert shared.length == pytest.approx(before[one].boundary.intersection(before[two].boundary).length, rel=0.35)
        assert set(map(tuple, shapely.get_coordinates(shared))) <= set(map(tuple, shapely.get_coordinates(after[one])))
    assert shapely.get_num_coordinates(after.to_numpy()).sum() < 0.6 * shapely.get_num_coordinates(before.to_numpy()).sum()


def test_small_cities_keep_finer_lines_than_the_rest(world: World) -> None:
    fine = shapes_of(world.build() / "districts.geojson")
    coarse = shapes_of(world.build("coarse", settings=BuildSettings(small_district_km2=0.0)) / "districts.geojson")
    assert shapely.get_num_coordinates(fine["99.71"]) > 1.5 * shapely.get_num_coordinates(coarse["99.71"])
    everything = shapes_of(world.build("fine", settings=BuildSettings(small_district_km2=1e9)) / "districts.geojson")
    assert shapely.get_num_coordinates(everything["99.02"]) > 1.5 * shapely.get_num_coordinates(fine["99.02"])


def test_islands_stay_and_islets_are_counted(world: World) -> None:
    out = world.build()
    assert shapely.get_num_geometries(shapes_of(out / "districts.geojson")["99.01"]) == 2
    record = json.loads((out / "boundaries.json").read_bytes())
    assert [district["dropped_islets"] for district in record["districts"]] == [1, 0, 0]


def test_the_largest_part_and_parts_that_touch_a_neighbour_are_no_islets() -> None:
    exclave, main = shapely.box(101, 0.5, 101.0001, 0.5001), shapely.box(102, 0, 103, 1)
    around = Polygon([(100, 0), (101, 0), (101, 0.5), (101, 0.5001), (101, 1), (100, 1)])
    shapes = gpd.GeoSeries({"99.01": around, "99.02": shapely.multipolygons([main, exclave]), "99.03": shapely.box(104, 0, 104.0001, 0.0001)},
                           crs=4326)
    kept = drop_islets(shapes, 0.01)
    assert list(shapely.get_num_geometries(kept.to_numpy())) == [1, 2, 1]


def test_coordinates_are_rounded(world: World) -> None:
    for decimals in (4, 5):
        built = shapes_of(world.build(f"d{decimals}", settings=BuildSettings(decimals=decimals)) / "districts.geojson")
        points = shapely.get_coordinates(built.to_numpy())
        assert (points == points.round(decimals)).all()


def test_two_builds_give_the_same_bytes(world: World) -> None:
    one, two = world.build("one"), world.build("two")
    assert {path.name for path in one.iterdir()} == {path.name for path in two.iterdir()}
    assert all(path.read_bytes() == (two / path.name).read_bytes() for path in one.iterdir())


def test_the_order_of_the_source_does_not_matter(world: World) -> None:
    one = (world.build("one") / "districts.geojson").read_bytes()
    world.features.reverse()
    world.features[-1]["geometry"]["coordinates"].reverse()
    assert (world.build("two") / "districts.geojson").read_bytes() == one


def test_the_record_tells_what_went_in_and_what_came_out(world: World) -> None:
    out = world.build(source=SourceRecord("example.org/x", "abc", (), ("Batas: contoh.",)))
    record = json.loads((out / "boundaries.json").read_bytes())
    assert [entry["role"] for entry in record["inputs"]] == ["districts", "codes", "context"]
    assert all(re.fullmatch("[0-9a-f]{64}", entry["sha256"]) for entry in record["inputs"])
    assert record["source"]["commit"] == "abc" and record["source"]["attribution"] == ["Batas: contoh."]
    assert {entry["file"]: entry["bytes"] for entry in record["outputs"]} == {
        name: (out / name).stat().st_size for name in ("context.geojson", "districts.geojson")}
    assert all(abs(district["difference_pct"]) <= 0.5 for district in record["districts"])


@settings(max_examples=12, deadline=None)
@given(phase=st.floats(0, 6.28), coarse=st.floats(0.0006, 0.01))
def test_any_crooked_coverage_stays_a_coverage(phase: float, coarse: float) -> None:
    shapes = gpd.GeoSeries(made_up_shapes(phase), crs=4326)
    official = (shapes.to_crs(EQUAL_AREA).area / 1e6).round(3)
    built = simplify_districts(shapes, official, BuildSettings(tolerance_deg=coarse, decimals=5))
    assert coverage_faults(built, "x", 0.0) == []
    assert built.is_valid.all()


# The neighbours


def test_neighbours_meet_the_districts_without_overlap_or_sliver(world: World) -> None:
    out = world.build()
    provinces, districts = shapes_of(out / "context.geojson", "province_code"), shapes_of(out / "districts.geojson")
    land = shapely.union_all(districts.to_numpy())
    assert list(provinces.index) == ["97", "98"]
    assert provinces.is_valid.all()
    assert shapely.area(provinces.intersection(land).to_numpy()).max() < 1e-12
    together = shapely.union_all([*provinces, land])
    assert sum(Polygon(ring).area for part in shapely.get_parts(together) for ring in part.interiors) < 1e-6
    assert all(provinces[code].boundary.intersection(land.boundary).length > 0.9 for code in provinces.index)
    assert provinces.total_bounds[2] <= land.bounds[2] + 1.2 + 1e-4
    features = json.loads((out / "context.geojson").read_bytes())["features"]
    assert all(set(feature["properties"]) == {"province_code"} for feature in features)


def test_without_a_context_file_there_are_no_neighbours(world: World) -> None:
    out = world.build(context=False)
    assert not (out / "context.geojson").exists()
    assert json.loads((out / "boundaries.json").read_bytes())["neighbours"] == []


def test_overlapping_neighbours_are_refused(world: World) -> None:
    world.context["features"][0]["geometry"] = shapely.geometry.mapping(shapely.box(99.9, -0.3, 102, 0.8))
    assert found(world.faults(), "wilayah tetangga bertindih", file="land.geojson")


def test_a_province_over_a_district_is_refused() -> None:
    districts, provinces = gpd.GeoSeries({"99.01": shapely.box(100, 0, 101, 1)}, crs=4326), gpd.GeoSeries({"98": shapely.box(100.9, 0, 102, 1)}, crs=4326)
    assert found(cover_faults(provinces, districts, "context.geojson"), "provinsi tetangga menutupi", row="98")
    assert cover_faults(gpd.GeoSeries({"98": shapely.box(101, 0, 102, 1)}, crs=4326), districts, "context.geojson") == []


# Keys


def test_a_bps_code_in_place_of_the_kemendagri_code_is_named_as_such(world: World) -> None:
    world.features[0]["properties"]["kode"], world.features[1]["properties"]["kode"] = "99.02", "99.01"
    faults = world.faults()
    assert found(faults, "ini kode BPS untuk Kabupaten Barat", row="fitur 1", value="99.02")
    assert found(faults, "ini kode BPS untuk Kabupaten Timur", row="fitur 2", value="99.01")
    assert any("Pakai kode Kemendagri 99.01" in fault.remedy for fault in faults)


def test_a_bps_code_without_its_dot_is_named_as_such(world: World) -> None:
    world.features[0]["properties"]["kode"] = "9902"
    assert found(world.faults(), "ini kode BPS untuk Kabupaten Barat", row="fitur 1")


@pytest.mark.parametrize("code", ["9971", "99.1", "99.010", "99,01", "٩٩.٠١"])
def test_a_code_must_look_like_a_kemendagri_code(world: World, code: str) -> None:
    world.features[2]["properties"]["kode"] = code
    assert found(world.faults(), "dua angka, titik, dua angka", value=code)


def test_a_code_written_as_a_number_is_refused(world: World) -> None:
    world.features[0]["properties"]["kode"] = 99.01
    assert found(world.faults(), "bukan angka", row="fitur 1", column="kode", value="99.01")


@pytest.mark.parametrize("name", ["Kota Barat", "Barat", "Kabupaten Utara"])
def test_code_and_name_must_agree(world: World, name: str) -> None:
    world.features[0]["properties"]["nama"] = name
    assert found(world.faults(), "kode dan nama tidak cocok", row="99.01", value=name)


def test_capitals_and_spaces_in_a_name_do_not_matter(world: World) -> None:
    world.features[0]["properties"]["nama"] = " KABUPATEN  barat "
    world.build()


def test_a_missing_district_is_named(world: World) -> None:
    del world.features[1]
    assert found(world.faults(), "Kabupaten Timur tidak ada", row="99.02")


def test_an_extra_district_is_named(world: World) -> None:
    extra = copy.deepcopy(world.features[0])
    extra["properties"] = {"kode": "99.09", "nama": "Kabupaten Lain"}
    extra["geometry"] = shapely.geometry.mapping(shapely.box(103, 0, 103.1, 0.1))
    world.features.append(extra)
    assert found(world.faults(), "tidak ada di tabel kode", row="99.09")


def test_a_district_given_twice_is_named(world: World) -> None:
    world.features.append(copy.deepcopy(world.features[2]))
    assert found(world.faults(), "muncul 2 kali", row="99.71")


def test_other_fields_can_be_named(world: World) -> None:
    for feature in world.features:
        feature["properties"] = {"KODE": feature["properties"]["kode"], "NAMA": feature["properties"]["nama"]}
    assert found(world.faults(), "kolom tidak ada", column="kode")
    world.build(context=False, code_field="KODE", name_field="NAMA")


# The code table


@pytest.mark.parametrize(("column", "value", "rule"), [
    ("kemendagri_code", "99.1", "dua angka, titik, dua angka"),
    ("bps_code", "99.02", "empat angka tanpa titik"),
    ("name", "Kota Barat", "diawali jenisnya"),
    ("kemendagri_code", "99.72", "71 ke atas hanya untuk kota"),
    ("code_differs", "no", "tidak cocok dengan kedua kode"),
    ("area_km2_big_2024", "6.045,676", "luas resmi"),
    ("area_km2_big_2024", "0", "luas resmi"),
    ("bps_code", "9971", "tidak boleh kembar"),
    ("name", "Kabupaten Timur", "tidak boleh kembar"),
])
def test_the_code_table_is_checked_too(world: World, column: str, value: str, rule: str) -> None:
    world.codes[0][column] = value if "," not in value else f'"{value}"'
    assert found(world.faults(), rule, file="codes.csv")


def test_a_code_given_twice_in_the_table_is_refused(world: World) -> None:
    world.codes.append(dict(world.codes[0]))
    assert found(world.faults(), "tidak boleh kembar", row="5", column="kemendagri_code")


def test_a_table_without_official_areas_is_refused(world: World) -> None:
    for row in world.codes:
        del row["area_km2_big_2024"]
    assert found(world.faults(), "kolom wajib tidak ada", column="area_km2_big_2024")


# Shapes


def move(feature: dict[str, Any], change: Callable[[np.ndarray], np.ndarray]) -> None:
    moved = shapely.transform(shapely.geometry.shape(feature["geometry"]), change)
    feature["geometry"] = shapely.geometry.mapping(moved)


def test_another_declared_crs_is_refused(world: World) -> None:
    world.source["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32747"}}
    assert found(world.faults(), "harus WGS84", column="crs")


def test_wgs84_may_be_declared(world: World) -> None:
    world.source["crs"] = {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}}
    world.build()


def test_metres_are_refused(world: World) -> None:
    for feature in world.features:
        move(feature, lambda xy: xy * 111_000)
    assert found(world.faults(), "koordinat di luar Indonesia", row="99.71")


def test_swapped_axes_are_named_as_such(world: World) -> None:
    move(world.features[0], lambda xy: xy[:, ::-1])
    assert found(world.faults(), "bujur dan lintang tertukar", row="99.01")


def test_an_invalid_shape_is_reported_with_what_a_repair_would_do(world: World) -> None:
    bow_tie = Polygon([(100, -1), (101, 0), (101, -1), (100, 0)])
    world.features[0]["geometry"] = shapely.geometry.mapping(bow_tie)
    faults = world.faults()
    assert found(faults, "bentuk tidak sah", row="99.01")
    assert any("make_valid akan memberi" in fault.remedy for fault in faults)


def test_an_overlap_is_named_with_both_districts_and_its_size(world: World) -> None:
    world.features[2]["geometry"] = shapely.geometry.mapping(shapely.geometry.shape(world.features[2]["geometry"]).buffer(0.0002))
    faults = world.faults()
    assert found(faults, "bertindih", row="99.01 dan 99.71")
    assert found(faults, "bertindih", row="99.02 dan 99.71")
    assert sum("bertindih" in fault.rule for fault in faults) == 2
    assert any("km² di bujur" in fault.value for fault in faults)


def test_a_closed_gap_is_found_whatever_its_width(world: World) -> None:
    world.features[2]["geometry"] = shapely.geometry.mapping(shapely.geometry.shape(world.features[2]["geometry"]).buffer(-0.0002))
    assert found(world.faults(), "lubang yang tidak termasuk")


def test_a_district_drawn_on_top_of_another_is_an_overlap() -> None:
    shapes = gpd.GeoSeries({"99.01": shapely.box(100, 0, 101, 1), "99.71": shapely.box(100.4, 0.4, 100.6, 0.6)}, crs=4326)
    faults = coverage_faults(shapes, "x", 0.0)
    assert len(faults) == 1 and found(faults, "bertindih", row="99.01 dan 99.71")


def test_an_open_hairline_gap_is_found(world: World) -> None:
    shapes = gpd.GeoSeries({"99.01": shapely.box(100, 0, 101, 1), "99.02": shapely.box(100, 1.00003, 101, 2)}, crs=4326)
    assert {fault.row for fault in coverage_faults(shapes, "x", 0.00005) if "ada celah" in fault.rule} == {"99.01", "99.02"}
    world.source, world.codes = collection(dict(shapes), NAMES), world.codes[:2]
    assert found(world.faults(), "ada celah", row="99.01")


def test_neighbours_with_different_corners_on_their_line_are_refused() -> None:
    shapes = gpd.GeoSeries({"99.01": shapely.box(100, 0, 101, 1), "99.02": Polygon([(101, 0), (102, 0), (102, 1), (101, 1), (101, 0.5)])}, crs=4326)
    assert found(coverage_faults(shapes, "x", 0.0), "garis batas tidak sama")


def test_an_area_half_a_per_cent_off_is_refused(world: World) -> None:
    row = next(row for row in world.codes if row["kemendagri_code"] == "99.71")
    true = float(row["area_km2_big_2024"])
    row["area_km2_big_2024"] = f"{true * 1.0045:.3f}"
    world.build("good")
    row["area_km2_big_2024"] = f"{true * 1.0055:.3f}"
    assert found(world.faults(), "luas resmi", file="in.geojson", row="99.71")


def test_simplification_that_costs_too_much_area_is_refused(world: World) -> None:
    settings_ = BuildSettings(tolerance_deg=0.2, fine_tolerance_deg=0.2)
    assert found(world.faults(settings=settings_), "luas resmi", file="districts.geojson")


def test_rounding_that_breaks_the_coverage_is_refused(world: World) -> None:
    faults = world.faults(settings=BuildSettings(decimals=1))
    assert found(faults, "bentuk tidak sah", file="districts.geojson")
    assert all("desimal" in fault.remedy for fault in faults)


def test_rounding_that_moves_an_island_onto_a_coast_is_refused(world: World) -> None:
    coast = shapely.box(100.0004, -1, 101, 0)
    shapes = {"99.01": coast, "99.02": shapely.box(99.9, -0.6, 99.9996, -0.4)}
    world.source, world.codes = collection(shapes, NAMES), world.codes[:2]
    for row in world.codes:
        row["area_km2_big_2024"] = f"{areas(shapes)[row['kemendagri_code']]:.3f}"
    world.build("good", settings=BuildSettings(decimals=4))
    faults = world.faults(settings=BuildSettings(decimals=3))
    assert found(faults, "garis batas tidak sama", file="districts.geojson")
    assert all("desimal" in fault.remedy for fault in faults)


def test_a_label_point_outside_its_district_is_refused(world: World) -> None:
    needle = shapely.box(100, -1, 100.00001, 0)
    world.source = collection({"99.71": needle}, NAMES)
    world.codes = [world.codes[2] | {"area_km2_big_2024": f"{areas({'99.71': needle})['99.71']:.3f}"}]
    faults = world.faults(settings=BuildSettings(decimals=5, max_area_difference_pct=5.0))
    assert found(faults, "titik label di luar", row="99.71")


@pytest.mark.parametrize(("limit", "file"), [("max_districts_gzip_bytes", "districts.geojson"), ("max_context_gzip_bytes", "context.geojson")])
def test_files_too_large_for_a_telephone_are_refused(world: World, limit: str, file: str) -> None:
    assert found(world.faults(settings=BuildSettings(**{limit: 100})), "terlalu besar untuk telepon", file=file)


# Files that are not what they should be


@pytest.mark.parametrize(("geometry", "rule"), [
    (None, "bentuk tidak terbaca"),
    ({"type": "Polygon", "coordinates": [[[100, 0], ["x", 1], [1, 1]]]}, "bentuk tidak terbaca"),
    ({"type": "Point", "coordinates": [100, 0]}, "harus Polygon"),
    ({"type": "Polygon", "coordinates": []}, "harus Polygon"),
    ({"type": "Polygon", "coordinates": [[[100, 0], [math.nan, 1], [101, 1], [100, 0]]]}, "semua koordinat harus angka"),
])
def test_an_unreadable_shape_is_named(world: World, geometry: Any, rule: str) -> None:
    world.features[1]["geometry"] = geometry
    assert found(world.faults(), rule, row="fitur 2")


def test_something_that_is_no_feature_is_named(world: World) -> None:
    world.features.append("bukan fitur")  # type: ignore[arg-type]
    assert found(world.faults(), "bukan fitur GeoJSON", row="fitur 4")


def test_an_empty_name_is_named(world: World) -> None:
    world.features[0]["properties"]["nama"] = " "
    assert found(world.faults(), "isinya kosong", row="fitur 1", column="nama")


@pytest.mark.parametrize(("content", "rule"), [
    (b"PK\x03\x04\xff", "harus GeoJSON"), (b"{", "harus GeoJSON"), (b"[]", "harus FeatureCollection"),
    (b'{"type": "FeatureCollection", "features": []}', "harus FeatureCollection"),
    (b'<OGRVRTDataSource><OGRVRTLayer name="passwd"/></OGRVRTDataSource>', "harus GeoJSON"),
])
def test_other_files_are_refused_and_never_opened_by_gdal(world: World, content: bytes, rule: str) -> None:
    world.build("good")
    (world.folder / "in.geojson").write_bytes(content)
    with pytest.raises(DataFaults) as caught:
        build_boundaries(world.folder / "in.geojson", world.folder / "codes.csv", None, world.folder / "out")
    assert found(caught.value.faults, rule, file="in.geojson")


def test_a_file_that_is_not_there_is_named(tmp_path: Path, world: World) -> None:
    world.build("good")
    with pytest.raises(DataFaults, match="berkas harus ada"):
        build_boundaries(tmp_path / "none.geojson", world.folder / "codes.csv", None, tmp_path / "out")


def test_a_missing_licence_stops_the_build(world: World) -> None:
    assert found(world.faults(source=SourceRecord(licences=(world.folder / "MIT.txt",))), "berkas lisensi harus ada")


def test_every_fault_is_told_at_once(world: World) -> None:
    world.features[0]["properties"]["nama"] = "Kota Salah"
    world.features[2]["geometry"] = shapely.geometry.mapping(shapely.geometry.shape(world.features[2]["geometry"]).buffer(0.002))
    faults = world.faults()
    assert found(faults, "kode dan nama tidak cocok") and found(faults, "bertindih") and found(faults, "luas resmi")


# The command


@pytest.fixture
def command() -> typer.Typer:
    app = typer.Typer()
    app.add_typer(boundaries, name="boundaries")
    return app


def test_the_command_in_the_readme_rebuilds_the_same_bytes(world: World, command: typer.Typer, monkeypatch: pytest.MonkeyPatch) -> None:
    world.build("first")
    licence = world.folder / "LICENSE-contoh.txt"
    licence.write_text("MIT License\n", encoding="utf-8")
    source = SourceRecord("github.com/cahyadsn/wilayah_boundaries", "abc", (licence,), ("Batas: O'Contoh (MIT).", "Kode: contoh."))
    out = world.build("out", source=source, settings=BuildSettings(tolerance_deg=0.002, decimals=5))
    readme = (out / "README.md").read_text(encoding="utf-8")
    assert readme.index("Danau tidak dipotong") < readme.index("Lakes are not cut out")
    assert readme.count("> Batas: O'Contoh (MIT).") == 2
    words = shlex.split(readme.split("```\n")[1].replace("\\\n", ""))
    assert words[0] == "petaucj"
    monkeypatch.chdir(world.folder)
    result = CliRunner().invoke(command, words[1:])
    assert result.exit_code == 0, result.output
    assert "3 wilayah ditulis ke geodata" in result.output
    again = world.folder / "geodata"
    assert sorted(path.name for path in again.iterdir()) == sorted(path.name for path in out.iterdir())
    assert all(path.read_bytes() == (out / path.name).read_bytes() for path in again.iterdir())


def test_the_command_tells_faults_in_words_and_writes_nothing(world: World, command: typer.Typer) -> None:
    del world.features[1]
    with pytest.raises(DataFaults):
        world.build()
    files = [str(world.folder / name) for name in ("in.geojson", "codes.csv", "out")]
    result = CliRunner().invoke(command, ["boundaries", "build", files[0], "--codes", files[1], "--out", files[2]])
    assert result.exit_code == 1
    assert "Batas tidak dibangun" in result.output and "Kabupaten Timur tidak ada" in result.output
    assert "Traceback" not in result.output and not Path(files[2]).exists()
