"""The boundary build: from somebody's GeoJSON to the light, checked boundaries in ``geodata/``."""

from petaucj.data.boundary_build.build import build_boundaries
from petaucj.data.boundary_build.recipe import BuildReport
from petaucj.data.boundary_build.settings import BuildSettings, SourceRecord

__all__ = ["BuildReport", "BuildSettings", "SourceRecord", "build_boundaries"]
