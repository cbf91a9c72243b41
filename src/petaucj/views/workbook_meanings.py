"""The data dictionary of the workbook: our own columns in our words, the seeds' columns in theirs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from petaucj.data.dictionary import ColumnMeaning
from petaucj.views.phrases import Reader

# Each column and its unit; a unit of a column the seeds explain comes from there.
SUMMARY = {
    "code": "none", "name": "none", "active": "people", "month": "month", "denominator": "people", "basis": "letter", "recomputed": "pct",
    "printed": "pct", "printed_basis": "letter", "printed_date": "none", "target": "pct", "target_basis": "letter", "deadline": "month",
    "required": "people", "missing": "people", "surplus": "people", "naive": "people", "year_idr": "idr", "remark": "none",
}
INPUTS = {"active": "people", "month": "month", "denominator": "people", "denominator_month": "month", "basis": "letter", "growth": "pct",
          "target": "pct", "target_basis": "letter", "deadline": "month", "grace": "months"}
RESULTS = {"remark": "none", "denominator_at": "people", "required": "people", "permanent": "people", "baseline": "people", "missing": "people",
           "surplus": "people", "naive": "people", "open": "people", "month_idr": "idr", "year_idr": "idr"}
PAYMENTS = {"fund": "none", "people": "people", "acceptance": "pct", "overlap": "pct", "continuing": "pct", "start": "month", "months": "months",
            "commitment": "none", "end": "month", "accepted": "people", "net": "people", "inside": "people", "at_deadline": "people", "rate": "idr",
            "each": "idr", "cost": "idr", "note": "none"}
PLAN = INPUTS | RESULTS | PAYMENTS | {"rates": "idr"}
# Columns of the seeds by ours; None for a column of our own.
FUNDING = {
    "code": "kemendagri_code", "name": "district", "fund": "funding_source", "group": None, "workers": "workers", "count": None,
    "months": "months_funded", "worker_months": None, "idr": "contribution_idr", "kind": None, "start": "period_start",
    "end": "period_end", "cover_start": "cover_start", "cover_end": "cover_end", "status": None, "source": None,
}
SOURCES = {"number": None, "publisher": "publisher", "title": "title", "url": "url", "published": "published_on", "accessed": "accessed_on",
           "trust": "trust", "read_as": None, "key": "source_id"}
OWN_UNITS = {"worker_months": "months", "source": "number", "number": "number"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One column or row: on which sheet, its name there, its unit, and what it means."""

    sheet: str
    column: str
    unit: str
    meaning: str


def build_meanings(dictionary: Mapping[str, Mapping[str, ColumnMeaning]], reader: Reader) -> tuple[Meaning, ...]:
    """Return every column of the sheets of figures in their order; what the seeds print is explained by their own dictionary."""
    own = [_own(sheet, key, unit, reader) for sheet, keys in (("summary", SUMMARY), ("plan", PLAN)) for key, unit in keys.items()]
    printed = [_printed(sheet, key, dictionary.get(sheet, {}).get(column or ""), reader) for sheet, keys in (("funding", FUNDING), ("sources", SOURCES))
               for key, column in keys.items()]
    return (*own, *printed)


def _own(sheet: str, key: str, unit: str, reader: Reader) -> Meaning:
    words, meaning = reader.words, f"buku.meaning.{sheet}.{key}"
    return Meaning(words(f"buku.sheet.{sheet}"), words(f"buku.{sheet}.{key}"), words(f"buku.unit.{unit}"), words(meaning) if words.has(meaning) else "")


def _printed(sheet: str, key: str, held: ColumnMeaning | None, reader: Reader) -> Meaning:
    if held is None:
        return _own(sheet, key, OWN_UNITS.get(key, "none"), reader)
    own = _own(sheet, key, "none", reader)
    return Meaning(own.sheet, own.column, held.unit.of(reader.language), held.meaning.of(reader.language).replace("`", ""))
