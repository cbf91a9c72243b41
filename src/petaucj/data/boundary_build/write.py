"""Turns built shapes into bytes and puts the finished files into their folder, each one whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely
from shapely.geometry.base import BaseGeometry

from petaucj.data.boundary_build.measure import label_point

LABEL_DECIMALS = 5


def districts_geojson(districts: gpd.GeoSeries) -> bytes:
    """Return the districts as GeoJSON in their own order: ``kemendagri_code``, ``label_lon``, ``label_lat`` and a bounding box each, no names."""
    features = []
    for code, shape in districts.items():
        label = label_point(shape, LABEL_DECIMALS)
        features.append(_feature({"kemendagri_code": code, "label_lon": label.x, "label_lat": label.y}, shape))
    return _collection(features, districts)


def context_geojson(provinces: gpd.GeoSeries) -> bytes:
    """Return the neighbouring provinces as GeoJSON with ``province_code`` alone."""
    return _collection([_feature({"province_code": code}, shape) for code, shape in provinces.items()], provinces)


def _feature(properties: dict[str, Any], shape: BaseGeometry) -> dict[str, Any]:
    return {"type": "Feature", "properties": properties, "bbox": list(shape.bounds), "geometry": shapely.geometry.mapping(shape)}


def _collection(features: list[dict[str, Any]], shapes: gpd.GeoSeries) -> bytes:
    collection = {"type": "FeatureCollection", "bbox": [float(side) for side in shapes.total_bounds], "features": features}
    return json.dumps(collection, separators=(",", ":")).encode() + b"\n"


def record_json(record: Mapping[str, Any]) -> bytes:
    """Return the build record as indented JSON."""
    return json.dumps(record, indent=2, ensure_ascii=False).encode() + b"\n"


def write_files(contents: Mapping[str, bytes], folder: Path) -> None:
    """Write each file beside its final name first and then put it in place, so that no half file is ever read."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in contents.items():
        waiting = folder / f".{name}.tmp"
        waiting.write_bytes(data)
        os.replace(waiting, folder / name)
