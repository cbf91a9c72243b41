"""Open data: every table as CSV and the boundaries with their figures as GeoJSON, metadata inside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from petaucj.data.catalogue import Catalogue
from petaucj.domain.atlas import Atlas


@dataclass(frozen=True)
class Download:
    """One open-data file: its name, bytes and media type."""

    name: str
    body: bytes
    media_type: str


def downloads(catalogue: Catalogue, atlas: Atlas) -> Mapping[str, Callable[[], Download]]:
    """Return a maker for each open-data file by its name."""
    return {}
