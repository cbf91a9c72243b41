"""Which statements rest on which source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from petaucj.data.catalogue import Catalogue
from petaucj.data.references import split_list

# Columns that name a source, by table; statements repeated under one key are counted once.
SOURCE_COLUMNS = {
    "coverage": ("source_id",), "funding": ("source_id",), "benefits": ("source_id",), "workforce": ("source_id",),
    "targets": ("source_id",), "rates": ("source_id",), "milestones": ("source_id",),
    "districts": ("population_source_id", "branch_source_id"), "funding_sources": ("source_ids",), "conflicts": ("source_ids",),
    "corrections": ("source_id",), "fund_rules": ("source_ids",), "planning_values": ("source_id",), "allocations": ("source_id",),
}


def uses_of_sources(catalogue: Catalogue) -> Mapping[str, Mapping[str, int]]:
    """Return, for each source, how many statements of each table rest on it; tables without any are left out."""
    found: dict[str, dict[str, int]] = {}
    for table in SOURCE_COLUMNS:
        frame = catalogue[table]
        seen = {(source, _statement(frame, line)) for line, source in _named(frame, table)}
        for source, _ in seen:
            counts = found.setdefault(source, {})
            counts[table] = counts.get(table, 0) + 1
    return {source: {table: counts[table] for table in SOURCE_COLUMNS if table in counts} for source, counts in found.items()}


def sources_of_area(catalogue: Catalogue, code: str) -> frozenset[str]:
    """Return the sources any statement about an area rests on."""
    found: set[str] = set()
    for table in SOURCE_COLUMNS:
        frame = catalogue[table]
        column = next((name for name in ("kemendagri_code", "area_code") if name in frame), None)
        if column:
            found |= {source for _, source in _named(frame[frame[column] == code], table)}
    return frozenset(found)


def _named(frame: pd.DataFrame, table: str) -> Iterator[tuple[object, str]]:
    for column in SOURCE_COLUMNS[table]:
        for line, cell in frame[column].items():
            yield from ((line, source) for source in split_list(str(cell)))


def _statement(frame: pd.DataFrame, line: object) -> object:
    return (frame.at[line, "fact_key"] or line) if "fact_key" in frame else line
