"""A checked table row by row, for those who make facts of it."""

from __future__ import annotations

import pandas as pd


def rows_of(frame: pd.DataFrame) -> list[dict]:
    """Return the rows of a checked table as dicts of column to value; an empty cell is None, whatever pandas keeps in its place."""
    return frame.astype(object).where(frame.notna(), None).to_dict("records")
