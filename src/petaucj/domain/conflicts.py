"""Conflicts that arithmetic and comparison find by themselves, beside those people wrote down (domain notes §7.8)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from petaucj.data.catalogue import Catalogue
from petaucj.domain.arithmetic import Derived, adds_up, derived_denominator, half_width, ratio_pct, rounded
from petaucj.domain.atlas import Atlas
from petaucj.domain.funding_records import FundingFact
from petaucj.domain.records import PROVINCE, CoverageFact

# What outlets of one statement are compared on. Dates are told apart only when neither is the other, more precisely.
PRINTED_COLUMNS = {
    "coverage": ("coverage_pct_printed", "active_participants", "denominator", "as_of"),
    "funding": ("workers", "contribution_idr", "months_funded", "period_start", "period_end"),
    "benefits": ("cases", "benefit_idr", "period"),
}
DATE_COLUMNS = frozenset({"as_of", "period_start", "period_end", "period"})


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A printed percentage that its own printed counts do not give.

    ``recomputed`` is active / denominator with two decimals; ``difference`` is printed minus
    recomputed in percentage points; ``implied`` is the denominator the printed percentage asks for.
    """

    fact: CoverageFact
    recomputed: Decimal
    difference: Decimal
    implied: Derived | None


def mismatches(atlas: Atlas) -> tuple[Mismatch, ...]:
    """Return every printed percentage that differs from active / denominator by more than its own rounding."""
    return tuple(_mismatch(f) for f in atlas.coverage if not adds_up(f.pct_printed, f.active, f.denominator))


def _mismatch(fact: CoverageFact) -> Mismatch:
    again = rounded(ratio_pct(fact.active, fact.denominator))
    possible = fact.pct_printed > half_width(fact.pct_printed)
    return Mismatch(fact, again, fact.pct_printed - again, derived_denominator(fact.active, fact.pct_printed) if possible else None)


@dataclass(frozen=True, slots=True)
class OutletDifference:
    """Outlets of one statement that print one column differently; each value with the sources that print it."""

    table: str
    area_code: str
    fact_key: str
    column: str
    values: tuple[tuple[Decimal | int | str, tuple[str, ...]], ...]


def outlet_differences(catalogue: Catalogue) -> tuple[OutletDifference, ...]:
    """Return where outlets that repeat one statement (one ``fact_key``) print different values; an empty cell says nothing."""
    found = []
    for table, columns in PRINTED_COLUMNS.items():
        for key, rows in catalogue[table].groupby("fact_key", sort=False):
            if len(rows) > 1:
                found += [d for column in columns if (d := _outlets(table, str(key), column, rows))]
    return tuple(found)


def _outlets(table: str, key: str, column: str, rows: pd.DataFrame) -> OutletDifference | None:
    held: dict[object, list[str]] = {}
    for value, source in zip(rows[column], rows["source_id"], strict=True):
        if value is None or pd.isna(value) or value == "":
            continue
        plain = value if isinstance(value, Decimal | str) else int(value)
        held.setdefault(plain, []).append(source)
    if not _really_differ(list(held), column):
        return None
    return OutletDifference(table, str(rows["kemendagri_code"].iloc[0]), key, column, tuple((v, tuple(s)) for v, s in held.items()))


def _really_differ(values: list, column: str) -> bool:
    """Whether two of the values exclude one another: "2024-09" and "2024-09-30" do not."""
    if column not in DATE_COLUMNS:
        return len(values) > 1
    return any(not a.startswith(b) and not b.startswith(a) for i, a in enumerate(values) for b in values[i + 1:])


@dataclass(frozen=True, slots=True)
class BaseStep:
    """One dated figure of a district; ``changed`` tells that it is counted over another base than the one before it.

    The base changed when the letter changed, or when a denominator is printed that is not the
    last one printed. ``active_change`` is the change of people since the last printed count.
    """

    fact: CoverageFact
    changed: bool
    active_change: int | None


@dataclass(frozen=True, slots=True)
class BaseHistory:
    """The bases of one area's whole-workforce figures in time; undated figures stand apart, they have no place in it."""

    area_code: str
    steps: tuple[BaseStep, ...]
    undated: tuple[CoverageFact, ...]


def base_histories(atlas: Atlas) -> tuple[BaseHistory, ...]:
    """Return the province and each district, in the order of the register, whose base changes between consecutive figures."""
    found = []
    for code in (PROVINCE, *atlas.district_by_code):
        facts = [f for f in atlas.coverage_by_area.get(code, ()) if _tells_a_base(f)]
        dated = sorted((f for f in facts if f.as_of.month), key=lambda f: (f.as_of.month, f.as_of.day or 0))
        steps = _steps(dated)
        if any(step.changed for step in steps):
            found.append(BaseHistory(code, steps, tuple(f for f in facts if not f.as_of.month)))
    return tuple(found)


def _tells_a_base(fact: CoverageFact) -> bool:
    return fact.segment == "all" and fact.usable and (fact.denominator is not None or fact.pct_printed is not None)


def _steps(dated: Iterable[CoverageFact]) -> tuple[BaseStep, ...]:
    steps: list[BaseStep] = []
    denominator = active = None
    for fact in dated:
        letter_changed = bool(steps) and steps[-1].fact.letter != fact.letter
        base_changed = fact.denominator is not None and denominator is not None and fact.denominator != denominator
        counted = fact.active - active if fact.active is not None and active is not None else None
        steps.append(BaseStep(fact, letter_changed or base_changed, counted))
        denominator = fact.denominator if fact.denominator is not None else denominator
        active = fact.active if fact.active is not None else active
    return tuple(steps)


@dataclass(frozen=True, slots=True)
class RupiahCheck:
    """Rupiah printed for a funding statement against workers x months x the smallest contribution.

    ``difference`` is printed minus expected, 0 when exact; ``rounded`` tells that it is no more than the
    rounding of a printed sum that ends in zeros; ``per_month`` is what the printed rupiah gives per person and month.
    """

    fact: FundingFact
    minimum_idr: int
    expected_idr: int
    difference: int
    rounded: bool
    per_month: Decimal


def rupiah_checks(atlas: Atlas, minimum_idr: int) -> tuple[RupiahCheck, ...]:
    """Return the check of every funding statement that prints people, months and rupiah."""
    return tuple(_rupiah_check(f, minimum_idr) for f in atlas.funding if f.worker_months and f.contribution_idr)


def _rupiah_check(fact: FundingFact, minimum_idr: int) -> RupiahCheck:
    printed, expected = fact.contribution_idr, fact.worker_months * minimum_idr
    difference = printed - expected
    digits = str(printed)
    # The place of the last digit that is not zero: Rp282,000,000 may be rounded to the million. A single digit tells nothing.
    place = 10 ** (len(digits) - len(digits.rstrip("0"))) if len(digits.rstrip("0")) > 1 else 1
    return RupiahCheck(fact, minimum_idr, expected, difference, difference != 0 and 2 * abs(difference) <= place,
                       rounded(Decimal(printed) / fact.worker_months, 0))
