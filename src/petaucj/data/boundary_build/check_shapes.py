"""Refuses shapes that are not one clean coverage: range, validity, overlaps, gaps, holes, areas."""

from __future__ import annotations

from collections.abc import Iterator

import geopandas as gpd
import pandas as pd
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from petaucj.data.boundary_build.measure import area_km2, difference_pct
from petaucj.data.boundary_build.read import WGS84_REMEDY
from petaucj.data.faults import Fault

INDONESIA = (94.5, -11.5, 141.5, 6.5)
MEND_REMEDY = "Perbaiki di sumbernya (misalnya coverage_clean); program ini tidak memperbaiki diam-diam."


def shape_faults(shapes: gpd.GeoSeries, file: str) -> list[Fault]:
    """Return a fault for each shape out of range or invalid; ``shapes`` is indexed by ``kemendagri_code``."""
    faults: list[Fault] = []
    for code, shape in shapes.items():
        west, south, east, north = shape.bounds
        if not _inside(west, south, east, north):
            swapped = _inside(south, west, north, east)
            faults.append(Fault(file, code, "geometry", f"{west:g} {south:g} {east:g} {north:g}",
                                "bujur dan lintang tertukar" if swapped else "koordinat di luar Indonesia",
                                "Tulis bujur dulu, baru lintang." if swapped else WGS84_REMEDY))
        if not shape.is_valid:
            faults.append(Fault(file, code, "geometry", shapely.is_valid_reason(shape), "bentuk tidak sah", _repair_remedy(shape)))
    return faults


def _inside(west: float, south: float, east: float, north: float) -> bool:
    return west >= INDONESIA[0] and south >= INDONESIA[1] and east <= INDONESIA[2] and north <= INDONESIA[3]


def _repair_remedy(shape: BaseGeometry) -> str:
    repaired = gpd.GeoSeries([shapely.make_valid(shape)], crs=4326)
    return f"make_valid akan memberi {_km2(area_km2(repaired).iloc[0])} ({repaired.iloc[0].geom_type}); perbaiki di sumbernya, program ini tidak memperbaiki diam-diam."


def coverage_faults(shapes: gpd.GeoSeries, file: str, gap_width_deg: float) -> list[Fault]:
    """Return a fault for each pair that overlaps or leaves a gap, and for each hole that belongs to nobody.

    Parameters
    ----------
    shapes
        Valid shapes indexed by ``kemendagri_code``, degrees.
    gap_width_deg
        Gaps open to the outside are found up to this width; closed ones at any width.
    """
    return [*_pair_faults(shapes, file, gap_width_deg), *_hole_faults(shapes, file)]


def _pair_faults(shapes: gpd.GeoSeries, file: str, gap_width_deg: float) -> Iterator[Fault]:
    edges = shapely.coverage_invalid_edges(shapes.to_numpy(), gap_width=gap_width_deg)
    told: set[frozenset[int]] = set()
    for one, edge in enumerate(edges):
        if edge.is_empty:
            continue
        overlaps = _overlaps(shapes, one)
        if not overlaps:
            yield Fault(file, shapes.index[one], "geometry", _place(edge), "ada celah, atau garis batas tidak sama dengan tetangganya", MEND_REMEDY)
        for two, shared, size in overlaps:
            if frozenset({one, two}) not in told:
                told.add(frozenset({one, two}))
                codes = " dan ".join(sorted([shapes.index[one], shapes.index[two]]))
                yield Fault(file, codes, "geometry", f"{_km2(size)} di {_place(shared)}", "dua wilayah bertindih", MEND_REMEDY)


def _overlaps(shapes: gpd.GeoSeries, one: int) -> list[tuple[int, BaseGeometry, float]]:
    """Return position, common piece and its area (km2) for each other shape that shares more than a square metre with this one."""
    common = gpd.GeoSeries(shapely.intersection(shapes.to_numpy(), shapes.iloc[one]), crs=4326)
    return [(two, common.iloc[two], float(size)) for two, size in enumerate(area_km2(common)) if two != one and size > 1e-6]


def _hole_faults(shapes: gpd.GeoSeries, file: str) -> Iterator[Fault]:
    holes = gpd.GeoSeries(holes_of(shapely.union_all(shapes.to_numpy())), crs=4326)
    for hole, size in zip(holes, area_km2(holes), strict=True):
        yield Fault(file, "-", "geometry", f"{_km2(size)} di {_place(hole)}", "lubang yang tidak termasuk wilayah mana pun", MEND_REMEDY)


def holes_of(area: BaseGeometry) -> list[Polygon]:
    """Return every hole of a polygon or multipolygon as a polygon of its own."""
    return [Polygon(ring) for part in shapely.get_parts(area) for ring in part.interiors]


def cover_faults(provinces: gpd.GeoSeries, districts: gpd.GeoSeries, file: str) -> list[Fault]:
    """Return a fault for each neighbouring province that covers a piece of a district."""
    covered = area_km2(provinces.intersection(shapely.union_all(districts.to_numpy())))
    return [Fault(file, code, "geometry", _km2(size), "provinsi tetangga menutupi wilayah", "Perkecil toleransi atau laporkan cacat program.")
            for code, size in covered.items() if size > 1e-6]


def area_faults(shapes: gpd.GeoSeries, official_km2: pd.Series, file: str, limit_pct: float, remedy: str) -> list[Fault]:
    """Return a fault for each district whose area differs from the official one by more than ``limit_pct`` per cent."""
    official = official_km2.reindex(shapes.index)
    measured = area_km2(shapes)
    rows = zip(shapes.index, measured, official, difference_pct(measured, official), strict=True)
    return [Fault(file, code, "geometry", _km2(size),
                  f"luas resmi {_km2(stated)}, beda {_comma(percent, '+.3f')} %, batasnya {_comma(limit_pct, 'g')} %", remedy)
            for code, size, stated, percent in rows if abs(percent) > limit_pct]


def _comma(number: float, form: str) -> str:
    return format(number, form).replace(".", ",")


def _km2(number: float) -> str:
    return f"{_comma(number, '.4f')} km²"


def _place(shape: BaseGeometry) -> str:
    point = shapely.point_on_surface(shape)
    return f"bujur {point.x:.5f}, lintang {point.y:.5f}"
