"""Applies corrections: records that say what a seed prints, what is meant, and why."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from petaucj.data.faults import DataFaults, Fault
from petaucj.data.schemas import TABLES

_KEYS = {"coverage": "record_id", "funding": "record_id", "benefits": "record_id", "milestones": "record_id",
         "workforce": "record_id", "targets": "target_id", "rates": "rate_id"}


def apply_corrections(tables: Mapping[str, pd.DataFrame], corrections: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Return the text tables with every correction applied.

    Raises
    ------
    DataFaults
        When a correction names no such table, row or column, or when the seed no
        longer holds the value the correction expects.
    """
    corrected = {name: frame.copy() for name, frame in tables.items()}
    faults: list[Fault] = []
    for line, row in corrections.iterrows():
        fault = _apply_one(corrected, row, str(line))
        if fault:
            faults.append(fault)
    if faults:
        raise DataFaults(faults)
    return corrected


def _apply_one(tables: dict[str, pd.DataFrame], row: pd.Series, line: str) -> Fault | None:
    def refuse(column: str, rule: str, remedy: str) -> Fault:
        return Fault("corrections.csv", line, column, row[column], rule, remedy)

    table = row["table"]
    if table not in _KEYS:
        return refuse("table", "tabel tidak dapat dikoreksi", f"Pakai salah satu dari: {', '.join(_KEYS)}.")
    if row["column"] not in TABLES[table]:
        return refuse("column", f"kolom tidak ada pada tabel {table}", "Periksa nama kolom.")
    frame = tables[table]
    found = frame.index[frame[_KEYS[table]] == row["record_id"]]
    if len(found) != 1:
        return refuse("record_id", f"baris tidak ditemukan pada tabel {table}", "Periksa record_id.")
    held = frame.at[found[0], row["column"]]
    if held != row["expected_value"]:
        return refuse("expected_value", f"nilai di {table}.csv kini “{held}”, bukan yang diharapkan",
                      "Bila sumbernya sudah dibetulkan, hapus koreksi ini; bila tidak, perbaiki nilai yang diharapkan.")
    frame.at[found[0], row["column"]] = row["corrected_value"]
    return None
