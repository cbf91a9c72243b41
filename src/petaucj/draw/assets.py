"""The files a browser needs from us, each with an address that changes with its content."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from xstatic.pkg import leaflet

from petaucj.data.paths import geodata_dir
from petaucj.draw.print_sheet import print_sheet
from petaucj.draw.stylesheet import stylesheet


@dataclass(frozen=True)
class Asset:
    """One file: its address below the base path, its bytes and content type."""

    path: str
    body: bytes
    media_type: str


_TYPES = {".js": "text/javascript", ".css": "text/css", ".geojson": "application/geo+json", ".png": "image/png"}


def _asset(folder: str, name: str, body: bytes) -> Asset:
    digest = hashlib.sha256(body).hexdigest()[:12]
    return Asset(f"/{folder}/{digest}/{name}", body, _TYPES[Path(name).suffix])


@cache
def assets() -> Mapping[str, Asset]:
    """Return our files by short name: Leaflet from its package, our scripts, the style sheet, the boundaries."""
    own = resources.files("petaucj.draw") / "assets"
    leaflet_dir = Path(leaflet.BASE_DIR)
    found = {
        "leaflet.js": _asset("aset", "leaflet.js", (leaflet_dir / "leaflet.js").read_bytes()),
        "leaflet.css": _asset("aset", "leaflet.css", (leaflet_dir / "leaflet.css").read_bytes()),
        "petaucj.css": _asset("aset", "petaucj.css", stylesheet().encode()),
        "print.css": _asset("aset", "print.css", print_sheet().encode()),
    }
    for name in ("map.js", "figure.js", "table.js", "print.js", "page.css"):
        found[name] = _asset("aset", name, (own / name).read_bytes())
    for name in ("districts.geojson", "context.geojson"):
        found[name] = _asset("batas", name, (geodata_dir() / name).read_bytes())
    return found


@cache
def district_bounds() -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the south-west and north-east corner (latitude, longitude) of all districts, islands included."""
    west, south, east, north = json.loads(assets()["districts.geojson"].body)["bbox"]
    return (south, west), (north, east)


def address(name: str, prefix: str = "") -> str:
    """Return the address of one of our files below ``prefix`` (the server's base path)."""
    return prefix + assets()[name].path
