"""What must travel with the boundaries: the attribution lines and the licence notices."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from petaucj.data.paths import geodata_dir


@dataclass(frozen=True, slots=True)
class BoundaryRights:
    """Attribution lines to print, licence texts by file name, and where the boundaries come from (address and commit)."""

    attribution: tuple[str, ...]
    licences: Mapping[str, str]
    origin: str


def load_boundary_rights(geodata: Path | None = None) -> BoundaryRights:
    """Return the rights of the boundaries as the recipe of their build records them."""
    folder = geodata or geodata_dir()
    source = json.loads((folder / "boundaries.json").read_text(encoding="utf-8"))["source"]
    licences = {name: (folder / name).read_text(encoding="utf-8") for name in sorted(source["licences"])}
    return BoundaryRights(tuple(source["attribution"]), licences, f"{source['url']}@{source['commit']}")
