"""What a boundary build may be told: tolerances, limits and where the geometry came from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

EQUAL_AREA = "+proj=laea +lat_0=-0.8 +lon_0=100.4 +datum=WGS84 +units=m +no_defs"


@dataclass(frozen=True)
class BuildSettings:
    """The dials of one build; every one of them is written into ``boundaries.json``.

    Tolerances are the side of the smallest triangle that is kept (Visvalingam-Whyatt), in degrees;
    0.001 degree is about 111 m here. Districts officially smaller than ``small_district_km2`` keep the fine
    tolerance on all their lines: with the coarse one Padang Panjang alone would lose more than one per cent.
    """

    tolerance_deg: float = 0.0025
    fine_tolerance_deg: float = 0.0005
    small_district_km2: float = 250.0
    islet_km2: float = 0.01
    decimals: int = 4
    gap_width_deg: float = 0.00005
    max_area_difference_pct: float = 0.5
    max_districts_gzip_bytes: int = 90_000
    context_padding_deg: float = 1.2
    context_tolerance_deg: float = 0.005
    context_islet_km2: float = 1.0
    max_context_gzip_bytes: int = 30_000


@dataclass(frozen=True)
class SourceRecord:
    """Where the geometry came from: address, commit, licence notices (files) and attribution lines."""

    url: str = ""
    commit: str = ""
    licences: tuple[Path, ...] = ()
    attribution: tuple[str, ...] = ()
