"""Measures areas in square kilometres and finds where a label fits best."""

from __future__ import annotations

import geopandas as gpd
import pandas as pd
import shapely
from shapely import Point
from shapely.geometry.base import BaseGeometry

from petaucj.data.boundary_build.settings import EQUAL_AREA


def area_km2(shapes: gpd.GeoSeries) -> pd.Series:
    """Return the area of each shape in km2, in the Lambert azimuthal equal-area projection centred on West Sumatra."""
    return shapes.to_crs(EQUAL_AREA).area / 1e6


def difference_pct(measured: pd.Series, official: pd.Series) -> pd.Series:
    """Return how far each measured area lies from the official one, in per cent of the official one."""
    return (measured / official - 1.0) * 100.0


def shift_m(before: gpd.GeoSeries, after: gpd.GeoSeries) -> pd.Series:
    """Return how far simplification moved a line at most, in metres: the farthest old corner from the new lines, by shape."""
    old = before.to_crs(EQUAL_AREA)
    new = after.to_crs(EQUAL_AREA).boundary
    far = [shapely.distance(shapely.points(shapely.get_coordinates(old[key])), new[key]).max() for key in after.index]
    return pd.Series(far, index=after.index)


def label_point(area: BaseGeometry, decimals: int) -> Point:
    """Return the pole of inaccessibility of the largest part: the point farthest from every border.

    Works in degrees, which near the equator are the same length in both directions within one per cent.
    """
    largest = max(shapely.get_parts(area), key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(largest)
    lon, lat = shapely.get_coordinates(circle)[0]
    return Point(round(float(lon), decimals), round(float(lat), decimals))
