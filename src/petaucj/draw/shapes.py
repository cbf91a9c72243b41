"""The districts as flat outlines, for every picture that is not a Leaflet map: files, slides, the big screen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import cos, radians

import shapely
from shapely.geometry import shape

from petaucj.draw.assets import assets

Ring = tuple[tuple[float, float], ...]
# Degrees; fine enough for a poster, coarse enough for a telephone (measured: 98 KB and 58 KB of coordinates).
FINE, COARSE = 0.004, 0.01
KILOMETRES_A_DEGREE = 111.32


@dataclass(frozen=True, slots=True)
class Outline:
    """One district: its outer rings in kilometres east and south of the north-west corner, its holes (a city inside it), and the place of its label."""

    code: str
    rings: tuple[Ring, ...]
    holes: tuple[Ring, ...]
    label: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Outlines:
    """All districts on one flat plane, ``width`` by ``height`` kilometres; neighbours share their lines."""

    width: float
    height: float
    areas: Mapping[str, Outline]


@cache
def outlines(tolerance: float = FINE) -> Outlines:
    """Return the outlines, simplified together by ``tolerance`` degrees so that neighbours still meet."""
    collection = json.loads(assets()["districts.geojson"].body)
    west, south, east, north = collection["bbox"]
    across = cos(radians((south + north) / 2)) * KILOMETRES_A_DEGREE

    def flat(lon: float, lat: float) -> tuple[float, float]:
        return round((lon - west) * across, 2), round((north - lat) * KILOMETRES_A_DEGREE, 2)

    simple = shapely.coverage_simplify([shape(f["geometry"]) for f in collection["features"]], tolerance)
    areas = {}
    for feature, geometry in zip(collection["features"], simple, strict=True):
        held = feature["properties"]
        parts = [part for part in getattr(geometry, "geoms", [geometry]) if not part.is_empty]
        rings, holes = (tuple(tuple(flat(*point[:2]) for point in line.coords) for line in lines)
                        for lines in ([part.exterior for part in parts], [hole for part in parts for hole in part.interiors]))
        areas[held["kemendagri_code"]] = Outline(held["kemendagri_code"], rings, holes, flat(held["label_lon"], held["label_lat"]))
    return Outlines(round((east - west) * across, 2), round((north - south) * KILOMETRES_A_DEGREE, 2), areas)


def path_of(outline: Outline, scale: float, left: float = 0.0, top: float = 0.0) -> str:
    """Return an outline as the ``d`` of an SVG path (fill rule evenodd), ``scale`` units a kilometre, its corner at (left, top)."""
    pieces = []
    for ring in (*outline.rings, *outline.holes):
        points = [f"{left + x * scale:.1f} {top + y * scale:.1f}" for x, y in ring[:-1]]
        pieces.append(f"M{'L'.join(dict.fromkeys(points))}z")
    return "".join(pieces)
