"""All curated data, checked as one: what the app starts from."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import pandas as pd

from petaucj.data.corrections import apply_corrections
from petaucj.data.faults import DataFaults, Fault
from petaucj.data.paths import geodata_dir, seeds_dir
from petaucj.data.references import reference_faults
from petaucj.data.schemas import TABLES
from petaucj.data.tables import check_columns, check_values, read_table_bytes, text_table, typed

RELEASE_FILE = "release.toml"


@dataclass(frozen=True)
class Release:
    """The data release: its number, its date (YYYY-MM-DD) and a short hash of every seed and boundary file."""

    number: int
    date: str
    hash: str


@dataclass(frozen=True)
class Catalogue:
    """Every seed table by name, checked and corrected, with the release it came from."""

    tables: Mapping[str, pd.DataFrame]
    release: Release

    def __getitem__(self, table: str) -> pd.DataFrame:
        """Return one table, one row per record, columns as in ``schemas.TABLES``."""
        return self.tables[table]


def load_catalogue(seeds: Path | None = None, geodata: Path | None = None) -> Catalogue:
    """Read, check and correct all seed tables.

    Raises
    ------
    DataFaults
        With every fault of every table, so that one round of mending is enough.
    """
    seeds = seeds or seeds_dir()
    text_tables = _read_all(seeds)
    corrected = apply_corrections(text_tables, text_tables["corrections"])
    _check_again({name: corrected[name] for name in set(text_tables["corrections"]["table"])})
    faults = reference_faults(corrected)
    if faults:
        raise DataFaults(faults)
    tables = {name: typed(frame, name) for name, frame in corrected.items()}
    return Catalogue(MappingProxyType(tables), load_release(seeds, geodata))


def _read_all(seeds: Path) -> dict[str, pd.DataFrame]:
    tables: dict[str, pd.DataFrame] = {}
    faults: list[Fault] = []
    for name in TABLES:
        path = seeds / f"{name}.csv"
        try:
            tables[name] = _checked(name, path.name, read_table_bytes(path)).copy()
        except DataFaults as error:
            faults += error.faults
    if faults:
        raise DataFaults(faults)
    return tables


# A table read a second time, byte for byte the same, has been checked already: the command and the tests read many times.
@lru_cache(maxsize=128)
def _checked(name: str, file: str, content: bytes) -> pd.DataFrame:
    frame = text_table(content, file)
    check_columns(frame, name, file)
    check_values(frame, name, file)
    return frame


def _check_again(tables: Mapping[str, pd.DataFrame]) -> None:
    faults: list[Fault] = []
    for name, frame in tables.items():
        try:
            check_values(frame, name, f"{name}.csv")
        except DataFaults as error:
            faults += error.faults
    if faults:
        raise DataFaults(faults)


def load_release(seeds: Path | None = None, geodata: Path | None = None) -> Release:
    """Return the release stated in ``release.toml`` with the hash of what is really there."""
    seeds, geodata = seeds or seeds_dir(), geodata or geodata_dir()
    stated = tomllib.loads((seeds / RELEASE_FILE).read_text(encoding="utf-8"))
    digest = hashlib.sha256()
    for path in sorted([*seeds.glob("*.csv"), *seeds.glob("*.toml"), *geodata.glob("*.geojson")]):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return Release(int(stated["release"]), str(stated["date"]), digest.hexdigest()[:10])
