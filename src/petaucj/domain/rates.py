"""Contribution rates and corrections as dated records: what government set, and what we changed in the seeds and why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from petaucj.data.bilingual import Bilingual
from petaucj.data.catalogue import Catalogue
from petaucj.data.rows import rows_of
from petaucj.domain.month import Month


@dataclass(frozen=True, slots=True)
class Rate:
    """One contribution rate: an amount a month, a share of the wage, or both with its limits; dated, with its legal basis."""

    rate_id: str
    segment: str
    programme: str
    sector: str
    payer_class: str
    valid_from: Month | None
    valid_to: Month | None
    kind: str
    amount_idr_per_month: Decimal | None
    ratio: Decimal | None
    min_idr_per_month: int | None
    max_idr_per_month: int | None
    wage_cap_idr: int | None
    legal_basis: str
    verification: str
    source_id: str
    checked_on: str
    note: Bilingual


@dataclass(frozen=True, slots=True)
class Correction:
    """One change of a seed cell: where, the value the source prints, the value meant, and why."""

    correction_id: str
    table: str
    record_id: str
    column: str
    printed: str
    meant: str
    reason: Bilingual
    source_id: str


def rates_of(catalogue: Catalogue) -> tuple[Rate, ...]:
    """Return every rate in the order of the table."""
    return tuple(_rate(row) for row in rows_of(catalogue["rates"]))


def corrections_of(catalogue: Catalogue) -> tuple[Correction, ...]:
    """Return every correction in the order of the table."""
    return tuple(
        Correction(row["correction_id"], row["table"], row["record_id"], row["column"], row["expected_value"],
                   row["corrected_value"], Bilingual(row["reason_id"], row["reason_en"]), row["source_id"])
        for row in rows_of(catalogue["corrections"])
    )


def _rate(row: dict) -> Rate:
    def month(name: str) -> Month | None:
        return Month.parse(row[name]) if row[name] else None

    return Rate(
        row["rate_id"], row["segment"], row["programme"], row["sector"], row["payer_class"], month("valid_from"), month("valid_to"),
        row["kind"], row["amount_idr_per_month"], row["ratio"], row["min_idr_per_month"], row["max_idr_per_month"], row["wage_cap_idr"],
        row["legal_basis"], row["verification"], row["source_id"], row["checked_on"], Bilingual(row["note_id"], row["note_en"]),
    )


def expired(rate: Rate, today: Month) -> bool:
    """Whether the last month of a rate lies before today's."""
    return rate.valid_to is not None and rate.valid_to < today


@dataclass(frozen=True, slots=True)
class Minimum:
    """The smallest monthly contribution of one worker, and the rates it is made of."""

    amount_idr: int
    rates: tuple[Rate, ...]


def minimum_contribution(rates: tuple[Rate, ...]) -> Minimum | None:
    """Return the standing smallest contribution of a non-wage worker for work injury and death (JKK + JKM), or None.

    Standing: for every sector and without a last month; reliefs end. A share of the income counts with its least amount.
    """
    parts: list[Rate] = []
    for programme in ("work_injury", "death"):
        fitting = [r for r in rates if r.segment == "non_wage" and r.programme == programme and r.sector == "any"
                   and r.valid_to is None and _least(r) is not None]
        if not fitting:
            return None
        parts.append(max(fitting, key=lambda r: r.valid_from or Month(1900, 1)))
    return Minimum(sum(int(_least(rate)) for rate in parts), tuple(parts))


def _least(rate: Rate) -> Decimal | int | None:
    return rate.min_idr_per_month if rate.min_idr_per_month is not None else rate.amount_idr_per_month
