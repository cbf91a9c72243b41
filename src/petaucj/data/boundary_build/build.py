"""Builds the project's boundaries: read, check, simplify together, check again, write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd

from petaucj.data.boundary_build.check_keys import key_faults
from petaucj.data.boundary_build.check_shapes import area_faults, cover_faults, coverage_faults, shape_faults
from petaucj.data.boundary_build.codes import AREA, read_codes
from petaucj.data.boundary_build.context import build_context
from petaucj.data.boundary_build.measure import label_point
from petaucj.data.boundary_build.read import read_polygons
from petaucj.data.boundary_build.readme import readme_md
from petaucj.data.boundary_build.recipe import BuildReport, InputFile, OutputFile, district_reports, input_file, licence_name, output_files
from petaucj.data.boundary_build.settings import BuildSettings, SourceRecord
from petaucj.data.boundary_build.simplify import simplify_districts
from petaucj.data.boundary_build.write import LABEL_DECIMALS, context_geojson, districts_geojson, record_json, write_files
from petaucj.data.faults import DataFaults, Fault

DISTRICTS, CONTEXT, RECORD, README = "districts.geojson", "context.geojson", "boundaries.json", "README.md"
COARSE_REMEDY = "Perkecil toleransi atau tambah angka desimal."


def build_boundaries(input_path: Path, codes_path: Path, context_path: Path | None, out_dir: Path, *,
                     source: SourceRecord | None = None, code_field: str = "kode", name_field: str = "nama",
                     settings: BuildSettings | None = None) -> BuildReport:
    """Build districts, context, notices and README in ``out_dir``.

    Parameters
    ----------
    input_path
        GeoJSON of the districts, WGS84 longitude/latitude, with a Kemendagri code and a name each.
    codes_path
        CSV ``kemendagri_code, bps_code, name, type, area_km2_big_2024``: exactly the districts there must be.
    context_path
        National GeoJSON for the outlines of the neighbouring provinces; None leaves them out.
    source
        Where the geometry came from; its licence notices are copied beside the data.

    Returns
    -------
    BuildReport
        What ``boundaries.json`` holds, one entry per district.

    Raises
    ------
    DataFaults
        With every fault found; nothing is written then and nothing is repaired silently.
    """
    settings, source = settings or BuildSettings(), source or SourceRecord()
    notices, codes = _notices(source), read_codes(codes_path)
    original = _checked_source(input_path, codes, code_field, name_field, settings)
    districts = _checked_districts(original, codes[AREA], settings)
    provinces = None if context_path is None else _checked_context(context_path, code_field, districts, settings)
    contents = {DISTRICTS: districts_geojson(districts)} | ({} if provinces is None else {CONTEXT: context_geojson(provinces)})
    report = BuildReport(
        inputs=_inputs(districts=input_path, codes=codes_path, context=context_path),
        source=source, settings=settings, code_field=code_field, name_field=name_field, neighbours=() if provinces is None else tuple(provinces.index),
        districts=district_reports(original, districts, codes[AREA], settings.islet_km2), outputs=output_files(contents),
    )
    _refuse(_size_faults(report.outputs, settings))
    write_files({**contents, RECORD: record_json(report.as_dict()), README: readme_md(report).encode(), **notices}, out_dir)
    return report


def _inputs(**paths: Path | None) -> tuple[InputFile, ...]:
    return tuple(input_file(role, path) for role, path in paths.items() if path is not None)


def _refuse(faults: list[Fault]) -> None:
    if faults:
        raise DataFaults(faults)


def _notices(source: SourceRecord) -> Mapping[str, bytes]:
    _refuse([Fault(path.name, "-", "-", str(path), "berkas lisensi harus ada", "Periksa letak berkas --licence.")
             for path in source.licences if not path.is_file()])
    return {licence_name(path): path.read_bytes() for path in source.licences}


def _checked_source(path: Path, codes: pd.DataFrame, code_field: str, name_field: str, settings: BuildSettings) -> gpd.GeoSeries:
    """Return the source shapes by code, in order, once nothing is wrong with them."""
    areas, unreadable = read_polygons(path, code_field, name_field)
    faults = unreadable + key_faults(areas, codes, path.name)
    shapes = gpd.GeoSeries(areas.geometry.to_numpy(), index=areas["kemendagri_code"].to_numpy(), crs=areas.crs)
    broken = shape_faults(shapes, path.name)
    faults += broken
    if not unreadable and not broken:  # a missing shape would look like a hole
        faults += coverage_faults(shapes, path.name, settings.gap_width_deg)
        known = shapes[shapes.index.isin(codes.index)]
        faults += area_faults(known, codes[AREA], path.name, settings.max_area_difference_pct,
                              "Periksa apakah bentuk ini benar milik kode tersebut.")
    _refuse(faults)
    return shapes.sort_index()


def _checked_districts(original: gpd.GeoSeries, official_km2: pd.Series, settings: BuildSettings) -> gpd.GeoSeries:
    """Return the simplified districts once they still are one coverage of the right areas with a label point each."""
    built = simplify_districts(original, official_km2, settings)
    faults = shape_faults(built, DISTRICTS)
    faults += [] if faults else coverage_faults(built, DISTRICTS, 0.0)
    _refuse([replace(fault, remedy=COARSE_REMEDY) for fault in faults])
    faults = area_faults(built, official_km2, DISTRICTS, settings.max_area_difference_pct, COARSE_REMEDY)
    faults += [Fault(DISTRICTS, code, "label_lon", "", "titik label di luar wilayahnya", COARSE_REMEDY)
               for code, shape in built.items() if not shape.contains(label_point(shape, LABEL_DECIMALS))]
    _refuse(faults)
    return built


def _checked_context(path: Path, code_field: str, districts: gpd.GeoSeries, settings: BuildSettings) -> gpd.GeoSeries:
    """Return the neighbouring provinces once none of them is invalid or covers a district."""
    provinces = build_context(path, code_field, districts, settings)
    faults = shape_faults(provinces, CONTEXT)
    faults += [] if faults else cover_faults(provinces, districts, CONTEXT)
    _refuse(faults)
    return provinces


def _size_faults(outputs: tuple[OutputFile, ...], settings: BuildSettings) -> list[Fault]:
    limits = {DISTRICTS: settings.max_districts_gzip_bytes, CONTEXT: settings.max_context_gzip_bytes}
    return [Fault(output.file, "-", "-", f"{output.gzip_bytes} bita (gzip)", f"terlalu besar untuk telepon, batasnya {limits[output.file]} bita",
                  "Perbesar toleransi.") for output in outputs if output.gzip_bytes > limits[output.file]]
