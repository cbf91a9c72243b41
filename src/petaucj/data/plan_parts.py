"""What a plan file holds once read: typed values, codes instead of the file's words; months still as YYYY-MM."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class RecordPart:
    """[catatan]: the record a plan starts from; None where the file leaves a key out."""

    active: int | None
    month: str | None
    denominator: int | None
    denominator_month: str | None
    basis: str


@dataclass(frozen=True, slots=True)
class GoalPart:
    """[target]: what is aimed at; ``regime`` is "" where the file names none."""

    pct: Decimal | None
    basis: str
    deadline: str
    regime: str
    year: int | None


@dataclass(frozen=True, slots=True)
class AssumedPart:
    """[anggapan]: what the reader assumes; ``first_month`` None means January of the deadline's year."""

    first_month: str | None
    growth_pct: Decimal
    margin_pct: Decimal
    grace_months: int
    package: str
    income_idr: int | None
    wage_idr: int | None


@dataclass(frozen=True, slots=True)
class TrancheRow:
    """One [[tranche]]; the shares are ratios from 0 to 1."""

    funding_source: str
    workers: int
    start: str
    months: int
    commitment: str
    sector: str
    overlap: Decimal
    acceptance: Decimal
    continuing: Decimal
    record_id: str


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One [[sumber_dana]]; ``eligible`` and ``cap_idr`` are None where not known."""

    funding_source: str
    eligible: int | None
    cap_idr: int | None
    start: str
    months: int
    sector: str


@dataclass(frozen=True, slots=True)
class SpreadPart:
    """[luas_atau_lama]: the constant budget; ``idr`` None means what the gap costs in a year."""

    idr: int | None
    source: str
    sector: str
    months: int


@dataclass(frozen=True, slots=True)
class PlanFile:
    """One plan file without a fault. ``expected`` is [harapan] as written: results a worked case must give."""

    title: str
    area_code: str
    record: RecordPart
    goal: GoalPart
    assumed: AssumedPart
    tranches: tuple[TrancheRow, ...]
    offers: tuple[OfferRow, ...]
    spread: SpreadPart
    expected: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
