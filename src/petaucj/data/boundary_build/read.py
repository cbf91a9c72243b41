"""Reads boundary GeoJSON and the code table; GDAL never gets to guess a driver."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from petaucj.data.faults import DataFaults, Fault

WGS84_NAMES = frozenset({"urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "OGC:CRS84",
                         "urn:ogc:def:crs:EPSG::4326", "EPSG:4326"})
WGS84_REMEDY = "Ubah dulu ke WGS84 bujur/lintang (EPSG:4326), lalu ulangi."


def read_polygons(path: Path, code_field: str, name_field: str | None) -> tuple[gpd.GeoDataFrame, list[Fault]]:
    """Read the areas of a GeoJSON file as they stand.

    Parameters
    ----------
    path
        FeatureCollection in WGS84 longitude/latitude.
    code_field, name_field
        Properties that hold the Kemendagri code and the name; without ``name_field`` names stay empty.

    Returns
    -------
    tuple
        A frame with ``kemendagri_code`` and ``name`` (text as written) and ``geometry`` (degrees), one row per
        readable feature, indexed by its place in the file from 1, and the faults of the features and the declared CRS.

    Raises
    ------
    DataFaults
        When the file cannot be read as a FeatureCollection at all.
    """
    collection = _read_collection(path)
    faults = _crs_faults(collection, path.name)
    rows: dict[int, tuple[str, str, BaseGeometry]] = {}
    for position, feature in enumerate(collection["features"], start=1):
        try:
            rows[position] = _row(feature, code_field, name_field, path.name, position)
        except DataFaults as error:
            faults += error.faults
    columns = {name: [row[place] for row in rows.values()] for place, name in enumerate(("kemendagri_code", "name", "geometry"))}
    return gpd.GeoDataFrame(columns, geometry="geometry", crs=4326, index=list(rows)), faults


def _row(feature: Any, code_field: str, name_field: str | None, file: str, position: int) -> tuple[str, str, BaseGeometry]:
    """Return code, name and shape of one feature."""
    if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
        raise DataFaults([_fault(file, position, "-", str(feature)[:60], "bukan fitur GeoJSON", "Ekspor ulang berkasnya.")])
    code = _text(feature["properties"], code_field, file, position)
    name = _text(feature["properties"], name_field, file, position) if name_field else ""
    return code, name, _polygon(feature.get("geometry"), file, position)


def _read_collection(path: Path) -> dict[str, Any]:
    try:
        collection = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise DataFaults([Fault(path.name, "-", "-", str(path), "berkas harus ada dan dapat dibaca", "Periksa letak berkas.")]) from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise DataFaults([Fault(path.name, "-", "-", str(error)[:80], "harus GeoJSON (JSON, UTF-8)", "Ekspor ulang sebagai GeoJSON.")]) from None
    listed = isinstance(collection, dict) and isinstance(collection.get("features"), list) and collection["features"]
    if not listed or collection.get("type") != "FeatureCollection":
        raise DataFaults([Fault(path.name, "-", "type", "", "harus FeatureCollection yang berisi fitur", "Ekspor ulang sebagai GeoJSON.")])
    return collection


def _crs_faults(collection: dict[str, Any], file: str) -> list[Fault]:
    """Return a fault unless the file declares WGS84 or, as RFC 7946 asks, nothing."""
    crs = collection.get("crs")
    if crs is None:
        return []
    name = (crs.get("properties") or {}).get("name") if isinstance(crs, dict) else crs
    if name in WGS84_NAMES:
        return []
    return [Fault(file, "-", "crs", str(name), "sistem koordinat harus WGS84 bujur/lintang", WGS84_REMEDY)]


def _fault(file: str, position: int, column: str, value: str, rule: str, remedy: str) -> Fault:
    return Fault(file, f"fitur {position}", column, value, rule, remedy)


def _text(properties: dict[str, Any], field: str, file: str, position: int) -> str:
    if field not in properties:
        raise DataFaults([_fault(file, position, field, "", "kolom tidak ada pada fitur ini",
                                 "Sebut nama kolom yang benar dengan --code-field atau --name-field.")])
    value = properties[field]
    if isinstance(value, str) and value.strip():
        return value.strip()
    rule = "isinya kosong" if value is None or isinstance(value, str) else "harus teks, bukan angka (13.10 akan menjadi 13.1)"
    raise DataFaults([_fault(file, position, field, str(value), rule, "Tulis sebagai teks dalam tanda petik, misalnya \"13.10\".")])


def _polygon(geometry: Any, file: str, position: int) -> BaseGeometry:
    try:
        with np.errstate(invalid="ignore"):  # NaN gets its own fault below
            polygon = shapely.force_2d(shape(geometry))
    except (ValueError, TypeError, AttributeError, KeyError, IndexError, shapely.errors.ShapelyError) as error:
        raise DataFaults([_fault(file, position, "geometry", str(error)[:80], "bentuk tidak terbaca", "Ekspor ulang fitur ini.")]) from None
    if polygon.geom_type not in ("Polygon", "MultiPolygon") or polygon.is_empty:
        raise DataFaults([_fault(file, position, "geometry", polygon.geom_type, "harus Polygon atau MultiPolygon yang berisi",
                                 "Ekspor wilayahnya sebagai poligon.")])
    if not np.isfinite(shapely.get_coordinates(polygon)).all():
        raise DataFaults([_fault(file, position, "geometry", "NaN/Infinity", "semua koordinat harus angka", "Ekspor ulang fitur ini.")])
    return polygon
