"""Makes the districts light enough for a telephone while neighbours keep one shared line."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from petaucj.data.boundary_build.measure import area_km2
from petaucj.data.boundary_build.settings import BuildSettings


def simplify_districts(shapes: gpd.GeoSeries, official_km2: pd.Series, settings: BuildSettings) -> gpd.GeoSeries:
    """Return the districts without their smallest islets, simplified together, rounded and in RFC 7946 ring order.

    Parameters
    ----------
    shapes
        A valid coverage without holes, indexed by ``kemendagri_code``, degrees.
    official_km2
        Official areas by ``kemendagri_code``; they decide which districts keep the fine tolerance.

    Returns
    -------
    geopandas.GeoSeries
        Same index. Rounding can break a coverage, so the caller checks the result again.
    """
    small = (official_km2.reindex(shapes.index) < settings.small_district_km2).to_numpy()
    kept = drop_islets(shapes, settings.islet_km2)
    simplified = simplify_together(kept.to_numpy(), small, settings)
    return gpd.GeoSeries([tidy(shape, settings.decimals) for shape in simplified], index=shapes.index, crs=shapes.crs)


def drop_islets(shapes: gpd.GeoSeries, islet_km2: float) -> gpd.GeoSeries:
    """Return the shapes without the parts smaller than ``islet_km2``.

    The largest part of a shape stays, and so does a part that touches another shape, where a gap would open.
    """
    parts = shapes.explode()
    sizes = area_km2(parts).to_numpy()
    owners = pd.Index(parts.index)
    part, shape = shapely.STRtree(shapes.to_numpy()).query(parts.to_numpy(), predicate="intersects")
    touching = np.bincount(part, minlength=len(parts)) > 1
    largest = sizes == pd.Series(sizes, index=owners).groupby(level=0).transform("max").to_numpy()
    kept = parts[(sizes >= islet_km2) | touching | largest]
    return gpd.GeoSeries([_joined(kept.loc[[owner]].to_list()) for owner in shapes.index], index=shapes.index, crs=shapes.crs)


def _joined(parts: list[Polygon]) -> BaseGeometry:
    return parts[0] if len(parts) == 1 else shapely.multipolygons(parts)


def simplify_together(shapes: np.ndarray, small: np.ndarray, settings: BuildSettings) -> np.ndarray:
    """Simplify a coverage with the fine tolerance around small shapes and the coarse one elsewhere.

    First everything is simplified finely. Then the large shapes are simplified coarsely together with everything
    around them (sea and neighbours) as one more polygon of the coverage, with its outer edges held still: the lines of
    the small shapes are such outer edges, while coast and outer border lie between two polygons and may move.
    """
    fine = shapely.coverage_simplify(shapes, settings.fine_tolerance_deg)
    if small.all():
        return fine
    coverage = np.append(fine[~small], _surroundings(fine))
    coarse = shapely.coverage_simplify(coverage, settings.tolerance_deg, simplify_boundary=False)
    mixed = fine.copy()
    mixed[~small] = coarse[:-1]
    return mixed


def _surroundings(shapes: np.ndarray) -> Polygon:
    land = shapely.get_parts(shapely.coverage_union_all(shapes))
    frame = shapely.box(*(shapely.total_bounds(shapes) + np.array([-1.0, -1.0, 1.0, 1.0])))
    return Polygon(frame.exterior, [part.exterior for part in land])


def tidy(shape: BaseGeometry, decimals: int) -> BaseGeometry:
    """Round the coordinates and put parts, rings and first points in one fixed order (RFC 7946: outer rings anticlockwise)."""
    rounded = shapely.transform(shape, lambda xy: np.round(xy, decimals) + 0.0)
    return shapely.orient_polygons(shapely.normalize(rounded), exterior_cw=False)
