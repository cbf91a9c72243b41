"""Where the project keeps its files."""

from __future__ import annotations

import os
from pathlib import Path


def project_root() -> Path:
    """Return the folder that holds seeds/ and geodata/; ``PETAUCJ_HOME`` overrides it."""
    override = os.environ.get("PETAUCJ_HOME")
    return Path(override) if override else Path(__file__).resolve().parents[3]


def seeds_dir() -> Path:
    """Return the folder of the curated figures."""
    return project_root() / "seeds"


def geodata_dir() -> Path:
    """Return the folder of the boundaries the project built."""
    return project_root() / "geodata"
