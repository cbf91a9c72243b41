"""Light outlines of the neighbouring provinces, cut so that they meet the districts without sliver or overlap."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from petaucj.data.boundary_build.check_shapes import MEND_REMEDY, shape_faults
from petaucj.data.boundary_build.read import read_polygons
from petaucj.data.boundary_build.settings import BuildSettings
from petaucj.data.boundary_build.simplify import drop_islets, tidy
from petaucj.data.faults import DataFaults, Fault


def build_context(path: Path, code_field: str, districts: gpd.GeoSeries, settings: BuildSettings) -> gpd.GeoSeries:
    """Return the other provinces within the padded bounding box of the districts.

    Parameters
    ----------
    path
        National GeoJSON of regencies; the first two digits of their code are the province.
    districts
        The built districts, indexed by ``kemendagri_code``, degrees.

    Returns
    -------
    geopandas.GeoSeries
        One shape per province, indexed by ``province_code`` in order.

    Raises
    ------
    DataFaults
        When the file is unreadable or a shape in it is invalid.
    """
    frame = shapely.box(*(districts.total_bounds + settings.context_padding_deg * np.array([-1, -1, 1, 1])))
    provinces = _provinces(path, code_field, frame, set(districts.index.str[:2]), settings)
    land = shapely.coverage_union_all(districts.to_numpy())
    met = _meet_land(provinces, land, frame, 2 * settings.context_tolerance_deg)
    light = drop_islets(met[~met.is_empty], settings.context_islet_km2)
    rounded = shapely.set_precision(light.to_numpy(), 10.0**-settings.decimals)
    final = [tidy(shape, settings.decimals) for shape in _on_corners(rounded, land, 10.0**-settings.decimals)]
    return gpd.GeoSeries(final, index=light.index, crs=districts.crs)


def _provinces(path: Path, code_field: str, frame: BaseGeometry, own: set[str], settings: BuildSettings) -> gpd.GeoSeries:
    """Return the neighbouring provinces in and just beyond the frame, dissolved and simplified together."""
    areas, faults = read_polygons(path, code_field, None)
    shapes = gpd.GeoSeries(areas.geometry.to_numpy(), index=areas["kemendagri_code"].to_numpy(), crs=areas.crs)
    near = shapes[shapes.intersects(frame) & ~shapes.index.str[:2].isin(own)]
    faults += shape_faults(near, path.name)
    if not faults and not shapely.coverage_is_valid(near.to_numpy()):
        faults.append(Fault(path.name, "-", "geometry", "", "wilayah tetangga bertindih atau garis batasnya tidak sama", MEND_REMEDY))
    if faults:
        raise DataFaults(faults)
    dissolved = near.groupby(near.index.str[:2]).agg(lambda group: shapely.coverage_union_all(group.to_numpy()))
    wide = gpd.GeoSeries(dissolved, crs=areas.crs).intersection(frame.buffer(0.3, join_style="mitre"))
    wide = drop_islets(wide, settings.context_islet_km2)
    simple = shapely.coverage_simplify(wide.to_numpy(), settings.context_tolerance_deg)
    return gpd.GeoSeries(simple, index=wide.index.rename("province_code"), crs=areas.crs)


def _meet_land(provinces: gpd.GeoSeries, land: BaseGeometry, frame: BaseGeometry, reach: float) -> gpd.GeoSeries:
    """Cut the provinces along the districts after closing the gaps up to ``2 * reach`` degrees between them.

    The two come from different simplifications, so their common border differs by some hundred metres.
    """
    everything = shapely.union_all([*provinces, land])
    seam = shapely.union_all(provinces.to_numpy()).buffer(2 * reach).intersection(land.buffer(2 * reach))
    closed = everything.intersection(seam.buffer(4 * reach)).buffer(reach).buffer(-reach).intersection(seam)
    taken, met = land, []
    for province in provinces:
        gaps = closed.difference(everything).intersection(province.buffer(3 * reach))
        # The union with the land first removes crossing points, so that the cut follows the land's own vertices exactly.
        shape = shapely.union_all([province, gaps, land]).difference(taken).intersection(frame)
        taken = shapely.union(taken, shape)
        met.append(shape)
    return gpd.GeoSeries(met, index=provinces.index, crs=provinces.crs)


def _on_corners(shapes: np.ndarray, land: BaseGeometry, grid: float) -> np.ndarray:
    """Move the points that rounding put beside an edge of the land onto its nearest corner, so that nothing overlaps."""
    corners = shapely.points(np.unique(shapely.get_coordinates(land), axis=0))
    tree, edge = shapely.STRtree(corners), land.boundary
    shapely.prepare(edge)

    def move(xy: np.ndarray) -> np.ndarray:
        points = shapely.points(xy)
        beside = shapely.dwithin(points, edge, 2 * grid)
        xy[beside] = shapely.get_coordinates(corners[tree.nearest(points[beside])])
        return xy

    return shapely.make_valid(shapely.transform(shapes, move), method="structure", keep_collapsed=False)
