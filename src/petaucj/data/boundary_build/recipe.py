"""The record of a build: what went in, how it was made, what came out; ``boundaries.json`` is this record."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from petaucj.data.boundary_build.measure import area_km2, difference_pct, shift_m
from petaucj.data.boundary_build.settings import EQUAL_AREA, BuildSettings, SourceRecord
from petaucj.data.boundary_build.simplify import drop_islets


@dataclass(frozen=True)
class InputFile:
    """One file that went in: its part in the build, its name and the SHA-256 of its bytes."""

    role: str
    file: str
    sha256: str


@dataclass(frozen=True)
class DistrictReport:
    """One built district: areas in km2, the difference to the official area in per cent, its size in points.

    ``max_shift_m`` is how far simplification moved a line at most, in metres, islets left out aside.
    """

    kemendagri_code: str
    official_km2: float
    source_km2: float
    built_km2: float
    difference_pct: float
    max_shift_m: int
    vertices: int
    parts: int
    dropped_islets: int


@dataclass(frozen=True)
class OutputFile:
    """One file that came out: SHA-256 of its bytes, size in bytes, size gzipped (level 9)."""

    file: str
    sha256: str
    bytes: int
    gzip_bytes: int


@dataclass(frozen=True)
class BuildReport:
    """Everything there is to know about one build; no clock and no folder in it, so that equal inputs give equal bytes."""

    inputs: tuple[InputFile, ...]
    source: SourceRecord
    settings: BuildSettings
    code_field: str
    name_field: str
    districts: tuple[DistrictReport, ...]
    neighbours: tuple[str, ...]
    outputs: tuple[OutputFile, ...]

    @property
    def worst(self) -> DistrictReport:
        """Return the district farthest from its official area."""
        return max(self.districts, key=lambda district: abs(district.difference_pct))

    def as_dict(self) -> dict[str, Any]:
        """Return the record in the order in which ``boundaries.json`` is written."""
        return {
            "inputs": [asdict(entry) for entry in self.inputs],
            "source": {"url": self.source.url, "commit": self.source.commit, "attribution": list(self.source.attribution),
                       "licences": [licence_name(path) for path in self.source.licences]},
            "fields": {"kemendagri_code": self.code_field, "name": self.name_field},
            "crs": "OGC:CRS84",
            "area_projection": EQUAL_AREA,
            "settings": asdict(self.settings),
            "tools": {"shapely": shapely.__version__, "geos": shapely.geos_version_string, "geopandas": gpd.__version__},
            "outputs": [asdict(entry) for entry in self.outputs],
            "neighbours": list(self.neighbours),
            "totals": self._totals(),
            "districts": [asdict(district) for district in self.districts],
        }

    def _totals(self) -> dict[str, float | int]:
        official = sum(district.official_km2 for district in self.districts)
        built = sum(district.built_km2 for district in self.districts)
        return {
            "districts": len(self.districts),
            "official_km2": round(official, 3),
            "built_km2": round(built, 3),
            "difference_pct": round((built / official - 1) * 100, 4),
            "worst_difference_pct": self.worst.difference_pct,
            "vertices": sum(district.vertices for district in self.districts),
            "dropped_islets": sum(district.dropped_islets for district in self.districts),
        }


def licence_name(path: Path) -> str:
    """Return the name under which a licence notice lies beside the data."""
    return path.name if path.name.startswith("LICENSE-") else f"LICENSE-{path.name}"


def input_file(role: str, path: Path) -> InputFile:
    """Return the record of an input; the hash is computed, never given."""
    return InputFile(role, path.name, hashlib.sha256(path.read_bytes()).hexdigest())


def output_files(contents: Mapping[str, bytes]) -> tuple[OutputFile, ...]:
    """Return the record of each output, by file name."""
    return tuple(OutputFile(name, hashlib.sha256(data).hexdigest(), len(data), len(gzip.compress(data, 9, mtime=0)))
                 for name, data in sorted(contents.items()))


def district_reports(source: gpd.GeoSeries, built: gpd.GeoSeries, official_km2: pd.Series,
                     islet_km2: float) -> tuple[DistrictReport, ...]:
    """Return one report per district, in order of code; both series are indexed by ``kemendagri_code``."""
    before, after = area_km2(source), area_km2(built)
    shift = shift_m(drop_islets(source, islet_km2), built)
    difference = difference_pct(after, official_km2.reindex(built.index))
    return tuple(
        DistrictReport(
            kemendagri_code=code,
            official_km2=round(float(official_km2[code]), 3),
            source_km2=round(float(before[code]), 3),
            built_km2=round(float(after[code]), 3),
            difference_pct=round(float(difference[code]), 4),
            max_shift_m=round(float(shift[code])),
            vertices=int(shapely.get_num_coordinates(built[code])),
            parts=int(shapely.get_num_geometries(built[code])),
            dropped_islets=int(shapely.get_num_geometries(source[code]) - shapely.get_num_geometries(built[code])),
        )
        for code in built.index
    )
