"""Tables as CSV: UTF-8, commas, one head row, the same bytes from the same data."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pandas as pd

from petaucj.share.safe_cells import safe_cell


def write_csv(frame: pd.DataFrame) -> bytes:
    """Return a table as CSV; decimals keep those they were printed with, yes/no stay words, an unknown cell is empty."""
    held = io.StringIO(newline="")
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(safe_cell(str(name)) for name in frame.columns)
    for row in frame.itertuples(index=False, name=None):
        writer.writerow(safe_cell(cell_text(value)) for value in row)
    return held.getvalue().encode("utf-8")


def cell_text(value: object) -> str:
    """Return one value as a file shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return format(value, "f")
    if value is None or pd.isna(value):
        return ""
    return str(value)
